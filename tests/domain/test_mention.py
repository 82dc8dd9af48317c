"""Codes and document numbers in free text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.mention import (
    before_reason,
    by_times,
    codes_in,
    document_in,
    lent,
    pieces,
    wish_with_reason,
)

TODAY = date(2021, 6, 9)


def test_every_code_is_found_once_in_its_one_spelling() -> None:
    text = "CT1 60%, ct 02 xong, nhiệm vụ số 7: đang làm, chỉ tiêu 12 và CT01"
    assert codes_in(text) == ["CT1", "CT2", "NV7", "CT12"]


@pytest.mark.parametrize(
    "text", ["Chương trình 10", "CTr 10", "0912345678", "DCT12", "CT 0", "CT 05-CT/TW", ""]
)
def test_what_only_looks_like_a_code_is_none(text: str) -> None:
    assert codes_in(text) == []


def test_a_text_is_cut_before_each_code() -> None:
    assert pieces("CT1 60%, NV7 70-80%") == [("CT1", "CT1 60%"), ("NV7", "NV7 70-80%")]


def test_a_text_with_a_figure_before_the_first_code_is_not_cut() -> None:
    assert pieces("60% CT1, xong CT2") == []


def test_a_code_alone_shares_the_words_of_the_next_one_or_those_before_all() -> None:
    def shared(text: str) -> dict[int, str]:
        return lent(text, pieces(text))

    assert shared("CT5 và CT8 xong") == {0: "xong"}
    assert shared("xong CT5, CT8") == {0: "xong", 1: "xong"}
    assert shared("CT1 60%, CT5") == {1: ""}
    assert shared("CT1 60%, CT5 xong") == {}


def test_a_document_is_its_number_and_its_day() -> None:
    found = document_in("báo cáo số 45-BC/ĐU ngày 08/6", TODAY)
    assert found is not None
    assert (found.number, found.dated_on, found.rest) == ("45-BC/ĐU", date(2021, 6, 8), "")


def test_a_day_without_a_year_lies_in_the_past() -> None:
    found = document_in("bc 45-BC/ĐU ngày 20/12", TODAY)
    assert found is not None and found.dated_on == date(2020, 12, 20)


def test_what_stands_beside_the_document_is_left_for_the_report() -> None:
    found = document_in("CT12 60%, bc số 12/BC-UBND ngày 3/6/2021", TODAY)
    assert found is not None
    assert (found.number, found.dated_on) == ("12/BC-UBND", date(2021, 6, 3))
    assert found.rest == "CT12 60%"


def test_a_document_that_is_only_carried_out_is_no_evidence() -> None:
    assert document_in("thực hiện nghị quyết số 10-NQ/TU đạt 60%", TODAY) is None
    assert document_in("thực hiện CT 05-CT/TW đạt 60%", TODAY) is None
    alone = document_in("tờ trình số 7-TTR/ĐU", TODAY)
    assert alone is not None and alone.number == "7-TTR/ĐU"


@pytest.mark.parametrize("text", ["12/15 hộ", "3/5 xã đã xong", "70-80%", "đến 30/6", "5/6 xong"])
def test_fractions_ranges_and_days_are_no_documents(text: str) -> None:
    assert document_in(text, TODAY) is None


@given(st.text(max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    codes = codes_in(text)
    assert len(codes) == len(set(codes))
    assert all(piece for _, piece in pieces(text))
    document_in(text, TODAY)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("đến 30/6 vì còn 12 hộ chưa ký", ("đến 30/6", "còn 12 hộ chưa ký")),
        ("đến 30/6, lý do: mưa", ("đến 30/6", "mưa")),
        ("den 30/6 do mua", ("den 30/6", "mua")),
        ("đến 30/6 do tiến độ đo đạc chậm", ("đến 30/6", "tiến độ đo đạc chậm")),
        ("đến 30/6 cho đủ tiến độ", ("đến 30/6 cho đủ tiến độ", "")),
    ],
)
def test_a_reason_begins_with_a_word_for_it(text: str, parts: tuple[str, str]) -> None:
    assert before_reason(text) == parts


def test_only_a_wish_for_more_time_has_a_reason_here() -> None:
    assert wish_with_reason("NV7 60% vì mưa") == ("", "")
    assert wish_with_reason("NV7 xin gia hạn đến 30/6") == ("", "")
    assert wish_with_reason("NV7 xin gia hạn đến 30/6 vì mưa") == (
        "NV7 xin gia hạn đến 30/6",
        "mưa",
    )


def test_a_text_is_cut_at_each_month_with_a_figure_of_its_own() -> None:
    assert by_times("CT12 quý I 30 tỷ, tháng 4 được 7,5 tỷ và tháng 5/2021 8 tỷ") == [
        "CT12 quý I 30 tỷ",
        "tháng 4 được 7,5 tỷ",
        "tháng 5/2021 8 tỷ",
    ]
    for whole in (
        "CT12 6 tháng 8 tỷ, tháng 5 4 tỷ",
        "từ tháng 1 đến tháng 5 thu 40 tỷ",
        "tháng 5 thu 8 tỷ, tăng so với tháng 4 7 tỷ",
        "tháng 4 và tháng 5 thu 9 tỷ",
        "tháng 5 thu 8 tỷ",
        "",
    ):
        assert by_times(whole) == []
