"""Reads a foreign spreadsheet through a child process: whatever is in it, this process stands."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bot.spreadsheets.limits import WALL_SECONDS, Refused
from bot.spreadsheets.plain import grids_from_json
from domain.sheet.grid import Grid, Mistake

_ROOT = Path(__file__).resolve().parents[2]


def read(path: Path) -> list[Grid]:
    """The sheets of an .xlsx file, of a folder of CSV files or of one. Raises Refused."""
    if not path.exists():
        raise Refused(f"Không có tệp {path}.")
    return grids_from_json(_child(path, "read")["grids"])


def write_marked(path: Path, target: Path, mistakes: list[Mistake], rows: dict[str, int]) -> None:
    """Writes the same file as .xlsx with a column "Lỗi"; `rows`: sheet → row of its headings."""
    given = {
        "headings": rows,
        "mistakes": [
            [mistake.sheet, mistake.row, mistake.letter, _said(mistake)] for mistake in mistakes
        ],
    }
    _child(path, "mark", str(target.resolve()), given=json.dumps(given))


def _said(mistake: Mistake) -> str:
    place = f"Cột {mistake.letter} ({mistake.heading}): " if mistake.letter else ""
    return f"{place}{mistake.text}."


def _child(path: Path, what: str, *more: str, given: str = "") -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bot.spreadsheets.child", what, str(path.resolve()), *more],
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=WALL_SECONDS,
            cwd=_ROOT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(f"Tệp {path.name} đọc quá lâu nên đã dừng lại.") from None
    if done.returncode != 0:
        raise Refused(f"Tệp {path.name} không đọc được: quá lớn, quá nặng hoặc bị hỏng.")
    answer: dict[str, Any] = json.loads(done.stdout)
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer
