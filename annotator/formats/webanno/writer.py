"""WebAnno TSV 3.3 written: a folder, one file a document, for INCEpTION and WebAnno.

Every span is in its file as it is, nested, crossing and equal ones too: words that it covers wholly carry it
in their rows, words that it cuts carry it in a row of their part, and white space at its edge is a row of its
own. Places count UTF-16 units.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from annotator.formats.file_names import file_stem
from annotator.formats.jsonl.writer import names_in_files
from annotator.formats.offsets import utf16_places
from annotator.formats.uima.layers import ANNOTATOR, NAMED_ENTITY, features_of, note_people
from annotator.formats.unnamed import telling_empty
from annotator.formats.webanno.escapes import escape_text, escape_value
from annotator.messages import say
from annotator.text.segment import sentences, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.formats.base import (
        Folder,
        LossReport,
        OutgoingDocument,
        OutgoingHead,
        OutgoingSpan,
        WriteOptions,
    )

_Stretch = tuple[int, int]

_PARTS: Final = say("It is discontinuous; the file marks all from its first to its last word.")


def write_folder(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    folder: Folder,
    options: WriteOptions,  # noqa: ARG001  (the format has no choices)
    losses: LossReport,
) -> None:
    """Write one file a document; discontinuous spans are in it as their hulls, which is reported."""
    losses.note(
        say("WebAnno TSV holds text, spans and labels; titles, metadata, notes, flags and statuses are not.")
    )
    note_people(head, losses)
    names, features = names_in_files(head), features_of(head)
    for outgoing in telling_empty(documents, losses):
        for span in outgoing.spans:
            if span.parts is not None:
                losses.add(outgoing.document, span, _PARTS)
        with folder.file(f"{file_stem(outgoing.document)}.tsv") as stream:
            stream.write(_file(outgoing, names, features).encode())


def _file(outgoing: OutgoingDocument, names: Mapping[str, str], features: Sequence[str]) -> str:
    text, spans = outgoing.document.text, outgoing.spans
    columns = [
        [escape_value(names[span.annotator] if name == ANNOTATOR else span.label) for span in spans]
        for name in features
    ]
    rows = _Rows(text, spans, columns)
    lines = ["#FORMAT=WebAnno TSV 3.3", f"#T_SP={'|'.join((NAMED_ENTITY, *features))}", ""]
    for number, (sentence, first, last) in enumerate(_sentences(text, spans, rows.words), 1):
        lines.append("")
        lines += [f"#Text={escape_text(line)}" for line in sentence.split("\n")]
        rows.write(number, first, last, lines)
    return "\n".join((*lines, ""))


class _Rows:
    """The words of a text, which spans each of them and each part of them carries, and their lines.

    Args:
        text: of the document.
        spans: of it.
        columns: the values of all spans, a column after the other.

    Attributes:
        words: in order; white space only where a span begins or ends in it.
    """

    def __init__(self, text: str, spans: Sequence[OutgoingSpan], columns: Sequence[list[str]]) -> None:
        self._text = text
        self.words = _words(text, spans)
        self._units = utf16_places(text)
        self._carried: dict[int, dict[_Stretch, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._columns = columns
        self._nothing = "\t_" * len(columns)
        self._place(spans)

    def _place(self, spans: Sequence[OutgoingSpan]) -> None:
        """Find the words of each span, and give those a number that a reader could not tell apart."""
        starts = [start for start, _ in self.words]
        several: set[int] = set()
        for number, span in enumerate(spans):
            first, last = bisect_right(starts, span.start) - 1, bisect_left(starts, span.end)
            for word in range(first, last):
                start, end = self.words[word]
                stretch = max(start, span.start), min(end, span.end)
                self._carried[word][stretch].append(number)
            if last - first > 1:
                several.add(number)
        for carried in self._carried.values():
            for stacked in carried.values():
                if len(stacked) > 1:
                    several.update(stacked)
        for count, number in enumerate(sorted(several), 1):
            for column in self._columns:
                column[number] += f"[{count}]"

    def write(self, sentence: int, first: int, last: int, lines: list[str]) -> None:
        """Add the rows of a sentence's words, and of parts of them, to `lines`; `last` is no more of it."""
        text, units, nothing = self._text, self._units, self._nothing
        for place in range(first, last):
            name = f"{sentence}-{place - first + 1}"
            start, end = word = self.words[place]
            words = text[start:end]
            if not words.isprintable():
                words = escape_text(words)  # a line break would break the row; else words stand as they are
            carried = self._carried.get(place)
            cells = self._cells(carried[word]) if carried and word in carried else nothing
            lines.append(f"{name}\t{units[start]}-{units[end]}\t{words}{cells}\t")
            if carried:
                self._write_parts(name, word, carried, lines)

    def _write_parts(
        self, name: str, word: _Stretch, carried: Mapping[_Stretch, list[int]], lines: list[str]
    ) -> None:
        parts = sorted((part for part in carried if part != word), key=lambda part: (part[0], -part[1]))
        for number, (start, end) in enumerate(parts, 1):
            place = f"{self._units[start]}-{self._units[end]}"
            words = self._text[start:end]
            words = words if words.isprintable() else escape_text(words)
            lines.append(f"{name}.{number}\t{place}\t{words}{self._cells(carried[start, end])}\t")

    def _cells(self, spans: Sequence[int]) -> str:
        return "".join("\t" + "|".join([column[span] for span in spans]) for column in self._columns)


