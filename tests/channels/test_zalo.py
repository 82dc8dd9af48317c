"""Zalo over real HTTP: every answer it gives, and every shape in which its updates come."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.channels.base import (
    ChannelDown,
    ChannelSettings,
    FetchFailed,
    Malformed,
    Refused,
    TryLater,
)
from bot.channels.table import CHANNELS, make
from bot.channels.zalo_outcome import QUOTA, REVOKED
from domain.delivery import Dead, Outcome, RetryAfter, Sent, Stopped, Unknown
from domain.message import Media, Text, bold
from sandbox.wire import webhooks
from sandbox.zalo.webhook import MANNER
from tests.channels.zalo_updates import update

Run = Callable[..., None]
SECRET = "a-secret-of-forty-letters-that-nobody-knows"
HEADER = "X-Bot-Api-Secret-Token"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


def zalo(story: Any, on_stage: Run, **options: Any) -> None:
    on_stage(story, "zalo", **options)


# Sending


def test_a_message_arrives_with_its_styles_and_numbered_choices(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        text = stage.channel.dress(Text("🔴 Kính gửi ") + bold("đồng chí"), ("Đồng ý", "Từ chối"))
        outcome = await stage.say(text, buttons=(("Đồng ý", "1.0.a"),))
        assert isinstance(outcome, Sent)
        (shown,) = stage.shown()
        assert outcome.message_ids == (shown["id"],)
        assert shown["text"] == "🔴 Kính gửi đồng chí\n\n1. Đồng ý\n2. Từ chối"
        assert shown["spans"] == [{"offset": 12, "length": 8, "style": "bold"}]

    zalo(story, on_stage)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ({"kind": "429"}, Stopped(QUOTA)),
        ({"kind": "unauthorized"}, Stopped(REVOKED)),
        ({"kind": "forbidden"}, RetryAfter(60.0, True, "Zalo is unwell (403)", lost=True)),
        ({"kind": "not_found"}, Dead("không tìm thấy cuộc trò chuyện trên Zalo", True)),
        ({"kind": "500"}, Unknown("status 500")),
        ({"kind": "502html"}, Unknown("status 502")),
        ({"kind": "504"}, Unknown("status 504")),
        ({"kind": "reset_before"}, None),
        ({"kind": "reset_after"}, None),
        ({"kind": "truncated"}, None),
        ({"kind": "hang", "seconds": 0.2}, None),
        ({"kind": "empty"}, None),
        ({"kind": "body", "body": "OK"}, None),
        ({"kind": "body", "body": '{"ok":true}'}, None),
        ({"kind": "body", "body": '{"ok":true,"result":{"message_id":null}}'}, None),
        ({"kind": "body", "body": '{"ok":false,"error_code":408}'}, None),
        ({"kind": "body", "body": '{"ok":false}'}, None),
        (
            {"kind": "body", "body": '{"ok":false,"error_code":400,"description":"bad text"}'},
            Dead("Zalo không nhận tin: 400 bad text"),
        ),
    ],
)
def test_every_failure_of_the_platform_has_its_outcome(
    fault: dict[str, Any], expected: Outcome | None, on_stage: Run
) -> None:
    """None stands for an Unknown, whatever its words."""

    async def story(stage: Any) -> None:
        ordered = stage.platform.add_fault("zalo", method="sendMessage", times=1, **fault)
        outcome = await stage.say("Nhắc việc")
        assert ordered.fired == 1
        if expected is None:
            assert isinstance(outcome, Unknown)
        else:
            assert outcome == expected

    zalo(story, on_stage)


def test_a_server_that_cannot_be_reached_has_sent_nothing(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        await stage.channel._request.initialize()
        outcome = await stage.say("Nhắc việc")
        assert isinstance(outcome, RetryAfter)
        assert outcome.whole_channel

    zalo(story, on_stage, base_url="http://127.0.0.1:1", start=False)


def test_the_quota_used_up_stops_the_channel(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        stage.platform.bot("zalo").monthly_quota = 1
        assert isinstance(await stage.say("một"), Sent)
        assert await stage.say("hai") == Stopped(QUOTA)

    zalo(story, on_stage)


def test_a_picture_goes_by_its_public_address(on_stage: Run, tmp_path: Path) -> None:
    async def story(stage: Any) -> None:
        async def picture(request: web.Request) -> web.Response:
            return web.Response(body=PICTURE, content_type="image/png")

        app = web.Application()
        app.router.add_get("/p", picture)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/p"
        assert isinstance(await stage.say("Tổng hợp", photo_url=url), Sent)
        assert stage.shown()[0]["photo"]
        assert stage.shown()[0]["text"] == "Tổng hợp"
        await runner.cleanup()

    zalo(story, on_stage)


def test_a_file_alone_is_dead_and_with_a_text_the_text_goes(on_stage: Run, tmp_path: Path) -> None:
    async def story(stage: Any) -> None:
        assert isinstance(await stage.say("", document=tmp_path / "a"), Dead)
        assert isinstance(await stage.say("Xem tệp", document=tmp_path / "a"), Sent)

    zalo(story, on_stage)


# Polling


def test_what_is_said_is_heard_bare_and_wrapped(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        heard = []
        for wrapping in ("wrapped", "bare"):
            stage.platform.zalo_wrapping = wrapping
            stage.platform.type_text(stage.phone, "CT12 60%")
            heard += await stage.hear()
        assert [(one.kind, one.text, one.at.chat) for one in heard] == [
            ("text", "CT12 60%", stage.chat)
        ] * 2
        assert heard[0].update_key == f"{stage.chat}:{heard[0].message_id}"

    zalo(story, on_stage)


def test_a_poll_without_news_is_nothing_special(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        quiet = '{"ok":false,"error_code":408,"description":"Request timeout"}'
        stage.platform.add_fault("zalo", "body", method="getUpdates", times=1, body=quiet)
        assert await stage.channel.poll() == []
        (call,) = stage.calls("getUpdates")
        assert call["params"]["timeout"] == "25"

    zalo(story, on_stage)


@pytest.mark.parametrize("fault", ["500", "502html", "reset_after", "truncated"])
def test_a_poll_that_fails_is_tried_later(fault: str, on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        stage.platform.type_text(stage.phone, "60%")
        stage.platform.add_fault("zalo", fault, method="getUpdates", times=1)
        with pytest.raises(TryLater):
            await stage.channel.poll()

    zalo(story, on_stage)


@pytest.mark.parametrize("fault", ["unauthorized", "429"])
def test_a_poll_that_a_person_must_mend_stops_the_channel(fault: str, on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        stage.platform.add_fault("zalo", fault, method="getUpdates", times=1)
        with pytest.raises(ChannelDown):
            await stage.channel.poll()

    zalo(story, on_stage)


def test_an_answer_that_is_not_json_is_kept_as_text(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        stage.platform.push_update("zalo", {"raw": "@@ rubbish"})
        (raw,) = await stage.channel.poll()
        assert raw.update_key.startswith("?")
        assert "@@ rubbish" in json.loads(raw.raw)
        with pytest.raises(Malformed):
            stage.channel.read(json.loads(raw.raw))

    zalo(story, on_stage)


@pytest.mark.parametrize("token", ["wrong-token", "", "a b"])
def test_a_wrong_token_stops_the_channel(token: str, on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        with pytest.raises(ChannelDown):
            await stage.channel.start()

    zalo(story, on_stage, token=token, start=False)


def test_a_start_without_network_is_tried_later(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        with pytest.raises(TryLater):
            await stage.channel.start()

    zalo(story, on_stage, base_url="http://127.0.0.1:1", start=False)


# Webhook


def test_a_webhook_left_behind_is_removed_before_polling(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        bot = stage.platform.bot("zalo")
        webhooks.begin(stage.platform, bot, MANNER, "http://127.0.0.1:1/old", "", 40)
        await stage.channel.start()
        assert bot.webhook.url == ""

    zalo(story, on_stage, start=False)


def test_a_webhook_is_set_only_when_it_differs_since_the_day_has_a_limit(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        stage.platform.zalo_webhook_calls_per_day = 1
        assert await stage.channel.start() == "Bot Văn phòng"
        assert await stage.channel.start() == "Bot Văn phòng"
        hook = stage.platform.bot("zalo").webhook
        assert hook.url.startswith("http://127.0.0.1:1/webhook/zalo")
        assert hook.secret == SECRET
        assert len(stage.calls("setWebhook")) == 1

    zalo(
        story,
        on_stage,
        start=False,
        mode="webhook",
        webhook_url="http://127.0.0.1:1/webhook/zalo",
        webhook_secret=SECRET,
    )


def test_an_address_or_secret_that_zalo_refuses_calls_a_person(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        with pytest.raises(ChannelDown, match="webhook"):
            await stage.channel.start()

    zalo(
        story,
        on_stage,
        start=False,
        mode="webhook",
        webhook_url="http://127.0.0.1:1/x",
        webhook_secret="short",
    )


def test_webhook_calls_need_the_secret_and_empty_ones_mean_nothing() -> None:
    channel = make(
        ChannelSettings(
            "zalo", "zalo", "t", "http://127.0.0.1:1", mode="webhook", webhook_secret=SECRET
        )
    )
    with pytest.raises(Refused):
        channel.admit({HEADER: "wrong"})
    channel.admit({HEADER.upper(): SECRET})
    for body in (b"", b"  ", b"{}"):
        assert channel.accept(body) == []
    for body in (update(), {"ok": True, "result": update()}):
        (raw,) = channel.accept(json.dumps(body).encode())
        assert raw.update_key == "387ac9:a19a37"
        assert (raw.chat, raw.sender, raw.message_id) == ("387ac9", "387ac9", "a19a37")


def test_files_are_fetched_from_secure_addresses_and_from_the_platform_only(
    on_stage: Run, tmp_path: Path
) -> None:
    async def story(stage: Any) -> None:
        stage.platform.send_photo(stage.phone, PICTURE, "minh chứng")
        (heard,) = await stage.hear()
        assert (heard.kind, heard.text) == ("media", "minh chứng")
        await stage.channel.fetch(heard.media[0], tmp_path / "a", 1000)
        assert (tmp_path / "a").read_bytes() == PICTURE
        for address in ("http://127.0.0.1:1/inside", "file:///etc/passwd", "x", "http://[bad"):
            with pytest.raises(FetchFailed) as caught:
                await stage.channel.fetch(Media("photo", address), tmp_path / "b", 1000)
            assert caught.value.final, address

    zalo(story, on_stage)


def test_every_kind_of_channel_is_in_the_table() -> None:
    assert sorted(CHANNELS) == ["telegram", "zalo"]
    for kind in CHANNELS:
        settings_of_kind = ChannelSettings("x2", kind, "1:secret-token", "https://example.org")
        channel = make(settings_of_kind)
        assert (channel.name, channel.kind, channel.mode) == ("x2", kind, "polling")
        assert "secret-token" not in repr(channel) + repr(settings_of_kind)
    assert make(ChannelSettings("z", "zalo", "1:x", "https://a")).limits.text == 2000
    with pytest.raises(KeyError):
        make(ChannelSettings("x", "viber", "1:x", "https://a"))
