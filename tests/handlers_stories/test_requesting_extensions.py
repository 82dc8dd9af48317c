"""More time is asked for in a sentence, with its reason, said back and told to who decides."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward


def test_an_extension_is_said_back_with_the_weekday_and_told_to_the_chair(ward: Ward) -> None:
    assert ward.type(ward.lan, "NV7 xin gia hạn đến 30/6") == (
        'Đã ghi đề nghị gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không" và trình lãnh đạo có'
        " thẩm quyền.\n"
        "Thời hạn hiện nay: 🟠 Còn 1 ngày (thứ Năm, 10/6)."
    )
    assert ward.demands == {"requests": 1}
    assert ward.last_heard(ward.chair) == (
        "Kính báo cáo đồng chí: đồng chí Nguyễn Thị Lan (Phường 7) đề nghị gia hạn đến thứ Tư,"
        ' 30/6: NV07 Báo cáo "6 không"\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        "Đã thực hiện: chưa có số liệu"
    )
    assert ward.offered(ward.chair) == ["Đồng ý", "Không đồng ý", "Cho đến ngày khác"]


def test_a_figure_and_a_request_in_one_message_are_two_items(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 đạt 40%, xin gia hạn đến 30/6")
    assert 'Đã ghi NV07 Báo cáo "6 không": 40%.' in said
    assert "Đã ghi đề nghị gia hạn đến thứ Tư, 30/6" in said
    assert ward.demands == {"progress": 1, "requests": 1}
    assert "Đã thực hiện: 40%" in ward.last_heard(ward.chair)


def test_a_sure_figure_is_recorded_though_the_day_that_is_asked_for_has_passed(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 đạt 40%, xin gia hạn đến 05/6")
    assert 'Đã ghi NV07 Báo cáo "6 không": 40%.' in said
    assert 'Đồng chí xin gia hạn NV07 Báo cáo "6 không" đến ngày nào?' in said
    assert ward.rows("SELECT id FROM requests") == []
    assert "gia hạn đến thứ Ba, 15/6" in ward.type(ward.lan, "15/6")


def test_the_card_asks_until_when_and_a_bare_day_answers(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    assert ward.choose(ward.lan, "Xin gia hạn") == (
        'Đồng chí xin gia hạn NV07 Báo cáo "6 không" đến ngày nào? Ví dụ: 30/6, hoặc:'
        " thêm 5 ngày.\n"
        "Thời hạn hiện nay: 🟠 Còn 1 ngày (thứ Năm, 10/6)."
    )
    assert "gia hạn đến thứ Hai, 28/6" in ward.type(ward.lan, "28/6")


def test_a_new_wish_takes_the_place_of_the_one_that_waits(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 20/6")
    old = ward.rows("SELECT max(id) FROM offers")[0][0]
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.write(lambda tx: tx.run("DELETE FROM offers WHERE id <> :id", id=old))
    assert "không còn chờ quyết định" in ward.choose(ward.chair, "Đồng ý")
    assert ward.standing(ward.report)["due_on"] == "2021-06-10"


def test_the_units_own_lead_is_told_what_goes_past_them(ward: Ward) -> None:
    """Once, and not of their own wishes."""
    tam = ward.person("Nguyễn Minh Tâm", ward.ward7, "lead")
    said = ward.type(ward.lan, "NV7 xin gia hạn đến 30/6 vì còn 12 hộ chưa ký")
    assert said.splitlines()[-1] == "Lãnh đạo đơn vị cũng được báo để biết."
    assert ward.last_heard(tam) == (
        "Đồng chí Nguyễn Thị Lan (Phường 7) đề nghị gia hạn đến thứ Tư,"
        ' 30/6: NV07 Báo cáo "6 không"\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        "Đã thực hiện: chưa có số liệu\n"
        "Lý do: còn 12 hộ chưa ký\n"
        "Xin báo để đồng chí theo dõi: đề nghị đã được trình lãnh đạo có thẩm quyền."
    )
    kept = "SELECT kind, state FROM outbox WHERE person_id = :tam"
    assert [tuple(row) for row in ward.rows(kept, tam=tam)] == [("broadcast", "queued")]
    assert "Lãnh đạo" not in ward.type(tam, "CT3 xin gia hạn đến 30/6")
    ward.type(ward.lan, "CT3 đề nghị xác nhận hoàn thành")
    ward.choose(ward.chair, "Đồng ý")
    of_leads = "SELECT key FROM outbox WHERE key LIKE 'request-lead:%'"
    assert len(ward.rows(of_leads)) == 1


def test_a_lead_on_leave_is_not_told(ward: Ward) -> None:
    tam = ward.person("Nguyễn Minh Tâm", ward.ward7, "lead")
    ward.type(tam, "tôi nghỉ từ hôm nay đến 15/6, không ai thay")
    said = ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert "Lãnh đạo" not in said
    assert ward.rows("SELECT key FROM outbox WHERE key LIKE 'request-lead:%'") == []


def test_without_anybody_who_decides_the_office_is_told(ward: Ward) -> None:
    ward.write(lambda tx: tx.run("DELETE FROM memberships WHERE role = 'chair'"))
    said = ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert "báo Văn phòng Thành ủy để trình lãnh đạo" in said
    assert ward.last_heard(ward.office).startswith(
        "Đồng chí Nguyễn Thị Lan (Phường 7) đề nghị gia hạn"
    )
    assert ward.offered(ward.office) == []


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("vì", "còn 12 hộ chưa ký"),
        ("do", "còn 2 tuyến chưa xong"),
        ("lý do:", "mới ký được 3/15 hộ"),
        ("nguyên nhân là", "tiến độ của nhà thầu chậm"),
    ],
)
def test_an_extension_keeps_its_reason_though_it_counts_something(
    ward: Ward, word: str, reason: str
) -> None:
    said = ward.type(ward.lan, f"NV7 xin gia hạn đến 30/6 {word} {reason}").splitlines()
    assert said[0].startswith("Đã ghi đề nghị gia hạn đến thứ Tư, 30/6")
    assert said[-1] == f"Lý do: {reason}"
    assert ward.last_heard(ward.chair).splitlines()[-1] == f"Lý do: {reason}"
    assert ward.rows("SELECT note FROM requests")[0]["note"] == reason
    assert ward.reports() == []


def test_an_answer_with_the_day_keeps_its_reason_too(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    said = ward.type(ward.lan, "đến 30/6 vì còn 12 hộ chưa ký").splitlines()
    assert said[0].startswith("Đã ghi đề nghị gia hạn đến thứ Tư, 30/6")
    assert said[-1] == "Lý do: còn 12 hộ chưa ký"


def test_a_reason_beside_a_figure_leaves_the_figure(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 60%, xin gia hạn đến 30/6 vì còn 12 hộ chưa ký")
    assert "60%" in said and "Lý do: còn 12 hộ chưa ký" in said
    assert ward.standing(ward.report)["percent"] == 60


def test_of_two_codes_each_extension_counts_from_its_own_deadline(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 xin gia hạn thêm 5 ngày, CT3 xin gia hạn thêm 5 ngày")
    assert "gia hạn đến thứ Ba, 15/6 cho NV07" in said
    assert "gia hạn đến thứ Hai, 21/6 cho CT03" in said


def test_what_is_finished_needs_no_extension(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xong")
    for text in ("NV7 xin gia hạn", "NV7 xin gia hạn đến 30/6"):
        assert ward.type(ward.lan, text) == (
            'NV07 Báo cáo "6 không" đã hoàn thành (thứ Tư, 09/6), không cần gia hạn nữa.'
        )
    assert ward.rows("SELECT id FROM requests") == []


def test_a_report_on_other_work_is_taken_while_the_day_is_waited_for(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    said = ward.type(ward.lan, "CT12 vướng mặt bằng")
    assert said.startswith("Đã ghi CT12 Thu ngân sách: tháng 6/2021, vướng mặt bằng.")
    assert said.endswith(
        'Còn dở phần đề nghị gia hạn: đồng chí gõ "tiếp" để trả lời nốt, "hủy" để bỏ.'
    )
    assert ward.type(ward.lan, "30/6").startswith(
        'Đã ghi đề nghị gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không"'
    )


def test_a_code_alone_shows_its_card_while_the_day_is_waited_for(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    assert ward.type(ward.lan, "CT12").startswith("CT12 Thu ngân sách\n🔴 Quá hạn 2 ngày")


def test_the_day_with_the_code_in_question_is_still_the_answer(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    assert "gia hạn đến thứ Tư, 30/6" in ward.type(ward.lan, "NV7 xin đến 30/6")


def test_one_digit_is_no_day_of_an_extension(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    ward.type(ward.lan, "CT3 40")
    ward.later(minutes=1)
    assert ward.type(ward.lan, "2") == (
        'Đề nghị gia hạn NV07 Báo cáo "6 không" chưa được ghi vì chưa rõ ngày. Đồng chí gõ ngày và'
        " tháng, ví dụ: 30/6"
    )
    assert ward.rows("SELECT 1 FROM requests") == []
    assert "gia hạn đến thứ Hai, 28/6" in ward.type(ward.lan, "28/6")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("NV7 đã xong 70% nhưng vướng mặt bằng, xin gia hạn đến 15/7", ""),
        ("NV7 70%, vướng mặt bằng nên xin gia hạn đến 15/7", ""),
        ("NV7 70%, vướng mặt bằng, xin thêm vài ngày", "15/7"),
    ],
)
def test_the_difficulty_told_beside_a_request_is_its_reason(
    ward: Ward, text: str, day: str
) -> None:
    said = ward.type(ward.lan, text)
    assert said.startswith('Đã ghi NV07 Báo cáo "6 không": 70%, vướng mặt bằng.\n')
    if day:
        ward.type(ward.lan, day)
    assert ward.type(ward.chair, "choduyet") == (
        "Kính báo cáo đồng chí: đồng chí Nguyễn Thị Lan (Phường 7) đề nghị gia hạn đến thứ Năm,"
        ' 15/7: NV07 Báo cáo "6 không"\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        "Đã thực hiện: 70%\n"
        "Lý do: vướng mặt bằng"
    )


def test_the_difficulty_of_other_work_is_no_reason(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 40 đảng viên, vướng hồ sơ; NV7 xin gia hạn đến 15/7")
    assert "Lý do" not in ward.type(ward.chair, "choduyet")
