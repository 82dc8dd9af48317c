"""Finds the phrases of the tables among the words of a reply.

Knows what is written there and how words are spelt; what follows from a phrase is for the rules.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from domain.fold import unmarked
from domain.reply.phrases import TABLE as STATES
from domain.reply.phrases_around import TABLE as AROUND
from domain.reply.tokens import Token, may_be, spelt_alike

_Row = tuple[tuple[str, ...], tuple[str, ...], str, bool]
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


def _read_table() -> dict[tuple[str, str], list[_Row]]:
    """First two folded words ("" for none) → phrases, longest first.

    A row: folded words, words, kind, and whether its marks must have been typed.
    """
    by_start: dict[tuple[str, str], list[_Row]] = {}
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
            start = (folded[0], folded[1] if len(folded) > 1 else "")
            by_start.setdefault(start, []).append((folded, words, kind, strict))
    for rows in by_start.values():
        rows.sort(key=lambda row: -len(row[0]))
    return by_start


_PHRASES: Final = _read_table()


# Words without marks that are phrases as they stand.
_WHOLE_WORDS: Final = frozenset(("cho", "do", "qua", "nay", "hay"))


def _holds_another(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    """Whether a word stands there that is one without marks too, and not the one of the phrase."""
    pairs = zip(tokens, words, strict=True)
    return any(token.marked != word and token.marked in _WHOLE_WORDS for token, word in pairs)


def phrase_at(
    tokens: Sequence[Token], place: int, rich: bool, careful: bool = False
) -> tuple[str, int] | None:
    """(kind, place after) of the longest phrase that begins at a token, or None.

    Of phrases of one length, in a text typed with marks the one spelt exactly so wins.
    """
    first = tokens[place].plain
    alone = _PHRASES.get((first, ""), ())
    following = tokens[place + 1].plain if place + 1 < len(tokens) else ""
    rows = (*_PHRASES.get((first, following), ()), *alone) if following else alone
    best: tuple[str, int] | None = None
    for folded, words, kind, strict in rows:
        length = len(folded)
        if best is not None and place + length < best[1]:
            break
        if place + length > len(tokens):
            continue
        exact = True
        for k in range(length):
            token = tokens[place + k]
            if token.plain != folded[k] or not may_be(token.marked, words[k]):
                break
            if token.marked != words[k]:
                if careful and not spelt_alike(token.marked, words[k]):
                    break  # "thời gian" is no "giãn"
                exact = False
        else:
            if strict and not exact:
                continue
            if rich and not exact and _holds_another(tokens[place : place + length], words):
                continue  # "cho xã 1 tuần" is no "chờ xã", "đang cho" no "đang chờ"
            if best is None:
                best = kind, place + length
            elif not (exact and rich):
                continue
            if exact or not rich:
                return kind, place + length
    return best
