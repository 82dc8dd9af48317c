"""What Telegram accepts from a bot and what it refuses, over plain HTTP."""

import json
import struct

import aiohttp
import pytest

# Headers are enough: nothing here looks at the pixels.
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 480) + b"\x08\x02" + bytes(40)
JPEG = b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", 480, 640) + bytes(40)


def keyboard(data, text="Đã rõ"):
    return {"inline_keyboard": [[{"text": text, "callback_data": data}]]}


async def test_a_text_arrives_on_the_phone_with_its_styles_and_buttons(stage):
    status, said = await stage.call(
        "sendMessage",
        chat_id=stage.lan.user_id,
        text="🔴 Quá hạn",
        entities=[{"type": "bold", "offset": 3, "length": 7}],
        reply_markup=keyboard("12:1"),
    )
    assert status == 200
    assert said["date"] == 1623196800
    [shown] = stage.platform.messages(stage.lan)
    assert shown["spans"] == [{"offset": 3, "length": 7, "style": "bold"}]
    assert shown["buttons"] == [[{"label": "Đã rõ", "data": "12:1"}]]
    assert (shown["from"], shown["id"], stage.lan.unread) == ("bot", said["message_id"], 1)


async def test_forms_and_multipart_are_read_like_json(stage):
    params = {
        "chat_id": str(stage.lan.user_id),
        "text": "Chào đồng chí",
        "entities": json.dumps([{"type": "italic", "offset": 0, "length": 4}]),
    }
    path = f"/telegram/bot{stage.bot.token}/sendMessage"
    form = aiohttp.FormData(params)
    parts = aiohttp.MultipartWriter("form-data")
    for name, value in params.items():
        parts.append(value).set_content_disposition("form-data", name=name)
    for body in (form, parts):
        status, answer = await stage.post(path, data=body)
        assert (status, answer["result"]["text"]) == (200, "Chào đồng chí")
        assert answer["result"]["entities"][0]["type"] == "italic"


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "a", "chat_id": 999}, "chat not found"),
        ({"text": "a", "chat_id": "@abc"}, "chat not found"),
        ({"text": "a", "chat_id": ""}, "chat_id is empty"),
        ({"text": "a", "entities": [{"type": "bold", "offset": 0, "length": 2}]}, "ends after"),
        ({"text": "😀", "entities": [{"type": "bold", "offset": 1, "length": 1}]}, "in a middle"),
        ({"text": "a", "entities": [{"type": "big", "offset": 0, "length": 1}]}, "MessageEntity"),
        ({"text": "a <b>", "parse_mode": "HTML"}, "can't parse entities: Can't find end tag"),
        ({"text": "a <3", "parse_mode": "HTML"}, "can't parse entities: Unclosed start tag"),
        ({"text": "<x>a</x>", "parse_mode": "HTML"}, 'Unsupported start tag "x"'),
        ({"text": "<b>a</i>", "parse_mode": "HTML"}, "Unmatched end tag"),
        ({"text": "45-BC/ĐU", "parse_mode": "MarkdownV2"}, "Character '-' is reserved"),
        ({"text": "*a", "parse_mode": "MarkdownV2"}, "Can't find end of Bold entity"),
        ({"text": "a_b", "parse_mode": "Markdown"}, "Can't find end of the entity"),
        ({"text": "a", "parse_mode": "RTF"}, "unsupported parse_mode"),
        ({"text": "a", "reply_markup": keyboard("đ" * 33)}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "reply_markup": keyboard("")}, "Text buttons are unallowed"),
        ({"text": "a", "reply_markup": keyboard("x", text="")}, "BUTTON_TEXT_INVALID"),
        ({"text": "a", "reply_markup": "{"}, "can't parse reply keyboard markup"),
        ({"text": "a", "reply_parameters": {"message_id": 77}}, "message to be replied not found"),
    ],
)
async def test_a_faulty_message_is_refused(stage, params, words):
    description = await stage.refusal("sendMessage", **{"chat_id": stage.lan.user_id} | params)
    assert description.startswith("Bad Request: ")
    assert words in description
    assert stage.platform.messages(stage.lan) == []
    assert stage.platform.log()[-1]["accepted"] is False


async def test_half_a_surrogate_pair_is_refused(stage):
    body = b'{"chat_id": %d, "text": "a \\ud83d b"}' % stage.lan.user_id
    status, answer = await stage.post(
        f"/telegram/bot{stage.bot.token}/sendMessage",
        data=body,
        headers={"Content-Type": "application/json"},
    )
    assert (status, answer["description"]) == (
        400,
        "Bad Request: strings must be encoded in UTF-8",
    )


@pytest.mark.parametrize("text", ["a" * 4096, "😀" * 2048])
async def test_a_text_of_just_4096_units_is_accepted(stage, text):
    assert (await stage.call("sendMessage", chat_id=stage.lan.user_id, text=text))[0] == 200


