"""The phrases that a reply is understood by, under the kind of thing that each says.

A table only: "[kind]", then phrases parted by "|". Where a text without marks could be two
phrases, the kind that comes first wins: the more careful one stands first.
"""

from typing import Final

TABLE: Final = """
[near]
gần | sắp | sắp sửa | ngót | suýt | suýt soát | gần như | gần được | gần đạt | gần tới | gần đến
| sắp đạt | sắp được | chưa tới | chưa đến | chưa đạt | chưa đạt được | chưa được | chưa đc |
chưa đạt tới | chưa quá | chưa vượt | không tới | không đến | không được | không đạt | ko đc |
ko được | ko đạt | ko tới | hổng tới | hổng được | dưới | dưới mức | thấp hơn | ít hơn | tối đa
| tối thiểu | ít nhất | nhiều nhất | không quá | không dưới | cao nhất | tiệm cận | chưa làm
được tới | trên dưới | chưa thu được | chưa kết nạp được | chưa thu | chưa kết nạp | xíu nữa |
chút nữa | chút xíu nữa | một chút nữa | tí nữa | sẽ sớm | trở lên | trở xuống | đổ lại | đổ lên
| hoặc hơn | có lẽ | hình như | nghe nói | tầm đâu | chưa vượt qua | còn kém | nhỏ hơn | chưa
nổi | không nổi | hổng nổi | xém xong | xém đạt | mém xong
[neg]
chưa | chx | không | ko | k | kg | khg | kh | hông | hổng | hong | hỏng | hk | hok | chẳng | chả
| không thể | chưa thể | đâu có
[undone]
chưa xong | chưa hoàn thành | chưa hoàn tất | chưa làm xong | chưa thực hiện xong | chưa triển
khai xong | chưa xong hết | chưa hoàn thiện | chưa dứt điểm | không xong | chưa mần xong | chưa
xong được | chưa xong nữa | chưa hoàn thành được | chưa ht | chx xong | chưa hết | không hoàn
thành | chưa thể hoàn thành | chưa được hoàn thành | chưa xong đâu | chưa làm xong hết | chưa
đạt yêu cầu | chưa đạt chỉ tiêu | chưa đạt kế hoạch | vẫn chưa xong | chưa triển khai hết | chưa
làm hết | chưa thực hiện hết | chưa hoàn thành hết | chưa làm kịp | xong đến nơi | xong tới nơi
| sắp xong đến nơi | sắp xong tới nơi | mốt xong | mơi xong
[start0]
chưa làm | chưa làm gì | chưa làm gì hết | chưa làm được gì | chưa làm được | chưa triển khai |
chưa triển khai được | chưa triển khai gì | chưa thực hiện | chưa thực hiện được | chưa thực
hiện gì | chưa bắt đầu | chưa bắt đầu làm | chưa có gì | chưa có gì hết | chưa được gì | chưa
được gì hết | chưa khởi công | chưa khởi động | chưa tiến hành | chưa mần | chưa mần gì | chưa
mần gì hết | chưa mần gì ráo | chưa mần được | chưa mần được gì | chưa đụng | chưa đụng tới |
chưa động đến | chưa động tới | chưa làm chi | chưa làm chi hết | chưa bắt tay vào làm | chưa
bắt tay làm | chưa tổ chức | chưa tổ chức được | chx làm | chx triển khai | chưa lm | chưa thực
hiện nội dung nào | chưa có tiến độ | chưa có kết quả gì | chưa thi công | chưa làm nổi | chưa
giải ngân | chưa giải ngân được | chưa thu được đồng nào | chưa thu được gì | chưa kết nạp được
ai | chưa rục rịch | chưa nhúc nhích | chưa làm một chút nào | chưa có làm | chưa có làm gì |
chưa có mần | chưa có mần gì | chưa có triển khai | chưa có triển khai gì | chưa có thực hiện
[left]
còn | còn lại | chỉ còn | còn thiếu | chỉ còn lại | vẫn còn | còn tồn | còn khoảng | còn độ |
còn chừng | còn tầm | còn cỡ | còn có | còn phải làm | còn phải | vẫn còn lại | chỉ còn khoảng |
còn lại khoảng | chỉ còn chừng
[delta]
tăng | tăng thêm | thêm | giảm | giảm thêm | vượt | nhích | nhích thêm | nhích lên thêm | hụt
mất | cao hơn | tăng trưởng | nâng thêm | vượt quá | chênh | bổ sung | tăng được | giảm được |
làm thêm | làm thêm được | thêm được | được thêm | đạt thêm | vượt mức | tụt | sụt | rớt | mất |
nợ | còn nợ | hụt | hụt thu | thất thu | thâm hụt | lỗ | bội chi | giảm thu
[compare]
so với cùng kỳ | cùng kỳ | so cùng kỳ | so với cùng kỳ năm trước | so với cùng kỳ năm ngoái |
cùng kỳ năm trước | cùng kỳ năm ngoái | so với tháng trước | so với tuần trước | so với năm
trước | so với năm ngoái | so với quý trước | so với kỳ trước | so với đầu năm | so với đầu kỳ |
so năm trước | so tháng trước | năm ngoái | kỳ trước | lần trước | báo cáo trước | so với lần
trước | so với hôm trước | so với hôm qua
[plan]
kế hoạch | kh | khoạch | kế hoạch năm | kế hoạch giao | kế hoạch được giao | kế hoạch đề ra | kế
hoạch tháng | kế hoạch quý | kế hoạch cả năm | kh năm | kh giao | dự toán | dự toán được giao |
dự toán năm | dự toán giao | chỉ tiêu | chỉ tiêu được giao | chỉ tiêu giao | chỉ tiêu kế hoạch |
chỉ tiêu năm | chỉ tiêu cả năm | so với kế hoạch | so kế hoạch | so với chỉ tiêu | so với dự
toán | so với kh | nghị quyết đề ra | chỉ tiêu nghị quyết | nghị quyết | được giao | giao | trên
giao | tỉnh giao | thành phố giao | cấp trên giao | kế hoạch vốn | tổng dự toán | tổng kế hoạch
| kế hoạch là | dự toán là | chỉ tiêu là | định mức
[forecast]
ước | ước đạt | ước thực hiện | ước tính | ước khoảng | ước chừng | ước thu | dự kiến | dự ước |
dự tính | dự báo | dự định | phấn đấu | sẽ | cố gắng | ráng | quyết tâm | hứa | cam kết | đăng
ký | hy vọng | hi vọng | khả năng | có khả năng | có thể | chắc | chắc là | chắc khoảng | chắc
cỡ | chắc chắn | nếu | mục tiêu | mục tiêu là | theo kế hoạch sẽ | định | hẹn | yêu cầu | yêu
cầu đạt | phải đạt | cần đạt | cần | phải | đề ra | đặt ra | sẽ cố gắng | muốn | phải xong | cần
hoàn thành | giao phải đạt | theo dự kiến | dự kiến đạt | phấn đấu đạt | tới hạn sẽ | mai mốt |
đến lúc đó | định hướng | mong muốn | theo tiến độ sẽ | nhắm chừng | nhắm | ước chừng được |
ngày mai sẽ | hướng tới | hướng đến | chắc cũng | cố | tính sẽ | tính là
[late]
kịp | không kịp | ko kịp | k kịp | hông kịp | hổng kịp | hong kịp | kg kịp | khg kịp | chưa kịp
| không kịp tiến độ | không kịp hạn | không kịp thời hạn | ko kịp tiến độ | ko kịp hạn | làm
không kịp | làm ko kịp | trễ hạn | quá hạn | trễ rồi | trễ hạn rồi | không theo kịp | hết kịp |
khó kịp | không đảm bảo tiến độ | không bảo đảm tiến độ | không đúng hạn | làm hổng kịp | làm
hông kịp | chắc không kịp | sợ không kịp | sợ không kịp tiến độ | chậm rồi | chậm trễ | trễ hẹn
| không kịp nữa | không kịp thời gian | sợ trễ | sợ trễ hạn | e không kịp | e là không kịp |
hổng kịp rồi | không thể kịp | không kịp đâu
[asks]
xin phép | cho | xin | cho em | cho e | cho đơn vị | cho tôi | cho mình | cho bên em | đề nghị |
đề xuất | kiến nghị | mong | nhờ | xin được | cho phép | đề nghị cho | đề nghị cho phép | xin
cho | xin cho phép
[block]
vướng | vướng mắc | khó khăn | gặp khó khăn | gặp khó | gặp vướng mắc | kẹt | bị kẹt | mắc kẹt |
thiếu | còn thiếu vốn | ách tắc | tắc | trở ngại | bị vướng | chưa giải ngân vốn | chờ | đợi |
đang chờ | đang đợi | còn chờ | phải chờ | chờ ý kiến | chờ kinh phí | bất cập | tồn tại | hết
kinh phí | hết tiền | không có kinh phí | ko có kinh phí | chưa có kinh phí | chưa có vốn | chưa
có tiền | chưa có mặt bằng | không có tiền | không có vốn | không có người | chưa có người |
không đủ kinh phí | không đủ người | chưa bố trí được vốn | chưa bố trí vốn | chưa được bố trí |
chưa được cấp | chưa được cấp kinh phí | chưa được duyệt | chưa được phê duyệt | chưa phê duyệt
| chưa duyệt | chưa có hướng dẫn | chưa nhận được kinh phí | chưa nhận kinh phí | chưa có quyết
định | chưa đồng thuận | chưa đồng tình | không đồng thuận | không đồng ý | chưa đồng ý | chưa
chịu | không chịu | hổng chịu | hông chịu | ko chịu | phản đối | khiếu nại | tranh chấp | mưa
bão | bị mưa | mưa nhiều | mưa quá | do mưa | dịch bệnh | do dịch | vì dịch | chưa bàn giao |
chưa giao đất | chưa giải phóng | chưa giải tỏa | quá tải | trục trặc | sự cố | hư hỏng | bị hư
| bị hỏng | bị chậm | chưa thống nhất | chưa thanh toán | không liên hệ được | khó | rất khó |
hơi khó | khó quá | thời tiết | do thời tiết | giá tăng | vật tư tăng | nhà thầu | nhà thầu chậm
| chậm do | chậm vì | trễ do | trễ vì | tại mưa | chưa có chỉ đạo | bị trả hồ sơ | bị đình chỉ |
tạm dừng | bị dừng | chưa di dời | không kịp do | bệnh | ốm | đi vắng | nằm viện | mất điện | bị
lũ | bị ngập | ngập | thiên tai | không hợp tác | chưa hợp tác | ngoài khả năng | nan giải |
chưa có cơ sở | chưa có nguồn | không có nguồn | chưa có nguồn vốn | bị động | mặt bằng chưa có
| kinh phí chưa có | vốn chưa có | tiền chưa có | kinh phí chưa về | tiền chưa về | vốn chưa về
| kinh phí không có | tiền không có | mặt bằng chưa giao | chưa có kinh phí thực hiện | không ra
quyết định | chưa cấp | chưa cấp kinh phí | chưa cấp vốn | chưa bố trí | chưa ký | chưa thẩm
định | dân không cho | dân không chịu | dân phản đối | bị vướng mắc | gặp trở ngại | bị trễ | bị
trục trặc | chưa nhận mặt bằng | chưa có nhân lực | thiếu hụt | không có mặt bằng | không đủ |
không đủ vốn | chưa đủ | chưa đủ vốn | chưa đủ điều kiện | không thực hiện được | không triển
khai được | không làm được | không thể triển khai | không thể thực hiện | làm không được | mần
không được | mần hổng được | làm ko được | ko làm được | k làm đc | k làm được | hổng làm được |
hông làm được | chờ nghiệm thu | chờ phê duyệt | chờ thẩm định | chờ duyệt | chờ ký | chờ mặt
bằng | chờ vốn | chờ hướng dẫn | chờ chỉ đạo | chờ cấp | chờ trình | chờ quyết toán | chờ bàn
giao | chờ kết quả | chờ thủ tục | chờ sếp | chờ trên | chờ cấp trên | chờ nhà thầu
[free]
không vướng | không vướng mắc | không vướng mắc gì | không vướng gì | không có vướng | không có
vướng mắc | không có vướng mắc gì | không có khó khăn | không có khó khăn gì | không khó khăn |
không khó khăn gì | không có khó khăn vướng mắc | không gặp khó khăn | không gặp khó khăn gì |
không gặp vướng mắc | không gặp trở ngại | không còn vướng | không còn vướng mắc | không còn khó
khăn | hết vướng | hết vướng mắc | hết khó khăn | đã gỡ vướng | đã hết vướng | đã tháo gỡ | đã
gỡ | gỡ xong | đã tháo gỡ khó khăn | đã tháo gỡ vướng mắc | không trở ngại | không có trở ngại |
không thiếu | chưa vướng | chưa có khó khăn | chưa có vướng mắc | chưa gặp khó khăn | ko vướng |
ko vướng gì | ko có vướng | ko có vướng mắc | ko có khó khăn | ko khó khăn gì | ko vướng mắc |
ko vướng mắc gì | hông có vướng | hông có vướng gì | hông vướng | hông vướng gì | hổng có vướng
| hổng có vướng gì | hổng vướng | hổng vướng gì | k vướng | k có khó khăn | k vướng gì | vượt
qua khó khăn | khắc phục khó khăn | đã khắc phục | không có vướng gì | bớt khó khăn | không phải
chờ | không chờ
[cause]
do | vì | bởi | bởi vì | tại | tại vì | nguyên nhân | lý do | lí do | nguyên do | là do | là vì
| vì là
[extend]
gia hạn | gia han | xin gia hạn | đề nghị gia hạn | lùi hạn | lùi thời hạn | lùi thời gian | dời
hạn | hoãn thời hạn | kéo dài thời hạn | kéo dài thời gian | xin thêm | xin lùi | xin dời | xin
hoãn | xin khất | cho thêm | cho em thêm | cho e thêm | cho đơn vị thêm | cho tôi thêm | cho bên
em thêm | cho mình thêm | em xin thêm | xin trễ | xin chậm | xin muộn | thêm thời gian | xin
thêm thời gian | cho thêm thời gian | nới hạn | nới thời hạn | giãn hạn | giãn thời gian | giãn
tiến độ | cho nợ | xin nợ | ra hạn | xin ra hạn | điều chỉnh thời hạn | điều chỉnh thời gian |
điều chỉnh hạn | đề nghị lùi | đề nghị dời | đề nghị hoãn | đề nghị kéo dài | xin kéo dài | gia
hạn thời gian | gia hạn thời gian hoàn thành | gia hạn hoàn thành | gia hạn thời hạn | lui hạn |
xin lui | xin thư thư | xin được gia hạn | cho gia hạn | gia hạn giúp | gia hạn thêm | gia hạn
cho | lùi ngày | xin lùi hạn | xin nộp muộn | xin nộp trễ | xin nộp chậm | xin nộp sau | xin hẹn
lại | xin thêm hạn | cho xin thêm | xin đc thêm | xin được thêm | xin gia hạn thêm | xin khất
lại | dời hạn lại | xin được lùi | xin được dời | xin được khất | đề nghị cho gia hạn | đề nghị
cho lùi | đề nghị cho thêm | đề nghị thêm | đề xuất gia hạn | kiến nghị gia hạn | cho em xin
thêm | cho em gia hạn | cho em dời | cho em lùi | cho em khất | cho em xin dời | cho em xin gia
hạn
[shift]
lùi | lùi lại | dời | dời lại | dời ngày | hoãn | hoãn lại | khất | khất lại | kéo dài | nộp
muộn | nộp chậm | nộp trễ | nộp sau | lui | lui lại | thư thư | chuyển sang | chuyển qua | để
sang | để qua | để đến | cho dời | cho lùi | cho khất | cho hoãn | cho nộp trễ | cho nộp muộn |
cho nộp chậm | cho nộp sau | làm trễ | làm chậm
[close]
xác nhận hoàn thành | đề nghị xác nhận hoàn thành | xin xác nhận hoàn thành | đề nghị xác nhận |
xin xác nhận | xác nhận giúp | xác nhận hoàn thành nhiệm vụ | công nhận hoàn thành | đề nghị
công nhận hoàn thành | đề nghị kết thúc | xin kết thúc | cho kết thúc | đề nghị cho kết thúc |
xin cho kết thúc | kết thúc theo dõi | đề nghị kết thúc theo dõi | xin kết thúc theo dõi | đóng
việc | đóng nhiệm vụ | xin đóng | đề nghị đóng | xin nghiệm thu | đề nghị nghiệm thu | kết thúc
nhiệm vụ | ghi nhận hoàn thành | đề nghị ghi nhận hoàn thành | xác nhận đã hoàn thành | xác nhận
giúp em hoàn thành | xác nhận cho em hoàn thành
[ack]
đã nhận | đã nhận được | nhận rồi | nhận được rồi | đã nhận rồi | đã nhận thông tin | đã nhận
tin | đã nhận văn bản | đã nhận được văn bản | đã nhận được tin | đã nhận được chỉ đạo | đã nhận
chỉ đạo | đã nhận được thông tin | đã nhận đc | nhận đc | nhận được | nhận đủ | đã rõ | rõ | rõ
rồi | đã hiểu | hiểu rồi | đã nắm | đã nắm rõ | đã nắm thông tin | nắm rồi | ok | oke | okie |
oki | okay | okê | ô kê | ô-kê | đã xem | đã đọc | xem rồi | đọc rồi | đã tiếp thu | tiếp thu |
tuân lệnh | nhất trí | đồng ý | vâng | dạ vâng | vâng ạ | dạ rõ | xin chấp hành | chấp hành |
nghiêm túc thực hiện | 👍 | 👌 | đã tiếp nhận | đã thấy | đã biết | biết rồi | ghi nhận | đã ghi
nhận | nhận chỉ đạo | nhận nhiệm vụ | nhận lệnh | đã quán triệt | nhận thông tin | nhận tin |
roger | uh | ừ | ừm | uhm | dạ dạ | yes | đã nhận được văn bản rồi | đã nhận nhiệm vụ | đã tiếp
thu chỉ đạo | đã tiếp nhận văn bản | nhận được văn bản | em nhận được | đã nghe | nghe rõ | đã
nghe rõ | được ạ | xin tiếp thu | xin nhận nhiệm vụ | em hiểu | đã hiểu rõ | đã nắm được | đã
biết rồi | đã đọc rồi | dạ vâng ạ | vâng rõ | em rõ | em nắm | em nắm rồi
[done]
xong | xog | xg | xong xuôi | hoàn thành | hoàn tất | hoàn thành xong | làm xong | mần xong | lm
xong | thực hiện xong | triển khai xong | tổ chức xong | dứt điểm | hoàn thành dứt điểm | giải
quyết dứt điểm | ht | hthanh | hoàn thiện | done | hoàn thành xuất sắc | hoàn thành tốt | xong
tất cả | xong hết | xong toàn bộ | hoàn thành toàn bộ | hoàn thành hết | về đích | đã xong |
xong sạch | xong sạch sẽ | xong gọn | hoàn thành nhiệm vụ | xong việc | làm xong hết | đã làm
xong | làm xong xuôi | mần xong xuôi | hoàn thành công việc | đã về đích | đã kết thúc
[acted]
đã triển khai | đã thực hiện | đã tiến hành | đã làm | đã làm rồi | làm rồi | mần rồi | triển
khai rồi | thực hiện rồi | đã mần | đã tổ chức | có làm rồi | có làm
[ongoing]
đang | đg | đag | dg | đang làm | đang triển khai | đang thực hiện | đang tiến hành | đang mần |
đang tổ chức | đang thi công | đang xử lý | đang hoàn thiện | đang hoàn thành | đang rà soát |
đang trong quá trình | đang tổng hợp | đang trình | đang tập trung | đang khẩn trương | đang gấp
rút | đang cố gắng | đã bắt đầu | bắt đầu làm | mới bắt đầu | mới làm | mới triển khai | mới
khởi công | đã khởi công | khởi công | đúng tiến độ | theo tiến độ | đảm bảo tiến độ | bảo đảm
tiến độ | kịp tiến độ | chậm tiến độ | trễ tiến độ | vẫn đang | tiếp tục thực hiện | tiếp tục
triển khai | còn dở | dở dang | dang dở | làm dần | từ từ | bình thường | ổn | tốt | đâu vào đấy
| chưa đâu vào đâu | chậm | trễ | vẫn vậy | như cũ | vẫn như cũ | không thay đổi | chưa có gì
mới | có tiến triển | đang chuẩn bị | chuẩn bị làm | đang lập | đang xây dựng | đang soạn | đang
đo | đang vận động | đang thu | đang giải ngân | chưa đâu
[part]
cơ bản | về cơ bản | cơ bản đã | một phần | phần lớn | phần nào | đa số | hầu hết | bước đầu |
sơ bộ | tạm | tạm thời | tương đối | gần hết | gần xong hết | một số | một vài | vài | nhiều |
khá nhiều | kha khá | đáng kể | coi như | coi như là | xem như | chủ yếu | đôi chút | chút ít |
được ít | từng phần | hơi hơi | ít thôi | được một ít | một ít | nhiều rồi | ít | đã cơ bản | cơ
bản là
[piece]
giai đoạn | khâu | phần thô | phần móng | phần chính | phần đầu | dự thảo | bản nháp | phần trên
| phần dưới | phần còn lại | bước | đợt | phần khung | phần thân | phần việc | phần | vòng | gói
| hạng mục | các bước | các khâu | chặng | đoạn | nửa đầu | hồ sơ dự thảo | phần hồ sơ | công
tác chuẩn bị | khâu chuẩn bị | công đoạn
[got]
đạt | đạt được | đạt mức | đạt tỷ lệ | đạt khoảng | được | đc | dc | đk được | có được | ở mức |
thu | thu được | thu đc | đã thu | kết nạp | kết nạp được | kết nạp đc | giải ngân | giải ngân
được | thực hiện | thực hiện được | thực hiện đc | thực hiện đạt | làm | làm được | làm đc | lm
| mần | mần được | triển khai được | vận động | vận động được | trồng | trồng được | xây | xây
được | xây dựng được | cấp được | tổ chức được | giải quyết | giải quyết được | đã có | nộp |
nộp được | hoàn thành được | xong được | thi công | thi công được | thu ngân sách | thu ngân
sách được | thu ngân sách đạt | tiếp nhận | phát được | tiêm được | tiêm | xử lý | xử lý được |
rà soát | rà soát được | bàn giao | di dời được | tuyển được | đón được | huy động được | huy
động | chi được | sản xuất được | đang đạt | đang ở mức | đang ở | tương đương | tức là | chiếm
| qua được | chạy được | đi được | lên tới mức | có | bằng | chi | tặng được | trao được | hỗ
trợ được | khám được | đạt tới | đạt đến | được tới | lên được | gom được | quyên góp được | thu
về | thu vào | đã được | nộp ngân sách
[about]
khoảng | khoảng chừng | khoảng độ | hơn | trên | tầm | tầm khoảng | cỡ | chừng | độ | xấp xỉ |
đâu cỡ | đâu khoảng | cỡ khoảng | nhỉnh hơn | được khoảng | vào khoảng | đâu chừng | tròn | chẵn
| chỉ | chỉ mới | mới chỉ | chỉ đạt | chỉ được | ~ | đúng | trên mức | quá mức | đâu được | được
trên | được hơn | được cỡ | được chừng | được tầm | đạt trên | đạt hơn | đạt chừng | đạt tầm |
đạt cỡ | áng chừng | phỏng chừng | ngoài mức
[cum]
lũy kế | luỹ kế | cộng dồn | lũy kế đến nay | lũy kế từ đầu năm | luỹ kế từ đầu năm | lũy kế từ
đầu năm đến nay | luỹ kế từ đầu năm đến nay | từ đầu năm | từ đầu năm đến nay | từ đầu năm tới
nay | từ đầu năm tới giờ | tính từ đầu năm | tính từ đầu năm đến nay | từ đầu nhiệm kỳ | từ đầu
nhiệm kỳ đến nay | lk
[tonow]
đến nay | tính đến nay | tính đến | tính tới | tính đến thời điểm này | tính đến hiện tại | cho
đến nay
[per]
trong kỳ | trong tháng | trong quý | trong tuần | riêng tháng này | riêng trong tháng | kỳ này |
riêng kỳ này | phát sinh trong kỳ
[rise]
lên | lên đến | lên tới | lên được | lên thành | tăng lên | nâng lên | tăng lên đến | tăng lên
được | đã lên | tăng đến | →
[fall]
giảm còn | giảm xuống | giảm xuống còn | xuống còn | hạ xuống | hạ xuống còn | kéo giảm xuống
còn | kéo giảm còn | giảm chỉ còn
[more]
nữa | nữa là | nữa thì | nữa mới
[from]
từ mức
[sum]
tổng số | tổng
[within]
trong đó | gồm | bao gồm | cụ thể | riêng | cụ thể là | chi tiết | trong số đó | trong số này
[toward]
để | nhằm | khi | khi nào xong | sau khi | trước khi | tới khi | đến khi
[or]
hoặc | hay | hay là | hoặc là | or
[each]
đều | cả hai | cả ba | đồng loạt | cùng đạt | đều đạt | lần lượt
[but]
nhưng | nhưng mà | nhg | song | tuy nhiên | mặc dù | tuy | dù | ngoại trừ | trừ | ngoài ra | chỉ
trừ | trừ ra | trừ mỗi
[fix]
nhầm | lộn | à nhầm | nhầm rồi | à quên | sửa lại | đính chính | chỉnh lại | gõ nhầm | viết nhầm
| ghi nhầm | nói nhầm | à lộn | ý em là | xin đính chính | cập nhật lại | không đúng | sai rồi |
sai | sửa lại là | xin sửa | không phải
[ask]
bao giờ | khi nào | chừng nào | hồi nào | lúc nào | bao nhiêu | mấy giờ | ngày nào | thế nào |
như thế nào | ra sao | sao | là gì | gì vậy | ở đâu | không biết | ai | phải không | đúng không
| được không | có phải | chưa vậy | chưa ta | bao lâu | không ạ | sao rồi | cho hỏi | hỏi | cho
em hỏi | xin hỏi | làm sao | nào
[sent]
đã gửi | gửi rồi | đã nộp | nộp rồi | đã trình | đã báo cáo | báo cáo rồi | đã gửi báo cáo | đã
nộp báo cáo | gửi báo cáo | đính kèm | xin ý kiến | cho ý kiến | ý kiến
[later]
chờ chút | đợi chút | chờ xíu | đợi xíu | chờ em | đợi em | chờ tí | đợi tí | chờ em chút | báo
cáo sau | báo lại | báo lại sau | báo sau | trả lời sau | kiểm tra lại | xem lại | cập nhật sau
| gửi sau | để em kiểm tra | để em xem | rồi báo | sẽ báo | sẽ báo cáo | sẽ gửi
[thanks]
cảm ơn | cám ơn | thanks | thank | tks | thank you | xin cảm ơn | chúc mừng | chúc | xin chào |
chào | alo | hello | hi | chúc sức khỏe | cảm ơn nhiều | trân trọng cảm ơn | cảm ơn đồng chí |
cảm ơn anh | cảm ơn chị | em cảm ơn | thân ái | chúc mừng năm mới | ngủ ngon
[roi]
rồi | r | rùi | rui | òi | ròi | roài | rồi đó
[now]
hiện | hiện nay | hiện tại | hiện giờ | nay | bây giờ | giờ | giờ này | tới giờ | đến giờ | đến
thời điểm này | đến thời điểm hiện tại | tới thời điểm này | tới nay | thực tế
[and]
và | cùng | lẫn | cả
[word]
di dời | di dời nhà | kéo dài tuyến | dời nhà | bộ đội | con đường | ngày càng | ngay | hết sức
| nghị quyết đại hội | vốn | cán bộ
[label]
ấp | khu phố | kp | khóm | thôn | xóm | tổ | tổ dân phố | phường | xã | quận | huyện | đường |
đường số | hẻm | ngõ | ngách | số nhà | nhà số | quốc lộ | ql | đt | tỉnh lộ | hương lộ | cầu |
kênh | cống | chi bộ | đảng bộ | trường | phòng | lớp | khối | khóa | kỳ họp | kỳ | lần | mục |
điểm | khoản | điều | chương | phụ lục | gói thầu | gói số | tuyến | nhóm | tổ công tác | tuần |
thứ | phương án | lô | thửa | tờ | cụm | khu | vùng | đội | trạm | công trình | dự án | quyển |
trang | dòng | câu | bảng | biểu | mẫu | zalo | sđt | số điện thoại | điện thoại | tk | tài
khoản | cmnd | cccd | lúc | vào lúc | hồi | khoảng lúc | tổ số | ấp số | chỉ số | đại hội |
nhiệm kỳ | hội nghị | hội nghị lần thứ | phiên | cấp | hạng | bậc | covid | mã | mã số | số |
thôn bản | làng | buôn
[fill]
mặt bằng | kinh phí | giải phóng mặt bằng | rõ ràng | dạ | thưa | kính | kính gửi | kính thưa |
kính báo cáo | gửi | báo cáo | báo cáo đồng chí | bc | bcao | bcáo | em | e | anh | a | chị | c
| tôi | mình | tui | bác | sếp | thủ trưởng | lãnh đạo | đồng chí | đ/c | văn phòng | vp | đơn
vị | đv | bên | bên em | phía | ạ | à | á | ơi | nhé | nha | nhen | nghen | nghe | hén | hà | hở
| đó | đấy | đây | nè | này | kia | ấy | thì | là | mà | vào | ở | tại đơn vị | của | đến | tới
| sang | qua | cho biết | xin báo cáo | xin được báo cáo | xin phép báo cáo | em xin báo cáo |
xin thưa | trân trọng | cũng | cx | luôn | lun | thôi | đi | giúp | giùm | dùm | được rồi | tình
hình | kết quả | công việc | khối lượng | khối lượng công việc | tỷ lệ | tổng cộng | vừa mới |
hiện đang | đx | với | vs | các | những | số | con số | số liệu | mức | tất cả | hết trơn | hết
trọi | hết ráo | cả rồi | trơn | ráo | nhiệm vụ | nhiệm vụ này | nhiệm vụ được giao | việc |
việc này | việc đó | việc được giao | công tác | chỉ tiêu này | khoản | phần việc | nội dung |
nội dung này | nữa nha | anh em | chị em | quý cơ quan | đảng ủy | ubnd | ủy ban | chi bộ | đảng
bộ | thường trực | ban thường vụ | tin | toàn bộ | hoàn toàn | ngân sách | theo | trên địa bàn |
tụi em | chúng tôi | chúng em | tụi tui | cái | nãy | hồi | từ | từ hồi | hồi nãy | lúc nãy | về
| về việc | hen nha | anh hai | chị hai | anh ba | anh tư | vừa | mới | đã | mới có | đã có được
| hết | tiến độ | vậy | lắm | số tiền | số lượng | số hộ | giá trị | đạt giá trị
"""
