"""People, the posts they hold, and where a unit stands to those posts. No chats."""

from __future__ import annotations

from datetime import date, datetime

from db import leaves
from db.transaction import Row, Tx
from domain.instants import stamp
from domain.person import RIGHTS, Membership, Person, narrowest


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _membership(row: Row) -> Membership:
    return Membership(
        id=row["id"],
        person_id=row["person_id"],
        unit_id=row["unit_id"],
        title=row["title"],
        role=row["role"],
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        substitute_id=row["substitute_id"],
    )


def get(tx: Tx, person_id: int, today: date) -> Person | None:
    """One person with the posts in force today."""
    row = tx.one(
        "SELECT id, code, full_name, state, language FROM people WHERE id = :id", id=person_id
    )
    if row is None:
        return None
    return Person(
        id=row["id"],
        code=row["code"],
        full_name=row["full_name"],
        state=row["state"],
        language=row["language"],
        posts=_posts(tx, person_id, today),
        for_others=tuple(
            post
            for other in leaves.stood_in_for(tx, person_id, today)
            for post in _posts(tx, other, today)
        ),
    )


def _posts(tx: Tx, person_id: int, today: date) -> tuple[Membership, ...]:
    rows = tx.all(
        "SELECT * FROM memberships WHERE person_id = :id AND coalesce(valid_from, '') <= :today"
        " AND coalesce(valid_to, '9999') >= :today ORDER BY id",
        id=person_id,
        today=today.isoformat(),
    )
    return tuple(_membership(row) for row in rows)


def by_code(tx: Tx, code: str, today: date) -> Person | None:
    """The person that the office calls `code`."""
    found = tx.value("SELECT id FROM people WHERE code = :code", code=code)
    return None if found is None else get(tx, found, today)


def known_code(tx: Tx, typed: str) -> str:
    """The code of a person that was typed in whatever case; as typed when nobody or two fit."""
    rows = tx.all("SELECT code FROM people WHERE upper(code) = upper(:code)", code=typed)
    codes = [row["code"] for row in rows]
    return codes[0] if len(codes) == 1 else typed


def of_unit(
    tx: Tx, unit_id: int, today: date, roles: tuple[str, ...] = ("lead", "reporter")
) -> list[Person]:
    """Those who hold one of `roles` in exactly this unit today and have not left."""
    rows = tx.all(
        "SELECT DISTINCT m.person_id FROM memberships m JOIN people p ON p.id = m.person_id"
        " WHERE m.unit_id = :unit AND p.state <> 'left'"
        " AND m.role IN (SELECT value FROM json_each(:roles))"
        " AND coalesce(m.valid_from, '') <= :today AND coalesce(m.valid_to, '9999') >= :today"
        " ORDER BY m.person_id",
        unit=unit_id,
        roles="[" + ",".join(f'"{role}"' for role in roles) + "]",
        today=today.isoformat(),
    )
    return [person for row in rows if (person := get(tx, row[0], today))]


def with_role(tx: Tx, role: str, today: date) -> list[Person]:
    """Everyone who holds this role anywhere today and has not left."""
    rows = tx.all(
        "SELECT DISTINCT m.person_id FROM memberships m JOIN people p ON p.id = m.person_id"
        " WHERE m.role = :role AND p.state <> 'left'"
        " AND coalesce(m.valid_from, '') <= :today AND coalesce(m.valid_to, '9999') >= :today"
        " ORDER BY m.person_id",
        role=role,
        today=today.isoformat(),
    )
    return [person for row in rows if (person := get(tx, row[0], today))]


def not_joined(tx: Tx, unit_code: str | None, today: date) -> list[str]:
    """The codes of people who have not joined yet, of one unit or of all, in order."""
    rows = tx.all(
        "SELECT DISTINCT p.code FROM people p JOIN memberships m ON m.person_id = p.id"
        " JOIN units u ON u.id = m.unit_id WHERE p.state = 'invited'"
        " AND (:unit IS NULL OR u.code = :unit)"
        " AND coalesce(m.valid_to, '9999') >= :today ORDER BY p.code",
        unit=unit_code,
        today=today.isoformat(),
    )
    return [row["code"] for row in rows]


