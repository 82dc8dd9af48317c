"""Numbers in words, in whole replies, with their marks and without: read right, or asked about."""

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


# At some distance from each other, so that every digit and its words come by.
COUNTS = (*range(101, 1000, 37), *range(1000, 9999, 211), 1500, 2005, 5850)


def spoken_hundreds(number: int) -> Iterator[str]:
    """ "hai trăm linh năm", "trăm hai", "ba trăm hai mươi lăm"; below a hundred as above."""
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        yield from spoken(rest)
        return
    for head in (f"{DIGITS[hundreds]} trăm", *(["trăm"] if hundreds == 1 and rest else [])):
        if not rest:
            yield head
        elif rest < 10:
            yield from (f"{head} {link} {DIGITS[rest]}" for link in ("linh", "lẻ"))
        else:
            yield from (f"{head} {words}" for words in spoken(rest))
            if rest % 10 == 0 and rest > 10:
                yield f"{head} {DIGITS[rest // 10]}"


def spoken_thousands(number: int) -> Iterator[str]:
    """ "hai nghìn không trăm linh năm", "hai ngàn rưỡi"; below a thousand as above."""
    thousands, rest = divmod(number, 1000)
    if not thousands:
        yield from spoken_hundreds(rest)
        return
    for head in (f"{DIGITS[thousands]} nghìn", f"{DIGITS[thousands]} ngàn"):
        if not rest:
            yield head
        elif rest < 100:
            link = "không trăm linh" if rest < 10 else "không trăm"
            yield from (f"{head} {link} {words}" for words in spoken(rest))
        else:
            said = (w for w in spoken_hundreds(rest) if not w.startswith("trăm"))
            yield from (f"{head} {words}" for words in said)
            if rest % 100 == 0:
                yield f"{head} {DIGITS[rest // 100]}"
        if rest == 500:
            yield f"{head} rưỡi"


def money() -> Iterator[tuple[str, float]]:
    """Sums told in tỷ and what is smaller, in tỷ."""
    for whole in (1, 2, 4, 12, 15, 21, 24):
        for words in spoken(whole):
            yield f"{words} tỷ rưỡi", whole + 0.5
            for part in range(2, 10):
                yield f"{words} tỷ {DIGITS[part]}", whole + part / 10
                yield f"{words} tỷ {DIGITS[part]} trăm", whole + part / 10
                yield f"{words} tỷ {DIGITS[part]} trăm triệu", whole + part / 10
                yield f"{words} phẩy {DIGITS[part]} tỷ", whole + part / 10
                yield f"{words} tỷ {DIGITS[part]} chục triệu", whole + part / 100
                yield f"{words} tỷ không trăm {DIGITS[part]} mươi triệu", whole + part / 100
                yield f"{words} tỷ lẻ {DIGITS[part]} triệu", whole + part / 1000
    for number in COUNTS[::3]:
        yield from ((f"{words} tỷ", float(number)) for words in spoken_thousands(number))


def read(text: str, measure: str) -> list[float | None]:
    """The figures that are recorded: none when it is asked about, or taken for no report."""
    found = understand(text, today=TODAY, measure=measure)
    return [i.value for i in found.items if i.intent != "other"] if found.confident else []


def share_read(texts: list[tuple[str, float]], measure: str) -> float:
    """How much is read at all; what is read must be right."""
    count = 0
    for text, value in texts:
        found = read(text, measure)
        assert found in ([], [pytest.approx(value)]), text
        count += bool(found)
    return count / len(texts)


@pytest.mark.parametrize("frame", ["{} hộ", "dạ mới được {} hộ thôi ạ", "{}"])
def test_a_spoken_count_is_read_right_or_asked_about(frame: str) -> None:
    texts = [(frame.format(words), float(n)) for n in COUNTS for words in spoken_thousands(n)]
    assert share_read(texts, "hộ") > 0.9
    assert share_read([(unmarked(text), n) for text, n in texts], "hộ") > 0.9


@pytest.mark.parametrize("frame", ["{}", "thu được {} rồi anh"])
def test_a_spoken_sum_is_read_right_or_asked_about(frame: str) -> None:
    texts = [(frame.format(words), value) for words, value in money()]
    assert share_read(texts, "tỷ đồng") > 0.9
    assert share_read([(unmarked(text), value) for text, value in texts], "tỷ đồng") > 0.9


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("8,5 trăm triệu", 0.85, "tỷ đồng"),
        ("2,5 trăm hộ", 250, "hộ"),
        ("3 chục rưỡi hộ", 35, "hộ"),
        ("ngàn hai tỷ", 1200, "tỷ đồng"),
        ("1 nghìn lẻ 2 tỷ", 1002, "tỷ đồng"),
        ("ba phẩy rưỡi", 3.5, "%"),
        ("đã đầu tư hai tỷ", 2, "tỷ đồng"),
        ("dau tu ba ty", 3, "tỷ đồng"),
        ("hai tu ty", 24, "tỷ đồng"),
    ],
)
def test_figures_beside_words_of_scale(text: str, value: float, measure: str) -> None:
    assert read(text, measure) == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("năm bảy hộ", "hộ"),
        ("hai lẻ năm hộ", "hộ"),
        ("1 tỷ 02", "tỷ đồng"),
        ("1 tỷ linh 2", "tỷ đồng"),
        ("nam nghin tam tram nam ho", "hộ"),
    ],
)
def test_what_may_be_two_numbers_is_asked_about(text: str, measure: str) -> None:
    assert read(text, measure) == []
