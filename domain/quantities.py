"""Units of weight, length and area, and what one of them makes in another of the same kind.

Holds only those that are of one size everywhere: a "sào" is 360, 497 or 1,000 square metres, and
"công" and "mẫu" differ as much.
"""

from typing import Final

from domain.measures import kept_noun

# Folded noun → kind, and its size in the smallest.
_SIZES: Final = {
    "tan": ("weight", 1000.0), "ta": ("weight", 100.0), "yen": ("weight", 10.0),
    "kg": ("weight", 1.0), "km": ("length", 1000.0), "m": ("length", 1.0),
    "ha": ("area", 10_000.0), "m2": ("area", 1.0), "km2": ("area", 1_000_000.0),
}  # fmt: skip


def ratio(noun: str, wanted: str) -> float | None:
    """How many of one unit (folded) another makes; None if they are not of one kind, or alike.

    >>> ratio("ta", "tan"), ratio("km", "m"), ratio("sao", "ha"), ratio("kg", "m")
    (0.1, 1000.0, None, None)
    """
    own, other = _SIZES.get(kept_noun(noun)), _SIZES.get(kept_noun(wanted))
    if own is None or other is None or own == other or own[0] != other[0]:
        return None
    return own[1] / other[1]
