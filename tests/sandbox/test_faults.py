"""Each kind of fault, what the client sees of it, and whether the message went all the same."""

import asyncio
import time

import aiohttp
import pytest


async def send(stage):
    """Status and raw body of a message to Lan."""
    async with stage.http.post(
        f"{stage.server.telegram}/bot{stage.bot.token}/sendMessage",
        json={"chat_id": stage.lan.user_id, "text": "a"},
    ) as response:
        return response.status, await response.text()


def arrived(stage):
    return len(stage.platform.messages(stage.lan))


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("429", 429, '"retry_after":35'),
        ("500", 500, "Internal Server Error"),
        ("502html", 502, "<html>"),
        ("504", 504, "<html>"),
        ("forbidden", 403, "bot was blocked by the user"),
        ("not_found", 400, "chat not found"),
        ("unauthorized", 401, "Unauthorized"),
        ("empty", 200, "{}"),
    ],
)
async def test_a_fault_answers_once_and_is_used_up(stage, kind, status, words):
    fault = stage.platform.add_fault("telegram", kind, times=1, retry_after=35)
    seen, body = await send(stage)
    assert seen == status
    assert words in body
    accepted = kind == "empty"
    assert arrived(stage) == accepted
    logged = stage.platform.log()[-1]
    assert (logged["accepted"], logged["fault"]) == (accepted, kind)
    assert (await send(stage))[0] == 200
    assert fault.fired == 1


@pytest.mark.parametrize(
    ("kind", "accepted"), [("reset_before", 0), ("reset_after", 1), ("down", 0), ("truncated", 1)]
)
async def test_a_connection_is_cut_before_or_after_the_message_went(stage, kind, accepted):
    stage.platform.add_fault("telegram", kind, times=1, method="sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await send(stage)
    assert arrived(stage) == accepted
    assert stage.platform.log()[-1]["accepted"] is bool(accepted)


@pytest.mark.parametrize("accepted", [True, False])
async def test_a_hanging_call_is_cut_in_the_end(stage, accepted):
    stage.platform.add_fault("telegram", "hang", seconds=0.2, times=1, accepted=accepted)
    began = time.monotonic()
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await send(stage)
    assert time.monotonic() - began > 0.19
    assert arrived(stage) == accepted


async def test_a_broken_server_may_have_sent_it_all_the_same(stage):
    stage.platform.add_fault("telegram", "502html", times=1, accepted=True)
    assert (await send(stage))[0] == 502
    assert arrived(stage) == 1


async def test_a_slow_call_is_only_late(stage):
    stage.platform.add_fault("telegram", "slow", seconds=0.2)
    began = time.monotonic()
    assert (await send(stage))[0] == 200
    assert time.monotonic() - began > 0.19


async def test_any_body_at_all_can_be_answered(stage):
    stage.platform.add_fault("telegram", "body", body='{"ok":true,"result":7}', times=1)
    assert await send(stage) == (200, '{"ok":true,"result":7}')


async def test_a_fault_keeps_to_its_channel_method_and_chat(stage):
    other = stage.platform.add_phone("Trần Bình", started=True)
    faults = [
        stage.platform.add_fault("zalo", "500"),
        stage.platform.add_fault("telegram", "500", method="sendPhoto"),
        stage.platform.add_fault("telegram", "500", chat=other.user_id),
    ]
    assert (await send(stage))[0] == 200
    assert (await stage.call("sendMessage", chat_id=other.user_id, text="a"))[0] == 500
    assert [fault.fired for fault in faults] == [0, 0, 1]
    stage.platform.remove_fault(faults[2])
    assert (await stage.call("sendMessage", chat_id=other.user_id, text="a"))[0] == 200


async def test_zalo_says_its_faults_in_its_own_way(stage):
    message = {"chat_id": stage.hoa.user_id, "text": "a"}
    stage.platform.add_fault("zalo", "429", times=1)
    assert (await stage.zalo("sendMessage", **message))["error_code"] == 429
    stage.platform.add_fault("zalo", "forbidden", times=1)
    assert (await stage.zalo("sendMessage", **message))["error_code"] == 403
    assert (await stage.zalo("sendMessage", **message))["ok"] is True


async def test_a_second_poller_ends_the_poll_that_waits(stage):
    waiting = asyncio.create_task(stage.refusal("getUpdates", timeout=5))
    await asyncio.sleep(0.05)
    stage.platform.add_fault("telegram", "poller")
    assert (await waiting).startswith("Conflict: terminated by other getUpdates")
    assert (await send(stage))[0] == 200


async def test_a_platform_that_goes_down_cuts_the_poll_that_waits(stage):
    waiting = asyncio.create_task(stage.updates(timeout=5))
    await asyncio.sleep(0.05)
    fault = stage.platform.add_fault("telegram", "down")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await waiting
    stage.platform.type_text(stage.lan, "trong lúc mất liên lạc")
    stage.platform.remove_fault(fault)
    assert len(await stage.updates()) == 1


async def test_a_fault_elsewhere_leaves_the_poll_waiting(stage):
    waiting = asyncio.create_task(stage.updates(timeout=5))
    await asyncio.sleep(0.05)
    stage.platform.add_fault("telegram", "500", method="sendMessage")
    stage.platform.type_text(stage.lan, "vẫn nhận")
    assert len(await waiting) == 1


async def test_updates_lost_on_the_way_come_again(stage):
    stage.platform.type_text(stage.lan, "quan trọng")
    stage.platform.add_fault("telegram", "truncated", method="getUpdates", times=1)
    with pytest.raises(aiohttp.ClientPayloadError):
        await stage.updates()
    assert len(await stage.updates()) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"channel": "telegram", "kind": "thunder"},
        {"channel": "viber", "kind": "500"},
        {"channel": "telegram", "kind": "500", "method": "sendMesage"},
        {"channel": "telegram", "kind": "500", "times": 0},
        {"channel": "telegram", "kind": "500", "colour": "red"},
    ],
)
async def test_a_fault_that_could_never_fire_is_a_mistake(stage, wrong):
    status, answer = await stage.post("/api/faults", json=wrong)
    assert status == 400
    assert answer["error"]
