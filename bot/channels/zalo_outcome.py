"""What Zalo's refusals mean for a message. One table; sends nothing."""

from __future__ import annotations

from typing import Final

from telegram.error import TelegramError

from bot.channels.envelope import MaybeSent, NotSent, Rejected
from domain.delivery import Dead, Outcome, RetryAfter, Stopped, Unknown

NO_CONNECTION = 15.0
UNWELL = 60.0

REVOKED = "Mã truy cập của bot Zalo không còn hiệu lực: lấy mã mới trong ứng dụng Zalo rồi đặt lại."
OLD_HOST = "Máy chủ Zalo không biết lệnh này: kiểm tra địa chỉ máy chủ Zalo trong cấu hình."
QUOTA = "Gói Zalo đã hết lượt gửi: chờ sang kỳ mới hoặc nâng gói, rồi cho kênh chạy lại."
_NO_CHAT = "không tìm thấy cuộc trò chuyện trên Zalo"

# By Zalo's own error code. 403 says "internal server error" there, 429 that the plan is used up.
TABLE: Final[dict[int, Outcome]] = {
    401: Stopped(REVOKED),
    403: RetryAfter(UNWELL, True, "Zalo is unwell (403)", lost=True),
    404: Stopped(OLD_HOST),  # the older host does not know every method
    408: Unknown("Zalo answered 408"),
    409: RetryAfter(UNWELL, True, "conflict"),
    426: Stopped(QUOTA),
    429: Stopped(QUOTA),
}


def outcome_of(error: TelegramError) -> Outcome:
    """What an error of one attempt to send means. Unknown where nothing better is certain."""
    if isinstance(error, NotSent):
        return RetryAfter(NO_CONNECTION, True, f"not reached: {error}", lost=True)
    if not isinstance(error, Rejected):
        return Unknown(str(error) if isinstance(error, MaybeSent) else type(error).__name__)
    if error.code >= 500:
        return Unknown(f"status {error.code}")
    if not error.spoken:
        reason = f"status {error.code} from something that is not Zalo"
        return RetryAfter(UNWELL, True, reason, lost=True)
    known = TABLE.get(error.code)
    if known is not None:
        return known
    if 400 <= error.code < 500:
        said = error.description.lower()
        if "not found" in said and ("chat" in said or "user" in said):
            return Dead(_NO_CHAT, chat_gone=True)
        return Dead(f"Zalo không nhận tin: {error}")
    return Unknown(f"code {error.code}")
