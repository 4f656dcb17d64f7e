"""Counting what a part of an export holds while it is written."""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from annotator.formats.base import Lost, OutgoingSpan
from annotator.services.export.facts import PartCounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.label import Label

_LABEL: Final = itemgetter(OutgoingSpan._fields.index("label"))
_LOST_LABEL: Final = itemgetter(Lost._fields.index("label"))


class Tally:
    """Counts of one part.

    Attributes:
        documents: so far.
        spans: that were to be written so far.
    """

    def __init__(self, labels: Iterable[Label]) -> None:
        self.documents = self.spans = 0
        self._lost = self._labelled = 0
        self._labels = Counter({label.name: 0 for label in labels})

    def add(self, spans: Sequence[OutgoingSpan], lost: Sequence[Lost]) -> None:
        """One more document with its spans, and those of them that the file does not hold whole."""
        self.documents += 1
        self.spans += len(spans)
        self._lost += len(lost)
        self._labelled += len(spans) > len(lost)
        self._labels.update(map(_LABEL, spans))
        if lost:
            self._labels.subtract(map(_LOST_LABEL, lost))

    def counts(self, name: str) -> PartCounts:
        """What the part of this name holds."""
        return PartCounts(name, self.documents, self.spans - self._lost, dict(self._labels), self._labelled)
