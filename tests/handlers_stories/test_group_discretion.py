"""What was told in private, or is discreet, is not said in a unit's group."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handlers_stories.test_group_of_a_unit import GroupDesk

FOR_LAN = "\n\nDành cho đồng chí Lan: chọn bên dưới nếu có, hoặc trả lời vào tin này."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[GroupDesk]:
    desk = GroupDesk(tmp_path)
    yield desk
    desk.store.close()


ALONE = "Đã bỏ báo cáo về NV20.\nĐồng chí gõ số đúng, ví dụ: 80%" + FOR_LAN


def test_the_words_of_discreet_work_are_not_said_in_the_group(desk: GroupDesk) -> None:
    desk.assignment(desk.ward7, "NV20", "Rà soát vụ A", "2021-06-11", discreet=1)
    desk.type(desk.lan, "NV20 65%, vướng do đồng chí Nguyễn Văn B chưa khai báo")
    desk.later(minutes=5)
    assert desk.hear(desk.lan, "NV20 chưa có gì", to_us=True) == (
        "NV20: trước đây đã có báo cáo. Tin này chưa được ghi."
        " Đồng chí cho biết giúp, nay vẫn như vậy hay chưa thực hiện được gì?" + FOR_LAN
    )


def test_nor_when_they_are_taken_back(desk: GroupDesk) -> None:
    desk.assignment(desk.ward7, "NV20", "Rà soát vụ A", "2021-06-11", discreet=1)
    desk.type(desk.lan, "NV20 65%, vướng do đồng chí Nguyễn Văn B chưa khai báo")
    desk.later(minutes=5)
    assert desk.hear(desk.lan, "bỏ NV20 đi", to_us=True) == ALONE


def test_nor_by_a_correction(desk: GroupDesk) -> None:
    desk.assignment(desk.ward7, "NV20", "Rà soát vụ A", "2021-06-11", discreet=1)
    desk.type(desk.lan, "NV20 65%, vướng do đồng chí Nguyễn Văn B chưa khai báo")
    desk.later(minutes=5)
    assert desk.hear(desk.lan, "sai, NV20", to_us=True) == ALONE


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (
            "bỏ NV07 đi",
            'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 65%, có vướng mắc.\n'
            "Đồng chí gõ số đúng, ví dụ: 80%" + FOR_LAN,
        ),
        (
            "NV07 vẫn vậy",
            'Đã ghi NV07 Báo cáo "6 không": 65%, có vướng mắc, như lần trước.\n'
            "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
            "Nếu cần cấp trên giúp, đồng chí chọn bên dưới."
            ' Nếu sai, đồng chí gõ chữ "sai".' + FOR_LAN,
        ),
    ],
)
def test_a_difficulty_that_was_told_in_private_is_not_said_there(
    desk: GroupDesk, typed: str, answer: str
) -> None:
    desk.type(desk.lan, "NV07 65%, vướng vì đồng chí Hai chưa nộp")
    desk.later(minutes=15)
    assert desk.hear(desk.lan, typed, to_us=True) == answer


def test_one_that_is_told_there_is_said_back(desk: GroupDesk) -> None:
    answer = desk.hear(desk.lan, "NV07 65%, vướng mặt bằng", to_us=True)
    assert answer.startswith('Đã ghi NV07 Báo cáo "6 không": 65%, vướng mặt bằng.')
