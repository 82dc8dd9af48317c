"""Quiet hours from the settings: chosen, typed, refused where they would lose reminders."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

WHAT = (
    "Trong giờ yên lặng, tin nhắc, bản tổng hợp và chỉ đạo không khẩn chờ đến giờ làm việc gần"
    " nhất. Đồng chí nhắn thì luôn được trả lời ngay."
)


def hours(ward: Ward) -> tuple[str | None, str | None]:
    row = ward.rows("SELECT quiet_from, quiet_to FROM people WHERE id = :id", id=ward.lan)[0]
    return row["quiet_from"], row["quiet_to"]


def test_the_few_choices_and_typed_hours(ward: Ward) -> None:
    ward.type(ward.lan, "caidat")
    assert ward.type(ward.lan, "2") == (
        "Giờ yên lặng: theo giờ chung (nhắc việc từ 07:30 đến 18:00 ngày làm việc)\n"
        "Ngoài giờ ấy, tin nhắc và bản tổng hợp chờ đến giờ làm việc, chỉ đạo thì đến ngay. Đặt"
        " giờ yên lặng riêng thì chỉ đạo không khẩn cũng chờ.\n"
        "Đồng chí chọn, hoặc gõ giờ không muốn nhận tin, ví dụ: 21:00 đến 6:30"
    )
    assert ward.offered(ward.lan) == [
        "Sau 17:00 không nhắn",
        "Chỉ nhắn từ 08:00 đến 17:00",
        "Theo giờ chung",
    ]
    assert ward.type(ward.lan, "2") == (
        f"Đã ghi giờ yên lặng: từ 17:00 đến 08:00 và ngày nghỉ.\n{WHAT}"
    )
    assert hours(ward) == ("17:00", "08:00")
    ward.type(ward.lan, "caidat")
    assert ward.type(ward.lan, "2").startswith("Giờ yên lặng: từ 17:00 đến 08:00 và ngày nghỉ\n")
    assert ward.type(ward.lan, "21h đến 6h30").startswith(
        "Đã ghi giờ yên lặng: từ 21:00 đến 06:30 và ngày nghỉ."
    )
    assert hours(ward) == ("21:00", "06:30")
    ward.type(ward.lan, "caidat")
    ward.type(ward.lan, "2")
    assert ward.type(ward.lan, "3") == (
        "Đã bỏ giờ yên lặng riêng.\n"
        "Giờ yên lặng: theo giờ chung (nhắc việc từ 07:30 đến 18:00 ngày làm việc)"
    )
    assert hours(ward) == (None, None)
    assert len(ward.rows("SELECT 1 FROM audit WHERE act = 'quiet.set'")) == 3


@pytest.mark.parametrize(
    ("chosen", "label", "kept"),
    [
        ("1", "Không nhắn từ 08:00 đến 17:00", ("08:00", "17:00")),
        ("2", "Chỉ nhắn từ 08:00 đến 17:00", ("17:00", "08:00")),
        ("chỉ nhắn từ 8h đến 17h", "Chỉ nhắn từ 08:00 đến 17:00", ("17:00", "08:00")),
    ],
)
def test_the_offices_own_hours_are_asked_back(
    ward: Ward, chosen: str, label: str, kept: tuple[str, str]
) -> None:
    ward.type(ward.lan, "caidat")
    ward.type(ward.lan, "2")
    assert ward.type(ward.lan, "08:00 đến 17:00") == (
        "Đồng chí không muốn nhận tin từ 08:00 đến 17:00, hay chỉ muốn nhận trong giờ ấy?"
    )
    assert label in ward.offered(ward.lan) and len(ward.offered(ward.lan)) == 2
    assert hours(ward) == (None, None)
    assert ward.type(ward.lan, chosen).startswith(
        f"Đã ghi giờ yên lặng: từ {kept[0]} đến {kept[1]} và ngày nghỉ."
    )
    assert hours(ward) == kept


def test_hours_that_leave_no_time_for_reminders_are_refused_and_asked_again(ward: Ward) -> None:
    ward.type(ward.lan, "caidat")
    ward.type(ward.lan, "2")
    assert ward.type(ward.lan, "6:00 đến 20:00") == (
        "Nếu yên lặng từ 06:00 đến 20:00 thì không còn giờ nào để nhắc việc (từ 07:30 đến 18:00"
        " ngày làm việc). Xin chừa ít nhất một giờ, ví dụ: 21:00 đến 6:30."
    )
    assert ward.type(ward.lan, "buổi tối") == (
        "Chưa rõ là từ giờ nào đến giờ nào. Đồng chí gõ, ví dụ: 21:00 đến 6:30. Muốn thôi, gõ: hủy."
    )
    assert hours(ward) == (None, None)
    ward.type(ward.lan, "20:00 đến 6:00")
    assert hours(ward) == ("20:00", "06:00")


def test_one_is_answered_at_once_in_ones_own_quiet_hours(ward: Ward) -> None:
    ward.on("2021-06-09", 22)
    ward.type(ward.lan, "caidat")
    ward.type(ward.lan, "2")
    ward.type(ward.lan, "1")
    due = ward.rows("SELECT kind, due_at FROM outbox ORDER BY id DESC LIMIT 1")[0]
    assert due["kind"] == "answer" and due["due_at"].startswith("2021-06-09T15:00")