@pytest.mark.parametrize(
    ("marked", "mode", "bare", "kind"),
    [
        ("<b>CT12</b> &lt;60%&gt;", "HTML", "CT12 <60%>", "bold"),
        ('<a href="https://a.vn">Xem</a>', "HTML", "Xem", "text_link"),
        ("*CT12* 60\\.5%", "MarkdownV2", "CT12 60.5%", "bold"),
        ("_CT12_ 60.5%", "Markdown", "CT12 60.5%", "italic"),
    ],
)
async def test_marked_text_is_parsed(stage, marked, mode, bare, kind):
    _, said = await stage.call(
        "sendMessage", chat_id=stage.lan.user_id, text=marked, parse_mode=mode
    )
    assert (said["text"], said["entities"][0]["type"]) == (bare, kind)


async def test_who_has_not_started_or_has_blocked_the_bot_is_not_reached(stage):
    new = stage.platform.add_phone("Lê Văn Mới")
    assert await stage.refusal("sendMessage", chat_id=new.user_id, text="a") == (
        "Forbidden: bot can't initiate conversation with a user"
    )
    stage.platform.block(stage.lan)
    assert await stage.refusal("sendMessage", chat_id=stage.lan.user_id, text="a") == (
        "Forbidden: bot was blocked by the user"
    )
    update = (await stage.updates())[-1]["my_chat_member"]
    assert update["new_chat_member"]["status"] == "kicked"
    stage.platform.start(stage.lan, "abc")
    assert (await stage.call("sendMessage", chat_id=stage.lan.user_id, text="a"))[0] == 200
    assert [list(update)[1] for update in await stage.updates()] == [
        "my_chat_member",
        "my_chat_member",
        "message",
    ]


async def test_an_unknown_token_and_an_unknown_method_are_refused(stage):
    status, answer = await stage.post("/telegram/bot5:wrong/getMe")
    assert (status, answer["description"]) == (401, "Unauthorized")
    assert (await stage.call("sendmessage", chat_id=stage.lan.user_id, text="a"))[0] == 200
    assert await stage.refusal("sendEverything") == "Not Found: method not found"


async def test_an_edit_needs_a_change_and_a_message_of_ones_own(stage):
    chat = stage.lan.user_id
    _, said = await stage.call(
        "sendMessage", chat_id=chat, text="Một", reply_markup=keyboard("1:1")
    )
    there = {"chat_id": chat, "message_id": said["message_id"]}
    same = await stage.refusal("editMessageText", **there, text="Một", reply_markup=keyboard("1:1"))
    assert same.startswith("Bad Request: message is not modified")
    _, edited = await stage.call("editMessageText", **there, text="Một")
    assert "reply_markup" not in edited
    assert edited["edit_date"] == 1623196800
    assert "not modified" in await stage.refusal("editMessageReplyMarkup", **there)
    theirs = stage.platform.type_text(stage.lan, "của tôi")
    assert (
        await stage.refusal("editMessageText", chat_id=chat, message_id=theirs.id, text="x")
        == "Bad Request: message can't be edited"
    )
    assert (
        await stage.refusal("editMessageText", chat_id=chat, message_id=99, text="x")
        == "Bad Request: message to edit not found"
    )


async def test_a_message_can_be_deleted_once_and_not_after_two_days(stage):
    there = {"chat_id": stage.lan.user_id, "message_id": 1}
    await stage.call("sendMessage", chat_id=stage.lan.user_id, text="a")
    assert await stage.call("deleteMessage", **there) == (200, True)
    assert await stage.refusal("deleteMessage", **there) == (
        "Bad Request: message to delete not found"
    )
    await stage.call("sendMessage", chat_id=stage.lan.user_id, text="b")
    stage.platform.move_clock(days=3)
    assert "can't be deleted" in await stage.refusal("deleteMessage", **there | {"message_id": 2})


async def test_a_tap_is_answered_once(stage):
    _, said = await stage.call(
        "sendMessage", chat_id=stage.lan.user_id, text="?", reply_markup=keyboard("7:1")
    )
    tap = stage.platform.tap(stage.lan, said["message_id"], "7:1")
    query = (await stage.updates())[0]["callback_query"]
    assert (query["data"], query["from"]["id"]) == ("7:1", stage.lan.user_id)
    assert query["message"]["message_id"] == said["message_id"]
    answer = {"callback_query_id": query["id"], "text": "Đã ghi nhận"}
    assert await stage.call("answerCallbackQuery", **answer) == (200, True)
    assert await stage.platform.answer_to(tap) == "Đã ghi nhận"
    assert "query is too old" in await stage.refusal("answerCallbackQuery", **answer)


