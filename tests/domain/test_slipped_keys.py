"""Everyday replies with words left as Telex or VNI keys: read as if composed, or asked about."""

import unicodedata
from datetime import date
from typing import Any

import pytest

from domain.reply.understanding import understand

TELEX = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
VNI = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
SHAPES_TELEX = {"â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "ă": "aw", "đ": "dd"}
SHAPES_VNI = {"â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "ă": "a8", "đ": "d9"}
REPLIES: dict[str, str | None] = {
    "đạt 60%": None,
    "được 60%": None,
    "đã hoàn thành": None,
    "chưa làm": None,
    "xong rồi": None,
    "vướng mặt bằng": None,
    "thiếu kinh phí": None,
    "xin gia hạn đến 30/6": None,
    "cảm ơn đồng chí": None,
    "báo cáo đồng chí đạt 60%": None,
    "còn 20% nữa": None,
    "được 12 hộ": "hộ",
    "thu được 12 tỷ": "tỷ đồng",
    "chưa triển khai": None,
    "sáu mươi phần trăm": None,
    "hai phần ba": None,
    "gần 60%": None,
    "đang triển khai": None,
    "xin lùi đến thứ sáu tuần sau": None,
    "được một nửa": None,
    "kết nạp 12 đảng viên": "đảng viên",
    "hoàn thành 12 căn": "căn",
}
# Figures may stand where these digits do: "12 ty3" is 12,3 tỷ, "sau1" a step.
OPEN = ("ty3", "sau1")


def keys(word: str, tones: dict[str, str], shapes: dict[str, str], late: bool) -> str:
    """The keys that were struck for a word; `late`: its tone at the end."""
    struck = tone = ""
    for letter in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFD", letter)
        bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        struck += shapes.get(bare, bare)
        for part in parts:
            if part in tones and late:
                tone = tones[part]
            elif part in tones:
                struck += tones[part]
    return struck + tone


def read(text: str, measure: str | None) -> tuple[bool, list[Any]]:
    found = understand(text, today=date(2021, 6, 9), due=date(2021, 6, 15), measure=measure)
    items = [
        (each.intent, each.percent, each.value, each.blocked, each.date, each.done, each.total)
        for each in found.items
    ]
    return found.confident, items


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize(("tones", "shapes"), [(TELEX, SHAPES_TELEX), (VNI, SHAPES_VNI)])
@pytest.mark.parametrize("reply", REPLIES)
def test_words_left_as_keys_are_read_as_composed(
    reply: str, tones: dict[str, str], shapes: dict[str, str], late: bool
) -> None:
    measure, words = REPLIES[reply], reply.split()
    struck = [keys(word, tones, shapes, late) for word in words]
    lines = [" ".join(struck)]
    lines += [" ".join((*words[:n], struck[n], *words[n + 1 :])) for n in range(len(words))]
    meant = read(reply, measure)
    wrong = [line for line in lines if (got := read(line, measure)) != meant and got[0]]
    asked = [line for line in lines if read(line, measure) != meant]
    assert wrong == []
    assert [line for line in asked if not any(each in line for each in OPEN)] == []
