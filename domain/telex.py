"""Puts right words typed in Telex or VNI while the keyboard was not composing ("ddatj", "d9at5").

Knows Vietnamese syllables only; a word that already is one is left alone.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from domain.fold import unmarked

_ONSETS: Final = "ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnpqrstvx]"
# Rhymes without tone. Those that end in a stop carry only the sắc and nặng tones.
_OPEN: Final = (
    "a ai am an ang anh ao au ay e em en eng eo i ia im in inh iu o oa oai oam oan oang oanh oao "
    "oay oe oen oeo oi om on ong u ua uan uang uanh uao uay ue ui uinh um un ung uy uya uyu uynh "
    "y ăm ăn ăng âm ân âng âu ây ê êm ên ênh êu iêm iên iêng iêu yêm yên yêng yêu oăm oăn oăng "
    "ô ôi ôm ôn ông ơ ơi ơm ơn ơng uân uâng uây uê uên uênh uôi uôm uôn uông uơ uyên ư ưa ưi ưm "
    "ưn ưng ưu ươi ươm ươn ương ươu"
)
_STOPPED: Final = (
    "ac ach ap at ec ep et ic ich ip it oac oach oap oat oec oet oc op ot uc uat up ut uych uyt "
    "ăc ăp ăt âc âp ât êch êp êt iêc iêp iêt yêt oăc oăt ôc ôp ôt ơp ơt uât uêch uôc uôt uyêt "
    "ưc ưt ươc ươp ươt"
)
_SYLLABLE: Final = re.compile(
    rf"(?:đ|{_ONSETS})?(?:(?P<open>{'|'.join(_OPEN.split())})|(?P<stop>{'|'.join(_STOPPED.split())}))"
)
_PLAIN_SYLLABLE: Final = re.compile(
    rf"(?:{_ONSETS})?(?:{'|'.join(sorted(set(unmarked(_OPEN + ' ' + _STOPPED).split())))})"
)
_TONES: Final = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES: Final = {"1": "s", "2": "f", "3": "r", "4": "x", "5": "j"}
_SHAPES: Final = (("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"))
_VNI_SHAPES: Final = {
    "a6": "â", "e6": "ê", "o6": "ô", "a8": "ă", "o7": "ơ", "u7": "ư",
}  # fmt: skip
_VNI_LATE: Final = {**_VNI_SHAPES, "uo7": "ươ", "uo6": "uô"}
_VOWELS: Final = "aăâeêioôơuưy"
_MIXED: Final = re.compile(r"[^\W\d_]+\d[^\W_]*")
_VNI_INSIDE: Final = re.compile(r"[^\W\d_]\d+[^\W\d_]")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
# "nghieengs" and "ngu7o7ng2" with every key struck apart, and one to spare.
_LONGEST_SYLLABLE: Final = 12


def _shape_of(word: str) -> tuple[str, str]:
    """The word without its tone, and the tone mark ("" for none)."""
    tone = ""
    letters = []
    for char in unicodedata.normalize("NFD", word):
        if char in "\u0300\u0301\u0303\u0309\u0323":
            tone = char
        else:
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)), tone


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Whether a lower-case word is spelt as a Vietnamese syllable, with or without marks."""
    if _PLAIN_SYLLABLE.fullmatch(word):
        return True
    shape, tone = _shape_of(word)
    found = _SYLLABLE.fullmatch(shape)
    return found is not None and (found["open"] is not None or tone in ("", "\u0301", "\u0323"))


def _with_tone(shape: str, tone: str) -> str | None:
    """The syllable with the tone on the right vowel, or None if it is none."""
    found = _SYLLABLE.fullmatch(shape)
    if found is None or (found["stop"] is not None and tone not in ("", "s", "j")):
        return None
    if not tone:
        return shape
    rhyme = found["open"] or found["stop"]
    start = len(shape) - len(rhyme)
    vowels = [i for i in range(start, len(shape)) if shape[i] in _VOWELS]
    shaped = [i for i in vowels if shape[i] in "ăâêôơư"]
    if shaped:
        place = shaped[-1]
    elif len(vowels) == 1 or (len(vowels) == 2 and shape[-1] in _VOWELS and rhyme[:2] not in _LATE):
        place = vowels[0]
    else:
        place = vowels[1]
    marked = shape[: place + 1] + _TONES[tone] + shape[place + 1 :]
    return unicodedata.normalize("NFC", marked)


# In these rhymes the tone stands on the second vowel.
_LATE: Final = ("oa", "oe", "uy")


