"""The control API that the page and the scripts use."""

import asyncio
import json
import sqlite3

import aiohttp
import pytest

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x02" + bytes(40)


async def test_a_phone_is_added_and_listed(stage):
    wanted = {"name": "Trần Bình", "title": "Chủ tịch", "unit": "Phường 7", "role": "lead"}
    status, phone = await stage.post("/api/phones", json=wanted | {"channel": "zalo"})
    assert status == 200
    assert phone.items() >= (wanted | {"channel": "zalo", "unread": 0, "blocked": False}).items()
    assert [each["id"] for each in await stage.get("/api/phones")] == ["p1", "p2", phone["id"]]


async def test_a_person_types_edits_and_sends_pictures_and_files(stage):
    base = f"/api/phones/{stage.lan.id}"
    _, said = await stage.post(base + "/messages", json={"text": "CT12 60%"})
    assert (said["from"], said["text"]) == ("me", "CT12 60%")
    _, edited = await stage.post(base + "/edits", json={"message": said["id"], "text": "65%"})
    assert edited["edited"] is True
    for kind, field, name in (("photos", "photo", "a.png"), ("files", "file", "báo cáo.xlsx")):
        form = aiohttp.FormData({"caption": "kèm theo"}, quote_fields=False)
        form.add_field(field, PNG, filename=name)
        _, sent = await stage.post(f"{base}/{kind}", data=form)
        assert sent["text"] == "kèm theo"
    assert sent["file"]["name"] == "báo cáo.xlsx"
    assert sent["file"]["size"] == len(PNG)
    kinds = [set(update) - {"update_id"} for update in await stage.updates()]
    assert kinds == [{"message"}, {"edited_message"}, {"message"}, {"message"}]
    assert len(await stage.get(base + "/messages")) == 3


@pytest.mark.parametrize(("kind", "field"), [("photos", "photo"), ("files", "file")])
async def test_a_picture_and_a_file_can_be_sent_in_a_group(stage, kind, field):
    group = stage.platform.add_group("Tổ công tác", [stage.lan])
    form = aiohttp.FormData({"chat": str(group.id)})
    form.add_field(field, PNG, filename="a.png")
    status, sent = await stage.post(f"/api/phones/{stage.lan.id}/{kind}", data=form)
    assert (status, sent["chat"]) == (200, {"id": str(group.id), "title": "Tổ công tác"})


