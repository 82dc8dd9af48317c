"""Which period a report goes to, and what is said when it came too late for the one before."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.committee import Committee
from tests.handlers_stories.ward import Ward

HOW = 'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'


@pytest.fixture
def late(tmp_path: Path) -> Ward:
    """A ward whose committee takes figures of a month until the 5th of the next."""
    return Ward(tmp_path, Committee("Thành ủy Bến Tre", cut_off_day=5))


def _freeze(ward: Ward, period: str) -> None:
    ward.write(
        lambda tx: tx.run(
            "INSERT INTO freezes (period, frozen_at) VALUES (:period, 'x')", period=period
        )
    )


def test_after_the_cut_off_the_answer_says_once_where_the_figure_went(late: Ward) -> None:
    late.on("2021-07-06")
    assert late.type(late.lan, "CT12 300 tỷ") == (
        "Đã ghi CT12 Thu ngân sách: 300 tỷ đồng, lũy kế đến tháng 7/2021."
        " Nếu là số của tháng 6/2021, đồng chí gõ lại, ghi rõ tháng 6/2021.\n"
        "🔴 Quá hạn 29 ngày (thứ Hai, 07/6). Đạt 60% kế hoạch năm (500 tỷ đồng).\n" + HOW
    )
    late.later(hours=1)
    assert "Nếu là số của tháng 6/2021" not in late.type(late.lan, "CT12 310 tỷ")


def test_whoever_reported_in_time_is_told_nothing_of_the_cut_off(late: Ward) -> None:
    late.on("2021-07-03")
    late.type(late.lan, "CT12 300 tỷ")
    late.on("2021-07-06")
    assert "hết hạn nhận số liệu" not in late.type(late.lan, "CT12 310 tỷ")
    assert [row["period"] for row in late.reports()] == ["2021-06", "2021-07"]


def test_weeks_after_the_cut_off_nothing_is_said_of_it(late: Ward) -> None:
    late.on("2021-07-20")
    assert "hết hạn" not in late.type(late.lan, "CT12 300 tỷ").splitlines()[0]


def test_while_the_period_under_way_is_frozen_each_answer_says_so(ward: Ward) -> None:
    _freeze(ward, "2021-6T")
    frozen = " Kỳ tháng 6/2021 đã chốt số liệu nên báo cáo này tính cho tháng 7/2021."
    for figure in ("300", "310"):
        assert ward.type(ward.lan, f"CT12 {figure} tỷ").splitlines()[0] == (
            f"Đã ghi CT12 Thu ngân sách: {figure} tỷ đồng, lũy kế đến tháng 7/2021"
            + (f", lần trước 300 tỷ đồng.{frozen}" if figure == "310" else f".{frozen}")
        )
    assert [row["as_of"] for row in ward.reports()] == ["2021-06-09"] * 2


def test_what_was_frozen_before_the_cut_off_takes_no_more_and_says_so_once(late: Ward) -> None:
    _freeze(late, "2021-06")
    late.on("2021-07-02")
    assert " Kỳ tháng 6/2021 đã chốt số liệu nên báo cáo này tính cho tháng 7/2021." in late.type(
        late.lan, "CT12 300 tỷ"
    )
    assert "đã chốt" not in late.type(late.lan, "CT12 310 tỷ")


@pytest.mark.parametrize(
    ("reporting", "day", "other", "meant"),
    [
        ("week", "2021-06-14", "tuần 23/2021", "tuần 24/2021"),
        ("month", "2021-07-02", "tháng 7/2021", "tháng 6/2021"),
        ("quarter", "2021-07-02", "quý III/2021", "quý II/2021"),
        ("half", "2021-07-02", "năm 2021", "6 tháng năm 2021"),
        ("nine_months", "2021-10-04", "năm 2021", "9 tháng năm 2021"),
    ],
)
def test_each_kind_of_reporting_names_its_own_period(
    ward: Ward, reporting: str, day: str, other: str, meant: str
) -> None:
    ward.assignment(ward.ward7, "NV31", "Rà soát hộ nghèo", "2021-12-31", reporting=reporting)
    ward.on(day)
    assert ward.type(ward.lan, "NV31 40%").splitlines()[0] == (
        f"Đã ghi NV31 Rà soát hộ nghèo: 40%, {meant}."
        f" Nếu là số của {other}, đồng chí gõ lại, ghi rõ {other}."
    )


def test_work_that_is_reported_on_demand_knows_no_cut_off(ward: Ward) -> None:
    _freeze(ward, "2021-06")
    ward.assignment(ward.ward7, "NV31", "Rà soát", "2021-12-31", reporting="on_demand")
    assert ward.type(ward.lan, "NV31 40%").splitlines()[0] == "Đã ghi NV31 Rà soát: 40%."


def test_a_correction_stays_in_the_period_of_the_figure_that_was_wrong(ward: Ward) -> None:
    ward.on("2021-06-30")
    ward.type(ward.lan, "CT12 300 tỷ")
    ward.on("2021-07-01")
    assert ward.type(ward.lan, "sai, 310 tỷ").splitlines()[0] == (
        "Đã sửa CT12 Thu ngân sách: 310 tỷ đồng, lũy kế đến tháng 6/2021, thay cho 300 tỷ đồng."
    )
    assert [(row["period"], row["as_of"]) for row in ward.reports()] == [
        ("2021-06", "2021-06-30"),
        ("2021-06", "2021-06-30"),
    ]


def _monthly(ward: Ward, **more: str) -> int:
    return ward.assignment(
        ward.ward7, "NV31", "Rà soát hộ nghèo", "2021-12-31", **({"reporting": "month"} | more)
    )


ASKED = (
    "NV31 Rà soát hộ nghèo báo cáo theo kỳ. Đồng chí đã xong phần việc của tháng 6/2021,"
    " hay xong toàn bộ công việc?"
)
SURE = (
    "NV31 Rà soát hộ nghèo còn các kỳ báo cáo đến thứ Sáu, 31/12. Nếu ghi xong toàn bộ, các kỳ đó"
    " không được nhắc nữa. Đồng chí xem lại giúp:"
)


def test_finished_on_periodic_work_is_asked_whether_all_of_it_is(ward: Ward) -> None:
    work = _monthly(ward)
    assert ward.type(ward.lan, "NV31 xong") == ASKED
    assert ward.offered(ward.lan) == ["Xong phần tháng 6/2021", "Xong toàn bộ"]
    assert ward.reports() == []
    assert ward.choose(ward.lan, "Xong phần tháng 6/2021") == (
        "Đã ghi NV31 Rà soát hộ nghèo: đã xong phần việc trong kỳ, tháng 6/2021.\n"
        "🟢 Còn 205 ngày (thứ Sáu, 31/12)\n" + HOW
    )
    kept = [(row["intent"], row["percent"], row["note"], row["period"]) for row in ward.reports()]
    assert kept == [("progress", None, "đã xong phần việc trong kỳ", "2021-06")]
    assert ward.standing(work)["state"] == "open"
    assert "• 09/6: đã xong phần việc trong kỳ (Nguyễn Thị Lan)" in ward.type(ward.lan, "NV31")


def test_all_of_the_periodic_work_can_be_meant_too(ward: Ward) -> None:
    work = _monthly(ward)
    ward.type(ward.lan, "NV31")
    assert ward.choose(ward.lan, "Xong") == ASKED
    assert ward.choose(ward.lan, "Xong toàn bộ") == SURE
    assert ward.offered(ward.lan) == ["Đúng, xong toàn bộ", "Chỉ xong phần tháng 6/2021"]
    assert ward.reports() == []
    assert ward.choose(ward.lan, "Đúng, xong toàn bộ").splitlines()[:2] == [
        "Đã ghi NV31 Rà soát hộ nghèo: đã hoàn thành, tháng 6/2021.",
        "✅ Hoàn thành đúng hạn (thứ Tư, 09/6)",
    ]
    assert ward.standing(work)["state"] == "done"


@pytest.mark.parametrize(
    ("answer", "state", "said"),
    [
        ("đúng", "done", "Đã ghi NV31 Rà soát hộ nghèo: đã hoàn thành, tháng 6/2021."),
        ("2", "open", "Đã ghi NV31 Rà soát hộ nghèo: đã xong phần việc trong kỳ, tháng 6/2021."),
        ("không", "open", "Vâng, chưa ghi gì cho NV31 Rà soát hộ nghèo."),
    ],
)
def test_long_before_the_deadline_it_is_asked_once_more(
    ward: Ward, answer: str, state: str, said: str
) -> None:
    work = _monthly(ward)
    ward.type(ward.lan, "NV31 xong")
    assert ward.type(ward.lan, "2") == SURE
    assert ward.type(ward.lan, answer).startswith(said)
    assert ward.standing(work)["state"] == state


def test_shortly_before_the_deadline_once_is_enough(ward: Ward) -> None:
    work = _monthly(ward, due_on="2021-07-31")
    ward.type(ward.lan, "NV31 xong")
    ward.choose(ward.lan, "Xong toàn bộ")
    assert ward.standing(work)["state"] == "done"


@pytest.mark.parametrize(
    ("answer", "state"), [("mới xong tháng này thôi", "open"), ("xong hết toàn bộ", "done")]
)
def test_the_question_can_be_answered_in_words(ward: Ward, answer: str, state: str) -> None:
    work = _monthly(ward)
    ward.type(ward.lan, "NV31 100%")
    assert ward.type(ward.lan, answer).startswith("Đã ghi NV31 Rà soát hộ nghèo: đã ")
    assert ward.standing(work)["state"] == state


def test_a_figure_answers_the_question_as_well(ward: Ward) -> None:
    _monthly(ward)
    ward.type(ward.lan, "NV31 xong")
    assert ward.type(ward.lan, "40%").startswith("Đã ghi NV31 Rà soát hộ nghèo: 40%, tháng 6/2021.")


def test_where_no_later_period_is_awaited_nothing_is_asked(ward: Ward) -> None:
    _monthly(ward, due_on="2021-06-30")
    assert ward.type(ward.lan, "NV31 xong").startswith(
        "Đã ghi NV31 Rà soát hộ nghèo: đã hoàn thành"
    )


def test_who_says_that_all_is_done_is_not_asked(ward: Ward) -> None:
    work = _monthly(ward)
    ward.type(ward.lan, "NV31 đã hoàn thành toàn bộ")
    assert ward.standing(work)["state"] == "done"


def test_the_next_doubt_of_the_message_is_asked_after_the_answer(ward: Ward) -> None:
    _monthly(ward)
    ward.type(ward.lan, "CT3 36")
    assert ward.type(ward.lan, "NV31 xong, CT3 30").startswith(ASKED)
    ward.choose(ward.lan, "Xong toàn bộ")
    said = ward.choose(ward.lan, "Đúng, xong toàn bộ")
    assert "số lũy kế 30 đảng viên thấp hơn lần trước" in said


def test_the_question_names_the_period_that_was_told(ward: Ward) -> None:
    _monthly(ward)
    assert ward.type(ward.lan, "NV31 tháng 5 đã xong") == ASKED.replace("tháng 6", "tháng 5")
    ward.choose(ward.lan, "Xong phần tháng 5/2021")
    assert [row["period"] for row in ward.reports()] == ["2021-05"]


@pytest.mark.parametrize(
    "words", ["xong báo cáo tháng này", "hoàn thành nhiệm vụ quý II rồi", "tháng này xong rồi"]
)
def test_words_that_speak_of_a_part_are_asked_about_in_the_same_way(ward: Ward, words: str) -> None:
    _monthly(ward)
    assert ward.type(ward.lan, f"NV31 {words}") == ASKED
    assert ward.type(ward.lan, "NV7 tháng này xong rồi") != ASKED
    assert ward.type(ward.lan, "NV31 tháng này chưa xong") != ASKED


def test_a_correction_to_finished_is_asked_as_well(ward: Ward) -> None:
    work = _monthly(ward)
    ward.type(ward.lan, "NV31 40%")
    assert ward.type(ward.lan, "sai, xong rồi") == (
        "Đã bỏ báo cáo về NV31 Rà soát hộ nghèo: 40%.\nĐồng chí gõ số đúng, ví dụ: 60%\n\n" + ASKED
    )
    ward.choose(ward.lan, "Xong phần tháng 6/2021")
    assert ward.standing(work)["state"] == "open"


def test_the_office_sees_before_it_records_that_all_of_it_would_be_done(ward: Ward) -> None:
    _monthly(ward)
    ward.type(ward.office, "báo thay")
    ward.type(ward.office, "phường 7")
    assert "• NV31 Rà soát hộ nghèo: đã hoàn thành (⚠️ xong toàn bộ, không riêng kỳ này)" in (
        ward.type(ward.office, "NV31 xong")
    )


def test_what_says_more_than_an_answer_is_none(ward: Ward) -> None:
    _monthly(ward)
    ward.type(ward.lan, "NV31 xong")
    assert ASKED in ward.type(ward.lan, "CT12 tháng 5 thu 40 tỷ")
    assert ward.type(ward.lan, "sai, tháng 5 thu 42 tỷ").startswith("Đã sửa CT12 Thu ngân sách")
    ward.type(ward.lan, "NV31 xong")
    ward.type(ward.lan, "tháng này chưa xong")
    assert {row["assignment_id"] for row in ward.reports()} == {ward.budget}


def test_the_answer_may_name_another_period(ward: Ward) -> None:
    _monthly(ward)
    ward.type(ward.lan, "NV31 xong")
    assert ward.type(ward.lan, "mới xong phần tháng 5").startswith(
        "Đã ghi NV31 Rà soát hộ nghèo: đã xong phần việc trong kỳ, tháng 5/2021."
    )
