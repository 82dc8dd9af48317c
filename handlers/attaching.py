"""Photos, files and documents by number, as evidence for an assignment. Downloads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from db import assignments, evidence
from db.answers import GUESSED
from db.evidence import Piece
from domain.fold import has_digit
from domain.likeness import LONGEST
from domain.mention import Document, document_in, without_codes
from domain.message import Choice, Media, Text
from domain.person import CHAIR, OFFICE, OVERSEER
from domain.progress import Work
from domain.wording import dated
from handlers.fitting import find_fitting
from handlers.phrases import named
from handlers.refusing import say_unknown
from handlers.subjects import Meant, my_work, post_for, reports
from handlers.turn import Turn
from handlers.understanding import tells_something
from handlers.words import is_order

_MOST = 6


def take_files(turn: Turn) -> tuple[Meant, str] | None:
    """Photos or files, kept as evidence; what they are about and the rest of the caption if that
    may be a report besides."""
    if not reports(turn):
        say_what_else(turn)
        return None
    caption = turn.incoming.text.strip()
    meant = find_fitting(turn, caption)
    if meant.foreign:
        turn.record("denied", "evidence")
        turn.say(turn.words("reporting.not_yours"))
        return None
    work = meant.work
    if work is None and not _possible(meant):
        meant.candidates = my_work(turn, _MOST) if meant.unknown else []
        if not meant.candidates:
            _say_of_nothing(turn, meant)
            return None
        caption = ""  # a result told of a code that is none of theirs is nobody's
    document = document_in(caption, turn.today) if caption else None
    pieces = keep_files(turn, work)
    if work is None:
        words = "" if meant.by_code else (document.rest if document else caption)[:LONGEST]
        ask_which(turn, [piece.id for piece in pieces], meant, words)
        if meant.unknown and not meant.by_code:
            say_unknown(turn, meant.unknown)
    else:
        guessed = not (meant.surely or meant.by_code)
        say_kept(turn, work, pieces, with_figure=_tells(turn, caption), guessed=guessed)
    if document is not None:
        take_document(turn, meant, document)
        caption = document.rest
    return (meant, caption) if caption and (work or meant.by_code) else None


def say_what_else(turn: Turn) -> None:
    """To somebody who reports nothing: what they can do here instead."""
    keys = {
        OFFICE: "reporting.office",
        CHAIR: "reporting.chair",
        OVERSEER: "reporting.overseer",
    }
    if turn.me.has_role(CHAIR) and is_order(turn.incoming.text):
        direct = Choice(
            turn.words("menu.direct").plain, "directing.begin_with", (turn.incoming.text,)
        )
        turn.say(turn.words("reporting.order"), (direct,))
        return
    key = next((key for role, key in keys.items() if turn.me.has_role(role)), "reporting.no_unit")
    turn.say(turn.words(key))


def keep_files(turn: Turn, work: Work | None) -> list[Piece]:
    """Keeps what came, and has it fetched; with it all that was sent together with it and is about
    the same work, or about none yet."""
    incoming = turn.incoming
    for number, media in enumerate(incoming.media):
        _fetch(turn, _keep(turn, work, media.name or media.kind, name=media.name), media, number)
    pieces = evidence.together(turn.tx, jobs_of(turn))
    if work is None:
        return [piece for piece in pieces if piece.assignment_id is None]
    loose = [piece.id for piece in pieces if piece.assignment_id is None]
    if evidence.attach(turn.tx, loose, turn.me.id, work.assignment.id):
        post = post_for(turn.me, work.assignment.unit_id)
        turn.record("evidence", work.assignment.subject, str(len(loose)), post)
    return [piece for piece in pieces if piece.assignment_id in (None, work.assignment.id)]


def jobs_of(turn: Turn) -> str:
    """What the keys of the downloads begin with that came with this message, or beside it."""
    incoming = turn.incoming
    slot = f"album:{incoming.at.chat}:{incoming.album}" if incoming.album else incoming.update_key
    return f"download:{incoming.at.channel}:{slot}:"


def _keep(
    turn: Turn,
    work: Work | None,
    shown: str,
    *,
    name: str = "",
    number: str = "",
    dated_on: date | None = None,
) -> int:
    """Keeps one piece for the work, or for none yet; its id. `shown` is what the audit calls it."""
    evidence_id = evidence.add(
        turn.tx,
        assignment_id=work.assignment.id if work else None,
        person_id=turn.me.id,
        inbox_id=turn.inbox_id,
        now=turn.now,
        name=name,
        number=number,
        dated_on=dated_on,
    )
    turn.demand("evidence")
    if work is not None:
        post = post_for(turn.me, work.assignment.unit_id)
        turn.record("evidence", work.assignment.subject, shown, post)
    return evidence_id


def _fetch(turn: Turn, evidence_id: int, media: Media, number: int) -> None:
    incoming = turn.incoming
    turn.job(
        jobs_of(turn) + (f"{incoming.update_key}:{number}" if incoming.album else str(number)),
        "download",
        {
            "evidence_id": evidence_id,
            "channel": incoming.at.channel,
            "media": asdict(media),
        },
    )


def _tells(turn: Turn, words: str) -> bool:
    """Whether words beside evidence bear a figure, or another result."""
    return has_digit(without_codes(words, "")) or (bool(words) and tells_something(turn, words))


def say_kept(
    turn: Turn, work: Work, pieces: Sequence[Piece], *, with_figure: bool, guessed: bool
) -> None:
    """How many pictures or files are now evidence for the work; what may be added where no figure
    came along, and how to move them where nobody said for what they are."""
    photos = sum(piece.kind == "photo" for piece in pieces)
    what = turn.words(
        "reporting.evidence.photo" if photos == len(pieces) else "reporting.evidence.file",
        count=len(pieces),
    )
    count = turn.words("reporting.evidence.count", count=len(pieces), what=what)
    said = turn.words(
        "reporting.evidence.kept",
        what=what if len(pieces) == 1 else count,
        name=named(work),
    )
    if not with_figure:
        said += turn.words("reporting.evidence.figure")
    marks = (GUESSED,) if guessed and turn.incoming.album else ()
    turn.say(said, subjects=(work.assignment.subject, *marks))
    other = _another(turn, work) if guessed else None
    if other is not None:  # by itself: the first paragraph changes when more pictures come
        turn.say(turn.words("reporting.evidence.elsewhere", code=other.shown_code))


def _another(turn: Turn, work: Work) -> Work | None:
    """Open work of theirs beside this."""
    others = (each for each in my_work(turn, 2) if each.assignment.id != work.assignment.id)
    return next(others, None)


def _possible(meant: Meant) -> list[Work]:
    """What evidence may belong to when that is not said."""
    named_ones = [*meant.by_code.values(), *(w for ws in meant.unclear.values() for w in ws)]
    return named_ones or meant.candidates


def _say_of_nothing(turn: Turn, meant: Meant) -> None:
    """Evidence for nothing of theirs is not kept: only somebody else's code, or no work at all."""
    if meant.unknown:
        say_unknown(turn, meant.unknown)
    else:
        turn.say(turn.words("reporting.no_work"))


