"""Difficulties told in an ordinary sentence, without a word for one.

"mạng ở 2 bản vẫn yếu", "thợ nghỉ vì chưa được tạm ứng", "đường lầy quá xe vào không được",
"sạt lở nên chưa đổ bê tông": what stops the work is named, and that it stops. Words such as
"vướng" and "kẹt" are marks of their own; those are for hindrances.
"""

import re
from typing import Final

from domain.fold import unmarked
from domain.reply.case import Case
from domain.reply.excuses import AWAY, not_of_the_work
from domain.reply.hindrances import are_counted_so, is_mended, is_over
from domain.reply.supposing import asks_nothing
from domain.reply.tokens import several

_NOT: Final = "(?:không|ko|k|kg|khg|hông|hổng|hong|hok|chẳng|chả|chưa|ch)"
_WORD: Final = r"[^\W\d_]+"
# What an answer lacks, and not the work: "nên chưa báo cáo được", "nên chưa có số".
_ANSWER: Final = (
    "(?:xin|báo|gửi|nộp|nhắn|trả lời|có số|có báo cáo|cập nhật|xem|trả|kịp báo|dám|biết|rõ|nắm"
    "|cần|phải|sao|còn|ai|vấn đề)"
)
_GLAD: Final = "(?:đồng|hưởng|ủng|tích|thuận|nhờ|phấn|quyết|chủ|thắng|tốt|cao điểm)"
# "không thu thêm được đồng nào": nothing has moved, and nothing is told to be in the way.
_NO_MORE: Final = rf"(?:gì|chi|ai|{_WORD}(?: {_WORD})? nào)\b"
_EFFECTS: Final = (
    # "sạt lở nên chưa đổ bê tông được", "… nên chậm", "… thành ra khó"
    rf"(?:nên|thành ra|thế nên|khiến)(?: {_WORD}){{0,4}}? (?:chậm|trễ|khó|lâu|kẹt|vướng|ngưng"
    rf"|ngừng|đình|hoãn|ít|{_NOT} (?!{_ANSWER}\b){_WORD})",
    r"(?:đang(?! ký)|phải|đành|tạm|bị)(?: \w+)? dừng(?! chân| lớp| thứ)|đứng im|ì ạch|trì trệ"
    r"|chậm (?:lắm|quá)",
    r"(?:đơn vị|bên|xã|phường|họ|huyện|sở)(?: \w+){0,3} chậm"
    r" (?:cung cấp|nộp|gửi|trả|giao|bàn giao)",
    rf"(?:làm|mần) {_NOT} (?:kịp|nổi|hết)|{_WORD} {_NOT} (?:xuể|xiết)|đang"
    r" bí|bí quá|căng (?:lắm|quá)|bó tay",
    # "dừng ở 2.710", "58 ha phải cấy lại", "phá sản rồi lấy đâu ra mà nộp"
    r"(?:dừng|đứng|kẹt|giậm chân|dậm chân) (?:ở|tại)(?: mức)? (?=\d)|(?:phải|đành) (?:làm|cấy"
    r"|gieo|trồng|xây|sửa|đo|in|soạn) lại|lấy (?:đâu|chi|gì|chỗ nào)(?: ra)? mà|lấy (?:chi|gì) ra",
    rf"{_NOT} {_WORD} (?:tiếp|thêm) (?:được|đc|dc)(?! {_NO_MORE})",
    # "ít người ký nên mới được 40%", "hoãn vì giãn cách", "nhà mạng đòi dừng"
    r"nên (?:mới|chỉ|mới chỉ|chỉ mới)(?: \w+){0,2} (?=\d)|(?:hoãn|kéo dài)(?: lại)? (?:vì|do|tại)"
    rf"|đòi (?:dừng|nghỉ|ngưng|bỏ|rút)|nên(?: {_WORD}){{1,4}} {_NOT} cho (?:lắp|vào|vô|đi|làm)",
    # "làm sao mà nhập được", "làm sao phát triển được nữa": it cannot be done
    rf"(?:thì |mà )?làm sao (?:mà (?:{_WORD} ){{1,5}}?(?:được|đc|dc|nổi)|(?:{_WORD} ){{1,5}}?"
    r"(?:được|đc|dc|nổi) nữa)",
    # "do hạn mặn lên cao nên mới được 22 ha"; "do bà con đồng lòng nên …" is no difficulty
    rf"(?:do|vì) (?:(?!{_GLAD}\b){_WORD} ){{2,10}}?nên (?:(?!{_GLAD}\b){_WORD} ){{0,8}}?"
    r"(?:mới|chỉ)(?: mới| được| đạt| có)* (?=\d)",
)
_UNABLE: Final = (
    # "xe chở bồn vào không được", "đọc không ra", "gặp hoài chưa được"
    r"(?<!làm )(?:vào|vô|gặp|đọc|liên hệ|liên lạc|gọi|mở|chạy|chở|đi|qua|thi công|đo|thu|bơm|đổ"
    rf"|lắp|bắt|dỡ|cắm|kéo|đào|tiêm|tải|nhập|đăng nhập|kết nối|đi lại|cấy|trồng|họp|làm)"
    rf"(?: hoài| mãi| cũng)? {_NOT} (?:được|đc|dc|nổi|ra|vô|vào)(?! \d| hết)",
    # "kêu thợ chưa được", "liên hệ chủ đất không được"
    rf"(?:kêu|gọi|mời|thuê|mướn|kiếm|tìm|liên hệ)(?: {_WORD}){{1,2}} {_NOT} (?:được|đc|dc|ra)"
    r"(?! \d| hết| nhiều)",
    # "kéo dây không được", "đổ mái chưa được"
    rf"(?:kéo|đào|đổ|chở|lắp|đo|bơm|dỡ|cắm|bắt) {_WORD} {_NOT} (?:được|đc|dc|nổi)"
    r"(?! \d| hết| nhiều)",
    # "chưa gặp được", "không liên lạc được", "chưa chọn được đơn vị tư vấn"
    rf"{_NOT} (?:gặp|liên hệ|liên lạc|vào|vô|tiếp cận|vận động|mời|đổ bê tông|thi công|kết nối"
    rf"|đấu nối|bàn giao|giải tỏa|chi trả|mua|tuyển|tìm|chọn|thuê|thu|gọi về|đẩy|rảnh tay)"
    rf"(?: {_WORD}){{0,2}} (?:được|đc|dc|ra)(?! \d| gì| chi| đồng nào)",
    rf"{_NOT} (?:được |đc |dc |thấy |ai )?"
    r"(?:tạm ứng|cấp(?! nhật)|bố trí|phê duyệt|chi trả|rót|chuyển tiền)",
    rf"(?<!em )(?<!tui ){_NOT} (?:nghe máy|bắt máy|cho vào|cho vô|hợp tác|tham gia"
    r"|biết (?:dùng|sử dụng|xài)|có điện thoại)",
    rf"(?:{_NOT}|đâu) (?:có )?ai (?:tham gia|chịu|dự thầu|nhận|đăng ký|mua|nộp|góp|đóng góp"
    r"|ký|duyệt|ủng hộ|hưởng ứng|hướng dẫn|chỉ đạo"
    r"|vào(?! viện)|tới họp|đến họp|đứng ra|cho mượn|cho thuê|bán|nhường|dám|trả lời|bảo trì"
    r"|có tiền|biết(?! đâu))",
    rf"{_NOT} (?:có )?(?!biết){_WORD}(?: {_WORD})? nào chịu",
    # "ông Tham không cho cắm mốc", "điện lực chưa cho đấu nối", "kéo ống hổng tới"
    rf"{_NOT} cho (?:con|cháu|trẻ|xe|máy|thợ|tổ|đoàn)"
    rf"|{_NOT} cho (?:cắm|đo|vào|vô|đi|đấu|thi công|làm|chặt|đốn|kéo|đào|tháo|mượn|qua|lắp|dựng)",
    rf"(?:kéo|vươn|với|bơm|chở)(?: \w+)? {_NOT} tới|(?:tìm|kiếm)(?: hoài| mãi)? {_NOT} "
    r"(?:ra|được|thấy)",
    # "12 anh em chưa có vị trí nào nhận"
    rf"{_NOT} có (?:\w+ ){{1,2}}nào (?:nhận|chịu|dự thầu|tham gia)|{_NOT} gặp ai",
)
_GOODS: Final = (
    "(?:thuốc|xăng|dầu|vật tư|phôi|giống|mực|giấy|kinh phí|tiền|vốn|gạch|cát|đá|xi măng|hóa chất"
    "|hoá chất|vắc xin|que test)"
)
_LACKING: Final = (
    # "chưa có chỗ", "bàn ghế chưa có", "trạm không có bác sĩ"
    rf"{_NOT} có (?:chỗ|bàn ghế|nơi(?! dung)|người|mật khẩu|máy|nguồn|đất|quỹ đất|bác sĩ|giáo viên"
    r"|nước|điện|điện thoại|thợ|đường|xe|phòng|trụ sở|con dấu|tài khoản|mẫu|vật liệu)",
    rf"(?:bàn ghế|con dấu(?: mới)?|thiết bị|máy|vật tư|giống|thuốc|nước|điện) {_NOT} có",
    r"(?:thiếu|không đủ|ko đủ|chưa đủ|hết) (?:thợ|nhân công|nhân lực|vật tư|vật liệu|thuốc|giống"
    r"|phôi|máy|kinh phí|vốn|tiền|người làm|giáo viên|bác sĩ|hóa chất|hoá chất|xăng|cát|nước|que"
    r"|que test|cây giống|vắc xin|vaccine|mực|người đi|hạn mức|biên chế|dung lượng|xi măng|gạch)",
    # "thuốc hết giữa chừng"; "phát giống hết rồi" gave all of it
    rf"(?:(?<=^)|(?<=[,.;!] )|(?<=mà )){_GOODS} (?:bìa |thẻ |đã |lại )?hết"
    r"(?: rồi| sạch| giữa chừng| mất| trơn)?(?= [,.;!]|$)",
    # "tháng sau mới có kinh phí mở lớp"
    r"(?:tháng sau|tuần sau|năm sau|sang năm|quý sau|tháng tới|cuối năm|cuối tháng) mới có "
    rf"{_GOODS}",
    r"(?<!chuẩn )bí (?:đầu ra|nguồn|chỗ|vốn|tiền|người|kinh phí|mặt bằng)(?! thư)",
    # "chưa có ai" of those who are counted is none yet
    rf"{_NOT} có (?:kết quả|(?<!chưa có )(?<!ch có )ai(?= [,.;!]|$))|{_NOT} còn ai",
    rf"nghiệm thu(?: \w+){{0,2}} {_NOT} (?:đạt|qua)"
    r"|(?:giống|vật tư|vốn|tiền|kinh phí|phân|thuốc|hàng|máy) về (?:chậm|trễ)",
    r"không còn (?:đất|tiền|vốn|kinh phí|nguồn|phôi)|hết (?:đất|chỗ)",
    r"(?:khan hiếm|(?<!khó )khan(?! \d)|eo hẹp|hạn hẹp|rườm rà|nguồn lực hạn chế"
    r"|(?:người|tiền|vốn) ít quá)",
    rf"{_NOT} có (?:ống|cát|đá|xi măng|vật tư|giống|thuốc|biểu mẫu|kinh phí|tiền|vốn)",
    r"ít (?:người|tiền|vốn|nhân lực) (?:quá|lắm)",
    r"nguồn (?:đã |cũng )?cạn|vắng nhiều|chịu thua|hết cách"
    r"|(?:không có|vượt|không thuộc) thẩm quyền",
    # "vốn đối ứng của dân chưa đóng đủ", "công trình nằm đó"
    rf"(?:vốn|tiền|kinh phí|quỹ)(?: {_WORD}){{0,4}}? {_NOT} (?:đóng|nộp|góp|thu|cấp|có) đủ",
    r"(?:công trình|máy|xe|hồ sơ|vật tư|cột|nhà|móng)(?: \w+){0,2} nằm (?:đó|ì|im|phơi|không)",
    r"(?:còn|đang|bị) khuyết|khuyết (?:chức danh|vị trí|người|\d)",
    # "vắc xin chưa về", "sổ đỏ chưa ra", "hướng dẫn chưa rõ", "Sở chưa trả lời"
    r"(?:vắc xin|vaccine|thuốc|vật tư|giống|phân|hàng|máy|thiết bị|sổ|sổ đỏ|giấy|thẻ|phôi)"
    rf"(?: vẫn| còn| mãi)? {_NOT} (?:về|ra|tới|có)",
    r"(?:vắc xin|vaccine|thuốc|vật tư|giống|hàng|máy|thiết bị|phôi|kinh phí|vốn|tiền)(?: \w+)? "
    r"(?:về|cấp|giao|rót) (?:chậm|trễ|muộn|nhỏ giọt)",
    rf"(?:hướng dẫn|văn bản|quy định|ranh|ranh đất|nguồn gốc|dữ liệu|số liệu) {_NOT} (?:rõ|khớp)",
    rf"(?:sở|huyện|tỉnh|thành phố|tp|bộ|phòng|trên|ngân hàng|cấp trên) {_NOT} (?:trả lời|có ý kiến"
    r"|phản hồi|cho ý kiến|giải quyết|chốt|xử lý)",
    rf"(?:trụ|trụ điện|cột điện|đường dây|nhà|mồ mả|mả) {_NOT} (?:dời|di dời|bốc)",
    r"(?:hồ sơ|văn bản|tờ trình)(?: \w+)? (?:nằm|kẹt|ngâm|đọng) (?:bên|ở|tại|trên|hoài)",
)
_PEOPLE: Final = (
    # "thợ nghỉ", "nhà thầu bỏ dở", "người dân còn ngại", "dân bận thu hoạch"
    r"(?:thợ|nhà thầu|công nhân|đội thi công|bên thi công|đơn vị thi công|công ty|tư vấn)"
    rf"(?: {_WORD}){{0,3}} (?:nghỉ|bỏ|rút|ngưng|chậm|(?:xin|đòi) (?:dừng|rút|nghỉ)"
    r"|thiếu người|không làm|chưa làm|chây ì)",
    r"(?:dân|bà con|người dân|phụ huynh|hộ dân|bà con nông dân)(?: \w+)? (?:ngại|dè dặt|bận"
    rf"|chần chừ|lưỡng lự|{_NOT} (?:quen|biết|hiểu|tin|mặn mà|hưởng ứng))",
    r"(?:cán bộ|anh|chị|đồng chí|người) phụ trách(?: \w+)? (?:nghỉ|chuyển|đi học|bệnh|ốm)",
    r"(?<!kiến )(?<!đề )nghỉ (?:đẻ|sanh|sinh(?! hoạt))|đi cách ly|thành f[01]|f0 hết|rút thợ"
    r"|đi trực chốt",
    r"(?:thanh niên|lao động|dân)(?: \w+){0,2} đi làm (?:ăn )?xa|học sinh nghỉ (?:nhiều|học)",
    r"(?:mùa gặt|mùa vụ|trùng (?:lịch|mùa (?:gặt|vụ|mưa|thu hoạch|tết)|đại hội|lễ|thi)"
    r"|nản (?:lắm|quá)|anh em nản)",
    rf"ý thức(?: {_WORD}){{0,3}} (?:chưa cao|kém|thấp)",
    # "tui kiêm 3 việc", "mần chi có người mà mần", "dân hổng dám tái đàn", "nghỉ việc chưa ai thay"
    r"kiêm(?: nhiệm)? (?:\d|hai|ba|bốn|mấy|nhiều|đủ) (?:việc|chức|mảng|vai|ấp|lĩnh vực)"
    r"|(?:chi|gì|đâu|mô|gì) có người|chưa ai thay"
    rf"|(?:dân|bà con|hộ)(?: {_WORD})? {_NOT} (?:dám|muốn|còn tiền|mặn mà)",
    # "ký rồi mà xã Cẩm lật lại", "hẹn tới hẹn lui", "đùn qua đẩy lại"
    r"lật (?:lại không|kèo|lọng)|trở mặt|đổi ý|nuốt lời|(?:hẹn|hứa) (?:tới|lần|hoài|suông|mãi)"
    r"|đùn (?:đẩy|qua)|dây dưa|chê (?:tiền|giá|ít|thấp)|lần lữa",
    # "hai hộ nhất định không ký"
    rf"(?:nhất định|nhất quyết|kiên quyết|dứt khoát|cương quyết|một mực) {_NOT} {_WORD}",
    r"về quê hết|già yếu|khó (?:bán|vận động|thu|mời|gặp|tập trung|tập hợp)(?! khăn)",
    # "tới Tết bà con nghỉ hết"
    r"(?:dân|bà con|công nhân)(?: \w+){0,2} nghỉ (?:hết|tết|mùa)",
)
# "cổng dịch vụ công lỗi"; "tổng cộng … lấy" looks alike without marks
_GATE: Final = "cổng(?= (?:dịch|thông|dvc|bị|hay|lại|vẫn|đang|quá|lag|lỗi|treo|này|của))"
_TROUBLES: Final = (
    # "mạng ở 2 bản vùng cao vẫn yếu", "máy bơm hư", "phần mềm hay lỗi", "đường sạt lở"
    rf"(?:mạng|wifi|sóng|loa|điện|máy|phần mềm|hệ thống|trang web|{_GATE}|đường|đường sá|cầu"
    r"|xe|app|máy chủ|server|dữ liệu|camera)(?: \w+){0,6} (?:yếu|lag|hư|hỏng|lỗi|treo|chập chờn"
    r"|lầy lội|sình (?:lầy|quá)|ngập|cúp|sạt|chập|quá tải|trục trặc|đứt"
    r"|sập(?! xong| đến| tới)|rớt|lún)(?! \d+(?! (?:cái|chiếc|bộ|máy|chỗ)\b))",
    r"(?:bị|đang|còn) (?:ngập|sạt lở|hư|hỏng|dịch|thiên tai|xâm nhập mặn|nhiễm mặn|hạn hán"
    r"|cúp điện|khóa|khoá|khiếu kiện|kiện|thanh tra)",
    r"(?:nước mặn|mặn|triều cường|nước lũ) (?:vô|vào|lên|xâm nhập)|dịch \w+(?: \w+)? bùng phát",
    r"(?:gà|vịt|heo|bò|cá|tôm|lúa|cây) (?:chết|dịch|nhiễm bệnh)|đất lún",
    r"trầm lắng|đóng băng|ế ẩm|ảm đạm|(?:cúp|mất|đứt|rớt) mạng",
    r"(?:bão|lũ|mưa|nước|lốc|sét|gió)(?: \w+){0,3} (?:làm|đánh) (?:hư|hỏng|sập|trôi|lở|đứt|gãy"
    r"|ngập)",
    r"(?:do|vì|bị) xâm nhập mặn|(?<!trừ )(?<!diệt )(?:sâu (?:cuốn|đục|keo|róm)|rầy|chuột"
    r"|ốc bươu|châu chấu)(?: \w+){0,3} (?:phá|cắn)(?! hoại)",
    r"tái nghèo|(?:đơn thư|khiếu nại) kéo dài",
    r"(?:vật tư|giá|giá cả|xăng|cát|đá|xi măng|sắt|thép)(?: \w+){0,2}"
    r" tăng(?: \w+)? (?:cao|mạnh|giá)|lên giá(?! trị)"
    r"|giá (?!trị|tăng)\w+(?: \w+)? (?:tăng|đội)(?! \d)",
    # "sạt lở chia cắt, chưa kiểm tra rừng được"
    r"(?:sạt lở|lũ quét|chia cắt|cô lập|lở núi|lở đường|sạt hết)(?: [\w,]+){0,8}?"
    rf" {_NOT} (?:{_WORD} ){{1,4}}(?:được|đc|dc|nổi)",
    rf"(?:số liệu|dữ liệu|hồ sơ)(?: {_WORD}){{0,2}} (?:lệch|sai lệch|sai sót|sai nhiều)"
    r"|sai sót(?: hồ sơ)? nhiều|(?:nhiều|mấy|vài|số) hộ (?:khóa cửa|khoá cửa|đi vắng)",
    r"(?:doanh nghiệp|công ty|dn|hộ)(?: kia| đó| này)? (?:nợ thuế|giải thể|phá sản|chây ì)|đổ trộm",
    r"nền(?: nhà| đường| đất| móng)? (?:yếu|lún|sụt)",
    # "nghẽn chỗ ký số", "cổng dịch vụ công bảo trì suốt", "hồ sơ bị trả lại bổ sung", "rét quá"
    r"(?:đang |bị )?nghẽn (?:chỗ|ở|mạng|khâu|quá|lắm|hoài)|bảo trì|ngập úng|thất lạc"
    r"|đường(?: (?:vô|vào|ra|lên|xuống|đi|còn|bị|rất|đang|đất|rừng|thôn|bản|xã|ấp|xóm))*"
    r" (?:trơn|lầy)",
    r"trả lại(?: để)? (?:bổ sung|sửa|làm lại|hồ sơ)",
    rf"máy(?: in| tính| bơm| móc)? (?:{_NOT} (?:sửa|có|về)|hỏng|hư)|bị đình lại|hoãn hết",
    r"(?:máy|xe|trạm|tủ điện|bơm)(?: \w+){0,4} bị cháy",
    rf"(?:cháy|hỏng|hư|sập|nứt) {_NOT} (?:khắc phục|sửa|xử lý|thay)",
    rf"{_NOT} chở (?:được|đc)|xe(?: {_WORD}){{0,3}} {_NOT} (?:lên|vào|vô|qua) (?:được|đc)",
    r"(?:trạm|nhà máy|công ty|cán bộ) (?:vắng|thiếu) người|vắng người|kho bạc trả (?:hồ sơ|hs)",
    r"bị (?:mối|mọt|chuột) (?:ăn|cắn)",
    r"(?:mối|chuột|bò|trâu|heo|sâu) (?:\w+ )?(?:ăn|phá|cắn) (?:hết|sạch|mất)",
)
# "mạng yếu nhưng đã khắc phục", "không bị ngập", "hết kẹt": none, or none any more.
_OVER: Final = (
    # "mới giải quyết 17 hộ" tells of work
    r"(?:đã|vừa|mới) (?:khắc phục|sửa|xử lý|giải quyết|thay|có lại|thông|nối lại|tháo gỡ)"
    r"(?! (?:được |cho |cho được )?\d)"
    rf"|{_NOT} (?:bị|có|còn|ai|hộ nào|thấy) (?:\w+ )?(?:ngập|sạt|hư|hỏng|lỗi|thiếu|dịch|chết)"
    rf"|bắt quả tang|{_NOT} (?:thiếu|chậm|trễ)"
    r"|hết (?:ngập|lỗi|hư|dịch|mưa)|sửa xong(?! \d)|(?:không|ko) sao"
    # "chị Thủy nghỉ sinh rồi, giờ em Hạnh phụ trách"
    rf"|(?:giờ|nay|hiện|bây giờ)(?: {_WORD}){{1,4}} (?:phụ trách|làm thay|thay|đảm nhận)\b"
)
# "link không vào được", "máy tính em hư, mai em gửi": what keeps the writer from answering.
_MESSAGE: Final = (
    rf"{AWAY}.*\b(?:sóng|mạng|pin|điện thoại)\b|"
    r"(?:em|e|tui|tôi) (?:đang )?(?:đi công tác|đi họp)|đi cẩn thận|kịp họp|"
    r"link|file|tệp|font|tin|tin nhắn|(?:gửi|gởi)(?! sửa)|nhắn|nộp(?! đơn)|báo cáo(?! viên)"
    r"|mẫu(?! giáo)|zalo|app|ảnh|hình|văn bản(?! chưa (?:phát|ban) hành)"
    r"|trang (?:theo dõi|nhắc việc|đôn đốc)|máy em|máy tính em"
    r"|(?:anh|chị) (?:ba|tư|năm|sáu|bảy)|nghe máy|coi chừng|mai|đợi em|chờ em"
)


