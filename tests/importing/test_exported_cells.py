"""Nothing that is exported can compute, whatever people wrote; and it reads back as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.spreadsheets.workbook import read_workbook
from bot.spreadsheets.writing import write_workbook
from domain.parts import clean
from domain.sheet.cells import figures, number, text
from domain.sheet.writing import Out


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_begins_like_a_formula_is_exported_as_quoted_text(
    desk: Any, office: Any, sign: str
) -> None:
    office["Nhiệm vụ"][1][1] = "giữ chỗ"
    desk.take_rows(office)
    desk.store.write_now(
        lambda tx: tx.run("UPDATE assignments SET title = :t", t=f'{sign}HYPERLINK("x";"y")')
    )
    exported = desk.export()
    cell = load_workbook(exported)["Nhiệm vụ"]["C2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix or sign in "\t\r"
    assert desk.take(exported).plan.counts["assignments"].unchanged == 2


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(max_size=40), min_size=1, max_size=10))
def test_any_text_reads_back_as_itself(tmp_path: Path, texts: list[str]) -> None:
    kept = [clean(one).strip() for one in texts]
    path = tmp_path / "chu.xlsx"
    write_workbook(path, [Out("Thử", [("A", 10)], [[one] for one in kept])], [])
    rows = dict(read_workbook(path)[0].rows)
    read = [text(rows[place][0]) if place in rows else "" for place in range(2, len(kept) + 2)]
    assert read == kept


@given(st.floats(min_value=-1e9, max_value=1e9).map(lambda value: round(value, 6)))
def test_any_figure_written_as_text_reads_back_as_itself(value: float) -> None:
    assert number(figures(value)) == pytest.approx(value, abs=1e-9)


def test_days_and_numbers_are_real_cells(desk: Any, office: Any) -> None:
    desk.take_rows(office)
    book = load_workbook(desk.export())
    sheet = book["Nhiệm vụ"]
    row = {sheet.cell(1, place).value: sheet.cell(2, place) for place in range(1, 26)}
    assert row["Thời hạn hoàn thành"].value.date() == date(2021, 12, 31)
    assert row["Kế hoạch năm"].value == 60
    assert book.sheetnames == ["Đơn vị", "Cán bộ", "Văn bản", "Nhiệm vụ", "Tiến độ", "_Xuất"]
    assert book["_Xuất"].sheet_state == "hidden"
