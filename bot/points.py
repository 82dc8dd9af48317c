"""Named places where a fault run may kill the process. Costs one look when none is armed.

`DONDOC_CRASH_AT=name` or `name:7` kills at the first or seventh passing, as `kill -9` would.
"""

from __future__ import annotations

import os
import signal

NAMES = (
    "after_fetch",
    "after_inbox_commit",
    "inside_handler",
    "after_handler_commit",
    "inside_job",
    "after_sending",
    "after_accepted",
)

_armed, _, _count = os.environ.get("DONDOC_CRASH_AT", "").partition(":")
_left = int(_count or 1)


def point(name: str) -> None:
    """Dies here if a fault run asked for it."""
    global _left
    if _armed == name:
        _left -= 1
        if _left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
