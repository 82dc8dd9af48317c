"""Which units are wards and communes, however the office writes their kind."""

from __future__ import annotations

import pytest

from domain.directive import is_commune


@pytest.mark.parametrize(
    "kind",
    ["Phường", "xã", "Đảng ủy phường", "Đảng ủy xã", "dang_uy_phuong", "Thị trấn", "đặc khu"],
)
def test_wards_and_communes(kind: str) -> None:
    assert is_commune(kind)


@pytest.mark.parametrize("kind", ["", "cấp ủy", "Ban", "Phòng", "ban_dang", "cap_uy"])
def test_other_kinds(kind: str) -> None:
    assert not is_commune(kind)
