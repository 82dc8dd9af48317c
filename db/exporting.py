"""The register in the terms of a spreadsheet: references as codes, days as ISO text. No files."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from db.transaction import Row, Tx
from domain.parts import clean
from domain.period import days_of
from domain.sheet.plan import (
    Kept,
    Values,
    assignment_key,
    document_key,
    person_key,
    post_key,
    unit_key,
)
from domain.sheet.progress import Sign, sign
from domain.sheet.work import shown_place
from domain.sheet.writing import (
    Out,
    Value,
    memory,
    write_assignments,
    write_documents,
    write_people,
    write_progress,
    write_units,
)

# Digests of what the last import left in a row are facts under this name and the row's subject.
REMEMBERED = "sheet:"


def book(tx: Tx, today: date) -> tuple[list[Out], list[list[Value]]]:
    """The five sheets, and what the export remembers of them (a hidden sheet)."""
    all_units, all_people, all_posts = units(tx, today), people(tx), posts(tx, today)
    all_documents, all_assignments = documents(tx), assignments(tx)
    sheets = [
        write_units(all_units),
        write_people(all_people, all_posts),
        write_documents(all_documents),
        write_assignments(all_assignments, all_units),
        write_progress(progress(tx)),
    ]
    kept = [*all_units, *all_people, *all_posts, *all_documents, *all_assignments]
    return sheets, memory(kept, tx.value("SELECT coalesce(max(id), 0) FROM progress"))


def units(tx: Tx, today: date) -> list[Kept]:
    """Every unit, in the office's order."""
    rows = tx.all(
        "SELECT u.*, p.code AS parent, u.parent_id IS NULL"
        "  AND NOT EXISTS (SELECT 1 FROM units c WHERE c.parent_id = u.id)"
        "  AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.unit_id = u.id)"
        "  AND NOT EXISTS (SELECT 1 FROM assignment_units i WHERE i.unit_id = u.id) AS bare"
        " FROM units u LEFT JOIN units p ON p.id = u.parent_id ORDER BY u.place, u.id"
    )
    return [
        Kept(
            row["id"],
            unit_key(row["code"]),
            f"đơn vị {row['code']}",
            {
                "code": row["code"],
                "name": _line(row["name"]),
                "kind": _line(row["kind"]),
                "parent": row["parent"] or "",
                "valid_from": row["valid_from"],
                "valid_to": row["valid_to"],
            },
            json.loads(row["extra"]),
            row["valid_to"] is None or row["valid_to"] > today.isoformat(),
            bare=bool(row["bare"]),
        )
        for row in rows
    ]


def people(tx: Tx) -> list[Kept]:
    """Every person. `open` is False once their data were erased."""
    return [
        Kept(
            row["id"],
            person_key(row["code"]),
            f"{row['full_name']} ({row['code']})",
            {
                "code": row["code"],
                "full_name": _line(row["full_name"]),
                "phone": _line(row["phone"] or ""),
                "language": row["language"],
            },
            open=row["erased_at"] is None,
        )
        for row in tx.all("SELECT * FROM people ORDER BY id")
    ]


def posts(tx: Tx, today: date) -> list[Kept]:
    """Every post, those of one person together."""
    found = []
    for row in tx.all(
        "SELECT m.*, p.code, p.full_name, u.code AS unit, s.code AS substitute FROM memberships m"
        " JOIN people p ON p.id = m.person_id JOIN units u ON u.id = m.unit_id"
        " LEFT JOIN people s ON s.id = m.substitute_id ORDER BY m.person_id, m.id"
    ):
        values = {
            "code": row["code"],
            "title": _line(row["title"]),
            "unit": row["unit"],
            "role": row["role"],
            "valid_from": row["valid_from"],
            "valid_to": row["valid_to"],
            "substitute": row["substitute"] or "",
        }
        label = f"{row['full_name']} ({row['code']}) ở {row['unit']}"
        running = row["valid_to"] is None or row["valid_to"] > today.isoformat()
        extra = json.loads(row["extra"])
        found.append(Kept(row["id"], post_key(values), label, values, extra, running))
    return found


def documents(tx: Tx) -> list[Kept]:
    """Every document."""
    rows = tx.all(
        "SELECT d.*, p.code AS parent FROM documents d"
        " LEFT JOIN documents p ON p.id = d.parent_id ORDER BY d.id"
    )
    return [
        Kept(
            row["id"],
            document_key(row["code"]),
            f"văn bản {row['code']}",
            {
                "code": row["code"],
                "number": _line(row["number"]),
                "kind": _line(row["kind"]),
                "abstract": _text(row["abstract"]),
                "issuer": _line(row["issuer"]),
                "issued_on": row["issued_on"],
                "parent": row["parent"] or "",
            },
            json.loads(row["extra"]),
        )
        for row in rows
    ]


