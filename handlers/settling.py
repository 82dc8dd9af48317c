"""What a person settles for themself: the one screen, what is kept of them, taking part no longer.

Leave and quiet hours have files of their own.
"""

from __future__ import annotations

from db import erasing
from domain.instants import instant, local_day
from domain.message import Choice, lines
from domain.wording import dated
from handlers import consenting, introducing, leaving, quieting
from handlers.turn import Turn


def show(turn: Turn) -> None:
    """ "caidat": who I am here, and what can be changed."""
    turn.say(
        lines(
            turn.words("settle.head", name=turn.me.full_name),
            introducing.posts(turn.tx, turn.me) or None,
            leaving.said_of(turn),
            quieting.said_of(turn),
        ),
        (
            Choice(turn.words("leave.settings").plain, "leaving.start"),
            Choice(turn.words("quiet.settings").plain, "quieting.show"),
            Choice(turn.words("settle.my_data").plain, "settling.my_data"),
            Choice(turn.words("settle.withdraw").plain, "settling.withdraw"),
        ),
    )


def my_data(turn: Turn) -> None:
    """What is kept of this person, in short; the whole is handed over by the office."""
    data = erasing.data_of(turn.tx, turn.me.code)
    if data is None:
        raise LookupError(f"person {turn.me.id} vanished within their own turn")
    person = data["person"]
    agreed = person["consented_at"]
    turn.say(
        lines(
            turn.words("settle.data", name=turn.me.full_name),
            turn.words("settle.data_posts", posts=introducing.posts(turn.tx, turn.me) or "-"),
            turn.words("settle.data_phone", phone=person["phone"] or "-"),
            turn.words(
                "settle.data_chats",
                channels=", ".join(sorted({row["channel"].capitalize() for row in data["chats"]})),
            ),
            turn.words("settle.data_reports", count=len(data["progress"])),
            turn.words(
                "settle.data_agreed",
                day=dated(local_day(instant(agreed), turn.committee.zone), turn.today),
            )
            if agreed
            else None,
            "",
            turn.words("settle.data_how", voice=turn.committee.voice),
        ),
        subjects=(f"p:{turn.me.id}",),
    )


def withdraw(turn: Turn) -> None:
    """Asks once more before nothing is sent any longer."""
    turn.say(
        turn.words("settle.withdraw_sure", voice=turn.committee.voice),
        (
            Choice(turn.words("settle.withdraw_no").plain, "settling.stay"),
            Choice(turn.words("settle.withdraw_yes").plain, "settling.withdrawn"),
        ),
    )


def stay(turn: Turn) -> None:
    """Nothing changes."""
    turn.say(turn.words("settle.stays"))


def withdrawn(turn: Turn) -> None:
    """As refusing at the start: the office is told and reports for them."""
    consenting.decline(turn)
