"""Prodigy's JSON lines, written: one accepted answer for each person's layer of a document.

Notes and flags stand in the spans, where Prodigy leaves alone what it does not know; tokens and hashes it
makes itself when it takes the file in.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring as encode
from typing import TYPE_CHECKING, Any, BinaryIO

from annotator.formats.doccano.writer import IN_PARTS
from annotator.formats.encoded import Encoded
from annotator.formats.jsonl.writer import names_in_files
from annotator.formats.meta import meta_of
from annotator.formats.not_held import FLAGS, NOTES, PEOPLE, NotHeld
from annotator.formats.prodigy.reader import ACCEPT, IGNORE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.formats.base import (
        LossReport,
        OutgoingDocument,
        OutgoingHead,
        OutgoingSpan,
        WriteOptions,
    )


def write(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    stream: BinaryIO,
    options: WriteOptions,  # noqa: ARG001  (the format has no choices)
    losses: LossReport,
) -> None:
    """Write a line for each layer, and one "ignore" for a document without any."""
    writer = _Lines(head, losses)
    for document in documents:
        stream.writelines(line.encode() for line in writer.lines(document))
    writer.not_held.tell(losses)


class _Lines:
    def __init__(self, head: OutgoingHead, losses: LossReport) -> None:
        self._names = names_in_files(head)
        self._order = {uid: place for place, uid in enumerate(self._names)}
        self._losses = losses
        self._labels = Encoded()
        self.not_held = NotHeld(frozenset({NOTES, FLAGS, PEOPLE}))

    def lines(self, outgoing: OutgoingDocument) -> Iterator[str]:
        """The document's lines, people in the order of the head."""
        self.not_held.count(outgoing)
        document = outgoing.document
        start = f'{{"text":{encode(document.text)},"meta":{_compact(meta_of(document))},"spans":['
        if not outgoing.layers:
            yield f'{start}],"answer":"{IGNORE}","_view_id":"ner_manual"}}\n'
            return
        of_people: dict[str, list[OutgoingSpan]] = {uid: [] for uid, _ in outgoing.layers}
        for span in outgoing.spans:
            of_people[span.annotator].append(span)
            if span.parts is not None:
                self._losses.add(document, span, IN_PARTS)
        for uid in sorted(of_people, key=self._order.__getitem__):
            spans = of_people[uid]
            view = "spans_manual" if _overlap(spans) else "ner_manual"
            yield (
                f'{start}{",".join(map(self._span, spans))}],"answer":"{ACCEPT}",'
                f'"_session_id":{encode(self._names[uid])},"_view_id":"{view}"}}\n'
            )

    def _span(self, span: OutgoingSpan) -> str:
        written = f'{{"start":{span[0]},"end":{span[1]},"label":{self._labels[span[2]]}'
        if not span.note and not span.flags:
            return written + "}"
        told = {key: held for key, held in (("note", span.note), ("flags", span.flags)) if held}
        return f"{written},{_compact(told)[1:]}"


def _overlap(spans: Sequence[OutgoingSpan]) -> bool:
    """Whether one of the spans, in reading order, begins before an earlier one ends."""
    reached = 0
    for span in spans:
        if span[0] < reached:
            return True
        reached = max(reached, span[1])
    return False


def _compact(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
