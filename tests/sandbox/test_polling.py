"""getUpdates: nothing is forgotten before it is confirmed, and only one may poll."""

import asyncio


def ids(updates):
    return [update["update_id"] for update in updates]


async def test_an_update_is_kept_until_a_higher_offset_comes(stage):
    stage.platform.queue_texts([(stage.lan, "một"), (stage.lan, "hai")])
    first = await stage.updates()
    assert [update["message"]["text"] for update in first] == ["một", "hai"]
    assert await stage.updates(offset=ids(first)[0]) == first
    assert await stage.updates(offset=ids(first)[1]) == first[1:]
    assert await stage.updates(offset=ids(first)[1] + 1) == []
    assert stage.bot.queue.confirmed == ids(first)


async def test_a_negative_offset_destroys_the_backlog_but_for_the_last(stage):
    stage.platform.queue_texts((stage.lan, str(number)) for number in range(5))
    assert [update["message"]["text"] for update in await stage.updates(offset=-2)] == ["3", "4"]
    assert len(await stage.updates()) == 2


async def test_a_batch_holds_at_most_a_hundred(stage):
    stage.platform.queue_texts((stage.lan, str(number)) for number in range(150))
    assert len(await stage.updates()) == 100
    assert len(await stage.updates(limit=1000)) == 100
    assert len(await stage.updates(limit=7)) == 7


async def test_a_long_poll_ends_when_somebody_types(stage):
    poll = asyncio.create_task(stage.updates(timeout=5))
    await asyncio.sleep(0.05)
    stage.platform.type_text(stage.lan, "CT12 60%")
    assert [update["message"]["text"] for update in await poll] == ["CT12 60%"]


async def test_a_long_poll_ends_empty_when_its_time_is_over(stage):
    assert await stage.updates(timeout=1) == []


async def test_a_second_poller_ends_the_first_with_a_conflict(stage):
    first = asyncio.create_task(stage.refusal("getUpdates", timeout=5))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(stage.updates(timeout=5))
    assert (await first).startswith("Conflict: terminated by other getUpdates request")
    stage.platform.type_text(stage.lan, "còn đây")
    assert len(await second) == 1


async def test_a_poller_that_hung_up_is_no_second_poller(stage):
    poll = asyncio.create_task(stage.updates(timeout=5))
    await asyncio.sleep(0.05)
    poll.cancel()
    await asyncio.gather(poll, return_exceptions=True)
    stage.platform.type_text(stage.lan, "sau khi khởi động lại")
    assert len(await stage.updates(timeout=1)) == 1


async def test_polling_is_refused_while_a_webhook_is_set(stage):
    await stage.call("setWebhook", url="http://127.0.0.1:9/hook")
    assert "can't use getUpdates method while webhook is active" in await stage.refusal(
        "getUpdates"
    )
    await stage.call("deleteWebhook")
    assert await stage.updates() == []


async def test_kinds_that_were_not_asked_for_do_not_come(stage):
    await stage.updates(allowed_updates=["callback_query"])
    stage.platform.type_text(stage.lan, "không ai nghe")
    said = (await stage.call("sendMessage", chat_id=stage.lan.user_id, text="?", **BUTTON))[1]
    stage.platform.tap(stage.lan, said["message_id"], "a:1")
    assert ["callback_query" in update for update in await stage.updates()] == [True]


async def test_updates_older_than_a_day_are_gone(stage):
    stage.platform.type_text(stage.lan, "hôm trước")
    stage.platform.move_clock(days=2)
    stage.platform.type_text(stage.lan, "hôm nay")
    assert [update["message"]["text"] for update in await stage.updates()] == ["hôm nay"]
    assert len(stage.bot.queue.expired) == 1


async def test_after_a_restart_of_ids_an_old_offset_confirms_nothing(stage):
    stage.platform.type_text(stage.lan, "trước")
    old = ids(await stage.updates())[0]
    await stage.updates(offset=old + 1)
    stage.bot.queue.restart_ids(old - 1_000_000)
    stage.platform.type_text(stage.lan, "sau")
    assert ids(await stage.updates(offset=old + 1)) == [old - 1_000_000]


async def test_a_repeated_update_comes_even_below_the_offset(stage):
    stage.platform.type_text(stage.lan, "hai lần")
    once = (await stage.updates())[0]
    update = next(iter(stage.bot.queue.pending.values()))
    await stage.updates(offset=once["update_id"] + 1)
    stage.bot.queue.repeat(update)
    stage.bot.queue.repeat(update, new_id=True)
    again = await stage.updates(offset=once["update_id"] + 1)
    assert again[0] == once
    assert again[1] == once | {"update_id": once["update_id"] + 1}
    assert await stage.updates(offset=once["update_id"] + 2) == []


async def test_a_gap_and_another_order_of_ids_can_be_asked_for(stage):
    stage.platform.queue_texts([(stage.lan, "1"), (stage.lan, "2")])
    stage.bot.queue.skip_ids(40)
    stage.platform.type_text(stage.lan, "3")
    stage.bot.queue.reorder(list.reverse)
    updates = await stage.updates()
    assert [update["message"]["text"] for update in updates] == ["3", "2", "1"]
    assert updates[0]["update_id"] - updates[1]["update_id"] == 41
    assert len(await stage.updates(offset=updates[1]["update_id"])) == 2


async def test_a_poisoned_update_goes_out_word_for_word(stage):
    await stage.post(
        "/api/updates",
        json={"channel": "telegram", "update": {"raw": '{"update_id":UPDATE_ID,"message":7}'}},
    )
    await stage.post("/api/updates", json={"channel": "telegram", "update": {"poll": {}}})
    poisoned, odd = await stage.updates()
    assert poisoned == {"update_id": odd["update_id"] - 1, "message": 7}
    assert odd["poll"] == {}


BUTTON = {"reply_markup": {"inline_keyboard": [[{"text": "Đã rõ", "callback_data": "a:1"}]]}}
