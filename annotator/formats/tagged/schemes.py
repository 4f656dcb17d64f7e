"""Whether the tags of a file follow one scheme, and which of them are no tags among tags.

A chunk shows its scheme by its first and its last letter, and by whether it is one token. What fits no scheme
is read all the same (see `tags`), but said.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from annotator.formats.tagged.tags import SCHEMES, has_letter
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.formats.base import Notices
    from annotator.formats.tagged.tags import Chunk

_SILENT: Final = frozenset({"O", "_", "-"})


_Shape = tuple[str, str, bool, bool]
"""Letters of first and last tag; whether that is one; whether a chunk of its label stands right before."""


@dataclass(slots=True)
class SchemeTally:
    """Chunks of one file by their shapes, and the kinds of tags that were met."""

    _tag: str = ""
    _bare: str = ""
    _shapes: defaultdict[_Shape, int] = field(default_factory=lambda: defaultdict(int))
    _seen: set[str] = field(default_factory=lambda: set(_SILENT))

    def stray(self, column: Sequence[str]) -> tuple[str, str] | None:
        """A tag of the column that is of another kind than one before it, and that one; None if none is.

        The kinds are those with a letter and those without; each tag is told once.
        """
        if self._seen.issuperset(column):
            return None
        for tag in column:
            if tag in self._seen:
                continue
            self._seen.add(tag)
            if has_letter(tag):
                self._tag = self._tag or tag
            else:
                self._bare = self._bare or tag
            if self._tag and self._bare:
                return tag, self._bare if has_letter(tag) else self._tag
        return None

    def count(self, column: Sequence[str], chunks: Iterable[Chunk]) -> None:
        """The chunks of a column are such."""
        shapes, after, named = self._shapes, -1, ""
        for first, last, label in chunks:
            follows = first == after and label == named
            shapes[column[first][0], column[last][0], first == last, follows] += 1
            after, named = last + 1, label

    def tell(self, notices: Notices) -> None:
        """Say how many chunks are not as the scheme has them that most follow."""
        if self._bare:
            return
        fewest = min(
            sum(count for shape, count in self._shapes.items() if not _fits(shape, scheme))
            for scheme in SCHEMES
        )
        if fewest:
            notices.add(
                say(
                    "The tags do not follow one scheme: {count} span begins or ends otherwise than the "
                    "others, and was read as best fits.|The tags do not follow one scheme: {count} spans "
                    "begin or end otherwise than the others, and were read as best fits.",
                    count=fewest,
                )
            )


def _fits(shape: _Shape, scheme: str) -> bool:
    begins, ends, is_single, follows = shape
    first, _, last, only = SCHEMES[scheme]
    if scheme == "iob1" and follows:
        first = only = "B"
    return begins == only if is_single else (begins, ends) == (first, last)
