"""What is said with an example says it with one's own most urgent work; a general one for none."""

from __future__ import annotations

from tests.handlers_stories.ward import Ward


def test_the_example_is_of_the_most_urgent_work_of_who_reads_it(ward: Ward) -> None:
    nothing = (
        "Tin này chưa được ghi vì chưa có kết quả thực hiện. Để báo cáo, đồng chí gõ mã và kết quả,"
        ' ví dụ: {}. Gõ "việc" để xem việc của mình.'
    )
    say_nothing = "đang mưa lớn quá"
    assert ward.type(ward.lan, say_nothing) == nothing.format("CT12 250 tỷ đồng")
    assert ward.type(ward.ba, say_nothing) == nothing.format("CT12 150 tỷ đồng")
    ward.write(lambda tx: tx.run("UPDATE assignments SET state = 'done' WHERE id = 1"))
    assert ward.type(ward.lan, say_nothing) == nothing.format("NV07 60%")
    assert ward.type(ward.lan, "sai") == (
        "Đồng chí chưa có báo cáo nào ở đây để sửa. Đồng chí gõ mã và số liệu đúng, ví dụ: NV07 60%"
    )
    assert ward.type(ward.lan, "menu").startswith(
        "Chào đồng chí Lan. Để báo cáo tiến độ, đồng chí chỉ cần nhắn mã và số liệu, ví dụ:"
        " NV07 60%\n"
    )


def test_whose_work_has_no_name_that_travels_or_who_has_none_sees_a_general_example(
    ward: Ward,
) -> None:
    ward.write(lambda tx: tx.run("UPDATE assignments SET discreet = 1"))
    assert "ví dụ: CT12 60%" in ward.type(ward.lan, "đang mưa lớn quá")
    ward.write(lambda tx: tx.run("UPDATE assignments SET state = 'done'"))
    assert "ví dụ: CT12 60%" in ward.type(ward.ba, "đang mưa lớn quá")
