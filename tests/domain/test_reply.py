"""What replies are understood to say: the written examples, and what holds for any text."""

import json
import re
import time
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.fold import unmarked
from domain.reply.item import Question
from domain.reply.questions import COUNTED, QUESTIONS
from domain.reply.tokens import several
from domain.reply.understanding import Item, Understanding, understand
from domain.texts import keys

TODAY = date(2021, 6, 9)
EXAMPLES = sorted((Path(__file__).parent / "replies").glob("*.jsonl"))
FULL_WIDTH = str.maketrans("0123456789%", "０１２３４５６７８９％")
# Without marks these are other words, or could be two: "mơi" (tomorrow) is "mới" (just now).
# "mua" may be "mưa" (rain) or "mua" (to buy); "ha" is a southern "nhé" as well as "hả".
# "hoi" may be "hồi" (back on), and then the day is told, or "hỏi" (to ask).
OTHER_WITHOUT_MARKS = frozenset(
    (
        "mơi xong",
        "mưa 3 ngày liền nên mới được 45%",
        "do giãn cách nên chưa tổ chức được",
        "xong rồi hả em",
        "60% hả chị, để em coi lại",
        "treo pano xong từ thứ 7 rồi ạ",
        "treo pano bầu cử xong từ thứ 7 rồi ạ",
        "hồi thứ bảy đạt 60%",
        "hồi thứ hai làm được 45%",
    )
)


def rows() -> Iterator[tuple[str, dict[str, object]]]:
    for path in EXAMPLES:
        for place, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{path.stem}:{place}", json.loads(line)


ROWS = list(rows())
TEXTS = [str(row["text"]) for _, row in ROWS]


def read(row: dict[str, object], text: str | None = None) -> Understanding:
    due = row.get("due")
    measure = row.get("measure")
    return understand(
        str(row["text"]) if text is None else text,
        today=date.fromisoformat(str(row["today"])),
        due=date.fromisoformat(str(due)) if due else None,
        measure=str(measure) if measure else None,
    )


def without_notes(found: Understanding) -> tuple[bool, tuple[Item, ...]]:
    return found.confident, tuple(item._replace(note=None) for item in found.items)


def asks(found: Understanding) -> bool:
    return not found.confident or [item.intent for item in found.items] == ["other"]


def same(said: object, wanted: object) -> bool:
    if isinstance(wanted, (int, float)) and not isinstance(wanted, bool):
        return isinstance(said, (int, float)) and abs(said - wanted) < 0.01
    return said == wanted


@pytest.mark.parametrize("row", [row for _, row in ROWS], ids=[name for name, _ in ROWS])
def test_a_reply_is_understood_as_the_example_says(row: dict[str, object]) -> None:
    found = read(row)
    if row["ask"]:
        assert asks(found), found
        return
    wanted = row["items"]
    assert isinstance(wanted, list)
    assert found.confident, found.question
    said = found.as_json()["items"]
    assert isinstance(said, list)
    assert len(said) == len(wanted), said
    for item, fields in zip(said, wanted, strict=True):
        assert all(same(item.get(name), value) for name, value in fields.items()), item
        assert all(item.get(name) is None for name in row.get("absent", ())), item  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        lambda text: "  " + text.replace(" ", "   ") + " \n",
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.translate(FULL_WIDTH),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: "\u200b" + "\u200b".join(text) + "\u200e",
    ],
    ids=["upper", "lower", "spaces", "decomposed", "full-width", "fixed spaces", "invisible"],
)
def test_the_way_of_typing_does_not_change_what_is_understood(change) -> None:  # type: ignore[no-untyped-def]
    for _, row in ROWS:
        text = str(row["text"])
        assert without_notes(read(row, change(text))) == without_notes(read(row)), text


def test_without_marks_a_reply_says_the_same_or_is_asked_about() -> None:
    kept = 0
    for _, row in ROWS:
        text = str(row["text"])
        # "needs_marks": its figures are the same, a difficulty beside them is not.
        if text in OTHER_WITHOUT_MARKS or row.get("needs_marks"):
            continue
        plain = read(row, unmarked(unicodedata.normalize("NFC", text).lower()))
        if asks(plain):
            continue
        kept += 1
        assert without_notes(plain) == without_notes(read(row)), text
    assert kept > 0.9 * sum(not asks(read(row)) for _, row in ROWS)


TELEX_TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
TELEX_SHAPES = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}


