"""Own JSONL, version 1, written: the same documents always give the same bytes.

Nothing in it depends on the machine, the time or the library: the corpus' own name and uid are left out, so
that a file imported into another corpus and exported again is the same file. Keys with nothing to say are
left out; the origin of a span is left out when it is the one a reader assumes ("import"). Lines are put
together by hand around the encoded strings, which takes a third of the time of a dictionary for each span.
"""

from __future__ import annotations

import json
from collections import Counter
from json.encoder import encode_basestring as encode
from operator import itemgetter
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from annotator.formats.base import ORIGIN_IMPORT, OutgoingSpan
from annotator.formats.encoded import Encoded
from annotator.formats.jsonl.head import FORMAT, VERSION
from annotator.messages import say
from annotator.model.codebook import guidance_parts
from annotator.model.document import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotator.formats.base import (
        LossReport,
        OutgoingDocument,
        OutgoingHead,
        WriteOptions,
    )
    from annotator.model.codebook import Guidance
    from annotator.model.label import Label

_ANNOTATOR: Final = itemgetter(OutgoingSpan._fields.index("annotator"))


def write(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    stream: BinaryIO,
    options: WriteOptions,  # noqa: ARG001  (the format has no choices)
    losses: LossReport,
) -> None:
    """Write the head and one line a document."""
    stream.write(_head_line(head).encode())
    lines = _Lines(head)
    stream.writelines(lines.line(document).encode() for document in documents)
    losses.note(say("Own JSONL does not hold the history, decisions and comments of the library."))


def names_in_files(head: OutgoingHead) -> dict[str, str]:
    """Uid of an annotator -> what stands for them in spans: the name, or the uid if two share the name."""
    counts = Counter(annotator.name for annotator in head.annotators)
    uids = {annotator.uid for annotator in head.annotators}
    return {
        person.uid: person.name if counts[person.name] == 1 and person.name not in uids else person.uid
        for person in head.annotators
    }


def _head_line(head: OutgoingHead) -> str:
    corpus: dict[str, Any] = {
        "labels": [_label(label, head.guidance.get(label.uid)) for label in head.labels]
    }
    if head.corpus.guidelines:
        corpus["guidelines"] = head.corpus.guidelines
    line: dict[str, Any] = {"corpus": corpus, "format": FORMAT, "version": VERSION}
    if head.annotators:
        people = sorted(head.annotators, key=lambda person: (person.name, person.uid))
        line["annotators"] = [{"uid": one.uid, "name": one.name, "kind": one.kind.value} for one in people]
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"


def _label(label: Label, told: Guidance | None) -> dict[str, Any]:
    every: dict[str, Any] = {
        "uid": label.uid,
        "name": label.name,
        "colour": label.colour,
        "key": label.key,
        "short": label.short,
        "definition": label.definition,
        **(guidance_parts(told) if told is not None else {}),
    }
    return {key: value for key, value in every.items() if value}


class _Lines:
    """Makes lines; labels and annotators are encoded once."""

    def __init__(self, head: OutgoingHead) -> None:
        self._names = {uid: encode(name) for uid, name in names_in_files(head).items()}
        self._order = {uid: place for place, uid in enumerate(self._names)}
        self._labels = Encoded()

    def line(self, outgoing: OutgoingDocument) -> str:
        document = outgoing.document
        metadata = _dumped(document.metadata) if document.metadata else "{}"
        return (
            f'{{"uid":{encode(document.uid)},"title":{encode(document.title)},"text":{encode(document.text)},'
            f'"metadata":{metadata},"spans":[{",".join(self._spans(outgoing.spans))}]'
            f"{self._state(outgoing)}}}\n"
        )

    def _spans(self, spans: tuple[OutgoingSpan, ...]) -> list[str]:
        labels, names, quote, usual = self._labels, self._names, encode, ORIGIN_IMPORT
        return [
            f'{{"uid":{quote(uid)},"start":{start},"end":{end},"label":{labels[label]},'
            f'"annotator":{names[annotator]}'
            + (_more(note, flags, origin, parts) if origin != usual or note or flags or parts else "}")
            for start, end, label, annotator, uid, note, flags, origin, parts in spans
        ]

    def _state(self, outgoing: OutgoingDocument) -> str:
        """Status and layers, so far as the spans do not say them."""
        status = "" if outgoing.status is Status.NEW else f',"status":"{outgoing.status.value}"'
        marked = set(map(_ANNOTATOR, outgoing.spans))
        if all(uid in marked and state is Status.NEW for uid, state in outgoing.layers):
            return status
        layers = sorted(outgoing.layers, key=lambda layer: self._order[layer[0]])
        written = ",".join(
            f'{{"annotator":{self._names[uid]},"status":"{state.value}"}}' for uid, state in layers
        )
        return f'{status},"layers":[{written}]'


def _dumped(metadata: Mapping[str, str]) -> str:
    return json.dumps(dict(metadata), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _more(note: str, flags: tuple[str, ...], origin: str, parts: object) -> str:
    """The end of a span's object with what few spans have."""
    every = {
        "note": note,
        "flags": flags,
        "origin": "" if origin == ORIGIN_IMPORT else origin,
        "parts": parts,
    }
    told = {key: value for key, value in every.items() if value}
    return "," + json.dumps(told, ensure_ascii=False, separators=(",", ":"))[1:]
