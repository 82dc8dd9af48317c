"""Every mistake is told with its cell, all at once, and nothing is imported."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.commands import importing as command
from domain.committee import Committee

NOW = datetime(2021, 6, 9, 0, 30, tzinfo=UTC)


def _sentences(outcome: Any) -> list[str]:
    return [mistake.sentence for mistake in outcome.plan.mistakes]


def test_all_mistakes_are_told_at_once_with_their_cells(desk: Any, office: Any) -> None:
    office["Đơn vị"].append(["P4", "Trùng mã", "phuong", "TU"])
    office["Cán bộ"] += [
        ["CB-1", "Tên Khác", "Chuyên viên", "P5", "người báo cáo"],
        ["CB-9", "Phạm Văn Chín", "Chuyên viên", "P9", "giám đốc"],
    ]
    office["Nhiệm vụ"] += [
        ["CT05", "Thu phí", "PHƯỜNG 9", "31/02/2021", "tỷ đồng", "1,250"],
        ["CT01", "Trùng", "P4", "31/12/2021", None, None],
        ["XY-1", "", "P4", None, None, "nhiều"],
    ]
    office["Tiến độ"] = [
        ["Mã", "Đơn vị", "Kỳ", "Số liệu", "Phần trăm", "Ngày"],
        ["CT77", "P4", "2021-05", 1, None, "02/06/2021"],
        ["CT01", "P4", "2021-15", 1, None, "02/06/2021"],
        ["CT01", "P4", "2021-05", 1, None, "02/06/2022"],
        ["NV02", "P5", "2021-05", None, 120, "02/06/2021"],
        ["NV02", "P5", "2021-05", None, None, "02/06/2021"],
    ]
    outcome = desk.take_rows(office)
    assert not outcome.done
    assert _sentences(outcome) == [
        'Đơn vị, dòng 6, cột A (Mã): mã "P4" đã có ở dòng 4.',
        'Cán bộ, dòng 5, cột B (Họ và tên): CB-1 ghi "Tên Khác" nhưng dòng 2 ghi "Trần Văn Lan".',
        'Cán bộ, dòng 6, cột D (Đơn vị): không có đơn vị "P9".',
        'Cán bộ, dòng 6, cột E (Vai trò): không hiểu vai trò "giám đốc"; xin ghi một trong: '
        "người báo cáo, lãnh đạo đơn vị, phụ trách địa bàn, thường trực, văn phòng, quản trị.",
        'Nhiệm vụ, dòng 4, cột C (Đơn vị chủ trì): không có đơn vị "PHƯỜNG 9".',
        'Nhiệm vụ, dòng 4, cột D (Thời hạn hoàn thành): không có ngày "31/02/2021".',
        'Nhiệm vụ, dòng 4, cột F (Kế hoạch năm): "1,250" có thể là 1,25 hoặc 1250; xin ghi rõ.',
        "Nhiệm vụ, dòng 5, cột A (Mã): mã CT1 năm 2021 của P4 đã có ở dòng 2.",
        'Nhiệm vụ, dòng 6, cột A (Mã): mã "XY-1" phải có dạng CT12 hoặc NV7.',
        "Nhiệm vụ, dòng 6, cột B (Nội dung): chưa có nội dung.",
        "Nhiệm vụ, dòng 6, cột D (Thời hạn hoàn thành): chưa có thời hạn hoàn thành; "
        'việc không có hạn xin ghi "không thời hạn".',
        'Nhiệm vụ, dòng 6, cột F (Kế hoạch năm): "nhiều" không phải là số.',
        "Tiến độ, dòng 2, cột A (Mã): không có CT77 của P4 năm 2021.",
        'Tiến độ, dòng 3, cột C (Kỳ): không hiểu kỳ "2021-15"; '
        "xin ghi dạng 2021-05, 2021-Q2, 2021-6T, 2021.",
        "Tiến độ, dòng 4, cột F (Ngày): ngày 02/06/2022 chưa đến.",
        "Tiến độ, dòng 5, cột E (Phần trăm): nhiệm vụ không thể quá 100%.",
        "Tiến độ, dòng 6: chưa có số liệu, phần trăm hoặc ghi chú.",
    ]
    assert desk.rows("SELECT count(*) FROM units") == [(0,)]
    assert desk.rows("SELECT count(*) FROM audit") == [(0,)]


@pytest.mark.parametrize(
    ("sheet", "column", "told"),
    [
        ("Cán bộ", 1, "Cán bộ, dòng 2, cột B (Họ và tên): "),
        ("Cán bộ", 3, "Cán bộ, dòng 2, cột D (Đơn vị): "),
        ("Nhiệm vụ", 1, "Nhiệm vụ, dòng 2, cột B (Nội dung): "),
        ("Nhiệm vụ", 2, "Nhiệm vụ, dòng 2, cột C (Đơn vị chủ trì): "),
        ("Tiến độ", 0, "Tiến độ, dòng 2, cột A (Mã): "),
        ("Tiến độ", 3, "Tiến độ, dòng 2, cột D (Số liệu): "),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_of_once(
    desk: Any, office: Any, sheet: str, column: int, told: str
) -> None:
    office["Tiến độ"] = [
        ["Mã", "Đơn vị", "Kỳ", "Số liệu", "Ngày"],
        ["CT01", "P4", "2021-05", 1, "02/06/2021"],
    ]
    office[sheet][1][column] = "=1+1"
    assert _sentences(desk.take_rows(office)) == [
        f"{told}công thức chưa có kết quả; đề nghị dán giá trị vào ô này."
    ]


def test_a_wrong_unit_is_told_of_once_and_not_again_by_what_refers_to_its_row(
    desk: Any, office: Any
) -> None:
    office["Nhiệm vụ"][0] += ["Mã cấp trên"]
    office["Nhiệm vụ"][1] = ["CT01", "Kết nạp", "P9", "31/12/2021", "đảng viên", 60, ""]
    office["Nhiệm vụ"].append(["CT01", "Kết nạp", "P4", "31/12/2021", "đảng viên", 60, "CT01"])
    office["Tiến độ"] = [
        ["Mã", "Đơn vị", "Kỳ", "Số liệu", "Ngày"],
        ["CT01", "TU", "2021-04", 1, "02/05/2021"],
        ["CT77", "P4", "2021-05", 2, "02/06/2021"],
    ]
    assert _sentences(desk.take_rows(office)) == [
        'Nhiệm vụ, dòng 2, cột C (Đơn vị chủ trì): không có đơn vị "P9".',
        "Tiến độ, dòng 3, cột A (Mã): không có CT77 của P4 năm 2021.",
    ]


def test_circles_of_units_and_of_assignments_are_mistakes(desk: Any, office: Any) -> None:
    office["Đơn vị"][1][3] = "P4"
    office["Nhiệm vụ"][0] += ["Mã cấp trên"]
    office["Nhiệm vụ"][1] += ["NV02"]
    office["Nhiệm vụ"][2] += ["CT01"]
    told = _sentences(desk.take_rows(office))
    assert "Đơn vị, dòng 2, cột D (Trực thuộc): TU trực thuộc chính mình theo vòng tròn." in told
    assert "Đơn vị, dòng 4, cột D (Trực thuộc): P4 trực thuộc chính mình theo vòng tròn." in told
    assert sum("vòng tròn" in sentence for sentence in told if "Nhiệm vụ" in sentence) == 2


def test_a_title_that_nobody_holds_in_the_unit_is_a_mistake(desk: Any, office: Any) -> None:
    office["Nhiệm vụ"][0] += ["Người thực hiện"]
    office["Nhiệm vụ"][1] += ["Kế toán trưởng"]
    office["Nhiệm vụ"][2] += [""]
    assert _sentences(desk.take_rows(office)) == [
        "Nhiệm vụ, dòng 2, cột G (Người thực hiện): "
        'không có cán bộ mã, tên hoặc chức vụ "Kế toán trưởng" ở đơn vị P4.'
    ]


def test_a_sheet_without_its_needed_column_says_which(desk: Any, office: Any) -> None:
    office["Nhiệm vụ"] = [["Mã", "Nội dung", "Hạn"], ["CT1", "Việc", "30/6/2021"]]
    assert "Nhiệm vụ, dòng 1: thiếu cột đơn vị chủ trì." in _sentences(desk.take_rows(office))


def test_a_formula_without_a_result_names_its_cell(desk: Any, office: Any) -> None:
    office["Nhiệm vụ"][1][5] = "=20*3"
    assert _sentences(desk.take_rows(office)) == [
        "Nhiệm vụ, dòng 2, cột F (Kế hoạch năm): "
        "công thức chưa có kết quả; đề nghị dán giá trị vào ô này."
    ]


def test_the_errors_file_is_the_same_file_with_a_column_of_mistakes_and_can_be_sent_again(
    desk: Any, office: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    office["Nhiệm vụ"][1][2] = "P9"
    source, target = desk.workbook(office), tmp_path / "loi.xlsx"
    args = Namespace(
        file=str(source), dry_run=False, close_missing=False, errors=str(target), config=None
    )
    answer = _carry_out(desk, args)
    assert command.show(answer, args) == 1
    assert 'cột C (Đơn vị chủ trì): không có đơn vị "P9".' in capsys.readouterr().err
    sheet = load_workbook(target)["Nhiệm vụ"]
    assert [cell.value for cell in sheet[1]][-1] == "Lỗi"
    assert sheet["G2"].value == 'Cột C (Đơn vị chủ trì): không có đơn vị "P9".'
    assert sheet["B2"].value == "Kết nạp đảng viên"
    assert sheet["G3"].value is None

    book = load_workbook(target)
    book["Nhiệm vụ"]["C2"].value = "P4"
    book.save(target)
    args = Namespace(file=str(target), dry_run=False, close_missing=False, errors=None, config=None)
    assert command.show(_carry_out(desk, args), args) == 0
    said = capsys.readouterr().out
    assert "Đã nhập: 4 đơn vị mới, 3 cán bộ mới" in said
    assert "Lỗi" not in said


def test_the_column_of_mistakes_stands_beside_headings_and_cells_that_are_merged(
    desk: Any, office: Any, tmp_path: Path
) -> None:
    office["Nhiệm vụ"] = [
        ["Mã", "Nội dung", "Đơn vị", None, "Thời hạn"],
        [None, None, "chủ trì", "phối hợp", None],
        ["CT01", "Kết nạp đảng viên", "P9", "P4", "31/12/2021"],
    ]
    source = desk.workbook(office, {"Nhiệm vụ": ["A1:A2", "B1:B2", "C1:D1", "E1:E2", "E3:F3"]})
    target = tmp_path / "loi.xlsx"
    args = Namespace(
        file=str(source), dry_run=False, close_missing=False, errors=str(target), config=None
    )
    assert command.show(_carry_out(desk, args), args) == 1
    sheet = load_workbook(target)["Nhiệm vụ"]
    assert sheet["G2"].value == "Lỗi"
    assert sheet["G3"].value == 'Cột C (Đơn vị chủ trì): không có đơn vị "P9".'


def test_the_mistakes_of_a_csv_folder_come_back_as_a_workbook(desk: Any, tmp_path: Path) -> None:
    folder, target = tmp_path / "csv", tmp_path / "loi.xlsx"
    folder.mkdir()
    (folder / "don-vi.csv").write_text("mã,tên,trực thuộc\nA,=1+1,B\n", encoding="utf-8")
    args = Namespace(file=str(folder), dry_run=False, close_missing=False, errors=str(target))
    assert command.show(_carry_out(desk, args), args) == 1
    sheet = load_workbook(target)["Đơn vị"]
    assert sheet["D2"].value == 'Cột C (trực thuộc): không có đơn vị "B".'
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1", "s")


def _carry_out(desk: Any, args: Namespace) -> dict[str, Any]:
    """As the program does: prepared beside the store, written within it."""
    payload = json.loads(json.dumps(command.prepare(args, None)))  # type: ignore[arg-type]
    answer = desk.store.write_now(lambda tx: command.write(tx, NOW, Committee("Thành ủy"), payload))
    return dict(json.loads(json.dumps(answer)))


def test_a_row_with_a_sign_of_secrecy_is_refused_and_its_words_are_not_repeated(
    desk: Any, office: Any
) -> None:
    office["Nhiệm vụ"].append(["NV50", "Phương án TỐI MẬT số 3", "P4", "31/12/2021", None, None])
    outcome = desk.take_rows(office)
    assert not outcome.done
    (sentence,) = _sentences(outcome)
    assert "có dấu hiệu mật" in sentence
    assert "Phương án" not in sentence
