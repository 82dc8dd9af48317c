"""What is told to have come after something was done: "ký xong rồi mà nhà thầu không chịu làm".

Says whether it is in the way; whether the work itself is finished is for finished and rules.
"""

import re
from typing import Final

from domain.reply.case import Case
from domain.reply.states import States
from domain.reply.troubles import trouble_of


def waits_only(case: Case, place: int) -> bool:
    """Whether a difficulty is no more than a turn that is waited for."""
    return bool({"cho", "doi"} & set(case.plain(place).split()))


def stuck_since(case: Case, states: States) -> bool:
    """ "ký xong hợp đồng rồi mà nhà thầu không chịu làm": a step is done, and what came after it
    is told to be in the way; "đo xong rồi mà còn vướng 2 hộ" may be of nearly all."""
    if states.not_started or states.open or not states.blocked:
        return False
    first = max(states.done)
    turns = [at for at in range(first, min(states.blocked)) if _turns(case, at)]
    step = all(
        case.kind(at + 1) in ("word", "label") and case.kind(at - 1) == "word" for at in states.done
    )
    waits = all(waits_only(case, at) or case.plain(at)[:5] == "chua " for at in states.blocked)
    return step and bool(turns) and not waits


def but_not(case: Case) -> bool:
    """ "xong 100% nhưng chưa quyết toán"."""
    turns = case.places("but")
    return bool(turns) and any(
        at > turns[0] and case.plain(at) in ("chua", "chx") for at in case.places("neg")
    )


def spoilt_since(case: Case, done: int) -> bool:
    """ "làm xong rồi nhưng chất lượng kém, phải làm lại", "… nhưng huyện bắt bổ sung thêm", "…, còn
    bên kế toán thôi": told after a "but"."""
    turns = [at for at in case.places("but") if at > done]
    if not turns:
        return False
    said = case.said(turns[0], len(case.marks))
    return bool(_AGAIN.search(said)) or any(at > turns[0] for at in trouble_of(case))


_AGAIN: Final = re.compile(
    r"\b(bat|doi|yeu cau)( \w+)? (bo sung|lam|sua|chinh|nop|ke|in)\b|\b(sua|chinh|lam) lai\b"
    r"|\b(mua|lu|gio|nuoc|bao|bi)( \w+)? (troi|cuon|sap|hong|hu|do|pha)\b|^con [\w ]+ thoi\b"
)


def _turns(case: Case, place: int) -> bool:
    return case.kind(place) == "but" or case.plain(place) == "ma"
