"""While a reason, a day or an answer is awaited: what is none decides nothing."""

from __future__ import annotations

import pytest

from tests.handlers_stories.test_deciding_in_words import HELD, REQUEST, one, states, two
from tests.handlers_stories.ward import Ward

WITH = "Không đồng ý, lý do như vừa gõ"


@pytest.mark.parametrize(
    "text",
    [
        "đồng ý",
        "à thôi, đồng ý",
        "tôi bấm nhầm, đồng ý cho",
        "thoi dong y di",
        "ok duyệt",
        "nhất trí",
    ],
)
def test_an_agreement_is_no_reason_for_a_refusal(ward: Ward, text: str) -> None:
    one(ward)
    ward.choose(ward.chair, "Không đồng ý")
    assert ward.type(ward.chair, text) == HELD + REQUEST
    assert ward.offered(ward.chair) == ["Đồng ý", "Không đồng ý", "Cho đến ngày khác"]
    assert states(ward) == ["open"]
    assert ward.type(ward.chair, "1").startswith("Đã đồng ý gia hạn đến thứ Tư, 30/6")


@pytest.mark.parametrize(
    "text",
    [
        "khoan, để tôi xem lại",
        "ấn nhầm",
        "bam lon roi",
        "phường 7 sao rồi",
        "xem NV07 đã",
        "chờ họp thường trực đã",
        "đơn vị làm tới đâu rồi?",
        "vậy có ảnh hưởng gì không",
    ],
)
def test_what_puts_off_or_asks_is_passed_on_only_by_choice(ward: Ward, text: str) -> None:
    one(ward)
    ward.choose(ward.chair, "Không đồng ý")
    assert ward.type(ward.chair, text) == (
        f'{HELD}Câu "{text}" chỉ được chuyển tới đồng chí Nguyễn Thị Lan khi đồng chí chọn mục 4.\n'
        f"{REQUEST}"
    )
    assert ward.offered(ward.chair)[3] == WITH
    assert states(ward) == ["open"]
    ward.choose(ward.chair, WITH)
    assert f"\nLý do: {text}\n" in ward.last_heard(ward.lan)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("báo cáo này phải kịp kỳ họp", "báo cáo này phải kịp kỳ họp"),
        ("không đồng ý vì trễ quá", "trễ quá"),
        ("đơn vị đã được lùi hai lần", "đơn vị đã được lùi hai lần"),
        ("NV07 phải xong trước đại hội", "NV07 phải xong trước đại hội"),
        ("chưa có lý do gì chính đáng", "chưa có lý do gì chính đáng"),
        ("nếu lùi nữa thì ảnh hưởng chung", "nếu lùi nữa thì ảnh hưởng chung"),
        ("chưa được, thiếu tờ trình", "chưa được, thiếu tờ trình"),
    ],
)
def test_a_reason_is_taken_at_once(ward: Ward, text: str, reason: str) -> None:
    one(ward)
    ward.choose(ward.chair, "Không đồng ý")
    ward.type(ward.chair, text)
    assert f"\nLý do: {reason}\n" in ward.last_heard(ward.lan)
    assert states(ward) == ["returned"]


def test_words_about_another_request_show_that_one(ward: Ward) -> None:
    two(ward)
    ward.choose(ward.chair, "Không đồng ý")
    said = ward.type(ward.chair, "phường 7 thì đồng ý")
    assert said == (
        "Chưa ghi quyết định nào về NV55 Chuyển đổi số. Xin đồng chí chọn một mục dưới đây.\n"
        f"{REQUEST}"
    )
    assert ward.offered(ward.chair) == ["Đồng ý", "Không đồng ý", "Cho đến ngày khác"]
    assert states(ward) == ["open", "open"]
    ward.type(ward.chair, "1")
    assert states(ward) == ["granted", "open"]


def test_a_reason_that_names_another_unit_can_be_passed_on(ward: Ward) -> None:
    two(ward)
    ward.choose(ward.chair, "Không đồng ý")
    ward.type(ward.chair, "phường 7 khó hơn mà vẫn làm kịp")
    assert ward.offered(ward.chair)[3] == "NV55: không đồng ý, lý do như vừa gõ"
    assert states(ward) == ["open", "open"]
    ward.type(ward.chair, "4")
    assert states(ward) == ["open", "returned"]
    assert "\nLý do: phường 7 khó hơn mà vẫn làm kịp\n" in ward.last_heard(ward.ba)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("phường 7 đến 18/6 thôi", True),
        ("đến 18/6 được không?", True),
        ("khoan, 18/6 đi", True),
        ("thôi không đồng ý nữa", True),
        ("NV55 đến 18/6", False),
        ("đồng ý đến 18/6", False),
        ("18/6 nhé", False),
    ],
)
def test_a_day_is_of_the_request_that_was_asked_about(ward: Ward, text: str, held: bool) -> None:
    two(ward)
    ward.choose(ward.chair, "Cho đến ngày khác")
    said = ward.type(ward.chair, text)
    assert said.startswith("Chưa ghi quyết định nào") == held
    assert states(ward) == (["open", "open"] if held else ["open", "granted"])
    assert ward.standing(ward.report)["due_on"] == "2021-06-10"


@pytest.mark.parametrize(
    "text",
    ["khoan, để tôi hỏi lại Phòng Tài chính", "đơn vị cần bao nhiêu vốn?", "doi toi hoi lai"],
)
def test_a_call_for_help_does_not_end_with_a_delay(ward: Ward, text: str) -> None:
    ward.type(ward.lan, "NV7 vướng mặt bằng ở ấp 3")
    ward.choose(ward.lan, "Đề nghị cấp trên hỗ trợ")
    ward.choose(ward.chair, "Trả lời đơn vị")
    said = ward.type(ward.chair, text)
    assert said.startswith(HELD + f'Câu "{text}" chỉ được chuyển tới đồng chí Nguyễn Thị Lan khi')
    assert ward.offered(ward.chair)[3] == "Trả lời đơn vị như vừa gõ"
    assert states(ward) == ["open"]
    ward.type(ward.chair, "4")
    assert f"\n{text}\n" in ward.last_heard(ward.lan)
