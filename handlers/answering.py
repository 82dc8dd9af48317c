"""Says back what was written: what, for which period, where it stands, how to correct it."""

from __future__ import annotations

from collections.abc import Sequence

from db import assignments
from domain.message import Choice, Text, joined, lines
from domain.period import ON_DEMAND, in_words, period_of
from domain.progress import IN_PERIOD, Report, Work, share
from domain.wording import figure, full_day, percent
from handlers import overtaking
from handlers.phrases import by_whom, gave_figure, named, reached, repeated, reported, standing
from handlers.placing import went_back
from handlers.recording import Written
from handlers.subjects import may_ask
from handlers.timing import reporting_of
from handlers.turn import Turn


def say_back(turn: Turn, written: Sequence[Written]) -> None:
    """At most three lines for one report, a line each and one more for several; below them what
    was asked for and is hardly needed any more."""
    if not written:
        return
    choices = [
        Choice(
            turn.words("reporting.choice.wrong").plain,
            "correcting.wrong",
            tuple(each.progress_id for each in written),
        )
    ]
    if len(written) == 1 and _may_be_helped(turn, written[0]):
        a = written[0].entry.work.assignment
        help_ = turn.words("reporting.choice.help").plain
        choices.insert(0, Choice(help_, "requesting.ask_help", (a.id,)))
    subjects = tuple(each.entry.work.assignment.subject for each in written)
    subjects += tuple(went_back(each.progress_id) for each in written if _tells_now(turn, each))
    needless = overtaking.overtaken(turn, written)
    choices += [overtaking.choice(turn, request) for _, request in needless]
    alone = len(written) == 1
    waiting = [overtaking.waits_still(turn, *each, several=not alone) for each in needless]
    if alone:
        turn.say(lines(_one(turn, written[0]), *waiting), tuple(choices), subjects)
        return
    said = [_line(turn, each, not _said_later(each, written)) for each in written]
    how = turn.words("reporting.correct.several")
    turn.say(lines(*said, how, *waiting), tuple(choices), subjects)


def _tells_now(turn: Turn, each: Written) -> bool:
    """Whether it is said how to tell the figure for the period under way instead."""
    refused = each.at.refused
    return refused is not None and refused[0] == period_of(
        turn.today, reporting_of(each.entry.work)
    )


def _may_be_helped(turn: Turn, each: Written) -> bool:
    """Whether a difficulty is told by somebody who may ask for help with it."""
    return bool(each.entry.report.blocked) and may_ask(turn, each.entry.work)


def _is_of_former_day(each: Written) -> bool:
    """Whether a share of an earlier day was told and another one stands now."""
    report = each.entry.report
    if each.at.on is None or report.value is not None or report.percent is None:
        return False
    return each.standing.percent != report.percent


def _is_past(each: Written) -> bool:
    """Whether the figure is of a day before that of the last report."""
    last = each.entry.work.last
    return each.at.on is not None and last is not None and last.as_of > each.at.on


def _said_later(each: Written, written: Sequence[Written]) -> bool:
    """Whether a later item of the message gives the same assignment's sum itself."""
    later = written[[other is each for other in written].index(True) + 1 :]
    return any(other.entry.work.assignment.id == each.entry.work.assignment.id for other in later)


def _one(turn: Turn, each: Written) -> Text:
    work = each.entry.work
    if work.assignment.discreet:
        return lines(
            turn.words("reporting.recorded_discreet", name=named(work)),
            standing(turn, each.state, work.assignment.due_on, each.standing.done_on),
            turn.words("reporting.correct"),
        )
    helped = _may_be_helped(turn, each)
    return lines(
        _line(turn, each),
        _where(turn, each),
        turn.words(_how_to_correct(each, helped)),
    )


def _how_to_correct(each: Written, helped: bool) -> str:
    if helped:
        return "reporting.correct.blocked"
    return "reporting.correct.hindered" if _is_still_hindered(each) else "reporting.correct"


def _is_still_hindered(each: Written) -> bool:
    """Whether a difficulty stands that this report says nothing of."""
    return each.standing.blocked and not each.entry.report.blocked


