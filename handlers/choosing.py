"""Which offered choice an answer means: a tapped button, a typed digit, the choice's own words.

Does nothing of what a choice does and checks no right: the act's handler does both.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple, TypeGuard

from db import assignments, offers
from db.offers import Offer, Said
from domain.directive import ACKNOWLEDGE
from domain.fold import fold
from domain.message import ANSWER, DIRECTIVE, Choice, Text
from domain.progress import Work
from domain.wording import hour
from handlers.examples import own_example
from handlers.guessing import LEAST
from handlers.phrases import example, named
from handlers.subjects import post_for, reports
from handlers.turn import Turn

OPEN_FOR = timedelta(hours=2)
CROSSING = timedelta(seconds=60)  # a message of ours that came so shortly before may be unread
SECOND_TAP = timedelta(seconds=10)

_DIGITS = re.compile(r"(?:(?:chon|muc|lua chon|dong|y|phuong an)(?: muc| so)? )?(\d{1,3})[.)]?")
# "1 nhé" chooses where there is such a choice; "36 ạ" is a figure.
_POLITE = re.compile(r"(?:da )?(?:so )?([1-9])(?: (?:nhe|nha|a|nghe|di|em|dong chi))+")


_LONG_ENOUGH = 8  # letters of a label's beginning


class Picked(NamedTuple):
    """The choice that was meant; None when a question or an explanation was said instead."""

    choice: Choice | None


def tapped(turn: Turn, shows: Container[str]) -> Picked:
    """The choice of a tapped button. `shows` are acts that only show: they may be tapped again."""
    carried = offers.uncarried(turn.incoming.offer)
    offer = offers.get(turn.tx, carried[0]) if carried else None
    if (
        carried
        and offer is None
        and offers.was_offered(turn.tx, carried[0], carried[2], turn.incoming.at)
    ):  # offered long ago and forgotten since
        turn.say(turn.words("common.old_choice"))
        return Picked(None)
    if (
        carried is None
        or offer is None
        or not _is_theirs(turn, offer)
        or offer.version != carried[2]
        or carried[1] >= len(offer.choices)
    ):
        turn.record("denied", "offer", text=turn.incoming.offer[:64])
        turn.say(turn.words("common.no_such_choice"))
        return Picked(None)
    return _take(turn, offer, carried[1], shows)


def typed(turn: Turn, shows: Container[str]) -> Picked | None:
    """The choice of a typed digit or label; None when the message is no choice at all."""
    said = _answered(turn)
    if not said:
        return None
    newest = _open(turn, said[0])
    # An answer without choices may have pushed a list away before it was answered, unless that
    # answer was itself a question.
    pushed = newest is None and turn.conversation is None
    crossed = (said[0].kind != ANSWER or pushed) and turn.now - said[0].at <= CROSSING
    former = _open(turn, said[1]) if crossed and len(said) > 1 else None
    number = _number(turn.incoming.text)
    if number is None and (polite := _POLITE.fullmatch(fold(turn.incoming.text).strip(" .!"))):
        if newest is not None and int(polite[1]) <= len(newest.choices):
            return _take(turn, newest, int(polite[1]) - 1, shows)
        return None
    if number is not None and newest is None and _is_sent_twice(turn, number, said):
        return Picked(None)
    if number is not None:
        if newest is None and said[0].kind == ANSWER and _only_shows(former, number, shows):
            # Our own answer without choices came after the list: what only shows may be shown.
            return _take(turn, former, number - 1, shows)
        return _by_number(turn, number, said, newest, former, shows)
    for offer in (newest, former):
        index = _labelled(offer, turn.incoming.text)
        if offer is not None and index is not None:
            confirms = offer.choices[index].act == ACKNOWLEDGE
            if offer is former and said[0].kind == DIRECTIVE and confirms:
                return None  # "đã nhận" may be meant for the copy that came since
            return _take(turn, offer, index, shows)
    return None


def _answered(turn: Turn) -> list[Said]:
    """What the message may answer: what it says itself that it does, else our last ones."""
    if turn.incoming.reply_to:
        meant = offers.said_as(turn.tx, turn.incoming.at, turn.incoming.reply_to)
        return [meant] if meant else []
    return offers.latest_said(turn.tx, turn.incoming.at)


def _is_sent_twice(turn: Turn, number: int, said: Sequence[Said]) -> bool:
    """Whether the digit that chose came twice in a row: after a choice that asks for a figure, it
    would else be that figure."""
    offer = offers.below(turn.tx, said[1]) if len(said) > 1 else None
    if offer is None or offer.taken_at is None or not _is_theirs(turn, offer):
        return False
    if offer.taken != number - 1 or turn.now - offer.taken_at > SECOND_TAP:
        return False
    _say_chosen(turn, offer.choices[offer.taken], offer.taken_at)
    return True


def _say_chosen(turn: Turn, choice: Choice, taken_at: datetime) -> None:
    at = hour(taken_at, turn.committee.zone)
    turn.say(turn.words("common.chosen_before", label=choice.label, hour=at))


def _number(text: str) -> int | None:
    found = _DIGITS.fullmatch(fold(text))
    return int(found[1]) if found else None


def _is_theirs(turn: Turn, offer: Offer) -> bool:
    return offer.at == turn.incoming.at and offer.person_id == turn.me.id


def _open(turn: Turn, said: Said) -> Offer | None:
    if turn.now - said.at > OPEN_FOR:
        return None
    offer = offers.below(turn.tx, said)
    return offer if offer is not None and _is_theirs(turn, offer) else None


def _labelled(offer: Offer | None, text: str) -> int | None:
    wanted = fold(text).strip().rstrip(".!")
    labels = [fold(choice.label) for choice in offer.choices] if offer else []
    begun = [index for index, label in enumerate(labels) if label.startswith(f"{wanted} ")]
    if " " in wanted and len(wanted) >= _LONG_ENOUGH and len(begun) == 1:
        return begun[0]  # "xem thêm" for "Xem thêm (12 việc)"
    for index, choice in enumerate(offer.choices if offer else ()):
        if fold(choice.label).rstrip(".!") == wanted:
            return index
    return None


def _only_shows(offer: Offer | None, number: int, shows: Container[str]) -> TypeGuard[Offer]:
    if offer is None or not 1 <= number <= len(offer.choices):
        return False
    return offer.choices[number - 1].act in shows


def _by_number(
    turn: Turn,
    number: int,
    said: Sequence[Said],
    newest: Offer | None,
    former: Offer | None,
    shows: Container[str],
) -> Picked | None:
    lists = [offer for offer in (former, newest) if offer is not None]
    if not lists:
        return None
    fitting = [offer for offer in lists if 1 <= number <= len(offer.choices)]
    if fitting and former is None:
        return _take(turn, fitting[0], number - 1, shows)
    own_answer = newest is None and said[0].kind == ANSWER  # and no message of anybody's
    if fitting and own_answer and not reports(turn):  # who can have meant no figure
        return _take(turn, fitting[0], number - 1, shows)
    if fitting:
        # Another message of ours came in between: which list was before their eyes?
        meant = [
            (each, offer.choices[number - 1])
            for each, offer in ((said[1], former), (said[0], newest))
            if offer is not None and offer in fitting
        ]
        told_apart = len({choice.label for _, choice in meant}) == len(meant)
        alike = len({each.subjects for each in said[:2]}) == 1 and told_apart
        key = "common.former_list" if own_answer else "common.which_list"
        turn.say(
            turn.words(key, number=number, example=own_example(turn)),
            tuple(choice if alike else _with_subject(turn, choice, each) for each, choice in meant),
        )
        return Picked(None)
    if turn.conversation is not None:
        return None  # the question that waits may want a figure
    work = _wanted(turn, newest, said[0])
    if work is not None and number >= LEAST:
        return None  # it may be that figure, and is asked about as such
    most = max(len(offer.choices) for offer in lists)
    turn.say(_no_such_number(turn, number, most, work))
    return Picked(None)


def _wanted(turn: Turn, offer: Offer | None, said: Said) -> Work | None:
    """The work of the card, or of the reminder, that asks for a figure above its choices."""
    if offer is None or len(said.subjects) != 1:
        return None
    if not any(choice.act == "reporting.blocker" for choice in offer.choices):
        return None
    work = assignments.get(turn.tx, int(said.subjects[0].removeprefix("a:")))
    return work if work and post_for(turn.me, work.assignment.unit_id) else None


def is_beyond_card(turn: Turn) -> bool:
    """Whether the message is a number that is none of the choices of the card above it: the figure
    that the card asks for, or a slip of a choice."""
    if _number(turn.incoming.text) is None:
        return False
    said = _answered(turn)
    return bool(said) and _wanted(turn, _open(turn, said[0]), said[0]) is not None


def _no_such_number(turn: Turn, number: int, most: int, work: Work | None) -> Text:
    """What the list has; and how a figure is reported, to those who report any."""
    if reports(turn):
        key = "common.only_one_choice.figure" if most == 1 else "common.not_in_list.figure"
        shown = f"{work.shown_code} {example(turn, work)}" if work else own_example(turn)
        return turn.words(key, number=number, most=most, example=shown)
    key = "common.only_one_choice" if most == 1 else "common.not_in_list"
    return turn.words(key, number=number, most=most)


def _with_subject(turn: Turn, choice: Choice, said: Said) -> Choice:
    """ "Đồng ý" alone does not say to what: with the one assignment that the message was about,
    and whose it is, where that is another unit's."""
    if len(said.subjects) != 1 or not said.subjects[0].startswith("a:"):
        return choice
    work = assignments.get(turn.tx, int(said.subjects[0].removeprefix("a:")))
    if work is None or work.shown_code in choice.label:
        return choice
    own = any(post.unit_id == work.assignment.unit_id for post in turn.me.posts)
    name = named(work, 40) if own else f"{named(work, 30)} ({work.unit_name})"
    label = turn.words("common.choice_about", label=choice.label, name=name).plain
    return replace(choice, label=label)


def _take(turn: Turn, offer: Offer, index: int, shows: Container[str]) -> Picked:
    choice = offer.choices[index]
    before = offer.choices[offer.taken] if offer.taken is not None else None
    if before is not None and offer.taken_at is not None:
        done = before.act not in shows and choice.act not in shows
        twice = offer.taken == index and turn.now - offer.taken_at <= SECOND_TAP
        if done or twice:
            _say_chosen(turn, before, offer.taken_at)
            return Picked(None)
    if before is None or before.act in shows:
        offers.take(turn.tx, offer, index, turn.now)
    return Picked(choice)
