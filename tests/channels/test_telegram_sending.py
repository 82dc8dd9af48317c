"""What becomes of a message to Telegram, over real HTTP, for every thing that can happen to it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.channels.base import ChannelSettings, Parcel, TryLater
from bot.channels.envelope import MaybeSent, NotSent, Rejected
from bot.channels.table import make
from bot.channels.telegram_outcome import REVOKED, outcome_of
from bot.channels.telegram_sending import keyboard
from domain.delivery import Dead, Moved, Outcome, RetryAfter, Sent, Stopped, Unknown
from domain.message import Text, bold

Run = Callable[..., None]
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


def test_a_message_arrives_with_its_bold_words_and_buttons(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        buttons = (("Đồng ý", "1.0.a"), ("Từ chối", "1.1.a"), ("Xem thêm 37 việc khác", "1.2.a"))
        outcome = await stage.say(Text("🔴 Kính gửi ") + bold("đồng chí Lan"), buttons=buttons)
        assert isinstance(outcome, Sent)
        (shown,) = stage.shown()
        assert outcome.message_ids == (str(shown["id"]),)
        assert shown["text"] == "🔴 Kính gửi đồng chí Lan"
        assert shown["spans"] == [{"offset": 12, "length": 12, "style": "bold"}]
        assert [[one["label"] for one in row] for row in shown["buttons"]] == [
            ["Đồng ý", "Từ chối"],
            ["Xem thêm 37 việc khác"],
        ]
        (call,) = stage.calls("sendMessage")
        assert "parse_mode" not in call["params"]
        assert call["params"]["link_preview_options"] == {"is_disabled": True}

    on_stage(story)


def test_markup_in_a_name_is_shown_as_it_is(on_stage: Run) -> None:
    words = "<b>Lan</b> & _Hoa_ </pre> [x](tg://user?id=1) *"

    async def story(stage: Any) -> None:
        assert isinstance(await stage.say(words), Sent)
        assert stage.shown()[0]["text"] == words

    on_stage(story)


def test_an_answer_quotes_what_it_answers_and_is_sent_even_if_that_is_gone(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        asked = stage.platform.type_text(stage.phone, "CT12 60%")
        assert isinstance(await stage.say("Đã ghi nhận", reply_to=str(asked.id)), Sent)
        assert isinstance(await stage.say("Đã ghi nhận", reply_to="999999"), Sent)
        first, second = stage.shown()
        assert first["reply_to"] is not None
        assert second["reply_to"] is None

    on_stage(story)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ({"kind": "429", "retry_after": 35}, RetryAfter(35.0, True, "too many requests")),
        ({"kind": "forbidden"}, Dead("người nhận đã chặn hoặc đã rời cuộc trò chuyện", True)),
        ({"kind": "not_found"}, Dead("không tìm thấy cuộc trò chuyện", True)),
        ({"kind": "unauthorized"}, Stopped(REVOKED)),
        ({"kind": "500"}, Unknown("status 500")),
        ({"kind": "502html"}, Unknown("status 502")),
        ({"kind": "504"}, Unknown("status 504")),
        ({"kind": "hang", "seconds": 0.2}, Unknown("ServerDisconnectedError")),
        ({"kind": "reset_before"}, Unknown("ClientOSError 104")),
        ({"kind": "reset_after"}, Unknown("ClientOSError 104")),
        ({"kind": "truncated"}, Unknown("ClientPayloadError")),
        ({"kind": "empty"}, Unknown("odd answer with status 200, 2 bytes")),
        ({"kind": "body", "body": "[]"}, Unknown("odd answer with status 200, 2 bytes")),
        ({"kind": "body", "body": "<html>"}, Unknown("odd answer with status 200, 6 bytes")),
        ({"kind": "body", "body": '{"ok":true}'}, Unknown("odd answer with status 200, 11 bytes")),
        ({"kind": "body", "body": '{"ok":true,"result":7}'}, Unknown("no message id")),
    ],
)
def test_every_failure_of_the_platform_has_its_outcome(
    fault: dict[str, Any], expected: Outcome, on_stage: Run
) -> None:
    async def story(stage: Any) -> None:
        ordered = stage.platform.add_fault("telegram", method="sendMessage", times=1, **fault)
        outcome = await stage.say("Nhắc việc")
        assert ordered.fired == 1
        if isinstance(expected, Unknown) and "Error" in expected.reason:
            # Which of the two errors a cut connection gives depends on the moment.
            assert isinstance(outcome, Unknown)
        else:
            assert outcome == expected
        assert isinstance(await stage.say("Lần sau"), Sent)

    on_stage(story)


def test_a_group_that_moved_gives_its_new_id(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        group = stage.platform.add_group("Ban chỉ đạo", [stage.phone])
        new = stage.platform.move_group(group)
        assert await stage.say("Thông báo", chat=str(group.id)) == Moved(str(new.id))
        assert isinstance(await stage.say("Thông báo", chat=str(new.id)), Sent)

    on_stage(story)


def test_a_blocked_bot_says_that_the_chat_is_gone(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        stage.platform.block(stage.phone)
        outcome = await stage.say("Nhắc việc")
        assert isinstance(outcome, Dead)
        assert outcome.chat_gone

    on_stage(story)


def test_a_server_that_cannot_be_reached_has_sent_nothing(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        channel = make(ChannelSettings("t", "telegram", "1:x", "http://127.0.0.1:1"))
        await channel._request.initialize()
        outcome = await channel.send(Parcel("5", Text("Nhắc việc")))
        assert isinstance(outcome, RetryAfter)
        assert outcome.whole_channel
        await channel.close()

    on_stage(story)


def test_a_text_too_long_is_dead_and_not_tried_for_ever(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        outcome = await stage.say("x" * 4097)
        assert isinstance(outcome, Dead)
        assert not outcome.chat_gone

    on_stage(story)


def test_a_text_whose_styles_are_refused_goes_plain_once(on_stage: Run) -> None:
    refusal = '{"ok":false,"error_code":400,"description":"Bad Request: can\'t parse entities"}'

    async def story(stage: Any) -> None:
        stage.platform.add_fault("telegram", "body", method="sendMessage", times=1, body=refusal)
        assert isinstance(await stage.say(bold("Nhắc việc")), Sent)
        assert stage.shown()[0]["text"] == "Nhắc việc"
        assert not stage.shown()[0]["spans"]
        stage.platform.add_fault("telegram", "body", method="sendMessage", times=2, body=refusal)
        assert isinstance(await stage.say(bold("Nhắc việc")), Dead)

    on_stage(story)


def test_a_page_that_a_provider_put_in_between_blames_nobody(on_stage: Run) -> None:
    """A block page with 403 must not look like a person who has blocked the bot."""

    async def story(stage: Any) -> None:
        for status in (302, 403, 404, 451):

            async def page(request: web.Request, status: int = status) -> web.Response:
                return web.Response(status=status, text="<html>Truy cập bị chặn</html>")

            app = web.Application()
            app.router.add_post("/{path:.*}", page)
            runner = web.AppRunner(app, access_log=None)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            base = f"http://127.0.0.1:{runner.addresses[0][1]}"
            channel = make(ChannelSettings("t", "telegram", "1:x", base))
            with pytest.raises(TryLater):
                await channel.start()
            outcome = await channel.send(Parcel("5", Text("Nhắc việc")))
            assert isinstance(outcome, RetryAfter)
            assert outcome.whole_channel
            await channel.close()
            await runner.cleanup()

    on_stage(story)


def test_a_picture_and_a_file_go_with_the_text_below_the_last(
    on_stage: Run, tmp_path: Path
) -> None:
    picture, file = tmp_path / "a.png", tmp_path / "b9"
    picture.write_bytes(PICTURE)
    file.write_bytes(b"%PDF-1.7")

    async def story(stage: Any) -> None:
        outcome = await stage.say(
            Text("Tổng hợp ") + bold("tháng 6"),
            photo=picture,
            document=file,
            file_name="Báo cáo.pdf",
            buttons=(("Đã rõ", "1.0.a"),),
        )
        assert isinstance(outcome, Sent)
        assert len(outcome.message_ids) == 2
        first, second = stage.shown()
        assert first["photo"]
        assert not first["text"]
        assert second["file"]["name"] == "Báo cáo.pdf"
        assert second["text"] == "Tổng hợp tháng 6"
        assert second["spans"] == [{"offset": 9, "length": 7, "style": "bold"}]
        assert second["buttons"][0][0]["label"] == "Đã rõ"

    on_stage(story)


def test_a_text_too_long_for_a_caption_follows_the_picture(on_stage: Run, tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(PICTURE)

    async def story(stage: Any) -> None:
        outcome = await stage.say("x" * 1025, photo=picture, buttons=(("Đã rõ", "1.0.a"),))
        assert isinstance(outcome, Sent)
        first, second = stage.shown()
        assert (first["text"], first["buttons"]) in (("", None), ("", []))
        assert second["text"] == "x" * 1025
        assert second["buttons"]

    on_stage(story)


def test_when_the_picture_went_and_the_text_did_not_nobody_knows(
    on_stage: Run, tmp_path: Path
) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(PICTURE)

    async def story(stage: Any) -> None:
        stage.platform.add_fault("telegram", "429", method="sendMessage", times=1)
        assert isinstance(await stage.say("x" * 1025, photo=picture), Unknown)
        stage.platform.add_fault("telegram", "429", method="sendPhoto", times=1)
        assert isinstance(await stage.say("x" * 1025, photo=picture), RetryAfter)

    on_stage(story)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [("429", RetryAfter), ("forbidden", Dead), ("reset_after", Unknown), ("empty", Unknown),
     ("502html", Unknown), ("unauthorized", Stopped)],
)  # fmt: skip
def test_a_file_has_the_same_outcomes_as_a_text(
    fault: str, expected: type, on_stage: Run, tmp_path: Path
) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"abc")

    async def story(stage: Any) -> None:
        stage.platform.add_fault("telegram", fault, method="sendDocument", times=1)
        assert isinstance(await stage.say("", document=file), expected)

    on_stage(story)


def test_an_answer_to_a_file_that_is_no_message_is_unknown(on_stage: Run, tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"abc")

    async def story(stage: Any) -> None:
        for body in ('{"ok":true,"result":7}', '{"ok":true,"result":{}}', '{"ok":true}'):
            stage.platform.add_fault("telegram", "body", method="sendDocument", times=1, body=body)
            assert isinstance(await stage.say("", document=file), Unknown), body

    on_stage(story)


def test_a_file_that_is_gone_from_our_disk_is_dead(on_stage: Run, tmp_path: Path) -> None:
    async def story(stage: Any) -> None:
        assert isinstance(await stage.say("", document=tmp_path / "none"), Dead)

    on_stage(story)


def test_sending_is_not_held_up_by_polling_nor_polling_by_sending(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        stage.platform.add_fault("telegram", "hang", method="sendMessage", seconds=10, times=40)
        stuck = [asyncio.create_task(stage.say("Nhắc việc")) for _ in range(32)]
        await asyncio.sleep(0.1)
        stage.platform.type_text(stage.phone, "60%")
        began = time.monotonic()
        assert [heard.text for heard in await stage.hear()] == ["60%"]
        assert time.monotonic() - began < 5
        for task in stuck:
            task.cancel()

    on_stage(story)


@pytest.mark.parametrize(
    ("refusal", "expected"),
    [
        (Rejected(400, "Bad Request: message is not modified: same"), Sent(())),
        (Rejected(429, "Too Many Requests"), RetryAfter(30.0, True, "too many requests")),
        (
            Rejected(429, "x", {"retry_after": "soon"}),
            RetryAfter(30.0, True, "too many requests"),
        ),
        (Rejected(404, "Not Found"), Stopped(REVOKED)),
        (Rejected(400, "x", {"migrate_to_chat_id": -1001}), Moved("-1001")),
        (Rejected(502, "Bad Gateway"), Unknown("status 502")),
        (NotSent("ClientConnectorError 111"),
         RetryAfter(15.0, True, "not reached: ClientConnectorError 111", lost=True)),
        (MaybeSent("odd"), Unknown("odd")),
    ],
)  # fmt: skip
def test_the_table_of_refusals(refusal: Exception, expected: Outcome) -> None:
    assert outcome_of(refusal) == expected


@pytest.mark.parametrize(
    ("code", "description", "gone"),
    [
        (403, "Forbidden: user is deactivated", True),
        (403, "Forbidden: bot was kicked from the supergroup chat", True),
        (403, "Forbidden: bot can't initiate conversation with a user", True),
        (400, "Bad Request: PEER_ID_INVALID", True),
        (400, "Bad Request: not enough rights to send text messages to the chat", True),
        (400, "Bad Request: message text is empty", False),
        (400, "Bad Request: BUTTON_DATA_INVALID", False),
        (413, "Request Entity Too Large", False),
    ],
)
def test_what_will_never_be_taken_is_dead(code: int, description: str, gone: bool) -> None:
    outcome = outcome_of(Rejected(code, description))
    assert isinstance(outcome, Dead)
    assert outcome.chat_gone is gone


def test_long_labels_have_a_row_of_their_own() -> None:
    labels = ("Có", "Không", "Ba", "Một nhãn dài hơn hẳn", "Năm")
    rows = keyboard(tuple((label, str(n)) for n, label in enumerate(labels)))
    assert [[button["text"] for button in row] for row in rows] == [
        ["Có", "Không"],
        ["Ba"],
        ["Một nhãn dài hơn hẳn"],
        ["Năm"],
    ]
