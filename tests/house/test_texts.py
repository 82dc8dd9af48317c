"""The catalogue holds every sentence that the program says, and none that it does not."""

import ast
from pathlib import Path

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
