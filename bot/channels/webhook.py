"""What webhooks of all platforms have in common. Serves no request itself."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping

from bot.channels.base import Refused

LARGEST_BODY = 1_000_000  # bytes


def admit(headers: Mapping[str, str], header: str, secret: str) -> None:
    """Raises Refused for a call that does not bear our secret. Without one of our own nothing is
    let in."""
    given = next((headers[name] for name in headers if name.lower() == header.lower()), "")
    same = hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())
    if not secret or not same:
        raise Refused(401)


def address(url: str, secret: str) -> str:
    """The address to be set: a new secret makes a new address.

    No platform tells which secret it holds, so the address is all that can be compared at start.
    """
    mark = hashlib.sha256(secret.encode()).hexdigest()[:8]
    return f"{url}{'&' if '?' in url else '?'}v={mark}"