def _line(turn: Turn, each: Written, with_total: bool = True) -> Text:
    work, report = each.entry.work, each.entry.report
    if work.assignment.discreet:
        return turn.words("reporting.recorded_discreet", name=named(work))
    shown = each.at.period if _names_period(work) or each.at.ended else None
    on = each.at.on
    anew = shown or on or each.entry.unchanged
    told = repeated(turn, report) if each.entry.unchanged else report
    what = [reported(turn, work, told, shown, on) if anew else each.words]
    of_period = report.basis == IN_PERIOD and report.value is not None
    is_other = of_period or (
        (each.at.named or on is not None) and each.standing.value != report.value
    )
    if _is_of_former_day(each) and with_total and each.standing.percent is not None:
        now = percent(each.standing.percent, turn.language)
        if work.assignment.measure:
            now = turn.words("listing.figures.share", percent=now).plain
        what.append(turn.words("reporting.said.stands", share=now))
    elif is_other and with_total and each.standing.value is not None:
        total = figure(each.standing.value, work.assignment.measure, turn.language)
        key = "reporting.said.total" if of_period and not each.at.named else "reporting.said.now"
        what.append(turn.words(key, total=total))
    former: Text | None
    if each.entry.eased:
        former = None  # its end is told with the report
    elif each.entry.unchanged:
        former = turn.words("reporting.said.unchanged")
    elif each.entry.replaces:
        former = turn.words("reporting.said.instead", former=each.entry.replaces)
    else:
        known = each.entry.supersedes or each.entry.again or each.at.named or _is_past(each)
        former = None if known else _former(turn, work, report)
    if former is not None:
        what.append(former)
    if _is_still_hindered(each):
        what.append(turn.words("reporting.said.hindered_still"))
    key = "reporting.recorded"
    if each.entry.supersedes:
        key = "reporting.corrected"
    elif work.assignment.state == "done" and each.state == "open":
        key = "reporting.reopened"
    said = turn.words(key, name=named(work), what=joined(", ", what))
    if each.at.ended:
        cut_off = turn.today.replace(day=turn.committee.cut_off_day)
        said += turn.words(
            "reporting.period_ended",
            period=in_words(each.at.period, turn.language),
            day=full_day(cut_off, turn.language),
        )
    elif each.at.refused is not None:
        closed, is_frozen = each.at.refused
        key = "reporting.period_frozen" if is_frozen else "reporting.period_over"
        said += turn.words(
            key,
            closed=in_words(closed, turn.language),
            period=in_words(each.at.period, turn.language),
        )
    return said


def _names_period(work: Work) -> bool:
    a = work.assignment
    return a.kind == "target" or a.reporting not in (None, ON_DEMAND)


def _former(turn: Turn, work: Work, report: Report) -> Text | None:
    """The figure before, when this one differs and the two can be compared."""
    a = work.assignment
    by_value = report.value is not None and report.basis != IN_PERIOD
    if by_value and a.value not in (None, report.value):
        former = figure(a.value or 0, a.measure, turn.language)
        told = gave_figure(turn, work, by_value=True)
        return turn.words("reporting.said.former", former=by_whom(turn, told, former))
    by_share = report.value is None and report.percent is not None
    if by_share and a.percent not in (None, report.percent):
        share = percent(a.percent or 0, turn.language)
        former = turn.words("listing.figures.share", percent=share).plain if a.measure else share
        told = gave_figure(turn, work, by_value=False)
        return turn.words("reporting.said.former", former=by_whom(turn, told, former))
    return None


def _where(turn: Turn, each: Written) -> Text:
    """The deadline, and for a target how much of its plans that is."""
    a = each.entry.work.assignment
    held = each.standing
    if overtaking.has_plan(each):
        said = reached(turn, a.due_on)
    else:
        said = standing(turn, each.state, a.due_on, held.done_on)
    of_share = each.entry.report.value is None and each.entry.report.percent is not None
    if a.kind != "target" or held.value is None or of_share:
        return said
    parts = []
    if a.plan and (a.measure or "").strip() != "%":
        parts.append(
            turn.words(
                "reporting.of_plan",
                share=percent(share(held.value, a.plan) or 0, turn.language),
                plan=figure(a.plan, a.measure, turn.language),
            )
        )
    elif a.plan is not None:
        parts.append(turn.words("reporting.plan_is", plan=figure(a.plan, a.measure, turn.language)))
    planned = assignments.plan_of(turn.tx, a.id, each.at.period) if not each.at.named else None
    if planned:
        parts.append(
            turn.words(
                "reporting.of_period_plan",
                share=percent(share(held.value, planned) or 0, turn.language),
                period=in_words(each.at.period, turn.language),
            )
        )
    if not parts:
        return said
    return said + ". " + joined(", ", parts) + "."
