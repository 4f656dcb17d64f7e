"""What Qt gets to see of a paragraph: the same number of UTF-16 units, nothing that Qt would drop or act on.

Qt loses a leading U+FEFF or U+FFFE on the way in and lone surrogates on the way out, and draws nothing for
most control characters. Each such character is replaced by one code unit, so every index stays true.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import Final

_TROUBLE: Final = re.compile("[\x00-\x08\x0a-\x1f\x7f\u2028\u2029\ufeff\ufffe\ud800-\udfff]")
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_WIDE: Final = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]"
)

_STRONG: Final = ("L", "R", "AL")
_STAND_INS: Final = {
    **{code: 0x2400 + code for code in range(0x20) if code != 0x09},
    0x7F: 0x2421,
    0x2028: 0x2424,
    0x2029: 0x2424,
    0xFEFF: 0x200B,
    0xFFFE: 0xFFFD,
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
}


def display_text(paragraph: str) -> str:
    """The text to lay out for a paragraph: equal in UTF-16 units, safe to hand to Qt."""
    return paragraph.translate(_STAND_INS) if _TROUBLE.search(paragraph) else paragraph


def has_right_to_left(paragraph: str) -> bool:
    """Whether any character runs, or makes others run, from right to left."""
    return not paragraph.isascii() and _RIGHT_TO_LEFT.search(paragraph) is not None


def reads_right_to_left(text: str) -> bool:
    """Whether a whole text runs from right to left: whether its first letter does (UAX #9, P2 and P3)."""
    found = _RIGHT_TO_LEFT.search(text) if not text.isascii() else None
    if found is None:
        return False
    directions = map(unicodedata.bidirectional, islice(text, found.end()))
    return next((one for one in directions if one in _STRONG), "L") != "L"


def has_wide(paragraph: str) -> bool:
    """Whether there are East Asian characters, slow to lay out (fonts are looked for one by one)."""
    return not paragraph.isascii() and _WIDE.search(paragraph) is not None
