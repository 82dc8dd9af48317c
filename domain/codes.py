"""Codes of assignments as people type them: CT12, ct 01, "chỉ tiêu 12", "nhiệm vụ số 7".

Knows the form of a code only; whether it exists, and whose it is, is not known here.
"""

import re
from typing import Final

from domain.fold import fold

# Each prefix and the words that stand for it, folded.
PREFIXES: Final[dict[str, str]] = {
    "ct": "CT",
    "chi tieu": "CT",
    "nv": "NV",
    "nhiem vu": "NV",
}

_CODE: Final = re.compile(
    r"(?P<prefix>chi tieu|nhiem vu|ct|nv)(?: so| thu)?[ .:_-]{0,3}(?P<number>\d{1,4})"
)


def canonical(prefix: str, number: int) -> str:
    """The one spelling of a code; `prefix` as in PREFIXES.

    >>> canonical("chi tieu", 1)
    'CT1'
    """
    return f"{PREFIXES[prefix]}{number}"


def normal_code(text: str) -> str | None:
    """The canonical form when the whole text is one code, else None.

    >>> normal_code("ct 01"), normal_code("Chỉ tiêu 12"), normal_code("CTr 10")
    ('CT1', 'CT12', None)
    """
    found = _CODE.fullmatch(fold(text))
    if found is None or int(found["number"]) == 0:
        return None
    return canonical(found["prefix"], int(found["number"]))
