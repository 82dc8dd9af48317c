"""The words and phrases that a reply is understood by, each with the kind of thing it says.

A table only; what follows from a phrase in its place is for reply_rules.
"""

from typing import Final

# One line a kind; phrases are parted by "|". Longer phrases win over shorter ones.
_TABLE: Final = """
sum: tổng số|tổng
within: trong đó|gồm|bao gồm|cụ thể|riêng|cụ thể là|chi tiết
toward: để|nhằm|khi|khi nào xong|sau khi|trước khi|tới khi|đến khi
and: và|cùng|lẫn|cả
fill: mặt bằng|kinh phí|giải phóng mặt bằng|rõ ràng|dạ|da|thưa|kính|kính gửi|kính thưa|kính báo cáo|gửi|báo cáo|báo cáo đồng chí|bc|bcao|bcáo|em|e|anh|a|chị|c|tôi|mình|tui|tớ|cháu|con|chú|bác|cô|sếp|thủ trưởng|lãnh đạo|đồng chí|đ/c|văn phòng|vp|đơn vị|đv|bên|bên em|phía|ạ|à|á|ơi|nhé|nha|nhen|nghen|nghe|hen|hén|hà|hè|hở|đó|đấy|đây|nè|này|kia|ấy|thì|là|mà|rằng|vào|ở|tại đơn vị|của|đến|tới|sang|qua|cho biết|xin báo cáo|xin được báo cáo|xin phép báo cáo|em xin báo cáo|xin thưa|trân trọng|cũng|cx|luôn|lun|thôi|đi|giúp|giùm|dùm|được rồi|tiến độ|tình hình|kết quả|công việc|khối lượng|khối lượng công việc|tỷ lệ|tổng cộng|vừa|mới|vừa mới|hiện đang|đã|đx|da|với|vs|các|những|số|con số|số liệu|mức|tất cả|hết|hết trơn|hết trọi|hết ráo|cả rồi|trơn|ráo|sạch|nhiệm vụ|nhiệm vụ này|nhiệm vụ được giao|việc|việc này|việc đó|việc được giao|công tác|chỉ tiêu này|khoản|phần việc|nội dung|nội dung này|nữa nha|anh em|hai|chị em|quý cơ quan|đảng ủy|ubnd|ủy ban|chi bộ|đảng bộ|thường trực|ban thường vụ|tin|toàn bộ|hoàn toàn|ngân sách|theo|trên địa bàn|tụi em|chúng tôi|chúng em|tụi tui|cái|vụ|phần|nãy|hồi|từ|từ hồi|hồi nãy|lúc nãy|về|về việc
roi: rồi|r|rùi|rui|òi|ròi|roài|rồi đó
now: hiện|hiện nay|hiện tại|hiện giờ|nay|bây giờ|giờ|giờ này|tới giờ|đến giờ|đến thời điểm này|đến thời điểm hiện tại|tới thời điểm này|tới nay|thực tế
cum: lũy kế|luỹ kế|cộng dồn|lũy kế đến nay|lũy kế từ đầu năm|luỹ kế từ đầu năm|lũy kế từ đầu năm đến nay|luỹ kế từ đầu năm đến nay|từ đầu năm|từ đầu năm đến nay|từ đầu năm tới nay|từ đầu năm tới giờ|tính từ đầu năm|tính từ đầu năm đến nay|từ đầu nhiệm kỳ|từ đầu nhiệm kỳ đến nay|lk
tonow: đến nay|tính đến nay|tính đến|tính tới|tính đến thời điểm này|tính đến hiện tại|cho đến nay
per: trong kỳ|trong tháng|trong quý|trong tuần|riêng tháng này|riêng trong tháng|kỳ này|riêng kỳ này|phát sinh trong kỳ
got: đạt|đạt được|đạt mức|đạt tỷ lệ|đạt khoảng|được|đc|dc|đk được|có được|ở mức|thu|thu được|thu đc|đã thu|kết nạp|kết nạp được|kết nạp đc|giải ngân|giải ngân được|thực hiện|thực hiện được|thực hiện đc|thực hiện đạt|làm|làm được|làm đc|lm|mần|mần được|triển khai được|vận động|vận động được|trồng|trồng được|xây|xây được|xây dựng được|cấp được|tổ chức được|giải quyết|giải quyết được|có|đã có|bằng|nộp|nộp được|hoàn thành được|xong được|thi công|thi công được|thu ngân sách|thu ngân sách được|thu ngân sách đạt|tiếp nhận|phát được|cấp|tiêm được|tiêm|xử lý|xử lý được|rà soát|rà soát được|khám|trao|tặng|hỗ trợ được|bàn giao|di dời được|tuyển được|tiếp|đón|đón được|huy động được|huy động|chi|chi được|sản xuất được|đang đạt|đang ở mức|đang ở|tương đương|tức|tức là|chiếm|qua được|chạy được|đi được|lên tới mức
done: xong|xog|xg|xong xuôi|hoàn thành|hoàn tất|hoàn thành xong|làm xong|mần xong|lm xong|thực hiện xong|triển khai xong|tổ chức xong|dứt điểm|hoàn thành dứt điểm|giải quyết dứt điểm|ht|hthanh|hoàn thiện|done|hoàn thành xuất sắc|hoàn thành tốt|đã kết thúc|xong tất cả|xong hết|xong toàn bộ|hoàn thành toàn bộ|hoàn thành hết|về đích
undone: chưa xong|chưa hoàn thành|chưa hoàn tất|chưa làm xong|chưa thực hiện xong|chưa triển khai xong|chưa xong hết|chưa hoàn thiện|chưa dứt điểm|không xong|chưa mần xong|chưa xong được|chưa xong nữa|chưa hoàn thành được|chưa ht|chx xong|chưa hết|không hoàn thành|chưa thể hoàn thành|chưa được hoàn thành
start0: chưa làm|chưa làm gì|chưa làm gì hết|chưa làm được gì|chưa làm được|chưa triển khai|chưa triển khai được|chưa triển khai gì|chưa thực hiện|chưa thực hiện được|chưa thực hiện gì|chưa bắt đầu|chưa bắt đầu làm|chưa có gì|chưa có gì hết|chưa được gì|chưa được gì hết|chưa khởi công|chưa khởi động|chưa tiến hành|chưa mần|chưa mần gì|chưa mần gì hết|chưa mần gì ráo|chưa mần được|chưa mần được gì|chưa đụng|chưa đụng tới|chưa động đến|chưa động tới|chưa làm chi|chưa làm chi hết|chưa bắt tay vào làm|chưa bắt tay làm|chưa tổ chức|chưa tổ chức được|chx làm|chx triển khai|chưa lm|chưa thực hiện nội dung nào|chưa có tiến độ|chưa có kết quả gì|chưa thi công|chưa làm nổi|chưa giải ngân|chưa giải ngân được|chưa thu được đồng nào|chưa thu được gì|chưa kết nạp được ai|chưa rục rịch|chưa nhúc nhích|chưa làm một chút nào
neg: chưa|chx|không|ko|k|kg|khg|kh|hông|hổng|hong|hỏng|hk|hok|chẳng|chả|không phải|không thể|chưa thể|đâu có|đừng|chớ
near: gần|sắp|sắp sửa|ngót|suýt|suýt soát|gần như|gần được|gần đạt|gần tới|gần đến|sắp đạt|sắp được|chưa tới|chưa đến|chưa đạt|chưa đạt được|chưa được|chưa đc|chưa đạt tới|chưa quá|chưa vượt|không tới|không đến|không được|không đạt|ko đc|ko được|ko đạt|ko tới|hổng tới|hổng được|dưới|dưới mức|thấp hơn|ít hơn|kém|tối đa|tối thiểu|ít nhất|nhiều nhất|không quá|không dưới|cao nhất|tiệm cận|nhỏ hơn|chưa làm được tới|trên dưới|chưa thu được|chưa kết nạp được|chưa thu|chưa kết nạp|mém|xém|xíu nữa|chút nữa|chút xíu nữa|một chút nữa|tí nữa|sẽ sớm|trở lên|trở xuống|đổ lại|đổ lên|hoặc hơn|có lẽ|hình như|nghe nói|hụt|tầm đâu
about: khoảng|khoảng chừng|khoảng độ|hơn|trên|tầm|tầm khoảng|cỡ|chừng|độ|xấp xỉ|đâu cỡ|đâu khoảng|cỡ khoảng|ngoài|nhỉnh hơn|quá|được khoảng|vào khoảng|đâu chừng|đâu|đúng|tròn|chẵn|chỉ|chỉ mới|mới chỉ|chỉ đạt|chỉ được|~
part: cơ bản|về cơ bản|cơ bản đã|một phần|phần lớn|phần nào|đa số|hầu hết|bước đầu|sơ bộ|tạm|tạm thời|tương đối|gần hết|gần xong hết|một số|một vài|vài|nhiều|khá nhiều|ít|hơi|kha khá|đáng kể|phần thô|giai đoạn|khâu|từng phần|phần móng|phần chính|phần đầu|dự thảo|bản nháp|coi như|coi như là|xem như|chủ yếu|đôi chút|chút ít|được ít|phần trên|phần dưới|phần còn lại
ongoing: đang|đg|đag|dg|đương|đang làm|đang triển khai|đang thực hiện|đang tiến hành|đang mần|đang tổ chức|đang thi công|đang xử lý|đang hoàn thiện|đang hoàn thành|đang rà soát|đang trong quá trình|đang tổng hợp|đang trình|đang tập trung|đang khẩn trương|đang gấp rút|đang cố gắng|đã triển khai|đã thực hiện|đã tiến hành|đã làm|đã làm rồi|làm rồi|mần rồi|đã bắt đầu|bắt đầu làm|mới bắt đầu|mới làm|mới triển khai|mới khởi công|đã khởi công|khởi công|đúng tiến độ|theo tiến độ|đảm bảo tiến độ|bảo đảm tiến độ|kịp tiến độ|chậm tiến độ|trễ tiến độ|vẫn đang|tiếp tục thực hiện|tiếp tục triển khai|còn dở|dở dang|dang dở|làm dần|từ từ|bình thường|ổn|tốt|đâu vào đấy|chưa đâu|chưa đâu vào đâu|chậm|trễ|triển khai rồi|thực hiện rồi|vẫn vậy|như cũ|vẫn như cũ|không thay đổi|chưa có gì mới|có tiến triển|đang chuẩn bị|chuẩn bị làm|đang lập|đang xây dựng|đang soạn|đang đo|đang vận động|đang thu|đang giải ngân
forecast: ước|ước đạt|ước thực hiện|ước tính|ước khoảng|ước chừng|ước thu|dự kiến|dự ước|dự tính|dự báo|dự định|phấn đấu|sẽ|cố gắng|cố|ráng|quyết tâm|hứa|cam kết|đăng ký|hy vọng|hi vọng|mong|khả năng|có khả năng|có thể|chắc|chắc là|chắc khoảng|chắc cỡ|chắc chắn|nếu|mục tiêu|mục tiêu là|theo kế hoạch sẽ|định|tính|hẹn|yêu cầu|yêu cầu đạt|phải đạt|cần đạt|cần|phải|đề ra|đặt ra|sẽ cố gắng|tới lúc|muốn|phải xong|cần hoàn thành|giao phải đạt|theo dự kiến
left: còn|còn lại|chỉ còn|còn thiếu|chỉ còn lại|vẫn còn|còn tồn|còn khoảng|còn độ|còn chừng|còn tầm|còn cỡ|còn có|còn phải làm
more: nữa|nữa là|nữa thì|nữa mới
rise: lên|lên đến|lên tới|lên được|lên thành|tăng lên|nâng lên|tăng lên đến|tăng lên được|đã lên|tăng đến|→
from: từ mức
fall: giảm còn|giảm xuống|giảm xuống còn|xuống còn|hạ xuống|hạ xuống còn|kéo giảm xuống còn|kéo giảm còn|giảm chỉ còn
delta: tăng|tăng thêm|thêm|giảm|giảm thêm|vượt|nhích|nhích thêm|nhích lên thêm|hụt mất|cao hơn|tăng trưởng|nâng thêm|vượt quá|chênh|bổ sung|tăng được|giảm được|làm thêm|làm thêm được|thêm được|được thêm|đạt thêm
compare: so với cùng kỳ|cùng kỳ|so cùng kỳ|so với cùng kỳ năm trước|so với cùng kỳ năm ngoái|cùng kỳ năm trước|cùng kỳ năm ngoái|so với tháng trước|so với tuần trước|so với năm trước|so với năm ngoái|so với quý trước|so với kỳ trước|so với đầu năm|so với đầu kỳ|so năm trước|so tháng trước|năm ngoái|kỳ trước|lần trước|báo cáo trước|so với lần trước|so với hôm trước|so với hôm qua
plan: kế hoạch|kh|khoạch|kế hoạch năm|kế hoạch giao|kế hoạch được giao|kế hoạch đề ra|kế hoạch tháng|kế hoạch quý|kế hoạch cả năm|kh năm|kh giao|dự toán|dự toán được giao|dự toán năm|dự toán giao|chỉ tiêu|chỉ tiêu được giao|chỉ tiêu giao|chỉ tiêu kế hoạch|chỉ tiêu năm|chỉ tiêu cả năm|so với kế hoạch|so kế hoạch|so với chỉ tiêu|so với dự toán|so với kh|nghị quyết đề ra|chỉ tiêu nghị quyết|nghị quyết|được giao|giao|trên giao|tỉnh giao|thành phố giao|cấp trên giao|kế hoạch vốn|tổng dự toán|tổng kế hoạch|kế hoạch là|dự toán là|chỉ tiêu là|định mức
extend: gia hạn|gia han|xin gia hạn|đề nghị gia hạn|lùi|lùi hạn|lùi thời hạn|lùi thời gian|lùi lại|dời|dời hạn|dời lại|dời ngày|hoãn|hoãn lại|hoãn thời hạn|khất|khất lại|kéo dài|kéo dài thời hạn|kéo dài thời gian|xin thêm|xin lùi|xin dời|xin hoãn|xin khất|cho thêm|cho em thêm|cho e thêm|cho đơn vị thêm|cho tôi thêm|cho bên em thêm|cho mình thêm|em xin thêm|nộp muộn|nộp chậm|nộp trễ|nộp sau|xin trễ|xin chậm|xin muộn|thêm thời gian|xin thêm thời gian|cho thêm thời gian|nới hạn|nới thời hạn|giãn hạn|giãn thời gian|giãn tiến độ|cho nợ|xin nợ|ra hạn|xin ra hạn|điều chỉnh thời hạn|điều chỉnh thời gian|điều chỉnh hạn|đề nghị lùi|đề nghị dời|đề nghị hoãn|đề nghị kéo dài|xin kéo dài|gia hạn thời gian|gia hạn thời gian hoàn thành|gia hạn hoàn thành|gia hạn thời hạn|lui hạn|lui|lui lại|xin lui|xin thư thư|thư thư
asks: xin phép|cho|xin|cho em|cho e|cho đơn vị|cho tôi|cho mình|cho bên em|đề nghị|đề xuất|kiến nghị|mong|nhờ|xin được|cho phép|đề nghị cho|đề nghị cho phép|xin cho|xin cho phép
close: xác nhận hoàn thành|đề nghị xác nhận hoàn thành|xin xác nhận hoàn thành|đề nghị xác nhận|xin xác nhận|xác nhận giúp|xác nhận hoàn thành nhiệm vụ|công nhận hoàn thành|đề nghị công nhận hoàn thành|đề nghị kết thúc|xin kết thúc|cho kết thúc|đề nghị cho kết thúc|xin cho kết thúc|kết thúc theo dõi|đề nghị kết thúc theo dõi|xin kết thúc theo dõi|đóng việc|đóng nhiệm vụ|xin đóng|đề nghị đóng|xin nghiệm thu|đề nghị nghiệm thu|kết thúc nhiệm vụ|ghi nhận hoàn thành|đề nghị ghi nhận hoàn thành|xác nhận đã hoàn thành|xác nhận giúp em hoàn thành|xác nhận cho em hoàn thành
ack: đã nhận|đã nhận được|nhận rồi|nhận được rồi|đã nhận rồi|đã nhận thông tin|đã nhận tin|đã nhận văn bản|đã nhận được văn bản|đã nhận được tin|đã nhận được chỉ đạo|đã nhận chỉ đạo|đã nhận được thông tin|đã nhận đc|nhận đc|nhận được|nhận đủ|đã rõ|rõ|rõ rồi|đã hiểu|hiểu rồi|đã nắm|đã nắm rõ|đã nắm thông tin|nắm rồi|ok|oke|okie|oki|okay|okê|ô kê|ô-kê|đã xem|đã đọc|xem rồi|đọc rồi|đã tiếp thu|tiếp thu|tuân lệnh|nhất trí|đồng ý|vâng|dạ vâng|vâng ạ|dạ rõ|xin chấp hành|chấp hành|nghiêm túc thực hiện|👍|👌|đã tiếp nhận|đã thấy|đã biết|biết rồi|ghi nhận|đã ghi nhận|nhận chỉ đạo|nhận nhiệm vụ|nhận lệnh|đã quán triệt|nhận thông tin|nhận tin|roger|uh|ừ|ừm|uhm|dạ dạ|yes
block: vướng|vướng mắc|khó khăn|gặp khó khăn|gặp khó|gặp vướng mắc|kẹt|bị kẹt|mắc kẹt|thiếu|còn thiếu vốn|ách tắc|tắc|trở ngại|bị vướng|chưa giải ngân vốn|chờ|đợi|đang chờ|đang đợi|còn chờ|phải chờ|chờ ý kiến|chờ kinh phí|bất cập|tồn tại|hết kinh phí|hết tiền|không có kinh phí|ko có kinh phí|chưa có kinh phí|chưa có vốn|chưa có tiền|chưa có mặt bằng|không có tiền|không có vốn|không có người|chưa có người|không đủ kinh phí|không đủ người|chưa bố trí được vốn|chưa bố trí vốn|chưa được bố trí|chưa được cấp|chưa được cấp kinh phí|chưa được duyệt|chưa được phê duyệt|chưa phê duyệt|chưa duyệt|chưa có hướng dẫn|chưa nhận được kinh phí|chưa nhận kinh phí|chưa có quyết định|chưa đồng thuận|chưa đồng tình|không đồng thuận|không đồng ý|chưa đồng ý|chưa chịu|không chịu|hổng chịu|hông chịu|ko chịu|phản đối|khiếu nại|tranh chấp|mưa bão|bị mưa|mưa nhiều|mưa quá|do mưa|dịch bệnh|do dịch|vì dịch|chưa bàn giao|chưa giao đất|chưa giải phóng|chưa giải tỏa|quá tải|trục trặc|sự cố|hư hỏng|bị hư|bị hỏng|bị chậm|chưa thống nhất|chưa thanh toán|không liên hệ được|khó|rất khó|hơi khó|khó quá|thời tiết|do thời tiết|giá tăng|vật tư tăng|nhà thầu|nhà thầu chậm|chậm do|chậm vì|trễ do|trễ vì|tại mưa|chưa có chỉ đạo|bị trả hồ sơ|bị đình chỉ|tạm dừng|bị dừng|chưa di dời|không kịp do|bệnh|ốm|đi vắng|nằm viện|mất điện|bị lũ|bị ngập|ngập|thiên tai|không hợp tác|chưa hợp tác|ngoài khả năng|nan giải|chưa có cơ sở|chưa có nguồn|không có nguồn|chưa có nguồn vốn|bị động
free: không vướng|không vướng mắc|không vướng mắc gì|không vướng gì|không có vướng|không có vướng mắc|không có vướng mắc gì|không có khó khăn|không có khó khăn gì|không khó khăn|không khó khăn gì|không có khó khăn vướng mắc|không gặp khó khăn|không gặp khó khăn gì|không gặp vướng mắc|không gặp trở ngại|không còn vướng|không còn vướng mắc|không còn khó khăn|hết vướng|hết vướng mắc|hết khó khăn|đã gỡ vướng|đã hết vướng|đã tháo gỡ|đã gỡ|gỡ xong|đã tháo gỡ khó khăn|đã tháo gỡ vướng mắc|không trở ngại|không có trở ngại|không thiếu|chưa vướng|chưa có khó khăn|chưa có vướng mắc|chưa gặp khó khăn|ko vướng|ko vướng gì|ko có vướng|ko có vướng mắc|ko có khó khăn|ko khó khăn gì|ko vướng mắc|ko vướng mắc gì|hông có vướng|hông có vướng gì|hông vướng|hông vướng gì|hổng có vướng|hổng có vướng gì|hổng vướng|hổng vướng gì|k vướng|k có khó khăn|k vướng gì|vượt qua khó khăn|khắc phục khó khăn|đã khắc phục|không có vướng gì|bớt khó khăn|không phải chờ|không chờ
cause: do|vì|bởi|bởi vì|tại|tại vì|nguyên nhân|lý do|lí do|nguyên do|là do|là vì|vì là
late: kịp|không kịp|ko kịp|k kịp|hông kịp|hổng kịp|hong kịp|kg kịp|khg kịp|chưa kịp|không kịp tiến độ|không kịp hạn|không kịp thời hạn|ko kịp tiến độ|ko kịp hạn|làm không kịp|làm ko kịp|trễ hạn|quá hạn|trễ rồi|trễ hạn rồi|không theo kịp|hết kịp|khó kịp|không đảm bảo tiến độ|không bảo đảm tiến độ|không đúng hạn|làm hổng kịp|làm hông kịp|chắc không kịp|sợ không kịp|sợ không kịp tiến độ|chậm rồi
ask: bao giờ|khi nào|chừng nào|hồi nào|lúc nào|bao nhiêu|mấy giờ|ngày nào|thế nào|như thế nào|ra sao|sao|là gì|gì vậy|ở đâu|không biết|ai|phải không|đúng không|được không|có phải|chưa vậy|chưa ta|bao lâu|không ạ|sao rồi|cho hỏi|hỏi|cho em hỏi|xin hỏi|làm sao|nào
fix: nhầm|lộn|à nhầm|nhầm rồi|à quên|sửa lại|đính chính|chỉnh lại|gõ nhầm|viết nhầm|ghi nhầm|nói nhầm|à lộn|ý em là|xin đính chính|cập nhật lại|không đúng|sai rồi|sai|sửa lại là|xin sửa
or: hoặc|hay|hay là|hoặc là|or
each: đều|cả hai|cả ba|đồng loạt|cùng đạt|đều đạt|lần lượt
but: nhưng|nhưng mà|nhg|song|tuy nhiên|mặc dù|tuy|dù|ngoại trừ|trừ|ngoài ra|chỉ trừ|trừ ra|trừ mỗi
sent: đã gửi|gửi rồi|đã nộp|nộp rồi|đã trình|đã báo cáo|báo cáo rồi|đã gửi báo cáo|đã nộp báo cáo|gửi báo cáo|đính kèm|file|ảnh|hình|xin ý kiến|cho ý kiến|ý kiến
later: chờ chút|đợi chút|chờ xíu|đợi xíu|chờ em|đợi em|chờ tí|đợi tí|chờ em chút|báo cáo sau|báo lại|báo lại sau|báo sau|trả lời sau|kiểm tra lại|xem lại|cập nhật sau|gửi sau|để em kiểm tra|để em xem|rồi báo|sẽ báo|sẽ báo cáo|sẽ gửi
thanks: cảm ơn|cám ơn|thanks|thank|tks|thank you|xin cảm ơn|chúc mừng|chúc|xin chào|chào|alo|hello|hi|chúc sức khỏe|cảm ơn nhiều|trân trọng cảm ơn|cảm ơn đồng chí|cảm ơn anh|cảm ơn chị|em cảm ơn|thân ái
label: ấp|khu phố|kp|khóm|thôn|xóm|bản|tổ|tổ dân phố|phường|xã|quận|huyện|đường|đường số|hẻm|ngõ|ngách|số nhà|nhà số|quốc lộ|ql|đt|tỉnh lộ|hương lộ|cầu|kênh|cống|chi bộ|đảng bộ|trường|phòng|lớp|khối|khóa|kỳ họp|kỳ|đợt|giai đoạn|bước|lần|phần|mục|điểm|khoản|điều|chương|phụ lục|gói|gói thầu|gói số|hạng mục|tuyến|nhóm|tổ công tác|tuần|thứ|phương án|lô|thửa|tờ|cụm|khu|vùng|đội|trạm|công trình|dự án|quyển|trang|dòng|câu|bảng|biểu|mẫu|file|zalo|sđt|số điện thoại|điện thoại|đt di động|tk|tài khoản|cmnd|cccd|lúc|vào lúc|hồi|khoảng lúc|tổ số|ấp số|chỉ số|đại hội|nhiệm kỳ|hội nghị|hội nghị lần thứ|phiên|vòng|cấp|loại|hạng|bậc|bộ|covid|mã|mã số|số
"""

_ROW = tuple[tuple[str, ...], tuple[str, ...], str]


def _read_table() -> dict[str, list[_ROW]]:
    """First folded word → its phrases, longest first: folded words, words, kind."""
    from domain.fold import unmarked

    by_first: dict[str, list[_ROW]] = {}
    for line in _TABLE.strip().splitlines():
        kind, phrases = line.split(": ", 1)
        for phrase in phrases.split("|"):
            words = tuple(_cut(phrase))
            folded = tuple(unmarked(word) for word in words)
            by_first.setdefault(folded[0], []).append((folded, words, kind))
    for rows in by_first.values():
        rows.sort(key=lambda row: -len(row[0]))
    return by_first


def _cut(phrase: str) -> list[str]:
    """A phrase in tokens: signs stand alone ("đ/c" is three)."""
    words: list[str] = []
    for word in phrase.split():
        for sign in "/-":
            word = word.replace(sign, f" {sign} ")
        words.extend(word.split())
    return words


PHRASES: Final = _read_table()
