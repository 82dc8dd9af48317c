"""One spelling for text that people type in many."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.fold import clean, flat, fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Đôn  Đốc", "don doc"),
        ("ＣＴ１２　６０％", "ct12 60%"),
        ("nghi\u0323\u0302 quyê\u0301t", "nghi quyet"),
        ("m²", "m2"),
        ("a\u200bb\ufeffc", "abc"),
        ("x\u0000y\ud800z", "xyz"),
        ("\u202eDÒNG\u202c\n mới", "dong moi"),
        ("hoà hòa", "hoa hoa"),
        ("", ""),
    ],
)
def test_text_is_folded(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet="aăâđeêioôơuưy\u0300\u0301\u0303\u0309\u0323 bcdĐ"))
def test_either_unicode_form_folds_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(composed) == fold(decomposed)
    assert "đ" not in fold(text)


def test_no_character_alone_slips_past_the_look_that_spares_most_texts_the_cleaning() -> None:
    for codepoint in (*range(0x20000), *range(0xE0000, 0xE0200)):
        char = chr(codepoint)
        assert clean(char) == clean(f"{char}\0"), hex(codepoint)


@given(st.text())
def test_flat_text_keeps_every_letter_in_its_place(text: str) -> None:
    cleaned = clean(text)
    assert len(flat(cleaned)) == len(cleaned)
    assert flat("Xin nghỉ ĐẾN hết 15/6") == "xin nghi den het 15/6"
