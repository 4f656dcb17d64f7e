"""What files lose that do not say whose a span is, or that somebody looked and marked nothing."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Final

from annotator.formats.base import OutgoingSpan
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.formats.base import LossReport, OutgoingDocument

MARKED_TWICE: Final = say("Another annotator marked the same, and the file does not name annotators.")

_WHAT: Final = itemgetter(*map(OutgoingSpan._fields.index, ("start", "end", "label", "parts")))
_WHOSE: Final = itemgetter(OutgoingSpan._fields.index("annotator"))


def each_once(outgoing: OutgoingDocument, losses: LossReport) -> Sequence[OutgoingSpan]:
    """The spans of a document, of those with equal place and label the first; the others go into `losses`."""
    spans = outgoing.spans
    if len(set(map(_WHOSE, spans))) < 2:  # a layer has no two of them
        return spans
    kept: dict[object, OutgoingSpan] = {}
    for span in spans:
        if kept.setdefault(_WHAT(span), span) is not span:
            losses.add(outgoing.document, span, MARKED_TWICE)
    return [*kept.values()]


def telling_empty(documents: Iterable[OutgoingDocument], losses: LossReport) -> Iterator[OutgoingDocument]:
    """The documents as they are; after the last one is said how many layers have no span to show for them."""
    count = 0
    for outgoing in documents:
        marked = set(map(_WHOSE, outgoing.spans))
        count += sum(uid not in marked for uid, _ in outgoing.layers)
        yield outgoing
    if count:
        losses.note(
            say(
                "{count} layer without spans is not in the file: it does not say that somebody looked and "
                "marked nothing.|{count} layers without spans are not in the file: it does not say that "
                "somebody looked and marked nothing.",
                count=count,
            )
        )
