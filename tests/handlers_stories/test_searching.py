"""What is looked for may come after "tìm", or in the message after it."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

HOW = 'Đồng chí gõ "tìm" và từ cần tìm, ví dụ: tìm thu ngân sách'
FOUND = (
    'Tìm thấy 1 việc có "{words}":\n'
    "🔴 Quá hạn 2 ngày (thứ Hai, 07/6): CT12 Thu ngân sách, chưa có số liệu\n"
    "Đồng chí gõ mã để xem một việc."
)


def test_the_word_comes_in_the_next_message(ward: Ward) -> None:
    assert ward.type(ward.lan, "tìm") == HOW
    assert ward.type(ward.lan, "ngân sách") == FOUND.format(words="ngân sách")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("tìm kiếm ngân sách", "ngân sách"),
        ("kiếm giùm ngân sách", "ngân sách"),
        ("kiếm dùm em việc ngân sách", "ngân sách"),
        ("tìm giúp em ngân sách nhé", "ngân sách"),
        ("tim viec ngan sach", "ngan sach"),
    ],
)
def test_it_is_asked_for_kindly(ward: Ward, typed: str, words: str) -> None:
    assert ward.type(ward.lan, typed) == FOUND.format(words=words)


def test_nothing_is_found(ward: Ward) -> None:
    ward.type(ward.lan, "tìm kiếm")
    assert ward.type(ward.lan, "cầu đường") == (
        'Không có việc nào đồng chí được xem có "cầu đường".'
        " Đồng chí thử gõ ít chữ hơn, ví dụ: tìm ngân sách"
    )


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("NV07 70%", 'Đã ghi NV07 Báo cáo "6 không": 70%.'),
        ("NV07 xong", 'Đã ghi NV07 Báo cáo "6 không": đã hoàn thành.'),
        ("CT03", "CT03 Kết nạp đảng viên\n"),
        ("việc", "Đồng chí Lan có 3 việc đang thực hiện"),
        ("hủy", "Đã dừng."),
        ("vâng", ""),
    ],
)
def test_what_is_no_search_is_taken_as_ever(ward: Ward, typed: str, answer: str) -> None:
    ward.type(ward.lan, "tìm")
    assert ward.type(ward.lan, typed).startswith(answer)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("CT03 kết nạp 9 đảng viên", "9 đảng viên"),
        ("CT03: kết nạp 9, đạt 15%", "9 đảng viên, 15% kế hoạch"),
    ],
)
def test_a_report_after_the_word_alone_is_recorded(ward: Ward, typed: str, said: str) -> None:
    ward.type(ward.lan, "tìm")
    assert ward.type(ward.lan, typed) == (
        f"Đã ghi CT03 Kết nạp đảng viên: {said}, lũy kế đến tháng 6/2021.\n"
        "🟢 Còn 7 ngày (thứ Tư, 16/6). Đạt 15% kế hoạch năm (60 đảng viên).\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )


def test_so_are_several(ward: Ward) -> None:
    ward.type(ward.lan, "tìm")
    assert ward.type(ward.lan, "CT03 9 đảng viên, NV07 65%") == (
        "Đã ghi CT03 Kết nạp đảng viên: 9 đảng viên, lũy kế đến tháng 6/2021.\n"
        'Đã ghi NV07 Báo cáo "6 không": 65%.\n'
        'Nếu sai, đồng chí gõ chữ "sai" kèm mã và kết quả đúng.'
    )


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("thu ngân sách 250 tỷ", "CT12 Thu ngân sách: đồng chí muốn ghi 250 tỷ đồng?"),
        ("kết nạp 9 đảng viên", "CT03 Kết nạp đảng viên: đồng chí muốn ghi 9 đảng viên?"),
        (
            "9 đồng chí",
            '"9 đồng chí" là của việc nào? Đồng chí chọn, hoặc gõ mã của việc:',
        ),
    ],
)
def test_a_figure_without_a_code_is_asked_about(ward: Ward, typed: str, answer: str) -> None:
    ward.type(ward.lan, "tìm")
    assert ward.type(ward.lan, typed) == answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (
            "bỏ NV07 đi",
            'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 10%.\nĐồng chí gõ số đúng, ví dụ: 30%',
        ),
        (
            "bỏ báo cáo vừa rồi",
            'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 10%.\nĐồng chí gõ số đúng, ví dụ: 30%',
        ),
        (
            "vẫn vậy",
            'Đã ghi NV07 Báo cáo "6 không": 10%, như lần trước.\n'
            "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
            'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.',
        ),
    ],
)
def test_what_is_said_of_a_report_is_no_search(ward: Ward, typed: str, answer: str) -> None:
    ward.type(ward.lan, "NV07 10%")
    ward.later(hours=1)
    ward.type(ward.lan, "tìm")
    assert ward.type(ward.lan, typed) == answer


def test_nor_is_what_somebody_says_of_themselves(ward: Ward) -> None:
    ward.type(ward.lan, "tìm")
    assert ward.type(ward.lan, "em nghỉ phép đến hết tuần") == (
        "Đã ghi: đồng chí nghỉ từ thứ Tư, 09/6 đến hết Chủ nhật, 13/6.\n"
        "Không có ai nhận thay: việc để lại, chờ ngày trở lại.\n"
        "Đồng chí không nhận tin nhắc nào cho đến thứ Hai, 14/6; chỉ đạo vẫn gửi."
    )


def test_a_number_in_a_name_is_looked_for(ward: Ward) -> None:
    ward.type(ward.lan, "tìm")
    assert ward.type(ward.lan, "6 không").startswith('Tìm thấy 1 việc có "6 không"')
    assert ward.type(ward.lan, "tìm nghị quyết 18") == (
        'Không có việc nào đồng chí được xem có "nghị quyết 18".'
        " Đồng chí thử gõ ít chữ hơn, ví dụ: tìm ngân sách"
    )


WHOSE = '"{}" là của việc nào? Đồng chí chọn, hoặc gõ mã của việc:'


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("tìm được 3 hộ", WHOSE),
        ("tìm kiếm cứu nạn xong 60%", WHOSE),
        ("tìm việc làm cho 20 lao động", WHOSE),
        (
            "kiếm giùm việc làm cho 5 người",
            "CT03 Kết nạp đảng viên: đồng chí muốn ghi 5 đảng viên?",
        ),
        (
            "kiểm giúp 3 hộ",
            "Tin này chưa được ghi vì chưa có kết quả thực hiện. Để báo cáo, đồng chí gõ mã và kết"
            ' quả, ví dụ: CT12 250 tỷ đồng. Gõ "việc" để xem việc của mình.',
        ),
    ],
)
def test_what_was_found_in_the_work_is_a_report(ward: Ward, typed: str, answer: str) -> None:
    assert ward.type(ward.lan, typed) == answer.format(typed)


def test_an_open_question_stays_open(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 thu 900 tỷ")
    ward.type(ward.lan, "tìm")
    assert ward.type(ward.lan, "đúng").startswith("Đã ghi CT12 Thu ngân sách: 900 tỷ đồng")


def test_kiem_tra_is_no_search(ward: Ward) -> None:
    assert "Tìm thấy" not in ward.type(ward.lan, "kiểm tra ngân sách")
