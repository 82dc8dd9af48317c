"""The figure before is named with whoever gave it."""

from tests.handlers_stories.ward import Ward


def test_the_figure_before_is_of_whom_gave_it_and_not_of_whom_told_a_difficulty(
    ward: Ward,
) -> None:
    minh = ward.person("Võ Văn Minh", ward.ward7)
    hoa = ward.person("Trần Thị Hoa", ward.ward7)
    ward.type(ward.lan, "NV07 85%")
    ward.type(minh, "NV07 vướng máy chủ")
    assert ward.type(ward.lan, "NV07 90%").splitlines()[0] == (
        'Đã ghi NV07 Báo cáo "6 không": 90%, lần trước 85%, vẫn còn vướng mắc đã báo.'
    )
    ward.type(minh, "NV07 vướng máy chủ nữa")
    assert ward.type(hoa, "NV07 95%").splitlines()[0] == (
        'Đã ghi NV07 Báo cáo "6 không": 95%, lần trước 90% do đồng chí Nguyễn Thị Lan báo,'
        " vẫn còn vướng mắc đã báo."
    )


def test_a_figure_that_the_office_brought_is_of_the_office(ward: Ward) -> None:
    ward.type(ward.office, "báo thay phường 8 CT12 90 tỷ")
    ward.choose(ward.office, "Điện thoại")
    sau = ward.person("Phạm Thị Sáu", ward.ward8)
    first = "Đã ghi CT12 Thu ngân sách: 120 tỷ đồng, lũy kế đến tháng 6/2021, lần trước 90 tỷ đồng"
    assert ward.type(sau, "CT12 120 tỷ").splitlines()[0] == (
        f"{first} do đồng chí Phạm Thị Phòng báo thay."
    )
