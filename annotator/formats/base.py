"""What readers give, what writers take, and how both report. Knows no format and opens no file.

A reader yields at most one `IncomingHead`, before any document, then documents in the order of the file. It
is all or nothing: whoever takes documents from it keeps them aside until it has ended without `FormatError`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple, NoReturn, Protocol

from annotator.errors import FormatError, UserError
from annotator.messages import Message, say
from annotator.model.span import covered_words

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from annotator.model.codebook import Guidance
    from annotator.model.document import Annotator, Corpus, Document, Status
    from annotator.model.label import Label
    from annotator.model.span import Parts

_MOST_WORDS: Final = 80
"""Code points of a lost span's words that its report shows."""

MAX_PROBLEMS: Final = 20
"""So many problems of one file are named; the rest is counted."""

ORIGIN_IMPORT: Final = "import"
"""Origin of a span whose file does not say how it came about."""

Progress = Callable[[int, int], None]
"""Called with what is done and what there is in all, bytes or documents; may raise `Cancelled`."""


class IncomingSpan(NamedTuple):
    """One span of a file, checked against its document's text; 300,000 are made a second, hence a tuple.

    Attributes:
        start: first code point, inclusive; `0 <= start < end <= len(text)` holds.
        end: code point after the last one.
        label: NAME of the label.
        annotator: name or uid as the file gives it (see `IncomingHead.annotators`), None if it does not.
        uid: as the file gives it, or None.
        note: plain text, "" for none.
        flags: sorted, out of `model.span.FLAGS`.
        origin: how it came about, `ORIGIN_IMPORT` if the file does not say.
        parts: None, or the stretches of a discontinuous span as `model.span.Span` has them.
        text: the covered words, if the file gave them and they were verified.
    """

    start: int
    end: int
    label: str
    annotator: str | None = None
    uid: str | None = None
    note: str = ""
    flags: tuple[str, ...] = ()
    origin: str = ORIGIN_IMPORT
    parts: Parts | None = None
    text: str | None = None


class IncomingLayer(NamedTuple):
    """A layer that the file names on its own: it may be empty ("looked, marked nothing")."""

    annotator: str
    status: Status


@dataclass(frozen=True, slots=True)
class IncomingDocument:
    """One document of a file.

    Attributes:
        text: exactly as decoded, a leading byte order mark left out.
        title: "" if the file gives none.
        uid: as the file gives it, or None.
        metadata: texts by name.
        spans: in the file's order.
        layers: those the file names on their own; spans may name more annotators.
        status: the document's, if the file gives one; for layers that have none of their own.
        line: of the file where it begins, from 1, for messages; 0 if the file is one document.
    """

    text: str
    title: str = ""
    uid: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    spans: tuple[IncomingSpan, ...] = ()
    layers: tuple[IncomingLayer, ...] = ()
    status: Status | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class IncomingHead:
    """What a file says about its corpus; every part may be missing.

    Attributes:
        name: of the corpus, None if the file does not say.
        labels: the label set in order; `uid` may be "" (known by name alone), `colour` "" (to be chosen).
        annotators: who the annotators named in spans and layers are; `uid` may be "".
        guidelines: plain text.
        guidance: what the codebook says of labels, by the label's name, of those of which it says something.
    """

    name: str | None = None
    labels: tuple[Label, ...] = ()
    annotators: tuple[Annotator, ...] = ()
    guidelines: str = ""
    guidance: Mapping[str, Guidance] = field(default_factory=dict)


Incoming = IncomingHead | IncomingDocument


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: where it is, and its name as the person gave it, which alone stands in messages."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the person chose for reading.

    Attributes:
        encoding: name for `decode.decode_bytes`, None for detection.
        discontinuous: what becomes of spans in parts: whole, hull, fragments or refuse.
        layer: of UIMA and WebAnno files: name of the span layer to read; "" for the named entities.
        text_column: of tables: name of the column that holds the text.
        progress: called now and then with bytes done and bytes in all by readers of large files.
    """

    encoding: str | None = None
    discontinuous: str = "whole"
    layer: str = ""
    text_column: str = "text"
    progress: Progress | None = None


@dataclass(slots=True)
class Notices:
    """What a reader has to say about a file: sentences for `files[].message`, and what it leaves to choose.

    Attributes:
        messages: in order; they count only when the file is accepted.
        offers: name of a `ReadOptions` field -> the values it could have here; also for a refused file.
        readings: how the text would begin in each encoding it may be in, (encoding, beginning), when a
            reader of another format than plain text found its letters in doubt and was told an encoding.
    """

    messages: list[Message] = field(default_factory=list)
    offers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    readings: tuple[tuple[str, str], ...] = ()

    def add(self, message: Message) -> None:
        """One more sentence."""
        self.messages.append(message)

    def offer(self, option: str, values: Iterable[str]) -> None:
        """A person may want another of these values for the option "layer" or "text_column"."""
        self.offers[option] = tuple(values)


Reader = Callable[[Source, ReadOptions, Notices], Iterator[Incoming]]
"""Reads one file. Raises FormatError naming file, place, cause and remedy; OSError comes as it is."""


class ProblemError(ValueError):
    """A part of a file (a row, a region, a span) cannot be what it says.

    Attributes:
        message: what is wrong with it, without a full stop; whoever knows the place makes it a sentence.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(slots=True)
