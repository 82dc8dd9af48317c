"""The request object: which phase failed, proxies, limits, and no address in any error."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError

from bot.channels.base import FetchFailed, NoRoom
from bot.channels.envelope import MaybeSent, NotSent
from bot.channels.http import AiohttpRequest

TOKEN = "7654321:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
YES = b'HTTP/1.1 200 OK\r\nContent-Length: 23\r\n\r\n{"ok":true,"result":{}}'

Peer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@contextlib.asynccontextmanager
async def listening(peer: Peer) -> AsyncIterator[int]:
    """A server that treats each connection as `peer` says; its port."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await peer(reader, writer)
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def a_request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1])
        for line in head.split(b"\r\n")
        if line.lower().startswith(b"content-length")
    )
    return head + await reader.readexactly(length)


async def outcome(request: AiohttpRequest, url: str) -> tuple[int, bytes] | Exception:
    await request.initialize()
    try:
        return await request.post_json(url, b"{}")
    except TelegramError as error:
        shown = str(error) + repr(error) + "".join(traceback.format_exception(error))
        assert TOKEN not in shown
        assert error.__context__ is None
        assert error.__cause__ is None
        return error
    finally:
        await request.shutdown()


def address(port: int, scheme: str = "http") -> str:
    return f"{scheme}://127.0.0.1:{port}/bot{TOKEN}/sendMessage"


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def of_server(peer: Peer, scheme: str = "http", **timeouts: float) -> object:
    async def ask() -> object:
        async with listening(peer) as port:
            return await outcome(AiohttpRequest(**timeouts), address(port, scheme))

    return asyncio.run(ask())


async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()


