"""Vietnamese numbers in figures and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.measures import measure_of
from domain.numbers import read_figures, read_number
from domain.reply.tokens import words_of
from domain.slips import repaired
from domain.telex import from_telex
from domain.vni import from_vni

ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def value_of(text: str) -> float | None:
    words = words_of(text)
    number = read_number(words.tokens, 0, words.rich)
    return None if number is None or number.doubt else number.value


def spoken(number: int) -> str:
    """A number below a million in words, as it is taught at school."""
    if number >= 1000:
        rest = number % 1000
        if not rest:
            return f"{spoken(number // 1000)} nghìn"
        if rest < 100:
            tail = f"không trăm {'linh ' if rest < 10 else ''}{spoken(rest)}"
            return f"{spoken(number // 1000)} nghìn {tail}"
        return f"{spoken(number // 1000)} nghìn {spoken(rest)}"
    if number >= 100:
        rest = number % 100
        link = "" if not rest else f" linh {ONES[rest]}" if rest < 10 else f" {spoken(rest)}"
        return f"{ONES[number // 100]} trăm{link}"
    if number >= 20:
        last = {0: "", 1: " mốt", 5: " lăm"}.get(number % 10, f" {ONES[number % 10]}")
        return f"{ONES[number // 10]} mươi{last}"
    if number >= 10:
        last = {0: "", 5: " lăm"}.get(number % 10, f" {ONES[number % 10]}")
        return f"mười{last}"
    return ONES[number]


@given(st.integers(1, 999_999))
def test_every_number_in_words_is_read(number: int) -> None:
    assert value_of(spoken(number)) == number


@given(st.integers(10, 999_999))
def test_every_number_in_words_is_read_without_marks_or_not_at_all(number: int) -> None:
    from domain.fold import fold

    assert value_of(fold(spoken(number))) in (number, None)


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_grouped_figures_are_read(whole: int, cents: int) -> None:
    text = f"{whole:,}".replace(",", ".") + f",{cents:02d}"
    assert read_figures(text).value == pytest.approx(whole + cents / 100)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.250,5", 1250.5), ("60.5", 60.5), ("60,5", 60.5), ("bảy lăm", 75), ("bảy nhăm", 75),
        ("hai tỷ rưỡi", 2.5e9), ("một tỷ hai", 1.2e9), ("một tỉ hai trăm", 1.2e9),
        ("trăm rưỡi", 150), ("hai trăm rưỡi", 250), ("triệu rưỡi", 1.5e6), ("trăm hai", 120),
        ("một nghìn hai", 1200), ("một ngàn hai trăm tỷ", 1.2e12), ("20 nghìn tỷ", 2e13),
        ("1tr2", 1.2e6), ("1tr25", 1.25e6), ("1 tỷ 250 triệu", 1.25e9), ("sáu chục", 60),
        ("chín lăm phẩy năm", 95.5), ("hai mươi tư", 24), ("hai trăm lẻ năm", 205),
        ("hai nghìn không trăm hai mươi mốt", 2021), ("ba mươi mốt", 31),
    ],
)  # fmt: skip
def test_a_number_is_read(text: str, value: float) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    "text",
    ["hai trăm mấy", "mấy chục", "mười mấy", "vài trăm", "bảy tám", "hai ba", "1,250", "1.25.300",
     "bảy tám chục", "chục"],
)  # fmt: skip
def test_a_number_that_can_be_read_two_ways_is_in_doubt(text: str) -> None:
    words = words_of(text)
    number = read_number(words.tokens, 0, words.rich)
    assert number is not None
    assert number.doubt is not None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddatj", "đạt"),
        ("hoafn", "hoàn"),
        ("hoanf", "hoàn"),
        ("chuwa", "chưa"),
        ("dduwowcj", "được"),
    ],
)
def test_slipped_telex_is_put_right(typed: str, meant: str) -> None:
    assert from_telex(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("d9at5", "đạt"),
        ("hoa2n", "hoàn"),
        ("chu7a", "chưa"),
        ("d9u7o7c5", "được"),
        ("ro62i", "rồi"),
    ],
)
def test_slipped_vni_is_put_right(typed: str, meant: str) -> None:
    assert from_vni(typed) == meant


@pytest.mark.parametrize(
    "text",
    ["xong", "ok", "ct12 60%", "ấp 3", "ap3", "m2", "1tr2", "t6", "users", "thanks", "12/15"],
)
def test_what_is_no_slip_is_left_alone(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("text", "kind", "factor", "noun"),
    [
        ("tỷ đồng", "money", 1e9, "dong"),
        ("Triệu đồng/người/năm", "money", 1e6, "dong"),
        ("%", "percent", 1, "%"),
        ("hộ dân", "count", 1, "ho"),
        ("nghìn lượt khách", "count", 1e3, "luot khach"),
    ],
)
def test_a_measure_is_understood(text: str, kind: str, factor: float, noun: str) -> None:
    measure = measure_of(text)
    assert measure is not None
    assert (measure.kind, measure.factor, measure.noun) == (kind, factor, noun)
