"""The phrases that stand around what a reply tells: verbs of reaching, times, labels, courtesies.

A table as in phrases, and read after it.
"""

from typing import Final

TABLE: Final = """
[undecided]
để {em,e,tui,tôi,mình} {đếm,cộng,tính} lại |
{không,ko,hổng,hông,k,chưa} biết {tính,ghi,lấy,báo} |
[unsure]
gì đó |
{chưa,không,ko,hổng,hông} nắm {,được,đc,hết,rõ,số,số liệu} |
{ghi,báo,nói,đoán,nhắn,chọn} đại | {em,e,tui,tôi} đoán {,là,chắc,khoảng,cỡ} | dự là |
{đáng,đúng} lẽ |
lẽ ra {giờ,phải,là} | xê dịch | {không,ko,hổng,hông} {rõ,nhớ,nhớ rõ,dám chắc} {,lắm} | {hàng,cả}
trăm |
{hàng,cả} {chục,ngàn,nghìn} | già nửa | {số,số liệu} chưa {chốt,chính thức} |
{,bên} {em,e,tui,tôi,mình,xã,phường,đơn vị} chưa rõ | chưa rõ {chính xác,con số,lắm} |
{nhưng,mà} chưa {kiểm tra,xác minh,kiểm chứng,đối chiếu} | số chưa {chính xác,chuẩn,chắc} {,lắm} |
[rate]
lãi suất | lãi! | độ ẩm | hao hụt | thuế suất | pin {,còn} | giảm giá
[harm]
{sạt,sạt lở,lở,ngập} thêm | sạt! | {kè,bờ,đê,taluy,mái} sạt |
chết! | bị | tử vong | ngã đổ | hư hại | mất trắng | bị ngập | ngập úng |
cháy | sập | tốc mái | làm chết | bị chết | thiệt hại | sạt lở | cuốn trôi | bị thương | tai nạn |
ngộ độc | đuối nước | bị {cháy,sập,trôi} |
[acted]
đã triển khai | đã thực hiện | đã tiến hành | đã làm | đã làm rồi | làm rồi | mần rồi | triển khai
rồi | thực hiện rồi | đã mần | đã tổ chức | có làm rồi | có làm
[ongoing]
chưa có gì thêm | đang {đối chiếu,đối soát} |
đang | đg | đag | dg | đàng làm | đang làm | đang triển khai | đang thực hiện | đang tiến hành |
đang mần | đang tổ chức | đang thi công | đang xử lý | đang hoàn thiện | đang hoàn thành | đang rà
soát | đang trong quá trình | đang tổng hợp | đang trình | đang tập trung | đang khẩn trương |
đang gấp rút | đang cố gắng | đã bắt đầu | bắt đầu làm | mới bắt đầu | mới làm | mới triển khai |
mới khởi công | đã khởi công | khởi công | đúng tiến độ | theo tiến độ | đảm bảo tiến độ | bảo đảm
tiến độ | kịp tiến độ | chậm tiến độ | trễ tiến độ | vẫn đang | tiếp tục thực hiện | tiếp tục
triển khai | còn dở | dở dang | dang dở | {,đang} {làm,mần} dở! |
làm dần | từ từ | bình thường | ổn | tốt | đâu vào đấy |
chưa đâu vào đâu | chậm | trễ | vẫn vậy | như cũ | vẫn như cũ | không thay đổi | chưa có gì mới |
có tiến triển | đang chuẩn bị | chuẩn bị làm | đang lập | đang xây dựng | đang soạn | đang đo |
đang vận động | đang thu | đang giải ngân | chưa đâu
[part]
cũng cơ bản {,là,đã} | {gần,sắp} đủ rồi |
về {mặt,phần,nguyên tắc,chủ trương} |
sơ sơ | sương sương | lai rai | qua loa | chút chút | cơ bản | về cơ bản | cơ bản đã | một phần |
phần lớn | phần nào | đa số | hầu hết | bước đầu | sơ bộ | tạm | tạm thời | tương đối | gần hết |
gần xong hết | một số | một vài | vài | nhiều | khá nhiều | kha khá | đáng kể | coi như | coi như
là | xem như | chủ yếu | đôi chút | chút ít | được ít | từng phần | hơi hơi | ít thôi | được một
ít | một ít | nhiều rồi | ít | đã cơ bản | cơ bản là
[piece]
khảo sát | đo đạc | lập hồ sơ | chuẩn bị | thiết kế | đổ móng | ép cọc | mời thầu | đấu thầu |
soạn thảo | chọn thầu | chọn nhà thầu | làm móng | phần đường | phần cầu | phần đầu tiên | giai
đoạn một | khâu đầu | nửa đoạn | một nửa đoạn | đợt một | giai đoạn | khâu | phần thô | phần móng
| phần chính | phần đầu | dự thảo | bản nháp | phần trên | phần dưới | phần còn lại | bước | đợt |
phần khung | phần thân | phần việc | phần | vòng | gói | hạng mục | các bước | các khâu | chặng |
đoạn | nửa đầu | hồ sơ dự thảo | phần hồ sơ | công tác chuẩn bị | khâu chuẩn bị | công đoạn
[got]
{giao nộp,trang bị,tầm soát,cấp đổi} {,được,đc} |
{gq,gn} {,được,đc,dc} |
{thu,thu hồi,truy thu,xử lý} {nợ,nợ đọng,nợ thuế,nợ xấu,công nợ} {,được,đc} |
tiêu {hủy,huỷ} {,được,đc} | phát triển mới {,được,đc} |
nàm được |
{ráng,gắng,cố} {,lắm,lắm mới,mãi mới} {được,đc} |
{đã,mới,vừa} cấp | {,đã} thu hồi {,được} |
thu gom | chuyển đổi | thay đổi | tổng thu | tổng thu ngân sách | tổng giá trị | tổng là | tổng
vốn giải ngân | ký cam kết | đã ký cam kết | ký cam kết được | đã đăng ký | đăng ký được | lắp |
lắp được | lắp đặt | lắp đặt được | cấp phát | cấp mới | góp được | đóng góp được | ủng hộ được |
gieo được | gieo cấy | gieo cấy được | cấy được | xuống giống | xuống giống được | thu hoạch | thu
hoạch được | ra mắt | ra mắt được | thành lập được | thành lập mới | hòa giải được | hoà giải được
| hòa giải thành | hoà giải thành | xử phạt | xử phạt được | kiểm tra được | nâng cấp được | sửa
được | sửa chữa được | xóa được | xoá được | xây mới | đào tạo được | giới thiệu được | tạo việc
làm | tạo việc làm cho | giải quyết việc làm | giải quyết việc làm cho | công nhận | công nhận
được | nhân rộng được | nhân rộng | nghiệm thu | nghiệm thu được | trao tặng | tuyên truyền được |
phát động được | tổ chức | mở được | rải được | đổ được | đào được | đắp được | bê tông hóa | bê
tông hoá | cứng hóa được | chuyển đổi được | chuyển được | ký được | thu gom được | đăng được |
tuyển | tuyển được | giao quân | khám | rà được | quyên được | bán được | tiếp được | xét được |
chi trả được | chi trả | rút được | đạt rồi | được có | tổng được | hoàn thành xong được | hoàn
thiện được | nạo vét được | nạo vét | trải được | kéo được | cắm được | đo được | đo đạc được |
cấp giấy được | cấp sổ được | giải tỏa được | giải phóng được | đạt | dạt | đạt được | đạt mức |
đạt tỷ lệ | đạt khoảng | được | đc | dc | đk được | có được | ở mức | thu | thu được | thu đc | đã
thu | kết nạp | kết nạp được | kết nạp đc | giải ngân | giải ngân được | thực hiện | thực hiện
được | thực hiện đc | thực hiện đạt | làm | làm được | làm đc | lm | mần | mần được | triển khai
được | vận động | vận động được | trồng | trồng được | xây | xây được | xây dựng được | cấp được |
tổ chức được | giải quyết | giải quyết được | đã có | nộp | nộp được | hoàn thành được | xong được
| thi công | thi công được | thu ngân sách | thu ngân sách được | thu ngân sách đạt | tiếp nhận |
phát được | tiêm được | tiêm | xử lý | xử lý được | rà soát | rà soát được | bàn giao | di dời
được | đón được | huy động được | huy động | chi được | sản xuất được | đang đạt | đang ở mức |
đang ở | tương đương | {tức,tức là} | chiếm | qua được | chạy được | đi được | lên tới mức | có |
bằng |
chi | tặng được | trao được | hỗ trợ được | khám được | đạt tới | đạt đến | được tới |
gom được | quyên góp được | thu về | thu vào | đã được | nộp ngân sách
[about]
khoảng | khoảng chừng | khoảng độ | hơn | trên | tầm | tầm khoảng | cỡ | chừng | độ | xấp xỉ | đâu
cỡ | đâu khoảng | cỡ khoảng | nhỉnh hơn | được khoảng | vào khoảng | đâu chừng | tròn | chẵn | chỉ
| chỉ mới | mới chỉ | chỉ đạt | chỉ được | ~ | đúng | trên mức | quá mức | đâu được | được trên |
được hơn | được cỡ | được chừng | được tầm | đạt trên | đạt hơn | đạt chừng | đạt tầm | đạt cỡ |
áng chừng | phỏng chừng | ngoài mức
[cum]
{tổng,tổng số,tổng cộng,lũy kế,luỹ kế,cộng dồn} {,tính} {đến,tới} cuối kỳ {,là,có} |
lũy kế | luỹ kế | cộng dồn | lũy kế đến nay | lũy kế từ đầu năm | luỹ kế từ đầu năm | lũy kế từ
đầu năm đến nay | luỹ kế từ đầu năm đến nay | từ đầu năm | từ đầu năm đến nay | từ đầu năm tới nay
| từ đầu năm tới giờ | tính từ đầu năm | tính từ đầu năm đến nay | từ đầu nhiệm kỳ | từ đầu nhiệm
kỳ đến nay | lk
[tonow]
đến nay | tính đến nay | tính đến | tính tới | tính đến thời điểm này | tính đến hiện tại | cho
đến nay | cho tới nay | {chốt,cập nhật,chốt số,chốt số liệu} {đến,tới}
[per]
trong kỳ | trong tháng | trong quý | trong tuần | riêng tháng này | riêng trong tháng | kỳ này |
riêng kỳ này | phát sinh trong kỳ
[rise]
{nhích,nhúc nhích} {lên,được,lên được,lên tới} | lên | lên đến | lên tới | lên được | lên thành |
tăng lên | nâng lên | tăng lên đến | tăng lên được | đã lên | tăng đến | →
[fall]
{tụt,sụt,rớt,hạ,rút,xuống} {,lại} {xuống,còn,xuống còn} | tuột xuống | giảm còn | giảm xuống |
giảm xuống còn | xuống còn | hạ xuống | hạ xuống còn | kéo giảm xuống còn | kéo giảm còn | giảm
chỉ còn
[minus]
âm
[more]
nữa | nữa là | nữa thì | nữa mới
[from]
từ mức
[sum]
tổng kết lại | dân số mục tiêu |
tổng mức đầu tư | tổng vốn | tổng vốn đầu tư | tổng kinh phí | vốn đầu tư | mức đầu tư | tổng diện
tích | dân số | tổng dân số | tổng nhu cầu | nhu cầu | tổng quỹ | tổng số | tổng
[within]
{,đã} tính {luôn,cả,luôn cả} | kể {luôn,cả} | {gồm,bao gồm} cả |
trong đó | gồm | bao gồm | cụ thể | riêng | cụ thể là | chi tiết | trong số đó | trong số này
[toward]
để | nhằm | khi | khi nào xong | sau khi | trước khi | tới khi | đến khi
[or]
hoặc | hay | hay là | hoặc là | or
[each]
đều | cả hai | cả ba | đồng loạt | cùng đạt | đều đạt | lần lượt
[but]
nhưng | nhưng mà | nhg | song | tuy nhiên | mặc dù | tuy | dù | ngoài ra
[except]
{chưa,không,ko,hông,hổng} {gồm,bao gồm,cộng,gộp} |
ngoại trừ | trừ | chỉ trừ | trừ ra | trừ mỗi | không tính | chưa tính | chưa kể | không kể | trừ
mấy | riêng còn
[fix]
{em,e,tui,tôi,mình} {báo,ghi,nhập,gõ,nhắn,gửi} {nhầm,lộn,sai} |
{sai,dư,thiếu,lộn,nhầm} {,mất} {1,một} {số,con số} {0,không} |
{,em,e,xin,em xin} rút {,lại} {số,con số,số liệu} |
là {nhầm,lộn,sai} | số cũ | là số cũ | số liệu cũ | nhầm | lộn | à nhầm | í nhầm | ủa nhầm | nhầm
rồi | à quên | í quên | ủa quên | gõ nhầm | viết nhầm | ghi nhầm | nói nhầm | à lộn | í lộn | ủa
lộn | ý em là | không đúng | ko đúng | hổng đúng | sai rồi | sai | nhầm lẫn | nhắn nhầm | bấm nhầm
| bấm lộn | gõ lộn | ghi lộn | nói lộn | nhắn lộn | báo nhầm | báo lộn | báo sai | ghi sai | gõ
sai | nói sai | tính sai | tính nhầm | tính lộn | cộng nhầm | cộng sai | cộng lộn | nhập nhầm |
nhập sai | gõ ngược | ghi ngược | viết lộn | nhớ nhầm | nhớ lộn | nhìn nhầm | coi lộn | xem nhầm |
đọc nhầm | gửi nhầm | gởi lộn | lộn rồi | bị nhầm | bị lộn | bị sai | chưa đúng | chưa chính xác |
không chính xác | đánh nhầm | đánh máy nhầm | đánh lộn | {à,ủa,í,ý,ui,úi,ấy,ờ}
{không,ko,hông,hổng,hong,hỏng,khum} | ấy chết | chết nhầm
[amend]
xin cập nhật lại | em xin cập nhật lại | cho em sửa | cho em sửa lại | cho em đính chính | em xin
đính chính | em đính chính | em xin sửa lại | em sửa lại | nhờ sửa | nhờ sửa lại | nhờ chỉnh | sửa
lại | đính chính | chỉnh lại | xin đính chính | cập nhật lại | sửa lại là | xin sửa | sửa giúp |
sửa giùm | sửa dùm | sửa hộ | sửa cho em | sửa số | sửa thành | sửa từ | đổi lại | chỉnh giúp |
chỉnh từ | điều chỉnh lại | điều chỉnh từ | ghi lại | xin chỉnh lại | đính chính lại | xin sửa lại
| xin đính chính lại | đề nghị sửa | đề nghị chỉnh | sửa giúp em | sửa giùm em | sửa
[right]
đúng là | đúng ra | đúng ra là | đúng ra phải là | phải là | mới đúng | mới phải | mới chính xác |
thực ra | thực ra là | thật ra | thật ra là | chính xác là | số đúng | số đúng là | đúng phải là |
đúng thì | số chính xác | số chính xác là | con số đúng | con số đúng là | đúng phải | phải nói là
| đúng số là | mới là đúng | lẽ ra | lẽ ra là | cho chính xác | chính xác phải là
[nay]
thay {vì,cho} |
{chứ,chớ} {không,ko,k,kg,hông,hổng,hong,hok,khum} phải {,là} | không phải | không phải là | ko
phải | k phải | kg phải | hổng phải | hông phải | hong phải | chứ không phải | chứ không phải là |
chứ ko phải | chứ hổng phải | chớ không phải | chớ hổng phải | chớ hông phải | chứ không | chứ ko
| chớ không | chẳng phải | hok phải | chứ hông phải
[tell]
xin nói {rõ,lại} {,là} |
nhờ {em,e,chị,c,anh,a,cháu,} {gõ,điền,bấm} {,giúp,giùm,dùm,hộ} |
cứ {ghi,nhập,lấy,báo} |
xin cập nhật | {cứ,} cho là! | xin báo | xin báo lại | xin báo là | em xin báo | em xin báo lại |
xin nhắn | cho em báo | cho em báo lại | cho em cập nhật | em xin cập nhật | xin ghi |
xin gửi số liệu | xin gửi kết quả | xin báo kết quả | em báo | em báo lại | em gửi số liệu |
nhờ chị ghi | nhờ anh ghi | nhờ chị nhập | nhờ anh nhập | nhờ ghi | nhờ nhập | nhờ cập nhật |
đề nghị ghi | đề nghị ghi nhận | đề nghị cập nhật | xin ghi nhận | cho em ghi |
cho em xin báo | cho em xin cập nhật | báo | báo lại |
báo lại là | báo là | ghi | ghi là | ghi giúp | ghi giùm | ghi giúp em | ghi giùm em | ghi cho em
| nhập | nhập giúp | nhập giùm | nhập giúp em | nhập cho em | cập nhật | cập nhật giúp | cập nhật
là | cập nhật giúp em | nhắn là | nhắn | bảo | bảo là | nói là | báo thay | báo hộ | báo giúp |
cập nhật số liệu | cập nhật tiến độ | chốt | chốt là | chốt số | chốt lại | tổng hợp | tổng hợp
được | tổng hợp là
[ask]
{bữa,khi,hôm,bưa} mô! | {chừng,bao,khi} {nào,giờ} xong |
ra răng! | răng! |
cho {e,tui,tôi,mình,xã} hỏi |
đúng ko | đúng ko chị | đúng không chị | đúng ko anh | đúng không anh | đúng hông | phải hông |
phải ko | đúng hem | phải hem | được ko | được hông | đúng chưa | phải chưa | đc ko | đc không |
được hem | hả! | bao giờ | khi nào | chừng nào | hồi nào | lúc nào | bao nhiêu | mấy giờ | ngày
nào | thế nào | như thế nào | ra sao | sao | là gì | gì vậy | ở đâu | không biết | ai | phải không
| đúng không | được không | có phải | chưa vậy | chưa ta | bao lâu | không ạ | sao rồi | cho hỏi |
hỏi | cho em hỏi | xin hỏi | làm sao | nào
[sent]
đã gửi | gửi rồi | đã nộp | nộp rồi | đã trình | đã báo cáo | báo cáo rồi | đã gửi báo cáo | đã
nộp báo cáo | gửi báo cáo | đính kèm | xin ý kiến | cho ý kiến | ý kiến
[later]
mới báo | mới gửi | rồi mới báo |
{,xin} {báo cáo,bc,bcao} sau |
thì em báo | thì báo | là em báo | em báo liền | em báo ngay | em báo sau | em báo lại sau | em sẽ
báo | thì em gửi | thì gửi | em gửi liền | em gửi sau | em gửi ngay | em nhắn! | thì em nhắn | chờ
chút | đợi chút | chờ xíu | đợi xíu | chờ em | đợi em | chờ tí | đợi tí | chờ em chút | báo cáo
sau | báo lại | báo lại sau | báo sau | trả lời sau | kiểm tra lại | xem lại | cập nhật sau | gửi
sau | để em kiểm tra | để em xem | rồi báo | sẽ báo | sẽ báo cáo | sẽ gửi
[thanks]
một ngày tốt lành | ngày tốt lành | tốt lành | tốt đẹp | mọi việc tốt đẹp | cuối tuần vui vẻ | vui
vẻ | nhiều sức khỏe | nhiều sức khoẻ | sức khoẻ | sức khỏe dồi dào | chúc sức khoẻ | cám ơn nhiều
| cảm ơn bạn | cảm ơn văn phòng | cám ơn chị | cám ơn anh | cảm ơn | cám ơn | thanks | thank | tks
| thank you | xin cảm ơn | chúc mừng | chúc | xin chào | chào | alo | hello | hi | chúc sức khỏe |
cảm ơn nhiều | trân trọng cảm ơn | cảm ơn đồng chí | cảm ơn anh | cảm ơn chị | em cảm ơn | thân ái
| chúc mừng năm mới | ngủ ngon
[roi]
rầu! | rồi | r | rùi | rui | òi | ròi | roài | rồi đó
[now]
{tới,đến} ni! | bữa ni |
tính luôn {hôm nay,bữa nay,nay} | {,tính,cho,kể,chốt,cập nhật,tính cho} {đến,tới} {nay,giờ,giờ
này,bây giờ,lúc này,hôm nay,bữa nay,thời điểm này,thời điểm hiện tại,thời điểm báo cáo,hiện
tại,hiện nay,giờ phút này} | hiện tại đã | lúc này | thời điểm này | hiện thời | hiện trạng | hiện
| hiện nay | hiện tại | hiện giờ | nay | bây giờ | giờ | giờ này | giờ phút này | thực tế
| chừ! | {tới,đến} chừ!
[and]
và | cùng | lẫn | cả
[example]
ví dụ | thí dụ | vd
[aside]
vi phạm | nhắc nhở | giá {xăng,xăng dầu,dầu,vàng,heo,lúa,cát,đá,điện,phân,phân bón,vật
tư,thịt,gạo,tôm,dừa,cả} | mỗi ngày | mỗi tháng | mỗi tuần | mỗi năm | mỗi đợt | mỗi hộ | mỗi người
| mỗi xã | mỗi ấp | mỗi đơn vị | mỗi mô hình | mỗi căn | mỗi suất | mỗi phường | mỗi em | mỗi đảng
viên | mỗi trường | mỗi vụ | vắng họp | xin phép vắng | vắng | vắng mặt | tham dự | dự! | dự họp |
có mặt | mời! | đại diện | xin vắng | phân công | cử! | mỗi! | mỗi một | mỗi cái | bình quân |
trung bình | từng! | cứ! | một suất | đi họp | đi dự
[word]
thay {,cho,thế} {,số,số liệu} {ước,ước tính,dự kiến,tạm tính,sơ bộ} | sửa chữa |
{,hộ} cận nghèo | {hùng,trưng,dương} vương | bản sao | sao {y,lục,lưu,kê,chụp} |
{chứng thực,công chứng} {,bản} sao | {,tổng} vốn đăng ký |
{yên,an,trung,chuyên,nhiệt} tâm | {đến,tới} đâu chắc {đến,tới} {đó,đấy,đâu} | chắc
{tay,ăn,bền,chân,từng} | {không,ko,hông,hổng,chưa} biết {dùng,xài,sử dụng} | {cho,nắm,giữ} chắc |
đề nghị {phong tặng,truy tặng,xét tặng} | {bác,y,dược} sĩ | cô {giáo,nuôi} |
{như,đúng như,y như,trước} {dự kiến,dự tính,dự báo} |
hậu cần | căn cước {,công dân} | cần kiệm! | cần kiệm liêm chính | cần {trục,cẩu,câu}! | cần sa |
{nhóm,đối tượng} mục tiêu | {bên,phía,tay,lẽ} phải! | phía phải | vượt {khó,lũ,nghèo} |
{các,đủ} loại | loại hình | {nhà,phòng} chờ! | nhà chờ xe buýt | {thăm hỏi,trợ cấp,chế độ} ốm đau |
{nguyên,quy,công} tắc | {lương,mức sống,nước sạch} tối thiểu | tuổi trở {lên,xuống} |
xin việc làm |
hội thảo | phục hồi | hồi {hương,sức,phục} | xã hội {,hóa,hoá} | giả định! | ước {vọng,nguyện} |
cố {vấn,đô}! | {phòng ngừa,ứng phó,phòng chống,khắc phục,xử lý} sự cố |
sự cố {môi trường,hóa chất,tràn dầu,thiên tai} | điểm hẹn | {bản,phiếu,tờ} {cam kết,đăng ký} |
{cảng,ngành,đường,vé} hàng không |
không {dùng tiền mặt,ma túy,ma tuý,tội phạm,phát thải,khói thuốc} |
{chống,thoát,tiêu} ngập {,úng,lụt} | sao {lưu,chép,kê,y}! | sao {lưu,chép,kê} | mai táng {,phí} |
hỏi đáp | {,phòng,chống,phòng chống} cháy nổ |
mất {an ninh,an toàn,trật tự,rừng,tích,năng lực,cân đối,vệ sinh} |
giảm {phát thải,rác nhựa,rác thải} |
tăng trưởng xanh | nợ xấu | tồn dư thuốc | {điều chỉnh,sửa đổi} bổ sung | {dương,âm} tính |
tháo dỡ |
{vốn,nguồn,sự nghiệp} {,có} mục tiêu | {bổ sung,hỗ trợ} có mục tiêu |
{gọi,gọi hỏi} răn đe | gọi hỏi | thăm hỏi | hỏi thăm | hỏi cung | người ta |
sai {phép,quy định,quy hoạch,thiết kế,mục đích,làn} | trái phép |
{,chương trình} {mỗi xã một sản phẩm,mỗi làng một nghề,mỗi xã 1 sản phẩm} |
mai {dịch,sơn,châu,động,lâm,pha,đình} | {hoàng,bạch,tân,quỳnh,tương} mai |
{,tiếp xúc} cử tri | giám sát | tuyên truyền | tham quan | bầu đủ | {,thu} hội phí |
ngày hội | đại đoàn kết | {sóng,gió,lũ} lớn |
hội {hỗ trợ,vận động,tặng,trao,giúp,tổ chức} |
đăng ký {tạm trú,tạm vắng,thường trú,cư trú,lưu trú,hkd,xe,xe máy,tàu cá,phương tiện,giám hộ,
nuôi con nuôi,thế chấp,giao dịch bảo đảm,quyền sử dụng đất,khai sinh,kết hôn,khai tử,kinh doanh,
mới,nghĩa vụ,nghĩa vụ quân sự,tuổi 17,đất đai,hộ tịch,mã số,mã số thuế,
số hiệu,biển số,thuế,hộ kinh doanh,
doanh nghiệp,biến động,nhãn hiệu,mã vùng trồng} |
{không,ko,k,hông,hổng,chưa} {đăng nhập,vào,vô,mở} {được,đc,dc} {trang,app,link,hệ thống} {theo
dõi,nhắc việc,đôn đốc} |
phần {mềm,thưởng,mộ,cứng} | đảng viên | {thành,học,cổ,tín} phần |
dự bị động viên | thông qua | khung sườn | thành công | chuyên đề | cốt cán | bị {can,cáo} |
{cho,với} nhà thầu |
{chọn,lựa chọn} {,được} nhà thầu | {tài liệu,điều lệ,công tác,hoạt động,cán bộ} hội |
{tc-kh,tckh,kh-tc,tài chính kế hoạch,tài chính - kế hoạch,kế hoạch - tài chính} |
{kế hoạch đầu tư,kế hoạch và đầu tư,kh-đt,khđt} |
đội {thuế,trưởng,sản xuất,thi công,quản lý,dân phòng,văn nghệ} |
tại {nguồn,chỗ,nhà,trụ sở} | phân loại | {ra,quay lại,trở lại} {lớp,trường} |
đô thị | sinh hoạt đảng | tỷ lệ sống | {,vượt,như,hơn} mong đợi | gián đoạn |
gói bánh {,chưng,tét} |
người tốt việc tốt | cử tri | như {,đã} {hứa,cam kết,đăng ký,hẹn} | {,bệnh viện,khu} dã chiến |
{nhớ,nói,ghi,nêu,thấy,làm,hỏi} rõ |
bồi {thường,dưỡng,hoàn} | {,tổng} dư nợ | vốn vay | đối thoại | đất công ích 5% |
{quỹ đất,ruộng,ruộng đất} 5% |
{tàu,tàu cá,gia đình,phong trào} {ba,3,bốn,4,năm,5,sáu,6,tám,8} không |
{khảo sát,thống kê,rà soát,kiểm đếm} thiệt hại |
sắp {xếp,đặt} | {tái,} định cư | định {kỳ,canh,lượng,suất,vị,giá} | cố định | củng cố | bảo tồn |
theo dõi | gấp {đôi,rưỡi} | {trao,biến} đổi | đối {chiếu,với} |
đồng ý với {,ý kiến} | thịnh vượng | an khang {,thịnh vượng} |
đúng hẹn | gia cố | đảng phí | đầu tư | đầu tư {công,cộng đồng} |
{chữa,phòng,bình chữa,chống} cháy | 1 triệu ha | cần {việc,việc làm} |
hội {viên,phụ nữ,nông dân,cựu chiến binh,ccb,lhpn,người cao tuổi,khuyến học,chữ thập đỏ,đã} |
chuyên cần | {ăn,vui,đón,quà} tết! |
giao {rừng,khoán,đất rừng} | mái {ấm,ấm tình thương,che,tôn,trường} | mái nhà! |
{chủ nhật,thứ bảy,thứ 7,thứ sáu,thứ 6} {xanh,đỏ,tình nguyện,vì dân,vì cộng đồng} | trẻ |
{kiểm điểm,tổng kết,sơ kết,đánh giá,bình xét,rà soát hộ nghèo} cuối {năm,kỳ} |
{sáp,xáp} nhập | {nhà,đập,cầu,đường,chợ,lán,trạm,sạp,quán,bãi,kho,lều} tạm | xếp loại |
{xe,rào,vệ sinh,chốt,bến,kè} tạm |
{,bị,làm} mất {điện thoại,đt,máy,sim} | {,bị} quên mật khẩu |
kiên cố {,hóa,hoá} | cái răng |
quên {,mất} {chưa,không,ko} {báo cáo,báo,gửi,nộp,nhắn,bấm} |
{khám,chữa,phòng,bắt,trị,khỏi,hết} bệnh | bệnh {nhân,án,xá,truyền nhiễm} |
vì {báo,trả lời,nhắn,gửi} {trễ,muộn,chậm} |
bệnh viện | đang thi {,nâng ngạch} | đang trên {xe,đường,tàu,huyện,tỉnh,rẫy,ruộng} | đang trong
{viện,phòng họp,cuộc họp,lớp} |
{,đảm bảo,bảo đảm,chắc chắn,chắc,không chắc,ko chắc} 100% đúng |
{,mã,số} định danh {,cá nhân,điện tử,mức} |
nói hạn {,là,tới,đến,mới,mới là} | thời gian {,còn lại,còn} | không gian | trung gian | dân gian |
{xây dựng,lập,soạn,soạn thảo,dự thảo} kế hoạch | giới thiệu {,việc làm} | thiếu nhi | thiếu niên |
{đổ,trải,làm,} bê tông | tai nạn {,giao thông,lao động} | tai biến | tệ nạn | sau {,cơn}
{bão,lũ,mưa,mưa bão,mưa lũ,thiên tai} | {phòng chống,khắc phục,chống,ứng phó} {lụt bão,bão
lũ,bão,thiên tai,lũ lụt,hạn mặn,lũ,mưa bão} | khắc phục {,hậu quả} {bão,mưa lũ,mưa bão,thiên tai}
| {,mức} thu nhập {,bình quân} | năng suất {,bình quân} | tăng cường | giảm nghèo | giảm nghèo bền
vững | tăng gia | đê bao | đê | vì người nghèo | quỹ vì người nghèo | vì sự tiến bộ | vì trẻ em |
vì cộng đồng | vì an ninh | bao phủ | bao nhiêu năm | bảo đảm | đảm bảo | bảo hiểm | bảo hiểm y tế
| bảo hiểm xã hội | báo cáo viên | vắc xin | vắc-xin | vac xin | vaccine | xin chữ ký
| mầm non | quy ước | hương ước | công ước | điều ước | giao ước | thỏa ước | thoả ước | ao ước |
mong ước | ước mơ | chút đỉnh | bình định | gia định | nam định | tân định | an định | phú định |
quyết định | ổn định | xác định | chỉ định | nhất định | gia đình | hộ gia đình | thẩm định | giám
định | quy định | nhận định | kiểm định | hiệp định | cần thơ | cần giờ | cần giuộc | cần đước |
cần thiết | cần cẩu | mục tiêu quốc gia | chương trình mục tiêu quốc gia | chương trình mục tiêu |
theo yêu cầu | theo đề nghị | đã cố gắng | cố gắng lắm | rất cố gắng | cố gắng hết sức | cố gắng
lắm mới | đã rất cố gắng | nêu trên | {văn phòng,vp,hệ thống,phần mềm,chị,bên chị,bên anh,trên
đó,chắc} chưa {cập nhật,ghi nhận,ghi,nhập,thấy,coi,xem,đọc,nhận được} | đã nêu | nêu rõ | như đã
nêu | sai phạm | sai sót | lộn xộn | xử lý sai phạm | đang họp | đang bận | đang đi | đang ăn |
đang lái xe | đang chạy xe | đang chạy | đang ngủ | đang nghỉ | đang trực | đang học | đang dự |
đang tiếp | đang ở | đang nằm viện | đang khám | đang ốm | đang bệnh | đang đón | đang coi | đang
xem | đang gọi | đang nghe | đang tìm | đang hỏi | đang trên đường | đang ngoài | đang đứng | đang
ngồi | đang bên | đang dưới | đang kẹt xe | kẹt xe | đang đám | đang dự họp | đang giao ban | đang
tập huấn | đang chủ trì | đang công tác | đang đi công tác | đang trên huyện | đang ở huyện | đang
mưa | thành viên | thành lập | quan tâm | quan trọng | hoàn cảnh khó khăn | hộ khó khăn | gia đình
khó khăn | có hoàn cảnh khó khăn | vùng khó khăn | học sinh khó khăn | hội nghị | hội chợ | trưởng
ấp | trưởng thôn | xin lỗi | em xin lỗi | thành lỗi | cho vay | hộ vay vốn | vay vốn | giao ban |
giao thông | giao lưu | bàn giao công tác | nhận bàn giao | hết lòng | hết mình | hết nhiệm kỳ |
khó thở | chờ tàu | xóm chợ | chợ | chỗ | giao mùa | giao nhiệm vụ | di dời | di dời nhà | kéo dài
tuyến | dời nhà | bộ đội | con đường | ngày càng | ngay | hết sức | nghị quyết đại hội | vốn | cán
bộ
[label]
{,phân} chi hội | phân hội |
lần thứ | mức độ | cấp độ | lầu | tầng | dãy | bàn | cổng | kiệt | khu vực | số hiệu | bến | ngã |
ô | ấp | khu phố | kp | khóm | thôn | xóm | tổ | tổ dân phố | phường | xã | quận | huyện | đường |
đường số | hẻm | ngõ | ngách | số nhà | nhà số | quốc lộ | ql | đt | tỉnh lộ | hương lộ | cầu |
kênh | cống | chi bộ | chi hội | chi đoàn | đảng bộ | trường | phòng | lớp | khối | khóa | kỳ họp |
kỳ | lần | mục | điểm | khoản | điều | chương | phụ lục | gói thầu | mũi | gói số | tuyến | nhóm |
tổ công tác | tuần | thứ | phương án | lô | thửa | tờ | cụm | khu | vùng | đội | trạm | công trình |
dự án | quyển |
trang | dòng | câu | bảng | biểu | mẫu | zalo | sđt | số điện thoại | điện thoại | tk | tài khoản
| cmnd | cccd | lúc | vào lúc | hồi | khoảng lúc | tổ số | ấp số | chỉ số | đại hội | nhiệm kỳ |
hội nghị | hội nghị lần thứ | phiên | cấp | hạng | bậc | covid | mã | mã số | số | thôn bản | làng
| buôn
[fill]
lận! |
{số,số liệu} của |
{,mà} {,sao} {máy,bot,hệ thống,zalo} {còn,cứ,vẫn,vẫn còn,vẫn cứ} {nhắc,hỏi,đòi}
{,hoài,mãi,miết,nữa} | ms | ak | akk | uk | nka | nhak |
{không,nỏ} còn chi mô | rứa | ni! | tê! | hỉ! | mô! |
{một,hai,ba} là! |
nờ! | mốc | ngưỡng | nào cũng | phần việc {,đã} được giao | xong chưa mà hỏi {,hoài,mãi} |
phần {em,e,mình,tui,tôi,bên em,xã em,phường em,xã mình,tụi em} |
phần của {em,mình,tui,tôi,bên em,tụi em,xã,phường,ấp,thôn,khóm,ban,phòng,đơn vị,cơ quan,
trường,trạm,hội,đoàn,chi bộ,đảng ủy,ubnd} |
{,mà} {sao,sao cứ} {còn,cứ} {nhắc,hỏi,đòi,kêu,réo} {,hoài,mãi,nữa,miết} {,vậy} |
chứ {mấy,nhiêu,bao nhiêu} |
{,mà} sao {hệ thống,máy,bot,phần mềm,zalo} {vẫn,cứ,vẫn cứ,còn} {nhắc,hỏi,báo}
{,hoài,mãi,nữa,miết} {,vậy,dzậy,thế} |
{,mà} sao {nhắc,hỏi,đòi,kêu,réo,nhắn} {hoài,mãi,nữa,miết,dữ} {,vậy,thế} |
{hết,không,ko,k,hông,hổng,chưa} {,để,bỏ,còn} sót
{,ai,hộ nào,em nào,người nào,cái nào,trường hợp nào} |
{không,ko,hông,hổng,khỏi,k} {,cần,phải} {dời,lùi,hoãn} {,hạn,lại,ngày} {,đâu,nữa} |
ch ơi | thưa ch | dạ ch | từ {đời nào,đời tám hoánh,đời 8 hoánh,8 đời,tám đời,khuya,lâu,hồi
nào,lâu lắm,lâu lắc} | {không,ko,k,hông,hổng} còn {gì,chi,việc gì,việc} {,nữa,hết,nữa hết,phải
làm,phải làm nữa} | {buổi,} {sáng, trưa,chiều,tối} | khuya! | kq | tđ | kết quả thực hiện | bí thư
| phó bí thư | chủ tịch | phó chủ tịch | đồng chí bí thư | trưởng phòng | chánh văn phòng | chiều
| buổi chiều | buổi sáng | cuối giờ | đầu giờ | cuối ngày | mặt bằng | kinh phí | giải phóng mặt
bằng | rõ ràng | dạ | thưa | kính | kính gửi | kính thưa | kính báo cáo | gửi | báo cáo | báo cáo
đồng chí | bc | bcao | bcáo | em | e | anh | a | chị | c | tôi | mình | tui | bác | sếp | thủ
trưởng | lãnh đạo | đồng chí | đ/c | văn phòng | vp | đơn vị | đv | bên | bên em | phía | ạ | à |
á | ơi | nhé | nha | nhen | nghen | nghe | hén | hà | hở | đó | đấy | đây | nè | này | kia | ấy |
thì | là | mà | vào | ở | tại đơn vị | của | đến | tới | sang | qua | cho biết | xin báo cáo | xin
được báo cáo | xin phép báo cáo | em xin báo cáo | xin thưa | trân trọng | cũng | cx | luôn | lun
| thôi | đi | giúp | giùm | dùm | được rồi | tình hình | kết quả | công việc | khối lượng | khối
lượng công việc | tỷ lệ | tổng cộng | vừa mới | hiện đang | đx | với | vs | các | những | số | con
số | số liệu | mức | tất cả | hết trơn | hết trọi | hết ráo | cả rồi | trơn | ráo | nhiệm vụ |
nhiệm vụ này | nhiệm vụ được giao | việc | việc này | việc đó | việc được giao | công tác | chỉ
tiêu này | khoản | phần việc | nội dung | nội dung này | anh em | chị em | quý cơ quan |
đảng ủy | ubnd | ủy ban | chi bộ | đảng bộ | thường trực | ban thường vụ | tin | toàn bộ | hoàn
toàn | ngân sách | theo | trên địa bàn | tụi em | chúng tôi | chúng em | tụi tui | cái | nãy | hồi
| từ | hồi nãy | lúc nãy | về | về việc | hen nha | anh hai | chị hai | anh ba | anh tư | vừa |
mới | đã | mới có | đã có được | hết | tiến độ | vậy | lắm | số tiền | số lượng | số hộ | giá trị
| đạt giá trị
"""
