"""Questions about the work: the card or the list answers, and nothing is recorded."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

CARD = """NV07 Báo cáo "6 không"
🟠 Còn 1 ngày (thứ Năm, 10/6)
Đã thực hiện: chưa có số liệu
Đồng chí báo tiến độ bằng cách gõ tỷ lệ đã làm, ví dụ: 60%. Đã làm xong hết thì gõ: xong"""


@pytest.mark.parametrize(
    "asked",
    [
        "NV 7 đạt bao nhiêu rồi?",
        "khi nào đến hạn nv07",
        "cho em hỏi nv07 hạn ngày nào vậy",
        "xin hoi nv07 toi dau roi",
        "NV07 tới đâu rồi em",
        "hoi chi NV07 lam sao",
        "khi nào phải nộp nv07 vậy",
        "nv07 được gia hạn chưa",
        "NV07 xong chua vay",
        "nv07 duyệt chưa ạ",
        "nv07 kẹt chỗ nào",
        "nv07 sao rồi",
        "hạn của nv07 là hôm nào",
        "nv07 còn bao nhiêu nữa",
        "nv07 tháng 5 báo bao nhiêu?",
    ],
)
def test_a_question_with_a_code_shows_its_card(ward: Ward, asked: str) -> None:
    assert ward.type(ward.lan, asked) == CARD
    assert ward.reports() == []


@pytest.mark.parametrize(
    "asked", ["ai phụ trách nv07", "NV07 của ai?", "nv07 ai lam vay", "nv07 ai đang làm"]
)
def test_who_asks_whose_work_it_is_is_told_their_names(ward: Ward, asked: str) -> None:
    said = ward.type(ward.lan, asked).splitlines()
    assert said[:3] == [
        'NV07 Báo cáo "6 không"',
        "Đơn vị chủ trì: Phường 7",
        "Người thực hiện: Nguyễn Thị Lan",
    ]


def test_the_chair_and_the_office_ask_as_well(ward: Ward) -> None:
    for person in (ward.chair, ward.office):
        assert ward.type(person, "CT03 ai làm") == (
            "CT03 Kết nạp đảng viên\n"
            "Đơn vị chủ trì: Phường 7\n"
            "Người thực hiện: Nguyễn Thị Lan\n"
            "🟢 Còn 7 ngày (thứ Tư, 16/6)\n"
            "Kế hoạch năm: 60 đảng viên\n"
            "Đã thực hiện: chưa có số liệu"
        )
        assert ward.type(person, "NV07 được gia hạn chưa?").startswith('NV07 Báo cáo "6 không"')
        assert ward.type(person, "sao CT12 chậm vậy?").startswith("CT12 Thu ngân sách: 2 đơn vị")


DONE = (
    'Đã ghi NV07 Báo cáo "6 không": đã hoàn thành.\n'
    "✅ Hoàn thành đúng hạn (thứ Tư, 09/6)\n"
    'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
)
NOT_BEGUN = (
    'Đã ghi NV07 Báo cáo "6 không": chưa thực hiện.\n'
    "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
    'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
)
NO_RESULT = (
    "Tin này chưa được ghi vì chưa có kết quả thực hiện."
    " Để báo cáo, đồng chí gõ mã và kết quả, ví dụ: CT12 250 tỷ đồng."
    ' Gõ "việc" để xem việc của mình.'
)


def _held_up(why: str) -> str:
    return (
        f'Đã ghi NV07 Báo cáo "6 không": vướng mắc: {why}.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        "Nếu cần cấp trên giúp, đồng chí chọn bên dưới."
        ' Nếu sai, đồng chí gõ chữ "sai".'
    )


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("NV07 tổ chức hội nghị xong", DONE),
        ("NV07 to chuc hoi nghi xong", DONE),
        ("NV07 đại hội chi bộ xong", DONE),
        ("NV07 thu hồi đất xong", DONE),
        ("NV07 báo giờ họp xong", DONE),
        ("NV07 tôi đau ốm, chưa làm", NOT_BEGUN),
        ("NV07 toi dau om, chua lam", NOT_BEGUN),
        ("NV07 chua co ai lam", NOT_BEGUN),
        (
            "NV07 chưa thu hồi được do dân khiếu nại",
            _held_up("chưa thu hồi được do dân khiếu nại"),
        ),
        ("NV07 đã hỏi ý kiến Sở, chờ trả lời", _held_up("chờ trả lời")),
        ("NV07 chờ hội đồng nghiệm thu", _held_up("chờ hội đồng nghiệm thu")),
        ("NV07 đang chờ hồi âm", _held_up("đang chờ hồi âm")),
    ],
)
def test_a_report_with_a_word_like_one_of_a_question_is_recorded(
    ward: Ward, told: str, answer: str
) -> None:
    assert ward.type(ward.lan, told) == answer
    assert len(ward.reports()) == 1


@pytest.mark.parametrize(
    "told",
    [
        "NV07 đã phản hồi",
        "NV07 da phan hoi",
        "NV07 để ở đầu cầu",
        "NV07 cho hoi nghi tong ket",
        "NV07 khi nào có kinh phí sẽ làm",
        "NV07 chưa biết khi nào xong",
        "NV07 đã ra sao kê",
    ],
)
def test_that_nothing_of_it_is_recorded_is_said(ward: Ward, told: str) -> None:
    assert ward.type(ward.lan, told) == NO_RESULT


def test_whether_it_tells_or_asks_is_asked_where_both_may_be(ward: Ward) -> None:
    assert ward.type(ward.lan, "NV07 bàn giao ai nhận xong") == (
        'NV07 Báo cáo "6 không", chưa ghi được.'
        " Đồng chí cho biết rõ hơn: đây là câu hỏi hay là kết quả thực hiện?"
    )


def test_how_much_of_the_work_is_done_is_no_question_for_the_list(ward: Ward) -> None:
    assert ward.type(ward.lan, "đã xong mấy việc rồi") == (
        '"đã xong mấy việc rồi" là của việc nào? Đồng chí chọn, hoặc gõ mã của việc:'
    )


@pytest.mark.parametrize(
    "asked",
    [
        "tôi còn việc gì chưa làm",
        "cho hoi con bao nhieu viec",
        "hôm nay phải báo gì",
        "xem việc",
        "tháng trước báo mấy",
    ],
)
def test_a_question_for_what_is_left_shows_the_list(ward: Ward, asked: str) -> None:
    assert ward.type(ward.lan, asked).startswith("Đồng chí Lan có 3 việc đang thực hiện")


def test_what_was_reported_is_asked_of_the_work_that_was_shown(ward: Ward) -> None:
    ward.type(ward.lan, "CT03 12 đảng viên")
    assert ward.type(ward.lan, "tháng trước báo mấy").startswith("CT03 Kết nạp đảng viên")


@pytest.mark.parametrize(
    "told", ["NV07 xong rồi, duyệt chưa", "NV07 dân chưa nộp", "NV07 xin gia hạn được chưa"]
)
def test_words_that_end_like_a_question_are_none(ward: Ward, told: str) -> None:
    assert not ward.type(ward.lan, told).startswith('NV07 Báo cáo "6 không"\n')


def test_an_open_question_still_waits(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 gần xong")
    assert ward.type(ward.lan, "CT03 hạn ngày nào vậy?").startswith("CT03 Kết nạp đảng viên")
    assert ward.type(ward.lan, "còn việc gì nữa không em").startswith("Đồng chí Lan có 3 việc")


def test_a_wish_put_as_a_question_is_no_question_about_the_card(ward: Ward) -> None:
    answer = ward.type(ward.lan, "NV07 xin gia hạn đến 20/6 được không?")
    assert not answer.startswith('NV07 Báo cáo "6 không"\n')


def test_a_day_that_is_asked_for_is_taken_after_one_that_has_passed(ward: Ward) -> None:
    asked = "CT12 xin gia hạn thêm 1 ngày vì chờ UBND góp ý"
    assert ward.type(ward.lan, asked) == (
        "Đề nghị gia hạn đến thứ Ba, 08/6: ngày ấy đã qua.\n"
        "Đồng chí xin gia hạn CT12 Thu ngân sách đến ngày nào? Ví dụ: 30/6"
    )
    assert ward.type(ward.lan, "20/6").startswith("Đã ghi đề nghị gia hạn đến Chủ nhật, 20/6")
    (row,) = ward.rows("SELECT wanted_on, note FROM requests")
    assert (row["wanted_on"], row["note"]) == ("2021-06-20", "chờ UBND góp ý")


def test_a_vague_day_is_asked_for_and_taken(ward: Ward) -> None:
    assert ward.type(ward.lan, "NV07 xin gia hạn tới giữa tháng 7").startswith(
        'Đồng chí xin gia hạn NV07 Báo cáo "6 không" đến ngày nào? Ví dụ: 30/6'
    )
    assert ward.type(ward.lan, "16/7").startswith("Đã ghi đề nghị gia hạn đến thứ Sáu, 16/7")
    assert ward.rows("SELECT 1 FROM doubts") == []


def test_what_was_asked_about_a_delay_is_settled_by_the_request(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 không kịp")
    assert ward.type(ward.lan, "xin đến 20/7").startswith("Đã ghi đề nghị gia hạn")
    assert ward.rows("SELECT 1 FROM doubts") == []
