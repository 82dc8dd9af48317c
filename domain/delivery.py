"""What became of one attempt to send, and what follows from not knowing. Sends nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TypeGuard

from domain.message import ANSWER, BROADCAST, DIGEST, DIRECTIVE, REMINDER

LANES = {ANSWER: 0, DIRECTIVE: 1, REMINDER: 2, DIGEST: 3, BROADCAST: 4}
APPROVAL = "approval"  # a poll or an approval: never said twice
LANES[APPROVAL] = 0
# An answer to one's own message comes at once, at whatever hour.
WAITS_IN_QUIET = frozenset({DIRECTIVE, REMINDER, DIGEST, BROADCAST, APPROVAL})


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform took it; one message id for each part."""

    message_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RetryAfter:
    """Certainly not sent; may be tried again after `seconds`, by this chat or by all.

    `lost`: the platform was not reached, or did not answer as itself.
    """

    seconds: float
    whole_channel: bool
    reason: str
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Dead:
    """Certainly not sent and never will be. `chat_gone`: nothing else will reach this chat."""

    reason: str
    chat_gone: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """Not sent: the chat has another id now."""

    chat: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may have arrived. No platform has a key that would let us ask."""

    reason: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """Not sent, and nothing will be on this channel until a person acts (a revoked token)."""

    reason: str


Outcome = Sent | RetryAfter | Dead | Moved | Unknown | Stopped


def is_failure(outcome: Outcome) -> TypeGuard[RetryAfter | Unknown]:
    """Whether nothing shows that the platform is there and well. A refusal shows that it is."""
    return isinstance(outcome, Unknown) or (isinstance(outcome, RetryAfter) and outcome.lost)


AGAIN = timedelta(seconds=30)


def sent_again(kind: str, has_choices: bool, unknowns: int) -> bool:
    """Whether a message that may have arrived is sent once more, AGAIN later.

    An answer, a screen with choices and a directive are, once; a reminder or digest never (the
    next run covers it); an approval never. `unknowns` counts this one.
    """
    if unknowns > 1 or kind == APPROVAL:
        return False
    return kind in (ANSWER, DIRECTIVE) or (has_choices and kind not in (REMINDER, DIGEST))
