"""Which units words like "các ban đảng" call."""

import pytest

from domain.addressee_words import group_of
from domain.fold import fold


@pytest.mark.parametrize(
    ("kind", "name", "called"),
    [
        ("Ban", "Ban Tổ chức Thành ủy", True),
        ("Ban", "Ban Tuyên giáo và Dân vận", True),
        ("Ban đảng", "Văn phòng Thành ủy", True),
        ("ban_dang", "Ủy ban Kiểm tra", True),
        ("Ban", "Ban Chỉ huy quân sự", False),
        ("Ban", "Ban Quản lý dự án", False),
        ("Phòng", "Phòng Nội vụ", False),
    ],
)
def test_the_boards_of_the_party_are_called_and_no_others(
    kind: str, name: str, called: bool
) -> None:
    group = group_of("các ban đảng")
    assert group is not None
    assert group.holds(kind, fold(name)) is called
