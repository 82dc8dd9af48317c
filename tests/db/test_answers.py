"""Answers above twenty a minute in one chat join the one that still waits there unsent; where each
message counts, all that waits is one."""

import json
from datetime import datetime, timedelta

import pytest

from db import answers, offers, outbox, sending
from db.sending import Settled
from db.transaction import Row, Tx
from domain.delivery import RetryAfter, Sent, Unknown
from domain.message import ANSWER, REMINDER, ChatRef, Choice, Incoming, Outgoing, Text, bold
from tests.db.joined import NOW, join

HERE, THERE = ChatRef("telegram", "ab"), ChatRef("telegram", "cd")


@pytest.fixture(autouse=True)
def lan(tx: Tx) -> None:
    join(tx, 1, {HERE: 3, THERE: 1})


def say(
    tx: Tx, number: int, text: Text | None = None, now: datetime = NOW, at: ChatRef = HERE
) -> None:
    choices = (Choice(f"Sai, sửa lại {number}", "correcting.wrong", (number,)),)
    words = text or Text(f"Đã ghi số {number}.")
    key = f"answer:{at.chat}:{number}"
    answers.say(
        tx, Outgoing(key, ANSWER, words, choices, (f"a:{number % 3}",), person_id=1, at=at), now
    )


def queue(tx: Tx, at: ChatRef = HERE) -> list[Row]:
    return tx.all(
        "SELECT * FROM outbox WHERE chat = :chat AND state = 'queued' ORDER BY id", chat=at.chat
    )


def test_up_to_twenty_answers_in_a_chat_are_messages_of_their_own(tx: Tx) -> None:
    for number in range(20):
        say(tx, number)
        say(tx, number, at=THERE)
    assert len(queue(tx)) == len(queue(tx, THERE)) == 20


def test_on_zalo_all_that_waits_is_one_answer(tx: Tx) -> None:
    join(tx, 2, {ChatRef("zalo", "ef"): 1})
    for number in range(5):
        at = ChatRef("zalo", "ef")
        out = Outgoing(f"answer:ef:{number}", ANSWER, Text(f"số {number}"), person_id=2, at=at)
        answers.say(tx, out, NOW, counted=True)
    (row,) = queue(tx, ChatRef("zalo", "ef"))
    assert row["text"] == "số 0\n\nsố 1\n\nsố 2\n\nsố 3\n\nsố 4"
    assert row["due_at"] == row["created_at"]  # and the first one waits for none of them


def test_what_comes_above_joins_the_last_one_that_waits_with_its_spans_subjects_and_choices(
    tx: Tx,
) -> None:
    for number in range(20):
        say(tx, number, bold("CT12") + f" là {number}")
    for number in range(20, 25):
        say(tx, number, Text("Đã ghi ") + bold("NV07") + f": {number}%.")
    say(tx, 1, at=THERE)  # the other chat has an answer of its own
    rows = queue(tx)
    assert [row["text"] for row in rows[:-1]] == [f"CT12 là {n}" for n in range(19)]
    last = rows[-1]
    assert last["text"] == "\n\n".join(
        ["CT12 là 19", *(f"Đã ghi NV07: {n}%." for n in range(20, 25))]
    )
    spans = json.loads(last["spans"])
    said = [last["text"][at : at + size] for at, size, _ in spans]
    assert said == ["CT12", *["NV07"] * 5]
    assert last["subjects"].split() == ["a:1", "a:2", "a:0"]
    assert json.loads(last["choices"]) == ["Sai, sửa lại 24"]
    offer = offers.get(tx, last["offer_id"])
    assert offer is not None and offer.choices[0].args == (24,)
    assert tx.value("SELECT count(*) FROM offers WHERE outbox_id = :id", id=last["id"]) == 1
    assert len(queue(tx, THERE)) == 1


def test_the_same_words_are_said_once_and_a_full_message_makes_room_for_another(tx: Tx) -> None:
    for number in range(20):
        say(tx, number)
    for number in range(20, 60):
        say(tx, number, Text("Đã được ghi lúc 08:00."))
    assert [row["text"] for row in queue(tx)][-1] == "Đã ghi số 19.\n\nĐã được ghi lúc 08:00."
    for number in range(60, 100):
        say(tx, number, Text(f"{number} " + "x" * 100))
    rows = queue(tx)
    assert len(rows) == 20 + 2
    assert all(len(row["text"]) <= 1800 for row in rows)
    whole = "\n\n".join(row["text"] for row in rows)
    assert all(f"\n{number} " in whole for number in range(60, 100))