async def test_a_deep_link_is_followed(stage):
    await stage.post(f"/api/phones/{stage.lan.id}/start", json={"code": "ABCD"})
    await stage.post(f"/api/phones/{stage.hoa.id}/start", json={"code": "ABCD"})
    said = (await stage.updates())[0]["message"]
    assert said["text"] == "/start ABCD"
    assert said["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]
    assert (await stage.zalo("getUpdates"))["result"]["message"]["text"] == "ABCD"


@pytest.mark.parametrize("code", ["6NBG4 DH364", "mã", "a" * 65])
async def test_a_deep_link_carries_64_plain_letters_at_most(stage, code):
    status, said = await stage.post(f"/api/phones/{stage.lan.id}/start", json={"code": code})
    assert (status, "at most 64" in said["error"]) == (400, True)
    status, _ = await stage.post(f"/api/phones/{stage.hoa.id}/start", json={"code": code})
    assert status == 200  # on Zalo it is typed


async def test_a_tap_comes_back_with_the_bots_answer(stage):
    buttons = [[{"text": "Đã rõ", "callback_data": "1:1"}]]
    await stage.call(
        "sendMessage",
        chat_id=stage.lan.user_id,
        text="?",
        reply_markup={"inline_keyboard": buttons},
    )
    tapped = asyncio.create_task(
        stage.post(f"/api/phones/{stage.lan.id}/taps", json={"message": 1, "data": "1:1"})
    )
    query = (await stage.updates(timeout=5))[0]["callback_query"]
    await stage.call("answerCallbackQuery", callback_query_id=query["id"], text="Đã ghi")
    assert await tapped == (200, {"answer": "Đã ghi"})


async def test_blocking_and_reading_show_on_the_phone(stage):
    await stage.call("sendMessage", chat_id=stage.lan.user_id, text="a")
    assert (await stage.get("/api/phones"))[0]["unread"] == 1
    await stage.post(f"/api/phones/{stage.lan.id}/read")
    _, phone = await stage.post(f"/api/phones/{stage.lan.id}/block", json={"blocked": True})
    assert (phone["unread"], phone["blocked"]) == (0, True)


async def test_faults_are_listed_and_taken_back(stage):
    order = {"channel": "telegram", "method": "*", "kind": "429", "times": None, "retry_after": 5}
    _, first = await stage.post("/api/faults", json=order)
    await stage.post("/api/faults", json=order)
    assert len(await stage.get("/api/faults")) == 2
    for path, left in ((f"/api/faults/{first['id']}", 1), ("/api/faults", 0)):
        async with stage.http.delete(stage.server.url + path) as response:
            assert len(await response.json()) == left


async def test_the_log_tells_every_call(stage):
    await stage.call("getMe")
    await stage.call("sendMessage", chat_id=stage.lan.user_id, text="a")
    await stage.zalo("sendMessage", chat_id=stage.hoa.user_id, text="")
    log = await stage.get("/api/log?after=1")
    assert [(each["n"], each["channel"], each["accepted"]) for each in log] == [
        (2, "telegram", True),
        (3, "zalo", False),
    ]
    assert log[0]["chat"] == str(stage.lan.user_id)
    assert log[0]["params"]["text"] == "a"
    assert log[0]["at_monotonic"] < log[1]["at_monotonic"]
    assert stage.platform.calls.accepted("telegram", "sendMessage") == 1
    assert stage.bot.token not in json.dumps(log)


async def test_events_are_told_as_they_happen(stage):
    async with stage.http.get(stage.server.url + "/api/events") as response:
        assert response.headers["Content-Type"].startswith("text/event-stream")
        assert await response.content.readline() == b": ready\n"
        stage.platform.type_text(stage.lan, "chào")
        stage.platform.move_clock(seconds=1)
        lines = [await response.content.readline() for _ in range(7)]
    events = [json.loads(line[6:]) for line in lines if line.startswith(b"data: ")]
    assert [event["type"] for event in events] == ["message", "clock"]
    assert events[0]["phone"] == stage.lan.id
    assert events[0]["message"]["text"] == "chào"
    assert b"event: clock\n" in lines


async def test_what_the_service_holds_is_read_from_its_views(stage, tmp_path):
    assert (await stage.get("/api/service"))["available"] is False
    store = sqlite3.connect(tmp_path / "dondoc.db")
    store.executescript("""
        CREATE TABLE t(channel, update_key, state, received_at, key, due_at, sent_at, id, code);
        INSERT INTO t VALUES ('telegram', '7', 'done', '2021-06-09', 'k', 'd', 's', 1, 'CD1');
        CREATE VIEW v_inbox AS SELECT channel, update_key, state, received_at FROM t;
        CREATE VIEW v_outbox AS SELECT key, state, due_at, sent_at FROM t;
        CREATE VIEW v_progress AS SELECT id FROM t;
        CREATE VIEW v_directives AS SELECT code FROM t;
    """)
    store.close()
    stage.platform.data_dir = tmp_path
    held = await stage.get("/api/service")
    assert held["available"] is True
    assert held["inbox"] == [
        {
            "channel": "telegram",
            "update_key": "7",
            "state": "done",
            "received_at": "2021-06-09",
        }
    ]
    assert held["directives"] == [{"code": "CD1"}]


async def test_a_course_without_a_service_is_empty_and_only_kept_files_are_served(stage, tmp_path):
    asked = "/api/course?year=2021&code=CT12&unit=DU-P7"
    assert await stage.get(asked) == {"progress": [], "evidence": []}
    stage.platform.data_dir = tmp_path
    kept = "ab" * 32
    (tmp_path / "files" / "ab").mkdir(parents=True)
    (tmp_path / "files" / "ab" / kept).write_bytes(b"<script>")
    for name, status in ((kept, 200), ("cd" * 32, 404), ("..%2fdondoc.db", 404)):
        url = f"{stage.server.url}/api/evidence/{name}?mime=text/html"
        async with stage.http.get(url) as response:
            assert response.status == status
            if status == 200:
                assert response.headers["Content-Type"] == "application/octet-stream"


async def test_unknown_phones_and_missing_fields_are_plain_mistakes(stage):
    assert (await stage.post("/api/phones/p99/messages", json={"text": "a"}))[0] == 404
    assert (await stage.post("/api/phones/p1/messages", json={"text": " "}))[0] == 400
    assert (await stage.post("/api/phones", json={"name": "A", "channel": "viber"}))[0] == 400


async def test_nothing_outside_the_pages_folder_is_served(stage):
    for path in ("/../server.py", "/%2e%2e/server.py", "/..%2fserver.py"):
        async with stage.http.get(stage.server.url + path) as response:
            assert response.status == 404


async def test_a_phone_belongs_to_the_bot_that_is_named(stage):
    other = stage.platform.add_bot("telegram", "1000009:other", "Bot khác")
    wanted = {"name": "A", "channel": "telegram"}
    _, first = await stage.post("/api/phones", json=wanted)
    _, second = await stage.post("/api/phones", json=wanted | {"bot": "Bot khác"})
    assert (first["bot"], second["bot"]) == ("Văn phòng", "Bot khác")
    stage.platform.type_text(second["id"], "chào")
    assert (len(stage.bot.queue.pending), len(other.queue.pending)) == (0, 1)


async def test_what_the_bot_says_is_taken_once_each_in_order(stage):
    async def say_both():
        for text in ("một", "hai"):
            await stage.call("sendMessage", chat_id=stage.lan.user_id, text=text)

    saying = asyncio.create_task(say_both())
    taken = [await stage.platform.next_message(stage.lan) for _ in range(2)]
    assert [said.text for said in taken] == ["một", "hai"]
    with pytest.raises(TimeoutError):
        await stage.platform.next_message(stage.lan, 0.05)
    await saying
