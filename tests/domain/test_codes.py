"""Codes of assignments as people type them, and what only looks like one."""

from datetime import date

import pytest

from domain.codes import normal_code
from domain.reply.understanding import understand


@pytest.mark.parametrize(
    "typed",
    [
        "CT1",
        "CT01",
        "ct 1",
        "CT-1",
        "ct.1",
        "chỉ tiêu 1",
        "chi tieu so 1",
        "Chỉ tiêu số 01",
        "ＣＴ１",
    ],
)
def test_one_code_has_one_canonical_form(typed: str) -> None:
    assert normal_code(typed) == "CT1"


@pytest.mark.parametrize(
    "typed",
    ["CTr 10", "Chương trình 10", "chỉ thị 10", "45-BC/ĐU", "CT", "CT0", "phường 5", "0912345678",
     "CT12 60%", "2021", ""],
)  # fmt: skip
def test_what_only_looks_like_a_code_is_none(typed: str) -> None:
    assert normal_code(typed) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nhiệm vụ bảy xong", "NV7"),
        ("chỉ tiêu mười hai đạt 60%", "CT12"),
        ("đạt 60% CT12", "CT12"),
        ("nhiệm vụ năm nay đạt 60%", None),
        ("nhiệm vụ năm 2021 đạt 60%", None),
        ("thực hiện CT 05-CT/TW đạt 60%", None),
        ("phường 5 đạt 60%", None),
    ],
)
def test_a_code_is_found_in_a_reply(text: str, code: str | None) -> None:
    found = understand(text, today=date(2021, 6, 9))
    assert found.confident
    assert found.items[0].code == code


@pytest.mark.parametrize(
    "text", ["CT12a 60%", "CT0 60%", "CT99999 60%", "CT1,5 xong", "CT1-3 xong"]
)
def test_a_mistyped_code_is_asked_about(text: str) -> None:
    assert not understand(text, today=date(2021, 6, 9)).confident


def test_a_code_is_given_back_as_it_was_typed_and_known_by_its_one_spelling() -> None:
    found = understand("nv07 được 35%, CT 03 xong, CT5 60%", today=date(2021, 6, 9))
    assert [item.code for item in found.items] == ["NV7", "CT3", "CT5"]
    said = found.as_json()["items"]
    assert isinstance(said, list)
    assert [item["code"] for item in said] == ["NV07", "CT03", "CT5"]
    asked = understand("CT03 gần xong", today=date(2021, 6, 9)).as_json()["question"]
    assert str(asked).startswith("CT03: ")