def _only_talks(case: Case) -> bool:
    """Whether something is asked, wished or answered; "bố trí lịch cho trạm" wishes nothing, and
    "đề nghị huyện hỗ trợ gấp" only help against the difficulty."""
    if case.has(*_TALK):
        return True
    wished = any(not _asks_for_help(case, at) for at in case.places("asks"))
    return wished or any(not asks_nothing(case, at) for at in case.places("ask"))


def _asks_for_help(case: Case, place: int) -> bool:
    first = case.clause(place)[0]
    if case.plain(place) == "cho":
        return case.before(place) >= first
    if case.plain(place).startswith("cho "):  # "không ai chịu nghiệm thu cho mình"
        return any(case.kind(at) == "neg" for at in range(first, place))
    said = case.said(place, case.clause(place)[1])
    return case.plain(place) in _PLEADING and any(each in said for each in _HELP)


_PLEADING: Final = frozenset(
    ("de nghi", "kien nghi", "kinh de nghi", "mong", "rat mong", "nho", "xin")
)
_HELP: Final = (
    "ho tro",
    "thao go",
    "can thiep",
    "bo tri",
    "quan tam",
    "giai quyet",
    "xu ly",
    "chi dao",
)


_TALK: Final = ("question", "later", "thanks", "sent", "ack", "extend", "shift")
_MARKED: Final = re.compile(
    r"\b(?:" + "|".join((*_EFFECTS, *_UNABLE, *_LACKING, *_PEOPLE, *_TROUBLES)) + r")\b"
)
# A clause of its own, with no figure, in which somebody or something does not do what it should:
# "nhà mạng chưa kéo cáp qua trụ sở mới", "sở Giao thông chưa xuống nghiệm thu".
_REFUSED: Final = (
    r"(?:^|[,.;!] )(?:(?:dạ|ạ|nhưng|mà|vì|do|tại|còn) )*"
    r"(?!em\b|tui\b|tôi\b|tuần\b|nay\b|năm\b|một\b|hai\b|nãy\b|không\b"
    r"|kết nạp\b|phát triển\b|thành lập\b|khởi tố\b)"
    rf"{_WORD} (?:{_WORD} ){{0,6}}?{_NOT} "
    r"(?!xong|làm|báo|tính|gửi|biết|kể|đủ|đạt|phải|vướng|sao|còn|cần|bao gồm|hết|nộp|ạ|anh|chị"
    r"|tới|đến|nhập|tăng|thay đổi|khó|phát sinh|gặp khó|thiếu|chậm|trăm|linh|lẻ|nghìn|tỷ|triệu"
    r"|mươi|xin|hoàn|bị|kẹt|mưa|ngập|thấy khó|thấy vướng|kịp|cập|có gì|có khó|có vướng|có phát"
    r"|có trở ngại|đếm|thống kê|tổng hợp|chốt"
    r"|ai khiếu|ai phản|hề|ảnh hưởng|ngại|lo|sót|mua|được|đc|dc)"
    rf"{_WORD}(?: {_WORD})*(?= [,.;!]|$)"
)
# What hinders only where it is told beside a figure or with what could not be done: alone, "mưa
# quá" passes the time.
_BESIDE: Final = (
    r"(?:bí thư|chủ tịch|phó|giám đốc|hiệu trưởng|trưởng (?:phòng|ban|ấp|thôn)|lãnh đạo|sếp"
    rf"|kế toán|cán bộ|chủ nhiệm|viện trưởng)(?: {_WORD}){{0,4}}? (?:đi (?:học|công tác|họp"
    r"|nước ngoài|tập huấn)|nghỉ (?:phép|ốm|hưu|việc)|chuyển công tác)|"
    r"(?:thanh niên|lao động|quần chúng|đoàn viên|hội viên|đảng viên|(?:một|hai|ba|mấy|\d) em)"
    r"(?: \w+){0,3} đi (?:công ty|làm xa|làm ăn xa|rẫy)|"
    # "12 lao động đi nước ngoài" counts them
    r"(?<!\d )(?:thanh niên|lao động|quần chúng|đoàn viên|hội viên|đảng viên)"
    r"(?: \w+){0,3} đi (?:nước ngoài|nghĩa vụ)|"
    r"(?:rét|nắng|mưa|hạn|mặn|nóng|lạnh|lũ) (?:hán )?(?:quá|lớn|dầm|suốt)|nghỉ thai sản"
)
_FOR_MARKED: Final = (
    _MARKED,
    re.compile(rf"\b(?:{_OVER})\b"),
    re.compile(rf"\b(?:{_MESSAGE})\b"),
    re.compile(_REFUSED),
    re.compile(rf"\b(?:{_BESIDE})\b"),
    re.compile(rf"\b{_NOT} (?!có (?:gì|số)|biết|thấy)(?:{_WORD} ){{1,4}}(?:được|đc|dc|nổi)\b"),
)
_FOR_BARE: Final = tuple(re.compile(unmarked(pattern.pattern)) for pattern in _FOR_MARKED)


