"""Parts fit, lose no word, keep their spans; foreign text is made safe and stays readable."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.message import Text, bold
from domain.parts import clean, split, utf16, utf16_spans


def units(text: str) -> int:
    return sum(2 if ord(char) > 0xFFFF else 1 for char in text)


def styled(text: Text) -> list[tuple[str, str]]:
    """Every character that is no space, with its style."""
    styles = [""] * len(text.plain)
    for at, size, style in text.spans:
        styles[at : at + size] = [style] * size
    return [(c, s) for c, s in zip(text.plain, styles, strict=True) if not c.isspace()]


@given(st.text())
def test_length_is_counted_in_utf16_units(text: str) -> None:
    assert utf16(text) == units(text)


def test_a_text_that_fits_is_one_part() -> None:
    text = Text("Kính gửi ") + bold("đồng chí Lan")
    assert split(text, 100) == [text]
    assert split(Text("x" * 100), 100) == [Text("x" * 100)]
    assert split(Text(""), 100) == []


def test_a_long_text_is_cut_between_lines() -> None:
    text = Text("dòng một\ndòng hai\ndòng ba")
    assert [part.plain for part in split(text, 18)] == ["dòng một\ndòng hai", "dòng ba"]
    assert [part.plain for part in split(text, 17)] == ["dòng một\ndòng hai", "dòng ba"]
    assert [part.plain for part in split(text, 16)] == ["dòng một", "dòng hai\ndòng ba"]
    assert [part.plain for part in split(text, 15)] == ["dòng một", "dòng hai", "dòng ba"]


def test_a_long_line_is_cut_between_words() -> None:
    text = Text("một hai   ba bốn")
    assert [part.plain for part in split(text, 9)] == ["một hai", "ba bốn"]


def test_a_long_word_is_cut_but_never_inside_a_surrogate_pair() -> None:
    assert [part.plain for part in split(Text("😀" * 5), 5)] == ["😀😀", "😀😀", "😀"]
    assert [part.plain for part in split(Text("a😀😀"), 2)] == ["a", "😀", "😀"]


def test_a_span_over_a_cut_goes_on_in_the_next_part() -> None:
    parts = split(Text("a ") + bold("bb cc") + " d", 4)
    assert parts == [Text("a bb", ((2, 2, "bold"),)), Text("cc d", ((0, 2, "bold"),))]


def test_a_limit_too_small_for_an_emoji_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="room"):
        split(Text("x"), 1)


words = st.text(st.sampled_from("ab ế\n😀👍🏽 \n"), max_size=120)
spans = st.lists(
    st.tuples(st.integers(0, 119), st.integers(1, 40), st.sampled_from(["bold", "italic"])),
    max_size=4,
)


@settings(max_examples=300, deadline=None)
@given(words, spans, st.integers(2, 40))
def test_no_part_is_too_long_and_no_letter_or_style_is_lost(
    plain: str, marks: list[tuple[int, int, str]], limit: int
) -> None:
    inside = tuple((a, min(n, len(plain) - a), s) for a, n, s in marks if a < len(plain))
    text = Text(plain, inside)
    parts = split(text, limit)
    assert all(0 < utf16(part.plain) <= limit for part in parts)
    assert all(part.plain.strip() for part in parts)
    for part in parts:
        assert all(at >= 0 and size > 0 for at, size, _ in part.spans)
        assert all(at + size <= len(part.plain) for at, size, _ in part.spans)
    assert [pair for part in parts for pair in styled(part)] == styled(text)


@given(words, spans)
def test_spans_in_utf16_units_mark_the_same_characters(
    plain: str, marks: list[tuple[int, int, str]]
) -> None:
    inside = tuple((a, min(n, len(plain) - a), s) for a, n, s in marks if a < len(plain))
    coded = plain.encode("utf-16-le")
    got = [
        coded[at * 2 : (at + size) * 2].decode("utf-16-le")
        for at, size, _ in utf16_spans(Text(plain, inside))
    ]
    assert got == [plain[at : at + size] for at, size, _ in inside]


def test_a_span_that_leaves_the_text_is_cut_or_left_out() -> None:
    assert utf16_spans(Text("abc", ((1, 9, "bold"), (5, 2, "bold"), (1, 0, "bold")))) == [
        (1, 2, "bold")
    ]


@pytest.mark.parametrize(
    ("foreign", "seen"),
    [
        ("Đã xong", "Đã xong"),
        (unicodedata.normalize("NFD", "Đường Nguyễn Huệ"), "Đường Nguyễn Huệ"),
        ("a\u202eb\u2066c\u200ed\u061ce", "abcde"),
        ("a\x00b\x07c\x1b[31md\x9be", "abc[31mde"),
        ("\ufeffxong", "xong"),
        ("a\r\nb\rc\u2028d\u2029e\tf", "a\nb\nc\nd\ne f"),
        ("xong \ud83d", "xong "),
        ("👨‍👩‍👧 👍🏽 ❤️ 🇻🇳", "👨‍👩‍👧 👍🏽 ❤️ 🇻🇳"),
        ("Z" + "\u0336" * 50, "Z" + "\u0336" * 4),
        ("ệ" + "\u0300\u0301\u0302" * 9 + "x", "ệ" + "\u0300\u0301\u0302\u0300" + "x"),
    ],
)
def test_foreign_text_is_made_safe_to_show(foreign: str, seen: str) -> None:
    assert clean(foreign) == seen


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(codec=None), max_size=40))
def test_cleaning_is_stable_composed_and_can_always_be_sent(foreign: str) -> None:
    seen = clean(foreign)
    assert clean(seen) == seen
    assert unicodedata.is_normalized("NFC", seen)
    seen.encode("utf-8")
    for char in seen:
        kept = char in "\n\u200c\u200d"
        assert kept or unicodedata.category(char) not in ("Cc", "Cf", "Cs")


def test_no_character_alone_slips_past_the_look_that_spares_most_texts_the_cleaning() -> None:
    kept = {"\n", "\u200c", "\u200d"}
    for codepoint in (*range(0x20000), *range(0xE0000, 0xE0200)):
        char = chr(codepoint)
        cleaned = clean(char)
        assert cleaned == clean(f"{char}\0"), hex(codepoint)
        for left in cleaned:
            assert left in kept or unicodedata.category(left) not in ("Cc", "Cf", "Cs")
