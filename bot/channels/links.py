"""How an invitation is written for each platform: a link to tap, or the code to type."""

from __future__ import annotations


def invitation(kind: str, called: str | None, token: str, code: str) -> str:
    """What a person taps or types to join. `called` is the bot's own name, None while unknown."""
    if kind == "telegram" and called:
        return f"https://t.me/{called}?start={token}"
    return code
