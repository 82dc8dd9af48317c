"""`./run bench [NAME …] [--quick]`: runs the benchmarks and prints what they found."""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

import uvloop

from bench import costs, latency, reading, reminding, sending, starting, throughput
from bench.measuring import Report

# In the order in which they matter: what a user feels stands first.
BENCHMARKS: dict[str, Callable[[bool, Path], Awaitable[Report]]] = {
    "latency": latency.run,
    "throughput": throughput.run,
    "sending": sending.run,
    "costs": costs.run,
    "reading": reading.run,
    "reminders": reminding.run,
    "starting": starting.run,
}


def main() -> int:
    """Runs what was named, or all; 1 when some figures do not count, whatever they are."""
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--quick", action="store_true", help="small sizes, to see that all works")
    options = parser.parse_args()
    if unknown := set(options.names) - set(BENCHMARKS):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    print(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, uvloop,"
        f" {os.cpu_count()} cores; the sandbox and the measured bot share the machine\n",
        flush=True,
    )
    broken = False
    for name in options.names or BENCHMARKS:
        with tempfile.TemporaryDirectory(prefix="dondoc-bench-") as folder:
            report = uvloop.run(_played(name, options.quick, Path(folder)))
        print(report, end="\n\n", flush=True)
        broken = broken or bool(report.broken)
    return int(broken)


async def _played(name: str, quick: bool, folder: Path) -> Report:
    return await BENCHMARKS[name](quick, folder)


if __name__ == "__main__":
    sys.exit(main())
