"""Words typed in Telex while the keyboard was not composing: "ddatj" is "đạt", "chuaw" is "chưa".

A word that already is a syllable is left alone.
"""

import re
from typing import Final

from domain.fold import unmarked
from domain.syllables import LONGEST_SYLLABLE, TONES, VOWELS, is_syllable, with_tone

_SHAPES: Final = (("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"))


def from_telex(word: str) -> str | None:
    """What a lower-case word would be had the keyboard composed it, or None.

    >>> from_telex("ddatj"), from_telex("xong")
    ('đạt', None)
    """
    if len(word) > LONGEST_SYLLABLE or is_syllable(word):
        return None
    tone = ""
    rest = ""
    for place, char in enumerate(word):
        seen_vowel = any(c in VOWELS for c in unmarked(word[:place]))
        if char in TONES and seen_vowel:
            if tone and tone != char:
                return None
            tone = char
        else:
            rest += char
    rest = rest.replace("dd", "đ")
    if rest.startswith("d") and rest.endswith("d") and len(rest) > 2:
        rest = "đ" + rest[1:-1]
    rest = rest.replace("uwow", "ươ").replace("uow", "ươ").replace("uwo", "ươ")
    rest = re.sub("(?<!q)uaw", "ưa", rest)  # "chuaw" is "chưa", "quawng" is "quăng"
    for keys, letter in _SHAPES:
        rest = rest.replace(keys, letter)
    # The key of a shape may be struck last: "tana" is "tân", "tieue" is "tiêu".
    found = re.fullmatch(r"(.*?)([aeo])([^aeo]+)(\2)", rest)
    if found:
        rest = found[1] + {"a": "â", "e": "ê", "o": "ô"}[found[2]] + found[3]
    rest = re.sub(r"u?o([^aeouyw]*)w$", lambda m: ("ươ" if m[0][0] == "u" else "ơ") + m[1], rest)
    rest = re.sub(r"a([^aeiouyw]+)w$", r"ă\1", rest)
    rest = re.sub(r"u([^aeiouyw]*a?)w$", r"ư\1", rest)
    rest = rest.replace("w", "ư")
    fixed = with_tone(rest, tone) if rest != word else None
    return fixed if fixed != word else None
