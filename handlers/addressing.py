"""To whom a directive goes: groups to choose, units and people by name, the exact list before
sending. Sends nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db import addressees, directives, people, recipients
from domain.addressee_words import COMMUNES, DEPARTMENTS, EVERYBODY
from domain.directive import Addressee, Directive, is_commune
from domain.fold import clean
from domain.message import Choice, Text, lines
from domain.person import LEAD
from handlers import calling
from handlers.calling import Meant, One
from handlers.refusing import refuse
from handlers.turn import Turn

_MOST_LINES = 7
_MOST_CHOICES = 6
_BETWEEN = re.compile(r"[,;\n]")
_AND = re.compile(r"\s+v[àa]\s+", re.IGNORECASE)


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


def _allowed(turn: Turn) -> dict[int, str]:
    """The units whose people this person may direct, with their kinds."""
    return people.units_where(turn.tx, turn.me, "direct")


def anybody(turn: Turn) -> bool:
    """Whether there is anybody at all whom this person may direct."""
    _, persons = addressees.count(turn.tx, turn.me.id, _allowed(turn), False, turn.today)
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
    allowed = _allowed(turn)
    choices = []
    for group in (COMMUNES, DEPARTMENTS, EVERYBODY):
        inside, lead = _group(turn, group, allowed)
        count, persons = addressees.count(turn.tx, turn.me.id, inside, lead, turn.today)
        if persons:
            label = turn.words(f"direct.group_{group}", units=count, people=persons)
            choices.append(Choice(label.plain, "addressing.add", (draft_id, group)))
    if not choices:  # not even "everybody" is anybody
        refuse(turn, "directing.recipients")
        turn.end()
        return
    turn.begin("directing.names", draft=draft_id)
    turn.say(turn.words("direct.to_whom"), tuple(choices))


def ask_more(turn: Turn) -> None:
    """More groups or names beside those chosen."""
    if draft := own_draft(turn):
        ask(turn, draft.id)


def add(turn: Turn) -> None:
    """A group was chosen."""
    if draft := own_draft(turn):
        inside, lead = _group(turn, turn.args[1], _allowed(turn))
        addressees.add(turn.tx, draft.id, turn.me.id, inside, lead, turn.today)
        _show(turn, draft.id)


def clear(turn: Turn) -> None:
    """Begins the list anew."""
    if draft := own_draft(turn):
        recipients.clear(turn.tx, draft.id)
        ask(turn, draft.id)


def show(turn: Turn) -> None:
    """The list as it stands."""
    if draft := own_draft(turn):
        _show(turn, draft.id)


def take_names(turn: Turn) -> None:
    """Groups, units or people as they are called, several at once: what is clear is added, the rest
    asked about one after another."""
    draft = own_draft(turn)
    if draft is None:
        return
    allowed = _allowed(turn)
    text = clean(turn.incoming.text)[:2000]
    meant = [calling.called(turn, text, allowed)]
    if meant[0].group is None:
        parts = [part.strip(" .") for part in _BETWEEN.split(text)]
        meant = [each for part in parts if part for each in _all_meant(turn, part, allowed)]
    for each in meant:
        if each.group is not None:
            lead = not each.group.everybody
            addressees.add(turn.tx, draft.id, turn.me.id, each.units, lead, turn.today)
    found = [one for each in meant for one in each.people]
    recipients.add(turn.tx, draft.id, _once_each(found))
    if unknown := [each.typed for each in meant if not each.is_known]:
        turn.say(turn.words("direct.unknown", typed=", ".join(unknown)[:200]))
    known = [each for each in meant if each.is_known]
    left = turn.conversation.data.get("unclear", [])[1:] if turn.conversation and known else []
    unclear = [each.typed for each in meant if each.several] + left
    if unclear or known:
        _go_on(turn, draft.id, unclear)


def _all_meant(turn: Turn, part: str, allowed: dict[int, str]) -> list[Meant]:
    """One name, or several with "và" between them; "Phòng Văn hóa và Thông tin" is one."""
    whole = calling.called(turn, part, allowed)
    if whole.is_known or not _AND.search(part):
        return [whole]
    return [calling.called(turn, name.strip(), allowed) for name in _AND.split(part)]


def _go_on(turn: Turn, draft_id: int, unclear: list[str]) -> None:
    """Asks whom the next unclear name means; when none is left, shows the list."""
    allowed = _allowed(turn) if unclear else {}
    for place, typed in enumerate(unclear):
        several = calling.called(turn, typed, allowed).several
        if several:
            _ask_which(turn, draft_id, typed, several, unclear[place:])
            return
    _show(turn, draft_id)


def _ask_which(
    turn: Turn, draft_id: int, typed: str, several: Sequence[One], unclear: list[str]
) -> None:
    rest = unclear[1:]
    turn.begin("directing.names", draft=draft_id, unclear=unclear)
    choices = [
        Choice(one.label, "addressing.add_one", (draft_id, one.person_id, one.unit_id, rest))
        for one in several[:_MOST_CHOICES]
    ]
    if rest or recipients.count(turn.tx, draft_id):
        label = turn.words("direct.leave_out", typed=typed).plain
        choices.append(Choice(label, "addressing.add_one", (draft_id, 0, 0, rest)))
    key = "direct.several_people" if several[0].person_id else "direct.several_units"
    turn.say(turn.words(key, typed=typed, count=len(several)), tuple(choices))


def add_one(turn: Turn) -> None:
    """Choice: whom an unclear name means, or that it is left out; args: the draft, the person (0:
    the unit's leads), the unit (0: nobody), and what is still unclear."""
    draft = own_draft(turn)
    if draft is None:
        return
    _, person_id, unit_id, rest = turn.args
    if unit_id in _allowed(turn):
        there = addressees.in_unit(turn.tx, turn.me.id, int(unit_id), turn.today)
        if person_id:
            chosen = [one for one in there if one.person_id == person_id]
        else:
            chosen = calling.leads(there)
        recipients.add(turn.tx, draft.id, _once_each(chosen))
    _go_on(turn, draft.id, list(rest))


def _once_each(chosen: list[Addressee]) -> list[tuple[int, int | None]]:
    """(person, unit); the post as a lead counts before others."""
    first: dict[int, int | None] = {}
    for one in sorted(chosen, key=lambda one: one.role != LEAD):
        first.setdefault(one.person_id, one.unit_id)
    return list(first.items())


def keep_only_allowed(turn: Turn, draft_id: int) -> bool:
    """Looks at the rights once more, right before sending; False when somebody on the list may no
    longer be written to, which is said."""
    allowed = _allowed(turn)
    if recipients.count(turn.tx, draft_id) and not addressees.strangers(
        turn.tx, draft_id, turn.me.id, allowed, turn.today
    ):
        return True
    recipients.clear(turn.tx, draft_id)
    turn.say(turn.words("direct.list_changed"))
    ask(turn, draft_id)
    return False


def _show(turn: Turn, draft_id: int) -> None:
    count = recipients.count(turn.tx, draft_id)
    if not count:
        ask(turn, draft_id)
        return
    turn.begin("directing.names", draft=draft_id)
    in_units, shown = recipients.by_unit(turn.tx, draft_id, _MOST_LINES)
    others = count - sum(len(names) for names in shown.values())
    turn.say(
        lines(
            turn.words("direct.recipients", count=count, units=in_units),
            *(_unit_line(turn, unit, names) for unit, names in shown.items()),
            turn.words("direct.and_others", count=others) if others else None,
        ),
        (
            Choice(turn.words("direct.go_on").plain, "directing.ask_confirm_by", (draft_id,)),
            Choice(turn.words("direct.add_more").plain, "addressing.ask_more", (draft_id,)),
            Choice(turn.words("direct.begin_anew").plain, "addressing.clear", (draft_id,)),
        ),
    )


def _unit_line(turn: Turn, unit: str, names: list[str]) -> Text:
    if len(names) > 3:
        names = [*names[:2], turn.words("direct.and_others", count=len(names) - 2).plain]
    return turn.words("direct.unit_line", unit=unit, names=", ".join(names))
