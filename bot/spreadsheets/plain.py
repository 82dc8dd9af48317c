"""Grids as JSON, for the way out of the child process."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from domain.sheet.grid import Bad, Cell, Grid


def grids_as_json(grids: Sequence[Grid]) -> list[dict[str, Any]]:
    """A day is {"d": ISO}, a bad cell {"bad": why}; the rest stands for itself."""
    return [
        {
            "name": grid.name,
            "rows": [[row, [_out(cell) for cell in cells]] for row, cells in grid.rows],
            "merges": grid.merges,
        }
        for grid in grids
    ]


def grids_from_json(given: list[dict[str, Any]]) -> list[Grid]:
    return [
        Grid(
            grid["name"],
            tuple((row, tuple(map(_in, cells))) for row, cells in grid["rows"]),
            tuple((top, left, bottom, right) for top, left, bottom, right in grid["merges"]),
        )
        for grid in given
    ]


def _out(cell: Cell) -> Any:
    if isinstance(cell, date):
        return {"d": cell.isoformat()}
    if isinstance(cell, Bad):
        return {"bad": cell.why}
    return cell


def _in(cell: Any) -> Cell:
    if isinstance(cell, dict):
        return Bad(cell["bad"]) if "bad" in cell else date.fromisoformat(cell["d"])
    found: Cell = cell
    return found
