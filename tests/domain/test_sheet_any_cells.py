"""Whatever stands in the cells: mistakes or a plan, never a failure."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.sheet.columns import SHEETS, Sheet
from domain.sheet.grid import Bad, Grid, from_json
from domain.sheet.importing import Register, plan_import
from domain.sheet.reading import read_book

TODAY = date(2021, 6, 9)
_LIKELY = (
    *("TU", "P4", "P5", "CB-1", "CT01", "ct 1", "NV2", "CT3 (TU)", "I", "1.", "II. Kinh tế"),
    *("Xây dựng Đảng", "Tổng cộng", "không", "có", "x", "tăng", "tháng", "chỉ tiêu", "nhiệm vụ"),
    *("30/06/2021", "2021-05", "Q1=1;Q2=2", "quý I", "1.250,5", "TU; P4", "NQ-1", "văn phòng"),
)
_VALUES = (60, 0, -1, 2021, 0.6, 1e20, True, date(2021, 5, 1), Bad("lỗi"), "\u0300'=x", "")


def _cell(dice: Random) -> object:
    kind = dice.random()
    if kind < 0.3:
        return None
    return dice.choice(_LIKELY) if kind < 0.85 else dice.choice(_VALUES)


def _grid(sheet: Sheet, rows: list[list[object]]) -> Grid:
    headings = tuple(column.heading for column in sheet.columns)
    cut = [tuple(row[: len(headings)]) for row in rows]
    lines = tuple((place, row) for place, row in enumerate(cut, start=2) if any(row))
    return Grid(sheet.name, ((1, headings), *lines))  # type: ignore[arg-type]


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=0, max_value=2**32))
def test_any_cells_give_mistakes_or_a_plan(seed: int) -> None:
    dice = Random(seed)
    grids = [
        _grid(sheet, [[_cell(dice) for _ in range(25)] for _ in range(dice.randrange(6))])
        for sheet in SHEETS
    ]
    reading = read_book(grids)
    plan = plan_import(from_json(reading.as_json()), Register(), TODAY)
    assert plan.mistakes or all(step.id is None for step in plan.steps)
    for mistake in plan.mistakes:
        assert mistake.sentence.startswith(mistake.sheet)
