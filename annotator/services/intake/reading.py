"""Reads one file into a staging file, here or in a child process; nothing of the library is needed for it.

The window has it done in a child that it can end at any moment; the command line does it itself. Both call
`take_in`, so that what the window shows is what the command line does.
"""

from __future__ import annotations

import contextlib
import gc
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import FormatError, reason_of
from annotator.files import no_file
from annotator.formats.base import IncomingDocument, IncomingHead, Notices, ReadOptions, Source
from annotator.formats.decoding.decode import Candidate, UndecidedEncodingError, candidates_of, decode_bytes
from annotator.formats.registry import reader_for
from annotator.formats.wording import no_text
from annotator.messages import Message, say
from annotator.model.document import Annotator, AnnotatorKind, Status
from annotator.model.identity import is_uid
from annotator.model.reading import TEXT_COLUMN, ReadingChoice
from annotator.services.intake.inspection import Inspection
from annotator.services.intake.limits import limited
from annotator.services.intake.samples import Marked, Sampler
from annotator.storage.staging import StagedDocument, StagingFile
from annotator.text.digest import text_sha256

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.formats.base import IncomingSpan, Progress
    from annotator.services.intake.limits import Signs
    from annotator.services.intake.samples import Sample
    from annotator.text.furniture import Line

_TEXT: Final = "txt"
_TITLE_LENGTH: Final = 120
_SAMPLE: Final = 8_000
LONGEST_TEXT: Final = 64_000_000
"""Characters that one document may have: its text is held several times over on its way in."""
_NEW_OBJECTS: Final = 50_000
"""So many new objects between two searches for cycles."""
_NOT_DECODED: Final = frozenset({".docx", ".pdf", ".parquet", ".spacy"})


