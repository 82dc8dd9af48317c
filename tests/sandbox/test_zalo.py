"""Zalo's Bot API: one update at a time, errors with status 200, a monthly quota, no buttons."""

import asyncio

import aiohttp
import pytest
from aiohttp import web
from yarl import URL

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x02" + bytes(40)


async def poll(stage, seconds="1"):
    return await stage.zalo("getUpdates", timeout=seconds)


async def test_polling_hands_out_one_update_and_forgets_it(stage):
    stage.platform.queue_texts([(stage.hoa, "một"), (stage.hoa, "hai")])
    first = (await poll(stage))["result"]
    assert first["event_name"] == "message.text.received"
    said = first["message"]
    assert said["text"] == "một"
    assert said["from"] == {"id": stage.hoa.user_id, "display_name": "Trần Hoa", "is_bot": False}
    assert said["chat"] == {"id": stage.hoa.user_id, "chat_type": "PRIVATE"}
    assert said["date"] // 1000 == 1623196800
    assert (await poll(stage))["result"]["message"]["text"] == "hai"
    assert await poll(stage, "0") == {
        "ok": False,
        "description": "Request timeout",
        "error_code": 408,
    }


async def test_a_poll_waits_for_a_text(stage):
    waiting = asyncio.create_task(poll(stage, "5"))
    await asyncio.sleep(0.05)
    stage.platform.type_text(stage.hoa, "CT12 60%")
    assert (await waiting)["result"]["message"]["text"] == "CT12 60%"


async def test_updates_come_bare_or_wrapped(stage):
    stage.platform.zalo_wrapping = "mixed"
    stage.platform.queue_texts([(stage.hoa, "1"), (stage.hoa, "2")])
    assert "result" in await poll(stage)
    assert "event_name" in await poll(stage)


async def test_ids_are_twenty_hex_digits_and_the_chat_is_the_person(stage):
    assert stage.hoa.chat.id == stage.hoa.user_id
    assert len(stage.hoa.user_id) == 20
    assert int(stage.hoa.user_id, 16) >= 0


async def test_a_picture_comes_by_url_and_a_file_as_unsupported(stage):
    stage.platform.send_photo(stage.hoa, PNG, "Ảnh hiện trường")
    stage.platform.send_file(stage.hoa, b"x", "bao-cao.docx")
    picture = (await poll(stage))["result"]
    assert picture["event_name"] == "message.image.received"
    assert picture["message"]["caption"] == "Ảnh hiện trường"
    async with stage.http.get(picture["message"]["photo_url"]) as response:
        assert await response.read() == PNG
    file = (await poll(stage))["result"]
    assert file["event_name"] == "message.unsupported.received"
    assert "bao-cao" not in str(file)


async def test_a_text_arrives_with_its_styles(stage):
    answer = await stage.zalo(
        "sendMessage",
        chat_id=stage.hoa.user_id,
        text="🔴 Quá hạn",
        text_styles=[{"start": 3, "len": 7, "st": ["b", "c_db342e"]}],
    )
    assert set(answer["result"]) == {"message_id", "date"}
    [shown] = stage.platform.messages(stage.hoa)
    assert shown["spans"] == [
        {"offset": 3, "length": 7, "style": "bold"},
        {"offset": 3, "length": 7, "style": "red"},
    ]


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"text": ""}, 400),
        ({"text": "a" * 2001}, 400),
        ({"text": "😀" * 1001}, 400),
        ({"text": "a", "chat_id": "00000000000000000000"}, 400),
        ({"text": "a", "text_styles": [{"start": 0, "len": 2, "st": ["b"]}]}, 400),
        ({"text": "a", "text_styles": [{"start": 0, "len": 1, "st": ["bold"]}]}, 400),
    ],
)
async def test_a_faulty_message_is_refused_with_status_200(stage, params, code):
    answer = await stage.zalo("sendMessage", **{"chat_id": stage.hoa.user_id} | params)
    assert (answer["ok"], answer["error_code"]) == (False, code)
    assert stage.platform.messages(stage.hoa) == []