def test_it_gathers_a_little_longer_and_what_comes_later_does_not_overtake_it(tx: Tx) -> None:
    for number in range(21):
        say(tx, number)
    gathering = queue(tx)[-1]
    assert gathering["due_at"] > queue(tx)[0]["due_at"]
    for second in range(1, 30):
        say(tx, 20 + second, now=NOW + timedelta(seconds=second))
    gathering = queue(tx)[-1]
    assert gathering["due_at"] == "2026-06-09T01:00:10.000000Z"  # and no longer than that
    for number in range(100, 120):
        say(tx, number, Text("y" * 900), now=NOW + timedelta(seconds=3))
    dues = [row["due_at"] for row in queue(tx)]
    assert dues == sorted(dues)


def test_what_is_being_sent_or_may_have_arrived_does_not_grow(tx: Tx) -> None:
    for number in range(20):
        say(tx, number)
    ids = [row["id"] for row in queue(tx)]
    taken = sending.take(tx, "telegram", ids, NOW)
    assert len(taken) == 20
    for row in taken[:-2]:
        sending.settle(tx, Settled(row, Sent((f"m{row['id']}",))), NOW)
    for number in range(20, 24):
        say(tx, number)
    waiting = queue(tx)
    assert [row["text"] for row in waiting] == [
        "Đã ghi số 20.",
        "Đã ghi số 21.\n\nĐã ghi số 22.\n\nĐã ghi số 23.",
    ]
    sending.settle(tx, Settled(taken[-2], RetryAfter(3, False, "busy")), NOW)
    sending.settle(tx, Settled(taken[-1], Unknown("timed out")), NOW)
    for row in waiting:
        assert outbox.cancel(tx, row["id"], "test")
    say(tx, 24)
    refused, unsure = queue(tx)
    assert refused["text"] == "Đã ghi số 18.\n\nĐã ghi số 24."  # has certainly not arrived
    assert unsure["text"] == "Đã ghi số 19."  # may have arrived as it was


def test_a_minute_later_an_answer_stands_alone_again_and_reminders_never_join(tx: Tx) -> None:
    for number in range(20):
        say(tx, number)
    for row in sending.take(tx, "telegram", [row["id"] for row in queue(tx)], NOW):
        sending.settle(tx, Settled(row, Sent((f"m{row['id']}",))), NOW)
    later = NOW + timedelta(seconds=61)
    say(tx, 20, now=later)
    say(tx, 21, now=later)
    assert len(queue(tx)) == 2
    out = Outgoing("reminder:1", REMINDER, Text("Nhắc việc"), person_id=1, at=HERE)
    assert outbox.enqueue(tx, out, later) is not None
    assert len(queue(tx)) == 3


def test_what_came_together_is_one_answer_and_what_comes_after_it_has_gone_has_its_own(
    tx: Tx,
) -> None:
    def gather(number: int, text: str, instead: bool = False) -> None:
        picture = Incoming(str(number), HERE, "ab", "media", album="77")
        choices = (Choice("Sai, sửa lại", "correcting.wrong", (1,)),) if number == 0 else ()
        out = Outgoing(f"answer:zalo:{number}", ANSWER, Text(text), choices, person_id=1, at=HERE)
        answers.gather(tx, picture, out, NOW, instead=instead)

    gather(0, "Đã nhận ảnh.\n\nĐã ghi 60%.")
    gather(1, "Đã nhận 2 ảnh.")
    gather(2, "Đã nhận 3 ảnh.")
    (one,) = queue(tx)
    assert one["text"] == "Đã nhận 3 ảnh.\n\nĐã ghi 60%."
    assert json.loads(one["choices"]) == ["Sai, sửa lại"] and offers.get(tx, one["offer_id"])
    assert one["due_at"] > "2026-06-09T01:00:01"  # it waits for the rest
    (row,) = sending.take(tx, "telegram", [one["id"]], NOW + timedelta(seconds=2))
    gather(3, "Đã nhận 4 ảnh.")
    sending.settle(tx, Settled(row, Sent(("m1",))), NOW)
    gather(4, "Đã nhận 5 ảnh.")
    assert [row["text"] for row in queue(tx)] == ["Đã nhận 4 ảnh.", "Đã nhận 5 ảnh."]


def test_a_question_about_what_came_together_is_asked_anew_in_its_place(tx: Tx) -> None:
    for number in range(3):
        picture = Incoming(str(number), HERE, "ab", "media", album="78")
        choices = (Choice("CT12", "reporting.attach", (1, list(range(number + 1)))),)
        out = Outgoing(
            f"answer:zalo:{number}", ANSWER, Text("Việc nào?"), choices, person_id=1, at=HERE
        )
        answers.gather(tx, picture, out, NOW, instead=True)
    (one,) = queue(tx)
    offer = offers.get(tx, one["offer_id"])
    assert one["text"] == "Việc nào?"
    assert offer is not None and offer.choices[0].args == (1, [0, 1, 2])
