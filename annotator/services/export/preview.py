"""A passage in the library and the file that would hold it, side by side, before anything is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from annotator.formats.base import LossReport
from annotator.services.export.facts import Preview, PreviewFile, PreviewSpan
from annotator.services.export.nowhere import FolderInMemory
from annotator.text.segment import sentence_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.formats.base import Folder, OutgoingDocument, OutgoingHead
    from annotator.messages import Message

_PASSAGE: Final = 1200
"""Code points of a passage at most, unless it would end within its first sentence."""

_LONGEST_LINE: Final = 4000
"""Code points that are shown of one line of a file."""


class Write(Protocol):
    """Writes documents into a folder in memory, in the form of the recipe."""

    def __call__(
        self, head: OutgoingHead, documents: Iterable[OutgoingDocument], folder: Folder, losses: LossReport
    ) -> None:
        """Write them; what is not in the file goes into `losses`."""
        ...


def preview(
    head: OutgoingHead,
    documents: Iterator[OutgoingDocument],
    write: Write,
    lines: int,
    named: Callable[[str, str], str],
) -> Preview | None:
    """The passage of the first document that has a span, else of the first, and its file.

    Args:
        head: what goes with the documents.
        documents: of the choice.
        write: writes in the recipe's form.
        lines: so many of each file at most.
        named: by uid of the document and the name that it was written under, how the file will be called.

    Files that hold documents come first.
    """
    document = _chosen(documents)
    if document is None:
        return None
    passage = _passage(document)
    folder, losses = FolderInMemory(), LossReport()
    write(head, [passage], folder, losses)
    shown = passage.document
    return Preview(
        document=shown.uid,
        title=shown.title,
        text=shown.text,
        goes_on=len(shown.text) < len(document.document.text),
        spans=tuple(_told(passage, losses)),
        files=tuple(
            replace(
                _shown(named(shown.uid, name), folder.files[name], lines),
                holds_documents=name not in folder.explainers,
            )
            for name in sorted(folder.files, key=folder.explainers.__contains__)
        ),
        notes=tuple(losses.notes),
    )


def _chosen(documents: Iterator[OutgoingDocument]) -> OutgoingDocument | None:
    first: OutgoingDocument | None = None
    for document in documents:
        if document.spans:
            return document
        first = first or document
    return first


def _passage(whole: OutgoingDocument) -> OutgoingDocument:
    """The document as if it ended after its first sentences."""
    text = whole.document.text
    if len(text) <= _PASSAGE:
        return whole
    start, end = sentence_at(text, _PASSAGE)
    cut = start or min(end, 2 * _PASSAGE)
    spans = tuple(span for span in whole.spans if span.end <= cut)
    return replace(whole, document=replace(whole.document, text=text[:cut]), spans=spans)


def _told(passage: OutgoingDocument, losses: LossReport) -> Iterator[PreviewSpan]:
    """The spans, each with the reason why the file does not hold it; of equal ones the first are lost."""
    reasons: dict[tuple[int, int, str], list[Message]] = {}
    for each in losses.lost:
        reasons.setdefault((each.start, each.end, each.label), []).append(each.reason)
    for span in passage.spans:
        why = reasons.get((span.start, span.end, span.label))
        yield PreviewSpan(span.start, span.end, span.label, span.parts, why.pop(0) if why else None)


def _shown(name: str, data: bytes, lines: int) -> PreviewFile:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return PreviewFile(name, (), is_text=False, goes_on=bool(data))
    if "\0" in text:
        return PreviewFile(name, (), is_text=False, goes_on=bool(data))
    found = text.split("\n", lines)
    goes_on = len(found) > lines and bool(found[lines])
    shown = found[:lines] if len(found) > lines else found
    if shown and not shown[-1] and not goes_on:
        shown = shown[:-1]  # what follows the last line's end
    return PreviewFile(name, tuple(map(_fitted, shown)), is_text=True, goes_on=goes_on)


def _fitted(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"
