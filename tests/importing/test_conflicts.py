"""What chat changed since the export is listed and stays; the rest of the file is taken."""

from __future__ import annotations

from typing import Any

DUE = "SELECT due_on FROM assignments WHERE code = 'NV2'"
EXTEND = "UPDATE assignments SET due_on = '2021-07-15', version = version + 1 WHERE code = 'NV2'"


def test_a_deadline_extended_after_the_export_is_a_conflict(
    desk: Any, office: Any, edited: Any
) -> None:
    desk.take_rows(office)
    exported = desk.export()
    desk.run(EXTEND)
    edited(exported, "Nhiệm vụ", "Sản phẩm", 3, "Báo cáo")
    outcome = desk.take(exported)
    assert outcome.plan.conflicts == [
        'NV02 (P5, 2021), Thời hạn hoàn thành: đã đổi thành "15/07/2021" sau khi xuất bảng; '
        'giữ nguyên, không ghi "30/06/2021"'
    ]
    counts = outcome.plan.counts["assignments"]
    assert (counts.conflicts, counts.changed) == (1, 1)
    assert desk.rows(DUE) == [("2021-07-15",)]
    assert desk.rows("SELECT product FROM assignments WHERE code = 'NV2'") == [("Báo cáo",)]


def test_a_deadline_that_was_exported_after_its_extension_may_be_changed(
    desk: Any, office: Any, edited: Any
) -> None:
    desk.take_rows(office)
    desk.run(EXTEND)
    exported = desk.export()
    edited(exported, "Nhiệm vụ", "Thời hạn hoàn thành", 3, "31/07/2021")
    outcome = desk.take(exported)
    assert outcome.plan.conflicts == []
    assert desk.rows(DUE) == [("2021-07-31",)]


def test_the_offices_own_old_file_does_not_undo_what_chat_decided(desk: Any, office: Any) -> None:
    desk.take_rows(office)
    desk.run(EXTEND)
    outcome = desk.take_rows(office)
    assert len(outcome.plan.conflicts) == 1
    assert desk.rows(DUE) == [("2021-07-15",)]
    assert len(desk.take_rows(office).plan.conflicts) == 1


def test_a_cell_changed_in_the_file_alone_is_taken(desk: Any, office: Any) -> None:
    desk.take_rows(office)
    office["Nhiệm vụ"][2][3] = "10/07/2021"
    assert desk.take_rows(office).plan.counts["assignments"].changed == 1
    assert desk.rows(DUE) == [("2021-07-10",)]


def test_a_report_in_chat_after_the_export_is_no_conflict(desk: Any, office: Any) -> None:
    desk.take_rows(office)
    exported = desk.export()
    desk.run("UPDATE assignments SET percent = 40, version = version + 1 WHERE code = 'NV2'")
    outcome = desk.take(exported)
    assert outcome.plan.conflicts == []
    assert outcome.plan.counts["assignments"].unchanged == 2


def test_reports_from_chat_come_back_from_an_export_as_known(desk: Any, office: Any) -> None:
    desk.take_rows(office)
    desk.run(
        "INSERT INTO progress (assignment_id, person_id, origin, intent, value, basis, period,"
        " as_of, note, reported_at) SELECT a.id, p.id, 'chat', 'progress', 12.5, 'period',"
        " '2021-05', '2021-05-31', '- còn vướng', '2021-06-02T01:00:00.000000Z'"
        " FROM assignments a, people p WHERE a.code = 'CT1' AND p.code = 'CB-1'"
    )
    exported = desk.export()
    assert desk.take(exported).plan.counts["progress"].unchanged == 1
    desk.run("UPDATE progress SET withdrawn = 1")
    assert desk.take(exported).plan.counts["progress"].new == 0


def test_a_periods_part_that_is_done_without_a_figure_comes_back_as_known(
    desk: Any, office: Any
) -> None:
    desk.take_rows(office)
    desk.run(
        "INSERT INTO progress (assignment_id, person_id, origin, intent, period, as_of, note,"
        " reported_at) SELECT a.id, p.id, 'chat', 'progress', '2021-05', '2021-05-31',"
        " 'đã xong phần việc trong kỳ', '2021-06-02T01:00:00.000000Z'"
        " FROM assignments a, people p WHERE a.code = 'NV2' AND p.code = 'CB-1'"
    )
    outcome = desk.take(desk.export())
    assert outcome.plan.counts["progress"].unchanged == 1
    assert not outcome.plan.mistakes


