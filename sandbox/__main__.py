"""`python -m sandbox`: both platforms on one port, with a page, until it is stopped."""

import argparse
import asyncio
import signal
from datetime import datetime
from zoneinfo import ZoneInfo

import uvloop

from sandbox.platform import Platform
from sandbox.server import serve

TELEGRAM_TOKEN = "1000001:sandbox-telegram"
ZALO_TOKEN = "2000002:sandbox-zalo"


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--start", help="sandbox time at the start, local, e.g. 2021-06-09T07:00")
    parser.add_argument("--telegram-token", default=TELEGRAM_TOKEN)
    parser.add_argument("--zalo-token", default=ZALO_TOKEN)
    parser.add_argument("--data-dir", help="the service's data_dir, to show what it holds")
    parser.add_argument("--service-url", default="", help="the service's own web address")
    return parser.parse_args()


async def run(options: argparse.Namespace) -> None:
    """Serves until SIGTERM or SIGINT."""
    start = None
    if options.start:
        start = datetime.fromisoformat(options.start)
        if start.tzinfo is None:
            start = start.replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    platform = Platform(start, data_dir=options.data_dir, service_url=options.service_url)
    platform.add_bot("telegram", options.telegram_token, "Bot Văn phòng")
    platform.add_bot("zalo", options.zalo_token, "Bot Văn phòng")
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with serve(platform, options.port) as server:
        print(f"{server.url}/  (Telegram {server.telegram}, Zalo {server.zalo})", flush=True)
        await stopped.wait()


if __name__ == "__main__":
    uvloop.run(run(read_options()))
