"""Plans the sheet of progress: which rows are new reports. Rows are added, never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.codes import normal_code
from domain.period import ON_DEMAND, days_of, following, is_closed, period_of
from domain.sheet.cells import Unread, figures
from domain.sheet.columns import PROGRESS
from domain.sheet.grid import Entry, Reading, Table
from domain.sheet.names import World
from domain.sheet.plan import Plan, Step, Values, assignment_key, day_shown, shown
from domain.sheet.words import speaks_of_blocker
from domain.sheet.work import Place

REPORTS_KEY: Final = "@progress"
LAST_REPORT: Final = "last"
"""Under which an export remembers the id of the latest report that it knew."""

_FIGURES = ("value", "percent", "estimate", "note", "source", "person")
Sign = tuple[object, ...]


@dataclass(slots=True)
class About:
    """What the progress sheet must know of an assignment."""

    kind: str
    reporting: str | None


def plan_progress(
    plan: Plan,
    reading: Reading,
    known: Mapping[Place, Collection[Sign]],
    about: Mapping[Place, About],
    world: World,
    today: date,
    frozen: Collection[str],
    unplaced: Collection[str] = (),
    since: Mapping[Place, Sequence[Values]] | None = None,
) -> None:
    """Plans a new report for each row that says something not kept yet.

    `known`: the signs (see `sign`) of every report of an assignment, also of those that were
    corrected since. `unplaced`: codes of assignments whose own row has a mistake in its unit;
    that is told there, and not again for each of their reports. `since`: what was reported after
    the export that this file was: of the same period and no earlier day, it stands.
    """
    units_of: dict[tuple[int, str], list[str]] = defaultdict(list)
    for year, code, unit in about:
        units_of[year, code].append(unit)
    seen = {
        place: {dateless for sign in signs for dateless in (sign, _undated(sign))}
        for place, signs in known.items()
    }
    counts = plan.count(PROGRESS)
    for table in reading.of(PROGRESS):
        if table.extra and table.entries:
            plan.notes.append(f"{table.sheet}: không lưu cột {', '.join(table.extra)}")
        for entry in table.entries:
            before = len(plan.mistakes)
            place = _place(plan, table, entry, units_of, world, unplaced)
            values = _values(plan, table, entry, about[place] if place else None, world, today)
            if len(plan.mistakes) > before or place is None:
                continue
            signs = seen.setdefault(place, set())
            dated = entry.values.get("as_of") is not None
            at = sign(values)
            moved = {**values, "period": _open(values["period"], frozen, about[place])}
            later = sign(moved)
            if at in signs or later in signs or (not dated and _undated(at) in signs):
                counts.unchanged += 1
                continue
            later_told = _told_later(moved, (since or {}).get(place, ()))
            if later_told is not None:
                counts.conflicts += 1
                plan.conflicts.append(
                    f"{table.sheet}, dòng {entry.row} ({entry.values['code']} của {place[2]}), "
                    f"kỳ {moved['period']}: đã báo {_in_words(later_told)} ngày "
                    f"{day_shown(later_told['as_of'])} sau khi xuất bảng; giữ nguyên, không ghi "
                    f"{_in_words(moved)}"
                )
                continue
            if moved["period"] != values["period"]:
                plan.notes.append(
                    f"{table.sheet}, dòng {entry.row}: kỳ {values['period']} đã chốt, "
                    f"số liệu tính vào kỳ {moved['period']}"
                )
            signs |= {at, later, _undated(at)}
            counts.new += 1
            plan.steps.append(Step(PROGRESS, None, assignment_key(*place), moved))


def _told_later(values: Values, told: Sequence[Values]) -> Values | None:
    """The last report of the same period that is of no earlier day."""
    later = [
        one for one in told if one["period"] == values["period"] and one["as_of"] >= values["as_of"]
    ]
    return later[-1] if later else None


def _in_words(values: Values) -> str:
    parts = [] if values["value"] is None else [figures(values["value"])]
    parts += [] if values["percent"] is None else [f"{figures(values['percent'])}%"]
    return ", ".join(parts) or shown(values["note"], "note")


def sign(values: Values) -> Sign:
    """What makes a report the same report."""
    return (values["period"], values["as_of"], *(_plain(values[name]) for name in _FIGURES))


def _undated(full: Sign) -> Sign:
    return ("undated", full[0], *full[2:])


def _plain(value: object) -> object:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return round(float(value), 9)
    return value or None


def _open(period: str, frozen: Collection[str], about: About) -> str:
    while is_closed(period, frozen):
        period = following(period, about.reporting)
    return period


def _place(
    plan: Plan,
    table: Table,
    entry: Entry,
    units_of: Mapping[tuple[int, str], list[str]],
    world: World,
    unplaced: Collection[str],
) -> Place | None:
    """Which assignment the row speaks of: its unit's, in the year of its period or day."""
    written = entry.values.get("code") or ""
    code = normal_code(written)
    if code is None:
        text = f'mã "{written}" phải có dạng CT12 hoặc NV7' if written else "chưa có mã"
        plan.wrong(table, entry, "code", text)
        return None
    try:
        unit = world.units.get(entry.values.get("unit") or "")
    except Unread as wrong:
        plan.wrong(table, entry, "unit", str(wrong))
        return None
    years = _years(entry)
    for year in years:
        there = units_of.get((year, code), [])
        if unit in there:
            return year, code, unit
        if not unit and len(there) == 1:
            return year, code, there[0]
    if not unit and any((year, code) in units_of for year in years):
        plan.wrong(table, entry, "unit", f"nhiều đơn vị có mã {code}; xin ghi đơn vị")
    elif not years:
        plan.wrong(table, entry, "as_of", "chưa có kỳ hoặc ngày")
    elif code not in unplaced:
        whose = f" của {unit}" if unit else ""
        plan.wrong(table, entry, "code", f"không có {written}{whose} năm {years[0]}")
    return None