def in_telex(word: str) -> str:
    """The keys struck for a word: "ddatj" for "đạt"."""
    keys, tone = "", ""
    for char in unicodedata.normalize("NFC", word.lower()):
        marks = unicodedata.normalize("NFD", char)
        tone = next((TELEX_TONES[mark] for mark in marks if mark in TELEX_TONES), tone)
        shape = unicodedata.normalize("NFC", "".join(m for m in marks if m not in TELEX_TONES))
        keys += TELEX_SHAPES.get(shape, shape)
    return keys + tone


VNI_TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
VNI_SHAPES = {"â": "a6", "ê": "e6", "ô": "o6", "ă": "a8", "ơ": "o7", "ư": "u7", "đ": "d9"}
# Struck in VNI these look like figures: 1,32 tỷ, 250,3 tỷ, số 7, có 1.
FIGURES_IN_VNI = frozenset(("1tỷ2", "250tỷ", "xong sơ sơ", "có"))


def in_vni(word: str) -> str:
    """The keys struck for a word, each mark right after its letter: "d9a5t" for "đạt"."""
    keys = ""
    for char in unicodedata.normalize("NFC", word.lower()):
        marks = unicodedata.normalize("NFD", char)
        shape = unicodedata.normalize("NFC", "".join(m for m in marks if m not in VNI_TONES))
        keys += VNI_SHAPES.get(shape, shape) + "".join(VNI_TONES.get(m, "") for m in marks)
    return keys


def test_keys_of_vni_left_as_they_were_struck_change_nothing_or_are_asked_about() -> None:
    for _, row in ROWS:
        text = re.sub(r"[^\W\d_]+", lambda found: in_vni(found[0]), str(row["text"]))
        found = read(row, text)
        if row["text"] not in FIGURES_IN_VNI:
            assert asks(found) or without_notes(found) == without_notes(read(row)), text


def test_a_keyboard_that_does_not_compose_changes_nothing_or_is_asked_about() -> None:
    for _, row in ROWS:
        text = re.sub(r"[^\W\d_]+", lambda found: in_telex(found[0]), str(row["text"]))
        found = read(row, text)
        assert asks(found) or without_notes(found) == without_notes(read(row)), text


PIECES = st.sampled_from(
    sorted(
        several(
            "60% 70 5/6 12/15 hộ 250 tỷ chưa xong gần còn nữa đạt được CT1 CT2 , . - xin gia hạn "
            "đến 30/6 31/6 ngày mai tuần sau lũy kế ước thêm 5 ngày không vướng mười lăm phần trăm "
            "hai rưỡi mốt ? ✅ : = từ lên tăng giảm kế hoạch một nửa 0 100% 101% 1.250,5 dạ rồi ko"
        )
    )
)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80) | st.lists(PIECES, max_size=12).map(" ".join))
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = understand(text, today=TODAY)
    assert found.items if found.confident else found.question
    json.dumps(found.as_json())


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_no_percentage_over_a_hundred_is_recorded_without_a_measure(text: str) -> None:
    found = understand(text, today=TODAY)
    for item in found.items:
        assert item.percent is None or 0 <= item.percent <= 100
        assert item.value is None


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_one_assignment_gets_at_most_one_figure_of_one_basis(text: str) -> None:
    found = understand(text, today=TODAY, measure="hộ")
    figures = [(i.code, i.basis) for i in found.items if i.value is not None]
    assert len(figures) == len(set(figures))


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "\x00",
        "60\x00%",
        "\u202e60%\u202c",
        "a\u0300\u0301\u0302" * 50,
        "９" * 400,
        "",
        "   \n ",
        "👨‍👩‍👧",
    ],
)
def test_odd_characters_raise_nothing(text: str) -> None:
    assert understand(text, today=TODAY) is not None


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "1/", "mười ", "chưa ", "còn 20% nữa ", "a1b2", "60%, ", "dự kiến, ", "CT1 ", "-"],
)
def test_four_thousand_characters_take_no_time(piece: str) -> None:
    text = (piece * 4000)[:4000]
    understand(text, today=TODAY)
    best = min(_seconds(text) for _ in range(3))
    # 20 ms is what is meant; the machine may be busy.
    assert best < 0.1


def test_a_usual_reply_takes_a_fifth_of_a_millisecond() -> None:
    for text in TEXTS:
        understand(text, today=TODAY)
    started = time.process_time()
    for text in TEXTS:
        understand(text, today=TODAY)
    # 0.2 ms is what is meant; the machine may be slow.
    assert (time.process_time() - started) / len(TEXTS) < 0.001


