"""Which characters of a variant not everybody in its cluster marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.review import Variant

Range = tuple[int, int]


def differing(variant: Variant, others: Sequence[Variant]) -> list[Range]:
    """The stretches of a variant that at least one of the others does not mark.

    Args:
        variant: the one to be shown.
        others: all variants of its cluster; it may be among them.

    Returns:
        Half open stretches of code points in order, none touching; none when all mark the same.
    """
    own = _pieces(variant)
    return _united([piece for other in others for piece in _without(own, _pieces(other))])


def _pieces(variant: Variant) -> list[Range]:
    return list(variant.parts) if variant.parts is not None else [(variant.start, variant.end)]


def _without(pieces: Sequence[Range], gone: Sequence[Range]) -> list[Range]:
    """What is left of the pieces where none of `gone` lies; both in order."""
    rest = []
    for start, end in pieces:
        for first, last in gone:
            if last <= start or first >= end:
                continue
            if first > start:
                rest.append((start, first))
            start = max(start, last)
        if start < end:
            rest.append((start, end))
    return rest


def _united(pieces: Sequence[Range]) -> list[Range]:
    united: list[Range] = []
    for start, end in sorted(pieces):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((start, end))
    return united
