"""Several doubtful months in one message: each is named, asked about, and kept of its own month."""

from __future__ import annotations

from tests.handlers_stories.ward import Ward

ESTIMATE = (
    "CT12 Thu ngân sách, {}: chưa ghi được. Đây là số dự kiến. Ghi là số ước, hay đồng chí cho số"
    " thực hiện đến nay?"
)
FAR = (
    "CT12 Thu ngân sách: {} vượt quá xa kế hoạch (500 tỷ đồng). Tin này chưa được ghi. Đồng chí xem"
    " lại giúp:"
)


def _rows(ward: Ward) -> list[tuple[object, ...]]:
    return [(row["value"], row["period"], row["estimate"]) for row in ward.reports()]


def test_estimates_of_two_months_are_asked_about_one_after_the_other(ward: Ward) -> None:
    said = ward.type(ward.lan, "CT12 tháng 4 ước 7 tỷ, tháng 5 ước 8 tỷ")
    assert said == ESTIMATE.format("tháng 4/2021")
    assert ward.offered(ward.lan) == ["Ghi là số ước (tháng 4/2021)"]
    assert ward.type(ward.lan, "1") == (
        "Đã ghi CT12 Thu ngân sách: 7 tỷ đồng, số ước, riêng tháng 4/2021, đến nay tất cả 7 tỷ"
        " đồng.\n"
        "🔴 Quá hạn 2 ngày (thứ Hai, 07/6). Đạt 1,4% kế hoạch năm (500 tỷ đồng).\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.\n\n' + ESTIMATE.format("tháng 5/2021")
    )
    assert ward.offered(ward.lan) == ["Ghi là số ước (tháng 5/2021)"]
    ward.type(ward.lan, "1")
    assert _rows(ward) == [(7, "2021-04", 1), (8, "2021-05", 1)]


def test_figures_that_cannot_well_be_are_each_confirmed_or_typed_anew_for_their_month(
    ward: Ward,
) -> None:
    assert ward.type(ward.lan, "CT12 tháng 4 thu 7000 tỷ, tháng 5 thu 8000 tỷ") == (
        FAR.format("7.000 tỷ đồng (tháng 4/2021)")
    )
    assert ward.offered(ward.lan) == ["Đúng, ghi 7.000 tỷ đồng (tháng 4/2021)", "Không, tôi gõ lại"]
    assert ward.type(ward.lan, "2") == (
        "Đồng chí gõ số đúng của CT12 Thu ngân sách (tháng 4/2021), ví dụ: 250 tỷ đồng"
    )
    said = ward.type(ward.lan, "7 tỷ")
    assert said.startswith("Đã ghi CT12 Thu ngân sách: 7 tỷ đồng, riêng tháng 4/2021")
    assert said.endswith(FAR.format("8.000 tỷ đồng (tháng 5/2021)"))
    assert ward.type(ward.lan, "không").startswith(
        "Đồng chí gõ số đúng của CT12 Thu ngân sách (tháng 5/2021)"
    )
    ward.type(ward.lan, "8 tỷ")
    assert _rows(ward) == [(7, "2021-04", 0), (8, "2021-05", 0)]
    assert ward.rows("SELECT 1 FROM doubts") == []


def test_an_estimate_of_a_month_that_is_over_stays_of_that_month(ward: Ward) -> None:
    assert ward.type(ward.lan, "CT12 tháng 5 ước 8 tỷ") == ESTIMATE.format("tháng 5/2021")
    ward.choose(ward.lan, "Ghi là số ước (tháng 5/2021)")
    assert _rows(ward) == [(8, "2021-05", 1)]


def test_a_figure_of_now_leaves_nothing_to_ask(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 tháng 4 ước 7 tỷ, tháng 5 ước 8 tỷ")
    assert "chưa ghi được" not in ward.type(ward.lan, "CT12 lũy kế 40 tỷ")
    assert ward.rows("SELECT 1 FROM doubts") == []
