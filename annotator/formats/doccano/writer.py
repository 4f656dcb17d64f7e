"""doccano's JSON lines, written: {"text", "label": [[start, end, label]], "meta"}, a line a document.

doccano keeps "meta" when it imports the file and gives it back when it exports, so that documents are known
again by their uids.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring as encode
from operator import itemgetter
from typing import TYPE_CHECKING, BinaryIO, Final

from annotator.formats.base import OutgoingSpan
from annotator.formats.encoded import Encoded
from annotator.formats.meta import meta_of
from annotator.formats.not_held import NotHeld
from annotator.formats.unnamed import telling_empty
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.formats.base import (
        LossReport,
        OutgoingDocument,
        OutgoingHead,
        WriteOptions,
    )

IN_PARTS: Final = say("It is discontinuous; the file marks all from its first to its last word.")
"""Why a span in parts is not in a file as it is, where a format has one stretch for each."""

_PARTS: Final = itemgetter(OutgoingSpan._fields.index("parts"))
_TWICE: Final = say("Another person's span has the same place and label; the file has it once.")


def write(
    head: OutgoingHead,  # noqa: ARG001  (the label set is no part of doccano's texts)
    documents: Iterable[OutgoingDocument],
    stream: BinaryIO,
    options: WriteOptions,  # noqa: ARG001  (the format has no choices)
    losses: LossReport,
) -> None:
    """Write one line a document."""
    writer = _Lines(losses)
    stream.writelines(writer.line(document).encode() for document in telling_empty(documents, losses))
    writer.tell()


class _Lines:
    def __init__(self, losses: LossReport) -> None:
        self._losses = losses
        self._labels = Encoded()
        self._not_held = NotHeld()
        self._overlapping = 0

    def line(self, outgoing: OutgoingDocument) -> str:
        document, spans = outgoing.document, outgoing.spans
        self._not_held.count(outgoing)
        triples = self._triples(spans)
        if len(set(triples)) < len(triples) or any(map(_PARTS, spans)):
            spans = tuple(self._each_once(outgoing))
            triples = self._triples(spans)
        self._overlapping += _overlapping(spans)
        meta = json.dumps(meta_of(document), ensure_ascii=False, separators=(",", ":"))
        return f'{{"text":{encode(document.text)},"label":[{",".join(triples)}],"meta":{meta}}}\n'

    def tell(self) -> None:
        if self._overlapping:
            self._losses.note(
                say(
                    "{count} span lies inside or across another: allow overlapping spans in the settings of "
                    "the doccano project before you import the file, for else doccano drops it."
                    "|{count} spans lie inside or across others: allow overlapping spans in the settings of "
                    "the doccano project before you import the file, for else doccano drops them.",
                    count=self._overlapping,
                )
            )
        self._not_held.tell(self._losses)

    def _triples(self, spans: Sequence[OutgoingSpan]) -> list[str]:
        labels = self._labels
        return [f"[{span[0]},{span[1]},{labels[span[2]]}]" for span in spans]

    def _each_once(self, outgoing: OutgoingDocument) -> Iterable[OutgoingSpan]:
        """The spans without repeats; what is not in the file as it is in the library is reported."""
        kept: dict[tuple[int, int, str], OutgoingSpan] = {}
        whole: set[tuple[int, int, str]] = set()
        for span in outgoing.spans:
            if span.parts is not None:
                self._losses.add(outgoing.document, span, IN_PARTS)
            elif span[:3] in whole:
                self._losses.add(outgoing.document, span, _TWICE)
            else:
                whole.add(span[:3])
            kept.setdefault(span[:3], span)
        return kept.values()


def _overlapping(spans: Iterable[OutgoingSpan]) -> int:
    """How many of the spans, in reading order, begin before one that came earlier ends."""
    count = reached = 0
    for span in spans:
        if span[0] < reached:
            count += 1
        if span[1] > reached:
            reached = span[1]
    return count