async def test_a_person_must_write_first(stage):
    new = stage.platform.add_phone("Lê Văn Mới", channel="zalo")
    message = {"chat_id": new.user_id, "text": "a"}
    assert (await stage.zalo("sendMessage", **message))["ok"] is False
    stage.platform.type_text(new, "chào")
    assert (await stage.zalo("sendMessage", **message))["ok"] is True


async def test_the_fifty_first_person_is_not_heard(stage):
    stage.platform.add_phones(49, channel="zalo", started=True)
    late = stage.platform.add_phone("Người thứ 51", channel="zalo")
    stage.platform.type_text(late, "chào")
    assert (await poll(stage, "0"))["error_code"] == 408


async def test_the_quota_is_counted_by_month(stage):
    stage.zalo_bot.monthly_quota = 2
    message = {"chat_id": stage.hoa.user_id, "text": "a"}
    answers = [await stage.zalo("sendMessage", **message) for _ in range(3)]
    assert [answer.get("error_code") for answer in answers] == [None, None, 429]
    stage.platform.move_clock(days=30)
    assert (await stage.zalo("sendMessage", **message))["ok"] is True


async def test_method_names_are_exact_and_tokens_known(stage):
    assert (await stage.zalo("sendmessage"))["error_code"] == 404
    status, answer = await stage.post("/zalo/botwrong/getMe", json={})
    assert (status, answer["error_code"]) == (200, 401)
    assert (await stage.zalo("getMe"))["result"]["account_name"]
    assert await stage.zalo("sendChatAction", chat_id=stage.hoa.user_id, action="typing") == {
        "ok": True
    }


async def test_a_picture_is_fetched_several_times_or_refused(stage):
    fetched = []

    async def give(request):
        fetched.append(1)
        return web.Response(body=PNG)

    app = web.Application()
    app.router.add_get("/chart.png", give)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = site._server.sockets[0].getsockname()[1]
    url = str(URL.build(scheme="http", host="127.0.0.1", port=port))
    photo = {"chat_id": stage.hoa.user_id, "photo": url + "/chart.png", "caption": "Biểu đồ"}
    assert (await stage.zalo("sendPhoto", **photo))["ok"] is True
    assert len(fetched) == 3
    assert stage.platform.messages(stage.hoa)[0]["photo"]
    gone = photo | {"photo": url + "/gone.png"}
    assert (await stage.zalo("sendPhoto", **gone))["error_code"] == 400
    await runner.cleanup()


@pytest.mark.parametrize(
    ("photo", "words"),
    [
        ({"photo": "http://example.org/chart.png"}, "public HTTPS"),
        ({"photo": "chart.png"}, "public HTTPS"),
        ({"caption": ""}, "caption must not be empty"),
        ({"caption": "a" * 2001}, "caption is too long"),
        ({"caption": 7}, "caption must not be empty"),
    ],
)
async def test_a_picture_needs_a_public_address_and_a_caption_that_fits(stage, photo, words):
    whole = {"chat_id": stage.hoa.user_id, "photo": stage.server.url + "/x.png"} | photo
    answer = await stage.zalo("sendPhoto", **whole)
    assert (answer["ok"], answer["error_code"]) == (False, 400)
    assert words in answer["description"]


@pytest.mark.parametrize("seconds", [1, 1.5, None, "soon", "-1"])
async def test_the_seconds_of_a_poll_are_a_string(stage, seconds):
    answer = await stage.zalo("getUpdates", timeout=seconds)
    assert (answer["ok"], answer["error_code"]) == (False, 400)


async def test_an_id_is_a_string_and_nothing_else(stage):
    number = int(stage.hoa.user_id, 16)
    assert (await stage.zalo("sendMessage", chat_id=number, text="a"))["error_code"] == 400


async def test_a_form_is_not_understood(stage):
    form = aiohttp.FormData({"chat_id": stage.hoa.user_id, "text": "a"})
    _, answer = await stage.post(f"/zalo/bot{stage.zalo_bot.token}/sendMessage", data=form)
    assert answer["error_code"] == 400
