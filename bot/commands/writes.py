"""Every command that writes: what the running service carries out for it. A table, no logic."""

from __future__ import annotations

from bot.commands import erasing, importing, inviting, parking
from bot.control import Write

WRITES: dict[str, Write] = {
    "import": importing.write,
    "invite": inviting.write,
    "parked": parking.write,
    "erase": erasing.write,
}
