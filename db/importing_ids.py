"""From codes to ids while an import writes: what was there, and what it has inserted."""

from __future__ import annotations

from db.transaction import Tx
from domain.sheet.work import Place


class Ids:
    """Ids by code; "" is None, so that a reference that is empty stays empty."""

    def __init__(self, tx: Tx) -> None:
        def by_code(table: str) -> dict[str, int]:
            return {row["code"]: row["id"] for row in tx.all(f"SELECT id, code FROM {table}")}

        self.units = by_code("units")
        self.people = by_code("people")
        self.documents = by_code("documents")
        self.assignments: dict[Place, int] = {
            (row["year"], row["code"], row["unit"]): row["id"]
            for row in tx.all(
                "SELECT a.id, a.year, a.code, u.code AS unit FROM assignments a"
                " JOIN units u ON u.id = a.unit_id"
            )
        }

    def unit(self, code: str) -> int | None:
        return self.units[code] if code else None

    def person(self, code: str) -> int | None:
        return self.people[code] if code else None

    def document(self, code: str) -> int | None:
        return self.documents[code] if code else None