# A message with its marks of nothing but these tells figures and days: most do.
_PLAIN: Final = several(
    "figure date colon break stop fill got cum sum tonow code roi about now more thanks"
)


def trouble_of(case: Case) -> tuple[int, ...]:
    """The mark at which a difficulty is told in ordinary words, () if none is."""
    if case.words.rich and case.has_only(_PLAIN):
        return ()
    bare = not case.has("figure")
    if bare and _only_talks(case):
        return ()
    rich = case.words.rich
    told, over, of_message, refused, beside, unable = _FOR_MARKED if rich else _FOR_BARE
    tokens = case.tokens(0, len(case.marks))
    words = [(token.marked if rich else token.plain).replace("\n", ".") for token in tokens]
    text = " ".join(words)
    found = told.search(text) or (not bare and refused.search(text))
    if not found and (not bare or unable.search(text)):
        found = beside.search(text)
    if not found or over.search(text) or (bare and of_message.search(text)):
        return ()
    token = text.count(" ", 0, found.start()) + case.marks[0].start
    place = max(at for at, mark in enumerate(case.marks) if mark.start <= token)
    first = case.clause(place)[0]
    if {"truoc", "hoi"} & set(case.said(first, place + 1).split()) and is_over(case, place):
        return ()  # "hồi tháng trước thiếu thợ, nay đủ rồi"
    if case.plain(place) == "thieu" and are_counted_so(case, first, place):
        return ()
    mended = is_mended(case, place, set(unmarked(found[0]).split()))
    return () if mended or not_of_the_work(case, place) else (place,)
