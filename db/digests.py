"""The digest of one person: their scope, its figures, and what may be asked next. Words nothing."""

from __future__ import annotations

from datetime import date, datetime

from db import digest_figures
from db.digest_scope import Scope
from db.transaction import Tx
from domain import digest_lists
from domain.committee import Committee
from domain.digest import Figures, Reader, digest
from domain.instants import local_day
from domain.message import Choice, Text
from domain.person import CHAIR, LEAD, OFFICE, OVERSEER, REPORTER, Person

_FEW, _MANY = 3, 14  # overdue assignments that are read for the first screen, for the next


def digest_for(
    tx: Tx, person: Person, now: datetime, committee: Committee
) -> tuple[Text, tuple[Choice, ...], tuple[str, ...]]:
    """The text, what may be chosen, and the subjects that stand in it by name."""
    figures = _figures(tx, person, now, committee, _FEW)
    reader = _reader(person, committee)
    choices: list[Choice] = []
    if len(figures.units) > 1:
        choices.append(Choice(reader.say("digesting.choice_by_unit").plain, "digesting.by_unit"))
    if figures.classes.overdue:
        choices.append(Choice(reader.say("digesting.choice_overdue").plain, "digesting.overdue"))
    subjects = [one.subject for one in (*figures.waiting_for, *figures.late, *figures.soon)]
    subjects += [one.subject for one in figures.behind]
    return (
        digest(figures, reader),
        tuple(choices),
        tuple(dict.fromkeys(subjects)),
    )


def by_unit(tx: Tx, person: Person, now: datetime, committee: Committee) -> Text:
    """The classes unit by unit."""
    figures = _figures(tx, person, now, committee, _FEW)
    return digest_lists.by_unit(figures, _reader(person, committee))


def overdue(tx: Tx, person: Person, now: datetime, committee: Committee) -> Text:
    """What is overdue, the longest first."""
    figures = _figures(tx, person, now, committee, _MANY)
    return digest_lists.overdue(figures, _reader(person, committee))


def scope_of(tx: Tx, person: Person) -> Scope:
    """The office and the chair of the whole see everything, a chair and an overseer their branch,
    an official their own unit. Other posts see nothing of it."""
    tops = {post.unit_id for post in person.posts if post.role in (CHAIR, OVERSEER)}
    if person.has_role(OFFICE):
        return Scope(everything=True)
    roots = {row[0] for row in tx.all("SELECT id FROM units WHERE parent_id IS NULL")}
    if any(post.role == CHAIR and post.unit_id in roots for post in person.posts):
        return Scope(everything=True)
    own = {post.unit_id for post in person.posts if post.role in (LEAD, REPORTER)}
    return Scope.of(tx, tops, own)


def _figures(tx: Tx, person: Person, now: datetime, committee: Committee, late: int) -> Figures:
    today: date = local_day(now, committee.zone)
    return digest_figures.figures(tx, scope_of(tx, person), now, today, committee.zone, late)


def _reader(person: Person, committee: Committee) -> Reader:
    post = next((post for post in person.posts if post.role == CHAIR), None)
    title = "" if post is None else post.title or person.given_name
    decides = person.has_role(CHAIR, LEAD)
    return Reader(person.given_name, title, decides, person.language, committee.address)
