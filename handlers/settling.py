"""What a person settles for themself: the one screen, what is kept of them, taking part no longer.

Leave, quiet hours and language have files of their own.
"""

from __future__ import annotations

import re

from db import chats, erasing, invites, outbox
from domain.fold import fold
from domain.instants import instant, local_day
from domain.message import Choice, lines
from domain.wording import dated
from handlers import consenting, introducing, leave_listing, quieting, speaking
from handlers.turn import Turn

_LONGEST = 60  # characters; a longer text says more than this
_NO_MORE = re.compile(
    r"^(?:thoi )?(?:dung|khong|ngung) (?:co )?(?:muon )?(?:nhan|nhac|gui)(?: tin)?"
    r"(?: cho (?:toi|minh|em|tui))? nua\b"
)


def show(turn: Turn) -> None:
    """ "caidat": who I am here, and what can be changed."""
    turn.say(
        lines(
            turn.words("settle.head", name=turn.me.full_name),
            introducing.posts(turn.tx, turn.me) or None,
            leave_listing.said_of(turn),
            quieting.said_of(turn),
        ),
        (
            Choice(turn.words("leave.settings").plain, "leave_listing.start"),
            Choice(turn.words("quiet.settings").plain, "quieting.show"),
            speaking.entry(turn),
            Choice(turn.words("settle.my_data").plain, "settling.my_data"),
            Choice(turn.words("settle.withdraw").plain, "settling.withdraw"),
        ),
    )


def show_rest(turn: Turn) -> None:
    """All that is left to settle for who holds no post any more."""
    turn.say(
        turn.words("settle.no_post", name=turn.me.full_name, voice=turn.committee.voice),
        (
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
    posts = introducing.posts(turn.tx, turn.me)
    turn.say(
        lines(
            turn.words("settle.data", name=turn.me.full_name),
            turn.words("settle.data_posts", posts=posts or turn.words("settle.no_posts")),
            turn.words("settle.data_phone", phone=person["phone"] or turn.words("settle.no_phone")),
            turn.words(
                "settle.data_chats",
                channels=", ".join(sorted({row["channel"].capitalize() for row in data["chats"]})),
            ),
            turn.words("settle.data_reports", count=len(data["progress"])),
            turn.words("settle.data_settings") if data["leaves"] or person["quiet_from"] else None,
            turn.words(
                "settle.data_agreed",
                day=dated(
                    local_day(instant(agreed), turn.committee.zone), turn.today, turn.language
                ),
            )
            if agreed
            else None,
            "",
            turn.words("settle.data_how", voice=turn.committee.voice),
        ),
        (Choice(turn.words("settle.only_this").plain, "settling.only_this"),)
        if len(chats.of_person(turn.tx, turn.me.id)) > 1
        else (),
        subjects=(f"p:{turn.me.id}",),
    )


def only_this(turn: Turn) -> None:
    """A lost or an old phone: every other chat of theirs is taken back."""
    others = [at for at in chats.of_person(turn.tx, turn.me.id) if at != turn.incoming.at]
    for at in others:
        invites.unbind(turn.tx, at, turn.me.id)
        outbox.cancel_all_for(turn.tx, at, "only one chat kept")
    if not others:
        turn.say(turn.words("settle.only_this_already"))
        return
    turn.record("enrol.undone", f"p:{turn.me.id}")
    turn.say(turn.words("settle.only_this_done", count=len(others)))


def try_words(turn: Turn) -> bool:
    """Whether somebody wants no more messages: refusing is to be as easy as agreeing."""
    text = fold(turn.incoming.text)
    if len(text) > _LONGEST or not _NO_MORE.search(text):
        return False
    withdraw(turn)
    return True


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
