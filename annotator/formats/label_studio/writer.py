"""Label Studio's JSON written: an array of tasks, a line each, which Label Studio imports.

Its offsets are code points. Who marked a span stands under "annotator": Label Studio would refuse a file
whose `completed_by` names people that it does not know, and passes other keys over. Layers of machines are
predictions. Uid, title and metadata stand in the task's `meta`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from json.encoder import encode_basestring as encode
from typing import TYPE_CHECKING, BinaryIO, Final

from annotator.formats.jsonl.writer import names_in_files
from annotator.formats.meta import meta_of
from annotator.messages import say
from annotator.model.document import AnnotatorKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.formats.base import (
        LossReport,
        OutgoingDocument,
        OutgoingHead,
        WriteOptions,
    )

_PARTS: Final = say("It is discontinuous; the file marks all from its first to its last word.")


def write(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    stream: BinaryIO,
    options: WriteOptions,  # noqa: ARG001  (the format has no choices)
    losses: LossReport,
) -> None:
    """Write a task for each document."""
    tasks = _Tasks(head, losses)
    stream.write(b"[")
    before = "\n"
    for number, outgoing in enumerate(documents, 1):
        stream.write(f"{before}{tasks.task(number, outgoing)}".encode())
        before = ",\n"
    stream.write(b"\n]\n")
    tasks.note_losses()


class _Tasks:
    """Makes the JSON of one task after the other."""

    def __init__(self, head: OutgoingHead, losses: LossReport) -> None:
        self._names = names_in_files(head)
        self._order = {uid: place for place, uid in enumerate(self._names)}
        self._models = {one.uid for one in head.annotators if one.kind is AnnotatorKind.MACHINE}
        self._losses = losses
        self._flags = 0

    def task(self, number: int, outgoing: OutgoingDocument) -> str:
        """One task, on one line."""
        document = outgoing.document
        results = self._results(outgoing)
        annotations, predictions = [], []
        for uid, status in sorted(outgoing.layers, key=lambda layer: self._order[layer[0]]):
            result = f'"result":[{",".join(results[uid])}]'
            name = encode(self._names[uid])
            if uid in self._models:
                predictions.append(f'{{"model_version":{name},{result}}}')
            else:
                state = "" if status is Status.DONE else f'"status":"{status.value}",'
                annotations.append(f'{{"annotator":{name},{state}{result}}}')
        title = f'"title":{encode(document.title)},' if document.title else ""
        meta = json.dumps(meta_of(document), ensure_ascii=False, separators=(",", ":"))
        return (
            f'{{"id":{number},"data":{{{title}"text":{encode(document.text)}}},'
            f'"annotations":[{",".join(annotations)}],"predictions":[{",".join(predictions)}],"meta":{meta}}}'
        )

    def note_losses(self) -> None:
        """Say what the file does not hold."""
        if self._flags:
            self._losses.note(
                say(
                    "{count} span has flags that are not in the file."
                    "|{count} spans have flags that are not in the file.",
                    count=self._flags,
                )
            )
        self._losses.note(
            say("The file does not hold origins, guidelines, what the codebook says and history.")
        )

    def _results(self, outgoing: OutgoingDocument) -> dict[str, list[str]]:
        """Uid of an annotator -> their spans as Label Studio's results."""
        text, quote = outgoing.document.text, encode
        found: dict[str, list[str]] = defaultdict(list)
        for span in outgoing.spans:
            start, end, label, annotator, uid, note, flags, _, parts = span
            if parts:
                self._losses.add(outgoing.document, span, _PARTS)
            self._flags += bool(flags)
            more = f',"meta":{{"text":[{quote(note)}]}}' if note else ""
            found[annotator].append(
                f'{{"id":{quote(uid)},"from_name":"label","to_name":"text","type":"labels","origin":"manual",'
                f'"value":{{"start":{start},"end":{end},"text":{quote(text[start:end])},'
                f'"labels":[{quote(label)}]}}{more}}}'
            )
        return found
