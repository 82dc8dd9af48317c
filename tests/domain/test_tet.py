"""The first days of lunar years that replies count from, against a package that knows them."""

from __future__ import annotations

from holidays import country_holidays

from domain.date_words import _TET


def test_the_table_names_the_first_days_of_lunar_years() -> None:
    for first, before in _TET:
        assert country_holidays("VN", years=first.year, language="vi")[first] == "Tết Nguyên Đán"
        assert before in (29, 30)
    # From 2025 to 2032 there is no thirtieth of Tết.
    assert [first.year for first, before in _TET if before == 30] == [2021, 2023, 2024, 2033]