def _words(text: str, spans: Sequence[OutgoingSpan]) -> list[_Stretch]:
    """The tokens of a text, and the white space in which spans begin or end, or in which the text begins."""
    found = list(tokens(text))
    starts = [start for start, _ in found]
    for edge in {edge for span in spans for edge in (span.start, span.end - 1)}:
        _add_blank(text, edge, found, starts)
    if not found or text[: found[0][0]].strip(" ") or not text[: found[0][0]].isascii():
        _add_blank(text, 0, found, starts)
    return found


def _add_blank(text: str, place: int, found: list[_Stretch], starts: list[int]) -> None:
    """Make the white space around a place a word, if that is what stands there."""
    after = bisect_right(starts, place)
    start = found[after - 1][1] if after else 0
    if place < start:
        return
    end = found[after][0] if after < len(found) else len(text)
    if start < end:
        found.insert(after, (start, end))
        starts.insert(after, start)


def _sentences(
    text: str, spans: Sequence[OutgoingSpan], words: Sequence[_Stretch]
) -> list[tuple[str, int, int]]:
    """(text, first word, word after the last) of each sentence; none begins within a span.

    A reader puts a line feed between two sentences that are one character apart; whatever else stands there
    belongs to the sentence before.
    """
    starts = [start for start, _ in words]
    inside = _insides(spans)
    cuts = [0]
    for start, _ in sentences(text, 0, len(text)):
        word = bisect_left(starts, start)
        at = bisect_right(inside, (start, len(text))) - 1
        is_cut = at >= 0 and inside[at][0] < start < inside[at][1]
        if word < len(words) and starts[word] == start and word > cuts[-1] and not is_cut:
            cuts.append(word)
    found = []
    for first, last in pairwise([*cuts, len(words)]):
        begin = starts[first]
        end = starts[last] if last < len(words) else len(text)
        if last < len(words) and words[last - 1][1] == end - 1 and text[end - 1] == "\n":
            end -= 1
        found.append((text[begin:end], first, last))
    return found


def _insides(spans: Sequence[OutgoingSpan]) -> list[_Stretch]:
    """The stretches that spans cover, joined where they overlap; spans are in order of their starts."""
    found: list[_Stretch] = []
    for span in spans:
        if found and span.start < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], span.end)
        else:
            found.append((span.start, span.end))
    return found
