"""Of which past day something is told: finished, or standing at a figure."""

from __future__ import annotations

from datetime import date

import pytest

from domain.reply.understanding import understand

TODAY = date(2021, 6, 9)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("65% hôm thứ Sáu", "2021-06-04"),
        ("60% tính đến 5/6", "2021-06-05"),
        ("tính đến hết ngày 5/6, đạt 60%", "2021-06-05"),
        ("hôm thứ Sáu đã đạt 60% rồi ạ", "2021-06-04"),
        ("48% tính tới 17h hôm qua", "2021-06-08"),
        ("48% (số liệu ngày 08/6)", "2021-06-08"),
        ("60%, hôm thứ Sáu", "2021-06-04"),
        ("60%", None),
        ("hôm nay 60%", None),
        ("60% từ hôm 5/6 rồi", None),
        ("60% trước ngày 5/6", None),
        ("theo báo cáo ngày 3/6 là 60%", None),
        ("bữa hổm 60%", None),
        ("60% do hôm thứ Sáu mưa", None),
        ("60% hôm thứ Sáu họp", None),
        ("hôm qua mưa nên được 60%", None),
        ("hôm qua 40%, nay 45%", None),
        ("việc anh giao hôm thứ hai em làm được 60% rồi", None),
        ("65%, hôm qua em ghi nhầm", None),
    ],
)
def test_the_day_at_which_a_figure_stood_is_read(text: str, day: str | None) -> None:
    (item,) = understand(text, today=TODAY).items
    assert item.percent is not None
    assert (item.on.isoformat() if item.on else None) == day


def test_a_figure_of_a_period_alone_is_of_no_day() -> None:
    items = understand("trong tháng thu 5 tỷ tính đến 5/6", today=TODAY, measure="tỷ đồng").items
    assert all(item.on is None for item in items if item.basis == "period")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("xong hôm 3/6", "2021-06-03"),
        ("đã xong từ 03/6 rồi ạ", "2021-06-03"),
        ("thứ sáu tuần trước xong rồi", "2021-06-04"),
        ("xong tu hom thu hai", "2021-06-07"),
        ("hôm qua đã nộp xong", "2021-06-08"),
        ("ngày 30/5 mần xong hết trơn", "2021-05-30"),
        ("xong", None),
        ("bữa hổm xong rồi", None),
        ("tính đến 3/6 đã xong", None),
        ("báo cáo số 45-BC/ĐU ngày 03/6 đã xong", None),
        ("xong rồi, hôm qua họp", None),
        ("xong phần 1 hôm 2/6, hôm 4/6 xong hết", None),
    ],
)
def test_the_day_on_which_something_was_finished_is_read(text: str, day: str | None) -> None:
    found = understand(text, today=TODAY)
    assert [str(item.on) for item in found.items if item.on] == ([day] if day else [])
    assert all("on" not in item for item in found.as_json()["items"])


@pytest.mark.parametrize("text", ["xong từ thứ 5", "xong từ thứ Năm rồi ạ", "xong hôm thứ 5"])
def test_what_was_finished_since_a_weekday_was_so_on_the_one_that_is_over(text: str) -> None:
    (item,) = understand(text, today=TODAY).items
    assert item.on == date(2021, 6, 3)
