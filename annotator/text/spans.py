"""How two half-open stretches [start, end) lie to each other; the one place that says so.

Stretches are not empty. Of overlapping, touching and lying apart exactly one holds for any two of them;
overlapping ones are equal, contain one another or cross.
"""

from __future__ import annotations


def overlap(a_start: int, a_end: int, b_start: int, b_end: int) -> bool:
    """Whether the two share at least one position.

    >>> overlap(0, 3, 2, 5), overlap(0, 3, 3, 5)
    (True, False)
    """
    return a_start < b_end and b_start < a_end


def contains(a_start: int, a_end: int, b_start: int, b_end: int) -> bool:
    """Whether a holds all of b; equal stretches contain each other."""
    return a_start <= b_start and b_end <= a_end


def crosses(a_start: int, a_end: int, b_start: int, b_end: int) -> bool:
    """Whether they overlap and neither holds the other.

    >>> crosses(0, 3, 2, 5), crosses(0, 5, 2, 5)
    (True, False)
    """
    return a_start < b_start < a_end < b_end or b_start < a_start < b_end < a_end


def touches(a_start: int, a_end: int, b_start: int, b_end: int) -> bool:
    """Whether one ends exactly where the other starts."""
    return a_end == b_start or b_end == a_start
