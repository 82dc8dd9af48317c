"""Webhooks: the secret in its header, order within a chat, again until the answer is 2xx."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

SECRET = "bi-mat-cua-webhook"


class Hook:
    """A bot's web server that keeps what comes and answers what it is told to."""

    def __init__(self):
        self.bodies = []
        self.headers = []
        self.statuses = []
        self.url = ""

    async def take(self, request):
        text = await request.text()
        self.headers.append(request.headers)
        self.bodies.append(await request.json() if text else None)
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)


@asynccontextmanager
async def hook():
    kept = Hook()
    app = web.Application()
    app.router.add_post("/hook", kept.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    kept.url = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}/hook"
    yield kept
    await runner.cleanup()


def texts(kept):
    return [body["message"]["text"] for body in kept.bodies]


async def test_updates_come_with_the_secret_and_in_order_within_a_chat(stage):
    async with hook() as kept:
        kept.statuses = [500, 502]
        await stage.call("setWebhook", url=kept.url, secret_token=SECRET)
        stage.platform.queue_texts([(stage.lan, "một"), (stage.lan, "hai"), (stage.lan, "ba")])
        await stage.platform.until(lambda: len(kept.bodies) == 5)
        assert texts(kept) == ["một", "một", "một", "hai", "ba"]
        assert {each["X-Telegram-Bot-Api-Secret-Token"] for each in kept.headers} == {SECRET}
        await stage.platform.until(lambda: not stage.bot.queue.pending)
        info = (await stage.call("getWebhookInfo"))[1]
        assert info["last_error_message"].startswith("Wrong response from the webhook: 502")
        assert stage.bot.queue.confirmed == stage.bot.queue.created


async def test_one_chat_that_fails_does_not_hold_the_others(stage):
    other = stage.platform.add_phone("Trần Bình")
    async with hook() as kept:
        kept.statuses = [500] * 4
        await stage.call("setWebhook", url=kept.url, max_connections=1)
        stage.platform.type_text(stage.lan, "giữ lại")
        await stage.platform.until(lambda: kept.bodies)
        kept.statuses = [200, *kept.statuses]
        stage.platform.type_text(other, "đi qua")
        await stage.platform.until(lambda: "đi qua" in texts(kept))
        assert len(stage.bot.queue.pending) == 1


async def test_what_was_not_taken_goes_back_to_polling(stage):
    async with hook() as kept:
        kept.statuses = [500] * 50
        await stage.call("setWebhook", url=kept.url)
        stage.platform.type_text(stage.lan, "còn lại")
        await stage.platform.until(lambda: kept.bodies)
        assert (await stage.call("getWebhookInfo"))[1]["pending_update_count"] == 1
        await stage.call("deleteWebhook")
        assert len(await stage.updates()) == 1


async def test_a_webhook_ends_a_poll_that_waits(stage):
    waiting = asyncio.create_task(stage.refusal("getUpdates", timeout=5))
    await asyncio.sleep(0.05)
    await stage.call("setWebhook", url="http://127.0.0.1:9/hook")
    assert await waiting == "Conflict: terminated by setWebhook request"


async def test_an_address_outside_this_machine_must_be_https(stage):
    assert "An HTTPS URL must be provided" in await stage.refusal(
        "setWebhook", url="http://example.vn/hook"
    )


@pytest.mark.parametrize(("port", "taken"), [("", True), (":8443", True), (":8085", False)])
async def test_telegram_calls_four_ports_only(stage, port, taken):
    url = f"https://example.vn{port}/hook"
    status, answer = await stage.call("setWebhook", url=url)
    assert (status == 200) is taken
    assert taken or "only on ports 80, 88, 443 or 8443" in answer["description"]


async def test_zalo_verifies_calls_and_repeats_a_few_times(stage):
    stage.platform.zalo_pauses = (0.02, 0.04, 0.0)
    async with hook() as kept:
        answer = await stage.zalo("setWebhook", url=kept.url, secret_token=SECRET)
        assert answer["result"]["url"] == kept.url
        assert answer["result"]["verification"]["ok"] is True
        assert kept.bodies == [None]
        kept.statuses = [503]
        stage.platform.type_text(stage.hoa, "xin chào")
        await stage.platform.until(lambda: len(kept.bodies) == 3)
        assert kept.bodies[1]["result"]["message"]["text"] == "xin chào"
        assert kept.bodies[2] == kept.bodies[1]
        assert kept.headers[2]["X-Bot-Api-Secret-Token"] == SECRET
        kept.statuses = [503] * 3
        stage.platform.type_text(stage.hoa, "không ai nhận")
        await stage.platform.until(lambda: stage.zalo_bot.queue.expired)
        assert not stage.zalo_bot.queue.pending


async def test_zalo_keeps_a_webhook_whose_verification_fails_and_polling_yields_nothing(stage):
    answer = await stage.zalo("setWebhook", url="http://127.0.0.1:9/hook", secret_token=SECRET)
    assert answer["ok"] is True
    assert answer["result"]["verification"]["ok"] is False
    assert (await stage.zalo("getWebhookInfo"))["result"]["url"] == "http://127.0.0.1:9/hook"
    stage.platform.type_text(stage.hoa, "mất")
    assert (await stage.zalo("getUpdates", timeout="0"))["error_code"] == 408
    assert (await stage.zalo("deleteWebhook"))["result"]["url"] == ""
    assert (await stage.zalo("setWebhook", url="https://a.vn/x", secret_token="ngan"))[
        "error_code"
    ] == 400


async def test_a_platform_that_is_down_calls_no_webhook(stage):
    async with hook() as kept:
        await stage.call("setWebhook", url=kept.url)
        fault = stage.platform.add_fault("telegram", "down")
        stage.platform.type_text(stage.lan, "sau khi thông lại")
        await asyncio.sleep(0.15)
        assert kept.bodies == []
        stage.platform.remove_fault(fault)
        await stage.platform.until(lambda: kept.bodies)
        assert texts(kept) == ["sau khi thông lại"]