@dataclass(frozen=True, slots=True)
class Order:
    """What to read, and how.

    Attributes:
        path: the file.
        name: the file as the person named it, for messages.
        staging: where the staging file is to be made.
        format: name of the format, or "auto".
        choice: how the person wants it read where the file leaves it open.
        owner: whose the spans are that name no annotator; has a layer on every document if `looked`.
        looked: whether `owner` was named by the person, so that a document without spans says "marked
        nothing".
        inspects: whether to look for what is odd in the texts, which takes a while.
    """

    path: str
    name: str
    staging: str
    format: str = "auto"
    choice: ReadingChoice = field(default_factory=ReadingChoice)
    owner: Annotator = field(default_factory=lambda: Annotator("", "", AnnotatorKind.SOURCE))
    looked: bool = False
    inspects: bool = False


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a sound file held, now in the staging file.

    Attributes:
        format: name of the format it was read as.
        documents: so many.
        spans: so many, repeats included.
        notices: what the reader says of what it could not keep.
        corpus: the corpus's name if the file says it.
        title: of the first document.
        characters: of all documents.
        beginning: of the first document's text, boilerplate included.
        in_parts: spans that are discontinuous.
        oddities: what is odd in the texts, if that was asked for.
        boilerplate: the lines of the first document's text that look like those of a web page.
        boilerplate_lines: how many there are in all texts, if that was asked for.
        questions: what the person could choose and did not, in sentences.
        sketches: of the texts of the first documents, if that was asked for.
        digests: of these texts, as they come in.
        is_suspect: whether letters are odd in a way that stays for good, if that was asked for.
        samples: how the first documents begin, if that was asked for.
        marked: whose spans these are and of which labels, if that was asked for.
    """

    format: str
    documents: int
    spans: int
    notices: tuple[Message, ...]
    corpus: str | None = None
    title: str = ""
    characters: int = 0
    beginning: str = ""
    in_parts: int = 0
    oddities: tuple[Message, ...] = ()
    boilerplate: tuple[Line, ...] = ()
    boilerplate_lines: int = 0
    questions: tuple[Message, ...] = ()
    sketches: tuple[array[int], ...] = ()
    digests: tuple[str, ...] = ()
    is_suspect: bool = False
    samples: tuple[Sample, ...] = ()
    marked: Marked = field(default_factory=Marked)


def take_in(order: Order, progress: Progress, notices: Notices | None = None) -> TakenIn:
    """Read the whole file into a new staging file; `notices` gets what the reader has to say.

    Raises:
        FormatError: the file is not sound, or needs more than it may; the staging file is worthless then.
        Cancelled: from `progress`.
    """
    _require_file(order)
    staging = StagingFile(Path(order.staging))
    try:
        with _rarely_collected(), limited(order.name, progress) as signs:
            taken = _Intake(order, staging, Notices() if notices is None else notices).run(signs)
        staging.finish()
    except OSError as error:
        raise unreadable(order.name, error) from error
    finally:
        staging.close()
    return taken


@dataclass(frozen=True, slots=True)
class Refused:
    """One of several files is not sound; nothing of it is in the staging file."""

    problems: tuple[Message, ...]


def take_in_all(orders: tuple[Order, ...], progress: Progress) -> tuple[TakenIn | Refused, ...]:
    """Read several small files into one new staging file, that of the first order.

    Each is held in memory until it is known to be sound. The result is in the order of the files.

    Raises:
        Cancelled: from `progress`.
    """
    staging = StagingFile(Path(orders[0].staging))
    people: dict[str | None, int] = {}
    found: list[TakenIn | Refused] = []
    try:
        with _rarely_collected():
            for order in orders:
                progress(len(found), len(orders))
                try:
                    _require_file(order)
                    with limited(order.name, _unwatched) as signs:
                        found.append(_Intake(order, staging, Notices(), people).run(signs, at_once=True))
                except FormatError as refusal:
                    found.append(Refused(refusal.problems))
                except OSError as error:
                    found.append(Refused((unreadable(order.name, error).message,)))
        staging.finish()
    finally:
        staging.close()
    return tuple(found)


@contextlib.contextmanager
def _rarely_collected() -> Iterator[None]:
    """Fewer searches for cycles: readers make many objects at once, and nearly all are freed without one."""
    usual = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _unwatched(done: int, total: int) -> None:
    """A small file is read before anybody could look."""


def _require_file(order: Order) -> None:
    """Refuse what could keep its reader waiting for ever.

    Raises:
        FormatError: it is a pipe, a socket or a device.
    """
    if problem := no_file(Path(order.path), order.name):
        raise FormatError(problem)


def unreadable(name: str, error: OSError) -> FormatError:
    """The sentence for a file that the system does not give out."""
    if isinstance(error, FileNotFoundError):
        return FormatError(say("{path}: there is no such file or folder.", path=name))
    told = say("{path}: cannot be read ({reason}). Nothing was imported.", path=name, reason=reason_of(error))
    return FormatError(told)


@dataclass(frozen=True, slots=True)
class Look:
    """What a file would be read as; exactly one of `taken` and `problems` says something.

    Attributes:
        encoding: of a text file, "" for others and when it is in doubt.
        candidates: what its encoding may be, unless that is certain.
        offers: what the person may choose for it: name of a choice -> its values.
    """

    taken: TakenIn | None = None
    encoding: str = ""
    candidates: tuple[Candidate, ...] = ()
    offers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Message, ...] = ()


def look(order: Order, progress: Progress) -> Look:
    """Read the whole file as `take_in` does, and tell how it went instead of raising.

    Raises:
        Cancelled: from `progress`.
    """
    notices = Notices()
    if problem := no_file(Path(order.path), order.name):
        return Look(problems=(problem,))
    try:
        taken = take_in(order, progress, notices)
    except UndecidedEncodingError as refusal:
        return Look(candidates=refusal.candidates, offers=notices.offers, problems=refusal.problems)
    except FormatError as refusal:
        found = _candidates(order, notices)
        return Look(candidates=found, offers=notices.offers, problems=refusal.problems)
    if taken.format != _TEXT:
        encoding = (order.choice.encoding or "") if notices.readings else ""
        return Look(taken, encoding, _candidates(order, notices), notices.offers)
    data = Path(order.path).read_bytes()
    encoding = order.choice.encoding or decode_bytes(data, name=order.name).encoding
    return Look(taken, encoding, () if encoding == "utf-8" else _candidates(order, notices), notices.offers)


def _candidates(order: Order, notices: Notices) -> tuple[Candidate, ...]:
    """What else a file may be whose encoding the person chose."""
    if notices.readings:
        return tuple(Candidate(*reading) for reading in notices.readings)
    is_text = Path(order.path).suffix.lower() not in _NOT_DECODED
    return candidates_of(Path(order.path).read_bytes()) if order.choice.encoding and is_text else ()


class _Intake:
    """One file on its way into its staging file."""

    def __init__(
        self,
        order: Order,
        staging: StagingFile,
        notices: Notices,
        people: dict[str | None, int] | None = None,
    ) -> None:
        self._order = order
        self._staging = staging
        self._notices = notices
        self._inspection = Inspection(order.choice.boilerplate)
        self._sampler = Sampler()
        self._digests: list[str] = []
        self._in_parts = 0
        self._people = {} if people is None else people
        self._known: dict[str, Annotator] = {}
        self._corpus: str | None = None
        self._documents = 0
        self._spans = 0
        self._title = ""
        self._characters = 0
        self._beginning = ""

    def run(self, signs: Signs, *, at_once: bool = False) -> TakenIn:
        """Read the file; `at_once` reads all of it before anything goes into the staging file."""
        order, choice = self._order, self._order.choice
        source = Source(Path(order.path), order.name)
        name, reader = reader_for(source.path, order.format, name=source.name)
        options = ReadOptions(
            encoding=choice.encoding,
            discontinuous=choice.discontinuous,
            layer=choice.layer,
            text_column=choice.text_column or TEXT_COLUMN,
            progress=signs.progress,
        )
        items = reader(source, options, self._notices)
        for item in list(items) if at_once else items:
            signs.alive()
            if isinstance(item, IncomingHead):
                self._take_head(item)
            else:
                self._take_document(item)
        return TakenIn(
            format=name,
            documents=self._documents,
            spans=self._spans,
            notices=(*self._notices.messages, *self._inspection.removals()),
            corpus=self._corpus,
            title=self._title,
            characters=self._characters,
            beginning=self._beginning,
            in_parts=self._in_parts,
            oddities=self._inspection.oddities(),
            boilerplate=self._inspection.boilerplate,
            boilerplate_lines=self._inspection.boilerplate_lines,
            questions=self._inspection.questions(),
            sketches=tuple(self._inspection.sketches),
            digests=tuple(self._digests),
            is_suspect=self._inspection.is_suspect,
            samples=tuple(self._sampler.samples),
            marked=self._sampler.marked(map(self._annotator, self._people)),
        )

    def _take_head(self, head: IncomingHead) -> None:
        self._corpus = head.name
        if head.guidelines:
            self._staging.set_guidelines(head.guidelines)
        for label in head.labels:
            self._staging.list_label(label, head.guidance.get(label.name))
        for annotator in head.annotators:
            self._known.setdefault(annotator.name, annotator)
        for annotator in head.annotators:
            if annotator.uid:
                self._known[annotator.uid] = annotator

    def _take_document(self, document: IncomingDocument) -> None:
        if len(document.text) > LONGEST_TEXT:
            raise FormatError(_too_long(self._order.name, document))
        _require_text(self._order.name, document)
        if self._order.inspects:
            self._inspection.look_at(document.text, has_spans=bool(document.spans))
        whole = document.text
        document = replace(document, text=self._inspection.kept(whole, has_spans=bool(document.spans)))
        layers: dict[int, Status | None] = {
            self._person(layer.annotator): layer.status for layer in document.layers
        }
        spans = self._by_person(document.spans)
        for person in spans:
            layers.setdefault(person, document.status)
        if not layers and (self._order.looked or document.status not in (None, Status.NEW)):
            layers[self._person(None)] = document.status
        title = document.title or first_line(document.text) or Path(self._order.name).stem
        self._staging.add_document(
            StagedDocument(
                document.uid, title, document.text, document.metadata, layers, spans, document.line
            )
        )
        if self._order.inspects:
            self._sampler.take(document, title, whole, len(layers))
            if len(self._digests) < len(self._inspection.sketches):
                self._digests.append(text_sha256(document.text))
        if not self._documents:
            self._title, self._beginning = title, whole[:_SAMPLE]
        self._documents += 1
        self._spans += len(document.spans)
        self._in_parts += sum(span.parts is not None for span in document.spans)
        self._characters += len(document.text)

    def _by_person(self, spans: tuple[IncomingSpan, ...]) -> dict[int, Sequence[IncomingSpan]]:
        names = {span.annotator for span in spans}
        if len(names) == 1:
            return {self._person(names.pop()): spans}
        found: dict[int, list[IncomingSpan]] = {}
        for span in spans:
            found.setdefault(self._person(span.annotator), []).append(span)
        return dict(found)

    def _person(self, key: str | None) -> int:
        """The staging number of the annotator that the file calls `key`, None being nobody."""
        number = self._people.get(key)
        if number is None:
            number = self._people[key] = self._number_of(self._annotator(key))
        return number

    def _number_of(self, annotator: Annotator) -> int:
        for key, number in self._people.items():
            if self._annotator(key) == annotator:
                return number  # one person under two keys: by name here, by uid there
        return self._staging.add_annotator(annotator)

    def _annotator(self, key: str | None) -> Annotator:
        if key is None:
            return self._order.owner
        if key in self._known:
            return self._known[key]
        return Annotator(key if is_uid(key) else "", key, AnnotatorKind.SOURCE)


def _require_text(file: str, document: IncomingDocument) -> None:
    """Refuse NUL in what a document says, for every reader: some find it in bytes that no parser refuses.

    Raises:
        FormatError: it holds one.
    """
    problem = no_text(document.text, document.title, *document.metadata, *document.metadata.values())
    if problem is not None:
        raise FormatError(say("{file}: {problem}. Nothing was imported.", file=file, problem=problem))


def _too_long(file: str, document: IncomingDocument) -> Message:
    return say(
        "{file}: the text that begins “{beginning}” has {count} characters, and one document may have "
        "{limit} at most. Split it and try again. Nothing was imported.",
        file=file,
        beginning=document.title or first_line(document.text[:_SAMPLE]),
        count=len(document.text),
        limit=LONGEST_TEXT,
    )


def first_line(text: str) -> str:
    """A title for a text that has none: its first line with words, cut at a word."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(line) <= _TITLE_LENGTH:
        return line
    return line[:_TITLE_LENGTH].rsplit(None, 1)[0] + "…"
