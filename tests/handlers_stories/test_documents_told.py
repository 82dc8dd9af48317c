"""A document is evidence once, however often its number is told; a wrong number is put right."""

import pytest

from domain.message import Media
from tests.handlers_stories.ward import Ward


def documents(ward: Ward) -> list[tuple[str, str | None]]:
    rows = ward.rows("SELECT number, dated_on FROM evidence ORDER BY id")
    return [(row["number"], row["dated_on"]) for row in rows]


@pytest.fixture
def told(ward: Ward) -> Ward:
    """On 15/6 Lan has told the report of 14/6."""
    ward.on("2021-06-15")
    ward.type(ward.lan, "nv07 đã gửi báo cáo số 46-BC/ĐU ngày 14/6")
    return ward


AGAIN = (
    'Văn bản số 46-BC/ĐU đã được ghi làm minh chứng cho NV07 Báo cáo "6 không", đồng chí không cần'
    " gửi lại."
)


@pytest.mark.parametrize(
    "words",
    ["báo cáo số 46-BC/ĐU ngày 14/6", "nv07 bc 46-BC/ĐU", "46-BC/ĐU", "nv07 đã gửi bc 46-BC/ĐU"],
)
def test_a_number_told_again_is_kept_once(told: Ward, words: str) -> None:
    assert told.type(told.lan, words) == AGAIN
    assert documents(told) == [("46-BC/ĐU", "2021-06-14")]


def test_beside_a_result_no_word_is_lost_on_it(told: Ward) -> None:
    assert told.type(told.lan, "nv07 xong theo báo cáo số 46-BC/ĐU ngày 14/6") == (
        'Đã ghi NV07 Báo cáo "6 không": đã hoàn thành.\n☑️ Hoàn thành quá hạn (thứ Ba, 15/6)\n'
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert len(documents(told)) == 1


def test_a_day_that_is_told_later_is_kept_with_it_and_another_day_is_another_document(
    ward: Ward,
) -> None:
    ward.on("2021-06-15")
    ward.type(ward.lan, "nv07 báo cáo số 46-BC/ĐU")
    ward.type(ward.lan, "nv07 báo cáo số 46-BC/ĐU ngày 14/6")
    assert documents(ward) == [("46-BC/ĐU", "2021-06-14")]
    ward.type(ward.lan, "nv07 báo cáo số 46-BC/ĐU ngày 14/6/2020")
    assert len(documents(ward)) == 2


@pytest.mark.parametrize(
    "words",
    [
        "sai số văn bản, 47-BC/ĐU",
        "sai, số 47-BC/ĐU",
        "dạ em ghi nhầm số, 47-BC/ĐU mới đúng ạ",
        "47-BC/ĐU chứ không phải 46-BC/ĐU",
        "khong phai 46-BC/ĐU ma la 47-BC/ĐU",
        "lộn rồi, bc 47-BC/ĐU nghen",
        "nv07 sai số báo cáo, đúng là 47-BC/ĐU",
    ],
)
def test_a_wrong_number_is_put_right(told: Ward, words: str) -> None:
    assert told.type(told.lan, words) == (
        'Đã sửa văn bản làm minh chứng cho NV07 Báo cáo "6 không": số 47-BC/ĐU, thứ Hai, 14/6,'
        " thay cho 46-BC/ĐU."
    )
    assert documents(told) == [("47-BC/ĐU", "2021-06-14")]


def test_it_is_put_right_beside_a_figure_that_stands(told: Ward) -> None:
    told.type(told.lan, "nv07 80%")
    told.type(told.lan, "sai số văn bản, 47-BC/ĐU")
    assert documents(told) == [("47-BC/ĐU", "2021-06-14")]
    assert told.standing(told.report)["percent"] == 80


def test_of_a_document_that_nobody_told_nothing_is_put_right(ward: Ward) -> None:
    ward.send(ward.lan, Media("photo", "f1"), caption="nv07")
    assert ward.type(ward.lan, "sai, số 47-BC/ĐU").startswith("Đồng chí chưa có báo cáo nào")
    assert documents(ward) == [("", None)]


@pytest.mark.parametrize("words", ["sai, 70%", "nv07 bc 47-BC/ĐU", "nv07 70% theo bc 47-BC/ĐU"])
def test_what_corrects_no_number_leaves_it(told: Ward, words: str) -> None:
    told.type(told.lan, words)
    assert documents(told)[0] == ("46-BC/ĐU", "2021-06-14")
