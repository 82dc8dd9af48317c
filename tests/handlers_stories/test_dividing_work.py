"""My work by field and document, and a search over several pages."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward


def _of_fields_and_a_document(ward: Ward) -> None:
    ward.write(
        lambda tx: tx.insert(
            "INSERT INTO documents (id, code, number, kind, abstract)"
            " VALUES (1, 'CTr-10', 'Chương trình số 10', 'chương trình', 'Chuyển đổi số')"
        )
    )
    for number in range(20, 30):
        field = "kinh tế" if number < 29 else "xây dựng Đảng"
        document = 1 if number > 26 else None
        ward.assignment(
            ward.ward7,
            f"NV{number}",
            f"Việc {number}",
            f"2021-07-{number - 5}",
            field=field,
            document_id=document,
        )


def test_a_long_list_can_be_seen_by_field_and_by_document(ward: Ward) -> None:
    _of_fields_and_a_document(ward)
    ward.type(ward.lan, "việc")
    assert ward.offered(ward.lan) == ["Xem thêm (5 việc)", "Xem theo lĩnh vực, văn bản"]
    assert ward.choose(ward.lan, "Xem theo lĩnh vực, văn bản") == (
        "Đồng chí xem việc của lĩnh vực hay văn bản nào?"
    )
    assert ward.offered(ward.lan) == [
        "Lĩnh vực kinh tế, 9 việc",
        "Lĩnh vực xây dựng Đảng, 1 việc",
        "Chương trình số 10: Chuyển đổi số, 3 việc",
    ]
    first = ward.choose(ward.lan, "Lĩnh vực kinh tế, 9 việc")
    assert first.splitlines()[0] == "Lĩnh vực kinh tế: 9 việc đang thực hiện"
    assert (
        ward.choose(ward.lan, "Xem thêm (1 việc)")
        .splitlines()[1]
        .endswith("NV28 Việc 28, chưa có số liệu")
    )


def test_the_work_of_a_field_or_document_is_asked_for_in_words(ward: Ward) -> None:
    _of_fields_and_a_document(ward)
    for text in ("việc CTr10", "viec ctr 10", "việc chương trình 10", "việc chuyển đổi số"):
        assert ward.type(ward.lan, text).splitlines()[0] == (
            "Chương trình số 10: Chuyển đổi số: 3 việc đang thực hiện"
        )
    assert ward.type(ward.lan, "viec xay dung dang").startswith(
        "Lĩnh vực xây dựng Đảng: 1 việc đang thực hiện\n"
    )


def test_a_report_that_begins_with_the_word_for_work_is_a_report(ward: Ward) -> None:
    _of_fields_and_a_document(ward)
    ward.type(ward.lan, "NV7")
    assert ward.type(ward.lan, "việc kinh tế đã làm 60%").startswith("Đã ghi NV07")
    assert ward.type(ward.ba, "việc này được 250 tỷ").startswith("Đã ghi CT12")
    ward.write(lambda tx: tx.run("UPDATE documents SET abstract = 'Hoàn thành đô thị'"))
    ward.type(ward.lan, "NV7")
    assert ward.type(ward.lan, "việc hoàn thành").startswith("Đã ghi NV07")


def test_what_a_search_finds_is_shown_page_by_page(ward: Ward) -> None:
    for number in range(20, 30):
        ward.assignment(ward.ward7, f"NV{number}", f"Rà soát {number}", f"2021-07-{number - 5}")
    first = ward.type(ward.lan, "tim ra soat").splitlines()
    assert first[0] == 'Việc thứ 1 đến 7 có "ra soat":'
    assert len(first) == 9
    second = ward.choose(ward.lan, "Xem thêm").splitlines()
    assert second[0] == 'Việc thứ 8 đến 10 có "ra soat":'
    assert second[-2].endswith("NV29 Rà soát 29, chưa có số liệu")
    assert ward.offered(ward.lan) == []


def test_the_word_for_work_before_words_of_a_title_finds_it(ward: Ward) -> None:
    assert ward.type(ward.lan, "việc kết nạp") == (
        'Tìm thấy 1 việc có "kết nạp":\n'
        "🟢 Còn 7 ngày (thứ Tư, 16/6): CT03 Kết nạp đảng viên, chưa có số liệu\n"
        "Đồng chí gõ mã để xem một việc."
    )
    ward.type(ward.lan, "NV7")
    assert ward.type(ward.lan, "việc báo cáo xong rồi").startswith("Đã ghi NV07")
    assert "chưa được ghi" in ward.type(ward.lan, "việc đó để mai tính")


_OF_10 = "Chương trình số 10: Chuyển đổi số: 3 việc đang thực hiện"


@pytest.mark.parametrize("text", ["việc CTr10", "viec ctr10", "chương trình 10", "chuong trinh 10"])
def test_a_chair_and_the_office_see_the_work_of_a_document(ward: Ward, text: str) -> None:
    _of_fields_and_a_document(ward)
    for person in (ward.chair, ward.office):
        assert ward.type(person, text) == (
            f"{_OF_10}\n"
            "🟢 Còn 43 ngày (thứ Năm, 22/7): NV27 Việc 27 (Phường 7), chưa có số liệu\n"
            "🟢 Còn 44 ngày (thứ Sáu, 23/7): NV28 Việc 28 (Phường 7), chưa có số liệu\n"
            "🟢 Còn 45 ngày (thứ Bảy, 24/7): NV29 Việc 29 (Phường 7), chưa có số liệu\n"
            "Đồng chí gõ mã để xem một việc ở các đơn vị."
        )


def test_a_field_stands_before_the_unit_of_that_name(ward: Ward) -> None:
    _of_fields_and_a_document(ward)
    ward.unit("Phòng Kinh tế", ward.city)
    said = ward.type(ward.chair, "việc kinh tế")
    assert said.startswith("Lĩnh vực kinh tế: 9 việc đang thực hiện\n")
    assert ward.choose(ward.chair, "Xem thêm (1 việc)").startswith("Lĩnh vực kinh tế: 9 việc")
    assert ward.type(ward.chair, "việc phường 7").startswith("Phường 7 có 13 việc")


def test_nobody_sees_the_work_of_other_units_so(ward: Ward) -> None:
    _of_fields_and_a_document(ward)
    overseer = ward.person("Võ Thị Trông", ward.ward8, "overseer")
    for person in (overseer, ward.ba):
        assert _OF_10 not in ward.type(person, "việc CTr10")
