"""Every spoken number below a hundred, with its marks and without: read right, or asked about."""

from collections.abc import Iterator
from datetime import date

import pytest

from domain.fold import unmarked
from domain.reply.understanding import understand

TODAY = date(2021, 6, 9)
DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
AFTER_TEN = {1: ("mốt",), 4: ("bốn", "tư"), 5: ("lăm", "nhăm")}
SHORT_TENS = {2: "hăm", 3: "băm"}


def spoken(number: int) -> Iterator[str]:
    """ "hai mươi lăm", "hai lăm", "hăm lăm"."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        yield DIGITS[ones]
    elif ones == 0:
        yield from ("mười",) if tens == 1 else (f"{DIGITS[tens]} mươi", f"{DIGITS[tens]} chục")
    elif tens == 1:
        yield from (f"mười {word}" for word in (("lăm", "nhăm") if ones == 5 else (DIGITS[ones],)))
    else:
        for word in AFTER_TEN.get(ones, (DIGITS[ones],)):
            yield f"{DIGITS[tens]} mươi {word}"
            yield f"{DIGITS[tens]} {word}"
            if tens in SHORT_TENS:
                yield f"{SHORT_TENS[tens]} {word}"


@pytest.mark.parametrize("lead", ["", "đạt ", "mới làm được ", "tới nay được "])
@pytest.mark.parametrize("tail", [" phần trăm rồi anh", "%", " hộ"])
def test_a_spoken_number_is_read_right_or_asked_about(lead: str, tail: str) -> None:
    measure = "hộ" if tail == " hộ" else None
    read = 0
    for number in range(1, 100):
        for words in spoken(number):
            for text in (lead + words + tail, unmarked(lead + words + tail)):
                item = next(iter(understand(text, today=TODAY, measure=measure).items), None)
                if item is not None and item.intent != "other":
                    read += 1
                    assert (item.value if measure else item.percent) == number, text
    assert read > 400
