"""Over which units a digest counts, as a condition on assignments. Counts nothing."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.transaction import Tx


@dataclass(frozen=True, slots=True)
class Scope:
    """The units over which a digest counts. `leaves`: where a target is given to several units
    of the scope, theirs count and the parent does not, so that nothing is counted twice."""

    everything: bool = False
    units: str = "[]"  # ids, as JSON
    leaves: bool = True

    @classmethod
    def of(cls, tx: Tx, tops: Collection[int], own: Collection[int]) -> Scope:
        """Whole branches below `tops`, and the units of `own` alone."""
        below = tx.connection.execute(
            "WITH RECURSIVE below(id) AS (SELECT value FROM json_each(:tops)"
            " UNION SELECT u.id FROM units u JOIN below ON u.parent_id = below.id)"
            " SELECT id FROM below",
            {"tops": json.dumps(list(tops))},
        )
        units = {row[0] for row in below} | set(own)
        return cls(units=json.dumps(sorted(units)), leaves=bool(tops))

    @property
    def sql(self) -> str:
        """The condition on assignments `a`; wants the parameters of `named`."""
        conditions = [
            "a.state <> 'cancelled'",
            "(a.year = :year OR a.state IN ('open', 'awaiting', 'suspended'))",
        ]
        if not self.everything:
            conditions.append("a.unit_id IN (SELECT value FROM json_each(:units))")
        if self.leaves:
            inside = (
                "" if self.everything else " AND c.unit_id IN (SELECT value FROM json_each(:units))"
            )
            conditions.append(
                "a.id NOT IN (SELECT c.parent_id FROM assignments c WHERE c.parent_id IS NOT NULL"
                f" AND c.state <> 'cancelled'{inside})"
            )
        return " AND ".join(conditions)

    def named(self, today: date) -> dict[str, Any]:
        """The parameters that `sql` wants."""
        return {"units": self.units, "year": today.year, "today": today.isoformat()}
