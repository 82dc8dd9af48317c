"""Where a table's headings stand in a grid, and which rows head a group. Reads no values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from domain.fold import fold
from domain.sheet.cells import Unread, line
from domain.sheet.columns import BY_KIND, HEADINGS, IGNORED, heading_key
from domain.sheet.grid import Bad, Cell, Grid, Mistake, letter
from domain.sheet.words import FIELDS

_SEARCHED: Final = 60  # rows among which the headings are looked for
_DEEPEST: Final = 3  # rows that a merged heading may take
_BARE_NUMBER: Final = re.compile(r"(?:[IVXLC]+|[A-Za-zĐđ]|\d{1,3}(?:\.\d{1,3}){0,3})\s*[.)\-:/]?")
_NUMBERED: Final = re.compile(
    r"(?P<number>[IVXLC]+|[A-ZĐ]|[a-zđ]|\d{1,3}(?:\.\d{1,3}){0,3})\s*[.)\-:/]\s*(?P<rest>\S.*)"
)
_COUNTED: Final = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?")


@dataclass(slots=True)
class Layout:
    """`columns`: field → index; `after` is the last line of the headings."""

    after: int
    columns: dict[str, int]
    headings: dict[int, str]
    extra: dict[int, str] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


def find(grid: Grid, kind: str) -> Layout | None:
    """The headings of a table of this kind; None where there are none.

    Of several readings that know as many columns the one of fewest lines is taken: a title above
    the headings is none of them.
    """
    rows = dict(grid.rows)
    filled = _merged(grid)
    best: tuple[int, dict[int, str], list[int]] | None = None
    for first in [line_no for line_no, _ in grid.rows[:_SEARCHED]]:
        for depth in range(1, _DEEPEST + 1):
            lines = [number for number in range(first, first + depth) if number in rows]
            if len(lines) < depth:
                break
            named = _named(kind, rows, filled, lines)
            score = len({HEADINGS[kind][key] for key in named.values()})
            if best is None or (score, -len(lines)) > (best[0], -len(best[2])):
                best = (score, named, lines)
    needed = min(2, len(BY_KIND[kind].needed) + 1)
    if best is None or best[0] < needed:
        return None
    for lines in _reaching(grid, rows, best[1], best[2]):
        named = _named(kind, rows, filled, lines)
        if len(named) >= len(best[1]):
            best = (best[0], named, lines)
    return _layout(grid, kind, filled, rows, best[1], best[2])


def _reaching(
    grid: Grid, rows: dict[int, tuple[Cell, ...]], named: dict[int, str], lines: list[int]
) -> Iterator[list[int]]:
    """The lines of a heading with those beside them that belong to it: what a merged cell of it
    reaches into, and above that what heads several columns of other names."""
    while len(lines) < _DEEPEST:
        above, below = lines[0] - 1, lines[-1] + 1
        if below in rows and _joined(grid, lines[-1]):
            lines = [*lines, below]
        elif above in rows and (_joined(grid, above) or _heads_others(grid, rows, named, above)):
            lines = [above, *lines]
        else:
            return
        yield lines


def _joined(grid: Grid, line_no: int) -> bool:
    """Whether a merged cell stands both in this line and in the next."""
    return any(top <= line_no < bottom for top, _, bottom, _ in grid.merges)


def _heads_others(
    grid: Grid, rows: dict[int, tuple[Cell, ...]], named: dict[int, str], line_no: int
) -> bool:
    """Whether a line only holds cells that are merged over several columns, none of a known
    heading. A title stands over known ones."""
    over = {left: right for top, left, _, right in grid.merges if top == line_no and left < right}
    filled = [place for place, cell in enumerate(rows[line_no]) if cell is not None]
    return all(
        place in over and named.keys().isdisjoint(range(place, over[place] + 1)) for place in filled
    )


def _merged(grid: Grid) -> dict[tuple[int, int], Cell]:
    """What stands in cells that a merged one covers."""
    rows = dict(grid.rows)
    filled: dict[tuple[int, int], Cell] = {}
    for top, left, bottom, right in grid.merges:
        row = rows.get(top, ())
        value = row[left] if left < len(row) else None
        if value is None:
            continue
        for number in range(top, min(bottom, top + _SEARCHED) + 1):
            for column in range(left, min(right, left + 200) + 1):
                filled[number, column] = value
    return filled


def _parts(
    rows: dict[int, tuple[Cell, ...]],
    filled: dict[tuple[int, int], Cell],
    lines: list[int],
    column: int,
) -> list[tuple[int, str]]:
    """The different texts of a column in the lines of a heading, from above."""
    parts: list[tuple[int, str]] = []
    for number in lines:
        row = rows[number]
        cell = row[column] if column < len(row) else None
        cell = filled.get((number, column)) if cell is None else cell
        try:
            text = "" if isinstance(cell, Bad) else line(cell)
        except Unread:
            text = ""
        if text and (not parts or parts[-1][1] != text):
            parts.append((number, text))
    return parts


def _named(
    kind: str,
    rows: dict[int, tuple[Cell, ...]],
    filled: dict[tuple[int, int], Cell],
    lines: list[int],
) -> dict[int, str]:
    """Column → the known heading that stands over it."""
    known = HEADINGS[kind]
    named = {}
    for column in range(max(len(rows[number]) for number in lines)):
        parts = _parts(rows, filled, lines, column)
        if not parts:
            continue
        options = [" ".join(text for _, text in parts)]
        if parts[-1][0] == lines[-1]:
            options.append(parts[-1][1])
        for option in options:
            if len(option) < 80 and heading_key(option) in known:
                named[column] = heading_key(option)
                break
    return named


def _layout(
    grid: Grid,
    kind: str,
    filled: dict[tuple[int, int], Cell],
    rows: dict[int, tuple[Cell, ...]],
    named: dict[int, str],
    lines: list[int],
) -> Layout:
    layout = Layout(after=lines[-1], columns={}, headings={})
    main = {column.field: heading_key(column.heading) for column in BY_KIND[kind].columns}
    for column in range(max(len(rows[number]) for number in lines)):
        shown = " ".join(text for _, text in _parts(rows, filled, lines, column))
        if not shown or heading_key(shown) in IGNORED:
            continue
        layout.headings[column] = shown
        key = named.get(column)
        if key is None:
            layout.extra[column] = shown
            continue
        name = HEADINGS[kind][key]
        before = layout.columns.get(name)
        if before is None:
            layout.columns[name] = column
        elif named[before] == main[name] != key:
            layout.extra[column] = shown
        elif key == main[name] != named[before]:
            layout.extra[before] = layout.headings[before]
            layout.columns[name] = column
        else:
            text = f"trùng với cột {letter(before)} ({layout.headings[before]})"
            layout.mistakes.append(Mistake(grid.name, lines[-1], letter(column), shown, text))
    doubles: dict[str, int] = {}
    for column, shown in layout.extra.items():
        doubles[shown] = doubles.get(shown, 0) + 1
        if doubles[shown] > 1:
            layout.extra[column] = f"{shown} ({doubles[shown]})"
    return layout


def counts_columns(cells: tuple[Cell, ...]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3), or A B 1 2."""
    shown = [_short(cell) for cell in cells if cell is not None]
    return (
        len(shown) >= 3
        and len(set(shown)) == len(shown)
        and all(_COUNTED.fullmatch(text) for text in shown)
    )


