"""The real service as a process beside a sandbox: configured, started, asked, stopped, killed."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import aiohttp

from sandbox.server import Server

ROOT = Path(__file__).parent.parent
TELEGRAM_TOKEN = "1000001:sandbox-telegram-0123456789abcdef"
ZALO_TOKEN = "2000002:sandbox-zalo-0123456789abcdef"


class ServiceFailed(Exception):
    """The service did not start, or a command of it did not end well; says what it printed.

    `code` is the exit code, where the process has ended.
    """

    def __init__(self, said: str, code: int | None = None) -> None:
        super().__init__(said)
        self.code = code


class Service:
    """One service in a folder of its own, talking to the platforms of one sandbox."""

    def __init__(
        self,
        folder: Path,
        server: Server,
        *,
        committee: str = "Thành ủy Bến Tre",
        voice: str = "Văn phòng Thành ủy",
        zalo_mode: str = "webhook",
        telegram_mode: str = "polling",
        clock: bool = True,
        channels: str = "",
        sections: str = "",
    ) -> None:
        """`channels` are lines added to both channels, `sections` whole sections of TOML."""
        self.folder = folder
        self.config = folder / "config.toml"
        self.data_dir = folder / "data"
        self.log = folder / "service.log"
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: asyncio.subprocess.Process | None = None
        folder.mkdir(parents=True, exist_ok=True)
        for name, token in (("telegram", TELEGRAM_TOKEN), ("zalo", ZALO_TOKEN)):
            path = folder / f"{name}.token"
            path.write_text(token + "\n", encoding="utf-8")
            path.chmod(0o600)
        self.config.write_text(
            f"""[service]
committee = "{committee}"
voice = "{voice}"
data_dir = "data"
clock_url = "{server.clock_url if clock else ""}"

[web]
port = {self.port}
public_url = "{self.url}"

[channels.zalo]
kind = "zalo"
token_file = "zalo.token"
base_url = "{server.zalo}"
mode = "{zalo_mode}"
{channels}

[channels.telegram]
kind = "telegram"
token_file = "telegram.token"
base_url = "{server.telegram}"
mode = "{telegram_mode}"
{channels}

{sections}
""",
            encoding="utf-8",
        )

    async def command(self, *words: str, given: str = "") -> str:
        """Runs a command of the program; what it printed. Raises ServiceFailed."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *words),
            cwd=ROOT,
            env=self._environment(),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, said = await process.communicate(given.encode())
        if process.returncode:
            printed = f"{words[0]}: {said.decode()}{out.decode()}"
            raise ServiceFailed(printed, process.returncode)
        return out.decode()

    async def start(self, limit: float = 30.0, /, **environment: str) -> None:
        """Starts the process and waits until it answers on /healthz."""
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                cwd=ROOT,
                env=self._environment() | environment,
                stdout=log,
                stderr=log,
            )
        until = asyncio.get_running_loop().time() + limit
        while asyncio.get_running_loop().time() < until:
            if self.process.returncode is not None:
                raise ServiceFailed(self.said(), self.process.returncode)
            if await self.health() is not None:
                return
            await asyncio.sleep(0.05)
        raise ServiceFailed(f"not ready in {limit} s\n{self.said()}")

    async def health(self) -> dict[str, Any] | None:
        """What /healthz says; None while nobody answers."""
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.get(f"{self.url}/healthz") as response,
            ):
                told: dict[str, Any] = json.loads(await response.text())
                return told
        except (aiohttp.ClientError, ValueError):
            return None

    async def stop(self) -> int:
        """Ends the service as an operator does; its exit code."""
        if self.process is None or self.process.returncode is not None:
            return 0 if self.process is None else int(self.process.returncode or 0)
        self.process.send_signal(signal.SIGTERM)
        try:
            return await asyncio.wait_for(self.process.wait(), 10)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()
            raise ServiceFailed("did not stop within 10 s") from None

    async def kill(self) -> None:
        """Ends the service as a power cut does."""
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

    def said(self) -> str:
        """The end of its log."""
        return self.log.read_text(encoding="utf-8", errors="replace")[-4000:]

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if "DONDOC" not in name}
        return kept | {"DONDOC_CONFIG": str(self.config), "PYTHONPATH": str(ROOT)}


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
