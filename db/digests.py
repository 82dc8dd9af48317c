"""The digest of one person: their scope, its figures, and what may be asked next. Words nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime

from db import digest_figures, requests
from db.digest_scope import Scope
from db.transaction import Tx
from domain import digest_lists
from domain.committee import Committee
from domain.digest import MOST_LINES, Reader, digest
from domain.digest_figures import Figures
from domain.digest_lists import SCREEN, Page
from domain.instants import local_day
from domain.message import Choice, Text
from domain.person import CHAIR, LEAD, OFFICE, OVERSEER, REPORTER, Person

_FEW = 3  # what is named on the first screen


def digest_for(
    tx: Tx, person: Person, now: datetime, committee: Committee, most: int = MOST_LINES
) -> tuple[Text, tuple[Choice, ...], tuple[str, ...]]:
    """The text of at most so many lines, what may be chosen, and the subjects that stand in it by
    name."""
    figures = _figures(tx, person, now, committee, _FEW)
    theirs = Counter(each.kind for each in _to_decide(tx, person))
    reader = _reader(person, committee, decides=bool(theirs))
    if theirs:  # a lead's unit may wait for others too
        figures = replace(figures, waiting=dict(theirs))
    choices: list[Choice] = []
    if len(figures.units) > 1:
        choices.append(Choice(reader.say("digesting.choice_by_unit").plain, "digesting.by_unit"))
    if figures.behind_count:
        choices.append(Choice(reader.say("digesting.choice_behind").plain, "digesting.behind"))
    if figures.classes.overdue:
        choices.append(Choice(reader.say("digesting.choice_overdue").plain, "digesting.overdue"))
    subjects = dict.fromkeys(
        [one.subject for one in (*figures.late, *figures.soon) if one.count == 1]
        + [one.subject for one in figures.behind if one.count == 1]
    )
    return digest(figures, reader, most), tuple(choices), tuple(subjects)


def by_unit(tx: Tx, person: Person, now: datetime, committee: Committee, offset: int = 0) -> Page:
    """The classes unit by unit."""
    figures = _figures(tx, person, now, committee, _FEW)
    return digest_lists.by_unit(figures, _reader(person, committee), offset)


def overdue(tx: Tx, person: Person, now: datetime, committee: Committee, offset: int = 0) -> Page:
    """What is overdue, the longest first."""
    figures = _figures(tx, person, now, committee, offset + SCREEN)
    return digest_lists.overdue(figures, _reader(person, committee), offset)


def behind(tx: Tx, person: Person, now: datetime, committee: Committee, offset: int = 0) -> Page:
    """What may miss its plan, each code once, in the most units first."""
    figures = _figures(tx, person, now, committee, offset + SCREEN)
    return digest_lists.behind(figures, _reader(person, committee), offset)


def silent(tx: Tx, person: Person, now: datetime, committee: Committee, offset: int = 0) -> Page:
    """The units that did not report on all they have open, those first that hardly report."""
    figures = _figures(tx, person, now, committee, _FEW)
    return digest_lists.silent(figures, _reader(person, committee), offset)


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


def _to_decide(tx: Tx, person: Person) -> list[requests.Request]:
    """What waits for this person to decide: nothing, for most."""
    tops = {post.unit_id for post in person.posts if post.role in (CHAIR, LEAD)}
    own = {post.unit_id for post in person.posts if post.role == CHAIR}
    return requests.waiting_below(tx, tops, own, tops - own, person.id) if tops else []


def _reader(person: Person, committee: Committee, decides: bool = False) -> Reader:
    post = next((post for post in person.posts if post.role == CHAIR), None)
    title = "" if post is None else post.title or person.given_name
    return Reader(person.given_name, title, decides, person.language, committee.address)
