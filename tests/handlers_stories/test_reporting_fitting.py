"""Words that speak of other work are never recorded on what was only assumed."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

PLEDGES = "NV08 Vận động hộ dân, cơ sở kinh doanh ký cam…"


@pytest.fixture
def busy(ward: Ward) -> Ward:
    """Lan's ward with six more pieces of work."""
    for code, title, measure in (
        ("CT22", "Tỷ lệ hộ nghèo", "%"),
        ("CT26", "Tỷ lệ dân số tham gia bảo hiểm y tế", "%"),
        ("CT32", "Tỷ lệ chất thải rắn sinh hoạt được thu gom, xử lý", "%"),
    ):
        ward.assignment(ward.ward7, code, title, measure=measure)
    pledges = "Vận động hộ dân, cơ sở kinh doanh ký cam kết “6 không”"
    ward.assignment(ward.ward7, "NV08", pledges)
    ward.assignment(ward.ward7, "NV38", "Cải tạo thoát nước các hẻm thường ngập", "2021-06-09")
    ward.assignment(ward.ward7, "NV41", "Tập huấn công tác kiểm tra, giám sát", "2021-06-09")
    return ward


@pytest.mark.parametrize(
    ("shown", "text", "fits"),
    [
        ("NV8", "tỷ lệ thu gom rác 97%", "CT32"),
        ("NV41", "tỷ lệ tham gia bảo hiểm y tế đạt 95%", "CT26"),
        ("NV41", "BHYT 95%", "CT26"),
        ("NV8", "hộ nghèo giảm còn 0,9%", "CT22"),
        ("NV8", "ho ngheo giam con 0,9%", "CT22"),
        ("CT22", "thu ngân sách đạt 62 tỷ", "CT12"),
        ("CT22", "kết nạp được 8 đảng viên", "CT03"),
        ("CT3", "phường đã vận động đc 85% hộ ký cam kết 6 không", "NV08"),
    ],
)
def test_what_fits_other_work_is_asked_about(busy: Ward, shown: str, text: str, fits: str) -> None:
    busy.type(busy.lan, shown)
    assert busy.type(busy.lan, text) == (
        f'"{text}" là của việc nào? Đồng chí chọn, hoặc gõ mã của việc:'
    )
    offered = busy.offered(busy.lan)
    assert offered[0].startswith(fits)
    assert len(offered) <= 3
    assert busy.reports() == []
    assert busy.choose(busy.lan, offered[0]).startswith(f"Đã ghi {fits} ")


def test_the_assumed_one_may_be_chosen_and_is_not_asked_about_again(busy: Ward) -> None:
    busy.type(busy.lan, "NV8")
    busy.type(busy.lan, "tỷ lệ thu gom rác 97%")
    assert busy.offered(busy.lan) == ["CT32 Tỷ lệ chất thải rắn sinh hoạt được thu…", PLEDGES]
    assert busy.choose(busy.lan, PLEDGES).startswith("Đã ghi NV08 ")


@pytest.mark.parametrize(
    "text",
    [
        "60%",
        "được 60% rồi ạ",
        "được 60%, còn vướng mặt bằng",
        "85% hộ đã ký cam kết",
        "đạt 60% do chưa có kinh phí thu gom rác",
        "đã họp các khu phố, đạt 60% kế hoạch",
        "cơ sở kinh doanh ký cam kết đạt 85%",
    ],
)
def test_what_fits_or_has_no_subject_is_recorded_as_before(busy: Ward, text: str) -> None:
    busy.type(busy.lan, "NV8")
    assert busy.type(busy.lan, text).startswith("Đã ghi NV08 ")


def test_an_answer_to_a_message_is_about_that_message(busy: Ward) -> None:
    busy.type(busy.lan, "NV8")
    said = busy.type(busy.lan, "tỷ lệ thu gom rác 97%", reply_to=busy.last_message)
    assert said.startswith("Đã ghi NV08 ")


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("phường đã vận động đc 85% hộ ký cam kết 6 không", "NV08"),
        ("bảo hiểm y tế 95,1%", "CT26"),
        ("kết nạp được 8 đảng viên", "CT03"),
    ],
)
def test_an_open_question_takes_no_figure_of_other_work(busy: Ward, text: str, fits: str) -> None:
    assert "vượt quá xa kế hoạch" in busy.type(busy.lan, "CT12 4000 tỷ")
    assert busy.type(busy.lan, text).startswith(f'"{text}" là của việc nào?')
    first, assumed = busy.offered(busy.lan)
    assert first.startswith(fits)
    assert assumed == "CT12 Thu ngân sách"
    assert busy.choose(busy.lan, first).startswith(f"Đã ghi {fits} ")
    assert len(busy.reports()) == 1


def test_where_nothing_is_assumed_the_only_fitting_one_is_confirmed(busy: Ward) -> None:
    busy.type(busy.lan, "việc")
    assert busy.type(busy.lan, "thu ngân sách đạt 12 tỷ") == (
        "CT12 Thu ngân sách: đồng chí muốn ghi 12 tỷ đồng?"
    )
    assert busy.offered(busy.lan) == ["Đúng, ghi 12 tỷ đồng", "Không"]
    assert busy.reports() == []
    said = busy.choose(busy.lan, "Đúng, ghi 12 tỷ đồng")
    assert said.startswith("Đã ghi CT12 Thu ngân sách: 12 tỷ đồng")


def test_where_nothing_is_assumed_the_best_fitting_come_first(busy: Ward) -> None:
    titles = {"CT27": "Tỷ lệ bảo hiểm xã hội", "CT28": "Tỷ lệ bảo hiểm y tế học sinh"}
    for code, title in titles.items():
        busy.assignment(busy.ward7, code, title, "2021-12-31", measure="%")
    busy.type(busy.lan, "việc")
    busy.type(busy.lan, "bảo hiểm y tế đạt 95%")
    assert [label[:4] for label in busy.offered(busy.lan)][:3] == ["CT26", "CT28", "CT27"]
    assert busy.reports() == []
