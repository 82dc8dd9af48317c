"""What an import would do: steps, counts and what to tell. Holds no rule of any one sheet."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from domain.sheet import words
from domain.sheet.grid import Bases, Entry, Mistake, Table

Values = dict[str, Any]
_ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(slots=True)
class Kept:
    """A row of the register in the terms of a sheet: references are codes, days ISO text.

    `key` names it across registers (see `unit_key` and its sisters); `label` is for people.
    `remembered` are digests of what the last import left in it.
    """

    id: int
    key: str
    label: str
    values: Values
    extra: dict[str, str] = field(default_factory=dict)
    open: bool = True  # whether --close-missing has something to close
    remembered: Mapping[str, str] = field(default_factory=dict)
    bare: bool = False  # nothing but posts refers to it: its code may still be changed
    cancelled: bool = False  # an assignment that was closed: a row of it does not open it again


@dataclass(slots=True)
class Step:
    """One row to insert (`id` None; `values` whole) or to change (`values`: what differs)."""

    kind: str
    id: int | None
    key: str
    values: Values
    extra: dict[str, str] | None = None
    remember: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Counts:
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    conflicts: int = 0
    refused: int = 0


@dataclass(slots=True)
class Gone:
    """A row of the register that the file does not name."""

    kind: str
    id: int
    label: str
    open: bool


@dataclass(slots=True)
class Plan:
    """Everything an import would do. With mistakes, nothing of it may be done."""

    steps: list[Step] = field(default_factory=list)
    counts: dict[str, Counts] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    assigned: list[str] = field(default_factory=list)
    cleared: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unread: set[tuple[str, int, str]] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        """A cell that could not be read is told of once: what follows from its emptiness, in
        itself or for the row as a whole, is not."""
        for one in self.mistakes:
            self.unread |= {(one.sheet, one.row, one.letter), (one.sheet, one.row, "")}

    def count(self, kind: str) -> Counts:
        return self.counts.setdefault(kind, Counts())

    def wrong(self, table: Table, entry: Entry, column: str, text: str) -> None:
        """Notes a mistake in a cell of the file."""
        mistake = table.mistake(entry.row, column, text)
        if (mistake.sheet, mistake.row, mistake.letter) not in self.unread:
            self.mistakes.append(mistake)


def day_shown(day: str) -> str:
    """An ISO day as an office writes it: 30/06/2021."""
    return f"{day[8:]}/{day[5:7]}/{day[:4]}"


def unit_key(code: str) -> str:
    return f"u|{code}"


def person_key(code: str) -> str:
    return f"p|{code}"


def document_key(code: str) -> str:
    return f"d|{code}"


def post_key(values: Values) -> str:
    parts = (values["code"], values["unit"], values["role"], values["title"])
    return "m|" + "|".join((*parts, values["valid_from"] or ""))


def assignment_key(year: int, code: str, unit: str) -> str:
    """`code` is canonical (CT1)."""
    return f"a|{year}|{code}|{unit}"


def digest(value: Any) -> str:
    """A short sign of a value, to see later whether it is still the same."""
    plain = json.dumps(_settled(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:12]


def digests(values: Values) -> dict[str, str]:
    """The digest of every field of a row."""
    return {name: digest(value) for name, value in values.items()}


def same(one: Any, other: Any) -> bool:
    """Whether two values of a cell say the same: the order of a list says nothing."""
    return bool(_settled(one) == _settled(other))


def _settled(value: Any) -> Any:
    if isinstance(value, list):
        return sorted(value)
    if isinstance(value, bool) or value is None:
        return value or None
    if isinstance(value, (int, float)):
        return round(float(value), 9)
    return value or None


def is_empty(value: Any) -> bool:
    return value is None or value == "" or value == [] or value == {}


def change(
    plan: Plan,
    kind: str,
    kept: Kept,
    values: Values,
    extra: dict[str, str],
    bases: Bases,
    columns: Mapping[str, tuple[str, str]],
) -> Step | None:
    """Compares a row of the file with the kept one and plans what follows.

    What differs from the register although the register differs from what the file started
    from was changed in the meantime: a conflict, left as it is.
    """
    base = bases.get(kept.key) or kept.remembered
    changed: Values = {}
    contested = []
    for name, new in values.items():
        old = kept.values.get(name)
        if same(old, new):
            continue
        heading = columns.get(name, ("", name))[1]
        if name in base and digest(old) != base[name]:
            contested.append(name)
            plan.conflicts.append(
                f"{kept.label}, {heading}: đã đổi thành {shown(old, name)} sau khi xuất bảng; "
                f"giữ nguyên, không ghi {shown(new, name)}"
            )
            continue
        changed[name] = new
        if is_empty(new):
            plan.cleared.append(f"{kept.label}, {heading}: đã xóa {shown(old, name)}")
    told = {heading: text for heading, text in extra.items() if kept.extra.get(heading, "") != text}
    counts = plan.count(kind)
    if contested:
        counts.conflicts += 1
    elif not changed and not told:
        counts.unchanged += 1
    remember = {
        name: base[name] if name in contested else digest(new) for name, new in values.items()
    }
    news = {name: sign for name, sign in remember.items() if kept.remembered.get(name) != sign}
    if not changed and not told:
        return None
    counts.changed += 1
    step = Step(kind, kept.id, kept.key, changed, _joined(kept.extra, told), news)
    plan.steps.append(step)
    return step


def insert(plan: Plan, kind: str, key: str, values: Values, extra: dict[str, str]) -> Step:
    """Plans a new row; `values` has every field."""
    plan.count(kind).new += 1
    filled = {heading: text for heading, text in extra.items() if text}
    step = Step(kind, None, key, values, filled, digests(values))
    plan.steps.append(step)
    return step


def _joined(kept: dict[str, str], told: dict[str, str]) -> dict[str, str] | None:
    if not told:
        return None
    return {heading: text for heading, text in {**kept, **told}.items() if text}


def shown(value: Any, name: str) -> str:
    """The value of a field in a sentence, as an office writes it."""
    if is_empty(value):
        return "(trống)"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, str) and value in words.BY_FIELD.get(name, ()):
        value = words.BY_FIELD[name][value][0]
    elif isinstance(value, str) and _ISO_DAY.fullmatch(value):
        value = day_shown(value)
    elif isinstance(value, list):
        value = "; ".join(value)
    elif isinstance(value, dict):
        value = "; ".join(f"{name}={number:g}" for name, number in value.items())
    elif isinstance(value, float):
        value = f"{value:g}".replace(".", ",")
    text = str(value)
    return f'"{text[:57]}…"' if len(text) > 60 else f'"{text}"'
