"""The catalogue holds every sentence that the program says, and none that it does not."""

import ast
import re
import shutil
from pathlib import Path

import pytest

from domain import texts

ROOT = Path(__file__).parents[2]
SAYING = {"say", "words"}  # the functions that take a key first
VIETNAMESE = re.compile("[À-ỹ]")
TYPED = (  # what is typed or named, the same in every language
    "10/6 đến 15/6",
    "00 đến 6",
    "CT12 250 tỷ đồng",
    "báo cáo số 45-BC/ĐU ngày 08/6",
    "báo thay",
    "đơn vị",
    "thiếu biên bản, bổ sung đến {soon}",
    "chưa bàn giao mặt bằng ở ấp 3",
    "chỉ đạo",
    "chờ duyệt",
    "các phường",
    "chị Lan ở phường 4",
    "cài đặt",
    "cán bộ",
    "gửi chỉ đạo",
    "hết vướng",
    "hủy",
    "nghỉ phép từ 10/6 đến 15/6",
    "nhầm người",
    "phường 4",
    "phường 7",
    "xã Bình Phú",
    "thêm 5 ngày",
    "tiếp",
    "tìm",
    "tìm ngân sách",
    "vẫn vậy",
    "tìm thu ngân sách",
    "tình trạng",
    "tổng hợp",
    "việc",
    "ảnh của",
    "đã nhận",
    "đến 15/6",
    "đến hết tuần",
    "đề nghị xác nhận hoàn thành",
    "đồng ý",
)


def said() -> dict[str, set[frozenset[str]]]:
    """Every key in the program with the sets of fields that it is given."""
    found: dict[str, set[frozenset[str]]] = {}
    for place in ("bot", "handlers", "db", "domain", "scheduler.py"):
        path = ROOT / place
        for room in [path] if path.is_file() else path.rglob("*.py"):
            for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or not node.args:
                    continue
                function = node.func
                name = function.attr if isinstance(function, ast.Attribute) else None
                name = function.id if isinstance(function, ast.Name) else name
                key = node.args[0]
                if name in SAYING and isinstance(key, ast.Constant) and "." in str(key.value):
                    given = frozenset(word.arg for word in node.keywords if word.arg)
                    starred = any(word.arg is None for word in node.keywords)
                    fields = given - {"language", "address"}
                    found.setdefault(key.value, set()).add(frozenset({"**"}) if starred else fields)
    return found


def test_every_sentence_that_is_said_stands_in_the_vietnamese_catalogue() -> None:
    missing = said().keys() - texts.keys().keys()
    assert not missing


def test_every_sentence_gets_the_fields_that_it_names_in_every_language() -> None:
    for language in texts.languages():
        catalogue = texts.keys(language, counted=True)
        for key, given in said().items():
            for fields in given:
                if fields != {"**"}:
                    assert catalogue[key] <= fields, f"{key} wants {catalogue[key] - fields}"


def unlike(language: str) -> set[str]:
    """The keys that a language lacks, has alone, or says with other fields."""
    ours, theirs = texts.keys(), texts.keys(language)
    return {key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)}


def test_every_language_that_has_a_folder_says_every_sentence_with_its_fields() -> None:
    assert texts.languages()[0] == "vi"
    for language in texts.languages():
        assert not unlike(language), f"locales/{language}"


def test_every_sentence_bears_the_same_signs_and_typed_words_in_every_language() -> None:
    """What is typed stays as it is, and so do the marks of a status and the lines of a screen; a
    choice is named as it is read."""
    ours_of = sentences("vi")
    for language in texts.languages():
        theirs_of = sentences(language)
        labels = {
            f'"{said}"': f'"{theirs_of[key]}"' for key, said in ours_of.items() if said[0].isupper()
        }
        for key, ours in ours_of.items():
            theirs = theirs_of[key]
            wanted = sorted(labels.get(mark, mark) for mark in marks(ours))
            assert wanted == marks(theirs), f"{key} in locales/{language}"
            assert ours.count("\n") == theirs.count("\n"), f"{key} in locales/{language}"


def test_no_vietnamese_is_left_in_another_language_but_what_is_typed() -> None:
    for language in set(texts.languages()) - {"vi"}:
        for key, sentence in sentences(language).items():
            left = sentence if key != "settle.language_name" else ""
            for typed in sorted(TYPED, key=len, reverse=True):
                left = left.replace(typed, "")
            assert not VIETNAMESE.search(left), f"{key} in locales/{language}: {sentence}"


def sentences(language: str) -> dict[str, str]:
    """Every sentence as it is written, each field as its name in braces."""
    return {
        key: "".join(
            words + ("" if name is None or "|" in form else f"{{{name}}}")
            for words, name, form in parts
        )
        for key, parts in texts._sentences(language, "đồng chí").items()
    }


def marks(sentence: str) -> list[str]:
    """The signs of a status, and what is put in quotation marks to be typed."""
    quoted = [each for each in re.findall(r'"[^"]*"', sentence) if "{" not in each]
    signs = re.findall(r"[🔴🟠🟡🟢🔵⚪✅☑✖⏸⚠•]|\b[A-Z]{2}\d+\b|/[a-z]{3,}", sentence)
    return sorted([*quoted, *signs])


def test_whoever_has_a_language_without_a_catalogue_is_spoken_to_in_vietnamese() -> None:
    assert texts.say("leave.days", "km", first="A", last="B") == texts.say(
        "leave.days", first="A", last="B"
    )


def test_a_word_is_chosen_by_its_number() -> None:
    said = [texts.say("wording.days", "en", count=count).plain for count in (0, 1, 2)]
    assert said == ["0 days", "1 day", "2 days"]


def test_a_language_that_lacks_a_sentence_or_a_field_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "locales" / "vi", tmp_path / "vi")
    shutil.copytree(ROOT / "locales" / "vi", tmp_path / "km")
    monkeypatch.setattr(texts, "_FOLDER", tmp_path)
    texts._sentences.cache_clear()
    quieting = tmp_path / "km" / "quieting.po"
    quieting.write_text(quieting.read_text("utf-8").replace("{begins}", ""), encoding="utf-8")
    (tmp_path / "km" / "listing.po").unlink()
    try:
        found = unlike("km")
        assert "quiet.kept" in found and "listing.work" in found and "leave.kept" not in found
    finally:
        texts._sentences.cache_clear()


def test_the_catalogue_holds_no_sentence_that_is_never_said() -> None:
    program = "\n".join(
        room.read_text(encoding="utf-8")
        for place in ("bot", "handlers", "db", "domain")
        for room in (ROOT / place).rglob("*.py")
    ) + (ROOT / "scheduler.py").read_text(encoding="utf-8")
    catalogue = texts.keys()
    # A key may be put together ("reminding.left_" + state): its beginning must then stand there.
    silent = [
        key
        for key in sorted(catalogue)
        if f'"{key}"' not in program and f'"{key.rsplit("_", 1)[0]}_' not in program
    ]
    assert not silent
