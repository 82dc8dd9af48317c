"""Nothing that Telegram hands out is lost: offset, broken answers, webhooks, second machines."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.channels.base import ChannelDown, ChannelSettings, Malformed, Raw, Refused, TryLater
from bot.channels.envelope import MaybeSent
from bot.channels.table import make
from bot.channels.telegram_polling import Queue, answer_in
from sandbox.telegram.webhook import MANNER
from sandbox.wire import webhooks

Run = Callable[..., None]
SECRET = "a-secret-of-forty-letters-that-nobody-knows"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


def whole(*updates: Any) -> bytes:
    return json.dumps({"ok": True, "result": list(updates)}).encode()


def named(number: int) -> dict[str, Any]:
    return {"update_id": number, "message": {"text": "x"}}


def test_what_is_not_confirmed_comes_again(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        stage.platform.type_text(stage.phone, "60%")
        first = await stage.channel.poll()
        assert await stage.channel.poll() == first
        stage.channel.confirm(first)
        stage.platform.type_text(stage.phone, "70%")
        (second,) = await stage.channel.poll()
        assert json.loads(second.raw)["message"]["text"] == "70%"

    on_stage(story)


def test_the_platform_learns_of_a_confirmation_with_the_next_poll(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        queue = stage.platform.bot("telegram").queue
        stage.platform.type_text(stage.phone, "60%")
        (raw,) = await stage.channel.poll()
        assert queue.confirmed == []
        stage.channel.confirm([raw])
        stage.platform.type_text(stage.phone, "70%")
        await stage.channel.poll()
        assert [str(number) for number in queue.confirmed] == [raw.update_key]

    on_stage(story)


def test_an_offset_is_said_until_it_was_heard_and_then_no_more() -> None:
    """After a quiet week ids may start anew below it."""
    queue = Queue()
    queue.confirm(queue.take(None, 200, whole(named(500))))
    assert queue.offset == 501
    with pytest.raises(MaybeSent):
        queue.take(501, 200, b"{}")
    assert queue.offset == 501
    assert queue.take(501, 200, whole()) == []
    assert queue.offset is None
    queue.confirm(queue.take(None, 200, whole(named(7))))
    assert queue.offset == 8


def test_ids_that_start_anew_lower_are_all_heard(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        queue = stage.platform.bot("telegram").queue
        stage.platform.type_text(stage.phone, "trước")
        await stage.hear()
        waiting = asyncio.create_task(stage.hear())
        await asyncio.sleep(0.1)
        heard = []
        for number, text in ((7, "một"), (8, "hai"), (9, "ba")):
            queue.restart_ids(number)
            stage.platform.type_text(stage.phone, text)
            heard += [one.text for one in await waiting]
            waiting = asyncio.create_task(stage.hear())
            await asyncio.sleep(0.05)
        waiting.cancel()
        assert heard == ["một", "hai", "ba"]
        assert not queue.pending

    on_stage(story)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_poison_update_harms_no_neighbour_wherever_it_stands(place: int, on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        for number in range(3):
            if number == place:
                stage.platform.push_update(
                    "telegram", {"raw": '{"update_id":UPDATE_ID,"message":["?"]}'}
                )
            else:
                stage.platform.type_text(stage.phone, f"{number}")
        raws = await stage.channel.poll()
        assert len(raws) == 3
        for number, raw in enumerate(raws):
            if number == place:
                with pytest.raises(Malformed):
                    stage.channel.read(json.loads(raw.raw))
            else:
                assert stage.channel.read(json.loads(raw.raw)).text == f"{number}"
        stage.channel.confirm(raws)
        stage.platform.type_text(stage.phone, "sau")
        assert [one.text for one in await stage.hear()] == ["sau"]

    on_stage(story)


@pytest.mark.parametrize("poison", ["17", '"x"', "null", "[]", '{"message":{}}', "true"])
def test_an_update_without_an_id_is_kept_under_a_hash_and_gone_past(
    poison: str, on_stage: Run
) -> None:
    async def story(stage: Any) -> None:
        stage.platform.type_text(stage.phone, "trước")
        await stage.hear()
        stage.platform.push_update("telegram", {"raw": poison})
        (raw,) = await stage.channel.poll()
        assert raw.update_key.startswith("?")
        assert json.loads(raw.raw) == json.loads(poison)
        with pytest.raises(Malformed):
            stage.channel.read(json.loads(raw.raw))
        stage.channel.confirm([raw])
        stage.platform.type_text(stage.phone, "sau")
        assert [one.text for one in await stage.hear()] == ["sau"]

    on_stage(story)


def test_an_answer_that_is_not_json_is_believed_at_the_third_time_and_saved_as_far_as_can_be(
    on_stage: Run,
) -> None:
    async def story(stage: Any) -> None:
        stage.platform.type_text(stage.phone, "trước")
        stage.platform.push_update("telegram", {"raw": "@@ rubbish [ {"})
        stage.platform.push_update("telegram", {"raw": '{"update_id":UPDATE_ID, broken'})
        stage.platform.type_text(stage.phone, "sau")
        for _ in range(2):
            with pytest.raises(TryLater):
                await stage.channel.poll()
        raws = await stage.channel.poll()
        texts = [
            value["message"]["text"]
            for value in (json.loads(raw.raw) for raw in raws)
            if isinstance(value, dict)
        ]
        assert texts == ["trước", "sau"]
        assert sum(raw.update_key.isdigit() for raw in raws) == 3
        stage.channel.confirm(raws)
        stage.platform.type_text(stage.phone, "xong")
        assert [one.text for one in await stage.hear()] == ["xong"]

    on_stage(story)


def test_a_page_of_somebody_else_never_moves_the_offset() -> None:
    queue = Queue()
    queue.confirm(queue.take(None, 200, whole(named(5))))
    queue.take(6, 200, whole())
    for number in range(20):
        page = f"<html>log in, please: {number}</html>".encode()
        try:
            queue.confirm(queue.take(queue.offset, 200, page))
        except TryLater:
            continue
    assert queue.offset is None
    assert queue.pause == 30.0


def test_an_answer_cut_short_is_asked_for_again_before_it_is_believed() -> None:
    queue = Queue()
    body = whole(named(5), named(6))
    with pytest.raises(TryLater):
        queue.take(None, 200, body[:-12])
    assert [raw.update_key for raw in queue.take(None, 200, body)] == ["5", "6"]


def test_poison_at_the_end_is_gone_past_one_id_at_a_time() -> None:
    queue = Queue()
    queue.confirm(queue.take(None, 200, whole(named(5), "poison")))
    assert queue.offset == 6
    for expected in (7, 8, 9):
        queue.confirm(queue.take(queue.offset, 200, whole("poison", "more")))
        assert queue.offset == expected
    assert queue.pause == 4.0
    queue.take(9, 200, whole(named(9)))
    assert queue.pause == 0.0


@pytest.mark.parametrize(
    "body", [b'{"ok":true,"result":{"update_id":5}}', b'{"ok":true,"result":"x"}']
)
def test_a_result_that_is_no_list_is_kept_and_makes_no_hot_loop(body: bytes) -> None:
    queue = Queue()
    (raw,) = queue.take(None, 200, body)
    assert raw.update_key.startswith("?")
    assert queue.pause > 0


def test_an_answer_nested_too_deep_or_with_a_huge_number_stops_nothing() -> None:
    deep = b'{"ok":true,"result":[' + b"[" * 100_000 + b"]" * 100_000 + b"]}"
    assert answer_in(200, deep).updates[0].update_key.startswith("?")
    huge = b'{"ok":true,"result":[{"update_id":5,"x":' + b"9" * 5000 + b"}]}"
    assert answer_in(200, huge).updates[0].update_key == "5"


def test_what_is_kept_is_lossless() -> None:
    body = (
        b'{"ok":true,"result":[{"update_id":5,"message":{"text":"\\ud83d \\u0000 \\u202e \xff"}}]}'
    )
    (raw,) = answer_in(200, body).updates
    assert raw.raw.isascii()
    assert json.loads(raw.raw)["message"]["text"] == "\ud83d \x00 \u202e \udcff"


@pytest.mark.parametrize("fault", ["500", "502html", "reset_after", "truncated", "empty", "429"])
def test_a_poll_that_fails_is_tried_later_and_loses_nothing(fault: str, on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        stage.platform.type_text(stage.phone, "60%")
        stage.platform.add_fault("telegram", fault, method="getUpdates", times=1, retry_after=7)
        with pytest.raises(TryLater) as caught:
            await stage.channel.poll()
        assert caught.value.seconds == 7 if fault == "429" else caught.value.seconds <= 2
        assert [one.text for one in await stage.hear()] == ["60%"]

    on_stage(story)


def test_a_second_machine_is_borne_for_a_while_and_then_a_person_is_called(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        stage.platform.add_fault("telegram", "poller", times=5)
        for _ in range(4):
            with pytest.raises(TryLater):
                await stage.channel.poll()
        with pytest.raises(ChannelDown, match="máy khác"):
            await stage.channel.poll()

    on_stage(story)


@pytest.mark.parametrize("token", ["7654321:wrong", "", "7654321:with space", "x/y"])
def test_a_wrong_token_stops_the_channel_and_is_not_named(token: str, on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        with pytest.raises(ChannelDown) as caught:
            await stage.channel.start()
        assert not token or token not in str(caught.value)

    on_stage(story, token=token, start=False)


def test_a_revoked_token_stops_the_poll(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        stage.platform.add_fault("telegram", "unauthorized", times=1)
        with pytest.raises(ChannelDown):
            await stage.channel.poll()

    on_stage(story)


def test_a_start_without_network_is_tried_later(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        with pytest.raises(TryLater):
            await stage.channel.start()

    on_stage(story, base_url="http://127.0.0.1:1", start=False)


def test_start_gives_the_name_that_links_bear(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        assert await stage.channel.start() == "vanphong_bot"

    on_stage(story, start=False)


# Webhook


def test_a_webhook_left_behind_is_removed_before_polling(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        bot = stage.platform.bot("telegram")
        webhooks.begin(stage.platform, bot, MANNER, "http://127.0.0.1:1/old", "", 40)
        stage.platform.type_text(stage.phone, "60%")
        await stage.channel.start()
        assert bot.webhook.url == ""
        assert [one.text for one in await stage.hear()] == ["60%"]

    on_stage(story, start=False)


def test_a_webhook_is_set_with_its_secret_and_only_when_it_differs(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        hook = stage.platform.bot("telegram").webhook
        assert hook.url.startswith("http://127.0.0.1:1/webhook/telegram")
        assert hook.secret == SECRET
        for secret, calls in ((SECRET, 1), ("another-secret", 2)):
            settings = ChannelSettings(
                "telegram",
                "telegram",
                stage.settings.token,
                stage.settings.base_url,
                mode="webhook",
                webhook_url=stage.settings.webhook_url,
                webhook_secret=secret,
            )
            channel = make(settings)
            await channel.start()
            await channel.close()
            assert len(stage.calls("setWebhook")) == calls
        assert hook.secret == "another-secret"

    on_stage(
        story,
        mode="webhook",
        webhook_url="http://127.0.0.1:1/webhook/telegram",
        webhook_secret=SECRET,
    )


def test_an_address_that_telegram_refuses_calls_a_person(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        with pytest.raises(ChannelDown, match="webhook"):
            await stage.channel.start()

    on_stage(
        story,
        mode="webhook",
        webhook_url="http://example.org/x",
        webhook_secret=SECRET,
        start=False,
    )


def channel_with_secret(secret: str = SECRET) -> Any:
    return make(
        ChannelSettings(
            "t", "telegram", "1:x", "http://127.0.0.1:1", mode="webhook", webhook_secret=secret
        )
    )


def test_a_webhook_call_with_the_secret_is_read() -> None:
    channel = channel_with_secret()
    channel.admit({HEADER.lower(): SECRET})
    (raw,) = channel.accept(json.dumps(named(5)).encode())
    assert raw == Raw("5", json.dumps(named(5)))


@pytest.mark.parametrize("given", [{}, {HEADER: ""}, {HEADER: "wrong"}, {HEADER: SECRET + "é"}])
def test_a_webhook_call_without_the_secret_is_refused_unread(given: dict[str, str]) -> None:
    with pytest.raises(Refused) as caught:
        channel_with_secret().admit(given)
    assert caught.value.status == 401


def test_without_a_secret_of_our_own_nothing_is_let_in() -> None:
    with pytest.raises(Refused):
        channel_with_secret("").admit({HEADER: ""})


def test_a_webhook_call_that_cannot_be_read_is_kept_lest_it_comes_for_a_day() -> None:
    channel = channel_with_secret()
    (raw,) = channel.accept(b"{broken")
    assert json.loads(raw.raw) == "{broken"
    assert channel.accept(b"{broken") == [raw]
    assert channel.accept(b"") == []
