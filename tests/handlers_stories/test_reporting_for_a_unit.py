"""The office reports for a unit that telephoned, and names where it has the figure from."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward


def test_unit_then_figures_then_source_and_it_is_recorded_in_the_units_name(ward: Ward) -> None:
    assert ward.type(ward.office, "báo thay") == (
        "Đồng chí báo thay đơn vị nào? Gõ tên đơn vị, ví dụ: phường 7"
    )
    assert ward.type(ward.office, "phuong 8") == (
        "Báo thay Phường 8. Đồng chí gõ mã và kết quả như đơn vị cho biết, ví dụ: CT12 150 tỷ"
        " đồng. Việc đang thực hiện của đơn vị:\n"
        "• CT12 Thu ngân sách"
    )
    assert ward.type(ward.office, "CT12 90 tỷ") == (
        "Sẽ ghi thay Phường 8:\n"
        "• CT12 Thu ngân sách: 90 tỷ đồng\n"
        "Đơn vị cho biết bằng cách nào? Đồng chí chọn để ghi, gõ số và ngày của văn bản, hoặc gõ:"
        " hủy"
    )
    assert ward.reports() == []
    assert ward.choose(ward.office, "Điện thoại").splitlines()[:3] == [
        "Báo thay Phường 8, nguồn: điện thoại.",
        "",
        "Đã ghi CT12 Thu ngân sách: 90 tỷ đồng, lũy kế đến tháng 6/2021.",
    ]
    row = ward.reports()[0]
    kept = (row["origin"], row["person_id"], row["reported_by"], row["source"])
    assert kept == ("report_for", ward.ba, ward.office, "Điện thoại")
    assert ward.standing(ward.budget8)["value"] == 90


def test_a_document_as_source_is_typed(ward: Ward) -> None:
    ward.type(ward.office, "baothay")
    ward.type(ward.office, "phường 7")
    ward.type(ward.office, "NV7 xong, CT3 40")
    ward.type(ward.office, "BC 45-BC/ĐU ngày 08/6")
    assert {row["source"] for row in ward.reports()} == {"BC 45-BC/ĐU ngày 08/6"}
    assert ward.standing(ward.report)["state"] == "done"


def test_a_doubtful_figure_is_marked_before_it_is_recorded(ward: Ward) -> None:
    ward.type(ward.ba, "CT12 90 tỷ")
    ward.type(ward.office, "baothay")
    ward.type(ward.office, "phường 8")
    assert "• CT12 Thu ngân sách: 80 tỷ đồng (⚠️ thấp hơn lần trước: 90 tỷ đồng)" in ward.type(
        ward.office, "CT12 80 tỷ"
    )


def test_what_the_office_reported_it_can_put_right(ward: Ward) -> None:
    ward.type(ward.office, "baothay")
    ward.type(ward.office, "phường 8")
    ward.type(ward.office, "CT12 90 tỷ")
    ward.choose(ward.office, "Điện thoại")
    ward.choose(ward.office, "Sai, sửa lại")
    assert "Đã sửa CT12 Thu ngân sách: 95 tỷ đồng" in ward.type(ward.office, "95 tỷ")
    row = ward.reports()[-1]
    assert (row["origin"], row["person_id"], row["source"]) == ("report_for", ward.ba, "Điện thoại")


def test_a_unit_that_nobody_knows_is_asked_for_again(ward: Ward) -> None:
    ward.type(ward.office, "baothay")
    assert ward.type(ward.office, "phường 70").startswith('Không có đơn vị nào tên "phường 70".')
    assert ward.type(ward.office, "phường 7").startswith("Báo thay Phường 7.")


def test_nobody_but_the_office_reports_for_others(ward: Ward) -> None:
    ward.type(ward.chair, "baothay")
    ward.type(ward.chair, "phường 7")
    assert ward.reports() == []


ABOUT_TO = (
    "Sẽ ghi thay Phường 8:\n"
    "• CT12 Thu ngân sách: 20 tỷ đồng\n"
    "Đơn vị cho biết bằng cách nào? Đồng chí chọn để ghi, gõ số và ngày của văn bản, hoặc gõ: hủy"
)


@pytest.mark.parametrize(
    "words",
    [
        "báo thay phường 8 20 tỷ",
        "bao thay p8 20 ty",
        "báo thay phường tám: 20 tỷ",
        "báo thay phường 8 vừa gọi điện báo 20 tỷ",
        "báo thay phường 8 thu ngân sách 20 tỷ",
    ],
)
def test_a_figure_without_a_code_is_of_the_only_work_that_counts_so(ward: Ward, words: str) -> None:
    ward.assignment(ward.ward8, "CT03", "Kết nạp đảng viên", measure="đảng viên", plan=60)
    ward.assignment(ward.ward8, "NV08", "Họp chi bộ")
    assert ward.type(ward.office, words) == ABOUT_TO
    ward.choose(ward.office, "Điện thoại")
    assert ward.standing(ward.budget8)["value"] == 20


def test_a_figure_that_several_works_take_is_kept_while_it_is_asked_which(ward: Ward) -> None:
    costs = ward.assignment(ward.ward8, "CT15", "Giải ngân vốn", measure="tỷ đồng", plan=90)
    ward.assignment(ward.ward8, "NV08", "Họp chi bộ")
    asked = '"20 tỷ" là của việc nào của Phường 8? Đồng chí chọn, hoặc gõ mã.'
    assert ward.type(ward.office, "báo thay phường 8 20 tỷ") == asked
    assert ward.offered(ward.office) == ["CT12 Thu ngân sách", "CT15 Giải ngân vốn"]
    assert ward.choose(ward.office, "CT12 Thu ngân sách") == ABOUT_TO
    ward.type(ward.office, "hủy")
    ward.type(ward.office, "báo thay phường 8 20 tỷ")
    assert "• CT15 Giải ngân vốn: 20 tỷ đồng" in ward.type(ward.office, "CT15")
    ward.choose(ward.office, "Điện thoại")
    assert ward.standing(costs)["value"] == 20
    ward.type(ward.office, "báo thay phường 8 giải ngân được 25 tỷ")
    ward.choose(ward.office, "Tin nhắn")
    assert ward.standing(costs)["value"] == 25


def test_a_figure_that_is_only_near_is_asked_about(ward: Ward) -> None:
    assert ward.type(ward.office, "báo thay phường 8 gần 20 tỷ").startswith(
        "CT12 Thu ngân sách, chưa ghi được."
    )
    assert ward.type(ward.office, "20 tỷ") == ABOUT_TO


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("báo thay 20 tỷ", "Số liệu vừa rồi là của đơn vị nào?"),
        ("báo thay phường 70 20 tỷ", 'Không có đơn vị nào tên "phường 70".'),
    ],
)
def test_a_figure_stays_while_its_unit_is_asked_for(ward: Ward, words: str, asked: str) -> None:
    assert ward.type(ward.office, words).startswith(asked)
    assert ward.type(ward.office, "phường 8") == ABOUT_TO


def test_a_figure_that_no_work_takes_is_told_with_an_example(ward: Ward) -> None:
    assert ward.type(ward.office, "báo thay phường 8 20 hộ") == (
        'Chưa ghi được vì Phường 8 không có việc nào đang thực hiện khớp với "20 hộ". Đồng chí gõ'
        " mã và kết quả, ví dụ: CT12 150 tỷ đồng"
    )
    assert ward.type(ward.office, "20 tỷ") == ABOUT_TO


def test_a_figure_alone_answers_the_second_step(ward: Ward) -> None:
    ward.type(ward.office, "báo thay phường 8")
    assert ward.type(ward.office, "20 tỷ") == ABOUT_TO


@pytest.fixture
def busy(ward: Ward) -> Ward:
    """Ward 8 has two more targets."""
    ward.assignment(ward.ward8, "CT03", "Kết nạp đảng viên", measure="đảng viên", plan=60)
    ward.assignment(ward.ward8, "CT23", "Giải quyết việc làm", measure="lao động", plan=200)
    ward.type(ward.office, "baothay")
    ward.type(ward.office, "phường 8")
    return ward


SEVERAL = "ct03 được 6 đồng chí, ct12 khoảng 14 tỷ, ct23 gần 120"
ASKED = (
    "CT23 Giải quyết việc làm, chưa ghi được. Đồng chí cho biết con số thực đạt đến nay, kèm đơn"
    " vị tính.\n"
    "Phần đã rõ, chờ ghi cùng:\n"
    "• CT03 Kết nạp đảng viên: 6 đảng viên\n"
    "• CT12 Thu ngân sách: 14 tỷ đồng"
)


def test_what_is_clear_is_kept_while_the_unclear_is_asked_about(busy: Ward) -> None:
    assert busy.type(busy.office, SEVERAL) == ASKED
    assert busy.offered(busy.office) == ["Bỏ qua CT23, ghi phần còn lại"]
    assert busy.type(busy.office, "120") == (
        "Sẽ ghi thay Phường 8:\n"
        "• CT03 Kết nạp đảng viên: 6 đảng viên\n"
        "• CT12 Thu ngân sách: 14 tỷ đồng\n"
        "• CT23 Giải quyết việc làm: 120 lao động\n"
        "Đơn vị cho biết bằng cách nào? Đồng chí chọn để ghi, gõ số và ngày của văn bản, hoặc gõ:"
        " hủy"
    )
    busy.choose(busy.office, "Điện thoại")
    assert [row["value"] for row in busy.reports()] == [6, 14, 120]


def test_the_unclear_figure_may_be_left_out(busy: Ward) -> None:
    busy.type(busy.office, SEVERAL)
    answer = busy.choose(busy.office, "Bỏ qua CT23, ghi phần còn lại")
    assert answer.splitlines()[:3] == [
        "Sẽ ghi thay Phường 8:",
        "• CT03 Kết nạp đảng viên: 6 đảng viên",
        "• CT12 Thu ngân sách: 14 tỷ đồng",
    ]
    busy.choose(busy.office, "Điện thoại")
    assert [row["value"] for row in busy.reports()] == [6, 14]


def test_beside_the_answer_figures_may_be_added_and_put_right(busy: Ward) -> None:
    busy.type(busy.office, SEVERAL)
    assert busy.type(busy.office, "ct12 15 tỷ").endswith("• CT12 Thu ngân sách: 15 tỷ đồng")
    assert busy.type(busy.office, "chưa rõ").startswith("CT23 Giải quyết việc làm, chưa ghi được.")
    assert busy.type(busy.office, "ct23 120 người").splitlines()[1:4] == [
        "• CT03 Kết nạp đảng viên: 6 đảng viên",
        "• CT12 Thu ngân sách: 15 tỷ đồng",
        "• CT23 Giải quyết việc làm: 120 lao động",
    ]


def test_the_question_comes_back_after_something_else(busy: Ward) -> None:
    busy.type(busy.office, SEVERAL)
    busy.type(busy.office, "tình trạng")
    assert busy.type(busy.office, "tiếp") == ASKED


def test_a_code_of_another_unit_is_not_passed_over_in_silence(busy: Ward) -> None:
    assert busy.type(busy.office, "CT12 14 tỷ, NV07 xong").splitlines()[:4] == [
        "NV07 không phải việc của Phường 8 nên không ghi.",
        "",
        "Sẽ ghi thay Phường 8:",
        "• CT12 Thu ngân sách: 14 tỷ đồng",
    ]


PREVIEW = (
    "Sẽ ghi thay Phường 8:\n"
    "• CT12 Thu ngân sách: 20 tỷ đồng\n"
    "Đơn vị cho biết bằng cách nào? Đồng chí chọn để ghi, gõ số và ngày của văn bản, hoặc gõ: hủy"
)


@pytest.mark.parametrize(
    "typed",
    [
        "báo thay phường 8 ct12 20 tỷ",
        "bao thay phuong 8: ct12 20 ty",
        "báo cáo thay p8, CT12 20 tỷ",
        "báo thay phường tám báo ct12 20 tỷ",
        "phường 8 báo ct12 20 tỷ",
        "P.8 vừa gọi điện báo ct12 được 20 tỷ",
        "đơn vị phường 8 báo ct12 20 tỷ",
    ],
)
def test_unit_and_figures_may_stand_in_one_message(ward: Ward, typed: str) -> None:
    assert ward.type(ward.office, typed) == PREVIEW
    ward.choose(ward.office, "Điện thoại")
    assert ward.standing(ward.budget8)["value"] == 20


@pytest.mark.parametrize("typed", ["báo thay phường 8", "bao thay p8", "báo thay phường tám"])
def test_the_unit_may_stand_behind_the_word(ward: Ward, typed: str) -> None:
    assert ward.type(ward.office, typed).startswith("Báo thay Phường 8. Đồng chí gõ mã")
    assert ward.type(ward.office, "CT12 20 tỷ") == PREVIEW


@pytest.mark.parametrize("typed", ["p8", "P.8", "p 08", "phường tám", "phuong so 8"])
def test_a_unit_is_known_by_its_short_name(ward: Ward, typed: str) -> None:
    ward.type(ward.office, "báo thay")
    assert ward.type(ward.office, typed).startswith("Báo thay Phường 8. Đồng chí gõ mã")


def test_figures_that_come_before_their_unit_wait_for_it(ward: Ward) -> None:
    ward.type(ward.office, "báo thay")
    asked = "Số liệu vừa rồi là của đơn vị nào? Gõ tên đơn vị, ví dụ: phường 7"
    assert ward.type(ward.office, "ct12 20 tỷ") == asked
    assert ward.type(ward.office, "phường 70") == (
        'Không có đơn vị nào tên "phường 70". Đồng chí gõ lại tên đơn vị, hoặc gõ: hủy'
    )
    assert ward.type(ward.office, "phường 8") == PREVIEW


def test_of_several_units_the_chosen_one_gets_the_figures(ward: Ward) -> None:
    assert ward.type(ward.office, "báo thay phường ct12 20 tỷ") == "Đồng chí chọn đơn vị:"
    assert ward.choose(ward.office, "Phường 8") == PREVIEW
    ward.type(ward.office, "báo thay phường ct12 20 tỷ")
    assert ward.type(ward.office, "p8") == PREVIEW


def test_what_is_said_at_the_last_step_of_the_figures_is_no_source(ward: Ward) -> None:
    ward.type(ward.office, "báo thay phường 8 ct12 19 tỷ")
    assert ward.type(ward.office, "sai") == (
        "Chưa ghi gì. Đồng chí gõ mã và kết quả đúng, phần còn lại giữ nguyên; hoặc gõ: hủy"
    )
    assert ward.type(ward.office, "ct12 20 tỷ") == PREVIEW
    for typed in ("ct12 20 tỷ", "sai, 20 tỷ", "CT12 20 tỷ nhé", "ok", "7"):
        assert ward.type(ward.office, typed) == PREVIEW
    assert ward.reports() == []
    ward.type(ward.office, "Công văn 12-CV/ĐU về CT12")
    assert [row["source"] for row in ward.reports()] == ["Công văn 12-CV/ĐU về CT12"]


def test_a_unit_is_opened_by_its_name_behind_the_word(ward: Ward) -> None:
    assert ward.type(ward.office, "don vi phuong 8").startswith("Phường 8 (mã Phường 8)")
    assert ward.type(ward.office, "đơn vị phường") == "Có nhiều đơn vị tên như vậy. Đồng chí chọn:"
    assert ward.choose(ward.office, "Phường 7").startswith("Phường 7 (mã Phường 7)")
    assert ward.type(ward.office, "đơn vị phường 70") == (
        'Không tìm thấy đơn vị nào tên "phường 70". Đồng chí kiểm tra lại tên, hoặc gõ "đơn vị" để'
        " xem danh sách."
    )


def test_the_example_is_of_the_units_own_work(ward: Ward) -> None:
    other = ward.unit("Phường 9", ward.city)
    ward.assignment(other, "CT03", "Kết nạp đảng viên", measure="đảng viên", plan=12)
    assert ward.type(ward.office, "báo thay phường 9") == (
        "Báo thay Phường 9. Đồng chí gõ mã và kết quả như đơn vị cho biết, ví dụ: CT03 6 đảng viên."
        " Việc đang thực hiện của đơn vị:\n"
        "• CT03 Kết nạp đảng viên"
    )
    assert ward.type(ward.office, "xong rồi") == (
        "Chưa ghi được vì chưa thấy mã của đơn vị này cùng kết quả. Đồng chí gõ lại, ví dụ: CT03 6"
        " đảng viên"
    )


def test_the_journal_says_for_which_unit_and_that_the_office_reported_for_it(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 80 tỷ")
    ward.type(ward.office, "baothay")
    ward.type(ward.office, "phường 8")
    ward.type(ward.office, "CT12 90 tỷ")
    ward.choose(ward.office, "Điện thoại")
    assert ward.type(ward.office, "nhật ký") == (
        "Nhật ký, mới nhất trước:\n"
        "• 08:00 thứ Tư, 09/6, Phạm Thị Phòng: báo cáo thay CT12, Phường 8\n"
        "• 08:00 thứ Tư, 09/6, Nguyễn Thị Lan: báo cáo tiến độ CT12, Phường 7"
    )
    kept = ward.rows("SELECT text FROM audit_texts ORDER BY audit_id DESC LIMIT 1")[0]["text"]
    assert kept == "CT12 2021-06 90 tỷ đồng (Điện thoại)"
