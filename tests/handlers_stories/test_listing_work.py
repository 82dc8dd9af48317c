"""My open work, a code alone, and search, word for word."""

from __future__ import annotations

from tests.handlers_stories.ward import Ward


def test_the_most_urgent_work_stands_first_with_weekday_days_left_and_figures(ward: Ward) -> None:
    assert ward.type(ward.lan, "viec") == (
        "Đồng chí Lan có 3 việc đang thực hiện, trong đó 1 việc quá hạn:\n"
        "🔴 Quá hạn 2 ngày (thứ Hai, 07/6): CT12 Thu ngân sách, chưa có số liệu\n"
        '🟠 Còn 1 ngày (thứ Năm, 10/6): NV07 Báo cáo "6 không", chưa có số liệu\n'
        "🟢 Còn 7 ngày (thứ Tư, 16/6): CT03 Kết nạp đảng viên, chưa có số liệu\n"
        "Đồng chí gõ mã để xem một việc, hoặc báo ngay, ví dụ: CT12 250 tỷ đồng"
    )
    assert ward.offered(ward.lan) == []


def test_more_work_than_a_screen_holds_waits_behind_a_choice(ward: Ward) -> None:
    for number in range(20, 30):
        ward.assignment(ward.ward7, f"NV{number}", f"Việc {number}", f"2021-07-{number - 5}")
    first = ward.type(ward.lan, "viec")
    assert first.startswith("Đồng chí Lan có 13 việc đang thực hiện")
    assert len(first.splitlines()) == 10
    second = ward.choose(ward.lan, "Xem thêm (5 việc)")
    assert second.splitlines()[0] == "Việc thứ 9 đến 13 trong 13 việc:"
    assert len(second.splitlines()) == 7
    assert ward.offered(ward.lan) == []


def test_work_that_names_somebody_else_as_doer_is_not_mine(ward: Ward) -> None:
    other = ward.person("Võ Thị Tư", ward.ward7)
    ward.write(
        lambda tx: tx.insert(
            "INSERT INTO assignment_people (assignment_id, part, person_id)"
            " VALUES (:assignment, 'doer', :person)",
            assignment=ward.budget,
            person=other,
        )
    )
    assert "CT12" not in ward.type(ward.lan, "viec")
    assert "CT12" in ward.type(other, "viec")


def test_a_lead_sees_all_work_of_the_unit(ward: Ward) -> None:
    ward.write(
        lambda tx: tx.insert(
            "INSERT INTO assignment_people (assignment_id, part, person_id)"
            " VALUES (:assignment, 'doer', :person)",
            assignment=ward.budget8,
            person=ward.lan,
        )
    )
    assert "CT12 Thu ngân sách" in ward.type(ward.ba, "viec")


def test_the_chair_has_nothing_to_report_and_is_shown_where_to_look(ward: Ward) -> None:
    assert ward.type(ward.chair, "viec") == (
        "Đồng chí không phải báo cáo việc nào. Đồng chí gõ một mã để xem các đơn vị thực hiện đến"
        ' đâu, hoặc gõ "tổng hợp" để xem tổng hợp.'
    )