def assignments(tx: Tx) -> list[Kept]:
    """Every assignment, children after their roll-up."""
    involved = _involved(tx)
    found = []
    for row in tx.all(
        "SELECT a.*, u.code AS unit, d.code AS document, p.code AS parent_code,"
        " pu.code AS parent_unit FROM assignments a JOIN units u ON u.id = a.unit_id"
        " LEFT JOIN documents d ON d.id = a.document_id"
        " LEFT JOIN assignments p ON p.id = a.parent_id LEFT JOIN units pu ON pu.id = p.unit_id"
        " ORDER BY a.id"
    ):
        mine = involved[row["id"]]
        parent = row["parent_code"]
        values = {
            "code": row["shown_code"],
            "kind": row["kind"],
            "title": _text(row["title"]),
            "year": row["year"],
            "document": row["document"] or "",
            "field": _line(row["field"]),
            "unit": row["unit"],
            "doers": mine["doer"],
            "overseers": mine["overseer"],
            "coordinating": mine["coordinating"],
            "monitoring": mine["monitoring"] + mine["monitor"],
            "parent": shown_place(parent, row["parent_unit"]) if parent else "",
            "measure": _line(row["measure"] or ""),
            "last_year": row["last_year"],
            "plan": row["plan"],
            "plans": dict(mine["plans"]),
            "direction": row["direction"],
            "aggregate": row["aggregate"],
            "weight": row["weight"],
            "due_on": row["due_on"],
            "reporting": row["reporting"],
            "priority": row["priority"],
            "product": _line(row["product"]),
            "tags": [tag for tag in row["tags"].split("; ") if tag],
            "discreet": bool(row["discreet"]),
        }
        found.append(
            Kept(
                row["id"],
                assignment_key(row["year"], row["code"], row["unit"]),
                f"{row['shown_code']} ({row['unit']}, {row['year']})",
                values,
                json.loads(row["extra"]),
                row["state"] in ("open", "awaiting", "suspended"),
                cancelled=row["state"] == "cancelled",
            )
        )
    return found


def _involved(tx: Tx) -> defaultdict[int, defaultdict[str, list[Any]]]:
    """Assignment → part → those who have it, and the plans by period."""
    found: defaultdict[int, defaultdict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for row in tx.all(
        "SELECT i.assignment_id, i.part, coalesce(p.code, i.title) AS who"
        " FROM assignment_people i LEFT JOIN people p ON p.id = i.person_id ORDER BY i.rowid"
    ):
        found[row["assignment_id"]][row["part"]].append(row["who"])
    for row in tx.all(
        "SELECT i.assignment_id, i.part, u.code AS who FROM assignment_units i"
        " JOIN units u ON u.id = i.unit_id ORDER BY u.place, u.id"
    ):
        found[row["assignment_id"]][row["part"]].append(row["who"])
    plans = tx.all("SELECT assignment_id, period, plan FROM plans")
    for row in sorted(plans, key=lambda one: (days_of(one["period"])[1], one["period"])):
        found[row["assignment_id"]]["plans"].append((row["period"], row["plan"]))
    return found


def progress(tx: Tx) -> list[dict[str, Any]]:
    """Every report that stands, oldest first, as rows of the sheet."""
    rows = tx.all(
        "SELECT g.*, a.year, a.shown_code, u.code AS unit, p.code AS person FROM progress g"
        " JOIN assignments a ON a.id = g.assignment_id JOIN units u ON u.id = a.unit_id"
        " LEFT JOIN people p ON p.id = g.person_id"
        " WHERE g.superseded_by IS NULL AND g.withdrawn = 0 ORDER BY g.reported_at, g.id"
    )
    return [
        {"code": row["shown_code"], "unit": row["unit"], "year": row["year"], **_report(row)}
        for row in rows
    ]


def signs(tx: Tx, codes: Collection[str]) -> dict[tuple[int, str, str], set[Sign]]:
    """The signs of every report of these codes, also of those that were corrected since."""
    found: defaultdict[tuple[int, str, str], set[Sign]] = defaultdict(set)
    for row in tx.all(
        "SELECT g.*, a.year, a.code, u.code AS unit, p.code AS person FROM progress g"
        " JOIN assignments a ON a.id = g.assignment_id JOIN units u ON u.id = a.unit_id"
        " LEFT JOIN people p ON p.id = g.person_id"
        " WHERE a.code IN (SELECT value FROM json_each(:codes))",
        codes=json.dumps(sorted(codes)),
    ):
        found[row["year"], row["code"], row["unit"]].add(sign(_report(row)))
    return found


def told_since(
    tx: Tx, codes: Collection[str], last_report: int
) -> dict[tuple[int, str, str], list[Values]]:
    """What chat and office have reported on these codes after that report, and stands."""
    found: defaultdict[tuple[int, str, str], list[Values]] = defaultdict(list)
    for row in tx.all(
        "SELECT g.*, a.year, a.code, u.code AS unit, p.code AS person FROM progress g"
        " JOIN assignments a ON a.id = g.assignment_id JOIN units u ON u.id = a.unit_id"
        " LEFT JOIN people p ON p.id = g.person_id"
        " WHERE g.id > :last AND g.origin <> 'import' AND g.superseded_by IS NULL"
        " AND g.withdrawn = 0 AND a.code IN (SELECT value FROM json_each(:codes))",
        last=last_report,
        codes=json.dumps(sorted(codes)),
    ):
        found[row["year"], row["code"], row["unit"]].append(_report(row))
    return found


def _report(row: Row) -> dict[str, Any]:
    return {
        "period": row["period"],
        "value": row["value"],
        "percent": row["percent"],
        "estimate": bool(row["estimate"]),
        "note": _text(row["note"]),
        "source": _line(row["source"]),
        "person": row["person"] or "",
        "as_of": row["as_of"],
        "basis": row["basis"],
    }


def remembered(tx: Tx) -> dict[str, dict[str, str]]:
    """Subject ("a:12") → field → digest, as the last import left it."""
    rows = tx.all(
        "SELECT substr(name, :after) AS subject, value FROM facts"
        " WHERE name >= :first AND name < :last",
        after=len(REMEMBERED) + 1,
        first=REMEMBERED,
        last=REMEMBERED[:-1] + chr(ord(REMEMBERED[-1]) + 1),
    )
    return {row["subject"]: json.loads(row["value"]) for row in rows}


def _text(text: str) -> str:
    return clean(text).strip()


def _line(text: str) -> str:
    return " ".join(_text(text).split())
