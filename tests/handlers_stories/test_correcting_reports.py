"""A wrong figure is taken back or replaced; the history stays."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward


def test_wrong_with_the_right_figure_replaces_at_once(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 60%")
    assert ward.type(ward.lan, "sai số, 70%").splitlines()[0] == (
        'Đã sửa NV07 Báo cáo "6 không": 70%, thay cho 60%.'
    )
    first, second = ward.reports()
    assert first["superseded_by"] == second["id"]
    assert ward.standing(ward.report)["percent"] == 70


def test_wrong_alone_takes_back_and_the_next_figure_takes_its_place(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 40%")
    ward.later(minutes=1)
    ward.type(ward.lan, "NV7 60%")
    assert ward.choose(ward.lan, "Sai, sửa lại") == (
        'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 60%. Nay trở lại 40%.\n'
        "Đồng chí gõ số đúng, ví dụ: 80%"
    )
    assert ward.standing(ward.report)["percent"] == 40
    assert 'Đã sửa NV07 Báo cáo "6 không": 65%.' in ward.type(ward.lan, "65%")
    _, wrong, right = ward.reports()
    assert (wrong["withdrawn"], wrong["superseded_by"]) == (1, right["id"])
    assert ward.standing(ward.report)["percent"] == 65


def test_a_digit_that_is_sent_twice_is_no_figure(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 60%")
    assert "Đã bỏ báo cáo" in ward.type(ward.lan, "1")
    ward.later(seconds=3)
    said = ward.type(ward.lan, "1")
    assert said == 'Đồng chí đã chọn "Sai, sửa lại" lúc 08:00, không cần chọn lại.'
    assert ward.standing(ward.report)["percent"] is None
    assert "65%" in ward.type(ward.lan, "65%")  # the question for the figure still waits
    assert [row["percent"] for row in ward.reports()] == [60, 65]


def test_the_same_digit_a_while_later_answers_what_was_asked(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 12 đảng viên")
    assert "Đã bỏ báo cáo" in ward.type(ward.lan, "1")
    ward.later(seconds=11)
    assert ward.type(ward.lan, "1").startswith("Đã sửa CT03 Kết nạp đảng viên: 1 đảng viên")


def test_the_right_figure_may_come_with_its_code(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 60%")
    ward.type(ward.lan, "sai")
    assert ward.type(ward.lan, "NV7 65%") == (
        'Đã sửa NV07 Báo cáo "6 không": 65%.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    wrong, right = ward.reports()
    assert wrong["superseded_by"] == right["id"]


def test_a_correction_far_over_the_plan_is_asked_back(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    said = ward.type(ward.lan, "sai, 2500 tỷ")
    assert "Đã bỏ báo cáo về CT12 Thu ngân sách: 250 tỷ đồng." in said
    assert "2.500 tỷ đồng vượt quá xa kế hoạch (500 tỷ đồng)" in said
    assert ward.standing(ward.budget)["value"] is None


def test_taking_back_done_opens_the_task_again(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xong")
    ward.type(ward.lan, "sai")
    assert ward.standing(ward.report)["state"] == "open"
    assert ward.standing(ward.report)["percent"] is None


def test_of_several_reports_in_one_message_the_wrong_one_is_asked_for(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 40, NV7 85%")
    assert ward.type(ward.lan, "sai") == "Tin trước có nhiều nội dung. Nội dung nào sai?"
    assert ward.offered(ward.lan) == ["CT03: 40 đảng viên", "NV07: 85%"]
    ward.choose(ward.lan, "NV07: 85%")
    assert ward.standing(ward.report)["percent"] is None
    assert ward.standing(ward.members)["value"] == 40


def test_wrong_with_a_code_replaces_that_one_of_several(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 40, NV7 85%")
    assert "Đã sửa CT03 Kết nạp đảng viên: 38 đảng viên" in ward.type(ward.lan, "sai, CT3 38")
    assert ward.standing(ward.report)["percent"] == 85


def test_nothing_to_correct_is_said(ward: Ward) -> None:
    assert ward.type(ward.lan, "sai").startswith("Đồng chí chưa có báo cáo nào ở đây để sửa.")


def test_a_report_after_which_a_colleague_reported_stays(ward: Ward) -> None:
    tu = ward.person("Võ Thị Tư", ward.ward7)
    ward.type(ward.lan, "NV7 60%")
    ward.later(minutes=1)
    ward.type(tu, "NV7 70%")
    assert ward.type(ward.lan, "sai").startswith('NV07 Báo cáo "6 không" đã có báo cáo mới hơn')
    assert ward.standing(ward.report)["percent"] == 70


def test_a_frozen_report_stays_and_the_right_figure_counts_later(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.write(lambda tx: tx.run("INSERT INTO freezes (period, frozen_at) VALUES ('2021-06', 'x')"))
    assert "đã chốt nên không sửa được" in ward.type(ward.lan, "sai")
    assert ward.standing(ward.budget)["value"] == 250


def test_somebody_elses_report_cannot_be_taken_back(ward: Ward) -> None:
    tu = ward.person("Võ Thị Tư", ward.ward7)
    ward.type(ward.lan, "NV7 60%")
    assert ward.type(tu, "sai").startswith("Đồng chí chưa có báo cáo nào")
    assert ward.standing(ward.report)["percent"] == 60


def test_an_edited_message_corrects_its_own_report(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 60%", message_id="m1")
    assert ward.type(ward.lan, "NV7 65%", message_id="m1", kind="edited").splitlines()[0] == (
        'Đã sửa NV07 Báo cáo "6 không": 65%, thay cho 60%.'
    )
    assert ward.standing(ward.report)["percent"] == 65


def test_an_edit_to_a_figure_that_cannot_well_be_is_asked_back(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ", message_id="m1")
    said = ward.type(ward.lan, "CT12 2500 tỷ", kind="edited", message_id="m1")
    assert said.startswith("Đã bỏ báo cáo về CT12 Thu ngân sách: 250 tỷ đồng.")
    assert "2.500 tỷ đồng vượt quá xa kế hoạch (500 tỷ đồng)" in said
    assert ward.standing(ward.budget)["value"] is None
    assert "260 tỷ đồng" in ward.type(ward.lan, "260 tỷ")


def test_an_edit_of_an_edit_corrects_again(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 60%", message_id="m1")
    ward.type(ward.lan, "NV7 65%", message_id="m1", kind="edited")
    ward.type(ward.lan, "NV7 66%", message_id="m1", kind="edited")
    assert ward.standing(ward.report)["percent"] == 66
    assert [row["superseded_by"] for row in ward.reports()] == [2, 3, None]


def test_an_edit_of_a_report_that_was_replaced_says_how_to_change_what_stands(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 60%", message_id="m1")
    ward.type(ward.lan, "sai 70")
    said = ward.type(ward.lan, "NV7 65%", message_id="m1", kind="edited")
    assert said == (
        'NV07 Báo cáo "6 không" đã có báo cáo mới hơn nên báo cáo trước giữ nguyên. Để thay số hiện'
        " nay, đồng chí gõ số đúng, ví dụ: 80%"
    )
    assert ward.standing(ward.report)["percent"] == 70
    # After a later message of one's own it is the same; what is typed now is about that work.
    ward.type(ward.lan, "NV7 75%", message_id="m2")
    ward.type(ward.lan, "NV7 80%", message_id="m3")
    assert "đã có báo cáo mới hơn" in ward.type(ward.lan, "NV7 76%", message_id="m2", kind="edited")
    assert "Đã ghi NV07" in ward.type(ward.lan, "85%")


def test_an_edit_after_the_report_was_taken_back_gives_the_right_figure(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 60%", message_id="m1")
    ward.type(ward.lan, "sai")
    said = ward.type(ward.lan, "NV7 65%", message_id="m1", kind="edited")
    assert said.startswith('Đã sửa NV07 Báo cáo "6 không": 65%')
    assert ward.standing(ward.report)["percent"] == 65


def test_an_edit_of_a_frozen_report_says_how_to_report_for_the_next_period(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ", message_id="m1")
    ward.write(lambda tx: tx.run("INSERT INTO freezes (period, frozen_at) VALUES ('2021-06', 'x')"))
    said = ward.type(ward.lan, "CT12 255 tỷ", message_id="m1", kind="edited")
    assert said.startswith("Số liệu kỳ đó của CT12 Thu ngân sách đã chốt nên không sửa được.")
    assert ward.standing(ward.budget)["value"] == 250


def test_an_edit_that_changes_no_figure_changes_nothing(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 60%", message_id="m1")
    assert ward.type(ward.lan, "NV7: 60%", message_id="m1", kind="edited") == (
        "Nội dung đồng chí sửa không làm thay đổi số đã ghi."
    )
    assert len(ward.reports()) == 1


def test_an_edit_of_a_message_that_was_asked_back_is_a_report(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 70-80%", message_id="m1")
    assert 'Đã ghi NV07 Báo cáo "6 không": 75%.' in ward.type(
        ward.lan, "NV7 75%", message_id="m1", kind="edited"
    )


@pytest.mark.parametrize(("first", "then"), [("sai, 28 tỷ", ""), ("sai", "28")])
def test_a_right_figure_below_what_stood_before_is_asked_back(
    ward: Ward, first: str, then: str
) -> None:
    ward.type(ward.lan, "CT12 267 tỷ")
    ward.later(days=1)
    ward.type(ward.lan, "CT12 280 tỷ")
    said = ward.type(ward.lan, first)
    said = ward.type(ward.lan, then) if then else said
    assert "số lũy kế 28 tỷ đồng thấp hơn lần trước" in said
    assert ward.standing(ward.budget)["value"] == 267
    ward.choose(ward.lan, "Đúng, ghi 28 tỷ đồng")
    assert ward.standing(ward.budget)["value"] == 28


def test_a_right_figure_is_not_measured_by_the_wrong_one(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 280 tỷ")
    assert ward.type(ward.lan, "sai, 28 tỷ").startswith("Đã sửa CT12 Thu ngân sách: 28 tỷ đồng")


def test_the_day_on_which_it_was_finished_may_be_told_with_the_correction(ward: Ward) -> None:
    ward.on("2021-06-11")
    ward.type(ward.lan, "NV07 60%")
    assert ward.type(ward.lan, "sai, hoàn thành hôm qua").splitlines()[1] == (
        "✅ Hoàn thành đúng hạn (thứ Năm, 10/6)"
    )


@pytest.mark.parametrize("words", ["sai, 62", "sai, 62%", "nhầm, 62%"])
def test_a_quoted_message_that_is_not_known_here_is_about_the_work_that_it_names(
    ward: Ward, words: str
) -> None:
    walks = ward.assignment(ward.ward7, "NV46", "Cải tạo vỉa hè", "2021-06-18")
    recorded = ward.type(ward.lan, "nv46 60%")
    ward.type(ward.lan, "nv07 70%")
    assert ward.type(ward.lan, words, reply_to="99999", reply_text=recorded).splitlines()[0] == (
        "Đã sửa NV46 Cải tạo vỉa hè: 62%, thay cho 60%."
    )
    assert ward.standing(walks)["percent"] == 62
    assert ward.standing(ward.report)["percent"] == 70


def test_an_example_in_a_quoted_message_is_about_nothing(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV46", "Cải tạo vỉa hè", "2021-06-18")
    ward.type(ward.lan, "nv07 70%")
    ward.type(ward.lan, "nv46 60%")
    quoted = "Tin này chưa được ghi. Đồng chí gõ mã và kết quả, ví dụ: NV07 90%."
    assert ward.type(ward.lan, "sai, 62", reply_to="99999", reply_text=quoted).startswith(
        "Đã sửa NV46 Cải tạo vỉa hè: 62%, thay cho 60%."
    )
