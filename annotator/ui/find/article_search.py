"""Looking for words in one article, in slices, so that neither window nor search waits for the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.text.matching import find_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.text.matching import Wanted

SLICE: Final = 300_000
"""Code points that are looked through in one go; some milliseconds."""

_BESIDE: Final = 200
"""Code points beside a slice that tell where words begin and end."""


def hits_in(text: str, wanted: Wanted, check: Callable[[], None]) -> list[tuple[int, int]]:
    """Every hit in `text` as [start, end), in order, none overlapping.

    Args:
        text: the article.
        wanted: what is looked for; a pattern is looked for in the whole text at once.
        check: called between slices; what it raises ends the search.

    Raises:
        UserError: nothing that can be looked for, not a pattern, or one that takes too long.
    """
    if wanted.regex or len(text) <= SLICE:
        return find_all(text, wanted)
    found: list[tuple[int, int]] = []
    after = _BESIDE + 4 * len(wanted.text)
    place = 0
    for first in range(0, len(text), SLICE):
        check()
        begin = max(0, first - _BESIDE)
        for start, end in find_all(text[begin : first + SLICE + after], wanted):
            start, end = start + begin, end + begin
            if max(first, place) <= start < first + SLICE:
                found.append((start, end))
                place = end
    return found