def _years(entry: Entry) -> list[int]:
    """The years that a row may speak of, the likeliest first."""
    if said := entry.values.get("year"):
        return [said]
    period, day = entry.values.get("period") or "", entry.values.get("as_of")
    if period and not period.startswith("?"):
        return [int(period[:4]), int(period[:4]) - 1]
    return [int(day[:4]), int(day[:4]) - 1] if day else []


def _values(
    plan: Plan, table: Table, entry: Entry, about: About | None, world: World, today: date
) -> Values:
    """The report that the row holds."""
    row = entry.values
    kind = about.kind if about else "target"
    values: Values = {
        "value": row.get("value"),
        "percent": row.get("percent"),
        "estimate": bool(row.get("estimate")),
        "note": row.get("note") or "",
        "source": row.get("source") or "",
        "person": "",
        "basis": None,
    }
    try:
        values["person"] = world.person(row.get("person") or "")
    except Unread as wrong:
        plan.wrong(table, entry, "person", str(wrong))
    if values["value"] is None and values["percent"] is None and not values["note"]:
        plan.wrong(table, entry, "", "chưa có số liệu, phần trăm hoặc ghi chú")
    if kind == "task" and (values["percent"] or 0) > 100:
        plan.wrong(table, entry, "percent", "nhiệm vụ không thể quá 100%")
    if values["value"] is not None:
        values["basis"] = row.get("basis") or "cumulative"
    values["blocked"] = speaks_of_blocker(values["note"])
    _when(plan, table, entry, about, values, today)
    values["intent"] = _intent(kind, values)
    return values


def _intent(kind: str, values: Values) -> str:
    figure = values["value"] is not None or values["percent"] is not None
    if kind == "task" and values["percent"] == 100:
        return "done"
    if kind == "target" and figure and not values["estimate"] and _ends_year(values):
        return "done"
    if values["value"] is None and values["percent"] == 0:
        return "not_started"
    if values["blocked"] and values["value"] is None and values["percent"] is None:
        return "blocked"
    return "progress"


def _ends_year(values: Values) -> bool:
    """Whether the report is the final figure of a whole year: such a target is closed, or the
    year before would stand among what is overdue for ever."""
    period: str = values["period"]
    return len(period) == 4 and values["as_of"] >= f"{period}-12-31"


def _when(
    plan: Plan, table: Table, entry: Entry, about: About | None, values: Values, today: date
) -> None:
    """The day and the period: either tells the other where it is missing."""
    period, day = entry.values.get("period") or "", entry.values.get("as_of")
    values["period"], values["as_of"] = period, day or today.isoformat()
    if day and date.fromisoformat(day) > today:
        plan.wrong(table, entry, "as_of", f"ngày {day[8:]}/{day[5:7]}/{day[:4]} chưa đến")
        return
    if period.startswith("?"):
        year = entry.values.get("year") or int((day or today.isoformat())[:4])
        period = f"{year}{period[1:]}"
        try:
            days_of(period)
        except ValueError:
            plan.wrong(table, entry, "period", f"không có kỳ {period}")
            return
    if not period:
        reporting = about.reporting if about else None
        if about and reporting is None:
            reporting = "month" if about.kind == "target" else ON_DEMAND
        period = period_of(date.fromisoformat(day) if day else today, reporting)
    values["period"] = period
    if day is None:
        values["as_of"] = min(days_of(period)[1], today).isoformat()
