"""A leave in plain words: its days, who stands in, and what is no leave at all. A Wednesday."""

from __future__ import annotations

from datetime import date

import pytest

from domain.leave import Leave, stands_in
from domain.leave_days import Days
from domain.leave_words import announced, details, is_back, name_in

TODAY = date(2021, 6, 9)


def works(day: date) -> bool:
    return day.weekday() < 5


@pytest.mark.parametrize(
    ("typed", "first", "last", "name"),
    [
        ("tôi nghỉ từ 10/6 đến 15/6", 10, 15, ""),
        ("nghỉ phép đến hết tuần, anh Ba thay", 9, 13, "Ba"),
        ("Em xin phép nghỉ 10-15/6, nhờ chị Trần Thị Hoa thay em ạ", 10, 15, "Trần Thị Hoa"),
        ("toi nghi tu 10/6 den 15/6, anh Ba thay", 10, 15, "Ba"),
        ("đi công tác từ mai đến thứ sáu", 10, 11, ""),
        ("tôi nghỉ đến thứ ba anh Ba thay", 9, 15, "Ba"),
        ("tôi nghỉ từ thứ hai đến thứ tư tuần sau", 14, 16, ""),
        ("nghỉ ốm hôm nay", 9, 9, ""),
        ("nghỉ 2 ngày từ mai", 10, 11, ""),
        ("nghỉ 3 ngày làm việc từ mai", 10, 14, ""),
        ("nghỉ 3 ngày từ mai", 10, None, ""),  # do Saturday and Sunday count?
        ("nghỉ tuần sau, người thay: Phạm Văn Hai", 14, 20, "Phạm Văn Hai"),
        ("nghỉ từ 10/6 đến 15/6 vì việc gia đình", 10, 15, ""),
        ("nghỉ từ 10/6 đến 15/6, Hai thay", 10, 15, "Hai"),
        ("Xin nghỉ phép 1 tuần từ thứ hai, giao chị Lan", 14, 20, "Lan"),
        ("tôi nghỉ từ 10/6", 10, None, ""),
        ("toi di cong tac tu mai den het thu 6", 10, 11, ""),
        ("em nghi phep het thu sau, nho co Thom lam thay", 9, 11, "Thom"),
        ("em nghỉ phép ngày mai, nhờ cô Thơm làm thay", 10, 10, "Thơm"),
        ("tôi nghỉ phép từ mai đến thứ sáu, giao cho anh Ba thay", 10, 11, "Ba"),
    ],
)
def test_a_leave_is_read_whole(typed: str, first: int, last: int | None, name: str) -> None:
    said = announced(typed, TODAY, works)
    assert said is not None
    assert said.days == Days(date(2021, 6, first), date(2021, 6, last) if last else None)
    assert (said.name, said.nobody) == (name, False)


def test_nobody_and_impossible_days_are_heard() -> None:
    said = announced("đi công tác từ mai đến thứ sáu, không ai thay", TODAY, works)
    assert said is not None and said.nobody
    said = announced("tôi nghỉ từ 31/6 đến 3/7", TODAY, works)
    assert said is not None and said.days.impossible


def test_said_on_a_monday_the_week_of_the_end_is_meant() -> None:
    said = announced("tôi nghỉ từ thứ hai đến thứ tư tuần sau", date(2021, 6, 7), works)
    assert said is not None
    assert said.days == Days(date(2021, 6, 14), date(2021, 6, 16))


@pytest.mark.parametrize(
    "typed",
    [
        "nghỉ",
        "tôi nghỉ",
        "nghỉ hưu 3 đồng chí",
        "đi công tác tuyên truyền 3 buổi",
        "vắng mặt 5 người",
        "NV07 60%, nghỉ từ 10/6 đến 15/6",
        "nghỉ phép từ đầu tháng 7",
        "cho nghỉ việc 2 trường hợp",
        "mai nghỉ học",
        "mai tôi đi họp tỉnh",
        "thu het thu 6 ty",
    ],
)
def test_what_has_anything_else_in_it_is_no_leave(typed: str) -> None:
    assert announced(typed, TODAY, works) is None


@pytest.mark.parametrize(
    ("typed", "name", "nobody"),
    [
        ("anh Ba", "Ba", False),
        ("Ba", "Ba", False),
        ("bà Ba thay tôi", "Ba", False),
        ("nhờ chị Lan thay", "Lan", False),
        ("đồng chí Trần Văn Ba", "Trần Văn Ba", False),
        ("không ai", "", True),
        ("khong co ai thay", "", True),
        ("không", "", True),
        ("nhờ cô Thơm làm thay", "Thơm", False),
    ],
)
def test_whom_an_answer_names(typed: str, name: str, nobody: bool) -> None:
    assert name_in(typed) == (name, nobody)


