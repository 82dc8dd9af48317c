"""What waits on a stopped channel follows its person where that is right, and only there."""

import pytest

from db import offers, outbox, problems, stranded
from db.transaction import Tx
from domain.message import ANSWER, DIRECTIVE, REMINDER, ChatRef, Choice, Outgoing, Text
from tests.db.joined import NOW, join

ZALO, TELEGRAM = ChatRef("zalo", "ab"), ChatRef("telegram", "5")
RECEIVED = (Choice("Đã nhận", "directing.acknowledge", (1,)),)


@pytest.fixture(autouse=True)
def two(tx: Tx) -> None:
    """Person 1 has two chats, person 2 only Zalo, which has stopped."""
    join(tx, 1, {TELEGRAM: 3, ZALO: 1})
    join(tx, 2, {ChatRef("zalo", "cd"): 0})
    problems.raised(tx, "channel_down", "zalo", "hết lượt gửi", NOW)


def queued(tx: Tx, key: str, kind: str, at: ChatRef = ZALO, person: int = 1, **more: int) -> int:
    out = Outgoing(key, kind, Text("Đề nghị báo cáo"), RECEIVED, person_id=person, at=at)
    outbox_id = outbox.enqueue(tx, out, NOW)
    assert outbox_id is not None
    for column, value in more.items():
        tx.run(f"UPDATE outbox SET {column} = :value WHERE id = :id", value=value, id=outbox_id)
    return outbox_id


def where(tx: Tx, outbox_id: int) -> tuple[str, ...]:
    row = tx.one("SELECT state, channel, unknowns FROM outbox WHERE id = :id", id=outbox_id)
    assert row is not None
    return tuple(row)


def test_directives_reminders_and_alerts_go_to_the_living_chat_with_their_choices(tx: Tx) -> None:
    moved = [
        queued(tx, "directive:1:1", DIRECTIVE),
        queued(tx, "reminder:1", REMINDER),
        queued(tx, "alert:1:x", ANSWER),
    ]
    assert stranded.move_on(tx, "zalo") == 3
    for outbox_id in moved:
        assert where(tx, outbox_id) == ("queued", "telegram", 0)
        offer = offers.get(tx, tx.value("SELECT offer_id FROM outbox WHERE id = :id", id=outbox_id))
        assert offer is not None and offer.at == TELEGRAM
    assert stranded.move_on(tx, "zalo") == 0


def test_an_answer_and_whoever_has_no_other_chat_wait_for_the_channel(tx: Tx) -> None:
    answer = queued(tx, "answer:zalo:7", ANSWER)
    alone = queued(tx, "directive:2:1", DIRECTIVE, ChatRef("zalo", "cd"), person=2)
    assert stranded.move_on(tx, "zalo") == 0
    assert where(tx, answer) == where(tx, alone) == ("queued", "zalo", 0)


def test_what_may_have_arrived_goes_only_with_the_mark_that_it_is_said_again(tx: Tx) -> None:
    reminder = queued(tx, "reminder:1", REMINDER, unknowns=1)
    half = queued(tx, "reminder:2", REMINDER, parts_sent=1)
    directive = queued(tx, "directive:1:1", DIRECTIVE, unknowns=1)
    begun = queued(tx, "directive:1:2", DIRECTIVE, parts_sent=1)
    assert stranded.move_on(tx, "zalo") == 2
    assert where(tx, reminder) == ("queued", "zalo", 1)
    assert where(tx, half) == ("queued", "zalo", 0)
    # The dispatcher writes "(gửi lại)" above a directive whose fate was unknown.
    assert where(tx, directive) == where(tx, begun) == ("queued", "telegram", 1)


def test_nothing_goes_to_a_channel_that_is_down_as_well_or_configured_no_more(tx: Tx) -> None:
    queued(tx, "directive:1:1", DIRECTIVE)
    problems.raised(tx, "channel_down", "telegram", "không tới được", NOW)
    assert stranded.move_on(tx, "zalo") == 0
    problems.cleared(tx, "channel_down", "telegram")
    tx.run("INSERT INTO facts (name, value) VALUES ('channels', '[\"zalo\"]')")
    assert stranded.move_on(tx, "zalo") == 0


def test_what_is_many_is_moved_in_small_writes(tx: Tx) -> None:
    for number in range(7):
        queued(tx, f"directive:1:{number}", DIRECTIVE)
    assert [stranded.move_on(tx, "zalo", most=3) for _ in range(4)] == [3, 3, 1, 0]
