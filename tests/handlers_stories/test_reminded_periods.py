"""A figure goes to the period whose report a reminder of the last days asked for."""

from __future__ import annotations

from datetime import date

import pytest

from db import occurrences, outbox
from db.transaction import Tx
from domain.instants import stamp
from domain.message import REMINDER, Outgoing, Text
from domain.notice import Telling
from tests.handlers_stories.ward import Ward


def remind(ward: Ward, due_on: date) -> None:
    """A reminder of what of CT12 is due on that day, as the clock sends it."""
    subject = f"a:{ward.budget}"

    def write(tx: Tx) -> None:
        said = Outgoing(
            f"reminder:{due_on}",
            REMINDER,
            Text("Nhắc việc"),
            person_id=ward.lan,
            at=ward.chat(ward.lan),
            subjects=(subject,),
        )
        row = outbox.enqueue(tx, said, ward.now)
        tx.run(
            "UPDATE outbox SET state = 'sent', sent_at = :now WHERE id = :id",
            now=stamp(ward.now),
            id=row,
        )
        telling = Telling(subject, "-2d", due_on, "told")
        occurrences.write(tx, ward.lan, [telling], row, ward.now)

    ward.write(write)


@pytest.mark.parametrize(
    ("today", "due_on", "period"),
    [
        ("2021-06-08", date(2021, 5, 31), "tháng 5/2021"),  # the month that ended is asked for
        ("2021-06-28", date(2021, 6, 30), "tháng 6/2021"),  # the month under way
        ("2021-06-15", date(2021, 6, 7), "tháng 6/2021"),  # the deadline of all of it
    ],
)
def test_the_reminder_says_of_which_month_the_figure_is(
    ward: Ward, today: str, due_on: date, period: str
) -> None:
    ward.on(today)
    remind(ward, due_on)
    ward.later(hours=1)
    assert ward.type(ward.lan, "CT12 260 tỷ").splitlines()[0] == (
        f"Đã ghi CT12 Thu ngân sách: 260 tỷ đồng, lũy kế đến {period}."
    )