def test_days_from_a_day_that_was_said_before() -> None:
    said = details("3 ngày", TODAY, works, date(2021, 6, 14))
    assert said is not None and said.days == Days(date(2021, 6, 14), date(2021, 6, 16))


def test_coming_back_in_plain_words() -> None:
    for typed in ("tôi đi làm lại rồi", "đã đi làm lại hôm nay ạ", "hết nghỉ", "toi di lam lai"):
        assert is_back(typed)
    for typed in ("làm lại báo cáo", "đã đi làm lại 3 hộ"):
        assert not is_back(typed)


def test_the_end_of_a_chain_stands_in_and_a_circle_leads_to_nobody() -> None:
    def away(who: int, other: int | None) -> Leave:
        return Leave(who, who, other, TODAY, TODAY)

    chain = {1: away(1, 2), 2: away(2, 3)}
    assert [stands_in(who, chain) for who in (1, 2, 3, 4)] == [3, 3, 3, 4]
    assert stands_in(1, {1: away(1, 2), 2: away(2, 1)}) is None
    assert stands_in(1, {1: away(1, None)}) is None


@pytest.mark.parametrize(
    ("typed", "first", "last", "name", "sure"),
    [
        ("tôi bị ốm xin nghỉ hôm nay", 9, 9, "", False),
        ("toi bi om xin nghi hom nay", 9, 9, "", False),
        ("đi công tác Hà Nội 10/6 đến 12/6, đồng chí Khoa thay", 10, 12, "Khoa", False),
        ("mai tôi nghỉ phép", 10, 10, "", True),
        ("mai toi nghi phep, chi Hoa thay", 10, 10, "Hoa", True),
        ("Mai tôi xin nghỉ 1 ngày", 10, 10, "", True),
        ("anh ơi mai em nghỉ", 10, 10, "", True),
        ("nhà có việc xin nghỉ mai", 10, 10, "", False),
        ("em ốm, hôm nay em xin nghỉ, chị Hoa làm thay em", 9, 9, "Hoa", False),
        ("dạ em đang bị đau đầu, em xin phép nghỉ chiều nay ạ", 9, 9, "", False),
        ("em xin nghỉ thứ sáu về quê", 11, 11, "", False),
        ("xin nghỉ mai đi khám chữa bệnh", 10, 10, "", False),
        ("thứ hai tuần sau tôi đi công tác", 14, 14, "", True),
        ("đi công tác từ 10/6 đến 12/6 ở Hà Nội", 10, 12, "", False),
        ("tôi nghỉ từ 10/6 đến 12/6, đồng chí Khoa thay", 10, 12, "Khoa", True),
        ("mai nghi", 10, 10, "", False),
        ("ngày mai nghỉ nhé", 10, 10, "", False),
        ("tui đi họp tỉnh 2 ngày, từ mai", 10, 11, "", False),
    ],
)
def test_a_leave_is_read_in_other_words_too(
    typed: str, first: int, last: int, name: str, sure: bool
) -> None:
    said = announced(typed, TODAY, works)
    assert said is not None
    assert said.days == Days(date(2021, 6, first), date(2021, 6, last))
    assert (said.name, said.sure) == (name, sure)


@pytest.mark.parametrize("typed", ["em bị sốt xin phép nghỉ", "tôi đi công tác Hà Nội"])
def test_a_leave_without_its_days_is_one_all_the_same(typed: str) -> None:
    said = announced(typed, TODAY, works)
    assert said is not None and said.days == Days()


@pytest.mark.parametrize(
    "typed",
    [
        "đồng chí Ba bị ốm xin nghỉ hôm nay",
        "Chủ tịch đi công tác Hà Nội 10/6 đến 12/6",
        "đi công tác Hà Nội 1/6 đến 3/6",
        "do bị ốm nên chậm, xin gia hạn đến 15/6",
        "văn phòng nghỉ tết từ 10/6 đến 12/6",
        "hôm nay họp xong tôi nghỉ",
        "mai nghỉ lễ",
        "mai học sinh nghỉ",
        "em bị kẹt xe hôm nay",
    ],
)
def test_what_is_told_of_others_or_of_work_is_no_leave(typed: str) -> None:
    assert announced(typed, TODAY, works) is None


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("nghỉ thai sản từ 15/6 đến 15/12", Days(date(2021, 6, 15), date(2021, 12, 15))),
        ("tôi nghỉ từ 20/12 đến 5/1", Days(date(2021, 12, 20), date(2022, 1, 5))),
    ],
)
def test_a_long_leave_ends_in_the_year_that_comes(typed: str, days: Days) -> None:
    said = announced(typed, TODAY if "thai" in typed else date(2021, 12, 15), works)
    assert said is not None and said.days == days
