"""Difficulties told in an ordinary sentence, without a word for one.

"mạng ở 2 bản vẫn yếu", "thợ nghỉ vì chưa được tạm ứng", "đường lầy quá xe vào không được",
"sạt lở nên chưa đổ bê tông": what stops the work is named, and that it stops. Words such as
"vướng" and "kẹt" are marks of their own; those are for hindrances.
"""

import re
from typing import Final

from domain.fold import unmarked
from domain.reply.case import Case

_NOT: Final = "(?:không|ko|k|kg|khg|hông|hổng|hong|hok|chẳng|chả|chưa|ch)"
_ABLE: Final = "(?:được|đc|dc|nổi|ra|vô|vào)"
_WORDS: Final = r"(?: [^\W\d_]+)"
# What an answer lacks, and not the work: "nên chưa báo cáo được", "nên chưa có số".
_ANSWER: Final = (
    "(?:báo|gửi|nộp|nhắn|trả lời|có số|có báo cáo|cập nhật|xem|trả|kịp báo|dám|biết|rõ|nắm"
    "|cần|phải|sao|còn|ai|vấn đề)"
)
_TOLD: Final = (
    # "sạt lở nên chưa đổ bê tông được", "… nên chậm", "… thành ra khó"
    rf"(?:nên|thành ra|thế nên|khiến){_WORDS}{{0,4}}? "
    rf"(?:chậm|trễ|khó|lâu|kẹt|vướng|ngưng|ngừng|đình|hoãn|ít|{_NOT} (?!{_ANSWER}\b)[^\W\d_]+)",
    # "xe chở bồn vào không được", "đọc không ra", "gặp hoài chưa được"
    rf"(?<!làm )(?:vào|vô|gặp|đọc|liên hệ|liên lạc|gọi|mở|chạy|chở|đi|qua|thi công|đo|thu|bơm|đổ"
    rf"|lắp|tải|nhập|đăng nhập|kết nối|cấy|trồng|họp|làm)(?: hoài| mãi| cũng)? {_NOT} "
    rf"{_ABLE}(?! \d| hết)",
    # "chưa gặp được", "không liên lạc được", "không vào được"
    rf"{_NOT} (?:gặp|liên hệ|liên lạc|vào|vô|tiếp cận|vận động|mời|đổ bê tông|thi công|kết nối"
    rf"|đấu nối|bàn giao|giải tỏa|chi trả|mua|tuyển|tìm)(?: [^\W\d_]+){{0,2}} (?:được|đc|dc|ra)"
    r"(?! \d)",
    # "chưa được tạm ứng", "không ai cấp vật tư", "huyện chưa cấp về"
    rf"{_NOT} (?:được |đc |dc |thấy |ai )?"
    r"(?:tạm ứng|cấp(?! nhật)|bố trí|phê duyệt|chi trả|rót|chuyển tiền)",
    # "mạng ở 2 bản vùng cao vẫn yếu", "máy bơm hư", "phần mềm hay lỗi"
    r"(?:mạng|wifi|sóng|điện|máy|phần mềm|hệ thống|trang web|cổng|đường|đường sá|cầu|xe|app"
    r"|máy chủ|dữ liệu|camera)(?: \w+){0,6} (?:yếu|lag|hư|hỏng|lỗi|treo|chập chờn|lầy|lầy lội"
    r"|sình|ngập|cúp|sạt|chập|quá tải|trục trặc|đứt|sập)(?! \d)",
    # "thợ nghỉ", "nhà thầu bỏ dở"
    r"(?:thợ|nhà thầu|công nhân|đội thi công|bên thi công|đơn vị thi công)(?: [^\W\d_]+){0,3}"
    r" (?:nghỉ|bỏ|rút|ngưng|chậm|thiếu người|không làm|chưa làm)",
    # "thiếu thợ", "không đủ máy", "hết vật tư"
    r"(?:thiếu|không đủ|ko đủ|chưa đủ|hết) (?:thợ|nhân công|nhân lực|vật tư|vật liệu|thuốc|giống"
    r"|phôi|máy|kinh phí|vốn|tiền|người làm|giáo viên|bác sĩ|hóa chất|xăng|cát|đá|nước)",
    # "mưa hoài làm không được", "ngập úng mất 2 ha", "bị ngập"
    r"(?:bị|đang|còn) (?:ngập|sạt lở|hư|hỏng|dịch|thiên tai|xâm nhập mặn|nhiễm mặn|hạn hán"
    r"|cúp điện)",
)
# "mạng yếu nhưng đã khắc phục", "không bị ngập", "hết kẹt": none, or none any more.
_OVER: Final = (
    r"(?:đã|vừa|mới) (?:khắc phục|sửa|xử lý|giải quyết|thay|có lại|thông|nối lại|tháo gỡ)"
    rf"|{_NOT} (?:bị|có|còn|ai|hộ nào|thấy) (?:\w+ )?(?:ngập|sạt|hư|hỏng|lỗi|thiếu|dịch)"
    r"|hết (?:ngập|lỗi|hư|dịch|mưa)|sửa xong|(?:không|ko) sao"
)
_MARKED: Final = re.compile(r"\b(?:" + "|".join(_TOLD) + r")\b")
_BARE: Final = re.compile(unmarked(_MARKED.pattern))
_OVER_MARKED: Final = re.compile(rf"\b(?:{_OVER})\b")
_OVER_BARE: Final = re.compile(unmarked(_OVER_MARKED.pattern))


def trouble_of(case: Case) -> tuple[int, ...]:
    """The mark at which a difficulty is told in ordinary words, () if none is."""
    rich = case.words.rich
    told, over = (_MARKED, _OVER_MARKED) if rich else (_BARE, _OVER_BARE)
    tokens = case.tokens(0, len(case.marks))
    words = [token.marked if rich else token.plain for token in tokens]
    text = " ".join(words)
    found = told.search(text)
    if found is None or over.search(text):
        return ()
    token = text.count(" ", 0, found.start()) + case.marks[0].start
    return (max(at for at, mark in enumerate(case.marks) if mark.start <= token),)