def full_name(tx: Tx, person_id: int) -> str:
    """How a person is called in lists; "" when there is none."""
    return str(tx.value("SELECT full_name FROM people WHERE id = :id", id=person_id) or "")


def language_of(tx: Tx, person_id: int) -> str:
    """In which language somebody is spoken to."""
    return str(tx.value("SELECT language FROM people WHERE id = :id", id=person_id) or "vi")


def speaks(tx: Tx, person_id: int, language: str) -> None:
    """From now on they are spoken to in this language."""
    tx.run("UPDATE people SET language = :language WHERE id = :id", language=language, id=person_id)


def consented(tx: Tx, person_id: int, version: str, now: datetime) -> None:
    """They agreed to what is stored, in the words of `version`; from now on they take part."""
    tx.run(
        "UPDATE people SET state = 'joined', consent_version = :version, consented_at = :now,"
        " joined_at = coalesce(joined_at, :now) WHERE id = :id AND state <> 'left'",
        id=person_id,
        version=version,
        now=stamp(now),
    )


def declined(tx: Tx, person_id: int) -> None:
    """They did not agree: nothing is sent to them and the office reports for them."""
    tx.run("UPDATE people SET state = 'declined' WHERE id = :id AND state <> 'left'", id=person_id)


def place_of(tx: Tx, post: Membership, unit_id: int, assignment_id: int | None = None) -> str:
    """Where a unit stands to a post: own, below, involved or elsewhere."""
    if unit_id == post.unit_id:
        return "own"
    below = tx.value(
        "WITH RECURSIVE up(id, parent_id) AS (SELECT id, parent_id FROM units WHERE id = :unit"
        " UNION SELECT u.id, u.parent_id FROM units u JOIN up ON u.id = up.parent_id)"
        " SELECT 1 FROM up WHERE id = :top",
        unit=unit_id,
        top=post.unit_id,
    )
    if below:
        return "below"
    involved = assignment_id is not None and tx.value(
        "SELECT 1 FROM assignment_units WHERE assignment_id = :assignment AND unit_id = :unit",
        assignment=assignment_id,
        unit=post.unit_id,
    )
    return "involved" if involved else "elsewhere"


def may(
    tx: Tx,
    person: Person,
    right: str,
    unit_id: int,
    assignment_id: int | None = None,
    *,
    for_others: bool = False,
) -> Membership | None:
    """The narrowest post through which the person has `right` over the unit; None is a refusal.

    `for_others`: where no post of their own suffices, that of somebody on leave may.
    """
    sufficing = [
        post
        for post in person.posts
        if right in RIGHTS[post.role][place_of(tx, post, unit_id, assignment_id)]
    ]
    if not sufficing and for_others:
        return may(tx, person._replace(posts=person.for_others), right, unit_id, assignment_id)
    return narrowest(sufficing)


def units_where(tx: Tx, person: Person, right: str) -> dict[int, str]:
    """Every unit over which the person has `right` by one of their posts, with its kind."""
    found: dict[int, str] = {}
    for post in person.posts:
        rights = RIGHTS[post.role]
        rows = tx.all(
            "WITH RECURSIVE below(id) AS (SELECT :top"
            " UNION SELECT u.id FROM units u JOIN below ON u.parent_id = below.id)"
            " SELECT u.id, u.kind FROM units u WHERE"
            " CASE WHEN u.id = :top THEN :own WHEN u.id IN below THEN :below ELSE :elsewhere END",
            top=post.unit_id,
            own=right in rights["own"],
            below=right in rights["below"],
            elsewhere=right in rights["elsewhere"],
        )
        found.update((row["id"], row["kind"]) for row in rows)
    return found
