"""Telegram's updates in our words: every kind, and nothing that a stranger sends can break it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.base import FetchFailed, Malformed
from bot.channels.telegram_reading import incoming_of, raw_of
from domain.message import ChatRef, Incoming, Media

Run = Callable[..., None]
PERSON = {"id": 71, "is_bot": False, "first_name": "Nguyễn", "last_name": "Lan"}
PRIVATE = {"id": 71, "type": "private", "first_name": "Lan"}
GROUP = {"id": -1001, "type": "supergroup", "title": "Ban chỉ đạo"}


def message(**fields: Any) -> dict[str, Any]:
    base = {"message_id": 9, "from": PERSON, "chat": PRIVATE, "date": 1623222000}
    return {"update_id": 500, "message": {**base, **fields}}


def read(update: Any, bot_name: str = "vanphong_bot") -> Incoming:
    """As it is read from the inbox: through JSON, as it was stored."""
    return incoming_of("telegram", json.loads(raw_of(update).raw), bot_name)


def test_a_text_with_what_it_answers() -> None:
    quoted = {"message_id": 8, "text": "Nhắc việc: CT12"}
    update = message(text="60%", reply_to_message=quoted)
    assert read(update) == Incoming(
        "500",
        ChatRef("telegram", "71"),
        "71",
        "text",
        text="60%",
        message_id="9",
        reply_to="8",
        reply_text="Nhắc việc: CT12",
        sent_at=datetime(2021, 6, 9, 7, 0, tzinfo=UTC),
        sender_name="Nguyễn Lan",
    )
    raw = raw_of(update)
    assert (raw.update_key, raw.chat, raw.sender, raw.message_id, raw.reply_to) == (
        "500", "71", "71", "9", "8",
    )  # fmt: skip


def test_a_tap() -> None:
    tapped = {"message_id": 8, "chat": PRIVATE, "date": 0, "text": "Chọn"}
    update = {
        "update_id": 501,
        "callback_query": {"id": "4000", "from": PERSON, "message": tapped, "data": "7.1.3f"},
    }
    heard = read(update)
    assert (heard.kind, heard.offer, heard.tap_id, heard.message_id) == (
        "choice", "7.1.3f", "4000", "8",
    )  # fmt: skip
    assert (heard.at.chat, heard.sender, heard.text) == ("71", "71", "")
    assert (raw_of(update).chat, raw_of(update).sender) == ("71", "71")


def test_an_edited_message_is_edited_whatever_it_holds() -> None:
    update = message(text="70%", edit_date=1623222060)
    update["edited_message"] = update.pop("message")
    heard = read(update)
    assert (heard.kind, heard.text) == ("edited", "70%")
    assert heard.sent_at == datetime(2021, 6, 9, 7, 1, tzinfo=UTC)


def test_the_largest_size_of_a_picture_and_its_caption() -> None:
    sizes = [{"file_id": "small", "file_size": 10}, {"file_id": "large", "file_size": 900}]
    heard = read(message(photo=sizes, caption="CT12 xong"))
    assert (heard.kind, heard.text) == ("media", "CT12 xong")
    assert heard.media == (Media("photo", "large", mime="image/jpeg", size=900),)


def test_a_file_with_its_name() -> None:
    document = {"file_id": "f", "file_name": "../\u202eBáo cáo.pdf", "mime_type": "application/pdf"}
    (media,) = read(message(document=document)).media
    assert media == Media("file", "f", "../Báo cáo.pdf", "application/pdf", None)


@pytest.mark.parametrize(
    "what", ["sticker", "voice", "contact", "location", "video", "poll", "dice", "audio"]
)
def test_what_cannot_be_read_is_unreadable_and_not_ignored(what: str) -> None:
    assert read(message(**{what: {"file_id": "x"}})).kind == "unreadable"


@pytest.mark.parametrize(
    "update",
    [
        message(new_chat_members=[PERSON]),
        message(pinned_message={"message_id": 3}),
        message(text="x", **{"from": {**PERSON, "is_bot": True}}),
        message(text="x", chat=GROUP, sender_chat=GROUP),
        message(text="x", chat={"id": -5, "type": "channel"}),
        message(text="/viec@another_bot", chat=GROUP),
        {"update_id": 5, "channel_post": {"chat": {"id": -5, "type": "channel"}}},
        {"update_id": 5, "poll_answer": {"user": PERSON}},
        {"update_id": 5, "something_of_2030": 7},
        {"update_id": 5},
    ],
)
def test_what_nobody_said_to_us_is_ignored(update: Any) -> None:
    assert read(update).kind == "ignored"


def test_who_blocks_and_who_comes_back() -> None:
    def change(new: str, chat: Any = PRIVATE) -> Incoming:
        member = {"chat": chat, "from": PERSON, "date": 1, "new_chat_member": {"status": new}}
        return read({"update_id": 5, "my_chat_member": member})

    assert (change("kicked").kind, change("kicked").at.chat) == ("blocked", "71")
    assert change("member").kind == "unblocked"
    assert (change("left", GROUP).kind, change("left", GROUP).group) == ("blocked", True)
    assert change("kicked", {"id": -3, "type": "channel"}).kind == "ignored"


def test_both_words_of_a_group_that_moved_say_the_same() -> None:
    first = read(message(chat=GROUP | {"id": -5, "type": "group"}, migrate_to_chat_id=-1001))
    second = read(message(chat=GROUP, migrate_from_chat_id=-5))
    for heard in (first, second):
        assert (heard.kind, heard.at.chat, heard.moved_to) == ("moved", "-5", "-1001")


@pytest.mark.parametrize(
    "extra",
    [
        {"forward_origin": {"type": "user"}},
        {"forward_date": 1},
        {"via_bot": {"id": 3, "is_bot": True}},
    ],
)
def test_words_of_somebody_else_are_marked(extra: dict[str, Any]) -> None:
    assert read(message(text="xong", **extra)).forwarded
    assert not read(message(text="xong")).forwarded


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("@vanphong_bot CT12 60%", "CT12 60%"),
        ("@VanPhong_Bot, xong", "xong"),
        ("/viec@vanphong_bot", "/viec"),
        ("/viec@vanphong_bot CT12", "/viec CT12"),
        ("CT12 60%", "CT12 60%"),
        ("@ai_do xong", "@ai_do xong"),
        ("CT12 60% @vanphong_bot", "CT12 60%"),
        ("nhờ @vanphong_bot ghi CT12 60%", "nhờ ghi CT12 60%"),
        ("@vanphong_bot2 xong", "@vanphong_bot2 xong"),
    ],
)
def test_our_own_name_is_cut_off_in_a_group(said: str, heard: str) -> None:
    got = read(message(text=said, chat=GROUP))
    assert (got.text, got.group) == (heard, True)


OURS = {"id": 5, "is_bot": True, "username": "VanPhong_Bot"}


@pytest.mark.parametrize(
    ("fields", "to_us"),
    [
        ({"text": "CT12 60%"}, False),
        ({"text": "xong rồi"}, False),
        ({"text": "/viec"}, True),
        ({"text": "xong rồi @vanphong_bot ạ"}, True),
        ({"text": "60%", "reply_to_message": {"message_id": 8, "from": OURS}}, True),
        ({"text": "60%", "reply_to_message": {"message_id": 8, "from": PERSON}}, False),
        ({"text": "60%", "reply_to_message": {"message_id": 8, "from": {"username": 7}}}, False),
        ({"text": "@vanphong_bot2 xong"}, False),
    ],
)
def test_what_is_said_to_us_in_a_group_is_known(fields: dict[str, Any], to_us: bool) -> None:
    heard = read(message(chat=GROUP, **fields))
    assert (heard.to_us, heard.has_admins) == (to_us, True)


def test_a_command_for_another_bot_is_ignored() -> None:
    assert read(message(chat=GROUP, text="/viec@other_bot")).kind == "ignored"


def test_a_topic_is_kept_and_its_beginning_is_nothing_that_is_answered() -> None:
    began = {"message_id": 4, "from": PERSON, "forum_topic_created": {"name": "Tiến độ"}}
    there = {"message_thread_id": 4, "is_topic_message": True, "reply_to_message": began}
    heard = read(message(chat=GROUP, text="CT12 60%", **there))
    assert (heard.thread, heard.reply_to) == ("4", None)
    # A chain of answers has such an id too, and nothing can be sent to it.
    assert read(message(chat=GROUP, text="CT12 60%", message_thread_id=4)).thread is None
    tapped = {"message_id": 8, "chat": GROUP, "date": 1, "message_thread_id": 4}
    tap = {"id": "1", "from": PERSON, "data": "1.0.a", "message": tapped}
    tapped["is_topic_message"] = True
    assert read({"update_id": 5, "callback_query": tap}).thread == "4"


@pytest.mark.parametrize(
    "update",
    [
        None,
        7,
        "x",
        [],
        {},
        {"update_id": "5"},
        {"update_id": True},
        {"update_id": 5, "message": "x"},
        {"update_id": 5, "message": None},
        message(chat=None),
        message(chat={"id": {}}),
        message(text="x", **{"from": None}),
        message(text="x", message_id=None),
        message(text=7),
        message(text=["x"]),
        message(text="x", reply_to_message={"text": {"a": 1}}),
        {"update_id": 5, "callback_query": {"id": "1", "from": PERSON}},
        {"update_id": 5, "callback_query": {"id": "1", "from": PERSON, "data": 7}},
        {"update_id": 5, "callback_query": {"id": "1", "from": PERSON, "data": "x"}},
        {"update_id": 5, "my_chat_member": {"chat": PRIVATE}},
    ],
)
def test_what_cannot_be_read_is_malformed_and_nothing_worse(update: Any) -> None:
    assert json.loads(raw_of(update).raw) == update
    with pytest.raises(Malformed):
        read(update)


def test_a_date_that_is_none_or_far_off_is_no_reason_to_lose_a_report() -> None:
    for date in (None, "x", -1, 10**30, 0):
        assert read(message(text="60%", date=date)).sent_at is None


def test_a_text_larger_than_any_is_cut_and_five_thousand_entities_change_nothing() -> None:
    entities = [{"type": "bold", "offset": n, "length": 1} for n in range(5000)]
    heard = read(message(text="x" * 1_000_000, entities=entities))
    assert heard.kind == "text"
    assert len(heard.text) == 8192


def test_noise_in_a_text_is_gone_and_the_inbox_still_has_it() -> None:
    said = "6\u202e0%\x00 xong\ud83d \ufeffe\u0302\u0301"
    update = message(text=said)
    assert read(update).text == "60% xong ế"
    assert json.loads(raw_of(update).raw)["message"]["text"] == said


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([
                "message", "edited_message", "callback_query", "my_chat_member", "update_id",
                "chat", "from", "id", "type", "text", "photo", "document", "file_id", "date",
                "message_id", "reply_to_message", "data", "new_chat_member", "status",
                "migrate_to_chat_id", "sender_chat", "caption", "first_name", "is_bot",
            ]),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(values)
def test_no_json_raises_anything_but_malformed(update: Any) -> None:
    raw = raw_of(update)
    assert raw.raw.isascii()
    assert json.loads(raw.raw) == update
    try:
        heard = incoming_of("telegram", update)
    except Malformed:
        return
    assert heard.update_key == raw.update_key
    assert "\x00" not in heard.text


def test_what_phones_really_send_is_read(on_stage: Run, tmp_path: Path) -> None:
    picture = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
        "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
    )

    async def story(stage: Any) -> None:
        platform, phone = stage.platform, stage.phone
        said = platform.type_text(phone, "CT12 60%")
        platform.send_photo(phone, picture, "minh chứng")
        platform.send_file(phone, b"%PDF-1.7", "Báo cáo.pdf")
        platform.edit_text(phone, said, "CT12 65%")
        platform.block(phone)
        platform.block(phone, False)
        group = platform.add_group("Ban chỉ đạo", [phone])
        platform.move_group(group)
        heard = await stage.hear()
        assert [one.kind for one in heard] == [
            "text", "media", "media", "edited", "blocked", "unblocked", "unblocked", "moved",
            "moved",
        ]  # fmt: skip
        target = tmp_path / "photo"
        await stage.channel.fetch(heard[1].media[0], target, 20_000_000)
        assert target.read_bytes() == picture
        await stage.channel.fetch(heard[2].media[0], target, 20_000_000)
        assert target.read_bytes() == b"%PDF-1.7"
        with pytest.raises(FetchFailed) as caught:
            await stage.channel.fetch(heard[2].media[0], target, 3)
        assert caught.value.final
        with pytest.raises(FetchFailed) as caught:
            await stage.channel.fetch(Media("file", "no such file"), target, 100)
        assert caught.value.final

    on_stage(story)


def test_a_tap_is_read_and_answered(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        await stage.say("Chọn", buttons=(("Đồng ý", "1.0.a"),))
        message_id = stage.shown()[0]["id"]
        tap = stage.platform.tap(stage.phone, message_id, "1.0.a")
        answer = asyncio.create_task(stage.platform.answer_to(tap))
        (heard,) = await stage.hear()
        assert (heard.kind, heard.offer) == ("choice", "1.0.a")
        await stage.channel.answer_tap(heard.tap_id, "Đã ghi nhận")
        assert await answer == "Đã ghi nhận"
        await stage.channel.answer_tap("too old or forged")

    on_stage(story)
