"""The catalogue holds every sentence that the program says, and none that it does not."""

import ast
import shutil
from pathlib import Path

import pytest

from domain import texts

ROOT = Path(__file__).parents[2]
SAYING = {"say", "words"}  # the functions that take a key first


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


def test_every_sentence_gets_the_fields_that_it_names() -> None:
    catalogue = texts.keys()
    for key, given in said().items():
        for fields in given:
            if fields != {"**"}:
                assert catalogue[key] <= fields, f"{key} wants {catalogue[key] - fields}"


def unlike(language: str) -> set[str]:
    """The keys that a language lacks, has alone, or says with other fields."""
    ours, theirs = texts.keys(), texts.keys(language)
    return {key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)}


def test_every_language_that_has_a_folder_says_every_sentence_with_its_fields() -> None:
    languages = [folder.name for folder in (ROOT / "locales").iterdir() if folder.is_dir()]
    assert "vi" in languages
    assert not set().union(*(unlike(language) for language in languages))


def test_whoever_has_a_language_without_a_catalogue_is_spoken_to_in_vietnamese() -> None:
    assert texts.say("leave.days", "en", first="A", last="B") == texts.say(
        "leave.days", first="A", last="B"
    )


def test_a_language_that_lacks_a_sentence_or_a_field_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "locales" / "vi", tmp_path / "vi")
    shutil.copytree(ROOT / "locales" / "vi", tmp_path / "km")
    monkeypatch.setattr(texts, "_FOLDER", tmp_path)
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
