"""Words of a decider that decide, and words that only look so: a question, a delay, a condition,
the name of another request."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

REQUEST = (
    "Kính báo cáo đồng chí: đồng chí Nguyễn Thị Lan (Phường 7) đề nghị gia hạn đến thứ Tư, 30/6:"
    ' NV07 Báo cáo "6 không"\n'
    "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
    "Đã thực hiện: chưa có số liệu"
)
HELD = "Chưa ghi quyết định nào. Xin đồng chí chọn một mục dưới đây.\n"
LIST = (
    "Chưa ghi quyết định nào.\n"
    "Có 2 đề nghị đang chờ đồng chí duyệt:\n"
    'Phường 7: gia hạn đến thứ Tư, 30/6, NV07 Báo cáo "6 không"\n'
    "Phường 8: gia hạn đến thứ Năm, 15/7, NV55 Chuyển đổi số\n"
    "Đồng chí chọn một đề nghị để quyết định."
)


def one(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.type(ward.chair, "choduyet")


def two(ward: Ward) -> None:
    """NV07 of ward 7 and NV55 of ward 8 wait; the page of NV55 was shown last."""
    ward.assignment(ward.ward8, "NV55", "Chuyển đổi số", "2021-06-12")
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.type(ward.ba, "NV55 xin gia hạn đến 15/7")
    ward.type(ward.chair, "choduyet")
    ward.choose(ward.chair, "NV55, Phường 8")


def states(ward: Ward) -> list[str]:
    return [row["state"] for row in ward.rows("SELECT state FROM requests ORDER BY id")]


def notes(ward: Ward) -> list[str]:
    return [row["decision_note"] for row in ward.rows("SELECT * FROM requests ORDER BY id")]


@pytest.mark.parametrize(
    "text",
    [
        "duyệt chưa?",
        "duyệt chưa em",
        "duyệt gì đây",
        "đồng ý không?",
        "dong y khong em",
        "đồng ý à",
        "đồng ý cái gì vậy em",
        "đồng ý thì có ảnh hưởng chỉ tiêu không?",
        "đồng ý sao được",
        "đồng ý chưa được",
        "duyệt sau, để tôi hỏi lại đã",
        "duyet sau de toi hoi lai da",
        "đồng ý về nguyên tắc, để họp thường trực đã",
        "đồng ý nếu Ban Tổ chức nhất trí",
        "trả lại cho ai vậy?",
        "không đồng ý được không?",
        "khoan đã, đồng ý",
        "sao chưa duyệt",
        "để mai duyệt",
    ],
)
def test_a_question_a_delay_or_a_doubt_shows_the_request_again(ward: Ward, text: str) -> None:
    one(ward)
    assert ward.type(ward.chair, text) == HELD + REQUEST
    assert ward.offered(ward.chair) == ["Đồng ý", "Không đồng ý", "Cho đến ngày khác"]
    assert states(ward) == ["open"]
    assert ward.last_heard(ward.lan).startswith("Đã ghi đề nghị gia hạn")


def test_a_condition_is_asked_about_and_reaches_who_asked(ward: Ward) -> None:
    one(ward)
    assert ward.type(ward.chair, "đồng ý nhưng phải có báo cáo giải trình") == (
        HELD + 'Câu "phải có báo cáo giải trình" chỉ được chuyển tới đồng chí Nguyễn Thị Lan khi'
        " đồng chí chọn mục 4.\n" + REQUEST
    )
    assert ward.offered(ward.chair)[3] == "Đồng ý, kèm ý kiến vừa gõ"
    assert ward.type(ward.chair, "4") == (
        'Đã đồng ý gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không" (Phường 7) và báo đơn vị.\n'
        "Ý kiến kèm theo: phải có báo cáo giải trình"
    )
    assert ward.last_heard(ward.lan) == (
        'Đồng chí Lê Văn Chủ đã đồng ý gia hạn đến thứ Tư, 30/6: NV07 Báo cáo "6 không".\n'
        "Ý kiến kèm theo: phải có báo cáo giải trình\n"
        "🟢 Còn 21 ngày (thứ Tư, 30/6)"
    )


@pytest.mark.parametrize(
    ("text", "passed_on"),
    [
        ("đồng ý với điều kiện có tờ trình", "Đồng ý, kèm ý kiến vừa gõ"),
        ("ok nhưng đây là lần cuối", "Đồng ý, kèm ý kiến vừa gõ"),
        ("duyet nhung phai bao cao hang tuan", "Đồng ý, kèm ý kiến vừa gõ"),
        ("không đồng ý Phòng Tài chính", "Không đồng ý, lý do như vừa gõ"),
        ("chưa được, thiếu tờ trình", "Không đồng ý, lý do như vừa gõ"),
        ("không đồng ý nhưng để họp bàn thêm thì được", None),
    ],
)
def test_what_is_neither_a_plain_yes_nor_a_plain_reason_decides_nothing(
    ward: Ward, text: str, passed_on: str | None
) -> None:
    one(ward)
    assert ward.type(ward.chair, text).startswith(HELD)
    assert ward.offered(ward.chair)[3:] == ([passed_on] if passed_on else [])
    assert states(ward) == ["open"]


@pytest.mark.parametrize(
    "text",
    [
        "tôi đồng ý cho gia hạn",
        "ok em, đồng ý cho đơn vị lùi hạn",
        "duyệt gia hạn theo đề nghị nhé",
        "đồng ý cho đồng chí Lan gia hạn",
        "đồng ý cho phường 7 gia hạn đến 30/6",
    ],
)
def test_a_yes_that_repeats_what_was_asked_is_a_yes(ward: Ward, text: str) -> None:
    one(ward)
    assert ward.type(ward.chair, text) == (
        'Đã đồng ý gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không" (Phường 7) và báo đơn vị.'
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("tôi không đồng ý, việc này đã trễ quá lâu", "việc này đã trễ quá lâu"),
        ("hổng duyệt vì chưa có báo cáo nào", "chưa có báo cáo nào"),
        ("không cho lùi nữa, phải kịp kỳ họp", "phải kịp kỳ họp"),
        ("trả lại, thiếu tờ trình", "thiếu tờ trình"),
    ],
)
def test_a_no_with_a_plain_reason_decides(ward: Ward, text: str, reason: str) -> None:
    one(ward)
    ward.type(ward.chair, text)
    assert (states(ward), notes(ward)) == (["returned"], [reason])


@pytest.mark.parametrize("text", ["không đồng ý đâu em", "không cho lùi nữa", "từ chối"])
def test_a_bare_no_is_asked_why(ward: Ward, text: str) -> None:
    one(ward)
    assert ward.type(ward.chair, text).startswith("Để trả lời đề nghị gia hạn đến thứ Tư, 30/6")
    assert states(ward) == ["open"]


@pytest.mark.parametrize(
    "text",
    [
        "đồng ý cho gia hạn đến 18/6",
        "đồng ý nhưng chỉ đến thứ Sáu, 18/6",
        "đồng ý cho phường 7 nhưng chỉ đến 18/6 thôi",
        "duyet den 18/6",
    ],
)
def test_a_yes_to_an_earlier_day_in_so_many_words_grants_that_day(ward: Ward, text: str) -> None:
    one(ward)
    assert ward.type(ward.chair, text) == (
        'Đã đồng ý gia hạn đến thứ Sáu, 18/6 cho NV07 Báo cáo "6 không" (Phường 7) và báo đơn vị.'
    )
    assert ward.standing(ward.report)["due_on"] == "2021-06-18"


def test_a_yes_to_a_day_that_is_no_later_grants_nothing(ward: Ward) -> None:
    one(ward)
    assert ward.type(ward.chair, "đồng ý đến 10/6").startswith("Ngày ấy không muộn hơn thời hạn")
    assert states(ward) == ["open"]


def test_a_decision_that_was_told_is_not_undone_and_it_is_said_how(ward: Ward) -> None:
    one(ward)
    ward.type(ward.chair, "đồng ý")
    assert ward.type(ward.chair, "hủy quyết định vừa rồi") == (
        'Quyết định về NV07 Báo cáo "6 không" (Phường 7) đã được ghi và báo đơn vị nên không hủy'
        " được bằng tin nhắn. Cần thay đổi, đồng chí báo Văn phòng Thành ủy điều chỉnh và báo lại"
        " đơn vị."
    )
    assert states(ward) == ["granted"]


@pytest.mark.parametrize(
    "text",
    [
        "đồng ý NV07",
        "NV07 đồng ý",
        "NV7: duyệt nhé",
        "đồng ý cho phường 7",
        "p7 thì đồng ý",
        "dong y phuong 7",
    ],
)
def test_a_code_or_a_unit_chooses_the_request(ward: Ward, text: str) -> None:
    two(ward)
    assert ward.type(ward.chair, text) == (
        'Đã đồng ý gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không" (Phường 7) và báo đơn vị.'
    )
    assert states(ward) == ["granted", "open"]


def test_a_refusal_and_a_day_are_of_the_request_that_is_named(ward: Ward) -> None:
    two(ward)
    assert ward.type(ward.chair, "cho NV07 đến 25/6") == (
        'Đồng chí cho gia hạn NV07 Báo cáo "6 không" đến thứ Sáu, 25/6, hay giữ nguyên thời hạn?'
    )
    assert ward.type(ward.chair, "không đồng ý NV07").startswith(
        'Để trả lời đề nghị gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không", xin đồng chí'
    )
    ward.type(ward.chair, "hủy")
    ward.type(ward.chair, "choduyet")
    ward.type(ward.chair, "không đồng ý phường 7, việc này đã trễ quá lâu")
    assert (states(ward), notes(ward)[0]) == (["returned", "open"], "việc này đã trễ quá lâu")


@pytest.mark.parametrize(
    "text",
    [
        "đồng ý hết trừ phường 8",
        "đồng ý tất cả trừ NV55",
        "dong y het tru phuong 8",
        "đồng ý hết, riêng phường 8 thì không",
        "đồng ý phường 7, không đồng ý phường 8",
        "phường 7 thì được, phường 8 không",
        "không đồng ý cả hai",
        "đồng ý NV99",
    ],
)
def test_words_for_several_or_for_none_that_waits_lead_to_the_list(ward: Ward, text: str) -> None:
    two(ward)
    assert ward.type(ward.chair, text) == LIST
    assert ward.offered(ward.chair) == ["NV07, Phường 7", "NV55, Phường 8"]
    assert states(ward) == ["open", "open"]


def test_a_reason_that_names_another_request_is_asked_about(ward: Ward) -> None:
    two(ward)
    said = ward.type(ward.chair, "không đồng ý vì NV07 còn chưa xong")
    assert said.startswith(HELD + 'Câu "NV07 còn chưa xong" chỉ được chuyển tới đồng chí Trần')
    assert ward.offered(ward.chair)[3] == "Không đồng ý, lý do như vừa gõ"
    assert states(ward) == ["open", "open"]


def test_a_code_names_a_request_also_where_none_was_shown(ward: Ward) -> None:
    two(ward)
    ward.type(ward.chair, "menu")
    assert "phường 7" not in ward.type(ward.chair, "phường 7 đồng ý")
    assert states(ward) == ["open", "open"]
    ward.type(ward.chair, "NV55 đồng ý")
    assert states(ward) == ["open", "granted"]
    ward.type(ward.chair, "menu")
    ward.type(ward.chair, "NV07 đồng ý chưa?")
    assert states(ward) == ["open", "granted"]


@pytest.mark.parametrize("text", ["cái đầu đồng ý", "ai duyệt cái này", "NV07 thì đồng ý chưa?"])
def test_words_that_leave_open_what_is_agreed_to_show_the_list_or_the_request(
    ward: Ward, text: str
) -> None:
    two(ward)
    ward.type(ward.chair, "choduyet")
    assert ward.type(ward.chair, text).startswith("Chưa ghi quyết định nào.")
    assert states(ward) == ["open", "open"]
