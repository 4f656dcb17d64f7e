"""Syllables: what Vietnamese writes between blanks, in letters, marks and digits."""

from __future__ import annotations

from annotator.text.patterns import Pattern

_WORDS = Pattern(r"\w+")


def count_syllables(text: str) -> int:
    """How many runs of letters, marks and digits there are; at least 1 where there is any text.

    >>> count_syllables("Ủy ban nhân dân tỉnh")
    5
    """
    return max(1, len(_WORDS.findall(text))) if text else 0
