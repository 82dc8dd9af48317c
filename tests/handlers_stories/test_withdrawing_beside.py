"""A request is taken back in the same breath as a report: both are done, or what is doubtful is
asked about; of several the one that is meant is asked for."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

LATER = 'Đã rút đề nghị gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không".'
OTHER = "Đã rút đề nghị gia hạn đến thứ Tư, 30/6 cho CT03 Kết nạp đảng viên."


def requested(ward: Ward) -> list[tuple[str, str, str]]:
    found = ward.rows(
        "SELECT a.shown_code, r.state, r.wanted_on FROM requests r"
        " JOIN assignments a ON a.id = r.assignment_id ORDER BY r.id"
    )
    return [tuple(row) for row in found]


@pytest.mark.parametrize(
    "text",
    [
        "NV7 75% và không xin gia hạn nữa",
        "nv7 75% nên không xin gia hạn nữa",
        "nv07 75% rồi em không xin gia hạn nữa ạ",
        "NV7 75%, rút đề nghị gia hạn",
        "nv07 75% và xin rút gia hạn",
        "không xin gia hạn nữa, nv7 75%",
        "75%, rút gia hạn nv7",
        "nv7 75% thoi khoi xin gia han nua nha",
    ],
)
def test_a_figure_beside_a_withdrawal_is_recorded(ward: Ward, text: str) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert ward.type(ward.lan, text) == (
        f"{LATER}\n\n"
        'Đã ghi NV07 Báo cáo "6 không": 75%.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    (report,) = ward.reports()
    assert (report["percent"], report["note"]) == (75, "")
    assert requested(ward) == [("NV07", "withdrawn", "2021-06-30")]


def test_what_is_finished_is_recorded_beside_a_withdrawal(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert ward.type(ward.lan, "nv7 xong rồi, rút đề nghị gia hạn") == (
        f"{LATER}\n\n"
        'Đã ghi NV07 Báo cáo "6 không": đã hoàn thành.\n'
        "✅ Hoàn thành đúng hạn (thứ Tư, 09/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )


@pytest.mark.parametrize(
    "text",
    [
        "nv7 xong, ct3 không xin gia hạn nữa",
        "xong nv7, ct3 khỏi xin gia hạn",
        "rút gia hạn ct3, nv7 xong",
    ],
)
def test_the_report_is_of_its_own_code(ward: Ward, text: str) -> None:
    ward.type(ward.lan, "CT3 xin gia hạn đến 30/6")
    assert ward.type(ward.lan, text) == (
        f"{OTHER}\n\n"
        'Đã ghi NV07 Báo cáo "6 không": đã hoàn thành.\n'
        "✅ Hoàn thành đúng hạn (thứ Tư, 09/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert [row["assignment_id"] for row in ward.reports()] == [ward.report]


def test_what_is_doubtful_beside_a_withdrawal_is_asked_about(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert ward.type(ward.lan, "NV7 gần xong, không xin gia hạn nữa") == (
        f'{LATER}\n\nNV07 Báo cáo "6 không", chưa ghi được. Đồng chí cho biết đến nay đạt bao nhiêu'
        " phần trăm? Ví dụ: 60%."
    )


@pytest.mark.parametrize(
    "text",
    [
        "thôi không xin nữa",
        "thôi làm kịp rồi không xin nữa",
        "khỏi xin gia hạn nữa nha",
        "hủy xin gia hạn",
        "bo gia han nv7 di",
        "rút đề nghị gia hạn của nv7 vì đã đủ người",
    ],
)
def test_more_words_take_a_request_back(ward: Ward, text: str) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert ward.type(ward.lan, text) == LATER


@pytest.mark.parametrize(
    "text",
    [
        "NV7 không kịp, xin gia hạn đến 15/7",
        "NV7 không xin gia hạn đến 30/6 nữa mà đến 15/7",
        "cán bộ xin gia hạn nv7 đến 15/7",
        "thôi xin gia hạn nv7 đến 15/7",
    ],
)
def test_who_wishes_for_another_day_takes_nothing_back(ward: Ward, text: str) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    said = ward.type(ward.lan, text)
    assert said.startswith("Đã ghi đề nghị gia hạn đến thứ Năm, 15/7 cho NV07")
    assert requested(ward)[1:] == [("NV07", "open", "2021-07-15")]


@pytest.mark.parametrize(
    "text", ["rút đề nghị gia hạn được không?", "nếu kịp thì không xin gia hạn nữa"]
)
def test_what_may_be_taken_back_is_asked_about(ward: Ward, text: str) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert ward.type(ward.lan, text) == (
        'Đồng chí muốn rút đề nghị gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không"?'
    )


@pytest.mark.parametrize("text", ["rút hết các đề nghị", "rút cả hai đề nghị gia hạn"])
def test_all_are_taken_back_when_all_are_named(ward: Ward, text: str) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.type(ward.lan, "CT3 xin gia hạn đến 30/6")
    assert ward.type(ward.lan, text) == f"{OTHER}\n\n{LATER}"


def test_of_several_the_one_that_is_meant_is_asked_for(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.type(ward.lan, "CT3 xin gia hạn đến 30/6")
    assert ward.type(ward.lan, "rút đề nghị gia hạn") == "Đồng chí muốn bỏ nội dung nào dưới đây?"
    assert ward.offered(ward.lan) == [
        "Rút đề nghị gia hạn đến thứ Tư, 30/6 cho CT03",
        "Rút đề nghị gia hạn đến thứ Tư, 30/6 cho NV07",
        "Không, giữ nguyên",
    ]
    assert ward.type(ward.lan, "1") == OTHER


def test_the_same_wish_is_kept_for_the_next_code(ward: Ward) -> None:
    ward.type(ward.lan, "nv7 xin gia hạn đến 30/6, ct3 cũng vậy")
    assert requested(ward) == [("NV07", "open", "2021-06-30"), ("CT03", "open", "2021-06-30")]


def test_the_same_figure_is_asked_for_of_the_next_code(ward: Ward) -> None:
    assert ward.type(ward.lan, "nv7 75%, ct3 cũng vậy").endswith(
        "CT03 Kết nạp đảng viên, chưa ghi được. Đồng chí cho biết đến nay đạt bao nhiêu?"
    )