def test_a_code_shows_the_card_with_history_and_what_can_be_done(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 30")
    ward.later(hours=1)
    ward.type(ward.lan, "CT3 36")
    assert ward.type(ward.lan, "chỉ tiêu 3") == (
        "CT03 Kết nạp đảng viên\n"
        "🟢 Còn 7 ngày (thứ Tư, 16/6)\n"
        "Kế hoạch năm: 60 đảng viên\n"
        "Đã thực hiện: 36 đảng viên, 60% kế hoạch\n"
        "• 09/6: 36 đảng viên (Nguyễn Thị Lan)\n"
        "• 09/6: 30 đảng viên (Nguyễn Thị Lan)\n"
        "Đồng chí báo số liệu bằng cách gõ, ví dụ: 50 đảng viên"
    )
    assert ward.offered(ward.lan) == [
        "Đề nghị xác nhận hoàn thành",
        "Xin gia hạn",
        "Có vướng mắc",
    ]


def test_the_card_of_a_task_invites_to_type_a_percentage_and_offers_none(ward: Ward) -> None:
    assert ward.type(ward.lan, "nv 7").splitlines()[-1] == (
        "Đồng chí báo tiến độ bằng cách gõ tỷ lệ đã làm, ví dụ: 60%. Đã làm xong hết thì gõ: xong"
    )
    assert ward.offered(ward.lan) == ["Xong", "Xin gia hạn", "Có vướng mắc"]


def test_of_discreet_work_only_code_and_deadline_are_shown(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV09", "Diễn tập phòng thủ", "2021-07-09", discreet=1, percent=40)
    for said in (
        ward.type(ward.lan, "viec"),
        ward.type(ward.lan, "NV9"),
        ward.type(ward.chair, "NV9"),
        ward.type(ward.chair, "tim phuong 7"),
    ):
        assert "thứ Sáu, 09/7" in said
        assert "Diễn tập" not in said and "40%" not in said
    assert "Không có việc nào" in ward.type(ward.lan, "tim dien tap")


def test_the_chair_who_types_a_code_sees_every_unit_and_the_sum(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.type(ward.ba, "CT12 90 tỷ")
    assert ward.type(ward.chair, "CT12") == (
        "CT12 Thu ngân sách: 2 đơn vị\n"
        "Hạn từ thứ Hai, 07/6 đến thứ Tư, 30/6\n"
        "Cộng: 340/800 tỷ đồng (42,5%)\n"
        "🔴 Quá hạn: 1; 🟡 Khả năng không đạt: 1\n"
        "🔴 Quá hạn: Phường 7, 250/500 tỷ đồng (50%)\n"
        "🟡 Khả năng không đạt: Phường 8, 90/300 tỷ đồng (30%)"
    )


def test_units_with_one_deadline_are_marked_by_their_progress_and_not_by_days(ward: Ward) -> None:
    more = {"measure": "hộ", "plan": 100}
    wards = [ward.unit(f"Xã {number}", ward.city) for number in range(1, 6)]
    given = [ward.assignment(unit, "CT30", "Xóa nhà tạm", "2021-12-31", **more) for unit in wards]
    people = [ward.person(f"Cán Bộ {number}", unit) for number, unit in enumerate(wards)]
    for person, said in zip(people, ("45 hộ", "20 hộ", "60%", "100 hộ"), strict=False):
        ward.type(person, f"CT30 {said}")
    assert ward.type(ward.chair, "CT30") == (
        "CT30 Xóa nhà tạm: 5 đơn vị\n"
        "Hạn thứ Sáu, 31/12 (còn 205 ngày)\n"
        "Cộng: 225/500 hộ (45%), trong đó 1 đơn vị tính theo tỷ lệ đã báo\n"
        "🟡 Khả năng không đạt: 1; ⚪ Chưa có số liệu: 1; 🟢 Theo kịp kế hoạch: 2; ✅ Đã đạt kế"
        " hoạch: 1\n"
        "🟡 Khả năng không đạt: Xã 2, 20/100 hộ (20%)\n"
        "⚪ Chưa có số liệu: Xã 5\n"
        "🟢 Theo kịp kế hoạch: Xã 1, 45/100 hộ (45%)\n"
        "🟢 Theo kịp kế hoạch: Xã 3, 60% kế hoạch\n"
        "✅ Đã đạt kế hoạch: Xã 4, 100/100 hộ (100%)"
    )
    assert len(given) == 5


def test_what_is_given_on_to_units_is_counted_once(ward: Ward) -> None:
    more = {"measure": "hộ", "plan": 100}
    whole = ward.assignment(ward.city, "CT30", "Xóa nhà tạm", "2021-12-31", value=70, **more)
    for unit, value in ((ward.ward7, 40), (ward.ward8, 15)):
        fields = {"plan": 50, "value": value, "parent_id": whole, "measure": "hộ"}
        ward.assignment(unit, "CT30", "Xóa nhà tạm", "2021-12-31", **fields)
    assert ward.type(ward.chair, "CT30").splitlines() == [
        "CT30 Xóa nhà tạm: 2 đơn vị",
        "Hạn thứ Sáu, 31/12 (còn 205 ngày)",
        "Số chung do Thành ủy báo: 70/100 hộ (70%)",
        "Cộng: 55/100 hộ (55%)",
        "🟡 Khả năng không đạt: 1; 🟢 Theo kịp kế hoạch: 1",
        "🟡 Khả năng không đạt: Phường 8, 15/50 hộ (30%)",
        "🟢 Theo kịp kế hoạch: Phường 7, 40/50 hộ (80%)",
    ]


def test_on_its_day_a_target_short_of_its_plan_is_behind(ward: Ward) -> None:
    more = {"measure": "%", "plan": 90}
    for unit, value in ((ward.ward7, 77), (ward.ward8, 92)):
        ward.assignment(unit, "CT09", "Văn bản ký số", "2021-06-09", value=value, **more)
    assert ward.type(ward.chair, "CT09").splitlines()[1:] == [
        "Hạn thứ Tư, 09/6 (hạn hôm nay)",
        "Bình quân: 84,5%",
        "🟡 Khả năng không đạt: 1; ✅ Đã đạt kế hoạch: 1",
        "🟡 Khả năng không đạt: Phường 7, 77% (kế hoạch 90%)",
        "✅ Đã đạt kế hoạch: Phường 8, 92% (kế hoạch 90%)",
    ]


def test_a_task_over_its_units_is_marked_by_what_was_reported(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV30", "Chuyển đổi số", percent=40)
    ward.assignment(ward.ward8, "NV30", "Chuyển đổi số", state="done", done_on="2021-06-08")
    assert ward.type(ward.office, "NV30").splitlines()[-3:] == [
        "🟢 Trong hạn: 1; ✅ Hoàn thành: 1",
        "🟢 Trong hạn: Phường 7, 40%",
        "✅ Hoàn thành: Phường 8, chưa có số liệu",
    ]


def test_the_periods_own_plan_judges_a_unit(ward: Ward) -> None:
    ward.write(
        lambda tx: tx.insert(
            "INSERT INTO plans (assignment_id, period, plan) VALUES (:id, '2021-06', 80)",
            id=ward.budget8,
        )
    )
    ward.type(ward.ba, "CT12 90 tỷ")
    assert "🟢 Theo kịp kế hoạch: Phường 8, 90/300 tỷ đồng (30%)" in ward.type(ward.chair, "CT12")


def test_what_has_its_plan_is_not_late_and_stands_at_the_end(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 510 tỷ")
    listed = ward.type(ward.lan, "việc").splitlines()
    assert listed[0] == "Đồng chí Lan có 3 việc đang thực hiện:"
    assert (
        listed[3] == "✅ Đã đạt kế hoạch (hạn thứ Hai, 07/6): CT12 Thu ngân sách, 510/500 tỷ đồng"
    )


def test_the_card_of_what_has_its_plan_invites_to_have_it_confirmed(ward: Ward) -> None:
    said = ward.type(ward.lan, "CT12 500 tỷ").splitlines()[1]
    assert said.startswith("✅ Đã đạt kế hoạch (hạn thứ Hai, 07/6). Đạt 100% kế hoạch năm")
    invitation = (
        'Đã đạt kế hoạch: đồng chí chọn mục "Đề nghị xác nhận hoàn thành", hoặc gõ: CT12 đề nghị'
        " xác nhận hoàn thành"
    )
    card = ward.type(ward.lan, "CT12").splitlines()
    assert card[1] == "✅ Đã đạt kế hoạch (hạn thứ Hai, 07/6)"
    assert invitation in card
    assert "xác nhận hoàn thành" in ward.type(ward.lan, "CT12 đề nghị xác nhận hoàn thành")
    assert invitation not in ward.type(ward.lan, "CT12")  # it is asked for already
    assert invitation not in ward.type(ward.lan, "CT03")


def test_a_rate_stands_beside_its_plan_and_not_as_a_part_of_it(ward: Ward) -> None:
    ward.assignment(
        ward.ward7, "CT20", "Văn bản ký số", "2021-12-31", measure="%", plan=95, value=94
    )
    assert "CT20 Văn bản ký số, 94% (kế hoạch 95%)" in ward.type(ward.lan, "việc")


def test_a_reckoned_share_has_one_decimal_and_a_typed_one_keeps_its_own(ward: Ward) -> None:
    assert ward.type(ward.lan, "NV7 9/14 hộ").splitlines()[0].endswith("9/14 (64,3%).")
    assert "64,3%" in ward.type(ward.lan, "NV7")
    assert ward.type(ward.lan, "NV7 66,67%").splitlines()[0].endswith(": 66,67%, lần trước 64,3%.")


def test_a_rate_is_averaged_by_weight_over_the_units(ward: Ward) -> None:
    more = {"measure": "%", "aggregate": "weighted", "plan": 98}
    ward.assignment(ward.ward7, "CT20", "Bảo hiểm y tế", value=90, weight=3, **more)
    ward.assignment(ward.ward8, "CT20", "Bảo hiểm y tế", value=98, weight=1, **more)
    assert "Bình quân: 92%" in ward.type(ward.office, "CT20")


def test_the_worst_unit_stands_for_all_where_the_assignment_says_so(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV30", "Chuyển đổi số", percent=40, aggregate="worst")
    ward.assignment(ward.ward8, "NV30", "Chuyển đổi số", percent=90, aggregate="worst")
    assert "Thấp nhất: 40%" in ward.type(ward.office, "NV30")


def test_a_code_of_another_unit_is_as_unknown_as_one_that_does_not_exist(ward: Ward) -> None:
    unknown = (
        'Trong các việc đồng chí được xem không có mã {}. Đồng chí gõ "việc" để xem danh sách, hoặc'
        ' gõ "tìm" cùng vài chữ trong tên việc.'
    )
    assert ward.type(ward.ba, "NV7") == unknown.format("NV7")
    assert ward.type(ward.ba, "NV99") == unknown.format("NV99")


def test_a_coordinating_unit_may_read_the_card_but_is_offered_nothing(ward: Ward) -> None:
    ward.write(
        lambda tx: tx.insert(
            "INSERT INTO assignment_units (assignment_id, unit_id, part)"
            " VALUES (:assignment, :unit, 'coordinating')",
            assignment=ward.report,
            unit=ward.ward8,
        )
    )
    assert ward.type(ward.ba, "NV7").splitlines()[:2] == [
        'NV07 Báo cáo "6 không"',
        "Đơn vị chủ trì: Phường 7",
    ]
    assert ward.offered(ward.ba) == []


def test_somebody_with_posts_in_two_units_is_asked_which_one(ward: Ward) -> None:
    ward.post(ward.lan, ward.ward8, "reporter")
    assert ward.type(ward.lan, "CT12") == (
        "Mã CT12 được giao cho nhiều đơn vị mà đồng chí giữ chức vụ. Đồng chí xem việc của đơn vị"
        " nào?"
    )
    assert "Kế hoạch năm: 300 tỷ đồng" in ward.choose(ward.lan, "Phường 8")


def test_search_finds_words_without_their_marks_in_ones_own_units_only(ward: Ward) -> None:
    assert ward.type(ward.lan, "tim NGAN sach") == (
        'Tìm thấy 1 việc có "NGAN sach":\n'
        "🔴 Quá hạn 2 ngày (thứ Hai, 07/6): CT12 Thu ngân sách, chưa có số liệu\n"
        "Đồng chí gõ mã để xem một việc."
    )
    assert "Tìm thấy 2 việc" in ward.type(ward.chair, "tim ngân sách")
    assert "Không có việc nào" in ward.type(ward.ba, "tim dang vien")


def test_signs_in_a_search_are_only_signs(ward: Ward) -> None:
    assert "Không có việc nào" in ward.type(ward.lan, "tim %")
    assert "Không có việc nào" in ward.type(ward.lan, "tim '; DROP TABLE units; --")


def test_who_reports_and_oversees_sees_the_own_card_and_the_units_behind_a_choice(
    ward: Ward,
) -> None:
    ward.post(ward.lan, ward.city, "overseer")
    ward.type(ward.lan, "CT12 200 tỷ")
    ward.type(ward.ba, "CT12 150 tỷ")
    assert ward.type(ward.lan, "CT12").startswith("CT12 Thu ngân sách\nĐơn vị chủ trì: Phường 7\n")
    assert ward.choose(ward.lan, "Xem 1 đơn vị được theo dõi") == (
        "CT12 Thu ngân sách: 1 đơn vị\n"
        "Hạn thứ Tư, 30/6 (còn 21 ngày)\n"
        "Cộng: 150/300 tỷ đồng (50%)\n"
        "🟡 Khả năng không đạt: 1\n"
        "🟡 Khả năng không đạt: Phường 8, 150/300 tỷ đồng (50%)"
    )


def test_figures_of_a_closed_target_leave_the_day_it_was_closed(ward: Ward) -> None:
    ward.type(ward.lan, "CT03 60 đảng viên")
    ward.type(ward.lan, "CT03 đề nghị kết thúc")
    ward.type(ward.chair, "choduyet")
    ward.choose(ward.chair, "Xác nhận hoàn thành")
    assert ward.type(ward.lan, "CT03 61 đảng viên") == (
        "Đã ghi CT03 Kết nạp đảng viên: 61 đảng viên, lũy kế đến tháng 6/2021, lần trước 60 đảng"
        " viên.\n"
        "✅ Hoàn thành đúng hạn (thứ Tư, 09/6). Đạt 101,7% kế hoạch năm (60 đảng viên).\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )


def test_an_estimate_of_all_that_was_planned_is_not_yet_the_plan(ward: Ward) -> None:
    """Neither what is said back nor the card takes it for reached, or invites to conclude it."""
    ward.type(ward.lan, "CT3 ước 62 đảng viên")
    said = ward.choose(ward.lan, "Ghi là số ước")
    assert said.splitlines()[:2] == [
        "Đã ghi CT03 Kết nạp đảng viên: 62 đảng viên, số ước, lũy kế đến tháng 6/2021.",
        "🟢 Còn 7 ngày (thứ Tư, 16/6). Đạt 103,3% kế hoạch năm (60 đảng viên).",
    ]
    for text in ("CT3", "CT3 đang vướng mặt bằng", "CT3"):  # what tells no figure leaves it one
        card = ward.type(ward.lan, text)
        assert "🟢 Còn 7 ngày (thứ Tư, 16/6)" in card
        assert "Đã đạt kế hoạch" not in card
    assert "🟢 Còn 7 ngày (thứ Tư, 16/6): CT03 Kết nạp đảng viên, 62/60 đảng viên, số ước" in (
        ward.type(ward.lan, "việc")
    )
    assert "đã đạt kế hoạch" not in ward.type(ward.lan, "tổng hợp")
    assert ward.type(ward.lan, "CT3 62 đảng viên").splitlines()[1] == (
        "✅ Đã đạt kế hoạch (hạn thứ Tư, 16/6). Đạt 103,3% kế hoạch năm (60 đảng viên)."
    )