async def cut_after_reading(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await a_request(reader)
    writer.transport.abort()


async def half_an_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await a_request(reader)
    writer.write(YES[:-5])
    await writer.drain()


async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await a_request(reader)
    for byte in YES:
        writer.write(bytes([byte]))
        await asyncio.sleep(0.1)


async def nonsense(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await a_request(reader)
    writer.write(b"SSH-2.0-OpenSSH\r\n\r\n")
    await writer.drain()


async def not_tls(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(10)
    writer.write(b"HTTP/1.0 400 Bad Request\r\n\r\n")
    await writer.drain()


def test_a_refused_connection_was_certainly_not_sent() -> None:
    assert isinstance(asyncio.run(outcome(AiohttpRequest(), address(free_port()))), NotSent)


def test_a_name_that_does_not_exist_was_certainly_not_sent() -> None:
    url = f"http://does-not-exist.invalid/bot{TOKEN}/sendMessage"
    assert isinstance(asyncio.run(outcome(AiohttpRequest(connect_timeout=3), url)), NotSent)


def test_an_address_that_is_none_was_certainly_not_sent() -> None:
    assert isinstance(asyncio.run(outcome(AiohttpRequest(), f"http:///bot{TOKEN}/x")), NotSent)


def test_a_tls_handshake_that_fails_was_certainly_not_sent() -> None:
    assert isinstance(of_server(not_tls, "https"), NotSent)


def test_a_tls_handshake_that_hangs_was_certainly_not_sent() -> None:
    got = of_server(hang, "https", connect_timeout=0.2, pool_timeout=0.1)
    assert isinstance(got, NotSent)


@pytest.mark.parametrize("peer", [cut_after_reading, half_an_answer, nonsense])
def test_a_connection_that_breaks_after_writing_may_have_sent(peer: Peer) -> None:
    assert isinstance(of_server(peer), MaybeSent)


def test_silence_after_writing_may_have_sent() -> None:
    assert isinstance(of_server(hang, read_timeout=0.2), MaybeSent)


def test_a_server_that_drips_is_not_waited_for_without_end() -> None:
    timeouts = {"pool_timeout": 0.1, "connect_timeout": 0.2, "write_timeout": 0.1}
    assert isinstance(of_server(drip, read_timeout=0.3, **timeouts), MaybeSent)


def test_a_wait_for_a_free_connection_that_is_too_long_was_not_sent() -> None:
    async def ask() -> None:
        async with listening(hang) as port:
            request = AiohttpRequest(
                connections=1, pool_timeout=0.1, connect_timeout=0.1, read_timeout=2
            )
            await request.initialize()
            first = asyncio.create_task(request.post_json(address(port), b"{}"))
            await asyncio.sleep(0.05)
            with pytest.raises(NotSent):
                await request.post_json(address(port), b"{}")
            first.cancel()
            await request.shutdown()

    asyncio.run(ask())


def test_a_closed_request_sends_nothing() -> None:
    with pytest.raises(NotSent):
        asyncio.run(AiohttpRequest().post_json(address(1), b"{}"))


def test_a_redirect_is_not_followed() -> None:
    async def elsewhere(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await a_request(reader)
        writer.write(b"HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()

    assert of_server(elsewhere) == (302, b"")


def test_an_upload_that_stops_half_way_was_certainly_not_sent(tmp_path: Path) -> None:
    """The server reads a little of 20 MB and then nothing, so the rest cannot leave."""

    async def reads_little(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        await asyncio.sleep(5)

    async def ask() -> None:
        async with listening(reads_little) as port:
            request = AiohttpRequest(
                read_timeout=0.2, media_write_timeout=0.2, connect_timeout=0.2, pool_timeout=0.2
            )
            bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=request)
            await request.initialize()
            with pytest.raises(NotSent):
                await bot.send_document(1, b"x" * 20_000_000)
            await request.shutdown()

    asyncio.run(ask())


def test_the_library_uploads_its_files_as_multipart() -> None:
    seen: dict[str, object] = {}

    async def ask() -> None:
        async def take(request: web.Request) -> web.Response:
            form = await request.post()
            seen.update({name: value for name, value in form.items() if name != "document"})
            seen["document"] = (form["document"].filename, form["document"].file.read())
            message = {"message_id": 5, "date": 1, "chat": {"id": 1, "type": "private"}}
            return web.json_response({"ok": True, "result": message})

        app = web.Application()
        app.router.add_post(f"/bot{TOKEN}/sendDocument", take)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        request = AiohttpRequest()
        bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=request)
        await request.initialize()
        sent = await bot.send_document(
            1, b"\x00\r\nabc", filename='Báo cáo "6".docx', caption="Kỳ 6"
        )
        assert sent.message_id == 5
        await request.shutdown()
        await runner.cleanup()

    asyncio.run(ask())
    assert seen == {
        "chat_id": "1",
        "caption": "Kỳ 6",
        "document": ('Báo cáo "6".docx', b"\x00\r\nabc"),
    }


# Proxies


async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int) -> None:
    there, back = await asyncio.open_connection("127.0.0.1", port)

    async def pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while chunk := await source.read(4096):
            sink.write(chunk)
        sink.close()

    await asyncio.gather(pump(reader, back), pump(there, writer))


async def answers(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await a_request(reader)
    writer.write(YES)
    await writer.drain()


def through(scheme: str, proxy: Callable[[int], Peer]) -> object:
    """Posts to a name that only the proxy knows."""

    async def ask() -> object:
        async with listening(answers) as port, listening(proxy(port)) as proxy_port:
            request = AiohttpRequest(
                proxy=f"{scheme}://me:word@127.0.0.1:{proxy_port}",
                connect_timeout=0.3,
                pool_timeout=0.2,
            )
            return await outcome(request, f"http://platform.invalid:{port}/bot{TOKEN}/getMe")

    return asyncio.run(ask())


def http_proxy(port: int, answer: bytes = b"HTTP/1.1 200 OK\r\n\r\n") -> Peer:
    async def peer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"CONNECT platform.invalid:")
        assert b"Basic bWU6d29yZA==" in head
        writer.write(answer)
        if b" 200 " in answer:
            await relay(reader, writer, port)

    return peer


def socks_proxy(port: int, reply: int = 0) -> Peer:
    async def peer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _, methods = await reader.readexactly(2)
        await reader.readexactly(methods)
        writer.write(b"\x05\x02")
        _, size = await reader.readexactly(2)
        assert await reader.readexactly(size) == b"me"
        assert await reader.readexactly((await reader.readexactly(1))[0]) == b"word"
        writer.write(b"\x01\x00")
        assert (await reader.readexactly(4))[3] == 3  # a name, not an address
        name = await reader.readexactly((await reader.readexactly(1))[0])
        assert name == b"platform.invalid"
        await reader.readexactly(2)
        writer.write(bytes([5, reply, 0, 1, 127, 0, 0, 1, 0, 1]))
        if not reply:
            await relay(reader, writer, port)

    return peer


def test_an_http_proxy_carries_requests() -> None:
    assert through("http", http_proxy) == (200, b'{"ok":true,"result":{}}')


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
def test_a_socks_proxy_carries_requests_and_resolves_names(scheme: str) -> None:
    assert through(scheme, socks_proxy) == (200, b'{"ok":true,"result":{}}')


def test_a_proxy_that_refuses_has_certainly_sent_nothing() -> None:
    refused = b"HTTP/1.1 403 Forbidden\r\n\r\n"
    assert isinstance(through("http", lambda port: http_proxy(port, refused)), NotSent)
    assert isinstance(through("socks5", lambda port: socks_proxy(port, 5)), NotSent)


def test_a_proxy_that_hangs_has_certainly_sent_nothing() -> None:
    assert isinstance(through("socks5", lambda _: hang), NotSent)
    assert isinstance(through("http", lambda _: hang), NotSent)


@pytest.mark.parametrize("scheme", ["http", "socks5"])
def test_a_proxy_that_is_down_has_certainly_sent_nothing(scheme: str) -> None:
    request = AiohttpRequest(proxy=f"{scheme}://127.0.0.1:{free_port()}")
    assert isinstance(asyncio.run(outcome(request, address(9))), NotSent)


# Downloads


def download(peer: Peer, target: Path, limit: int = 100) -> FetchFailed | None:
    async def ask() -> FetchFailed | None:
        async with listening(peer) as port:
            request = AiohttpRequest(read_timeout=0.3)
            await request.initialize()
            try:
                await request.download(f"http://127.0.0.1:{port}/file/bot{TOKEN}/a", target, limit)
            except FetchFailed as failure:
                assert TOKEN not in "".join(traceback.format_exception(failure))
                return failure
            finally:
                await request.shutdown()
        return None

    return asyncio.run(ask())


def a_file(head: bytes, body: bytes, end: bool = True) -> Peer:
    async def peer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 " + head + b"\r\n\r\n" + body)
        await writer.drain()
        if not end:
            await asyncio.sleep(2)

    return peer


def test_a_file_is_downloaded(tmp_path: Path) -> None:
    target = tmp_path / "a"
    assert download(a_file(b"200 OK\r\nContent-Length: 100", b"x" * 100), target) is None
    assert target.read_bytes() == b"x" * 100


@pytest.mark.parametrize(
    ("peer", "final"),
    [
        (a_file(b"200 OK\r\nContent-Length: 101", b"x" * 101), True),
        (a_file(b"200 OK", b"x" * 101), True),
        (a_file(b"404 Not Found\r\nContent-Length: 0", b""), True),
        (a_file(b"500 Oops\r\nContent-Length: 0", b""), False),
        (a_file(b"302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0", b""), False),
        (a_file(b"200 OK\r\nContent-Length: 50", b"x" * 10), False),
        (a_file(b"200 OK\r\nContent-Length: 50", b"x" * 10, end=False), False),
    ],
)
def test_a_download_that_fails_leaves_nothing_and_says_whether_to_try_again(
    peer: Peer, final: bool, tmp_path: Path
) -> None:
    target = tmp_path / "a"
    failure = download(peer, target)
    assert failure is not None
    assert failure.final is final
    assert not target.exists()


def test_a_file_for_which_there_is_no_room_is_not_blamed_on_the_network(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.symlink_to("/dev/full")
    with pytest.raises(NoRoom, match="ổ đĩa đã đầy"):
        download(a_file(b"200 OK\r\nContent-Length: 100", b"x" * 100), target)
    assert not target.is_symlink()