def _short(cell: Cell) -> str:
    try:
        return line(cell)
    except Unread:
        return ""


def group_label(
    cells: tuple[Cell, ...], layout: Layout, needed: tuple[str, ...], wide: bool
) -> tuple[str, str] | None:
    """(number, words) of a row that heads a group or sums it up; None for a row of the table.

    `wide`: the row's first cell is merged over several columns.
    """
    shown = [(place, text) for place, cell in enumerate(cells) if (text := _short(cell))]
    needed_at = [layout.columns[name] for name in needed if name in layout.columns]
    if not shown or len(shown) > 2 or all(at in [place for place, _ in shown] for at in needed_at):
        return None
    place, text = shown[0]
    if len(shown) == 2:
        if _BARE_NUMBER.fullmatch(text) and shown[1][0] != layout.columns.get("unit"):
            return text.rstrip(" .)-:/"), shown[1][1]
        return ("", "") if is_total(text) else None
    if found := _NUMBERED.fullmatch(text):
        return found["number"], found["rest"]
    alone = layout.columns.get("title") != place or " " not in text
    if wide or text.isupper() or field_named(text) or is_total(text):
        return "", text
    # A remark or a name below the table, in a column that would hold a code.
    return ("", text) if place == 0 and alone and " " in text else None


def is_total(text: str) -> bool:
    """Whether a row says that it adds up the others, or stands below the table."""
    return fold(text).startswith(("tong cong", "tong so", "cong:", "ghi chu", "nguoi lap", "t/m"))


def field_named(text: str) -> str | None:
    """The field (lĩnh vực) that the words of a group name, as we write it."""
    words = fold(text)
    return next((name for sign, name in FIELDS if sign in words), None)


_DOCUMENT: Final = re.compile(
    r"\b(?:nghi quyet|chuong trinh|chi thi|ke hoach|ket luan|thong bao|quyet dinh|cong van|"
    r"de an|so \d+|\d+-?(?:nq|ctr|ct|kh|kl|tb|qd)\b)"
)


def field_of_group(number: str, words: str, before: str | None) -> str | None:
    """The field for the rows below a group's heading; `before` is what held so far.

    A known field counts at any depth; other words only at the first (I, II, A), and not when
    they name a document.
    """
    if _DOCUMENT.search(fold(words)):
        return None
    if known := field_named(words):
        return known
    if not re.fullmatch(r"[IVXLC]+|[A-ZĐ]", number):
        return before
    return re.sub(r"\s*\([^)]*\)$", "", re.sub(r"(?i)^lĩnh vực:?\s+", "", words)).strip() or before
