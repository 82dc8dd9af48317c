"""The product of some work is a document: it is kept, and whether all is done is asked."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

NV07 = 'NV07 Báo cáo "6 không"'
ASKED = f"{NV07} đã hoàn thành chưa? Nếu còn phần việc khác, đồng chí gõ tỷ lệ đã làm, ví dụ: 80%"


def _held(ward: Ward) -> list[tuple[int, str, str | None]]:
    return [tuple(row) for row in ward.rows("SELECT assignment_id, number, dated_on FROM evidence")]


def test_an_issued_document_is_kept_and_completion_asked_about(ward: Ward) -> None:
    assert ward.type(ward.lan, "nv7 da ban hanh ke hoach so 15 ngay 08/6") == (
        f"Đã ghi văn bản số 15, thứ Ba, 08/6, làm minh chứng cho {NV07}.\n\n{ASKED}"
    )
    assert ward.offered(ward.lan) == ["Đã hoàn thành", "Chưa, còn việc phải làm"]
    assert _held(ward) == [(ward.report, "15", "2021-06-08")]
    assert ward.reports() == []
    assert ward.choose(ward.lan, "Đã hoàn thành") == (
        f"Đã ghi {NV07}: đã hoàn thành.\n"
        "✅ Hoàn thành đúng hạn (thứ Tư, 09/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert ward.standing(ward.report)["state"] == "done"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("NV07 đã ban hành Kế hoạch số 15", "15"),
        ("NV7 đã ký quyết định số 45/QĐ-UBND ngày 08/6", "45/QĐ-UBND"),
        ("nv7 đã có công văn số 123 ngày 5 tháng 6", "123"),
    ],
)
def test_it_is_told_in_many_words(ward: Ward, typed: str, number: str) -> None:
    assert ward.type(ward.lan, typed).endswith(ASKED)
    assert [row[1] for row in _held(ward)] == [number]


def test_what_is_left_is_told_as_a_share(ward: Ward) -> None:
    ward.type(ward.lan, "nv7 đã ban hành kế hoạch số 15")
    assert ward.type(ward.lan, "80%").startswith(f"Đã ghi {NV07}: 80%.")
    ward.type(ward.lan, "nv7 đã ban hành kế hoạch số 16")
    assert ward.type(ward.lan, "2").startswith(f"Vâng, chưa ghi gì cho {NV07}.")


def test_beside_a_result_the_document_is_kept_and_the_result_recorded(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV07 xong, đã ban hành kế hoạch số 15 ngày 08/6")
    assert said.startswith(
        f"Đã ghi văn bản số 15, thứ Ba, 08/6, làm minh chứng cho {NV07}.\n\nĐã ghi {NV07}: đã hoàn"
        " thành."
    )
    assert ward.standing(ward.report)["state"] == "done"


@pytest.mark.parametrize(
    "typed", ["nv7 chưa ban hành kế hoạch số 15", "nv7 sẽ ban hành kế hoạch số 15 ngày 20/6"]
)
def test_what_is_not_issued_yet_is_no_evidence(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, typed)
    assert _held(ward) == []
