"""The forms in which offices write the same thing, all of them understood."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from db import founding

NOW = datetime(2021, 6, 9, 0, 30, tzinfo=UTC)


def test_headings_are_known_in_any_order_case_and_without_marks(desk: Any, office: Any) -> None:
    office["Nhiệm vụ"] = [
        ["HAN", "chu tri", "TEN CHI TIEU", "ma", "Đvt", "KẾ HOẠCH NĂM 2021 (chỉ tiêu giao)"],
        ["2021-12-31", "P4", "Kết nạp đảng viên", "ct 1", "đảng viên", "1.250,5"],
    ]
    assert not desk.take_rows(office).plan.mistakes
    assert desk.rows("SELECT code, unit_code, plan, due_on, kind FROM v_assignments") == [
        ("ct 1", "P4", 1250.5, "2021-12-31", "target")
    ]


def test_titles_above_and_group_rows_within_are_understood(desk: Any, office: Any) -> None:
    office["Nhiệm vụ"] = [
        ["THÀNH ỦY BẾN TRE"],
        ["DANH MỤC CHỈ TIÊU, NHIỆM VỤ NĂM 2021"],
        [],
        ["TT", "Mã", "Nội dung", "Lĩnh vực", "Đơn vị chủ trì", "Thời hạn"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["I", None, "Xây dựng Đảng"],
        [1, "CT01", "Kết nạp đảng viên", None, "P4", date(2021, 12, 31)],
        [2, "NV02", "Sơ kết", "kinh tế", "P4", date(2021, 6, 30)],
        ["II. Lĩnh vực kinh tế"],
        [None, "1. Thu ngân sách"],
        [3, "NV03", "Rà soát nợ thuế", None, "P5", "30.6.2021"],
        ["III. Nghị quyết số 02-NQ/TU"],
        [4, "NV04", "Tuyên truyền", None, "P5", "1/7/2021"],
        ["Tổng cộng", 4],
    ]
    outcome = desk.take_rows(office)
    assert [mistake.sentence for mistake in outcome.plan.mistakes] == []
    assert desk.rows("SELECT code, field, due_on FROM v_assignments ORDER BY code") == [
        ("CT01", "xây dựng Đảng", "2021-12-31"),
        ("NV02", "kinh tế", "2021-06-30"),
        ("NV03", "kinh tế", "2021-06-30"),
        ("NV04", "", "2021-07-01"),
    ]


def test_merged_headings_of_two_rows_are_joined(desk: Any, office: Any) -> None:
    office["Nhiệm vụ"] = [
        ["Mã", "Nội dung", "Đơn vị", None, "Kế hoạch", None, "Thời hạn"],
        [None, None, "chủ trì", "phối hợp", "năm", "kỳ", None],
        ["CT01", "Kết nạp đảng viên", "P4", "P5; VP", 60, "Quý I: 10; 6T = 22,5", "31-12-2021"],
    ]
    merges = ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2"]
    outcome = desk.take(desk.workbook(office, {"Nhiệm vụ": merges}))
    assert [mistake.sentence for mistake in outcome.plan.mistakes] == []
    assert desk.rows("SELECT plan, due_on FROM v_assignments") == [(60.0, "2021-12-31")]
    assert desk.rows("SELECT period, plan FROM plans ORDER BY 1") == [
        ("2021-6T", 22.5),
        ("2021-Q1", 10.0),
    ]
    assert desk.rows("SELECT count(*) FROM assignment_units") == [(2,)]


@pytest.mark.parametrize(
    ("above", "merges"),
    [
        ([], ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"]),
        ([], ["E1:F1"]),
        (["BẢNG GIAO VIỆC"], ["A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2"]),
        (["THÀNH ỦY", None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"], ["A1:C1", "D1:F1", "A2:A3", "E2:F2"]),
    ],
)
def test_a_title_merged_above_is_no_part_of_the_headings_and_what_stands_below_them_is(
    desk: Any, office: Any, above: list[str | None], merges: list[str]
) -> None:
    names = ["Mã", "Nội dung", "Đơn vị chủ trì", "Thời hạn"]
    down = f"A{2 if above else 1}:A{3 if above else 2}" in merges
    upper, lower = (names, [None] * 4) if down else ([None] * 4, names)
    office["Nhiệm vụ"] = [
        *([above] if above else []),
        [*upper, "Kết quả", None],
        [*lower, "Quý I", "Quý II"],
        ["NV1", "Việc một", "P9", "30/06/2021", 5, 6],
    ]
    plan = desk.take(desk.workbook(office, {"Nhiệm vụ": merges})).plan
    assert [mistake.sentence for mistake in plan.mistakes] == [
        f'Nhiệm vụ, dòng {4 if above else 3}, cột C (Đơn vị chủ trì): không có đơn vị "P9".'
    ]
    assert "Nhiệm vụ: giữ riêng các cột Kết quả Quý I, Kết quả Quý II" in plan.notes


def test_a_cell_merged_over_several_rows_speaks_for_each(desk: Any, office: Any) -> None:
    office["Nhiệm vụ"] = [
        ["Mã", "Đơn vị chủ trì", "Nội dung", "Thời hạn"],
        ["NV1", "P4", "Việc một", "30/06/2021"],
        ["NV2", None, "Việc hai", "30/06/2021"],
    ]
    assert not desk.take(desk.workbook(office, {"Nhiệm vụ": ["B2:B3"]})).plan.mistakes
    assert desk.rows("SELECT unit_code FROM v_assignments") == [("P4",), ("P4",)]


def test_an_empty_code_is_the_next_free_number_and_is_reported(desk: Any, office: Any) -> None:
    office["Nhiệm vụ"] += [
        [None, "Thu ngân sách", "P4", "31/12/2021", "tỷ đồng", 115],
        [None, "Thu ngân sách", "P5", "31/12/2021", "tỷ đồng", 90],
        [None, "Dọn vệ sinh", "P5", "30/06/2021", None, None],
    ]
    outcome = desk.take_rows(office)
    codes = desk.rows("SELECT shown_code, u.code FROM assignments a JOIN units u ON u.id = unit_id")
    assert codes[2:] == [("CT02", "P4"), ("CT02", "P5"), ("NV03", "P5")]
    assert outcome.plan.assigned[0] == 'Nhiệm vụ, dòng 4: "Thu ngân sách" có mã CT02'
    again = desk.take_rows(office)
    assert [count.new for count in again.plan.counts.values()] == [0] * len(again.plan.counts)


def test_units_are_named_by_code_or_name_and_parents_stand_in_any_order(
    desk: Any, office: Any
) -> None:
    office["Đơn vị"] = [office["Đơn vị"][0], *reversed(office["Đơn vị"][1:])]
    office["Đơn vị"][1][3] = "thanh uy"
    office["Nhiệm vụ"][1][2] = "ĐẢNG ỦY PHƯỜNG 4"
    assert not desk.take_rows(office).plan.mistakes
    assert ("P5", "TU") in desk.rows("SELECT code, parent_code FROM v_units")
    assert desk.rows("SELECT unit_code FROM v_assignments WHERE code = 'CT01'") == [("P4",)]


def test_doers_are_people_or_titles_held_in_that_unit(desk: Any, office: Any) -> None:
    office["Nhiệm vụ"][0] += ["Người thực hiện", "Lãnh đạo phụ trách", "Theo dõi"]
    office["Nhiệm vụ"][1] += ["chuyên viên; Lê Thị Mai", "Bí thư Thành ủy", "VP"]
    office["Nhiệm vụ"][2] += [None, None, None]
    assert [one.sentence for one in desk.take_rows(office).plan.mistakes] == []
    assert desk.rows(
        "SELECT i.part, i.title, p.code FROM assignment_people i"
        " LEFT JOIN people p ON p.id = i.person_id ORDER BY i.rowid"
    ) == [("doer", "Chuyên viên", None), ("doer", "", "CB-2"), ("overseer", "", "CB-3")]


def test_extra_columns_are_kept_named_and_come_back(desk: Any, office: Any) -> None:
    office["Nhiệm vụ"][0] += ["Nguồn vốn"]
    office["Nhiệm vụ"][1] += ["ngân sách thành phố"]
    outcome = desk.take_rows(office)
    assert "Nhiệm vụ: giữ riêng các cột Nguồn vốn" in outcome.plan.notes
    assert desk.rows("SELECT extra ->> 'Nguồn vốn' FROM assignments WHERE code = 'CT1'") == [
        ("ngân sách thành phố",)
    ]
    sheet = load_workbook(desk.export())["Nhiệm vụ"]
    headings = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, headings.index("Nguồn vốn") + 1).value == "ngân sách thành phố"
    again = desk.take(desk.export())
    assert again.plan.counts["assignments"].unchanged == 2


def test_defence_and_cadre_work_stay_out_of_messages_unless_said_otherwise(
    desk: Any, office: Any
) -> None:
    office["Nhiệm vụ"] = [
        ["Mã", "Nội dung", "Lĩnh vực", "Đơn vị chủ trì", "Hạn", "Không qua chat"],
        ["NV1", "Diễn tập", "Quốc phòng, an ninh, nội chính", "P4", "30/6/2021", None],
        ["NV2", "Quy hoạch cán bộ nhiệm kỳ mới", "xây dựng Đảng", "P4", "30/6/2021", None],
        ["NV3", "Diễn tập mở", "quốc phòng", "P4", "30/6/2021", "không"],
        ["NV4", "Thu thuế", "kinh tế", "P4", "30/6/2021", None],
        ["NV5", "Thu phí", "kinh tế", "P4", "30/6/2021", "x"],
    ]
    assert not desk.take_rows(office).plan.mistakes
    assert desk.rows("SELECT code, discreet FROM assignments ORDER BY code") == [
        ("NV1", 1),
        ("NV2", 1),
        ("NV3", 0),
        ("NV4", 0),
        ("NV5", 1),
    ]


def test_a_missing_column_is_unchanged_and_an_empty_cell_is_cleared_and_listed(
    desk: Any, office: Any
) -> None:
    desk.take_rows(office)
    office["Nhiệm vụ"] = [
        ["Mã", "Nội dung", "Đơn vị chủ trì", "Thời hạn", "Đơn vị tính"],
        ["CT01", "Kết nạp đảng viên", "P4", "31/12/2021", None],
        ["NV02", "Báo cáo chuyên đề", "P5", "không thời hạn", None],
    ]
    outcome = desk.take_rows(office)
    assert desk.rows("SELECT code, measure, plan, due_on FROM v_assignments ORDER BY code") == [
        ("CT01", None, 60.0, "2021-12-31"),
        ("NV02", None, None, None),
    ]
    assert 'CT01 (P4, 2021), Đơn vị tính: đã xóa "đảng viên"' in outcome.plan.cleared


def test_progress_is_taken_over_with_what_stands_after_it(desk: Any, office: Any) -> None:
    office["Tiến độ"] = [
        ["Mã", "Đơn vị", "Kỳ", "Số liệu", "Phần trăm", "Ghi chú", "Người báo cáo", "Ngày"],
        ["CT1", "P4", "quý I/2021", "10", None, None, "CB-1", "02/04/2021"],
        ["CT 01", "P4", "T5/2021", "12,5", None, "Vướng mặt bằng 3 hộ", "CB-1", "02/06/2021"],
        ["nv2", "Đảng ủy phường 5", None, None, 1, "Đã ban hành", None, "05/06/2021"],
    ]
    path = desk.workbook(office)
    book = load_workbook(path)
    book["Tiến độ"]["E4"].number_format = "0%"
    book.save(path)
    assert [one.sentence for one in desk.take(path).plan.mistakes] == []
    assert desk.rows(
        "SELECT code, value, percent, blocked, state, done_on FROM assignments ORDER BY code"
    ) == [
        ("CT1", 12.5, 20.83, 1, "open", None),
        ("NV2", None, 100.0, 0, "done", "2021-06-05"),
    ]
    assert desk.rows("SELECT DISTINCT origin, inbox_id FROM progress") == [("import", None)]
    assert desk.take(path).plan.counts["progress"].new == 0


def test_semicolons_and_a_byte_order_mark_of_an_exported_csv_are_read(
    desk: Any, tmp_path: Path
) -> None:
    folder = tmp_path / "csv"
    folder.mkdir()
    (folder / "don-vi.csv").write_text(
        "\ufeffMã;Tên;Trực thuộc\nTU;Thành ủy;\nP4;Phường 4;TU\n", encoding="utf-8"
    )
    assert not desk.take(folder).plan.mistakes
    assert desk.rows("SELECT code, parent_code FROM v_units") == [("TU", None), ("P4", "TU")]


def test_missing_rows_are_listed_and_closed_only_on_request(desk: Any, office: Any) -> None:
    desk.take_rows(office)
    office["Nhiệm vụ"].pop()
    office["Cán bộ"].pop()
    outcome = desk.take_rows(office)
    assert [row.label for row in outcome.plan.gone] == [
        "Nguyễn Văn An (CB-3) ở TU",
        "NV02 (P5, 2021)",
    ]
    assert desk.rows("SELECT state FROM assignments WHERE code = 'NV2'") == [("open",)]
    assert desk.take_rows(office, close_missing=True).closed == [
        "Nguyễn Văn An (CB-3) ở TU",
        "NV02 (P5, 2021)",
    ]
    assert desk.rows("SELECT state FROM assignments WHERE code = 'NV2'") == [("cancelled",)]
    assert desk.rows("SELECT valid_to FROM memberships WHERE valid_to IS NOT NULL") == [
        ("2021-06-09",)
    ]


def test_the_founded_committee_takes_the_code_of_the_first_file(desk: Any, office: Any) -> None:
    desk.store.write_now(lambda tx: founding.found(tx, "Thành ủy", "Quản trị viên", NOW))
    assert not desk.take_rows(office).plan.mistakes
    assert desk.rows("SELECT code FROM units ORDER BY id") == [("TU",), ("VP",), ("P4",), ("P5",)]
    assert desk.rows("SELECT unit_code FROM v_people WHERE role = 'admin'") == [("TU",)]


def test_closing_what_is_missing_never_closes_the_last_admin(desk: Any, office: Any) -> None:
    desk.store.write_now(lambda tx: founding.found(tx, "Thành ủy", "Quản trị viên", NOW))
    desk.take_rows(office, close_missing=True)
    assert desk.rows("SELECT valid_to FROM memberships WHERE role = 'admin'") == [(None,)]


def test_a_file_without_a_unit_sheet_leaves_units_alone(desk: Any, office: Any) -> None:
    desk.take_rows(office)
    outcome = desk.take_rows({"Sheet1": office["Nhiệm vụ"]}, close_missing=True)
    assert outcome.plan.counts["assignments"].unchanged == 2
    assert outcome.plan.gone == []
