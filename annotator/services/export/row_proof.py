"""Reading a table of spans back, which holds no texts: which of the spans written are in it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.formats.spans_csv.rows import rows
from annotator.model.span import covered_words
from annotator.services.export.counts import Tally
from annotator.services.export.proof import Proof

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from annotator.formats.base import LossReport, OutgoingDocument, OutgoingHead

TABLE: Final = "spans-csv"
"""The one format that is written and never imported."""


class RowProof:
    """Remembers the rows of a table, a number a span, and finds them again.

    Attributes:
        tally: counts of what was written so far.
        texts: documents of which nothing is missing, once it was looked for: there are no texts to miss.
    """

    def __init__(self, head: OutgoingHead, losses: LossReport) -> None:
        self.tally = Tally(head.labels)
        self.texts = 0
        self._losses = losses
        self._expected: set[int] = set()

    def watch(self, documents: Iterable[OutgoingDocument]) -> Iterator[OutgoingDocument]:
        """The documents as they are, remembered once the writer comes back for the next one."""
        lost = self._losses.lost
        for document in documents:
            before = len(lost)
            yield document
            self.tally.add(document.spans, lost[before:])
            text, uid = document.document.text, document.document.uid
            self._expected.update(
                hash(
                    (
                        one.uid,
                        uid,
                        one.start,
                        one.end,
                        one.label,
                        covered_words(text, one.start, one.end, one.parts),
                    )
                )
                for one in document.spans
            )

    def recovered(self, paths: Sequence[Path], progress: Callable[[], None]) -> int:
        """How many of the spans written are in the table.

        Raises:
            FormatError: it cannot be read as what it was written as.
        """
        found = {number for path in paths for row in rows(path) if (number := hash(row)) in self._expected}
        for _ in range(self.tally.documents):
            progress()
        self.texts = self.tally.documents
        return len(found)


def proof_of(format_name: str, head: OutgoingHead, losses: LossReport) -> Proof | RowProof:
    """What will read back the files of a format."""
    return RowProof(head, losses) if format_name == TABLE else Proof(format_name, head, losses)
