"""brat standoff written: a folder with a .txt and an .ann for each document, and what explains the types.

Offsets count as brat counts (`places`); notes and the two flags of a span go with it as brat's notes and
attributes. Labels of other signs than brat allows are escaped (`conf`), and shown by their names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from annotator.formats.brat.conf import (
    DOCUMENTS,
    LOOKS,
    TYPES,
    documents_file,
    looks_file,
    type_of,
    types_file,
)
from annotator.formats.brat.lines import NOTE
from annotator.formats.brat.places import Counting, is_on_one_line, joined, lines_of, pieces_of
from annotator.formats.decoding.decode import BOM
from annotator.formats.unnamed import each_once, telling_empty
from annotator.messages import say
from annotator.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.formats.base import (
        Folder,
        LossReport,
        OutgoingDocument,
        OutgoingHead,
        OutgoingSpan,
        WriteOptions,
    )
    from annotator.model.span import Parts

_NAME_LENGTH: Final = 40
_LINE_ENDS_ALONE: Final = say("It holds nothing but line ends, which brat cannot mark.")
_LINE_END_OUTSIDE: Final = say("It begins, ends or is parted at a line end, which brat cannot mark.")


def write_folder(
    head: OutgoingHead,
    documents: Iterable[OutgoingDocument],
    folder: Folder,
    options: WriteOptions,  # noqa: ARG001  (the format has no choices)
    losses: LossReport,
) -> None:
    """Write two files a document, the two that tell brat of the labels, and our own list of documents."""
    for name, content in ((TYPES, types_file(head.labels)), (LOOKS, looks_file(head.labels))):
        _put(folder, name, content)
    writer = _Writer(losses)
    listed = {}
    for number, outgoing in enumerate(telling_empty(documents, losses), 1):
        document = outgoing.document
        name = _file_name(number, document.title)
        text = f"{BOM}{document.text}" if document.text.startswith(BOM) else document.text
        _put(folder, f"{name}.txt", text)
        _put(folder, f"{name}.ann", writer.annotations(outgoing), holds_documents=True)
        listed[name] = {
            "uid": document.uid,
            "title": document.title,
            "metadata": dict(document.metadata),
        }
    _put(folder, DOCUMENTS, documents_file(listed))
    writer.note_losses()
    losses.note(say("brat holds texts, spans, their notes and flags; statuses and origins are not in it."))
    if len(head.annotators) > 1:
        losses.note(say("brat does not say which annotator marked a span."))


def _put(folder: Folder, name: str, content: str, *, holds_documents: bool = False) -> None:
    with folder.file(name, holds_documents=holds_documents) as stream:
        stream.write(content.encode())


def _file_name(number: int, title: str) -> str:
    """Files in the order of the documents, each with words of its title in plain letters."""
    words = "-".join(re.findall("[a-z0-9]+", fold(title)))[:_NAME_LENGTH].strip("-")
    return f"{number:05}-{words}" if words else f"{number:05}"


class _Writer:
    """Makes the annotations of one document after the other."""

    def __init__(self, losses: LossReport) -> None:
        self._losses = losses
        self._changed_notes = 0

    def annotations(self, outgoing: OutgoingDocument) -> str:
        """The lines of an .ann file."""
        text = outgoing.document.text
        counting = Counting(text)
        lines: list[str] = []
        extra: list[str] = []
        for span in each_once(outgoing, self._losses):
            start, end, parts = span.start, span.end, span.parts
            if parts is None and is_on_one_line(text, start, end):
                places, words = counting.stretch(start, end), text[start:end]
            else:
                pieces = pieces_of(text, start, end, parts)
                self._check(outgoing, span, pieces)
                if not pieces:
                    continue
                places = ";".join(counting.stretch(first, last) for first, last in pieces)
                words = " ".join(text[first:last] for first, last in pieces)
            uid = f"T{len(lines) + 1}"
            lines.append(f"{uid}\t{type_of(span.label)} {places}\t{words}\n")
            if span.note or span.flags:
                extra += self._extra(span, uid)
        numbers = {"A": 0, "#": 0}
        for line in extra:
            numbers[line[0]] += 1
            lines.append(f"{line[0]}{numbers[line[0]]}\t{line[1:]}\n")
        return "".join(lines)

    def note_losses(self) -> None:
        """Say what was changed in notes."""
        if self._changed_notes:
            self._losses.note(
                say(
                    "{count} note has line ends that brat does not keep apart."
                    "|{count} notes have line ends that brat does not keep apart.",
                    count=self._changed_notes,
                )
            )

    def _check(self, outgoing: OutgoingDocument, span: OutgoingSpan, pieces: Parts) -> None:
        """Report a span that is not read as it was."""
        if not pieces:
            self._losses.add(outgoing.document, span, _LINE_ENDS_ALONE)
            return
        place, _ = joined(outgoing.document.text, pieces)
        if place != (span.start, span.end, span.parts):
            self._losses.add(outgoing.document, span, _LINE_END_OUTSIDE)

    def _extra(self, span: OutgoingSpan, uid: str) -> Iterable[str]:
        """Kind and rest of the lines on a span; their numbers are given later."""
        for flag in span.flags:
            yield f"A{flag} {uid}"
        if span.note:
            note = lines_of(span.note)
            self._changed_notes += "\n".join(note) != span.note
            for line in note:
                yield f"#{NOTE} {uid}\t{line}"