async def test_a_tap_grows_too_old_to_be_answered(stage):
    await stage.call(
        "sendMessage", chat_id=stage.lan.user_id, text="?", reply_markup=keyboard("7:1")
    )
    stage.platform.tap_lifetime = -1
    tap = stage.platform.tap(stage.lan, 1, "7:1")
    assert "query is too old" in await stage.refusal(
        "answerCallbackQuery", callback_query_id=tap.query_id
    )


async def test_only_offered_buttons_can_be_tapped_unless_forged(stage):
    chat = stage.lan.user_id
    await stage.call("sendMessage", chat_id=chat, text="?", reply_markup=keyboard("7:1"))
    await stage.call("editMessageText", chat_id=chat, message_id=1, text="xong")
    stage.platform.tap(stage.lan, 1, "7:1")  # a stale button
    with pytest.raises(ValueError, match="no such button"):
        stage.platform.tap(stage.lan, 1, "8:1")
    stage.platform.tap(stage.lan, 1, "8:1", forged=True)
    assert [update["callback_query"]["data"] for update in await stage.updates()] == [
        "7:1",
        "8:1",
    ]


@pytest.mark.parametrize(("picture", "ending"), [(PNG, "png"), (JPEG, "jpg")])
async def test_a_picture_is_uploaded_shown_and_downloaded(stage, picture, ending):
    form = aiohttp.FormData({"chat_id": str(stage.lan.user_id), "caption": "Biểu đồ"})
    form.add_field("photo", "attach://chart")
    form.add_field("chart", picture, filename="chart.bin")
    status, answer = await stage.post(f"/telegram/bot{stage.bot.token}/sendPhoto", data=form)
    assert status == 200
    file_id = answer["result"]["photo"][-1]["file_id"]
    _, file = await stage.call("getFile", file_id=file_id)
    assert file["file_path"].endswith(ending)
    path = f"{stage.server.telegram}/file/bot{stage.bot.token}/{file['file_path']}"
    async with stage.http.get(path) as response:
        assert await response.read() == picture
    [shown] = stage.platform.messages(stage.lan)
    assert shown["text"] == "Biểu đồ"
    async with stage.http.get(stage.server.url + shown["photo"]) as response:
        assert await response.read() == picture
    assert (await stage.call("sendPhoto", chat_id=stage.lan.user_id, photo=file_id))[0] == 200


async def test_a_faulty_picture_is_refused(stage):
    chat = str(stage.lan.user_id)
    form = aiohttp.FormData({"chat_id": chat})
    form.add_field("photo", b"no picture", filename="a.png")
    status, answer = await stage.post(f"/telegram/bot{stage.bot.token}/sendPhoto", data=form)
    assert (status, answer["description"]) == (400, "Bad Request: IMAGE_PROCESS_FAILED")
    assert "wrong file identifier" in await stage.refusal("sendPhoto", chat_id=chat, photo="abc")
    assert "there is no photo" in await stage.refusal("sendPhoto", chat_id=chat)
    form = aiohttp.FormData({"chat_id": chat, "caption": "a" * 1025})
    form.add_field("photo", PNG, filename="a.png")
    status, answer = await stage.post(f"/telegram/bot{stage.bot.token}/sendPhoto", data=form)
    assert answer["description"] == "Bad Request: message caption is too long"


async def test_a_file_of_a_person_can_be_fetched_up_to_20_mb(stage):
    stage.platform.send_file(stage.lan, b"x" * 1000, "báo cáo.docx", "BC 45")
    stage.platform.send_file(stage.lan, b"x" * (20 * 1024 * 1024 + 1), "phim.mp4")
    small, large = [update["message"]["document"] for update in await stage.updates()]
    assert small["file_name"] == "báo cáo.docx"
    assert (await stage.call("getFile", file_id=small["file_id"]))[1]["file_size"] == 1000
    assert await stage.refusal("getFile", file_id=large["file_id"]) == (
        "Bad Request: file is too big"
    )


async def test_commands_are_checked(stage):
    command = {"command": "viec", "description": "Việc của tôi"}
    assert await stage.call("setMyCommands", commands=[command]) == (200, True)
    assert await stage.call("getMyCommands") == (200, [command])
    odd = command | {"command": "Việc"}
    assert "BOT_COMMAND_INVALID" in await stage.refusal("setMyCommands", commands=[odd])


async def test_limits_are_those_of_telegram_when_they_are_in_force(stage):
    stage.platform.enforce_limits = True
    chat = {"chat_id": stage.lan.user_id}
    answers = [await stage.call("sendMessage", **chat, text=str(n)) for n in range(7)]
    assert [status for status, _ in answers] == [200] * 5 + [429] * 2
    refused = answers[-1][1]
    assert refused["parameters"] == {"retry_after": 1}
    assert refused["description"] == "Too Many Requests: retry after 1"
    assert len(stage.platform.messages(stage.lan)) == 5
