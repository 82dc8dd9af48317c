"""A directive: what the office tells many, and how far each of them is from having confirmed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from domain.fold import fold
from domain.message import Choice, Text, lines
from domain.texts import say
from domain.wording import dated

ACKNOWLEDGED, PENDING, UNKNOWN, UNREACHABLE = "acknowledged", "pending", "unknown", "unreachable"
FATES = (ACKNOWLEDGED, PENDING, UNKNOWN, UNREACHABLE)

ACKNOWLEDGE = "directing.acknowledge"  # the act behind "Đã nhận"

_COMMUNES = ("phuong", "xa", "thi_tran", "dac_khu")


@dataclass(frozen=True, slots=True)
class Directive:
    """`state`: draft, sent, withdrawn. `sender` is who is named under it: "Tô Chí Thành, Chánh
    Văn phòng". A draft has no code yet."""

    id: int
    code: str
    subject: str
    body: str
    state: str
    author_id: int
    sender: str
    confirm_by: date | None = None
    sent_at: datetime | None = None
    urgent: bool = False  # does not wait for the end of somebody's quiet hours

    @property
    def key(self) -> str:
        return f"d:{self.id}"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody to whom a directive may go, through one of their posts."""

    person_id: int
    full_name: str
    unit_id: int
    unit: str
    role: str


def is_commune(unit_kind: str) -> bool:
    """Whether a unit of this kind, as the office wrote it, belongs to a ward or commune: "Phường",
    "Đảng ủy xã", "dang_uy_phuong"."""
    return fold(unit_kind).replace(" ", "_").endswith(_COMMUNES)


@dataclass(frozen=True, slots=True)
class Recipient:
    """One who was written to. `why`: for the unreachable, what the channel or the books say."""

    person_id: int
    full_name: str
    unit: str
    fate: str
    acknowledged_at: datetime | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a directive's recipients are where; the four make up `recipients`."""

    recipients: int
    acknowledged: int
    pending: int
    unknown: int
    unreachable: int


def code(number: int, year: int) -> str:
    """ "CĐ01/2021": numbered anew each year.

    >>> code(1, 2021), code(112, 2022)
    ('CĐ01/2021', 'CĐ112/2022')
    """
    return f"CĐ{number:02d}/{year}"


def worded(
    directive: Directive,
    given_name: str,
    today: date,
    *,
    language: str,
    address: str,
    again: bool = False,
    confirmed: bool = False,
) -> Text:
    """What one recipient reads; whoever has confirmed is not asked to."""
    head = "direct.message_again" if again else "direct.message_head"
    by = directive.confirm_by
    said = lines(
        say(head, language, address, code=directive.code, name=given_name),
        say("direct.message_subject", language, address, subject=directive.subject),
        *([directive.body] if directive.body else []),
        say("direct.message_sender", language, address, sender=directive.sender),
    )
    if confirmed:
        return said
    return lines(
        said,
        "",
        say("direct.message_confirm_by", language, address, day=dated(by, today, language))
        if by
        else say("direct.message_confirm", language, address),
    )


def choices(directive_id: int, language: str, address: str) -> tuple[Choice]:
    """The one thing that a recipient is asked to do."""
    label = say("direct.acknowledge", language, address).plain
    return (Choice(label, ACKNOWLEDGE, (directive_id,)),)
