"""A code with its figure inside a conversation: the answer that was waited for, or a report."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.fold import fold
from tests.handlers_stories.front_desk import Desk

STILL = 'Còn dở phần báo cáo tiến độ: đồng chí gõ "tiếp" để trả lời nốt, "hủy" để bỏ.'


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    ward = desk.unit("Đảng ủy phường 4", "dang_uy_phuong")
    desk.person("Lê Thị Lan", ward, "reporter", "Công chức", "lan")
    for code, title in (("CT3", "Cải cách hành chính"), ("CT12", "Chỉnh trang đô thị")):
        desk.write(
            lambda tx, code=code, title=title: tx.insert(
                "INSERT INTO assignments (year, code, unit_id, shown_code, kind, title, title_fold,"
                " due_on, created_at) VALUES (2021, :code, 1, :code, 'task', :title, :fold,"
                " '2021-06-30', '2021-01-01T00:00:00.000000Z')",
                code=code,
                title=title,
                fold=fold(title),
            )
        )
    yield desk
    desk.store.close()


def percent(desk: Desk, code: str) -> float | None:
    return desk.value("SELECT percent FROM assignments WHERE code = :code", code=code)


def test_the_right_figure_with_its_code_answers_a_correction(desk: Desk) -> None:
    desk.says("lan", "CT12 60%")
    desk.says("lan", "sai")
    assert STILL not in desk.says("lan", "CT12 70%")
    assert percent(desk, "CT12") == 70
    assert desk.value("SELECT count(*) FROM conversations") == 0


def test_a_report_on_something_else_is_recorded_and_the_question_waits(desk: Desk) -> None:
    desk.says("lan", "CT12 60%")
    desk.says("lan", "sai")
    assert desk.says("lan", "CT3 25%").endswith(STILL)
    assert percent(desk, "CT3") == 25
    desk.says("lan", "75%")
    assert percent(desk, "CT12") == 75
    assert percent(desk, "CT3") == 25


def test_a_digit_is_a_choice_while_a_list_is_open_and_never_five_percent(desk: Desk) -> None:
    desk.says("lan", "menu")
    desk.says("lan", "5")
    assert desk.value("SELECT count(*) FROM progress") == 0
