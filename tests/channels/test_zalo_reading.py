"""What Zalo's updates say, in every shape in which they come."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import Malformed
from bot.channels.zalo import updates_in
from bot.channels.zalo_reading import incoming_of, raw_of
from domain.message import ChatRef, Incoming, Media
from tests.channels.zalo_updates import read, update


def test_a_text() -> None:
    assert read(update(text="CT12 60%")) == Incoming(
        "387ac9:a19a37",
        ChatRef("zalo", "387ac9"),
        "387ac9",
        "text",
        text="CT12 60%",
        message_id="a19a37",
        sent_at=datetime(2021, 6, 9, 7, 0, 0, 500_000, tzinfo=UTC),
        platform="zalo",
        sender_name="Nguyễn Thị Lan",
    )


@pytest.mark.parametrize("field", ["photo", "photo_url"])
def test_a_picture_under_either_name(field: str) -> None:
    heard = read(update("message.image.received", caption="x", **{field: "https://a/b.jpg"}))
    assert (heard.kind, heard.text) == ("media", "x")
    assert heard.media == (Media("photo", "https://a/b.jpg"),)


@pytest.mark.parametrize("event", ["unsupported", "sticker", "voice"])
def test_what_cannot_be_read_is_unreadable(event: str) -> None:
    assert read(update(f"message.{event}.received")).kind == "unreadable"


def test_unknown_events_and_bots_are_ignored() -> None:
    assert read(update("message.location.received")).kind == "ignored"
    assert read({"event_name": "user.followed"}).kind == "ignored"
    assert read(update(text="x", **{"from": {"id": "1", "is_bot": True}})).kind == "ignored"


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("@Bot Văn phòng CT12 60%", "CT12 60%"),
        ("@bot văn phòng, xong", "xong"),
        ("@Ai_Đó CT12", "CT12"),
        ("@Bot", ""),
        ("CT12 60%", "CT12 60%"),
    ],
)
def test_a_leading_mention_is_cut_off_in_a_group(said: str, heard: str) -> None:
    got = read(update(text=said, chat={"id": "g1", "chat_type": "GROUP"}))
    assert (got.text, got.group) == (heard, True)
    assert read(update(text=said)).text == said


@pytest.mark.parametrize(
    "bad",
    [
        None, 7, "x", [], {}, {"event_name": 7}, {"event_name": "message.text.received"},
        update(), update(text=7), update(text="x", chat={}), update(text="x", message_id=None),
        update(text="x", **{"from": "x"}), update("message.image.received"),
        update("message.image.received", photo={"a": 1}),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_malformed_and_nothing_worse(bad: Any) -> None:
    with pytest.raises(Malformed):
        read(bad)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([
                "ok", "result", "event_name", "message", "from", "chat", "id", "message_id",
                "text", "date", "photo", "photo_url", "caption", "chat_type", "display_name",
            ]),
            inner | st.sampled_from(["message.text.received", "message.image.received"]),
            max_size=6,
        )
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(values)
def test_no_json_raises_anything_but_malformed(given_value: Any) -> None:
    raw = raw_of(given_value)
    assert json.loads(raw.raw) == given_value
    try:
        heard = incoming_of("zalo", given_value)
    except Malformed:
        return
    assert heard.update_key == raw.update_key


def test_several_updates_in_one_answer_are_taken_too() -> None:
    body = json.dumps({"ok": True, "result": [update(text="a"), 7]}).encode()
    assert [raw.update_key[:1] for raw in updates_in(200, body)] == ["3", "?"]
