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
        "• 11/6: chưa đồng ý gia hạn đến thứ Tư, 30/6: phải kịp đại hội (Lê Văn Chủ)\n"
        "• 09/6: đề nghị gia hạn đến thứ Tư, 30/6, lý do: thiếu hồ sơ (Nguyễn Thị Lan)\n"
        "• 09/6: minh chứng: văn bản số 45-BC/ĐU (Nguyễn Thị Lan)\n"
        "• 09/6: 50 đảng viên, số ước (Nguyễn Thị Lan)\n"
        "• 09/6: 36 đảng viên (Nguyễn Thị Lan)\n"
        "• 09/6: 30 đảng viên, đã sửa bằng số sau (Nguyễn Thị Lan)"
    )
    assert ward.offered(ward.lan) == []
    ward.type(ward.chair, "CT3")
    assert "đã sửa bằng số sau" in ward.choose(ward.chair, "Xem quá trình")


def test_a_long_course_is_read_page_by_page(ward: Ward) -> None:
    for share in range(10, 20):
        ward.later(hours=1)
        ward.type(ward.lan, f"NV7 {share}%")
    ward.type(ward.lan, "NV7")
    assert len(ward.choose(ward.lan, "Xem quá trình").splitlines()) == 9
    assert ward.choose(ward.lan, "Xem cũ hơn").splitlines()[1:] == [
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