def _seconds(text: str) -> float:
    started = time.process_time()
    understand(text, today=TODAY)
    return time.process_time() - started


def test_each_code_is_read_with_its_own_measure() -> None:
    found = understand("CT1 36, CT2 60", today=TODAY, measures={"CT01": "đảng viên"})
    assert found.items == (
        Item("progress", code="CT1", value=36.0),
        Item("progress", code="CT2", percent=60.0),
    )


def test_two_codes_said_together_are_read_each_with_its_measure() -> None:
    found = understand("CT1, CT2 60%", today=TODAY, measures={"CT1": "%"})
    assert {(i.code, i.value, i.percent) for i in found.items} == {
        ("CT1", 60.0, None),
        ("CT2", None, 60.0),
    }


def test_what_is_left_or_reached_is_offered_both_ways() -> None:
    found = understand("CT3 còn 30%", today=TODAY)
    assert not found.confident
    assert [items[0].percent for _, items in found.readings] == [70.0, 30.0]
    assert {items[0].code for _, items in found.readings} == {"CT3"}


def test_a_forecast_is_offered_as_an_estimate() -> None:
    found = understand("ước đạt 250 tỷ", today=TODAY, measure="tỷ đồng")
    assert not found.confident
    assert [items for _, items in found.readings] == [
        (Item("progress", value=250.0, estimate=True),)
    ]


def test_an_extension_without_a_day_asks_for_it() -> None:
    found = understand("xin gia hạn", today=TODAY)
    assert found.confident
    assert found.items == (Item("extend"),)
    assert found.question == Question("doubt.which_date")


def test_next_week_is_offered_as_friday_or_sunday() -> None:
    found = understand("xin gia hạn đến tuần sau", today=TODAY)
    assert not found.confident
    days = [items[0].date for _, items in found.readings]
    assert days == [date(2021, 6, 18), date(2021, 6, 20)]


def test_workdays_are_counted_with_the_calendar_given() -> None:
    found = understand(
        "xin thêm 2 ngày làm việc",
        today=TODAY,
        due=date(2021, 6, 15),
        is_working_day=lambda day: day.weekday() < 5 and day != date(2021, 6, 16),
    )
    assert found.items[0].date == date(2021, 6, 18)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("được 60%, còn vướng mặt bằng ở ấp 3", "còn vướng mặt bằng ở ấp 3"),
        ("Ko kịp, thiếu kinh phí", "thiếu kinh phí"),
        ("xin gia hạn đến 30/6 do mưa nhiều", "do mưa nhiều"),
        ("Đạt 60%", None),
    ],
)
def test_the_note_keeps_the_words_as_they_were_typed(text: str, note: str | None) -> None:
    found = understand(text, today=TODAY)
    assert found.confident
    said = found.items[0].note
    assert (said is None) if note is None else (said is not None and note in said)


def test_whole_numbers_are_printed_without_decimals() -> None:
    shape = understand("đạt 60%", today=TODAY).as_json()
    assert json.dumps(shape) == (
        '{"confident": true, "items": [{"intent": "progress", "percent": 60}], "question": null}'
    )


def test_each_code_is_extended_from_its_own_deadline() -> None:
    found = understand(
        "CT1, CT2 xin thêm 5 ngày",
        today=TODAY,
        due=date(2021, 6, 10),
        dues={"CT1": date(2021, 6, 15)},
    )
    assert {(i.code, i.date) for i in found.items} == {
        ("CT1", date(2021, 6, 20)),
        ("CT2", date(2021, 6, 15)),
    }


@pytest.mark.parametrize("text", ["gần xong", "CT12 250-300", "đang làm", "đạt gần 40"])
def test_a_target_is_asked_for_its_figure_and_a_task_for_its_percent(text: str) -> None:
    target = understand(text, today=TODAY, measure="tỷ đồng")
    task = understand(text, today=TODAY)
    assert not target.confident and "%" not in worded(target) and "phần trăm" not in worded(target)
    assert not task.confident and "%" in worded(task)
    assert understand(text, today=TODAY, measure="%").question == task.question


def worded(found: Understanding) -> str:
    return found.question.worded("vi", "đồng chí") if found.question else ""


@pytest.mark.parametrize("key", sorted({*QUESTIONS.values(), *COUNTED.values()}))
def test_every_question_stands_in_the_catalogue(key: str) -> None:
    assert key in keys()
