"""Every sentence the bot says, looked up by key in locales/<language>/*.po. No conditions."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from babel.messages.pofile import read_po

from domain.message import Span, Text

_FOLDER = Path(__file__).parent.parent / "locales"
_ADDRESS = re.compile(r"đồng chí", re.IGNORECASE)

Part = tuple[str, str | None, str]
"""(words before, name of the field or None, what becomes of it: "" as it is, "b" in bold, or
"(" inside brackets, where its own go; "day|days": which of the two words is said with that
number)."""
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)")


def say(key: str, language: str = "vi", address: str = "đồng chí", **fields: Any) -> Text:
    """The sentence `key` with its fields put in. `{name:b}` stands in bold; `{count:day|days}` is
    the first word beside 1 and the second beside any other number.

    A field may be a Text (its spans are kept), a string or a number that is already in words.
    `address` replaces "đồng chí" where the committee uses another form. A language without a
    catalogue is spoken in Vietnamese. Raises KeyError for an
    unknown key or a missing field: both are caught by a test over the whole program.
    """
    if not fields:
        return _as_it_stands(key, language, address)
    plain = ""
    spans: tuple[Span, ...] = ()
    for words, name, form in _spoken(language, address)[key]:
        plain += words
        if name is None:
            continue
        value = fields[name]
        said = value.plain if isinstance(value, Text) else str(value)
        if form == "(" and "(" in said:
            said = _IN_BRACKETS.sub(r", \1", said)  # "40% (kế hoạch 90%)": "40%, kế hoạch 90%"
        elif form == "b":
            spans += ((len(plain), len(said), "bold"),) if said else ()
        elif form not in ("", "("):
            one, _, many = form.partition("|")
            said = one if said == "1" else many
        elif isinstance(value, Text) and value.spans:
            spans += value.spans_from(len(plain))
        plain += said
    return Text(plain, spans)


@cache
def _as_it_stands(key: str, language: str, address: str) -> Text:
    """A sentence without fields. Raises KeyError when it has any."""
    parts = _spoken(language, address)[key]
    if names := [name for _, name, _ in parts if name is not None]:
        raise KeyError(names[0])
    return Text("".join(words for words, _, _ in parts))


def _spoken(language: str, address: str) -> dict[str, tuple[Part, ...]]:
    return _sentences(language, address) or _sentences("vi", address)


@cache
def languages() -> tuple[str, ...]:
    """The codes of all that have a catalogue, Vietnamese first."""
    found = sorted(folder.name for folder in _FOLDER.iterdir() if folder.is_dir())
    return ("vi", *(code for code in found if code != "vi"))


def keys(language: str = "vi", *, counted: bool = False) -> dict[str, frozenset[str]]:
    """Every key of a language with the names of its fields; with `counted` those too by which
    only a word is chosen."""
    return {
        key: frozenset(
            name for _, name, form in parts if name is not None and (counted or "|" not in form)
        )
        for key, parts in _sentences(language, "đồng chí").items()
    }


@cache
def _sentences(language: str, address: str) -> dict[str, tuple[Part, ...]]:
    found: dict[str, tuple[Part, ...]] = {}
    for path in sorted((_FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                if isinstance(message.id, str) and message.id and isinstance(message.string, str):
                    if message.id in found:
                        raise ValueError(f"{message.id} stands twice in locales/{language}")
                    found[message.id] = _parts(_addressed(message.string, address))
    return found


def _parts(template: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    depth = 0
    for words, name, form, _ in Formatter().parse(template):
        depth += words.count("(") - words.count(")")
        parts.append((words, name, form or ("(" if depth > 0 else "")))
    return tuple(parts)


def _addressed(template: str, address: str) -> str:
    def put(found: re.Match[str]) -> str:
        return address[0].upper() + address[1:] if found.group()[0] == "Đ" else address

    return template if address == "đồng chí" else _ADDRESS.sub(put, template)
