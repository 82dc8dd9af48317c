"""The phrases that a reply is understood by: doubts, requests, states, under the kind of each.

A table only: "[kind]", then phrases parted by "|"; "{a,b}" in a phrase: one of these, of which one
may be empty; "!" after a phrase: only when typed with these very marks. Where a text without marks
could be two phrases, the kind that comes first wins: the more careful one stands first, and
phrases_around comes after all that is here.
"""

from typing import Final

TABLE: Final = """
[near]
almost |
sém | sém {được,đạt} |
hầu như | hầu như đã | ngót nghét | non nửa | non | xêm xêm | ngấp nghé | mấp mé | mấp mí | chưa
đầy | không đầy | chưa trọn | nhiều lắm là | nhiều lắm | nhiều lắm thì | cao lắm | cao lắm là |
cùng lắm | cùng lắm là | giỏi lắm | giỏi lắm là | giỏi lắm được | suýt đạt | xém! | mém! | xém
được | loanh quanh | quanh quẩn | dao động | dao động từ | chưa chắc | không chắc | hổng chắc |
hông chắc | ko chắc | không chắc lắm | áng đâu | nghe đâu | hên xui | chưa bằng | chưa quá được |
cao nhất là | nhiều nhất là | ít nhất là | ít ra | ít ra là | không tới nổi | xấp xỉ gần | gần
bằng | gần chạm | sát nút | tiến tới | sắp tới mức | sắp chạm | chưa đụng | chưa nhích | chừng gần
| gần | sắp | sắp sửa | ngót | suýt | suýt soát | gần như | gần được | gần đạt | gần tới | gần đến
| sắp đạt | sắp được | chưa tới | chưa đến | chưa đạt | chưa đạt được | chưa được | chưa đc | chưa
đạt tới | chưa quá | chưa vượt | không tới | không đến | không được | không đạt | ko đc | ko được
| ko đạt | ko tới | hổng tới | hổng được | dưới | dưới mức | thấp hơn | ít hơn | tối đa | tối
thiểu | ít nhất | nhiều nhất | không quá | không dưới | cao nhất | tiệm cận | chưa làm được tới |
trên dưới | chưa thu được | chưa kết nạp được | chưa thu | chưa kết nạp | xíu nữa | chút nữa |
chút xíu nữa | một chút nữa | tí nữa | sẽ sớm | trở lên | trở xuống | đổ lại | đổ lên | hoặc hơn |
có lẽ | hình như | nghe nói | tầm đâu | chưa vượt qua | còn kém | nhỏ hơn | chưa nổi | không nổi |
hổng nổi | xém xong | xém đạt | mém xong
[neg]
nỏ! |
chưa | chx | không | ko | k | kg | khg | kh | hông | hổng | hong | hỏng | hk | hok | chẳng | chả |
không thể | chưa thể | đâu có
[undone]
chưa cập nhật {,được,số liệu,số mới} | chưa xong | chưa hoàn thành | chưa hoàn tất | chưa làm xong
| chưa thực hiện xong | chưa triển khai xong | chưa xong hết | chưa hoàn thiện | chưa dứt điểm |
không xong | chưa mần xong | chưa xong được | chưa xong nữa | chưa hoàn thành được | chưa ht |
chưa hết | không hoàn thành | chưa thể hoàn thành | chưa được hoàn thành | chưa xong đâu | chưa
làm xong hết | chưa đạt yêu cầu | chưa đạt chỉ tiêu | chưa đạt kế hoạch | vẫn chưa xong | chưa
triển khai hết | chưa làm hết | chưa thực hiện hết | chưa hoàn thành hết | chưa làm kịp | xong đến
nơi | xong tới nơi | sắp xong đến nơi | sắp xong tới nơi | mốt xong | mơi xong
[start0]
chưa kịp {làm,mần,lm,triển khai,thực hiện} {gì,j,chi,chi mô} {,cả,hết,hết trơn} | chưa {phát
động,ra quân,khai giảng} {,được,đc} |
chửa! {,làm,mần} {,được,gì} | chưa bđ | chưa bắt tay {,vô,vào} {,làm} |
chưa {mần,làm,có} chi mô | nỏ {mần,làm} được chi |
{đã,có} {khởi công,làm,mần,triển khai,bắt đầu,thực hiện} {,gì} đâu {,mà} |
{không,ko,hông,hổng} {,có} làm được {gì,chi} {,hết,hết trơn,cả} |
{,vẫn,hãy,cũng} còn {,y} nguyên {,chưa làm gì,chưa làm,chưa mần gì,đó,đấy,vậy,như cũ} |
chưa có {ai,hộ nào,cái nào,người nào,đồng chí nào,xã nào,ấp nào,thôn nào} {,hết,cả} | chưa
{đụng,đụng tay,động,động tay,mó,ngó,ngó ngàng} {đến,tới,vô,vào} {,gì,việc này,việc đó} |
chưa rờ {đến,tới,vô}! | chưa
bắt tay {vô,vào,vào việc,vô việc} {,làm,mần,thực hiện,triển khai} | chưa {làm,mần,lm,triển
khai,thực hiện,tiến hành,có} {,được,đc} {gì,j,chi} {,cả,hết,hết trơn,ráo,ráo trọi,luôn,đâu,nữa} |
chưa {làm,mần,triển khai,thực hiện} {luôn,đâu,nữa,bữa nào} | chưa lm | chưa lm gì | chưa lm j |
chưa làm j | chưa rớ tới! | chưa rớ! | chưa đả động | chưa ngó tới | hổng có làm | chưa có kết quả
| chưa có kết quả nào | chưa vô việc | chưa ra quân | chưa làm tới | chưa tới phần này | chưa
triển khai tới | chưa khởi sự | chưa mần tới | chưa triển khai nữa | chưa làm nữa | hổng làm gì
hết | không làm gì | chưa nhúc nhích gì | chưa làm cái gì | chưa đâu tới đâu | chưa làm | chưa làm
gì | chưa làm gì hết | chưa làm được gì | chưa làm được | chưa triển khai | chưa triển khai được |
chưa triển khai gì | chưa thực hiện | chưa thực hiện được | chưa thực hiện gì | chưa bắt đầu |
chưa bắt đầu làm | chưa có gì | chưa có gì hết | chưa được gì | chưa được gì hết | chưa khởi công
| chưa khởi động | chưa tiến hành | chưa mần | chưa mần gì | chưa mần gì hết | chưa mần gì ráo |
chưa mần được | chưa mần được gì | chưa đụng | chưa đụng tới | chưa động đến | chưa động tới |
chưa làm chi | chưa làm chi hết | chưa bắt tay vào làm | chưa bắt tay làm | chưa tổ chức | chưa tổ
chức được | chưa thực hiện nội dung nào | chưa có tiến độ | chưa có kết quả gì | chưa thi công |
chưa làm nổi | chưa giải ngân | chưa giải ngân được | chưa thu được đồng nào | chưa thu được gì |
chưa kết nạp được ai | chưa rục rịch | chưa nhúc nhích | chưa làm một chút nào | chưa có làm |
chưa có làm gì | chưa có mần | chưa có mần gì | chưa có triển khai | chưa có triển khai gì | chưa
có thực hiện
[left]
sót! | {còn,bỏ,để} sót! | sót lại |
còn | còn lại | chỉ còn | còn thiếu | chỉ còn lại | vẫn còn | còn tồn | còn khoảng | còn độ | còn
chừng | còn tầm | còn cỡ | còn có | còn phải làm | còn phải | vẫn còn lại | chỉ còn khoảng | còn
lại khoảng | chỉ còn chừng
[delta]
{chỉ,chi} còn dư | còn dư | dư ra | {dôi,kết,tồn} dư | tồn quỹ | tồn! | tồn đọng | án tồn | còn
tồn đọng | nợ lại | chuyển kỳ sau | quá hạn thanh toán | mượn đỡ | mượn tạm | vay tạm | bớt | bớt
được | loại | loại ra | xóa tên | xoá tên | khai trừ | rút tên | xin rút | mượn! | vay! | nợ đọng
| nợ thuế | thanh lý | hủy | huỷ | tăng | tăng thêm | thêm | giảm | giảm thêm | vượt | nhích |
nhích thêm | nhích lên thêm | hụt mất | cao hơn | tăng trưởng | nâng thêm | vượt quá | chênh | bổ
sung | tăng được | giảm được | làm thêm | làm thêm được | thêm được | được thêm | đạt thêm | vượt
mức | tụt | sụt | rớt | mất | nợ | còn nợ | hụt | hụt thu | thất thu | thâm hụt | lỗ | bội chi |
giảm thu
[compare]
{so với,so,hơn,cao hơn,thấp hơn,nhanh hơn,chậm hơn,sớm hơn,nhiều hơn,ít hơn,vượt,vượt quá}
{dự kiến,dự tính,dự báo} | {vượt,vượt quá} mục tiêu |
mọi năm {,tầm này,giờ này,cỡ này,thời điểm này} {,là,thì,được,có} |
{ngày,bữa,hôm,tuần} đầu tiên |
{thấp hơn,cao hơn,hơn} {,mức} {mặt bằng,bình quân} chung {,của,cả,toàn} {,xã,huyện,tỉnh} |
{hơn,vượt hơn,so với} {đợt,vụ,khóa} trước {,có,được,là} |
{,hồi} {ngày trước,trước đây,trước đó,dạo trước} | hồi trước | lúc trước | {hồi,lúc} {đầu,ban đầu} |
{,so,so với} ck | {,so,so với} cùng kì | so với cùng kỳ | cùng kỳ | so cùng kỳ | so với cùng kỳ
năm trước | so với cùng kỳ năm ngoái | cùng kỳ năm trước | cùng kỳ năm ngoái | so với tháng trước
| so với tuần trước | so với năm trước | so với năm ngoái | so với quý trước | so với kỳ trước |
so với đầu năm | so với đầu kỳ | so năm trước | so tháng trước | năm ngoái | kỳ trước | lần trước
| báo cáo trước | so với lần trước | so với hôm trước | so với hôm qua
[plan]
{so,so với,theo} mục tiêu {,đề ra,đặt ra,giao,năm,kế hoạch} |
so {dự toán,nghị quyết} |
{kh,kế hoạch,chỉ tiêu,dự toán,nghị quyết} {năm,năm nay,quý,cả năm,cả nhiệm kỳ,nhiệm kỳ} {,là} |
{kh,kế hoạch,chỉ tiêu,nghị quyết} {giảm,kéo giảm} {còn,xuống,xuống còn} |
{,so,so với} yêu cầu đề ra | {so,so với} yêu cầu | kế hoạch | kh | khoạch | kế hoạch năm | kế
hoạch giao | kế hoạch được giao | kế hoạch đề ra | kế hoạch tháng | kế hoạch quý | kế hoạch cả năm
| kh năm | kh giao | dự toán | dự toán được giao | dự toán năm | dự toán giao | chỉ tiêu | chỉ
tiêu được giao | chỉ tiêu giao | chỉ tiêu kế hoạch | chỉ tiêu năm | chỉ tiêu cả năm | so với kế
hoạch | so kế hoạch | so với chỉ tiêu | so với dự toán | so với kh | nghị quyết đề ra | chỉ tiêu
nghị quyết | nghị quyết | được giao | giao | trên giao | tỉnh giao | thành phố giao | cấp trên
giao | kế hoạch vốn | tổng dự toán | tổng kế hoạch | kế hoạch là | dự toán là | chỉ tiêu là | định
mức
[forecast]
{đợt,lần} tới |
nội trong | {,sẽ} {nội,nội trong} {hôm nay,tuần này,tháng này} |
ước tính | định! | cố! | hẹn! | định đạt | định làm | định xong | định nâng | hẹn đến | hẹn tới |
hẹn sang | cố đạt | cố làm | cố lên | sắp tới | trong thời gian tới | thời gian tới | đặt mục tiêu
| chỉ tiêu phấn đấu | có khi | biết đâu | giả sử | giá mà | phải chi | nếu như | nếu mà | miễn là
| chắc tầm | chắc được | kỳ vọng | trông cậy | ước | ước đạt | ước thực hiện | ước khoảng |
{số,con số} {ước,ước tính,dự kiến} | ước chừng | ước thu | dự kiến | dự ước | dự tính | dự báo |
dự định | phấn đấu | sẽ | cố gắng | ráng |
quyết tâm | hứa | cam kết | đăng ký | hy vọng | hi vọng | khả năng | có khả năng | có thể | chắc |
chắc là | chắc khoảng | chắc cỡ | chắc chắn | nếu | mục tiêu | mục tiêu là | theo kế hoạch sẽ |
yêu cầu | yêu cầu đạt | phải đạt | cần đạt | cần | phải | đề ra | đặt ra | sẽ cố gắng | muốn |
phải xong | cần hoàn thành | giao phải đạt | theo dự kiến | dự kiến đạt | phấn đấu đạt | tới hạn
sẽ | mai mốt | đến lúc đó | định hướng | mong muốn | theo tiến độ sẽ | nhắm chừng | nhắm! | ước
chừng được | ngày mai sẽ | hướng tới | hướng đến | chắc cũng | tính sẽ | tính là
[late]
{hok,hk,hem,chẳng,chả} kịp |
kịp | không kịp | ko kịp | k kịp | hông kịp | hổng kịp | hong kịp | kg kịp | khg kịp | chưa kịp |
không kịp tiến độ | không kịp hạn | không kịp thời hạn | ko kịp tiến độ | ko kịp hạn | làm không
kịp | làm ko kịp | trễ hạn | quá hạn | trễ rồi | trễ hạn rồi | không theo kịp | hết kịp | khó kịp
| không đảm bảo tiến độ | không bảo đảm tiến độ | không đúng hạn | làm hổng kịp | làm hông kịp |
chắc không kịp | sợ không kịp | sợ không kịp tiến độ | chậm rồi | chậm trễ | trễ hẹn | không kịp
nữa | không kịp thời gian | sợ trễ | sợ trễ hạn | e không kịp | e là không kịp | hổng kịp rồi |
không thể kịp | không kịp đâu | {,có,hơi} bị {chậm,trễ} {,tiến độ,hạn,so với kế hoạch}
[asks]
xin đồng ý | xin đồng ý cho | kính đề nghị | kính mong | rất mong | kính xin | mong anh | mong chị
| đề nghị văn phòng | xin ý kiến cho | xin phép | cho | xin | cho em | cho e | cho đơn vị | cho
tôi | cho mình | cho bên em | đề nghị | đề xuất | kiến nghị | mong | nhờ | xin được | cho phép |
đề nghị cho | đề nghị cho phép | xin cho | xin cho phép | xin {đồng chí,đ/c}
[help]
đề nghị hỗ trợ | xin hỗ trợ | cần hỗ trợ | kiến nghị hỗ trợ | mong được hỗ trợ | đề nghị cấp kinh
phí | đề nghị cấp vốn | xin cấp kinh phí | xin cấp vốn | xin kinh phí | xin thêm kinh phí | xin bổ
sung kinh phí | đề nghị bổ sung kinh phí | đề nghị bố trí kinh phí | đề nghị bố trí vốn | đề nghị
cấp thêm kinh phí | xin thêm tiền | xin thêm vốn | xin thêm người | xin bổ sung vốn | xin bổ sung
người | xin được hỗ trợ | cho xin hỗ trợ | đề nghị được hỗ trợ | đề nghị cấp | đề nghị bố trí | đề
nghị bổ sung | xin cấp | xin bổ sung
[block]
{vượt,quá,ngoài,vượt quá,không thuộc} thẩm quyền | phản ứng {quyết liệt,gay gắt,dữ,mạnh,dữ dội} |
chưa nhận {,được,đc} {hướng dẫn,văn bản hướng dẫn,kinh phí,vốn,tiền,phản hồi} |
máy {in,quét,tính,bơm,ủi,múc,cày,gặt,đo,photo,chiếu} {,bị} {hư,hỏng} | {bị,} rớt giá | mất mùa |
chưa có {biên chế,người thay,nhân sự} |
{đang,còn,bị} giãn cách {,xã hội} | bị ách | treo {chuồng,ao} | ngâm {lâu,hoài,mãi,cả tháng}! |
{bí rồi,bí quá,bí lắm}! | {,xong} bỏ chạy |
{không,ko,hông,hổng,chưa} biết {nhập,làm,mần} {kiểu,cách} {gì,chi,nào} |
{đang,còn,phải} ngưng trệ |
sai {lệch,khác} | {nguồn gốc,nguồn gốc đất,hồ sơ,thủ tục,pháp lý,địa hình} {,rất,khá,quá} phức tạp |
chưa xác định {được,đc,rõ} |
sai số {tài khoản,điện thoại,định danh,cccd,cmnd} | {do,còn,đang,bị,đi} cách ly |
chưa {có,biết} cách {,gì,nào} |
{đang,còn,bị,mới,nên} mắc! |
{,đang,còn,bị} mắc ở | kẹt cái {,là} | mắc chỗ | sai {ngày sinh,họ tên,địa chỉ,giới tính} |
{phải,đành,đành phải,bị,đang,tạm} {ngưng,ngừng} {,lại,hẳn,thi công,làm} | {máy,máy móc,xe} hỏng |
{phải,đành,đành phải} dừng! | {ngưng,ngừng,dừng} {thi công,triển khai} | đắp chiếu |
đứng {bánh,im,hình} {,luôn} | {giậm,dậm} chân {,tại chỗ} | nằm {bãi,chờ,im,đường} |
{chưa,không,ko,hổng,hông} {làm,thi công,triển khai,thực hiện,mần} tiếp {được,đc} |
{ngân sách,ngân sách xã,kinh phí,tiền,vốn,vật tư} hết {rồi,sạch,trơn} | đứng lại luôn |
đành dừng lại | khựng! | khựng lại | cản trở | cản không cho | {bị,} ách lại |
{chờ,đợi} {anh,chị,sếp,lãnh đạo,thường trực,bí thư,chủ tịch} {duyệt,ký,xem,phê duyệt,cho ý kiến} |
chờ xã! | bị trả {lại,về} | đòi {giá,đền bù,bồi thường,thêm tiền} {,cao,cao quá} | mặt bằng chưa
{xong,sạch} | {chưa,không} có {văn bản,công văn,kế hoạch,quy định} {hướng dẫn,chỉ đạo} | {,bị}
{mất,rớt,sập,nghẽn,đứt} mạng | mạng {yếu,chậm,lag} | bị {nghẽn,sập,treo} | hư {rồi,hết,hoài} | kẹt
{ở,lại,hoài,cứng} | kẹt quá! | kẹt chỗ | kẹt vốn | kẹt kinh phí | kẹt mặt bằng | đang kẹt | còn
kẹt | kẹt tiền | kẹt hồ sơ | kẹt đất | kẹt lắm | khó lắm | đợi vốn | đợi tiền | đợi kinh phí | đợi
duyệt | đợi cấp trên | đợi ý kiến | đợi mặt bằng | còn đợi | phải đợi | chờ tỉnh | chờ huyện | chờ
thành phố | chờ tp | chờ sở | chờ phòng | chờ ban | chờ xác minh | chờ số liệu | máy hư | hư máy |
xe hư | chưa rót | chưa rót về | chưa rót vốn | kinh phí chưa rót | vốn chưa rót | tiền chưa rót |
không làm nổi | ko làm nổi | làm không nổi | hổng làm nổi | chưa phân bổ | chưa phân bổ vốn | chưa
giao vốn | không nhận tiền | chưa nhận tiền | không chịu nhận tiền | không chịu ký | không chịu
giao đất | không giao đất | không giao mặt bằng | chưa bàn giao mặt bằng | chưa có giá | chưa có
đơn giá | chưa có thiết kế | chưa có nhà thầu | chưa có vật tư | hết vật tư | không có vật tư |
chưa có hướng dẫn cụ thể | phần mềm lỗi | lỗi phần mềm | hệ thống lỗi | lỗi hệ thống | hệ thống
treo | bị treo | bị lỗi | không nhập được | nhập không được | không đăng nhập được | không vào
được | không truy cập được | hết {vắc xin,vắc-xin,vacxin,vac xin,vaccine,thuốc} |
không có người làm | không ai làm | hổng có ai làm |
{không,ko,k,kg,khg,hông,hổng,hong} có {tiền,vốn,kinh phí,mặt bằng} | ko có người | bị phong tỏa |
đang phong tỏa | giãn cách xã hội | đang cách ly | bị cách ly | chồng chéo | chưa tháo gỡ |
chưa tháo gỡ được | chưa giải quyết được | chưa gỡ được | bế tắc | bó tay | đề nghị tháo gỡ |
cần tháo gỡ | vướng | vướng mắc | khó khăn | gặp khó khăn | gặp khó | gặp vướng mắc | kẹt! |
bị kẹt | mắc kẹt | thiếu | còn thiếu vốn |
ách tắc | tắc! | trở ngại | bị vướng | chưa giải ngân vốn | chờ | đợi! | đang chờ
| đang đợi | còn chờ | phải chờ | chờ ý kiến | chờ kinh phí | bất cập | tồn tại | hết kinh phí |
hết tiền | chưa có kinh phí | chưa có vốn | chưa có tiền |
chưa có mặt bằng | không có người | chưa có người | không đủ kinh
phí | không đủ người | chưa bố trí được vốn | chưa bố trí vốn | chưa được bố trí | chưa được cấp |
chưa được cấp kinh phí | chưa được duyệt | chưa được phê duyệt | chưa phê duyệt | chưa duyệt |
chưa có hướng dẫn | chưa nhận được kinh phí | chưa nhận kinh phí | chưa có quyết định | chưa đồng
thuận | chưa đồng tình | không đồng thuận | không đồng ý | chưa đồng ý | chưa chịu | không chịu |
hổng chịu | hông chịu | ko chịu | phản đối | khiếu nại | tranh chấp | bị mưa | {do,vì,tại,bởi,tại
vì,bởi vì} {,trời} mưa | dịch bệnh | do dịch | vì dịch | chưa bàn giao | chưa giao đất | chưa giải
phóng | chưa giải tỏa | chưa {giải phóng,giải tỏa,đền bù,bàn giao} xong |
quá tải | trục trặc | sự cố | hư hỏng | bị hư | bị hỏng | chưa
thống nhất | chưa thanh toán | không liên hệ được | khó! | rất khó | hơi khó | khó quá |
{do,vì,tại} thời tiết | giá tăng | vật tư tăng | nhà thầu | nhà thầu chậm | chậm do | chậm vì |
trễ do | trễ vì | chưa có chỉ đạo | bị trả hồ sơ | bị đình chỉ | tạm dừng | bị dừng | chưa di dời
| không kịp do | bệnh | bịnh! |
ốm | đi vắng | nằm viện | mất điện | bị lũ | bị ngập | ngập | thiên tai |
không hợp tác | chưa hợp tác | ngoài khả năng | nan giải | chưa có cơ sở | chưa có nguồn | không
có nguồn | chưa có nguồn vốn | bị động | mặt bằng chưa có | kinh phí chưa có | vốn chưa có | tiền
chưa có | kinh phí chưa về | tiền chưa về | vốn chưa về | kinh phí không có | tiền không có | mặt
bằng chưa giao | chưa có kinh phí thực hiện | không ra quyết định | chưa cấp | chưa cấp kinh phí |
chưa cấp vốn | chưa bố trí | chưa ký | chưa thẩm định | dân không cho | dân không chịu | dân phản
đối | bị vướng mắc | gặp trở ngại | bị trục trặc | chưa nhận mặt bằng | chưa có nhân lực
| thiếu hụt | không có mặt bằng | không đủ | không đủ vốn | chưa đủ | chưa đủ vốn | chưa đủ điều
kiện | không thực hiện được | không triển khai được | không làm được | không thể triển khai |
không thể thực hiện | làm không được | mần không được | mần hổng được | làm ko được | ko làm được
| k làm đc | k làm được | hổng làm được | hông làm được | chờ nghiệm thu | chờ phê duyệt | chờ
thẩm định | chờ duyệt | chờ ký | chờ mặt bằng | chờ vốn | chờ hướng dẫn | chờ chỉ đạo | chờ cấp |
chờ trình | chờ quyết toán | chờ bàn giao | chờ kết quả | chờ thủ tục | chờ sếp | chờ trên | chờ
cấp trên | chờ nhà thầu
[weather]
{cúp,mất} điện | mưa! | {,trời} mưa {quá,quá trời,nhiều,nhiều quá,bão,to,lớn,hoài,suốt,liên
tục,liên miên,dầm,dầm dề,gió,dông,tầm tã,như trút nước,xối xả,mấy bữa,mấy ngày,mấy hôm} | thời
tiết {,xấu,xấu quá,không thuận lợi,không thuận,bất lợi,khắc nghiệt} | nắng {nóng,gắt,quá,hạn} |
áp thấp {,nhiệt đới} | triều cường | bão! | lũ! | lũ lụt | nước lớn | nước nổi
[free]
chưa {có,thấy,gặp} {gì,j,chi} {vướng,khó khăn,trở ngại} {,hết,cả} |
{không,ko,k,hông,hổng,chẳng,đâu} {còn,có,thấy,gặp} {,gì,chi} {khó khăn,vướng,vướng mắc,trở
ngại,kẹt} {,gì,chi,nữa,hết,cả,đâu} |
{chưa,không,ko,hông,hổng} {phát sinh,có phát sinh,nảy sinh,có gì} {,khó khăn,vướng mắc,vướng,trở
ngại} {,gì} | đã được {tháo gỡ,giải quyết,khắc phục} | {không,ko,hông,hổng} {có,} gì {khó
khăn,vướng,vướng mắc} | không vướng | không vướng mắc | không vướng mắc gì | không vướng gì |
không có vướng | không có vướng mắc | không có vướng mắc gì | không có khó khăn | không có khó
khăn gì | không khó khăn | không khó khăn gì | không có khó khăn vướng mắc | không gặp khó khăn |
không gặp khó khăn gì | không gặp vướng mắc | không gặp trở ngại | không còn vướng | không còn
vướng mắc | không còn khó khăn | hết vướng | hết vướng mắc | hết khó khăn | đã gỡ vướng | đã hết
vướng | đã tháo gỡ | đã gỡ | gỡ xong | đã tháo gỡ khó khăn | đã tháo gỡ vướng mắc | không trở ngại
| không có trở ngại | không thiếu | chưa vướng | chưa có khó khăn | chưa có vướng mắc | chưa gặp
khó khăn | ko vướng | ko vướng gì | ko có vướng | ko có vướng mắc | ko có khó khăn | ko khó khăn
gì | ko vướng mắc | ko vướng mắc gì | hông có vướng | hông có vướng gì | hông vướng | hông vướng
gì | hổng có vướng | hổng có vướng gì | hổng vướng | hổng vướng gì | k vướng | k có khó khăn | k
vướng gì | vượt qua khó khăn | khắc phục khó khăn | đã khắc phục | không có vướng gì | bớt khó
khăn | không phải chờ | không chờ
[cause]
do | vì | bởi | bởi vì | tại | tại vì | nguyên nhân | lý do | lí do | nguyên do | là do | là vì |
vì là
[extend]
{xin,đề nghị,cho,cho em} {chuyển,đổi,đẩy,dời,lùi} {thời hạn,mốc,mốc thời gian,thời gian}
{,hoàn thành,báo cáo,nộp} |
xin gh | xin kéo {tới,đến,sang,qua} |
xin {rời,nùi} {,hạn,lại} | {da,dia,ja} hạn | xin {da,dia,ja} hạn |
cho {,em,e,tui,xã,đơn vị,bên em} hẹn {,lại} |
xin hẹn {,lại} {,đến,tới,sang,qua} | cho em nợ | cho em nợ lại | cho nợ lại | em nợ đến | em nợ
tới | nợ đến | nợ tới | nợ lại đến | nợ lại tới | cho xin nợ | xin hạn | xin hạn mới | xin nới |
xin nới hạn | nới thêm | nới hạn thêm | xin giãn | xin đẩy | đẩy hạn | xin thư thả | xin đổi hạn |
xin chuyển hạn | thêm hạn | xin gia hạng | xin chậm lại | xin trễ lại | xin trễ hạn | xin trễ tới
| đề nghị thời hạn mới | đề nghị hạn mới | đề nghị nới | đề nghị giãn | xin thêm thời hạn | xin
chuyển sang | xin chuyển qua | xin để sang | xin để qua | lùi thời hạn hoàn thành | lùi hạn hoàn
thành | kéo dài thời hạn hoàn thành | xin dời hạn | xin dời lịch | xin lùi lịch | cho em chậm |
cho em trễ | cho chậm | cho trễ! | cho em muộn | cho muộn | cho em nộp trễ | cho em nộp muộn | cho
em nộp chậm | cho em nộp sau | cho đơn vị lùi | cho xã lùi | cho phường lùi | cho đơn vị gia hạn |
cho xã gia hạn | cho phường gia hạn | cho tụi em gia hạn | cho tui gia hạn | cho xã xin thêm | cho
phường xin thêm | cho xã thêm | cho phường thêm | cho ấp thêm | cho tụi em thêm | cho tui thêm |
cho bên mình thêm | gia hạn | gia han | xin gia hạn | đề nghị gia hạn | lùi hạn | lùi thời hạn |
lùi thời gian | dời hạn | hoãn thời hạn | kéo dài thời hạn | kéo dài thời gian | xin thêm | xin
lùi | xin dời | xin hoãn | xin khất | cho thêm | cho em thêm | cho e thêm | cho đơn vị thêm | cho
tôi thêm | cho bên em thêm | cho mình thêm | em xin thêm | xin trễ | xin chậm | xin muộn | thêm
thời gian | xin thêm thời gian | cho thêm thời gian | nới hạn | nới thời hạn | giãn hạn | giãn
thời gian | giãn tiến độ | cho nợ | xin nợ | ra hạn | xin ra hạn | điều chỉnh thời hạn | điều
chỉnh thời gian | điều chỉnh hạn | đề nghị lùi | đề nghị dời | đề nghị hoãn | đề nghị kéo dài |
xin kéo dài | gia hạn thời gian | gia hạn thời gian hoàn thành | gia hạn hoàn thành | gia hạn thời
hạn | lui hạn | xin lui | xin thư thư | xin được gia hạn | cho gia hạn | gia hạn giúp | gia hạn
thêm | gia hạn cho | lùi ngày | xin lùi hạn | xin nộp muộn | xin nộp trễ | xin nộp chậm | xin nộp
sau | xin hẹn lại | xin thêm hạn | cho xin thêm | xin đc thêm | xin được thêm | xin gia hạn thêm |
xin khất lại | dời hạn lại | xin được lùi | xin được dời | xin được khất | đề nghị cho gia hạn |
đề nghị cho lùi | đề nghị cho thêm | đề nghị thêm | đề xuất gia hạn | kiến nghị gia hạn | cho em
xin thêm | cho em gia hạn | cho em dời | cho em lùi | cho em khất | cho em xin dời | cho em xin
gia hạn
[shift]
hạn mới | thời hạn mới | hạn mới là | thời hạn mới là | nới! | nới tới | nới đến | giãn | đẩy sang
| đẩy qua | đẩy tới | đẩy lùi | thư thả | đổi hạn | chuyển hạn | lùi lịch | dời lịch | gia hạng |
chậm lại | chậm tới | chậm đến | trễ tới | trễ đến | trễ lại | muộn tới | muộn đến | lùi | lùi lại
| dời | dời lại | dời ngày | hoãn | hoãn lại | khất | khất lại | kéo dài | nộp muộn | nộp chậm |
nộp trễ | nộp sau | lui | lui lại | thư thư | chuyển sang | chuyển qua | để sang | để qua | để đến
| cho dời | cho lùi | cho khất | cho hoãn | cho nộp trễ | cho nộp muộn | cho nộp chậm | cho nộp
sau | làm trễ | làm chậm
[close]
{xin,xin được,xin phép,đề nghị,đề nghị cho} rút {nhiệm vụ,việc,chỉ tiêu,nội dung,đầu việc} {,này} |
{xin,đề nghị,nhờ,cho,xin phép} {,anh,chị,sếp,văn phòng,đồng chí} {,cho} chốt sổ {,luôn,giúp} |
{đề nghị,xin,nhờ} {anh,chị,a,c,sếp,văn phòng,vp,đồng chí} {,cho} đóng lại {,giúp,giùm,luôn}! |
{đề nghị,xin,cho} {rút,xóa,xoá,gỡ} {chỉ tiêu,nhiệm vụ} {,giao cho} |
{,cho} kết thúc {nv,việc,vụ,mục} này | đóng nv {,này} |
đóng {giúp,giùm,dùm,hộ} {anh,chị,bác,cô,chú,tui,tôi,mình,em,e,a,c,với,cái}! |
{nv,nhiệm vụ,việc,chỉ tiêu,mục} {,này,đó} {,ra} khỏi {danh mục,danh sách} |
{,ra} khỏi {danh mục,danh sách} {theo dõi,đôn đốc,nhắc,nhắc việc,nhiệm vụ,quá hạn,việc} |
{đề nghị,xin,nhờ,mong} {sếp,anh,chị,a,c,ban chỉ đạo,cấp trên,lãnh đạo,đồng chí,văn phòng,vp} xác
nhận {,giúp,cho,để,hoàn thành,cho em,cho tôi} |
{chốt,tích,tick,đánh dấu,bấm,xác nhận} {,là,đã} hoàn thành {giúp,giùm,dùm,hộ} {,em,e,tui,với} |
đóng {giúp,giùm,dùm} {luôn,nha,nhe,nhé,đi} | cho {em,tui,tôi,xã,ấp} kết thúc {,việc,vụ,nhiệm vụ} |
{,xem xét} kết thúc {giúp,giùm,dùm} | đóng {nhé,nhe,nha,luôn,nghen}! | dong nhe |
{đề nghị,xin,nhờ} {a,anh,chị,sếp,văn phòng,vp,đồng chí} cho đóng |
{,đề nghị,xin,nhờ} {,a,anh,chị,đ/c,đồng chí,c,sếp,văn phòng} cho đóng {,việc,nhiệm vụ,lại}! |
{,đề nghị,xin,nhờ} {anh,chị,a,c,sếp,văn phòng} đóng {giúp,giùm,dùm,hộ} {,em,e} |
đóng {giúp,giùm,dùm,hộ} {,em,e,giúp em} {việc,nhiệm vụ,chỉ tiêu,mục} {,này} |
{xin,đề nghị,đề xuất,cho,xin phép,kiến nghị} {không,thôi,thôi không,ngừng,dừng} theo dõi {,nữa} |
{xin,đề nghị,xin phép,đề xuất} {khép lại,đóng lại,chấm dứt} {,việc,nhiệm vụ,chỉ tiêu,nội dung}
{,này} | {khép lại,đóng lại,chấm dứt} {việc,nhiệm vụ,chỉ tiêu,nội dung} {,này} |
xin phép {kết thúc,đóng} {,việc,nhiệm vụ} {,này} |
xác nhận hoàn thành | đề nghị xác nhận hoàn thành | xin xác nhận hoàn thành | đề nghị xác nhận |
xin xác nhận | xác nhận giúp | xác nhận hoàn thành nhiệm vụ | công nhận hoàn thành | đề nghị công
nhận hoàn thành | đề nghị kết thúc | xin kết thúc | cho kết thúc | đề nghị cho kết thúc | xin cho
kết thúc | kết thúc theo dõi | đề nghị kết thúc theo dõi | xin kết thúc theo dõi | đóng việc |
đóng nhiệm vụ | xin đóng | đề nghị đóng | xin nghiệm thu | đề nghị nghiệm thu | kết thúc nhiệm vụ
| ghi nhận hoàn thành | đề nghị ghi nhận hoàn thành | xác nhận đã hoàn thành | xác nhận giúp em
hoàn thành | xác nhận cho em hoàn thành
[later]
{xem,coi,đọc,nghiên cứu,kiểm tra,hỏi} {,lại} rồi {trả lời,phản hồi,báo,báo cáo,nhắn,gửi} |
[ack]
{,em,e,đã,tui,xã} nhận {,được} thông báo {rồi,r} |
{,xin,em,để em} làm theo ý kiến {,của} {anh,chị,sếp} |
{,em,e,tui,cô,chú} nhớ {rồi,ròi,r} | tiếp nhận chỉ đạo |
{em,e,tôi,tui,con,cháu,mình} {nhận,tiếp nhận} {nha,nhé,nhe,nghen,ạ} |
{em,e} hay rồi | {,xin,em xin,phòng xin} ghi nhận |
{,em,e,đã,dạ em,dạ e} {nhận,nắm,biết,hiểu,thấy,đọc,xem} {r,rùi,òi,rôi,ròi,roài} {,ạ} | dạ nghe |
{dạ vg,vg,vg ạ,dạ vg ạ,okela,oki la,okee,xin tiếp nhận,em xin tiếp nhận,nhân rồi,nhân rôi} |
{,em,có,đã,tui} thấy {thông báo,tin,tin nhắn,văn bản,công văn} rồi | thấy rồi |
{,đã,em} nghe rồi {,ạ} |
{tôi,tui,toi,em,e,con,cháu} {đã,đã được} {đọc,xem,nhận,rõ,nắm,nhận được} {,rồi,r,ạ} |
{có,đã} {đọc,xem,coi} {tin,tin nhắn,văn bản,công văn} {,rồi} |
noted | note {rồi,r,ạ} | để {em,e,tui,tôi,mình} lo {,liền,ngay} | biết {rầu,òi,ròi,r} |
{em,e,tui,tôi,mình} nhận {task,lịch,thông báo,tin,công văn,văn bản,giấy mời} {,rồi,ạ,r} |
{em,e,tui,tôi} {,đã} nhận bàn giao rồi |
{em,e,tôi,tui,xã,phường,mình,bên em,đơn vị} nhận {hồi,lúc,rồi,được rồi,đủ
rồi,đc rồi} |
{em,con,cháu,tui,mình,xã,phường} nhận {việc,nhiệm vụ,chỉ đạo} {,rồi} | nhận việc | đã nhận | đã
nhận được | nhận rồi | nhận được rồi | đã nhận rồi | đã nhận thông tin | đã nhận tin | đã nhận văn
bản | đã nhận được văn bản | đã nhận được tin | đã nhận được chỉ đạo | đã nhận chỉ đạo | đã nhận
được thông tin | đã nhận đc | nhận đc | nhận được | nhận đủ | đã rõ | rõ | rõ rồi | đã hiểu | hiểu
rồi | đã nắm | đã nắm rõ | đã nắm thông tin | nắm rồi | ok | oke | okie | oki | okay | okê | ô kê
| ô-kê | đã xem | đã đọc | xem rồi | đọc rồi | đã tiếp thu | tiếp thu | tuân lệnh | nhất trí |
đồng ý | vâng | dạ vâng | vâng ạ | dạ rõ | xin chấp hành | chấp hành | nghiêm túc thực hiện | 👍 |
👌 | đã tiếp nhận | đã thấy | đã biết | biết rồi | ghi nhận | đã ghi nhận | nhận chỉ đạo | nhận
nhiệm vụ | nhận lệnh | đã quán triệt | nhận thông tin | nhận tin | roger | uh | ừ | ừm | uhm | dạ
dạ | yes | đã nhận được văn bản rồi | đã nhận nhiệm vụ | đã tiếp thu chỉ đạo | đã tiếp nhận văn
bản | nhận được văn bản | em nhận được | đã nghe | nghe rõ | đã nghe rõ | được ạ | xin tiếp thu |
xin nhận nhiệm vụ | em hiểu | đã hiểu rõ | đã nắm được | đã biết rồi | đã đọc rồi | dạ vâng ạ |
vâng rõ | em rõ | em nắm | em nắm rồi
[done]
{,đã} {,làm,mần,thực hiện} {xong,hoàn thành,hoàn tất} {,hết,cả} đâu {vào,vô} {đấy,đó,đây} |
{đã,đã nghiệm thu,đã hoàn thành,đã bàn giao} {,và} đưa {vào,vô} sử dụng | đưa {vào,vô} sử dụng rồi |
{đã,} ban hành {rồi,r,xong} |
{nộp,phát,dán,di dời,thu hồi,trao,lắp,sơn,dọn,nhập,thu,chi trả,giải quyết,xử lý,tháo dỡ,lát,trải}
{hết,đủ hết} {,rồi} |
đã bế giảng | bế giảng {rồi,r} | hthành | đã {ký,ký duyệt,duyệt} {ban hành,phát hành} |
{lắp,làm,mần} đủ hết {,trơn,rồi} |
nàm xong |
{,đã} {tổ chức,thực hiện,triển khai,hoàn thành,diễn ra,kết thúc} thành công {,tốt đẹp} | thành
công tốt đẹp | {đã tổ chức,đã diễn ra,diễn ra,kết thúc} {tốt đẹp,trọn vẹn,suôn sẻ,trang trọng}
| đã {khánh thành,thông xe,bế mạc} | {khánh thành,thông xe,bế mạc} {rồi,r,xong} |
xong | xog | xg | xong xuôi | hoàn thành | hoàn {thanh,thàn,thàng} |
{hoành,hoàng} thành | hoàn tất |
hoàn thành xong | làm xong | mần xong | lm xong | thực hiện xong | triển khai xong | tổ chức xong
| dứt điểm | hoàn thành dứt điểm | giải quyết dứt điểm | ht | hthanh | hoàn thiện | done | hoàn
thành xuất sắc | hoàn thành tốt | xong tất cả | xong hết | xong toàn bộ | hoàn thành toàn bộ |
hoàn thành hết | về đích | đã xong | xong sạch |
{,làm,mần,dọn} xong sạch sẽ | xong gọn | hoàn thành nhiệm vụ |
xong việc | làm xong hết | đã làm xong | làm xong xuôi | mần xong xuôi | hoàn thành công việc | đã
về đích | đã kết thúc
"""
