"""HTTP by hand: bytes as clients may send them, latency, and a connection shared by both sides."""

import asyncio
import time

import pytest


async def exchange(stage, request, replies=1):
    """Sends raw bytes; the first bytes of so many replies, and whether the end came."""
    reader, writer = await asyncio.open_connection("127.0.0.1", stage.server.port)
    writer.write(request)
    seen = []
    for _ in range(replies):
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            int(line[15:]) for line in head.split(b"\r\n") if line.startswith(b"Content-Length")
        )
        seen.append((int(head.split()[1]), await reader.readexactly(length)))
    try:
        ended = await asyncio.wait_for(reader.read(1), 0.05) == b""
    except TimeoutError:
        ended = False
    writer.close()
    return seen, ended


def request(stage, method="getMe", headers="", body=b""):
    head = f"POST /telegram/bot{stage.bot.token}/{method} HTTP/1.1\r\nHost: a\r\n{headers}\r\n"
    return head.encode() + body


async def test_two_requests_at_once_are_answered_in_order(stage):
    body = b'{"timeout": 1}'
    headers = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    both = request(stage, "getUpdates", headers, body) + request(stage)
    asyncio.get_running_loop().call_later(0.1, stage.platform.type_text, stage.lan, "chào")
    (first, second), ended = await exchange(stage, both, 2)
    assert b'"message_id":1' in first[1]
    assert b'"is_bot":true' in second[1]
    assert not ended


async def test_a_chunked_body_is_put_together(stage):
    text = b'{"chat_id": %d, "text": "abc"}' % stage.lan.user_id
    chunks = b"5\r\n" + text[:5] + b"\r\n" + b"%x\r\n" % len(text[5:]) + text[5:] + b"\r\n0\r\n\r\n"
    headers = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
    whole = request(stage, "sendMessage", headers, chunks)
    [(status, _)], _ = await exchange(stage, whole)
    assert status == 200
    assert stage.platform.messages(stage.lan)[0]["text"] == "abc"


async def test_a_connection_is_closed_when_the_client_asks(stage):
    [(status, _)], ended = await exchange(stage, request(stage, headers="Connection: close\r\n"))
    assert (status, ended) == (200, True)


@pytest.mark.parametrize(
    ("headers", "status"), [("Content-Length: x\r\n", 400), ("Content-Length: 99999999\r\n", 413)]
)
async def test_an_impossible_length_is_refused(stage, headers, status):
    [(seen, _)], ended = await exchange(stage, request(stage, headers=headers))
    assert (seen, ended) == (status, True)


async def test_a_body_that_cannot_be_read_is_refused(stage):
    path = f"/telegram/bot{stage.bot.token}/sendMessage"
    for mime, body in (
        ("application/json", b"{"),
        ("application/json", b"[1]"),
        ("multipart/form-data; boundary=x", b"--x\r\nno end"),
        ("multipart/form-data", b"--x--"),
    ):
        status, answer = await stage.post(path, data=body, headers={"Content-Type": mime})
        assert (status, answer["ok"]) == (400, False)


async def test_latency_delays_every_reply_of_a_platform(stage):
    stage.platform.latency = 0.1
    began = time.monotonic()
    await asyncio.gather(
        *(stage.call("sendMessage", chat_id=stage.lan.user_id, text=str(n)) for n in range(20))
    )
    assert 0.1 <= time.monotonic() - began < 1.9  # one after another they would take 2 s


async def test_one_client_may_call_bots_and_control_on_the_same_connections(stage):
    for _ in range(3):
        assert (await stage.call("getMe"))[0] == 200
        assert (await stage.get("/clock"))["version"] == 1


async def test_twenty_thousand_phones_and_texts_take_about_a_second(stage):
    began = time.process_time()  # of this process alone: the machine may be busy
    phones = stage.platform.add_phones(20_000)
    stage.platform.queue_texts((phone, "CT12 60%") for phone in phones)
    seen = 0
    updates = await stage.updates()
    while updates:
        seen += len(updates)
        updates = await stage.updates(offset=updates[-1]["update_id"] + 1)
    assert seen == 20_000
    assert time.process_time() - began < 5
