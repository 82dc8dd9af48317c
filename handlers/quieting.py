"""Quiet hours: chosen of few, or typed; what they mean for messages is domain/quiet.py's part."""

from __future__ import annotations

from datetime import time

from db import quiet
from domain.message import Choice, Text, lines
from domain.quiet import EVENINGS, OUT_OF_OFFICE, Quiet, leaves_room, may_be_the_open_ones, read
from handlers.turn import Turn


def show(turn: Turn) -> None:
    """Choice of the settings: the hours as they are, and what can be chosen."""
    turn.begin("quieting.hours")
    turn.say(
        lines(said_of(turn), _what(turn), turn.words("quiet.ask")),
        (
            _choice(turn, "quiet.evenings", EVENINGS),
            _choice(turn, "quiet.out_of_office", OUT_OF_OFFICE),
            _choice(turn, "quiet.default", None),
        ),
    )


def _choice(turn: Turn, key: str, hours: Quiet | None, **fields: str) -> Choice:
    args = tuple(each.strftime("%H:%M") for each in hours) if hours else ()
    return Choice(turn.words(key, **fields).plain, "quieting.choose", args)


def choose(turn: Turn) -> None:
    """Choice: these hours, or none of one's own; args: begins, ends."""
    if len(turn.args) == 2:
        begins, ends = (time.fromisoformat(str(each)) for each in turn.args)
        _keep(turn, (begins, ends))
    else:
        _keep(turn, None)


def take(turn: Turn) -> None:
    """The typed answer."""
    hours = read(turn.incoming.text)
    if hours is None:
        turn.say(turn.words("quiet.unclear"))
    elif may_be_the_open_ones(turn.incoming.text, hours, turn.committee.reminders):
        _ask_which(turn, hours)
    else:
        _keep(turn, hours)


def _ask_which(turn: Turn, hours: Quiet) -> None:
    """Who types the office's hours may want messages in them alone."""
    turn.begin("quieting.hours")
    fields = _fields(hours)
    turn.say(
        turn.words("quiet.which", **fields),
        (
            _choice(turn, "quiet.not_then", hours, **fields),
            _choice(turn, "quiet.only_then", (hours[1], hours[0]), **fields),
        ),
    )


def _keep(turn: Turn, hours: Quiet | None) -> None:
    limits = turn.committee.reminders
    if hours is not None and not leaves_room(hours, limits):
        turn.begin("quieting.hours")
        turn.say(
            turn.words(
                "quiet.no_room",
                **_fields(hours),
                starts=_hour(max(limits.hour, limits.day_starts)),
                closes=_hour(limits.day_ends),
            )
        )
        return
    turn.end()
    quiet.keep(turn.tx, turn.me.id, hours)
    turn.record("quiet.set", f"p:{turn.me.id}", text=_span(hours))
    if hours is None:
        turn.say(lines(turn.words("quiet.kept_default"), said_of(turn)))
    else:
        turn.say(lines(turn.words("quiet.kept", **_fields(hours)), turn.words("quiet.what")))


def _what(turn: Turn) -> Text:
    """Only hours of one's own hold a directive back."""
    own = quiet.hours_of(turn.tx, turn.me.id) is not None
    return turn.words("quiet.what" if own else "quiet.what_default")


def said_of(turn: Turn) -> Text:
    """The line of the settings."""
    hours = quiet.hours_of(turn.tx, turn.me.id)
    if hours is not None:
        return turn.words("quiet.line", **_fields(hours))
    limits = turn.committee.reminders
    starts = _hour(max(limits.hour, limits.day_starts))
    return turn.words("quiet.line_default", starts=starts, closes=_hour(limits.day_ends))


def _fields(hours: Quiet) -> dict[str, str]:
    return {"begins": _hour(hours[0]), "ends": _hour(hours[1])}


def _span(hours: Quiet | None) -> str:
    return f"{_hour(hours[0])}-{_hour(hours[1])}" if hours else "-"


def _hour(each: time) -> str:
    return each.strftime("%H:%M")
