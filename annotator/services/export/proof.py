"""Reading an export back: which of the spans that were written are in the file again, each in its place."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING, Any, Protocol

from annotator.formats.base import IncomingDocument, Notices, ReadOptions, Source
from annotator.formats.jsonl.writer import names_in_files
from annotator.formats.registry import reader_for
from annotator.services.export.counts import Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from annotator.formats.base import (
        IncomingSpan,
        LossReport,
        OutgoingDocument,
        OutgoingHead,
        OutgoingSpan,
    )


class _Keys(Protocol):
    """What of a span a format keeps, as a number: equal spans have equal numbers."""

    def outgoing(self, spans: Iterable[OutgoingSpan]) -> array[int]:
        """Of spans to write."""
        ...

    def incoming(self, spans: Iterable[IncomingSpan]) -> array[int]:
        """Of spans read."""
        ...


class _Everything:
    """For own JSONL, which keeps all of a span."""

    def __init__(self, head: OutgoingHead) -> None:
        self._names = names_in_files(head)

    def outgoing(self, spans: Iterable[OutgoingSpan]) -> array[int]:
        columns = list(zip(*spans, strict=True))
        if columns:
            columns[3] = tuple(map(self._names.__getitem__, columns[3]))
        return _hashes(columns)

    def incoming(self, spans: Iterable[IncomingSpan]) -> array[int]:
        return _hashes(list(zip(*spans, strict=True))[:9])


class _PlaceAndLabel:
    """For formats that keep only where a span is, in parts or whole, and its label."""

    def outgoing(self, spans: Iterable[OutgoingSpan]) -> array[int]:
        columns = list(zip(*spans, strict=True))
        return _hashes((*columns[:3], *columns[8:9]))

    def incoming(self, spans: Iterable[IncomingSpan]) -> array[int]:
        columns = list(zip(*spans, strict=True))
        return _hashes((*columns[:3], *columns[8:9]))


def _hashes(columns: Iterable[Iterable[object]]) -> array[int]:
    """A hash for each row of the columns."""
    return array("q", map(hash, zip(*columns, strict=True)))


class Proof:
    """Remembers what is written, eight bytes a span, and finds it again in the file.

    Attributes:
        tally: counts of what was written so far.
        texts: documents whose text was found as it was written, once it was looked for.
    """

    def __init__(self, format_name: str, head: OutgoingHead, losses: LossReport) -> None:
        self.tally = Tally(head.labels)
        self.texts = 0
        self._format = format_name
        self._losses = losses
        self._keys: _Keys = _Everything(head) if format_name == "jsonl" else _PlaceAndLabel()
        self._expected = array("q")
        self._counts = array("q")
        self._texts = array("q")

    def watch(self, documents: Iterable[OutgoingDocument]) -> Iterator[OutgoingDocument]:
        """The documents as they are, remembered once the writer comes back for the next one."""
        lost = self._losses.lost
        for document in documents:
            lost_before = len(lost)
            yield document
            spans = document.spans
            gone = lost[lost_before:]
            self.tally.add(spans, gone)
            kept = _without(spans, gone) if gone else spans
            self._expected.extend(self._keys.outgoing(kept))
            self._counts.append(len(kept))
            self._texts.append(hash(document.document.text))

    def recovered(self, paths: Sequence[Path], progress: Callable[[], None]) -> int:
        """How many of the spans written are in the files, which hold the documents in the order written.

        Raises:
            FormatError: a file cannot be read as what it was written as.
        """
        documents = self.tally.documents
        if not documents:
            return 0
        found = place = number = 0
        for item in self._read(paths):
            if number >= documents:
                continue
            count = self._counts[number]
            if hash(item.text) == self._texts[number]:
                self.texts += 1
                found += _common(self._expected[place : place + count], self._keys.incoming(item.spans))
            place += count
            number += 1
            progress()
        return found

    def _read(self, paths: Iterable[Path]) -> Iterator[IncomingDocument]:
        for path in paths:
            _, reader = reader_for(path, self._format)
            for item in reader(Source(path, path.name), ReadOptions("utf-8"), Notices()):
                if isinstance(item, IncomingDocument):
                    yield item


def _common(expected: array[int], read: array[int]) -> int:
    if expected == read:
        return len(read)
    return (Counter(expected) & Counter(read)).total()


def _without(spans: Iterable[OutgoingSpan], lost: Iterable[tuple[Any, ...]]) -> list[OutgoingSpan]:
    """The spans that were not lost; of equal ones as many as were not."""
    gone = Counter(one[1:4] for one in lost)
    kept = []
    for span in spans:
        if gone.get(place := span[:3]):  # not by index: that would make a call for each span that is kept
            gone[place] -= 1
        else:
            kept.append(span)
    return kept