def ask_which(
    turn: Turn, ids: list[int], meant: Meant, words: str = "", said: Text | None = None
) -> None:
    """Asks what the pieces of evidence are about; a code that is typed next answers it. `words`
    stood beside them, and may then be a report."""
    works = _possible(meant)
    before = waiting(turn)
    if before and turn.incoming.album and turn.conversation:  # the first of them bore the words
        words = words or turn.conversation.data.get("words", "")
    if not turn.incoming.group and (before or turn.conversation is None):
        turn.begin("reporting.clarify", evidence=sorted({*before, *ids}), words=words)
    turn.say(
        said or turn.words("reporting.evidence.which"),
        tuple(
            Choice(named(work, 40), "reporting.attach", (work.assignment.id, ids, words))
            for work in works[:_MOST]
        ),
        tuple(work.assignment.subject for work in works[:_MOST]),
    )


def attach(turn: Turn) -> Work | None:
    """The chosen assignment gets the pieces; None when it is not theirs, which is said."""
    work = assignments.get(turn.tx, int(turn.args[0]))
    if work is None or post_for(turn.me, work.assignment.unit_id) is None:
        turn.say(turn.words("reporting.not_yours"))
        return None
    asked = waiting(turn)  # also what came after the question
    if asked:
        turn.end()
    beside = str(turn.args[2]) if len(turn.args) > 2 else ""
    ids = [int(each) for each in turn.args[1]]
    give(turn, work, sorted({*ids, *asked}) if set(ids) <= set(asked) else ids, beside)
    return work


def waiting(turn: Turn) -> list[int]:
    """The pieces of which it is being asked what they are about."""
    return turn.conversation.data.get("evidence", []) if turn.conversation else []


def wait(turn: Turn, ids: Sequence[int]) -> None:
    """The question that is open is about these pieces too."""
    if turn.conversation is not None:
        words = turn.conversation.data.get("words", "")
        turn.begin("reporting.clarify", evidence=sorted(set(ids)), words=words)


def give(turn: Turn, work: Work, ids: Sequence[int], beside: str = "") -> None:
    """Gives pieces that belong to nothing yet to the work, and says so. `beside`: the words that
    came with them, which are read next."""
    if evidence.attach(turn.tx, ids, turn.me.id, work.assignment.id):
        post = post_for(turn.me, work.assignment.unit_id)
        turn.record("evidence", work.assignment.subject, str(len(ids)), post)
    said = turn.words("reporting.evidence.attached", name=named(work))
    if not _tells(turn, beside):
        said += turn.words("reporting.evidence.figure")
    turn.say(said, subjects=(work.assignment.subject,))


def take_document(turn: Turn, meant: Meant, document: Document) -> None:
    """A document's number and day are evidence, as the paper itself lies in the archive."""
    work = meant.work
    if work is None and not _possible(meant):
        _say_of_nothing(turn, meant)
        return
    if work is not None and _is_kept(turn, work, document):
        return
    number, day = document.number, document.dated_on
    kept = _keep(turn, work, number, number=number, dated_on=day)
    if work is None:
        ask_which(turn, [kept], meant)
        return
    key = "reporting.evidence.document_dated" if day else "reporting.evidence.document"
    fields = {"day": dated(day, turn.today, turn.language)} if day else {}
    turn.say(
        turn.words(key, number=number, name=named(work), **fields),
        subjects=(work.assignment.subject,),
    )


def _is_kept(turn: Turn, work: Work, document: Document) -> bool:
    """Whether the work has that document already, which is said where nothing else is told; a day
    that is told only now is kept with it."""
    number, day = document.number, document.dated_on
    for each in evidence.documents(turn.tx, work.assignment.id, number):
        if day is not None and each.dated_on not in (None, day):
            continue  # the number of another year
        if day is not None and each.dated_on is None:
            evidence.renumber(turn.tx, each.id, number, day)
        if not tells_something(turn, document.rest):
            said = turn.words("reporting.evidence.document_again", number=number, name=named(work))
            turn.say(said, subjects=(work.assignment.subject,))
        return True
    return False
