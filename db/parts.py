"""My open work, divided by field and by document. Reads rows only."""

from __future__ import annotations

from dataclasses import dataclass

from db.assignments import URGENT, WORK, work_of
from db.lists import MINE, Seat
from db.transaction import Tx
from domain.progress import Work

FIELD, DOCUMENT = "field", "document"


@dataclass(frozen=True, slots=True)
class Part:
    """The open work of one field or document. `key` is the field's name or the document's id as
    text; `code`, `number`, `kind_of` and `abstract` are the document's."""

    by: str  # FIELD, DOCUMENT
    key: str
    count: int
    code: str = ""
    number: str = ""
    kind_of: str = ""
    abstract: str = ""


def parts_of(tx: Tx, seat: Seat) -> list[Part]:
    """Fields first, then documents, each in order; what has neither is in no part."""
    fields = tx.all(
        "SELECT a.field AS key, count(*) AS count FROM assignments a WHERE"
        + MINE
        + " AND a.field <> '' GROUP BY a.field ORDER BY a.field",
        **seat.named(),
    )
    documents = tx.all(
        "SELECT d.id, d.code, d.number, d.kind, d.abstract, count(*) AS count"
        " FROM assignments a JOIN documents d ON d.id = a.document_id WHERE"
        + MINE
        + " GROUP BY d.id ORDER BY d.code",
        **seat.named(),
    )
    return [Part(FIELD, row["key"], row["count"]) for row in fields] + [
        Part(
            DOCUMENT,
            str(row["id"]),
            row["count"],
            row["code"],
            row["number"],
            row["kind"],
            row["abstract"],
        )
        for row in documents
    ]


def work_in(tx: Tx, seat: Seat, part: Part, limit: int, offset: int = 0) -> list[Work]:
    """Open work of a seat in one part, most urgent first."""
    column = "a.field = :key" if part.by == FIELD else "a.document_id = CAST(:key AS INTEGER)"
    rows = tx.all(
        WORK + " WHERE" + MINE + f" AND {column}" + URGENT + " LIMIT :limit OFFSET :offset",
        **seat.named(),
        key=part.key,
        limit=limit,
        offset=offset,
    )
    return [work_of(row) for row in rows]
