"""Progress from ordinary messages: what is recorded, what is asked, word for word."""

from __future__ import annotations

from pathlib import Path

from db import audit, outbox
from domain.committee import Committee
from domain.message import Media, Outgoing, Text
from tests.handlers_stories.ward import Ward


def test_a_task_is_recorded_and_said_back_in_three_lines(ward: Ward) -> None:
    assert ward.type(ward.lan, "NV7 60%") == (
        'Đã ghi NV07 Báo cáo "6 không": 60%.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert ward.offered(ward.lan) == ["Sai, sửa lại"]
    assert ward.standing(ward.report)["percent"] == 60
    assert ward.demands == {"progress": 1}


def test_a_target_is_said_back_with_its_measure_its_period_and_its_plan(ward: Ward) -> None:
    assert ward.type(ward.lan, "CT3 36") == (
        "Đã ghi CT03 Kết nạp đảng viên: 36 đảng viên, lũy kế đến tháng 6/2021.\n"
        "🟢 Còn 7 ngày (thứ Tư, 16/6). Đạt 60% kế hoạch năm (60 đảng viên).\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )


def test_the_row_keeps_who_when_through_which_post_and_which_message(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 60%")
    row = ward.reports()[0]
    kept = {name: row[name] for name in ("person_id", "origin", "channel", "item", "period")}
    assert kept == {
        "person_id": ward.lan,
        "origin": "chat",
        "channel": "zalo",
        "item": 0,
        "period": "2021-06",
    }
    assert (row["update_key"], row["as_of"]) == ("1", "2021-06-09")
    assert row["membership_id"] and row["inbox_id"]
    assert ward.write(audit.broken_at) is None
    told = ward.rows("SELECT act, subject FROM audit")[0]
    assert tuple(told) == ("report", f"a:{ward.report}")


def test_a_percent_that_falls_is_recorded_with_the_former_figure(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 60%")
    assert ward.type(ward.lan, "NV7 50%").splitlines()[0] == (
        'Đã ghi NV07 Báo cáo "6 không": 50%, lần trước 60%.'
    )
    assert ward.standing(ward.report)["percent"] == 50


def test_the_same_report_twice_within_ten_minutes_is_one_report(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 60%")
    ward.later(minutes=9)
    assert ward.type(ward.lan, "NV7 60%") == (
        'NV07 Báo cáo "6 không": 60% đã được ghi lúc 08:00, đồng chí không cần gửi lại.'
    )
    assert ward.demands == {}
    ward.later(minutes=2)
    ward.type(ward.lan, "NV7 60%")
    assert len(ward.reports()) == 2


def test_the_same_figure_from_a_colleague_is_another_report(ward: Ward) -> None:
    tu = ward.person("Võ Thị Tư", ward.ward7)
    ward.type(ward.lan, "NV7 60%")
    ward.type(tu, "NV7 60%")
    assert [row["person_id"] for row in ward.reports()] == [ward.lan, tu]


def test_a_finished_task_is_done_and_a_later_report_opens_it_again(ward: Ward) -> None:
    assert ward.type(ward.lan, "NV7 xong").splitlines()[:2] == [
        'Đã ghi NV07 Báo cáo "6 không": đã hoàn thành.',
        "✅ Hoàn thành đúng hạn (thứ Tư, 09/6)",
    ]
    assert ward.standing(ward.report)["state"] == "done"
    assert ward.standing(ward.report)["done_on"] == "2021-06-09"
    assert ward.type(ward.lan, "NV7 90%").splitlines()[:2] == [
        'Đã ghi và mở lại NV07 Báo cáo "6 không": 90%, lần trước 100%.',
        "🟠 Còn 1 ngày (thứ Năm, 10/6)",
    ]
    assert ward.standing(ward.report)["state"] == "open"
    assert ward.standing(ward.report)["done_on"] is None


def test_a_task_finished_after_its_deadline_is_done_late(ward: Ward) -> None:
    ward.on("2021-06-12")
    assert "☑️ Hoàn thành quá hạn (thứ Bảy, 12/6)" in ward.type(ward.lan, "NV7 xong")


def test_the_day_on_which_it_was_finished_counts_not_the_day_on_which_it_is_told(
    ward: Ward,
) -> None:
    ward.on("2021-06-12")
    assert "✅ Hoàn thành đúng hạn (thứ Năm, 10/6)" in ward.type(ward.lan, "NV7 xong hôm thứ năm")
    assert ward.standing(ward.report)["done_on"] == "2021-06-10"
    assert [row["as_of"] for row in ward.reports()] == ["2021-06-10"]
    # Another day for the same is another report, not the same one twice.
    assert "☑️ Hoàn thành quá hạn (thứ Sáu, 11/6)" in ward.type(ward.lan, "NV7 xong hôm qua")


def test_a_day_on_which_it_was_told_to_be_unfinished_is_not_taken(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 60%")  # on 9 June
    ward.on("2021-06-12")
    assert "☑️ Hoàn thành quá hạn (thứ Bảy, 12/6)" in ward.type(ward.lan, "NV7 xong hôm 8/6")


def test_several_codes_in_one_message_are_a_line_each(ward: Ward) -> None:
    assert ward.type(ward.lan, "CT3 40, NV7 85%") == (
        "Đã ghi CT03 Kết nạp đảng viên: 40 đảng viên, lũy kế đến tháng 6/2021.\n"
        'Đã ghi NV07 Báo cáo "6 không": 85%.\n'
        'Nếu sai, đồng chí gõ chữ "sai" kèm mã và kết quả đúng.'
    )
    assert [row["item"] for row in ward.reports()] == [0, 1]
    assert ward.demands == {"progress": 2}


def test_the_months_figure_and_the_sum_in_one_message_are_two_rows(ward: Ward) -> None:
    assert ward.type(ward.lan, "CT12 trong tháng thu 20 tỷ, lũy kế 270 tỷ").splitlines()[:2] == [
        "Đã ghi CT12 Thu ngân sách: 20 tỷ đồng, riêng tháng 6/2021.",
        "Đã ghi CT12 Thu ngân sách: 270 tỷ đồng, lũy kế đến tháng 6/2021.",
    ]
    assert [(row["basis"], row["value"]) for row in ward.reports()] == [
        ("period", 20),
        ("cumulative", 270),
    ]
    assert ward.standing(ward.budget)["value"] == 270


def test_a_bare_figure_is_about_what_was_shown_last(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    assert "Đã ghi NV07" in ward.type(ward.lan, "60%")


def test_a_bare_figure_after_a_list_is_asked_about_and_the_choice_records_it(ward: Ward) -> None:
    ward.type(ward.lan, "viec")
    assert ward.type(ward.lan, "60%") == (
        '"60%" là của việc nào? Đồng chí chọn, hoặc gõ mã của việc:'
    )
    assert ward.offered(ward.lan) == [
        "CT12 Thu ngân sách",
        'NV07 Báo cáo "6 không"',
        "CT03 Kết nạp đảng viên",
    ]
    assert 'Đã ghi NV07 Báo cáo "6 không": 60%.' in ward.choose(ward.lan, 'NV07 Báo cáo "6 không"')


def test_a_code_typed_in_answer_to_which_work_records_the_waiting_figure(ward: Ward) -> None:
    ward.type(ward.lan, "viec")
    ward.type(ward.lan, "60%")
    assert 'Đã ghi NV07 Báo cáo "6 không": 60%.' in ward.type(ward.lan, "nv 7")


def test_an_answer_to_an_older_message_is_about_that_message(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    card = ward.last_message
    ward.type(ward.lan, "CT3")
    assert "Đã ghi NV07" in ward.type(ward.lan, "60%", reply_to=card)


def test_a_quoted_text_tells_what_an_answer_is_about(ward: Ward) -> None:
    ward.type(ward.lan, "CT3")
    quoted = '🟠 Còn 1 ngày (thứ Năm, 10/6): NV07 Báo cáo "6 không"'
    assert "Đã ghi NV07" in ward.type(ward.lan, "60%", reply_text=quoted)


def test_the_only_open_work_needs_no_code(ward: Ward) -> None:
    assert "Đã ghi CT12 Thu ngân sách: 90 tỷ đồng" in ward.type(ward.ba, "90 tỷ")


def test_an_answer_still_on_its_way_counts_as_shown_and_a_queued_reminder_does_not(
    ward: Ward,
) -> None:
    ward.type(ward.lan, "CT3")
    ward.write(
        lambda tx: outbox.enqueue(
            tx,
            Outgoing(
                key="reminder:1",
                kind="reminder",
                text=Text("nhắc việc"),
                subjects=(f"a:{ward.report}",),
                person_id=ward.lan,
            ),
            ward.now,
        )
    )
    assert "Đã ghi CT03" in ward.type(ward.lan, "36 đảng viên")


def test_a_report_on_another_units_work_is_refused_and_tells_nothing(ward: Ward) -> None:
    said = ward.type(ward.ba, "NV7 50%")
    assert said == (
        'Trong việc của đơn vị đồng chí không có mã NV7, phần này chưa được ghi. Đồng chí gõ "việc"'
        " để xem các mã của mình."
    )
    assert said.replace("NV7", "NV99") == ward.type(ward.ba, "NV99 50%")
    assert ward.reports() == []


def test_a_choice_kept_from_a_former_post_records_nothing(ward: Ward) -> None:
    ward.type(ward.lan, "viec")
    ward.type(ward.lan, "60%")
    ward.write(lambda tx: tx.run("UPDATE memberships SET valid_to = '2021-06-08'"))
    said = ward.choose(ward.lan, 'NV07 Báo cáo "6 không"')
    assert said.startswith("Đồng chí Nguyễn Thị Lan hiện không giữ chức vụ nào trong danh sách")
    assert ward.reports() == []
    assert ward.rows("SELECT act FROM audit")[0]["act"] == "denied"


def test_a_document_and_a_figure_in_one_message_are_both_kept(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 70-80%")
    said = ward.type(ward.lan, "báo cáo số 45-BC/ĐU ngày 08/6, CT3 45 đảng viên")
    assert "Đã ghi văn bản số 45-BC/ĐU, thứ Ba, 08/6, làm minh chứng cho CT03" in said
    assert "Đã ghi CT03 Kết nạp đảng viên: 45 đảng viên" in said


def test_done_by_a_document_is_done(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    said = ward.type(ward.lan, "Đã hoàn thành theo Báo cáo số 45-BC/ĐU ngày 08/6")
    assert "Đã ghi văn bản số 45-BC/ĐU" in said
    assert ward.standing(ward.report)["state"] == "done"


def test_the_caption_of_a_photo_may_say_done(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    ward.send(ward.lan, Media("photo", "ref-1"), caption="xong rồi ạ")
    assert ward.standing(ward.report)["state"] == "done"


def test_a_caption_without_a_figure_is_only_a_caption(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    said = ward.send(ward.lan, Media("photo", "ref-1"), caption="gửi đồng chí ảnh hiện trường")
    assert said.splitlines() == [
        'Đã nhận ảnh làm minh chứng cho NV07 Báo cáo "6 không". Đồng chí gõ thêm số liệu nếu có.',
        "",
        "Nếu ảnh, tệp là của việc khác, đồng chí gõ mã việc đó, ví dụ: ảnh của CT12",
    ]


def test_chair_and_office_report_nothing_by_a_bare_figure(ward: Ward) -> None:
    assert "báo thay" not in ward.type(ward.chair, "60%")
    assert 'gõ "báo thay"' in ward.type(ward.office, "60%")
    assert ward.reports() == []


def test_cancelled_work_takes_no_report(ward: Ward) -> None:
    ward.write(lambda tx: tx.run("UPDATE assignments SET state = 'cancelled'"))
    assert ward.type(ward.lan, "NV7 60%") == (
        'NV07 Báo cáo "6 không" đã được hủy, không phải báo cáo nữa. Tin này chưa được ghi.'
    )


def test_of_discreet_work_neither_title_nor_figure_is_said_back(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV09", "Diễn tập phòng thủ", "2021-07-09", discreet=1)
    assert ward.type(ward.lan, "NV9 45%") == (
        "Đã ghi báo cáo về NV09. Nội dung việc này không gửi qua tin nhắn.\n"
        "🟢 Còn 30 ngày (thứ Sáu, 09/7)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )


def test_until_the_cut_off_a_report_goes_to_the_month_that_ended_and_says_so(
    tmp_path: Path,
) -> None:
    ward = Ward(tmp_path, Committee("Thành ủy Bến Tre", cut_off_day=5))
    ward.on("2021-07-03")
    assert ward.type(ward.lan, "CT12 300 tỷ").splitlines()[0] == (
        "Đã ghi CT12 Thu ngân sách: 300 tỷ đồng, lũy kế đến tháng 6/2021. Số này tính cho tháng"
        " 6/2021; số liệu tháng 6/2021 nhận đến hết thứ Hai, 05/7."
    )
    assert (ward.reports()[0]["period"], ward.reports()[0]["as_of"]) == ("2021-06", "2021-06-30")


def test_what_comes_after_the_freeze_counts_in_the_next_period(ward: Ward) -> None:
    ward.write(lambda tx: tx.run("INSERT INTO freezes (period, frozen_at) VALUES ('2021-6T', 'x')"))
    assert "lũy kế đến tháng 7/2021" in ward.type(ward.lan, "CT12 300 tỷ")


def test_the_plan_of_the_period_is_named_where_there_is_one(ward: Ward) -> None:
    ward.write(
        lambda tx: tx.run(
            "INSERT INTO plans (assignment_id, period, plan) VALUES (:id, '2021-06', 200)",
            id=ward.budget,
        )
    )
    assert "Đạt 50% kế hoạch năm (500 tỷ đồng), 125% kế hoạch tháng 6/2021." in ward.type(
        ward.lan, "CT12 250 tỷ"
    )


def test_in_january_a_code_means_last_years_work_until_the_cut_off(tmp_path: Path) -> None:
    ward = Ward(tmp_path, Committee("Thành ủy Bến Tre", cut_off_day=10))
    new = ward.assignment(ward.ward7, "CT12", "Thu ngân sách", None, year=2022, measure="tỷ đồng")
    ward.on("2022-01-08")
    ward.type(ward.lan, "CT12 480 tỷ")
    ward.on("2022-01-11")
    ward.type(ward.lan, "CT12 20 tỷ")
    assert [row["assignment_id"] for row in ward.reports()] == [ward.budget, new]


def test_a_blocker_is_kept_with_its_words_and_help_can_be_asked_for(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    assert ward.choose(ward.lan, "Có vướng mắc").startswith(
        'NV07 Báo cáo "6 không" đang vướng ở đâu?'
    )
    assert ward.type(ward.lan, "chưa có mặt bằng ở ấp 3") == (
        'Đã ghi NV07 Báo cáo "6 không": vướng mắc: chưa có mặt bằng ở ấp 3.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu cần cấp trên giúp, đồng chí chọn bên dưới. Nếu sai, đồng chí gõ chữ "sai".'
    )
    assert ward.standing(ward.report)["blocked"] == 1
    ward.choose(ward.lan, "Đề nghị cấp trên hỗ trợ")
    assert "Lý do: chưa có mặt bằng ở ấp 3" in ward.last_heard(ward.chair)


def test_a_figure_told_along_with_the_blocker_is_recorded_too(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    ward.choose(ward.lan, "Có vướng mắc")
    ward.type(ward.lan, "mới được 60%, còn vướng mặt bằng ở ấp 3")
    assert ward.standing(ward.report)["percent"] == 60
    assert ward.standing(ward.report)["blocked"] == 1


def test_queued_reminders_about_the_work_are_taken_back(ward: Ward) -> None:
    def remind(tx) -> None:
        told = outbox.enqueue(
            tx,
            Outgoing("reminder:9", "reminder", Text("nhắc"), person_id=ward.lan),
            ward.now,
        )
        tx.run(
            "INSERT INTO occurrences (subject, person_id, step, due_on, state, outbox_id, at)"
            " VALUES (:subject, :person, '-1wd', '2021-06-10', 'told', :told, 'x')",
            subject=f"a:{ward.report}",
            person=ward.lan,
            told=told,
        )

    ward.write(remind)
    ward.type(ward.lan, "NV7 60%")
    row = ward.rows("SELECT state, reason FROM outbox WHERE key = 'reminder:9'")[0]
    assert tuple(row) == ("cancelled", "reported")


def test_a_photo_is_kept_as_evidence_and_its_caption_as_a_report(ward: Ward) -> None:
    said = ward.send(ward.lan, Media("photo", "ref-1"), caption="NV7 58%")
    assert said.splitlines()[0] == 'Đã nhận ảnh làm minh chứng cho NV07 Báo cáo "6 không".'
    assert 'Đã ghi NV07 Báo cáo "6 không": 58%.' in said
    proof = ward.rows("SELECT * FROM evidence")[0]
    assert (proof["assignment_id"], proof["sha256"]) == (ward.report, None)
    job = ward.rows("SELECT kind, payload FROM jobs")[0]
    assert job["kind"] == "download"
    assert f'"evidence_id": {proof["id"]}' in job["payload"]


def test_a_documents_number_and_day_are_evidence(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    assert ward.type(ward.lan, "báo cáo số 45-BC/ĐU ngày 08/6") == (
        'Đã ghi văn bản số 45-BC/ĐU, thứ Ba, 08/6, làm minh chứng cho NV07 Báo cáo "6 không".'
    )
    proof = ward.rows("SELECT number, dated_on FROM evidence")[0]
    assert tuple(proof) == ("45-BC/ĐU", "2021-06-08")
    assert ward.reports() == []


def test_a_share_that_the_value_belies_reaches_no_plan(ward: Ward) -> None:
    ward.type(ward.lan, "CT03 37 đảng viên, 100% kế hoạch")
    assert ward.standing(ward.members)["percent"] == 61.67
    ward.type(ward.lan, "CT03 38 đảng viên, 70% kế hoạch")  # of a plan of theirs, perhaps
    assert ward.standing(ward.members)["percent"] == 70
