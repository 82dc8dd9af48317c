"""The language of messages: chosen in the settings or typed, said back in it, kept, and undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.handlers_stories.front_desk import Desk
from tests.handlers_stories.ward import Ward

KEPT_ENGLISH = (
    "From now on messages come to you in English. What you type stays Vietnamese, as the examples"
    " show."
)
KEPT_VIETNAMESE = "Từ nay tin gửi đến đồng chí bằng tiếng Việt."


def language(ward: Ward) -> str:
    return str(ward.rows("SELECT language FROM people WHERE id = :id", id=ward.lan)[0][0])


def test_english_is_chosen_by_digits_and_vietnamese_again(ward: Ward) -> None:
    ward.type(ward.lan, "caidat")
    assert ward.offered(ward.lan) == [
        "Nghỉ phép, đi công tác, người thay",
        "Giờ yên lặng",
        "Ngôn ngữ: Tiếng Việt",
        "Thông tin đang lưu về tôi",
        "Thôi nhận nhắc việc ở đây",
    ]
    assert ward.type(ward.lan, "3") == "Đồng chí muốn nhận tin bằng ngôn ngữ nào?"
    assert ward.offered(ward.lan) == ["Tiếng Việt", "English"]
    assert ward.type(ward.lan, "2") == KEPT_ENGLISH
    assert language(ward) == "en"
    assert ward.type(ward.lan, "caidat") == (
        "Settings of Nguyễn Thị Lan\n"
        "Phường 7\n"
        "Quiet hours: as for everybody (reminders from 07:30 to 18:00 on working days)"
    )
    assert ward.offered(ward.lan) == [
        "Leave, missions, substitute",
        "Quiet hours",
        "Language: English",
        "What is kept about me",
        "Stop reminders here",
    ]
    assert ward.type(ward.lan, "3") == "In which language do you want to receive messages?"
    assert ward.offered(ward.lan) == ["Tiếng Việt", "English"]
    assert ward.type(ward.lan, "1") == KEPT_VIETNAMESE
    assert language(ward) == "vi"
    kept = ward.rows("SELECT act, subject FROM audit WHERE act = 'language.set'")
    assert [(row["act"], row["subject"]) for row in kept] == [("language.set", f"p:{ward.lan}")] * 2


@pytest.mark.parametrize("typed", ["tiếng Anh", "caidat tieng anh", "English", "cài đặt English"])
def test_a_language_is_typed_and_taken_back(ward: Ward, typed: str) -> None:
    assert ward.type(ward.lan, typed) == KEPT_ENGLISH
    assert ward.type(ward.lan, typed) == KEPT_ENGLISH
    assert ward.type(ward.lan, "Tiếng Việt") == KEPT_VIETNAMESE
    assert ward.type(ward.lan, "ngôn ngữ") == "Đồng chí muốn nhận tin bằng ngôn ngữ nào?"
    assert len(ward.rows("SELECT 1 FROM audit WHERE act = 'language.set'")) == 2


def test_a_report_on_teaching_english_is_no_choice_of_language(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 đã dạy tiếng Anh cho 60% học sinh")
    assert language(ward) == "vi"


def test_who_is_asked_to_agree_may_be_asked_in_english_first(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    ward = desk.unit("Đảng ủy phường 4", "dang_uy_phuong", desk.unit("Thành ủy Bến Tre", "cap_uy"))
    desk.says("minh", desk.invite(desk.person("Võ Văn Minh", ward, title="Công chức")).code)
    said = desk.says("minh", "English")
    assert said.startswith(
        f"{KEPT_ENGLISH}\n\nHello Võ Văn Minh. This is the reminder assistant of"
    )
    assert said.endswith("Do you agree?")
    assert desk.choices("minh") == ["I agree", "I do not agree"]
    assert desk.says("minh", "1").startswith("Thank you, Minh.")


def test_an_english_example_that_is_copied_back_is_no_report(ward: Ward) -> None:
    ward.type(ward.lan, "English")
    ward.type(ward.lan, "Please reply to this message, for example: NV07 60%")
    assert not ward.rows("SELECT 1 FROM progress")


def test_what_is_kept_of_a_report_for_a_unit_is_in_the_committees_language(ward: Ward) -> None:
    clerk = ward.person("Tô Chí Thành", ward.city, "office", "Chánh Văn phòng")
    ward.type(clerk, "English")
    ward.type(clerk, "báo thay")
    ward.type(clerk, "phường 7")
    ward.type(clerk, "NV07 60%")
    assert ward.offered(clerk) == ["Telephone", "Paper document", "Message"]
    assert ward.type(clerk, "1").startswith("Reported for Phường 7, source: telephone.")
    assert ward.rows("SELECT source FROM progress")[0][0] == "Điện thoại"
