"""A yes that says nothing else, and a yes to all."""

from __future__ import annotations

import pytest

from domain.assent import agrees, means_all


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "OK em",
        "ok đồng ý",
        "oke nhé 👍",
        "Đồng ý hết",
        "dong y het di em",
        "duyệt luôn",
        "được rồi",
        "vâng, nhất trí",
        "chấp thuận theo đề nghị",
        "Hoàn toàn nhất trí!",
    ],
)
def test_a_plain_yes(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "được chưa?",
        "ok chưa",
        "không được",
        "chưa đồng ý",
        "đồng ý cho đến 25/6",
        "ok nhưng phải xong trước tháng 7",
        "vâng",
        "tất cả",
        "đồng ý?",
        "👍",
        "cảm ơn em",
    ],
)
def test_what_is_no_plain_yes(text: str) -> None:
    assert not agrees(text)


@pytest.mark.parametrize("text", ["đồng ý hết", "duyệt cả 4", "tất cả", "ok tất cả các đề nghị"])
def test_a_yes_to_all(text: str) -> None:
    assert means_all(text)


@pytest.mark.parametrize("text", ["đồng ý", "hết hạn rồi", "hết giờ", "tất cả các phường"])
def test_what_is_no_yes_to_all(text: str) -> None:
    assert not means_all(text)
