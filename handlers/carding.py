"""The card of one assignment: deadline, plan, figures, what was reported, what can be done."""

from __future__ import annotations

from db import histories, progress, requests
from db.doers import Doers
from domain.assignment import TARGET
from domain.instants import instant, local_day
from domain.message import Choice, Text, lines
from domain.progress import Reported, Work, said_share, share
from domain.wording import figure, percent, short_day
from handlers.phrases import deadline, example, figures, kept, requested, shortened, told_by
from handlers.recording import is_over
from handlers.subjects import may_ask
from handlers.turn import Turn

HISTORY = 2  # what came before waits behind a choice
_NAMED = 4  # people in one line
SCREEN = 12  # lines of a small phone, the choices among them


def show(
    turn: Turn,
    work: Work,
    reports: bool,
    history: bool = True,
    more: tuple[Choice, ...] = (),
    doers: bool = False,
) -> None:
    """`reports`: who spoke may report on it and is shown how. `history`: with the last reports,
    their notes and whose they are. `more`: choices that stand last. `doers`: with who does it."""
    a = work.assignment
    if a.discreet:
        turn.say(
            lines(_name(turn, work), deadline(turn, work), turn.words("listing.card.discreet")),
            more,
            (a.subject,),
        )
        return
    own_unit = reports and len({post.unit_id for post in turn.me.posts}) == 1
    waiting = requests.open_of(turn.tx, a.id)
    choices = _choices(turn, work, bool(waiting)) if reports else ()
    above = (
        _name(turn, work),
        None if own_unit and not doers else turn.words("listing.card.unit", unit=work.unit_name),
        _doers(turn, work) if doers else None,
        deadline(turn, work),
        _plan(turn, work),
        _done(turn, work),
    )
    below = (
        *(
            turn.words("listing.card.request", what=requested(turn, each.kind, each.wanted_on))
            for each in waiting[:1]
        ),
        _reached(turn, work) if reports and a.has_reached_plan and not waiting else None,
        _how(turn, work) if reports and _takes_figures(turn, work) else None,
    )
    taken = len(choices) + len(more) + sum(line is not None for line in (*above, *below))
    latest = progress.latest(turn.tx, a.id, _room(taken)) if history else []
    turn.say(
        lines(*above, *(_history(turn, work, row) for row in latest), *below),
        (*choices, *_course(turn, work, len(latest), history), *more),
        (a.subject,),
    )


def _doers(turn: Turn, work: Work) -> Text | None:
    """Who is reminded of it: those named for it, else who leads or reports for its unit."""
    everybody = Doers(turn.tx, turn.today)
    meant = everybody.meant(work.assignment.id, work.assignment.unit_id)
    names = [everybody.officials[each.person_id].full_name for each in meant[:_NAMED]]
    if not names:
        return None
    if len(meant) > len(names):
        names.append("…")
    return turn.words("listing.card.doers", names=", ".join(names))


def _room(taken: int) -> int:
    """How many reports fit, beside the choice of those that do not."""
    return min(HISTORY, max(SCREEN - taken - 1, 0))


def _name(turn: Turn, work: Work) -> Text:
    a = work.assignment
    if a.discreet:
        name = turn.words("listing.card.code", code=work.shown_code)
    else:
        title = shortened(a.title, 160)
        name = turn.words("listing.card.name", code=work.shown_code, title=title)
    if a.year != turn.today.year:
        return turn.words("listing.card.year", name=name, year=a.year)
    return name


def _plan(turn: Turn, work: Work) -> Text | None:
    a = work.assignment
    if a.plan is None:
        return None
    said = turn.words("listing.card.plan", plan=figure(a.plan, a.measure, turn.language))
    if a.last_year is None:
        return said
    before = turn.words(
        "listing.card.last_year", value=figure(a.last_year, a.measure, turn.language)
    )
    return said + ". " + before


def _done(turn: Turn, work: Work) -> Text:
    a = work.assignment
    if a.value is not None:
        part = share(a.value, a.plan) if (a.measure or "").strip() != "%" else None
        said = Text(figure(a.value, a.measure, turn.language))
        if part is not None:
            said += (
                ", "
                + turn.words("listing.figures.share", percent=percent(part, turn.language)).plain
            )
        if (other := said_share(a)) is not None:
            said += (
                "; "
                + turn.words(
                    "listing.figures.said_share", percent=percent(other, turn.language)
                ).plain
            )
    elif a.percent is None:
        said = turn.words("listing.figures.none")
    else:
        said = figures(turn, work)
    if a.estimate:
        said += ", " + turn.words("reporting.said.estimate").plain
    if a.blocked:
        said += ", " + turn.words("listing.blocked").plain
    return turn.words("listing.card.figures", figures=said)


def _history(turn: Turn, work: Work, row: Reported) -> Text:
    day = short_day(local_day(instant(row.reported_at), turn.committee.zone), turn.language)
    what = kept(turn, work, row)
    who = told_by(turn, row)
    if not who:
        return turn.words("listing.card.history_nobody", day=day, what=what)
    return turn.words("listing.card.history", day=day, what=what, who=who)


def _course(turn: Turn, work: Work, shown: int, history: bool) -> tuple[Choice, ...]:
    """The choice of the whole course, where there is more of it than the card shows."""
    a = work.assignment
    if not history or histories.count(turn.tx, a.id) <= shown:
        return ()
    return (Choice(turn.words("listing.choice.history").plain, "recalling.show", (a.id, 0)),)


def _reached(turn: Turn, work: Work) -> Text:
    choice = turn.words("listing.choice.close").plain
    return turn.words("listing.card.reached", choice=choice, code=work.shown_code)


def _takes_figures(turn: Turn, work: Work) -> bool:
    """A target takes figures after it was closed too, but not when its year is over."""
    a = work.assignment
    return a.is_open or (a.kind == TARGET and not is_over(turn, work))


def _how(turn: Turn, work: Work) -> Text:
    if work.assignment.measure:
        return turn.words("listing.card.how_figure", example=example(turn, work))
    return turn.words("listing.card.how")


def _choices(turn: Turn, work: Work, waiting: bool) -> tuple[Choice, ...]:
    a = work.assignment
    if not a.is_open:
        return ()
    offered = []
    asks = not waiting and may_ask(turn, work)
    if a.kind == "task" and not a.measure:
        offered.append(("listing.choice.done", "reporting.finished"))
    elif asks:
        offered.append(("listing.choice.close", "requesting.close"))
    if a.due_on is not None and asks:
        offered.append(("listing.choice.extend", "requesting.ask_until"))
    offered.append(("listing.choice.blocked", "reporting.blocker"))
    return tuple(Choice(turn.words(key).plain, act, (a.id,)) for key, act in offered)
