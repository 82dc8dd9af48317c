"""Nothing has moved: the former figure stands again, or it is asked whether it does."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

ASKED = (
    'NV07 Báo cáo "6 không": lần trước đã báo 65%. Tin này chưa được ghi.'
    " Đồng chí cho biết giúp, nay vẫn như vậy hay chưa thực hiện được gì?"
)
NONE = (
    'Đã ghi NV07 Báo cáo "6 không": chưa thực hiện, lần trước 65%.\n'
    "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
    'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
)


@pytest.fixture
def begun(ward: Ward) -> Ward:
    ward.type(ward.lan, "NV07 65%")
    ward.later(hours=1)
    return ward


@pytest.mark.parametrize(
    "typed",
    [
        "NV07 vẫn vậy",
        "nv07 vẫn như cũ",
        "NV07 chưa có gì mới",
        "chưa có gì thêm",
        "NV07 không có gì mới",
        "NV07 giữ nguyên",
        "không thay đổi",
    ],
)
def test_the_same_figure_is_recorded_again(begun: Ward, typed: str) -> None:
    assert begun.type(begun.lan, typed) == (
        'Đã ghi NV07 Báo cáo "6 không": 65%, như lần trước.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert [row["percent"] for row in begun.reports()] == [65, 65]


@pytest.mark.parametrize(
    "typed",
    [
        "không thu thêm được gì",
        "không thu thêm được đồng nào",
        "chưa thu được gì thêm",
        "chưa thu thêm được gì",
        "không tăng",
    ],
)
def test_nothing_more_of_what_is_counted_is_the_same_figure_and_no_difficulty(
    ward: Ward, typed: str
) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.later(hours=1)
    assert ward.type(ward.lan, f"CT12 {typed}").splitlines()[0] == (
        "Đã ghi CT12 Thu ngân sách: 250 tỷ đồng, lũy kế đến tháng 6/2021, như lần trước."
    )
    assert not ward.standing(ward.budget)["blocked"]


def test_nobody_more_is_the_same_number_of_people(ward: Ward) -> None:
    ward.type(ward.lan, "CT03 36 đảng viên")
    ward.later(hours=1)
    assert ward.type(ward.lan, "CT03 không kết nạp thêm").splitlines()[0] == (
        "Đã ghi CT03 Kết nạp đảng viên: 36 đảng viên, lũy kế đến tháng 6/2021, như lần trước."
    )


@pytest.mark.parametrize(
    "typed",
    [
        "NV07 hết vướng",
        "đã hết vướng mắc",
        "NV07 không còn vướng",
        "đã tháo gỡ vướng mắc",
        "NV07 gỡ vướng xong",
        "vướng mắc đã được giải quyết rồi ạ",
    ],
)
def test_a_difficulty_that_has_ended_is_taken_off_the_same_figure(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "NV07 65%, vướng mặt bằng")
    ward.later(hours=1)
    assert ward.standing(ward.report)["blocked"]
    assert ward.type(ward.lan, typed) == (
        'Đã ghi NV07 Báo cáo "6 không": 65%, đã hết vướng mắc.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert not ward.standing(ward.report)["blocked"]
    assert [row["percent"] for row in ward.reports()] == [65, 65]


def test_of_a_target_its_difficulty_ends_too(ward: Ward) -> None:
    ward.type(ward.lan, "CT03 36 đảng viên, thiếu nguồn")
    ward.later(hours=1)
    assert ward.type(ward.lan, "CT03 hết khó khăn rồi").splitlines()[0] == (
        "Đã ghi CT03 Kết nạp đảng viên: 36 đảng viên, lũy kế đến tháng 6/2021, đã hết vướng mắc."
    )


def test_a_difficulty_told_without_a_figure_ends_without_one(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 còn vướng mặt bằng")
    ward.later(hours=1)
    assert ward.type(ward.lan, "NV07 hết vướng rồi ạ") == (
        'Đã ghi NV07 Báo cáo "6 không": đã hết vướng mắc.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    standing = ward.standing(ward.report)
    assert (standing["blocked"], standing["percent"], standing["state"]) == (0, None, "open")
    assert "• 09/6: đã hết vướng mắc (Nguyễn Thị Lan)" in ward.type(ward.lan, "NV07")


def test_its_end_taken_back_leaves_the_difficulty_as_it_was(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 còn vướng mặt bằng")
    ward.later(hours=1)
    ward.type(ward.lan, "NV07 hết vướng")
    assert ward.type(ward.lan, "sai").splitlines()[0] == (
        'Đã bỏ báo cáo về NV07 Báo cáo "6 không": đã hết vướng mắc.'
    )
    assert ward.standing(ward.report)["blocked"]


def test_help_that_was_asked_for_is_offered_to_be_taken_back_with_the_difficulty(
    ward: Ward,
) -> None:
    ward.type(ward.lan, "NV07 50%, vướng mặt bằng")
    ward.choose(ward.lan, "Đề nghị cấp trên hỗ trợ")
    ward.later(hours=1)
    assert ward.type(ward.lan, "NV07 hết vướng rồi").splitlines()[-1] == (
        "Đề nghị hỗ trợ tháo gỡ vướng mắc vẫn đang chờ quyết định; nếu không cần nữa, đồng chí rút"
        " lại ở mục dưới đây."
    )
    assert ward.choose(ward.lan, "Rút đề nghị hỗ trợ tháo gỡ vướng mắc") == (
        'Đã rút đề nghị hỗ trợ tháo gỡ vướng mắc cho NV07 Báo cáo "6 không".'
    )
    assert ward.type(ward.chair, "choduyet") == "Không có đề nghị nào đang chờ đồng chí duyệt."


def test_a_figure_alone_takes_no_difficulty_off(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 40%, vướng mặt bằng")
    ward.later(days=1)
    assert ward.type(ward.lan, "NV07 45%") == (
        'Đã ghi NV07 Báo cáo "6 không": 45%, lần trước 40%, vẫn còn vướng mắc đã báo.\n'
        "🟠 Hạn hôm nay (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng; đã hết vướng mắc thì gõ: hết vướng'
    )
    assert ward.standing(ward.report)["blocked"]
    assert ward.type(ward.lan, "hết vướng").splitlines()[0] == (
        'Đã ghi NV07 Báo cáo "6 không": 45%, đã hết vướng mắc.'
    )
    assert not ward.standing(ward.report)["blocked"]
    assert "vướng" not in ward.type(ward.lan, "NV07 50%")


@pytest.mark.parametrize(
    "typed",
    [
        "NV07 60%, hết vướng rồi",
        "NV07 60%, không còn khó khăn gì",
        "vướng mắc đã được tháo gỡ, NV07 60%",
        "nv07 60% het vuong roi",
    ],
)
def test_its_end_may_be_told_beside_a_figure(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "NV07 40%, vướng mặt bằng")
    ward.later(hours=1)
    ward.type(ward.lan, typed)
    standing = ward.standing(ward.report)
    assert (standing["percent"], standing["blocked"]) == (60, 0)


def test_what_is_finished_has_no_difficulty_any_more(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 40%, vướng mặt bằng")
    ward.type(ward.lan, "NV07 xong")
    assert not ward.standing(ward.report)["blocked"]


def test_the_end_of_a_difficulty_that_nobody_told_is_no_report(begun: Ward) -> None:
    begun.type(begun.lan, "NV07 hết vướng")
    begun.type(begun.lan, "NV07 gỡ vướng xong")
    assert [row["percent"] for row in begun.reports()] == [65]
    assert begun.standing(begun.report)["state"] == "open"


@pytest.mark.parametrize("typed", ["NV07 chưa có gì", "NV07 chưa nhúc nhích gì", "chưa làm gì"])
def test_nothing_after_something_is_asked_about(begun: Ward, typed: str) -> None:
    assert begun.type(begun.lan, typed) == ASKED
    assert begun.offered(begun.lan) == [
        "Vẫn 65%, chưa có gì thêm",
        "Chưa thực hiện được gì",
        "Không, tôi gõ lại",
    ]
    assert begun.standing(begun.report)["percent"] == 65


@pytest.mark.parametrize(
    ("answer", "percent"),
    [("1", 65), ("vẫn vậy", 65), ("vẫn 65%", 65), ("2", 0), ("chưa làm gì hết", 0), ("0%", 0)],
)
def test_the_answer_is_recorded(begun: Ward, answer: str, percent: int) -> None:
    begun.type(begun.lan, "NV07 chưa có gì")
    said = begun.type(begun.lan, answer)
    assert said.startswith('Đã ghi NV07 Báo cáo "6 không"')
    assert begun.standing(begun.report)["percent"] == percent


@pytest.mark.parametrize("answer", ["đúng", "chưa có gì", "dạ chưa có gì ạ"])
def test_a_mere_yes_and_the_same_words_say_neither(begun: Ward, answer: str) -> None:
    begun.type(begun.lan, "NV07 chưa có gì")
    assert begun.type(begun.lan, answer) == ASKED
    assert begun.standing(begun.report)["percent"] == 65


def test_nought_that_is_said_is_recorded(begun: Ward) -> None:
    assert begun.type(begun.lan, "NV07 0%") == NONE


def test_where_there_was_nothing_it_is_recorded(ward: Ward) -> None:
    answer = ward.type(ward.lan, "NV07 chưa có gì")
    assert answer.startswith('Đã ghi NV07 Báo cáo "6 không": chưa thực hiện.')


def test_a_difficulty_told_beside_is_kept(begun: Ward) -> None:
    assert begun.type(begun.lan, "NV07 chưa làm do thiếu kinh phí") == ASKED
    assert begun.type(begun.lan, "1").startswith(
        'Đã ghi NV07 Báo cáo "6 không": 65%, vướng mắc: chưa làm do thiếu kinh phí.'
    )


def test_of_a_target_its_value_is_named(ward: Ward) -> None:
    ward.type(ward.lan, "CT03 36 đảng viên")
    ward.later(hours=1)
    assert ward.type(ward.lan, "CT03 chưa có ai") == (
        "CT03 Kết nạp đảng viên: lần trước đã báo 36 đảng viên. Tin này chưa được ghi."
        " Đồng chí cho biết giúp, nay vẫn như vậy hay chưa thực hiện được gì?"
    )
    assert ward.type(ward.lan, "1").startswith(
        "Đã ghi CT03 Kết nạp đảng viên: 36 đảng viên, lũy kế đến tháng 6/2021."
    )


def test_several_are_as_before(ward: Ward) -> None:
    ward.type(ward.lan, "CT03 36 đảng viên, NV07 65%")
    ward.later(hours=1)
    assert ward.type(ward.lan, "CT03 với NV07 vẫn vậy") == (
        "Đã ghi CT03 Kết nạp đảng viên: 36 đảng viên, lũy kế đến tháng 6/2021, như lần trước.\n"
        'Đã ghi NV07 Báo cáo "6 không": 65%, như lần trước.\n'
        'Nếu sai, đồng chí gõ chữ "sai" kèm mã và kết quả đúng.'
    )


CT12_NV07 = (
    "Đã ghi CT12 Thu ngân sách: 250 tỷ đồng, lũy kế đến tháng 6/2021, như lần trước.\n"
    'Đã ghi NV07 Báo cáo "6 không": {}.\n'
    'Nếu sai, đồng chí gõ chữ "sai" kèm mã và kết quả đúng.'
)


@pytest.fixture
def several(ward: Ward) -> Ward:
    ward.type(ward.lan, "CT12 250 tỷ, NV07 65%")
    ward.later(hours=1)
    return ward


@pytest.mark.parametrize(
    "typed",
    ["CT12 và NV07 vẫn vậy", "CT12 cùng NV07 đều như cũ", "CT12 vẫn vậy, NV07 cũng vậy"],
)
def test_two_in_whichever_way_they_are_joined_are_as_before(several: Ward, typed: str) -> None:
    assert several.type(several.lan, typed) == CT12_NV07.format("65%, như lần trước")


@pytest.mark.parametrize(
    "typed",
    ["CT12 vẫn vậy, NV07 70%", "NV07 70%, còn CT12 như cũ", "CT12 vẫn vậy và NV07 70%"],
)
def test_one_is_as_before_and_another_is_reported(several: Ward, typed: str) -> None:
    assert several.type(several.lan, typed) == CT12_NV07.format("70%, lần trước 65%")
    assert [(row["value"], row["percent"]) for row in several.reports()[2:]] == [
        (250, None),
        (None, 70),
    ]


def test_of_two_the_one_without_a_figure_is_asked_about(several: Ward) -> None:
    said = several.type(several.lan, "CT03 và NV07 vẫn vậy")
    assert said.startswith('Đã ghi NV07 Báo cáo "6 không": 65%, như lần trước.')
    assert "CT03 Kết nạp đảng viên, chưa ghi được." in said
    assert len(several.reports()) == 3


@pytest.mark.parametrize("typed", ["tất cả vẫn như cũ", "mọi việc vẫn vậy", "cả hai vẫn vậy ạ"])
def test_of_all_work_nothing_is_recorded(several: Ward, typed: str) -> None:
    assert several.type(several.lan, typed) == (
        "Tin này chưa được ghi vì đồng chí có nhiều việc."
        ' Đồng chí gõ mã từng việc kèm chữ "vẫn vậy", ví dụ: CT12, NV07 vẫn vậy'
    )
    assert len(several.reports()) == 2


@pytest.mark.parametrize("typed", ["NV07 vẫn vậy", "vẫn như cũ", "NV07 chưa có gì mới"])
def test_finished_work_is_said_to_be_recorded_already(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "NV07 xong")
    ward.later(days=1)
    assert ward.type(ward.lan, typed) == (
        'NV07 Báo cáo "6 không": đã hoàn thành đã được ghi lúc 08:00 thứ Tư, 09/6,'
        " đồng chí không cần gửi lại."
    )
    assert len(ward.reports()) == 1


@pytest.mark.parametrize("typed", ["NV07 đã xong đâu vào đấy", "đã xong đâu vào đấy rồi ạ"])
def test_a_finish_told_again_in_other_words_is_recorded_already(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "NV07 xong")
    assert ward.type(ward.lan, typed) == (
        'NV07 Báo cáo "6 không": đã hoàn thành đã được ghi lúc 08:00, đồng chí không cần gửi lại.'
    )
    assert len(ward.reports()) == 1


def test_a_code_that_is_none_is_said(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.later(hours=2)
    assert ward.type(ward.lan, "CT12 với NV99 vẫn vậy") == (
        "Đã ghi CT12 Thu ngân sách: 250 tỷ đồng, lũy kế đến tháng 6/2021, như lần trước.\n"
        "🔴 Quá hạn 2 ngày (thứ Hai, 07/6). Đạt 50% kế hoạch năm (500 tỷ đồng).\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.\n\n'
        "Trong việc của đơn vị đồng chí không có mã NV99, phần này chưa được ghi."
        ' Đồng chí gõ "việc" để xem các mã của mình.'
    )


def test_of_discreet_work_no_figure_is_said(ward: Ward) -> None:
    work = ward.assignment(ward.ward7, "NV20", "Rà soát vụ A", "2021-06-11", discreet=1)
    ward.type(ward.lan, "NV20 65%")
    ward.later(hours=1)
    assert ward.type(ward.lan, "NV20 chưa có gì") == (
        "NV20: trước đây đã có báo cáo. Tin này chưa được ghi."
        " Đồng chí cho biết giúp, nay vẫn như vậy hay chưa thực hiện được gì?"
    )
    assert ward.offered(ward.lan) == [
        "Vẫn như lần trước",
        "Chưa thực hiện được gì",
        "Không, tôi gõ lại",
    ]
    ward.type(ward.lan, "vẫn như lần trước")
    assert [row["percent"] for row in ward.reports()] == [65, 65]
    assert ward.standing(work)["percent"] == 65


def test_where_nothing_was_reported_the_figure_is_asked_for(ward: Ward) -> None:
    assert "chưa ghi được" in ward.type(ward.lan, "NV07 vẫn như cũ")
    assert not ward.reports()


def test_nought_of_a_target_is_asked_about_in_the_same_words(ward: Ward) -> None:
    ward.type(ward.lan, "CT03 36 đảng viên")
    ward.later(hours=1)
    assert ward.type(ward.lan, "CT03 0% kế hoạch").startswith(
        "CT03 Kết nạp đảng viên: lần trước đã báo 36 đảng viên. Tin này chưa được ghi."
    )
    assert ward.type(ward.lan, "0%").startswith(
        "Đã ghi CT03 Kết nạp đảng viên: chưa thực hiện, tháng 6/2021"
    )


@pytest.mark.parametrize("answer", ["Vẫn 65%, chưa có gì thêm", "Chưa thực hiện được gì"])
def test_what_a_colleague_reported_since_is_asked_about_anew(begun: Ward, answer: str) -> None:
    minh = begun.person("Võ Văn Minh", begun.ward7)
    begun.type(begun.lan, "NV07 chưa có gì")
    begun.type(minh, "NV07 80%")
    assert begun.choose(begun.lan, answer) == ASKED.replace(
        "65%", "80% do đồng chí Võ Văn Minh báo"
    )
    assert begun.offered(begun.lan)[0] == "Vẫn 80%, chưa có gì thêm"
    assert begun.standing(begun.report)["percent"] == 80
    begun.choose(begun.lan, "Vẫn 80%, chưa có gì thêm")
    assert begun.standing(begun.report)["percent"] == 80


@pytest.mark.parametrize("told", ["CT12 250 tỷ", "CT12 250 tỷ, đạt 50%", "NV07 65%", "NV07 9/14"])
def test_just_after_it_was_told_it_is_no_second_report(ward: Ward, told: str) -> None:
    ward.type(ward.lan, told)
    ward.later(minutes=2)
    assert "đã được ghi" in ward.type(ward.lan, f"{told.split()[0]} vẫn vậy")
    assert len(ward.reports()) == 1
