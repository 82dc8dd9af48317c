"""What becomes of queued messages when a chat, a channel or its budget fails them."""

import pytest

from db import chats, offers, outbox, problems, sending, status
from db.sending import Settled
from db.transaction import Tx
from domain.delivery import Dead, Unknown
from domain.message import ANSWER, DIRECTIVE, REMINDER, ChatRef, Choice, Outgoing, Text
from tests.db.joined import NOW, join

OLD, NEW = ChatRef("telegram", "5"), ChatRef("zalo", "ab")
RECEIVED = (Choice("Đã nhận", "directing.acknowledge", (1,)),)


@pytest.fixture(autouse=True)
def lan(tx: Tx) -> None:
    """Has two chats; Telegram was heard from last."""
    join(tx, 1, {NEW: 3, OLD: 1})


def queued(tx: Tx, key: str, kind: str = DIRECTIVE, at: ChatRef = OLD) -> int:
    out = Outgoing(key, kind, Text("Đề nghị báo cáo"), RECEIVED, person_id=1, at=at)
    outbox_id = outbox.enqueue(tx, out, NOW)
    assert outbox_id is not None
    return outbox_id


def settle(tx: Tx, outbox_id: int, outcome: Dead | Unknown) -> None:
    (row,) = sending.take(tx, "telegram", [outbox_id], NOW)
    sending.settle(tx, Settled(row, outcome), NOW)


def where(tx: Tx, outbox_id: int) -> tuple[str, str, str]:
    row = tx.one("SELECT state, channel, chat FROM outbox WHERE id = :id", id=outbox_id)
    assert row is not None
    return tuple(row)


def test_a_message_that_moves_to_another_chat_is_whole_there_and_can_be_answered(tx: Tx) -> None:
    first, second = queued(tx, "d:1"), queued(tx, "d:2")
    tx.run("UPDATE outbox SET parts_sent = 1 WHERE id = :id", id=second)
    settle(tx, first, Dead("blocked", chat_gone=True))
    for outbox_id in (first, second):
        assert where(tx, outbox_id) == ("queued", *NEW)
        row = tx.one("SELECT offer_id, parts_sent FROM outbox WHERE id = :id", id=outbox_id)
        assert row is not None and row["parts_sent"] == 0
        offer = offers.get(tx, row["offer_id"])
        assert offer is not None and offer.at == NEW


def test_the_choices_of_a_group_that_moves_are_open_in_its_new_place(tx: Tx) -> None:
    outbox_id = queued(tx, "d:1")
    chats.moved(tx, OLD, "-100")
    offer = offers.get(tx, tx.value("SELECT offer_id FROM outbox WHERE id = :id", id=outbox_id))
    assert offer is not None and offer.at == ChatRef("telegram", "-100")


def test_an_answer_that_may_have_arrived_is_not_said_again_in_another_chat(tx: Tx) -> None:
    answer, directive = queued(tx, "answer:1", ANSWER), queued(tx, "d:1")
    settle(tx, answer, Unknown("timed out"))
    assert where(tx, answer) == ("queued", *OLD)
    settle(tx, directive, Dead("blocked", chat_gone=True))
    assert where(tx, answer) == ("unknown", *OLD)
    assert where(tx, directive) == ("queued", *NEW)


def test_what_waits_on_a_channel_configured_no_more_goes_to_another_chat_or_dies(tx: Tx) -> None:
    followed, reminder = queued(tx, "d:1"), queued(tx, "r:1", REMINDER)
    (taken,) = sending.take(tx, "telegram", [reminder], NOW)
    stranger = outbox.enqueue(
        tx, Outgoing("answer:9", ANSWER, Text("Chào"), at=ChatRef("telegram", "9")), NOW
    )
    assert stranger is not None
    status.note(tx, "channels", '["zalo"]')
    problems.raised(tx, "channel_down", "telegram", "?", NOW)
    problems.forget_channels_but(tx, ["zalo"])
    assert sending.leave_channels_but(tx, ["zalo"], NOW) == 3
    assert where(tx, followed) == ("queued", *NEW)
    assert where(tx, taken["id"])[0] == "unknown"
    assert where(tx, stranger)[0] == "dead"
    assert problems.open_ones(tx) == []


def test_a_working_channel_is_preferred_and_one_configured_no_more_is_not_used(tx: Tx) -> None:
    assert chats.preferred(tx, 1) == OLD
    problems.raised(tx, "channel_down", "telegram", "?", NOW)
    assert chats.preferred(tx, 1) == NEW
    assert chats.preferred(tx, 1, but=NEW) == OLD
    status.note(tx, "channels", '["telegram"]')
    assert chats.preferred(tx, 1) == OLD
    assert chats.preferred(tx, 1, but=OLD) is None


def test_what_the_budget_holds_back_is_not_looked_for_again_at_once(tx: Tx) -> None:
    queued(tx, "r:1", REMINDER)
    assert outbox.next_due(tx, "telegram", [], most_lane=1) is None
    assert outbox.next_due(tx, "telegram", [], most_lane=2) is not None


def test_the_queue_of_one_channel_is_found_without_reading_that_of_another(tx: Tx) -> None:
    plans = []
    tx.connection.set_trace_callback(plans.append)
    outbox.candidates(tx, "zalo", NOW, [], 10, 4)
    tx.connection.set_trace_callback(None)
    plan = [row[3] for row in tx.connection.execute(f"EXPLAIN QUERY PLAN {plans[0]}")]
    assert "SEARCH outbox USING INDEX outbox_waiting (channel=? AND lane<?)" in plan
