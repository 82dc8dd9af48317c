"""How Vietnamese syllables are spelt: which letters make one, and where its tone stands.

Knows spelling only; what people strike for one is for telex, vni and slips.
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
TONES: Final = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
VOWELS: Final = "aăâeêioôơuưy"
# "nghieengs" and "ngu7o7ng2" with every key struck apart, and one to spare.
LONGEST_SYLLABLE: Final = 12


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


def with_tone(shape: str, tone: str) -> str | None:
    """The syllable with the tone ("s f r x j", "" for none) on its vowel, None if it is none."""
    found = _SYLLABLE.fullmatch(shape)
    if found is None or (found["stop"] is not None and tone not in ("", "s", "j")):
        return None
    if not tone:
        return shape
    rhyme = found["open"] or found["stop"]
    start = len(shape) - len(rhyme)
    vowels = [i for i in range(start, len(shape)) if shape[i] in VOWELS]
    shaped = [i for i in vowels if shape[i] in "ăâêôơư"]
    if shaped:
        place = shaped[-1]
    elif len(vowels) == 1 or (len(vowels) == 2 and shape[-1] in VOWELS and rhyme[:2] not in _LATE):
        place = vowels[0]
    else:
        place = vowels[1]
    marked = shape[: place + 1] + TONES[tone] + shape[place + 1 :]
    return unicodedata.normalize("NFC", marked)


# In these rhymes the tone stands on the second vowel.
_LATE: Final = ("oa", "oe", "uy")
