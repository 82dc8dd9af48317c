"""Finds the phrases of the tables among the words of a reply.

Knows what is written there and how words are spelt; what follows from a phrase is for the rules.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from domain.fold import unmarked
from domain.reply.phrases import TABLE as STATES
from domain.reply.phrases_around import TABLE as AROUND
from domain.reply.tokens import Token, Tokens, may_be, spelt_alike

_Row = tuple[tuple[str, ...], str, bool]
_CHOICE: Final = re.compile(r"\{([^{}]*)\}")
# How "chưa" is shortened; "ch" alone may be "chị".
_NOT_YET: Final = ("chx", "ch")


def _cut(phrase: str) -> tuple[str, ...]:
    """A phrase in tokens: signs stand alone ("đ/c" is three, "100%" two)."""
    for sign in "/-%":
        phrase = phrase.replace(sign, f" {sign} ")
    return tuple(phrase.split())


def _spelt_out(phrase: str) -> Iterator[str]:
    """Every phrase that one with choices stands for, and with "chưa" shortened.

    >>> list(_spelt_out("chưa {làm,mần}"))
    ['chưa làm', 'chx làm', 'ch làm', 'chưa mần', 'chx mần', 'ch mần']
    """
    choice = _CHOICE.search(phrase)
    if choice is None:
        spelt = " ".join(phrase.split())
        yield spelt
        if spelt.startswith("chưa "):
            yield from (spelt.replace("chưa", short, 1) for short in _NOT_YET)
        return
    for word in choice[1].split(","):
        yield from _spelt_out(phrase[: choice.start()] + word + phrase[choice.end() :])


def _read_table() -> tuple[dict[tuple[str, ...], list[_Row]], dict[str, tuple[int, ...]]]:
    """(folded words → phrases; first folded word → how many words its phrases have, most first).

    A row: words, kind, and whether its marks must have been typed.
    """
    table: dict[tuple[str, ...], list[_Row]] = {}
    lengths: dict[str, set[int]] = {}
    seen: set[tuple[tuple[str, ...], str]] = set()
    kind = ""
    for part in (STATES + AROUND).replace("\n[", "\n|[").replace("]\n", "]|").split("|"):
        phrase = " ".join(part.split())
        if phrase.startswith("["):
            kind = phrase[1:-1]
            continue
        strict = phrase.endswith("!")
        for spelt in _spelt_out(phrase.rstrip("!")):
            words = _cut(spelt)
            if not words or (words, kind) in seen:
                continue
            seen.add((words, kind))
            folded = tuple(unmarked(word) for word in words)
            table.setdefault(folded, []).append((words, kind, strict))
            lengths.setdefault(folded[0], set()).add(len(folded))
    return table, {first: tuple(sorted(each, reverse=True)) for first, each in lengths.items()}


_PHRASES, _LENGTHS = _read_table()


# Words without marks that are phrases as they stand.
_WHOLE_WORDS: Final = frozenset(("cho", "do", "qua", "nay", "hay"))


def _holds_another(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    """Whether a word stands there that is one without marks too, and not the one of the phrase."""
    pairs = zip(tokens, words, strict=True)
    return any(token.marked != word and token.marked in _WHOLE_WORDS for token, word in pairs)


def phrase_at(
    tokens: Tokens, place: int, rich: bool, careful: bool = False, end: int | None = None
) -> tuple[str, int] | None:
    """(kind, place after) of the longest phrase that begins at a token and reaches no further than
    before `end`, or None.

    Of phrases of one length, in a text typed with marks the one spelt exactly so wins.
    """
    end = len(tokens.plains) if end is None else end
    for length in _LENGTHS.get(tokens.plains[place], ()):
        after = place + length
        rows = _PHRASES.get(tuple(tokens.plains[place:after])) if after <= end else None
        kind = _spelt(tokens[place:after], rows, rich, careful) if rows else None
        if kind is not None:
            return kind, after
    return None


def names(tokens: Tokens, place: int, rich: bool, end: int) -> bool:
    """ "chủ nhật xanh", "quy mai am": a name begins as a day does, and reaches beyond `end`."""
    phrase = phrase_at(tokens, place, rich)
    return phrase is not None and phrase[0] == "word" and phrase[1] > end


def _spelt(said: Sequence[Token], rows: Sequence[_Row], rich: bool, careful: bool) -> str | None:
    """The kind of the phrase that is said, of those that are alike without their marks."""
    best: str | None = None
    for words, kind, strict in rows:
        exact = True
        for token, word in zip(said, words, strict=True):
            if token.marked != word:
                if not may_be(token.marked, word):
                    break
                if careful and not spelt_alike(token.marked, word):
                    break  # "thời gian" is no "giãn"
                exact = False
        else:
            if strict and not exact:
                continue
            if rich and not exact and _holds_another(said, words):
                continue  # "cho xã 1 tuần" is no "chờ xã", "đang cho" no "đang chờ"
            if exact or not rich:
                return kind
            best = best or kind
    return best
