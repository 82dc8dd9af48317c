"""The questions that the bot asks when a reply can be read in more than one way.

Sentences only; which one is asked is for the rules.
"""

from typing import Final

from domain.reply.item import Doubt

FIGURE: Final = "Đồng chí cho biết đến nay đạt bao nhiêu phần trăm? Ví dụ: 60%."
VALUE: Final = "Đồng chí cho biết số liệu thực hiện, kèm đơn vị tính."

QUESTIONS: Final[dict[str, str]] = {
    "range": "Đồng chí cho một con số cụ thể để ghi nhận, ví dụ: 75%.",
    "near": "Đồng chí cho biết con số thực đạt đến nay, ví dụ: 55%.",
    "vague": "Đồng chí cho biết con số cụ thể.",
    "two ways": "Con số này có thể hiểu theo hai cách. Đồng chí ghi lại giúp con số đầy đủ.",
    "malformed": "Con số chưa rõ. Đồng chí ghi lại giúp, ví dụ: 1.250,5.",
    "two figures": "Trong tin có hơn một con số. Đồng chí cho biết con số nào là kết quả đến nay?",
    "does not add up": "Các con số trong tin chưa khớp nhau. Đồng chí xem và ghi lại giúp.",
    "whose": "Đây là kết quả của đơn vị mình hay của nơi khác? Đồng chí ghi lại giúp số của "
    "đơn vị mình.",
    "left or reached": "Đồng chí cho biết đây là phần còn phải làm hay kết quả đã đạt?",
    "left": "Đồng chí cho biết đã thực hiện được bao nhiêu?",
    "change": "Đây là mức tăng, giảm. Đồng chí cho biết đến nay đạt tất cả bao nhiêu?",
    "compare": "Đây là số so sánh. Đồng chí cho biết kết quả đạt được đến nay là bao nhiêu?",
    "plan": "Đây là số kế hoạch. Đồng chí cho biết kết quả đạt được đến nay là bao nhiêu?",
    "too large": "Con số lớn quá mức thường có. Đồng chí xem và ghi lại giúp.",
    "over": "Tỷ lệ vượt quá 100%. Đồng chí xem và ghi lại giúp.",
    "date or fraction": "Đồng chí cho biết đây là ngày hay là số đã làm trên tổng số?",
    "impossible date": "Ngày này không có trong lịch, hoặc thứ và ngày chưa khớp. "
    "Đồng chí ghi lại giúp.",
    "past date": "Ngày này đã qua hoặc không sau thời hạn hiện nay. "
    "Đồng chí xin gia hạn đến ngày nào?",
    "which date": "Đồng chí xin gia hạn đến ngày nào? Ví dụ: 30/6.",
    "other measure": "Đơn vị tính chưa khớp với nội dung được giao. Đồng chí xem và ghi lại giúp.",
    "late": "Đồng chí cho biết vướng ở khâu nào, hay cần gia hạn đến ngày nào?",
    "forecast": "Đây là số dự kiến. Ghi là số ước, hay đồng chí cho số thực hiện đến nay?",
    "future": "Đây là việc sắp tới. Đồng chí cho biết đến hôm nay đạt bao nhiêu?",
    "value wanted": VALUE,
    "in progress": FIGURE,
    "almost": FIGURE,
    "partial": FIGURE,
    "unfinished": FIGURE,
    "tick": "Đồng chí cho biết: đã hoàn thành, hay chỉ xác nhận đã nhận tin?",
    "short": "Đồng chí cho biết rõ hơn: đã hoàn thành, hay đạt bao nhiêu phần trăm?",
    "question": "Đồng chí cho biết rõ hơn: đây là câu hỏi hay là kết quả thực hiện?",
    "mixed": "Tin có nội dung đã xong và nội dung chưa xong. Đồng chí cho biết tỷ lệ chung?",
    "correction": "Đồng chí ghi lại giúp con số cuối cùng.",
    "which code": "Đồng chí ghi rõ từng mã kèm kết quả, ví dụ: CT1 60%, CT2 xong.",
    "not received": "Đồng chí chưa nhận được hay chưa rõ nội dung nào? Văn phòng sẽ gửi lại.",
    "long": "Tin quá dài để ghi nhận tự động. Đồng chí ghi ngắn giúp: mã và kết quả.",
}


# Where something else than percent is counted.
COUNTED: Final[dict[str, str]] = {
    "range": "Đồng chí cho một con số cụ thể để ghi nhận, kèm đơn vị tính.",
    "near": "Đồng chí cho biết con số thực đạt đến nay, kèm đơn vị tính.",
    "in progress": VALUE,
    "almost": VALUE,
    "partial": VALUE,
    "unfinished": VALUE,
    "short": VALUE,
}


def question_for(doubt: Doubt, code: str | None = None, counted: bool = False) -> str:
    """The sentence to ask, with the code in front when there is one.

    `counted`: the assignment has a measure of its own, which is not percent.
    """
    sentence = (counted and COUNTED.get(doubt.reason)) or QUESTIONS[doubt.reason]
    return f"{code}: {sentence}" if code else sentence
