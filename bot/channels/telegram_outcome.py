"""What Telegram's refusals mean for a message. One table; sends nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from telegram.error import TelegramError

from bot.channels.envelope import MaybeSent, NotSent, Rejected
from domain.delivery import Dead, Moved, Outcome, RetryAfter, Sent, Stopped, Unknown

NO_CONNECTION = 15.0
NOT_THE_PLATFORM = 60.0
UNSAID_PAUSE = 30.0
LONGEST_PAUSE = 7 * 86_400.0

REVOKED = "Mã truy cập của bot Telegram không còn hiệu lực: lấy mã mới từ BotFather rồi đặt lại."
_BLOCKED = "người nhận đã chặn hoặc đã rời cuộc trò chuyện"
_NO_CHAT = "không tìm thấy cuộc trò chuyện"
_MUTED = "bot không được phép gửi tin trong nhóm này"


class Rule(NamedTuple):
    """`code` and any of `words` (folded to lower case; none: any description) give an outcome."""

    code: int
    words: tuple[str, ...]
    outcome: Callable[[Rejected], Outcome]


def _pause(refusal: Rejected) -> Outcome:
    seconds = refusal.parameters.get("retry_after")
    if not isinstance(seconds, int | float) or not 0 < seconds < LONGEST_PAUSE:
        seconds = UNSAID_PAUSE
    return RetryAfter(float(seconds), True, "too many requests")


def _unknown(refusal: Rejected) -> Outcome:
    return Unknown(f"status {refusal.code}")


def _refused(refusal: Rejected) -> Outcome:
    return Dead(f"Telegram không nhận tin: {refusal}")


# Read from above; the first rule that fits counts. Wording as the server had it in 2026.
TABLE: Final = (
    Rule(401, (), lambda _: Stopped(REVOKED)),
    Rule(404, (), lambda _: Stopped(REVOKED)),
    Rule(429, (), _pause),
    Rule(420, (), _pause),
    Rule(403, (), lambda _: Dead(_BLOCKED, chat_gone=True)),
    Rule(400, ("message is not modified",), lambda _: Sent(())),
    Rule(
        400,
        ("chat not found", "user not found", "peer_id_invalid", "group chat was deactivated"),
        lambda _: Dead(_NO_CHAT, chat_gone=True),
    ),
    Rule(400, ("user is deactivated", "bot was kicked"), lambda _: Dead(_BLOCKED, chat_gone=True)),
    Rule(
        400,
        ("have no rights to send", "not enough rights to send", "chat_write_forbidden"),
        lambda _: Dead(_MUTED, chat_gone=True),
    ),
    Rule(400, (), _refused),
    Rule(408, (), _unknown),
    Rule(409, (), lambda _: RetryAfter(UNSAID_PAUSE, True, "conflict")),
)


def outcome_of(error: TelegramError) -> Outcome:
    """What an error of one attempt to send means. Unknown where nothing better is certain."""
    if isinstance(error, NotSent):
        return RetryAfter(NO_CONNECTION, True, f"not reached: {error}", lost=True)
    if not isinstance(error, Rejected):
        return Unknown(str(error) if isinstance(error, MaybeSent) else type(error).__name__)
    moved_to = error.parameters.get("migrate_to_chat_id")
    if isinstance(moved_to, int) and not isinstance(moved_to, bool):
        return Moved(str(moved_to))
    if error.code >= 500:
        return _unknown(error)
    if not error.spoken:
        # A provider's block page or a proxy in between; Telegram has not seen the message.
        reason = f"status {error.code} from something that is not Telegram"
        return RetryAfter(NOT_THE_PLATFORM, True, reason, lost=True)
    said = error.description.lower()
    for rule in TABLE:
        if rule.code == error.code and (
            not rule.words or any(words in said for words in rule.words)
        ):
            return rule.outcome(error)
    return _refused(error) if 400 <= error.code < 500 else _unknown(error)


def is_about_thread(error: TelegramError) -> bool:
    """Whether the message would have been taken outside its topic, which is gone."""
    said = error.description.lower() if isinstance(error, Rejected) and error.code == 400 else ""
    return "thread not found" in said or "topic_deleted" in said


def is_about_member(error: TelegramError) -> bool:
    """Whether the person that was asked about is no member of the group."""
    said = error.description.lower() if isinstance(error, Rejected) and error.code == 400 else ""
    return "member not found" in said or "participant_id_invalid" in said


def is_about_spans(error: TelegramError) -> bool:
    """Whether the text would have been taken without its styles."""
    said = error.description.lower() if isinstance(error, Rejected) and error.code == 400 else ""
    return "entit" in said