def test_erased_telephones_do_not_come_back(desk: Any, office: Any) -> None:
    office["Cán bộ"][0] += ["Điện thoại công vụ"]
    office["Cán bộ"][1] += ["0900 000 001"]
    desk.take_rows(office)
    assert desk.rows("SELECT phone FROM people WHERE code = 'CB-1'") == [("0900 000 001",)]
    desk.run("UPDATE people SET phone = NULL, erased_at = '2021-06-08' WHERE code = 'CB-1'")
    desk.take_rows(office)
    assert desk.rows("SELECT phone FROM people WHERE code = 'CB-1'") == [(None,)]


def test_a_language_chosen_in_chat_is_a_conflict_in_the_words_of_an_office(
    desk: Any, office: Any, edited: Any
) -> None:
    desk.take_rows(office)
    exported = desk.export()
    desk.run("UPDATE people SET language = 'en' WHERE code = 'CB-1'")
    assert desk.take(exported).plan.conflicts == [
        'Trần Văn Lan (CB-1), Ngôn ngữ: đã đổi thành "Tiếng Anh" sau khi xuất bảng; '
        'giữ nguyên, không ghi "Tiếng Việt"'
    ]
    assert desk.rows("SELECT language FROM people WHERE code = 'CB-1'") == [("en",)]


def report(desk: Any, value: float, day: str) -> None:
    desk.run(
        "INSERT INTO progress (assignment_id, person_id, origin, intent, value, basis, period,"
        f" as_of, reported_at) SELECT a.id, p.id, 'chat', 'progress', {value}, 'cumulative',"
        f" substr('{day}', 1, 7), '{day}', '{day}T01:00:00.000000Z'"
        " FROM assignments a, people p WHERE a.code = 'CT1' AND p.code = 'CB-1'"
    )


def test_a_figure_reported_in_chat_after_the_export_is_not_put_right_by_an_older_file(
    desk: Any, office: Any, edited: Any
) -> None:
    desk.take_rows(office)
    report(desk, 9, "2021-06-01")
    exported = desk.export()
    report(desk, 12, "2021-06-02")
    edited(exported, "Tiến độ", "Số liệu", 2, 15)
    outcome = desk.take(exported)
    assert outcome.plan.conflicts == [
        "Tiến độ, dòng 2 (CT01 của P4), kỳ 2021-06: đã báo 12 ngày 02/06/2021 "
        "sau khi xuất bảng; giữ nguyên, không ghi 15"
    ]
    assert outcome.plan.counts["progress"].conflicts == 1
    assert desk.rows("SELECT value FROM progress ORDER BY id") == [(9.0,), (12.0,)]


def test_a_figure_of_a_later_day_or_another_period_is_taken_beside_what_chat_reported(
    desk: Any, office: Any, edited: Any
) -> None:
    desk.take_rows(office)
    report(desk, 9, "2021-05-31")
    exported = desk.export()
    report(desk, 12, "2021-06-02")
    edited(exported, "Tiến độ", "Số liệu", 2, 10)  # of May
    assert desk.take(exported).plan.conflicts == []
    office["Tiến độ"] = [
        ["Mã", "Đơn vị", "Kỳ", "Số liệu", "Ngày"],
        ["CT01", "P4", "2021-06", 15, "03/06/2021"],
    ]
    assert desk.take_rows(office).plan.conflicts == []
    assert desk.rows("SELECT value FROM progress ORDER BY id")[2:] == [(10.0,), (15.0,)]


def test_what_was_closed_is_not_opened_by_its_row_and_that_is_said(desk: Any, office: Any) -> None:
    desk.take_rows(office)
    row = office["Nhiệm vụ"].pop()
    assert desk.take_rows(office, close_missing=True).closed == ["NV02 (P5, 2021)"]
    office["Nhiệm vụ"].append(row)
    note = "Đã khép lại từ trước, tệp không mở lại: NV02 (P5, 2021)"
    assert note in desk.take_rows(office).plan.notes
    assert desk.rows("SELECT state FROM assignments WHERE code = 'NV2'") == [("cancelled",)]