class Problems:
    """Collects what is wrong with one file, so that a person sees all of it and not only the first thing."""

    source: str
    found: list[Message] = field(default_factory=list)
    count: int = 0

    def add(self, message: Message) -> None:
        """One more problem; only the first `MAX_PROBLEMS` are kept, all are counted."""
        self.count += 1
        if len(self.found) < MAX_PROBLEMS:
            self.found.append(message)

    def raise_if_any(self) -> None:
        """Refuse the file if anything was found.

        Raises:
            FormatError: with the first problem as its message and all that were kept.
        """
        if self.found:
            self.refuse()

    def refuse(self, last: Message | None = None) -> NoReturn:
        """Refuse the file, now; `last` is one more problem, after which reading cannot go on."""
        if last is not None:
            self.add(last)
        problems = list(self.found)
        if more := self.count - len(problems):
            problems.append(
                say(
                    "{file}: {count} more problem was found.|{file}: {count} more problems were found.",
                    file=self.source,
                    count=more,
                )
            )
        raise FormatError(problems[0], tuple(problems))


class OutgoingSpan(NamedTuple):
    """One span to write; a flat tuple, so that a stream of rows costs one object a span.

    Attributes:
        start: first code point, inclusive.
        end: code point after the last one.
        label: NAME of the label.
        annotator: uid of the annotator whose layer it is in.
        uid: of the span.
        note: plain text, "" for none.
        flags: sorted, out of `model.span.FLAGS`.
        origin: how it came about.
        parts: as `model.span.Span` has them.
    """

    start: int
    end: int
    label: str
    annotator: str
    uid: str
    note: str = ""
    flags: tuple[str, ...] = ()
    origin: str = "hand"
    parts: Parts | None = None


@dataclass(frozen=True, slots=True)
class OutgoingDocument:
    """One document to write.

    Attributes:
        document: uid, title, text, metadata.
        layers: (uid of the annotator, status) of every layer to write, empty ones too.
        spans: of those layers, in reading order (`model.span.reading_order`).
        status: the document's.
    """

    document: Document
    layers: tuple[tuple[str, Status], ...]
    spans: tuple[OutgoingSpan, ...]
    status: Status


@dataclass(frozen=True, slots=True)
class OutgoingHead:
    """What goes with the documents.

    Attributes:
        corpus: with its guidelines.
        labels: the label set in order.
        annotators: all of the layers to write.
        guidance: what the codebook says of labels, by uid.
    """

    corpus: Corpus
    labels: tuple[Label, ...]
    annotators: tuple[Annotator, ...] = ()
    guidance: Mapping[str, Guidance] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """The recipe's choices; a format ignores what it has no use for.

    Attributes:
        scheme: iob1, iob2, bioes, bilou or io.
        tokens: syllables, words or characters.
        nested: outermost, innermost, levels, per-label or refuse.
        edges: drop, widen or narrow: what becomes of spans that do not begin and end where tokens do.
    """

    scheme: str = "iob2"
    tokens: str = "syllables"
    nested: str = "outermost"
    edges: str = "drop"


class Lost(NamedTuple):
    """One span that a file could not take, or could not take whole.

    Attributes:
        document: uid.
        start: of the span, code points.
        end: of the span.
        label: name.
        reason: sentence.
        title: of the document.
        words: of the span, for people: on one line, and cut where they are many.
    """

    document: str
    start: int
    end: int
    label: str
    reason: Message
    title: str
    words: str


@dataclass(slots=True)
class LossReport:
    """What a writer could not write: spans one by one, everything else in sentences."""

    lost: list[Lost] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)

    def add(self, document: Document, span: OutgoingSpan, reason: Message) -> None:
        """The span is not in the file as it is in the library."""
        end = min(span.end, span.start + _MOST_WORDS + 1)
        words = " ".join(covered_words(document.text, span.start, end, span.parts).split())
        if len(words) > _MOST_WORDS:
            words = f"{words[:_MOST_WORDS]}…"
        self.lost.append(Lost(document.uid, span.start, span.end, span.label, reason, document.title, words))

    def note(self, message: Message) -> None:
        """One more sentence about what the file does not hold."""
        self.notes.append(message)


class UnwritableError(UserError):
    """A writer cannot write this one document; an export leaves it out, says so, and writes the others.

    Attributes:
        document: which one.
        reason: sentence about it.
    """

    def __init__(self, document: Document, reason: Message) -> None:
        title, uid = document.title, document.uid
        super().__init__(say("{title} ({uid}): {problem}", title=title, uid=uid, problem=reason))
        self.document = document
        self.reason = reason


class Folder(Protocol):
    """A folder that a writer fills; all of its files appear together once the last one is whole."""

    def file(self, name: str, *, holds_documents: bool = True) -> AbstractContextManager[BinaryIO]:
        """A new file of that name.

        Args:
            name: of the file; sub-folders by "/".
            holds_documents: whether reading it back gives documents; files that explain others do not. Files
                that do are read back in the order in which they were made.
        """
        ...


Writer = Callable[[OutgoingHead, Iterable[OutgoingDocument], BinaryIO, WriteOptions, LossReport], None]
"""Writes documents as they come. Raises UserError for what the recipe refuses, `UnwritableError` for one
document that cannot be in such a file; OSError comes as it is."""

FolderWriter = Callable[[OutgoingHead, Iterable[OutgoingDocument], Folder, WriteOptions, LossReport], None]
"""The same for formats whose export is a folder; one document a file, or a file and what explains it."""
