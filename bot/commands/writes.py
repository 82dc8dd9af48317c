"""Every command that writes: what the running service carries out for it. A table, no logic."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.commands import erasing, importing, inviting, parking
from db.transaction import Tx
from domain.committee import Committee

Write = Callable[[Tx, datetime, Committee, dict[str, Any]], dict[str, Any]]

WRITES: dict[str, Write] = {
    "import": importing.write,
    "invite": inviting.write,
    "parked": parking.write,
    "erase": erasing.write,
}
