"""Named places where a fault run makes this process die or misbehave. Off, each costs one look.

`DONDOC_CRASH_AT=name` or `name:7` kills at the first or seventh passing, as `kill -9` would.
`DONDOC_POISON=raise:word`, `loop:word` or `exit:word` turns the handler of any message that holds
the word into a broken one: nobody can write such a handler from outside, and it must be survived.
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
_poison, _, _word = os.environ.get("DONDOC_POISON", "").partition(":")


class Poisoned(Exception):
    """A handler that is broken on purpose."""


def point(name: str) -> None:
    """Dies here if a fault run asked for it."""
    global _left
    if _armed == name:
        _left -= 1
        if _left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)


def misbehave(text: str) -> None:
    """Breaks the handler of this text if a fault run asked for it."""
    if not _word or _word not in text:
        return
    if _poison == "raise":
        raise Poisoned(_word)
    if _poison == "exit":
        os._exit(1)
    while _poison == "loop":
        pass
