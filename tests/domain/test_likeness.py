"""How well words fit titles and measures."""

from __future__ import annotations

import pytest

from domain.assignment import TARGET, Assignment
from domain.likeness import is_clearer, points, subject_of


def work(title: str, measure: str | None = None, discreet: bool = False) -> Assignment:
    return Assignment(1, 2021, "CT1", 1, TARGET, title, measure=measure, discreet=discreet)


@pytest.mark.parametrize(
    "text",
    [
        "60%", "xong rồi ạ", "được 60%, còn vướng mặt bằng", "đạt 60% kế hoạch, vì thiếu kinh phí",
        "dạ báo cáo đồng chí, đơn vị đã thực hiện được 12 tỷ", "đang triển khai", "12/15 hộ",
        "chưa có kinh phí giải phóng mặt bằng", "thu ngân sách " * 100,
    ],
)  # fmt: skip
def test_words_without_a_subject(text: str) -> None:
    assert subject_of(text) is None


def test_what_stands_together_weighs_more_than_a_word_that_looks_alike() -> None:
    subject = subject_of("85% hộ đã ký cam kết")
    assert subject is not None
    pledges, members = points(subject, [work("Vận động hộ ký cam kết"), work("Kết nạp đảng viên")])
    assert (pledges, members) == (3, 1)
    assert is_clearer(pledges, members)


def test_the_only_one_measured_in_what_is_said_fits() -> None:
    subject = subject_of("thu về 12 tỷ")
    assert subject is not None
    money, tree = work("Ngân sách", "tỷ đồng"), work("Trồng cây", "cây")
    assert points(subject, [money, tree]) == [2, 0]
    assert points(subject, [money, money]) == [1, 1]


def test_a_title_that_does_not_travel_is_not_looked_at() -> None:
    subject = subject_of("bảo hiểm y tế 95%")
    assert subject is not None
    assert points(subject, [work("Bảo hiểm y tế", discreet=True)]) == [0]


def test_where_both_fit_well_neither_is_clearer() -> None:
    assert not is_clearer(5, 3)
    assert is_clearer(6, 3)
    assert not is_clearer(1, 0)
