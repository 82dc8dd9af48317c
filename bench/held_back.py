"""How replies are understood that nobody looked at while the rules were written: bench/held."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from domain.reply.understanding import Understanding, understand

RIGHT, WRONG, ASKED, MISSED = "right", "wrongly recorded", "asked needlessly", "missed"
_FOLDER = Path(__file__).parent / "held"
# What must not be recorded unless it was said.
_SAID_ONLY = ("percent", "value", "date")


class Counts(NamedTuple):
    """Lines by outcome: all, those with a day asked for, those that must be asked about, and all
    of each pass by its name."""

    everything: Counter[str]
    dated: Counter[str]
    asking: Counter[str]
    passes: dict[str, Counter[str]]


def counted() -> Counts:
    """Reads every line."""
    counts = Counts(Counter(), Counter(), Counter(), {})
    for path in sorted(_FOLDER.glob("*.jsonl")):
        of_pass = counts.passes[path.stem] = Counter()
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            # No report at all is nothing to record, as what is asked about is.
            row["ask"] = row["ask"] or [i["intent"] for i in row["items"]] == ["other"]
            outcome = _outcome(row)
            of_pass[outcome] += 1
            counts.everything[outcome] += 1
            if row["ask"]:
                counts.asking[outcome] += 1
            elif any("date" in item for item in row["items"]):
                counts.dated[outcome] += 1
    return counts


def _outcome(row: dict[str, object]) -> str:
    found = understand(
        str(row["text"]),
        today=date.fromisoformat(str(row["today"])),
        due=date.fromisoformat(str(row["due"])) if row.get("due") else None,
        measure=str(row["measure"]) if row.get("measure") else None,
    )
    asks = not found.confident or [item.intent for item in found.items] == ["other"]
    if row["ask"]:
        return RIGHT if asks else WRONG
    if asks:
        return MISSED if found.confident else ASKED
    wanted = row["items"]
    assert isinstance(wanted, list)
    return RIGHT if _matches(found, wanted) else WRONG


def _matches(found: Understanding, wanted: list[dict[str, object]]) -> bool:
    said = found.as_json()["items"]
    assert isinstance(said, list)
    if len(said) != len(wanted):
        return False
    for item, fields in zip(said, wanted, strict=True):
        if any(not _same(item.get(name), value) for name, value in fields.items()):
            return False
        # A share of 100 % or of done of total goes without saying.
        implied = item["intent"] in ("done", "not_started") or item.get("total") is not None
        extra = [name for name in _SAID_ONLY if item.get(name) is not None and name not in fields]
        if [name for name in extra if not (name == "percent" and implied)]:
            return False
    return True


def _same(said: object, wanted: object) -> bool:
    if isinstance(wanted, (int, float)) and not isinstance(wanted, bool):
        return isinstance(said, (int, float)) and abs(said - wanted) < 0.01
    return said == wanted
