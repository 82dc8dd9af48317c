"""To whom a directive goes: groups to choose, the exact list before sending. Names that are typed:
handlers/naming.py. Sends nothing."""

from __future__ import annotations

from db import addressees, directives, people, recipients
from domain.addressee_words import COMMUNES, DEPARTMENTS, EVERYBODY
from domain.directive import Directive, is_commune
from domain.message import Choice, lines
from handlers.refusing import refuse
from handlers.turn import Turn

_PAGE = 6  # people; with its choices a screen of a small phone
GO_ON = "directing.ask_confirm_by"  # the act behind "Tiếp tục"


def own_draft(turn: Turn) -> Directive | None:
    """The draft of a choice or of the open conversation; says so when it is no longer there."""
    draft_id = turn.args[0] if turn.args else None
    if draft_id is None:
        draft_id = _draft_id(turn)
    draft = directives.get(turn.tx, draft_id) if draft_id is not None else None
    if draft is not None and _is_being_written(turn, draft):
        return draft
    if draft is not None and draft.author_id == turn.me.id:
        turn.say(turn.words("direct.sent_already", code=draft.code))
    else:
        turn.say(turn.words("direct.no_draft"))
    return None


def begun(turn: Turn) -> Directive | None:
    """The draft that is being written in this chat, if any; says nothing."""
    draft_id = _draft_id(turn)
    draft = directives.get(turn.tx, draft_id) if draft_id is not None else None
    return draft if draft is not None and _is_being_written(turn, draft) else None


def _draft_id(turn: Turn) -> int | None:
    return turn.conversation.data.get("draft") if turn.conversation is not None else None


def _is_being_written(turn: Turn, draft: Directive) -> bool:
    return draft.author_id == turn.me.id and draft.state == "draft"


def allowed_units(turn: Turn) -> dict[int, str]:
    """The units whose people this person may direct, with their kinds."""
    return people.units_where(turn.tx, turn.me, "direct")


def anybody(turn: Turn) -> bool:
    """Whether there is anybody at all whom this person may direct."""
    _, persons = addressees.count(turn.tx, turn.me.id, allowed_units(turn), False, turn.today)
    return persons > 0


def _group(turn: Turn, group: str, allowed: dict[int, str]) -> tuple[list[int], bool]:
    """The units of a group, and whether only their leads belong to it."""
    own = {post.unit_id for post in turn.me.posts}
    match group:
        case "communes":
            return [unit for unit, kind in allowed.items() if is_commune(kind)], True
        case "departments":
            others = (unit for unit, kind in allowed.items() if not is_commune(kind))
            return [unit for unit in others if unit not in own], True
        case _:
            return list(allowed), False


def ask(turn: Turn, draft_id: int) -> None:
    """Groups to choose from; names may be typed at once."""
    shown = groups(turn, draft_id)
    if not shown:  # not even "everybody" is anybody
        refuse(turn, "directing.recipients")
        turn.end()
        return
    turn.begin("directing.names", draft=draft_id)
    turn.say(turn.words("direct.to_whom"), shown)


def groups(turn: Turn, draft_id: int) -> tuple[Choice, ...]:
    allowed = allowed_units(turn)
    choices = []
    for group in (COMMUNES, DEPARTMENTS, EVERYBODY):
        inside, lead = _group(turn, group, allowed)
        count, persons = addressees.count(turn.tx, turn.me.id, inside, lead, turn.today)
        if persons:
            label = turn.words(f"direct.group_{group}", units=count, people=persons)
            choices.append(Choice(label.plain, "addressing.add", (draft_id, group)))
    return tuple(choices)


def ask_more(turn: Turn) -> None:
    """More groups or names beside those chosen."""
    if draft := own_draft(turn):
        ask(turn, draft.id)


def add(turn: Turn) -> None:
    """A group was chosen."""
    if draft := own_draft(turn):
        inside, lead = _group(turn, turn.args[1], allowed_units(turn))
        addressees.add(turn.tx, draft.id, turn.me.id, inside, lead, turn.today)
        show_list(turn, draft.id)


def clear(turn: Turn) -> None:
    """Begins the list anew."""
    if draft := own_draft(turn):
        recipients.clear(turn.tx, draft.id)
        ask(turn, draft.id)


def show(turn: Turn) -> None:
    """The list as it stands; args: the draft, how many of the people were shown before."""
    if draft := own_draft(turn):
        show_list(turn, draft.id, int(turn.args[1]) if len(turn.args) > 1 else 0)


def keep_only_allowed(turn: Turn, draft_id: int) -> bool:
    """Looks at the rights once more, right before sending; False when somebody on the list may no
    longer be written to, which is said."""
    allowed = allowed_units(turn)
    if recipients.count(turn.tx, draft_id) and not addressees.strangers(
        turn.tx, draft_id, turn.me.id, allowed, turn.today
    ):
        return True
    recipients.clear(turn.tx, draft_id)
    turn.say(turn.words("direct.list_changed"))
    ask(turn, draft_id)
    return False


def show_list(turn: Turn, draft_id: int, start: int = 0) -> None:
    count = recipients.count(turn.tx, draft_id)
    if not count:
        ask(turn, draft_id)
        return
    turn.begin("directing.names", draft=draft_id)
    in_units, shown = recipients.by_unit(turn.tx, draft_id, start, _PAGE)
    left = count - start - sum(len(names) for names in shown.values())
    more = (
        Choice(
            turn.words("direct.see_more", count=left).plain,
            "addressing.show",
            (draft_id, start + _PAGE),
        ),
    )
    turn.say(
        lines(
            turn.words("direct.recipients", count=count, units=in_units),
            *(
                turn.words("direct.unit_line", unit=unit, names=", ".join(names))
                for unit, names in shown.items()
            ),
            turn.words("direct.and_others", count=left) if left > 0 else None,
        ),
        (*below_list(turn, draft_id), *(more if left > 0 else ())),
    )


def below_list(turn: Turn, draft_id: int) -> tuple[Choice, ...]:
    return (
        Choice(turn.words("direct.go_on").plain, GO_ON, (draft_id,)),
        Choice(turn.words("direct.add_more").plain, "addressing.ask_more", (draft_id,)),
        Choice(turn.words("direct.begin_anew").plain, "addressing.clear", (draft_id,)),
    )
