"""A report was put to the wrong work: it goes where it belongs."""

import pytest

from domain.message import Media
from domain.misplaced_words import misplaced
from tests.handlers_stories.ward import Ward


@pytest.fixture
def walks(ward: Ward) -> int:
    """A second task of ward 7, NV46, beside NV07."""
    return ward.assignment(ward.ward7, "NV46", "Cải tạo vỉa hè", "2021-06-18")


MOVED = (
    'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 80%. Nay trở lại 65%.\n\n'
    "Đã ghi NV46 Cải tạo vỉa hè: 80%.\n🟢 Còn 9 ngày (thứ Sáu, 18/6)\n"
    'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
)


@pytest.mark.parametrize(
    "words",
    [
        "80% là của nv46 chứ không phải nv07",
        "nhầm, nv46 80% chứ không phải nv07",
        "nv07 80% là nhầm, của nv46 mới đúng",
        "không phải của nv07, nv46 mới đúng",
        "hong phai nv07 ma la nv46 nghen",
        "ghi lộn qua nv07 rồi em, nv46 mới đúng",
        "dạ nhầm mã, của nv46 ạ",
        "lộn, nv46 mới đúng",
        "số đó của nv46",
        "ghi nhầm nv46 thành nv07",
    ],
)
def test_a_figure_put_to_the_wrong_work_goes_to_the_one_that_is_named(
    ward: Ward, walks: int, words: str
) -> None:
    ward.type(ward.lan, "nv07 65%")
    ward.type(ward.lan, "nv07 80%")
    assert ward.type(ward.lan, words) == MOVED
    assert ward.standing(ward.report)["percent"] == 65
    assert ward.standing(walks)["percent"] == 80


def test_a_finish_of_other_work_is_taken_off_the_one_that_is_not_finished(
    ward: Ward, walks: int
) -> None:
    ward.type(ward.lan, "nv07 65%")
    ward.type(ward.lan, "nv07 xong")
    assert ward.type(ward.lan, "khong phai nv07 ma la nv46 xong") == (
        'Đã bỏ báo cáo về NV07 Báo cáo "6 không": đã hoàn thành. Nay trở lại 65%.\n\n'
        "Đã ghi NV46 Cải tạo vỉa hè: đã hoàn thành.\n✅ Hoàn thành đúng hạn (thứ Tư, 09/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert (ward.standing(ward.report)["state"], ward.standing(walks)["state"]) == ("open", "done")


@pytest.mark.parametrize(
    "words",
    [
        "chưa đâu nhầm việc khác",
        "không phải nv07",
        "nhầm việc",
        "ghi lộn việc rồi em ơi",
        "nv07 nhầm việc rồi",
        "khong phai viec nay dau",
    ],
)
def test_whoever_says_only_that_it_was_the_wrong_work_is_asked_where_it_goes(
    ward: Ward, walks: int, words: str
) -> None:
    ward.type(ward.lan, "nv07 65%")
    ward.type(ward.lan, "nv07 xong")
    assert ward.type(ward.lan, words) == (
        'Đồng chí muốn chuyển hay bỏ báo cáo về NV07 Báo cáo "6 không": đã hoàn thành?'
    )
    assert ward.offered(ward.lan) == [
        "Chuyển từ NV07 sang NV46: đã hoàn thành",
        "Bỏ báo cáo NV07: đã hoàn thành",
        "Không, giữ nguyên",
    ]
    assert ward.standing(ward.report)["state"] == "done"


@pytest.mark.parametrize(
    ("label", "state", "other"),
    [
        ("Chuyển từ NV07 sang NV46: đã hoàn thành", "open", "done"),
        ("Bỏ báo cáo NV07: đã hoàn thành", "open", "open"),
        ("Không, giữ nguyên", "done", "open"),
    ],
)
def test_what_is_chosen_then_is_done(
    ward: Ward, walks: int, label: str, state: str, other: str
) -> None:
    ward.type(ward.lan, "nv07 65%")
    ward.type(ward.lan, "nv07 xong")
    ward.type(ward.lan, "nhầm việc")
    ward.choose(ward.lan, label)
    assert (ward.standing(ward.report)["state"], ward.standing(walks)["state"]) == (state, other)


def test_a_report_of_some_time_ago_is_moved_only_when_that_is_chosen(
    ward: Ward, walks: int
) -> None:
    ward.type(ward.lan, "nv07 80%")
    ward.later(hours=3)
    assert ward.type(ward.lan, "nhầm mã, của nv46") == (
        'Đồng chí muốn chuyển hay bỏ báo cáo về NV07 Báo cáo "6 không": 80%?'
    )
    assert ward.standing(ward.report)["percent"] == 80
    ward.choose(ward.lan, "Chuyển từ NV07 sang NV46: 80%")
    assert ward.standing(ward.report)["percent"] is None
    assert ward.standing(walks)["percent"] == 80


def test_a_figure_in_another_measure_is_moved_nowhere(ward: Ward) -> None:
    ward.type(ward.lan, "ct12 tháng 6 20 tỷ")
    assert ward.type(ward.lan, "nhầm mã, của ct03") == (
        "Đồng chí muốn bỏ báo cáo về CT12 Thu ngân sách: 20 tỷ đồng?"
    )
    assert ward.offered(ward.lan) == ["Bỏ báo cáo CT12: 20 tỷ đồng", "Không, giữ nguyên"]
    assert ward.standing(ward.budget)["value"] == 20


def test_words_forwarded_and_words_after_a_picture_move_no_figure(ward: Ward, walks: int) -> None:
    ward.type(ward.lan, "nv07 80%")
    ward.type(ward.lan, "nhầm mã, của nv46", forwarded=True)
    ward.later(minutes=2)
    ward.send(ward.lan, Media("photo", "f1"), caption="nv07")
    ward.type(ward.lan, "của nv46 mới đúng")
    assert ward.standing(ward.report)["percent"] == 80


@pytest.mark.parametrize(
    "words",
    [
        "nhầm, nv46 80%",
        "65% mới đúng",
        "không phải việc của em",
        "việc này của nv46",
        "có nhầm việc không em?",
        "nv07 không phải 80%",
        "em bấm nhầm",
        "nv46 xong chứ không phải đang làm",
        "số đó của tháng 4",
    ],
)
def test_other_words_speak_of_no_wrong_work(words: str) -> None:
    assert misplaced(words) is None
