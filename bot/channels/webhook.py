"""What webhooks of all platforms have in common. Serves no request itself."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping

from bot.channels.base import Refused

LARGEST_BODY = 1_000_000


def checked(headers: Mapping[str, str], header: str, secret: str, body: bytes) -> bytes:
    """The body of a call that bears our secret. Raises Refused 401, or 413 for a huge body.

    Without a secret of our own nothing is let in.
    """
    given = next((headers[name] for name in headers if name.lower() == header.lower()), "")
    same = hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())
    if not secret or not same:
        raise Refused(401)
    if len(body) > LARGEST_BODY:
        raise Refused(413)
    return body


def address(url: str, secret: str) -> str:
    """The address to be set: a new secret makes a new address.

    No platform tells which secret it holds, so the address is all that can be compared at start.
    """
    mark = hashlib.sha256(secret.encode()).hexdigest()[:8]
    return f"{url}{'&' if '?' in url else '?'}v={mark}"
