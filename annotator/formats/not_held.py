"""What plain formats of spans have no room for: counted while documents pass, noted at the end."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from annotator.formats.base import OutgoingSpan
from annotator.messages import say

if TYPE_CHECKING:
    from annotator.formats.base import LossReport, OutgoingDocument

NOTES: Final = "notes"
FLAGS: Final = "flags"
PEOPLE: Final = "people"

_NOTE: Final = itemgetter(OutgoingSpan._fields.index("note"))
_FLAGS: Final = itemgetter(OutgoingSpan._fields.index("flags"))


@dataclass(slots=True)
class NotHeld:
    """Counts for one export.

    Attributes:
        held: which of `NOTES`, `FLAGS` and `PEOPLE` the format does hold.
        notes: of spans, so far.
        flags: spans with flags, so far.
    """

    held: frozenset[str] = frozenset()
    notes: int = 0
    flags: int = 0

    def count(self, outgoing: OutgoingDocument) -> None:
        """One more document is written."""
        spans = outgoing.spans
        self.notes += sum(map(bool, map(_NOTE, spans)))
        self.flags += sum(map(bool, map(_FLAGS, spans)))

    def tell(self, losses: LossReport) -> None:
        """Say of what was met that it is not in the file, then what never is."""
        if self.notes and NOTES not in self.held:
            losses.note(
                say(
                    "{count} note of a span is not in the file.|{count} notes of spans are not in the file.",
                    count=self.notes,
                )
            )
        if self.flags and FLAGS not in self.held:
            losses.note(
                say(
                    "{count} span has flags that are not in the file."
                    "|{count} spans have flags that are not in the file.",
                    count=self.flags,
                )
            )
        if PEOPLE not in self.held:
            losses.note(say("The file does not say whose span it is."))
        losses.note(
            say("The file does not hold statuses, what the codebook says of labels, guidelines and history.")
        )
