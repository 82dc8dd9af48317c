"""The office's own work: it reports on it as anybody does, and keeps its deadlines itself."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward


@pytest.fixture
def busy(ward: Ward) -> Ward:
    """The ward's city, whose office has a weekly report of its own to write."""
    ward.weekly = ward.assignment(ward.city, "NV30", "Báo cáo tuần", "2021-06-10")  # type: ignore[attr-defined]
    return ward


def test_it_is_listed_and_reported_on_without_a_source(busy: Ward) -> None:
    assert busy.type(busy.office, "việc") == (
        "Đồng chí Phòng có 1 việc đang thực hiện:\n"
        "🟠 Còn 1 ngày (thứ Năm, 10/6): NV30 Báo cáo tuần, chưa có số liệu\n"
        "Đồng chí gõ mã để xem một việc, hoặc báo ngay, ví dụ: NV30 60%"
    )
    assert busy.type(busy.office, "60%").startswith("Đã ghi NV30 Báo cáo tuần: 60%.")
    row = busy.reports()[-1]
    kept = (row["origin"], row["person_id"], row["reported_by"], row["percent"])
    assert kept == ("chat", busy.office, None, 60)
    assert row["membership_id"] is not None


def test_a_difficulty_is_kept_and_no_help_is_offered_that_it_may_not_ask_for(busy: Ward) -> None:
    answer = busy.type(busy.office, "NV30 60%, vướng máy in hỏng")
    assert answer == (
        "Đã ghi NV30 Báo cáo tuần: 60%, vướng máy in hỏng.\n"
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )


def test_it_asks_nobody_for_more_time(busy: Ward) -> None:
    assert busy.type(busy.office, "xin gia hạn NV30 đến 20/6") == (
        "Việc này của chính văn phòng nên đề nghị chưa được ghi: thời hạn và việc kết thúc, đồng"
        " chí sửa trong bảng giao việc rồi nhập lại."
    )
    assert busy.rows("SELECT id FROM requests") == []


def test_a_code_of_another_unit_is_refused_with_the_way_to_report_for_it(busy: Ward) -> None:
    assert busy.type(busy.office, "CT12 300 tỷ") == (
        "CT12 không phải việc của đơn vị đồng chí nên chưa được ghi. Để báo cáo thay một đơn vị,"
        ' đồng chí gõ "báo thay" và tên đơn vị, ví dụ: báo thay phường 7'
    )
    assert busy.reports() == []


def test_an_office_without_work_is_told_how_it_reports_for_others(ward: Ward) -> None:
    assert ward.type(ward.office, "60%") == (
        'Tin này chưa được ghi. Để báo cáo thay một đơn vị, đồng chí gõ "báo thay" và tên đơn vị,'
        ' ví dụ: báo thay phường 7. Gõ "menu" để xem những việc khác.'
    )
    assert ward.type(ward.office, "việc").startswith("Đồng chí không phải báo cáo việc nào.")


def test_words_for_what_is_done_elsewhere_say_where(ward: Ward) -> None:
    assigning = ward.type(ward.office, "giao việc")
    assert assigning.startswith("Giao việc bằng tin nhắn chưa làm được ở đây.")
    assert ward.type(ward.office, "giaonhiemvu") == assigning
    exporting = ward.type(ward.chair, "xuất báo cáo")
    assert exporting.startswith("Bảng tính và báo cáo được xuất trên máy của Văn phòng Thành ủy")
    assert ward.type(ward.office, "xuat") == exporting
    assert ward.type(ward.lan, "giao nhiệm vụ").startswith("Việc này không thuộc phần việc")
    assert ward.reports() == []
