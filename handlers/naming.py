"""What is typed below the list of a directive's recipients: names to add or to take out, that the
list be shown, that it is all. Sends nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db import addressees, offers, recipients
from domain.directive import Addressee
from domain.fold import clean
from domain.message import Choice, Text
from domain.person import LEAD
from domain.recipient_words import (
    Part,
    asks_to_see,
    lone_number,
    parts_of,
    says_enough,
    says_stop,
    without_tail,
)
from handlers import addressing, calling, directing
from handlers.calling import Meant, One
from handlers.turn import Turn

_MOST_CHOICES = 6
_BETWEEN = re.compile(r"[,;\n]")
_AND = re.compile(r"\s+v[àa]\s+", re.IGNORECASE)


def again(turn: Turn) -> None:
    """ "Tiếp": goes on where the list is before their eyes, else shows what waits."""
    draft = addressing.own_draft(turn)
    if draft is None:
        return
    newest = offers.latest_said(turn.tx, turn.incoming.at, 1)
    offer = offers.below(turn.tx, newest[0]) if newest else None
    if offer is not None and any(choice.act == addressing.GO_ON for choice in offer.choices):
        directing.ask_confirm_by(turn)
    else:
        addressing.show_list(turn, draft.id)


def take_names(turn: Turn) -> None:
    """Groups, units or people as they are called, several at once: what is clear is added or taken
    out, the rest asked about one after another."""
    draft = addressing.own_draft(turn)
    if draft is None:
        return
    text = clean(turn.incoming.text)[:2000]
    if number := lone_number(text):
        _stay(turn, draft.id, turn.words("direct.no_such_number", number=number))
    elif _one(turn, text, addressing.allowed_units(turn)).is_known:
        take(turn, draft.id, text)
    elif says_stop(text):
        _stay(turn, draft.id, turn.words("direct.how_to_stop"))
    elif says_enough(text) and not _unclear(turn) and recipients.count(turn.tx, draft.id):
        directing.ask_confirm_by(turn)
    elif asks_to_see(text):
        addressing.show_list(turn, draft.id)
    else:
        take(turn, draft.id, text)


def may_change(turn: Turn, text: str) -> bool:
    """Whether a text says by a word of its own whom to add or to take out, and all are known."""
    allowed = addressing.allowed_units(turn)
    parts = parts_of(text)
    named = [one for part in parts for one in _named(turn, part.names, allowed)]
    return bool(parts) and parts[0].marked and all(one.is_known for one in named)


def are_known(turn: Turn, names: str) -> bool:
    """Whether each of the names is somebody's."""
    meant = _named(turn, names, addressing.allowed_units(turn))
    return bool(meant) and all(one.is_known for one in meant)


def take(turn: Turn, draft_id: int, text: str) -> None:
    """Adds and takes out who is named, and shows the list."""
    allowed = addressing.allowed_units(turn)
    parts = [Part(text)] if _one(turn, text, allowed).is_known else parts_of(text)
    out = [one for part in parts if part.out for one in _named(turn, part.names, allowed)]
    meant = [one for part in parts if not part.out for one in _named(turn, part.names, allowed)]
    if unknown := [one.typed for one in out if not one.is_known]:
        # Who is to be left out must be clear before anybody is added.
        _stay(turn, draft_id, turn.words("direct.unknown", typed=", ".join(unknown)[:200]))
        return
    _add(turn, draft_id, meant)
    if unknown := [each.typed for each in meant if not each.is_known]:
        said = turn.words("direct.unknown", typed=", ".join(unknown)[:200])
        if len(unknown) == len(meant) and not out:
            _stay(turn, draft_id, said)
            return
        turn.say(said)
    known = [each for each in meant if each.is_known]
    left = _unclear(turn)[1:] if known else []
    unclear = [each.typed for each in meant if each.several] + left
    _leave_out(turn, draft_id, out)
    _go_on(turn, draft_id, unclear)


def _named(turn: Turn, names: str, allowed: dict[int, str]) -> list[Meant]:
    """Whom each of the names means, with commas or "và" between them."""
    whole = _one(turn, names, allowed)
    if whole.is_known:
        return [whole]
    parts = [part.strip(" .") for part in _BETWEEN.split(names)]
    return [each for part in parts if part for each in _all_meant(turn, part, allowed)]


def _one(turn: Turn, name: str, allowed: dict[int, str]) -> Meant:
    """Whom one name means, also with a polite word behind it."""
    meant = calling.called(turn, name, allowed)
    shorter = without_tail(name)
    if meant.is_known or shorter == name:
        return meant
    return calling.called(turn, shorter, allowed)


def _add(turn: Turn, draft_id: int, meant: list[Meant]) -> None:
    for each in meant:
        if each.group is not None:
            lead = not each.group.everybody
            addressees.add(turn.tx, draft_id, turn.me.id, each.units, lead, turn.today)
    recipients.add(turn.tx, draft_id, _once_each([one for each in meant for one in each.people]))


def _leave_out(turn: Turn, draft_id: int, out: list[Meant]) -> None:
    """Takes off the list who is meant. What may mean several means those who are on the list."""
    for each in out:
        meant, several = each, _on_list(turn, draft_id, each.several)
        if len(several) > 1:
            turn.say(turn.words("direct.unclear_out", typed=each.typed))
            continue
        units = [one.unit_id for one in several if not one.person_id] or meant.units
        persons = [one.person_id for one in several if one.person_id]
        if not units:
            persons += [one.person_id for one in meant.people]
        gone = recipients.remove(turn.tx, draft_id, persons, units)
        key = "direct.left_out" if gone else "direct.not_on_list"
        turn.say(turn.words(key, typed=each.typed, count=gone))


def _on_list(turn: Turn, draft_id: int, several: Sequence[One]) -> list[One]:
    listed = recipients.listed(turn.tx, draft_id) if several else []
    persons, in_units = {one[0] for one in listed}, {one[1] for one in listed}
    return [
        one
        for one in several
        if (one.person_id in persons if one.person_id else one.unit_id in in_units)
    ]


def _unclear(turn: Turn) -> list[str]:
    """The names about which it is being asked whom they mean."""
    return turn.conversation.data.get("unclear", []) if turn.conversation else []


def _stay(turn: Turn, draft_id: int, said: Text) -> None:
    """Says why nothing changed; what can be chosen can still be chosen."""
    if unclear := _unclear(turn):
        turn.say(said)
        _go_on(turn, draft_id, unclear)
    elif recipients.count(turn.tx, draft_id):
        turn.say(said, addressing.below_list(turn, draft_id))
    else:
        turn.say(said, addressing.groups(turn, draft_id))


def _all_meant(turn: Turn, part: str, allowed: dict[int, str]) -> list[Meant]:
    """One name, or several with "và" between them; "Phòng Văn hóa và Thông tin" is one."""
    whole = _one(turn, part, allowed)
    if whole.is_known or not _AND.search(part):
        return [whole]
    return [_one(turn, name.strip(), allowed) for name in _AND.split(part)]


def _go_on(turn: Turn, draft_id: int, unclear: list[str]) -> None:
    """Asks whom the next unclear name means; when none is left, shows the list."""
    allowed = addressing.allowed_units(turn) if unclear else {}
    for place, typed in enumerate(unclear):
        several = calling.called(turn, typed, allowed).several
        if several:
            _ask_which(turn, draft_id, typed, several, unclear[place:])
            return
    addressing.show_list(turn, draft_id)


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
    draft = addressing.own_draft(turn)
    if draft is None:
        return
    _, person_id, unit_id, rest = turn.args
    if unit_id in addressing.allowed_units(turn):
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
