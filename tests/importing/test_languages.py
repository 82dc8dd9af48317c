"""The column "ngôn ngữ": how it may be written, what it does, and what it leaves alone."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl import load_workbook

from bot.spreadsheets.reading import read
from db import importing
from domain.committee import Committee
from domain.sheet.reading import read_book
from tests.importing.conftest import NOW

SPOKEN = "SELECT code, language FROM people ORDER BY code"


def with_languages(office: Any, *written: Any) -> Any:
    """The register with the column; a cell for each of its people."""
    office["Cán bộ"][0].append("Ngôn ngữ")
    for row, cell in zip(office["Cán bộ"][1:], written, strict=True):
        row.append(cell)
    return office


@pytest.mark.parametrize("english", ["Tiếng Anh", "tieng anh", "English", "EN", "Anh"])
def test_a_language_is_written_in_any_of_its_names_and_exported_in_vietnamese(
    desk: Any, office: Any, english: str
) -> None:
    assert desk.take_rows(with_languages(office, english, "Tiếng Việt", "vi")).done
    assert desk.rows(SPOKEN) == [("CB-1", "en"), ("CB-2", "vi"), ("CB-3", "vi")]
    exported = desk.export()
    sheet = load_workbook(exported)["Cán bộ"]
    column = [cell.value for cell in sheet[1]].index("Ngôn ngữ")
    assert [row[column].value for row in sheet.iter_rows(min_row=2)] == [
        "Tiếng Anh",
        "Tiếng Việt",
        "Tiếng Việt",
    ]
    assert desk.take(exported).plan.counts["people"].changed == 0


def test_a_language_that_is_not_spoken_is_told_with_its_cell(desk: Any, office: Any) -> None:
    outcome = desk.take_rows(with_languages(office, "Tiếng Anh", "Tiếng Pháp", None))
    assert not outcome.done
    assert [mistake.sentence for mistake in outcome.plan.mistakes] == [
        'Cán bộ, dòng 3, cột F (Ngôn ngữ): không hiểu ngôn ngữ "Tiếng Pháp"; xin ghi một trong:'
        " Tiếng Việt, Tiếng Anh."
    ]


def test_two_rows_of_one_person_that_name_two_languages_are_a_mistake(
    desk: Any, office: Any
) -> None:
    office["Cán bộ"].append(["CB-1", "Trần Văn Lan", "Chi ủy viên", "P5", "người báo cáo"])
    outcome = desk.take_rows(with_languages(office, "Tiếng Anh", None, None, "vi"))
    assert [mistake.sentence for mistake in outcome.plan.mistakes] == [
        'Cán bộ, dòng 5, cột F (Ngôn ngữ): CB-1 ghi "Tiếng Việt" nhưng dòng 2 ghi "Tiếng Anh".'
    ]


def test_an_empty_cell_and_an_old_file_leave_what_somebody_chose(desk: Any, office: Any) -> None:
    desk.take_rows(with_languages(office, None, "Tiếng Việt", None))
    desk.run("UPDATE people SET language = 'en'")
    outcome = desk.take_rows(office)
    assert desk.rows(SPOKEN) == [("CB-1", "en"), ("CB-2", "en"), ("CB-3", "en")]
    assert len(outcome.plan.conflicts) == 1


def test_new_people_are_spoken_to_in_the_committees_language(desk: Any, office: Any) -> None:
    committee = Committee("Thành ủy Bến Tre", language="en")
    book = read_book(read(desk.workbook(with_languages(office, None, "Tiếng Việt", None))))
    desk.store.write_now(lambda tx: importing.apply(tx, NOW, committee, book))
    assert desk.rows(SPOKEN) == [("CB-1", "en"), ("CB-2", "vi"), ("CB-3", "en")]
