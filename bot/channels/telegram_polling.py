"""Where our reading of Telegram's queue stands, and what can be saved of a broken answer. Pure.

Nothing here asks the server; the offset moves in `confirm` alone.
"""

from __future__ import annotations

import json
import re
from typing import Final, NamedTuple

from bot.channels.base import Raw, TryLater
from bot.channels.envelope import parsed, result_of
from bot.channels.reading import LONGEST_RAW, hashed_key
from bot.channels.telegram_reading import raw_of

LONGEST_PAUSE: Final = 30.0
BELIEVED: Final = 3  # broken answers in a row; a cut line would not cut thrice

_START: Final = re.compile(r'\{\s*"update_id"\s*:\s*(\d{1,18})\b')
_ENVELOPE: Final = re.compile(r'\s*\{\s*"ok"\s*:\s*true\s*,\s*"result"\s*:\s*\[')
_DECODER: Final = json.JSONDecoder()
_FOREIGN: Final = 4000  # characters kept of an answer that is not Telegram's


class Answer(NamedTuple):
    """What came. `genuine`: it is a list in Telegram's envelope, not a page of somebody else's."""

    updates: list[Raw]
    readable: bool
    genuine: bool


class Queue:
    """The offset of getUpdates.

    An offset is said until the server has answered a call that bore it, then no more: after a
    quiet week ids start anew, perhaps lower, and a stale offset would throw those away.
    """

    def __init__(self) -> None:
        self._offset: int | None = None
        self._last = 0  # the highest id known to be behind us
        self._broken = 0  # answers in a row that were not JSON
        self._barren = 0  # answers in a row that held nothing but what has no id
        self._may_step = False

    @property
    def offset(self) -> int | None:
        """What the next call must say, or None."""
        return self._offset

    @property
    def pause(self) -> float:
        """Seconds to wait before the next call, so that a broken answer makes no hot loop."""
        return min(LONGEST_PAUSE, 2.0 ** (self._barren - 1)) if self._barren else 0.0

    def take(self, asked: int | None, status: int, body: bytes) -> list[Raw]:
        """The updates in the answer to a call that bore the offset `asked`.

        Raises Rejected and MaybeSent as the envelope does, TryLater for a broken answer that may
        yet come whole.
        """
        answer = answer_in(status, body)
        self._broken = 0 if answer.readable else self._broken + 1
        if 0 < self._broken < BELIEVED:
            raise TryLater(float(self._broken), "an answer that is not JSON")
        if asked is not None and self._offset == asked and answer.genuine:
            self._offset = None
        named = [raw.update_key.isdigit() for raw in answer.updates]
        self._may_step = answer.genuine and named[:1] == [False]
        self._barren = self._barren + 1 if named and not any(named) else 0
        return answer.updates

    def confirm(self, updates: list[Raw]) -> None:
        """These are kept. What has no id goes with the next one that has.

        If nothing has an id, the offset grows by one: the first of what waits is the nameless
        one, so no step can go past anything else, and some step goes past it.
        """
        ids = [int(raw.update_key) for raw in updates if raw.update_key.isdigit()]
        if ids:
            self._last = max(ids)
        elif updates and self._may_step and self._last:
            self._last += 1
            self._may_step = False
        else:
            return
        self._offset = self._last + 1


def answer_in(status: int, body: bytes) -> Answer:
    """The updates in an answer to getUpdates, good and bad.

    Of an answer that is not JSON, every update that can be read is saved, and the rest is kept
    as text under a hash.
    """
    if not 200 <= status < 300:
        result_of(status, body)
    try:
        answer = parsed(body)
    except ValueError:
        return _salvaged(body.decode("utf-8", "surrogateescape"))
    result = answer.get("result") if isinstance(answer, dict) else None
    if not isinstance(result, list):
        result_of(status, body)
        return Answer([_hashed(json.dumps(answer)[:_FOREIGN])], readable=True, genuine=False)
    return Answer([raw_of(update) for update in result], readable=True, genuine=True)


def _salvaged(text: str) -> Answer:
    envelope = _ENVELOPE.match(text)
    if envelope is None:
        return Answer([_hashed(text[:_FOREIGN])], readable=False, genuine=False)
    found: list[Raw] = []
    at = envelope.end()
    while start := _START.search(text, at):
        found += _rubbish(text[at : start.start()])
        update, at = _decoded(text, start)
        found.append(update)
    return Answer(found + _rubbish(text[at:]), readable=False, genuine=True)


def _decoded(text: str, start: re.Match[str]) -> tuple[Raw, int]:
    try:
        update, end = _DECODER.raw_decode(text, start.start())
        return raw_of(update), end
    except (ValueError, RecursionError):
        following = _START.search(text, start.end())
        end = following.start() if following else len(text)
        return Raw(start[1], json.dumps(text[start.start() : end][:LONGEST_RAW])), end


def _rubbish(text: str) -> list[Raw]:
    return [_hashed(text[:LONGEST_RAW])] if text.strip(" ,\r\n\t]}") else []


def _hashed(text: str) -> Raw:
    whole = json.dumps(text)
    return Raw(hashed_key(whole), whole)
