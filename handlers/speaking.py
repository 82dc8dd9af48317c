"""The language in which somebody is spoken to: chosen of those that have a catalogue, or typed.

What people type stays Vietnamese; how a language words days and figures is domain/wording.py's
part.
"""

from __future__ import annotations

from db import people
from domain.fold import fold
from domain.message import Choice
from domain.texts import languages, say
from handlers.turn import Turn

TYPED = {
    "vi": ("tiengviet", "caidattiengviet", "vietnamese"),
    "en": ("tienganh", "caidattienganh", "english", "caidatenglish"),
}


def entry(turn: Turn) -> Choice:
    """The line of the settings: "Ngôn ngữ: Tiếng Việt"."""
    label = turn.words("settle.language", name=_name(turn.language)).plain
    return Choice(label, "speaking.show")


def show(turn: Turn) -> None:
    """Choice of the settings: every language, each in its own words."""
    turn.say(
        turn.words("settle.language_which"),
        tuple(Choice(_name(each), "speaking.choose", (each,)) for each in languages()),
    )


def choose(turn: Turn) -> None:
    """Choice: this language; args: its code."""
    language = str(turn.args[0])
    if language in languages():
        _keep(turn, language)


def vietnamese(turn: Turn) -> None:
    """ "tiếng Việt"."""
    _keep(turn, "vi")


def english(turn: Turn) -> None:
    """ "tiếng Anh"."""
    _keep(turn, "en")


def before_consent(turn: Turn) -> bool:
    """Whether who is asked to agree wants to be asked in another language."""
    typed = fold(turn.incoming.text).replace(" ", "").rstrip(".!")
    wanted = next((language for language, words in TYPED.items() if typed in words), None)
    if wanted is None or turn.incoming.kind != "text":
        return False
    _keep(turn, wanted)
    return True


def _keep(turn: Turn, language: str) -> None:
    """Kept, and said back in the language that was chosen."""
    if language != turn.me.language:
        people.speaks(turn.tx, turn.me.id, language)
        turn.person = turn.me._replace(language=language)
        turn.record("language.set", f"p:{turn.me.id}", text=language)
    turn.say(turn.words("settle.language_kept"))


def _name(language: str) -> str:
    return say("settle.language_name", language).plain
