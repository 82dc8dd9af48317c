"""Whether a file may be written where a command was told to. Writes nothing."""

from __future__ import annotations

from pathlib import Path

from bot.commands.carrying import Wrong


def refuse_target(target: Path, suffix: str) -> None:
    """Raises Wrong, before any work is done, for a name or a folder that cannot be meant."""
    if target.suffix.lower() != suffix:
        raise Wrong(f"Tên tệp {target.name} phải kết thúc bằng {suffix}.")
    if not target.resolve().parent.is_dir():
        raise Wrong(f"Không có thư mục {target.resolve().parent}.")
