"""What is said of the chat and the phone, beside what only sounds like it."""

from __future__ import annotations

import pytest

from domain.chat_words import LEAVING, OTHER, SHARED, WRONG, said_of_chat

LAN = "Lê Thị Hoàng Lan"


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (
            WRONG,
            "tôi không phải đồng chí Lan; Tôi không phải Lê Thị Hoàng Lan; nhầm người rồi ạ;"
            " đây không phải máy của Lan; không phải tôi; em khong phai chi Lan dau a;"
            " Dạ tôi hổng phải là chị Hoàng Lan; gửi nhầm người rồi; lộn số rồi",
        ),
        (
            OTHER,
            "tôi đổi máy; tôi mất điện thoại; mất máy rồi; đổi số điện thoại; tôi dùng máy khác;"
            " Điện thoại tôi bị hỏng.; máy mới; tôi mới đổi zalo; em thay sim rồi ạ",
        ),
        (
            SHARED,
            "máy này dùng chung; hai người dùng chung máy; chuyển máy này cho đồng chí Hai;"
            " chuyển khung chat cho anh Hai; cho đồng chí Hai dùng máy này",
        ),
        (LEAVING, "tôi chuyển công tác; tôi sắp nghỉ hưu; tôi không còn làm ở đây"),
    ],
)
def test_said_of_the_chat(kind: str, texts: str) -> None:
    for text in texts.split("; "):
        assert said_of_chat(text, LAN) == kind, text


def test_work_and_other_people_are_not_the_chat() -> None:
    texts = (
        "tôi không phải làm việc này; tôi không phải đồng chí Hai; không phải; nhầm; sai; mất mùa;"
        " máy hỏng chưa sửa được; máy bị hỏng rồi; hỏng máy; đã mua máy mới;"
        " đã đổi máy bơm; chuyển cho đồng chí Hai; hỏng máy bơm; mất điện;"
        " không phải của đơn vị tôi; đổi số liệu; giao máy tính cho xã; đổi máy 60%"
    )
    for text in texts.split("; "):
        assert said_of_chat(text, LAN) is None, text


def test_a_name_that_is_a_word_of_its_own_hides_nothing() -> None:
    assert said_of_chat("tôi đổi máy", "Trần Văn Máy") == OTHER
    assert said_of_chat("tôi không phải anh Máy", "Trần Văn Máy") == WRONG
