"""Files that are not what they say, or would cost too much: refused in one plain sentence."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bot.spreadsheets import limits
from bot.spreadsheets.limits import Refused
from bot.spreadsheets.reading import read
from domain.sheet.reading import read_book


def _with_part(path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Rewrites one part of a workbook; a part that is not there is added."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


def test_a_zip_bomb_is_refused_before_it_is_opened(desk: Any, office: Any) -> None:
    path = desk.workbook(office)
    _with_part(path, "xl/media/a.bin", lambda _: b"\0" * 60_000_000)
    with pytest.raises(Refused, match="nở ra quá lớn"):
        read(path)


def test_thousands_of_entries_are_refused(desk: Any, office: Any) -> None:
    path = desk.workbook(office)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(limits.ENTRIES):
            archive.writestr(f"xl/a{number}", b"")
    with pytest.raises(Refused, match="quá nhiều phần"):
        read(path)


def test_a_billion_laughs_are_refused(desk: Any, office: Any) -> None:
    path = desk.workbook(office)
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    _with_part(path, "xl/worksheets/sheet1.xml", lambda xml: bomb + xml)
    with pytest.raises(Refused, match="không được phép"):
        read(path)


def test_macros_are_refused_with_what_to_do(desk: Any, office: Any) -> None:
    path = desk.workbook(office)
    _with_part(path, "xl/vbaProject.bin", lambda _: b"macro")
    with pytest.raises(Refused, match=r"macro; đề nghị lưu lại dạng \.xlsx"):
        read(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "dạng .xls cũ hoặc có mật khẩu"),
        (b"%PDF-1.7 not a sheet", "không phải là bảng tính"),
        (b"PK\x03\x04 broken", "bị hỏng"),
        (b"", "trống"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "bang.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refused, match=said):
        read(path)


def test_a_broken_sheet_inside_a_good_archive_is_refused(desk: Any, office: Any) -> None:
    path = desk.workbook(office)
    _with_part(path, "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2])
    with pytest.raises(Refused, match="bị hỏng"):
        read(path)


def test_external_links_are_not_followed_and_their_cells_are_mistakes(
    desk: Any, office: Any
) -> None:
    office["Nhiệm vụ"][1][5] = "='[http://192.0.2.1/x.xlsx]Sheet1'!A1"
    mistakes = read_book(read(desk.workbook(office))).mistakes
    assert [(mistake.row, mistake.letter) for mistake in mistakes] == [(2, "F")]


def test_a_hundred_thousand_empty_rows_are_passed_over(desk: Any, office: Any) -> None:
    path = desk.workbook(office)
    rows = b"".join(b'<row r="%d"><c r="A%d"/></row>' % (n, n) for n in range(10, 100_010))
    _with_part(
        path,
        "xl/worksheets/sheet3.xml",
        lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"),
    )
    outcome = desk.take(path)
    assert outcome.done
    assert outcome.plan.counts["assignments"].new == 2


def test_a_million_filled_rows_are_refused(desk: Any, office: Any) -> None:
    path = desk.workbook(office)
    rows = b"".join(
        b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(10, 400_000)
    )
    _with_part(
        path,
        "xl/worksheets/sheet3.xml",
        lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"),
    )
    with pytest.raises(Refused, match=r"quá nhiều dòng|nở ra quá lớn"):
        read(path)


def test_one_stray_cell_at_the_last_row_does_no_harm(desk: Any, office: Any) -> None:
    path = desk.workbook(office)
    book = load_workbook(path)
    book["Đơn vị"].cell(1_048_576, 1).value = " "
    book.save(path)
    assert desk.take(path).done


def test_a_csv_that_is_not_utf8_says_how_to_save_it(tmp_path: Path) -> None:
    (tmp_path / "don-vi.csv").write_bytes("mã,tên\nA,Phường".encode("utf-16"))
    with pytest.raises(Refused, match="CSV UTF-8"):
        read(tmp_path)


def test_a_workbook_without_any_known_sheet_says_what_is_wanted(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["a", "b"])
    book.save(tmp_path / "la.xlsx")
    mistakes = read_book(read(tmp_path / "la.xlsx")).mistakes
    assert [mistake.sentence for mistake in mistakes] == [
        "Tệp: không có trang nào trong: Đơn vị, Cán bộ, Văn bản, Nhiệm vụ, Tiến độ."
    ]


def test_sql_and_strange_names_are_only_text(desk: Any, office: Any) -> None:
    nasty = "'; DROP TABLE units; -- %_ ⟦x⟧"
    office["Nhiệm vụ"][0] += ["id) VALUES (1); --"]
    office["Nhiệm vụ"][1] += [nasty]
    office["Nhiệm vụ"][1][1] = nasty
    office["Nhiệm vụ"][2] += [None]
    assert desk.take_rows(office).done
    assert desk.rows("SELECT title FROM v_assignments WHERE code = 'CT01'") == [(nasty,)]
    assert desk.take(desk.export()).plan.counts["assignments"].unchanged == 2
