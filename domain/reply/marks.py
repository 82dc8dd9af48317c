"""What one thing said in a reply is: a mark; and a figure, which is one kind of it.

Values only; they are found by scanner.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

# Units of a figure beside those of money and counting.
BARE: Final = "bare"
PERCENT: Final = "percent"
FRACTION: Final = "fraction"
AMOUNT: Final = "amount"  # with nghìn, triệu, tỷ or đồng
COUNT: Final = "count"  # with a noun

# Folded nouns of places that bear numbers: "tổ 3 khu phố 2".
PLACES: Final = frozenset(
    (
        "xa", "phuong", "huyen", "tinh", "thanh pho", "ap", "khu pho", "khu", "thua", "lo", "phong",
        "to", "hem", "ngo", "khom", "thon", "lop", "tang", "kp", "tdp", "to dan pho",
    )
)  # fmt: skip


@dataclass(slots=True)
class Figure:
    """A number as it was said. `noun` is folded, `value` in ones."""

    unit: str
    value: float
    scale: int = 1
    noun: str = ""
    done: float | None = None
    total: float | None = None
    doubt: str | None = None
    maybe_date: date | None = None
    parts: bool = False  # "hai phần ba", "một nửa": a share, nothing was counted


@dataclass(slots=True)
class Mark:
    """One thing said; `kind` is a kind of words, or figure, date, code, break, stop, word.

    `start` and `end` are tokens.
    """

    kind: str
    start: int
    end: int
    value: Any = None
