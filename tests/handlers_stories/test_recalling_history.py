"""The whole course of an assignment: reports, corrections, proofs, requests, decisions."""

from __future__ import annotations

from tests.handlers_stories.ward import Ward


def test_the_whole_course_waits_behind_a_choice_of_the_card(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 30")
    ward.later(hours=1)
    ward.type(ward.lan, "sai, 36")
    ward.later(hours=1)
    ward.type(ward.lan, "CT3 ước đạt 50")
    ward.choose(ward.lan, "Ghi là số ước")
    ward.later(hours=1)
    ward.type(ward.lan, "báo cáo số 45-BC/ĐU ngày 08/6")
    ward.later(hours=1)
    ward.type(ward.lan, "CT3 xin gia hạn đến 30/6 vì thiếu hồ sơ")
    ward.on("2021-06-11")
    ward.choose(ward.chair, "Không đồng ý")
    ward.type(ward.chair, "phải kịp đại hội")
    card = ward.type(ward.lan, "CT3").splitlines()
    assert [row for row in card if row.startswith("•")] == [
        "• 09/6: 50 đảng viên, số ước (Nguyễn Thị Lan)",
        "• 09/6: 36 đảng viên (Nguyễn Thị Lan)",
    ]
    assert ward.choose(ward.lan, "Xem quá trình") == (
        "Quá trình thực hiện CT03 Kết nạp đảng viên, mới nhất trước:\n"
        "• 11/6: không đồng ý gia hạn đến thứ Tư, 30/6: phải kịp đại hội (Lê Văn Chủ)\n"
        "• 09/6: đề nghị gia hạn đến thứ Tư, 30/6, lý do: thiếu hồ sơ (Nguyễn Thị Lan)\n"
        "• 09/6: minh chứng: văn bản số 45-BC/ĐU (Nguyễn Thị Lan)\n"
        "• 09/6: 50 đảng viên, số ước (Nguyễn Thị Lan)\n"
        "• 09/6: 36 đảng viên (Nguyễn Thị Lan)\n"
        "• 09/6: 30 đảng viên, đã sửa thành 36 đảng viên (Nguyễn Thị Lan)"
    )
    assert ward.offered(ward.lan) == []
    ward.type(ward.chair, "CT3")
    assert "đã sửa thành 36 đảng viên" in ward.choose(ward.chair, "Xem quá trình")


def test_a_long_course_is_read_page_by_page(ward: Ward) -> None:
    for share in range(10, 20):
        ward.later(hours=1)
        ward.type(ward.lan, f"NV7 {share}%")
    ward.type(ward.lan, "NV7")
    assert len(ward.choose(ward.lan, "Xem quá trình").splitlines()) == 7
    assert ward.choose(ward.lan, "Xem cũ hơn").splitlines()[1:] == [
        "• 09/6: 13% (Nguyễn Thị Lan)",
        "• 09/6: 12% (Nguyễn Thị Lan)",
        "• 09/6: 11% (Nguyễn Thị Lan)",
        "• 09/6: 10% (Nguyễn Thị Lan)",
    ]


def test_the_course_of_anothers_work_is_not_shown(ward: Ward) -> None:
    ward.type(ward.ba, "CT12 30 tỷ")
    ward.type(ward.ba, "CT12 xin gia hạn đến 30/7")
    ward.type(ward.ba, "CT12")
    offered = ward.rows("SELECT choices FROM offers ORDER BY id DESC LIMIT 1")[0][0]
    assert "recalling.show" in offered
    ward.write(
        lambda tx: tx.run(
            "UPDATE offers SET chat = :lan, person_id = :id"
            " WHERE id = (SELECT max(id) FROM offers)",
            lan=ward.chat(ward.lan).chat,
            id=ward.lan,
        )
    )
    assert "CT12" in ward.choose(ward.lan, "Xem quá trình")
    assert "30 tỷ" not in ward.last_heard(ward.lan)


def test_who_reported_for_another_is_named(ward: Ward) -> None:
    for typed in ("báo thay", "phường 8", "CT12 90 tỷ"):
        ward.type(ward.office, typed)
    ward.choose(ward.office, "Điện thoại")
    assert "• 09/6: 90 tỷ đồng (Trần Văn Ba, Phạm Thị Phòng báo thay)" in ward.type(ward.ba, "CT12")
    tu = ward.person("Võ Thị Tư", ward.ward7)
    ward.write(
        lambda tx: tx.insert(
            "INSERT INTO assignment_people (assignment_id, part, person_id)"
            " VALUES (:assignment, 'doer', :person)",
            assignment=ward.report,
            person=ward.lan,
        )
    )
    ward.write(
        lambda tx: tx.insert(
            "INSERT INTO leaves (person_id, substitute_id, first_on, last_on, set_at)"
            " VALUES (:lan, :tu, '2021-06-08', '2021-06-15', 'x')",
            lan=ward.lan,
            tu=tu,
        )
    )
    ward.type(tu, "NV7 40%")
    assert "• 09/6: 40% (Võ Thị Tư, thay Nguyễn Thị Lan)" in ward.type(tu, "NV7")


def test_what_is_sent_back_and_confirmed_stands_with_its_new_day(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 60")
    ward.later(hours=1)
    ward.type(ward.lan, "CT3 đề nghị xác nhận hoàn thành")
    ward.on("2021-06-10")
    ward.choose(ward.chair, "Trả lại")
    ward.type(ward.chair, "thiếu biên bản, bổ sung đến 30/6")
    ward.on("2021-06-11")
    ward.type(ward.lan, "CT3 đề nghị xác nhận hoàn thành")
    ward.later(hours=1)
    ward.choose(ward.chair, "Xác nhận hoàn thành")
    ward.type(ward.lan, "CT3")
    assert ward.choose(ward.lan, "Xem quá trình").splitlines()[1:] == [
        "• 11/6: đã xác nhận hoàn thành (Lê Văn Chủ)",
        "• 11/6: đề nghị xác nhận hoàn thành (Nguyễn Thị Lan)",
        "• 10/6: trả lại, chưa xác nhận hoàn thành, thời hạn mới thứ Tư, 30/6: thiếu biên bản,"
        " bổ sung đến 30/6 (Lê Văn Chủ)",
        "• 09/6: đề nghị xác nhận hoàn thành (Nguyễn Thị Lan)",
        "• 09/6: 60 đảng viên (Nguyễn Thị Lan)",
    ]


def test_an_estimate_is_marked_where_it_stands_for_what_was_done(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 ước đạt 50")
    ward.choose(ward.lan, "Ghi là số ước")
    assert "Đã thực hiện: 50 đảng viên, 83,3% kế hoạch, số ước" in ward.type(ward.lan, "CT3")
    ward.type(ward.lan, "CT3 51")
    assert "Đã thực hiện: 51 đảng viên, 85% kế hoạch" in ward.type(ward.lan, "CT3").splitlines()


def test_an_answer_to_a_call_for_help_stands_in_its_own_words(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    ward.choose(ward.lan, "Có vướng mắc")
    ward.type(ward.lan, "chưa có mặt bằng ở ấp 3")
    ward.later(hours=1)
    ward.choose(ward.lan, "Đề nghị cấp trên hỗ trợ")
    ward.later(hours=1)
    ward.choose(ward.chair, "Trả lời đơn vị")
    ward.type(ward.chair, "Phòng Tài nguyên bàn giao trong tuần này")
    ward.type(ward.lan, "NV7")
    assert ward.choose(ward.lan, "Xem quá trình").splitlines()[1:] == [
        "• 09/6: trả lời về vướng mắc: Phòng Tài nguyên bàn giao trong tuần này (Lê Văn Chủ)",
        "• 09/6: đề nghị hỗ trợ tháo gỡ vướng mắc, lý do: chưa có mặt bằng ở ấp 3 (Nguyễn Thị Lan)",
        "• 09/6: vướng mắc: chưa có mặt bằng ở ấp 3 (Nguyễn Thị Lan)",
    ]


def test_a_card_with_all_there_is_to_say_still_fits_a_screen(ward: Ward) -> None:
    ward.post(ward.lan, ward.ward8, "reporter")
    for value in (57, 58, 59, 60):
        ward.type(ward.lan, f"CT3 {value}")
        ward.later(hours=1)
    card = ward.type(ward.lan, "CT3").splitlines()
    assert "Đơn vị chủ trì: Phường 7" in card and "• 09/6: 60 đảng viên (Nguyễn Thị Lan)" in card
    assert len(card) + len(ward.offered(ward.lan)) == 12
    assert ward.offered(ward.lan)[-1] == "Xem quá trình"


def test_files_that_one_person_gave_on_one_day_are_one_line(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 40%")
    for hour, digest in ((1, "a"), (2, "b"), (3, "c")):
        ward.write(
            lambda tx, hour=hour, digest=digest: (
                tx.run(
                    "INSERT INTO files (sha256, size, mime, stored_at)"
                    " VALUES (:digest, 1, 'image/jpeg', 'x')",
                    digest=digest,
                ),
                tx.run(
                    "INSERT INTO evidence (assignment_id, person_id, sha256, added_at)"
                    " VALUES (:work, :lan, :digest, :at)",
                    work=ward.report,
                    lan=ward.lan,
                    digest=digest,
                    at=f"2021-06-09T0{hour + 1}:00:00.000000Z",
                ),
            )
        )
    ward.type(ward.lan, "NV7")
    assert ward.choose(ward.lan, "Xem quá trình").splitlines()[1:] == [
        "• 09/6: gửi 3 ảnh, tệp làm minh chứng (Nguyễn Thị Lan)",
        "• 09/6: 40% (Nguyễn Thị Lan)",
    ]
