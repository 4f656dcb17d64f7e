"""Counting the documents that an export has done, for a progress callback."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from annotator.formats.base import OutgoingDocument, Progress


class Ticks:
    """Counts documents for a progress callback."""

    def __init__(self, progress: Progress | None) -> None:
        self._done = self._total = self._rounds = 0
        self._progress = progress

    def begin(self, count: int, rounds: int) -> None:
        """So many documents will be gone through so many times."""
        self._rounds = rounds
        self._total = count * rounds

    def pass_over(self) -> None:
        """A document is none of the choice."""
        self._total -= self._rounds

    def settle(self) -> None:
        """All that is passed over from now on was so before."""
        self._rounds = 0

    def along(self, documents: Iterable[OutgoingDocument]) -> Iterator[OutgoingDocument]:
        """The documents, each counted when the next one is asked for."""
        for document in documents:
            yield document
            self()

    def __call__(self) -> None:
        """One more is done."""
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, self._total)