@lru_cache(maxsize=4096)
def from_telex(word: str) -> str | None:
    """What a lower-case word would be had the keyboard composed it, or None.

    >>> from_telex("ddatj"), from_telex("xong")
    ('đạt', None)
    """
    if len(word) > _LONGEST_SYLLABLE or is_syllable(word):
        return None
    tone = ""
    rest = ""
    for place, char in enumerate(word):
        seen_vowel = any(c in _VOWELS for c in unmarked(word[:place]))
        if char in _TONES and seen_vowel:
            if tone and tone != char:
                return None
            tone = char
        else:
            rest += char
    rest = rest.replace("dd", "đ")
    if rest.startswith("d") and rest.endswith("d") and len(rest) > 2:
        rest = "đ" + rest[1:-1]
    rest = rest.replace("uwow", "ươ").replace("uow", "ươ").replace("uwo", "ươ")
    for keys, letter in _SHAPES:
        rest = rest.replace(keys, letter)
    # The key of a shape may be struck last, after the consonants: "tana" is "tân".
    found = re.fullmatch(r"(.*?)([aeo])([^aeiouy]+)(\2)", rest)
    if found:
        rest = found[1] + {"a": "â", "e": "ê", "o": "ô"}[found[2]] + found[3]
    rest = re.sub(r"u?o([^aeiouyw]*)w$", lambda m: ("ươ" if m[0][0] == "u" else "ơ") + m[1], rest)
    rest = re.sub(r"a([^aeiouyw]+)w$", r"ă\1", rest)
    rest = re.sub(r"u([^aeiouyw]*a?)w$", r"ư\1", rest)
    rest = rest.replace("w", "ư")
    fixed = _with_tone(rest, tone) if rest != word else None
    return fixed if fixed != word else None


@lru_cache(maxsize=4096)
def from_vni(word: str) -> str | None:
    """The same for VNI, where digits stand for marks.

    >>> from_vni("d9at5")
    'đạt'
    """
    if len(word) > _LONGEST_SYLLABLE:
        return None
    rest = word.replace("d9", "đ")
    if rest.startswith("d") and "9" in rest:
        rest = "đ" + rest[1:].replace("9", "", 1)
    tone = ""
    shape = ""
    for char in rest:
        if char in _VNI_TONES:
            if tone:
                return None
            tone = _VNI_TONES[char]
        else:
            shape += char
    shape = shape.replace("u7o7", "ươ").replace("uo7", "ươ").replace("u7o", "ươ")
    for keys, letter in _VNI_SHAPES.items():
        shape = shape.replace(keys, letter)
    found = re.fullmatch(r"(.*?)(u?o|[aeu])([^\d]*)([678])", shape)
    if found:
        shaped = _VNI_LATE.get(found[2] + found[4])
        if shaped is None:
            return None
        shape = found[1] + shaped + found[3]
    if any(c.isdigit() for c in shape):
        return None
    return _with_tone(shape, tone)


# A key held down: "xonggg rồiii", "vướngg"; not the numerals of "quý III".
_HELD: Final = re.compile(r"([^\W\d_i])\1{2,}|(?<=[^\W\d_])([ghnmc])\2(?![^\W\d_])")


def repaired(lowered: str) -> str:
    """Lower-case text with slipped words put right. Other text is returned unchanged."""
    if _HELD.search(lowered):
        lowered = _HELD.sub(r"\1\2", lowered)
    if _is_vni(lowered):
        lowered = _MIXED.sub(lambda m: from_vni(m[0]) or m[0], lowered)
    if not any(map(_slipped, _WORD.findall(lowered))):
        return lowered
    return _WORD.sub(lambda m: _slipped(m[0]) or m[0], lowered)


def _is_vni(lowered: str) -> bool:
    """Whether a word shows that the rest was typed in VNI: a digit inside, or a plain tone.

    "con2 lai5 30%" and "ro4" do, "ap3 60%", "ct2 60%" and "dat5%" do not.
    """
    inside = _VNI_INSIDE.search(lowered) is not None
    for found in _MIXED.finditer(lowered):
        word = found[0]
        if inside and _VNI_INSIDE.search(word) and from_vni(word):
            return True
        if word in _VNI_PLAIN:
            return True
        toned = word[-1] in _VNI_TONES and word[:-1].isalpha() and word[:-1] not in _NUMBERED
        # "giam3 50%": no figure is glued before a figure.
        if toned and _FIGURE.match(lowered, found.end()) and from_vni(word):
            return True
    return False


# Words that no figure is glued to.
_PLAIN_WORDS: Final = """
chi5 a5 da5 nhe1 ro4 ne2 rui2 roi2 lai5 va2 la2 hop5 bao1 lam2 hoan2 thanh2 ket5 lat1 chao2 tam5
nhu7 chuc5 nay2 vai2 ho65 muoi2 phan2 se4 ve3 bac1 co6 chu1 gui3 nhan5 kip5
"""
_VNI_PLAIN: Final = frozenset(_PLAIN_WORDS.split())
# Names that bear numbers, and what is often glued to a figure.
_NUMBERED_WORDS: Final = """
ct nv p q ap kp to khom thon xa khu phuong so thang ngay thu t quy dot lan tuan lop doi tang bai muc
phan buoc vong khoa ban nhom tuyen duong hem ql dt tl lo k ty ti tr m km
"""
_NUMBERED: Final = frozenset(_NUMBERED_WORDS.split())
_FIGURE: Final = re.compile(r"\s+\d")


@lru_cache(maxsize=4096)
def _slipped(word: str) -> str | None:
    """What a word would be with its keys composed; None for one that is right, or shorthand."""
    return None if word in _SHORTHAND else from_telex(word)


# Shorthand that would otherwise be taken for a slip.
_SHORTHAND: Final = frozenset(
    [
        "ddc",
        "ks",
        "bs",
        "ths",
        "gs",
        "dd",
        "ok",
        "oke",
        "okie",
        "ngv",
        "ubnd",
        "hdnd",
        "gpmb",
        "vs",
        "ls",
        "qs",
        "ps",
        "kcs",
        "data",
        "file",
    ]
)
