"""spaCy's files read: DocBin, and the JSON of version 2, which `json_reader` knows.

Of a DocBin `doc.spans["sc"]` is read; where it is missing or empty, all other groups of spans; where there
are none, `doc.ents`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from annotator.errors import FormatError
from annotator.formats.base import IncomingDocument, IncomingSpan, Problems
from annotator.formats.left_out import (
    DATABASE_LINKS,
    DOCUMENT_LABELS,
    EMPTY_DOCUMENTS,
    EMPTY_SPANS,
    UNLABELLED_SPANS,
    LeftOut,
)
from annotator.formats.meta import told_by
from annotator.formats.spacy import json_reader as spacy_json
from annotator.formats.spacy.docbin import (
    BEGINS,
    ENT_IOB,
    ENT_KB_ID,
    ENT_TYPE,
    INSIDE,
    GroupSpan,
    Unpacked,
)
from annotator.formats.spacy.docbin_message import DamagedError
from annotator.formats.whole_file import read_whole
from annotator.formats.wording import no_label, no_text
from annotator.messages import say
from annotator.model.label import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source
    from annotator.formats.spacy.docbin import Entry
    from annotator.messages import Message

_OWN_GROUP: Final = "sc"
_JSON: Final = (b"[", b"{")
_TELL_EVERY: Final = 100


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The documents of a DocBin or of a JSON file of spaCy 2.

    Raises:
        FormatError: it is neither, is damaged, or a span does not fit its text; the extra is missing.
        OSError: the file cannot be read.
    """
    data = read_whole(source)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in _JSON:
        yield from spacy_json.read(data, source, options, notices)
        return
    problems = Problems(source.name)
    packed = _unpacked(data, source)
    del data
    reader = _Reader(packed, problems)
    for number in range(len(packed)):
        document = reader.document(number)
        if document is not None and not problems.count:
            yield document
        if options.progress and number % _TELL_EVERY == 0:
            options.progress(number, len(packed))
    problems.raise_if_any()
    reader.tell(notices)


def _unpacked(data: bytes, source: Source) -> Unpacked:
    if not data:
        raise FormatError(say("{file} is empty. There is nothing to import.", file=source.name))
    try:
        return Unpacked(data)
    except ImportError as error:
        raise FormatError(
            say(
                "{file}: to read DocBin the extra “spacy” is needed: install it with pip install "
                "'annotator[spacy]'. Nothing was imported.",
                file=source.name,
            )
        ) from error
    except DamagedError as error:
        raise FormatError(
            say(
                "{file}: is no DocBin of spaCy 3, or it is damaged ({detail}). Write it anew and try again. "
                "Nothing was imported.",
                file=source.name,
                detail=str(error),
            )
        ) from error


@dataclass(slots=True)
class _Reader:
    """Turns the entries of one file into documents."""

    packed: Unpacked
    problems: Problems
    left_out: LeftOut = field(default_factory=LeftOut)

    def document(self, number: int) -> IncomingDocument | None:
        """A document; None after its problem was noted or if it has no text."""
        try:
            entry = self.packed.entry(number)
            text, starts = _text_of(entry)
            spans = self._spans(entry, number, starts)
        except DamagedError as error:
            self._note(number, say("is damaged ({detail})", detail=str(error)))
            return None
        self.left_out.add(DATABASE_LINKS, entry.links)
        self.left_out.add(DOCUMENT_LABELS, entry.categories)
        if not text:
            self.left_out.add(EMPTY_DOCUMENTS)
            return None
        told = told_by({key: held for key, held in entry.user_data.items() if isinstance(key, str)})
        if problem := no_text(text, told.title, *told.metadata, *told.metadata.values()):
            self._note(number, problem)
            return None
        return IncomingDocument(text, told.title, told.uid, told.metadata, spans, line=number + 1)

    def tell(self, notices: Notices) -> None:
        """Say what was left out."""
        self.left_out.tell(notices)

    def _spans(self, entry: Entry, number: int, starts: Sequence[int]) -> tuple[IncomingSpan, ...]:
        own = entry.groups.get(_OWN_GROUP)
        others = dict.fromkeys(span for group in entry.groups.values() for span in group)
        spans = own or list(others) or list(self._entities(entry, starts))
        read = [self._span(span, number, entry.words, starts) for span in spans]
        return tuple(span for span in read if span is not None)

    def _entities(self, entry: Entry, starts: Sequence[int]) -> Iterator[GroupSpan]:
        states, types = entry.attributes.get(ENT_IOB), entry.attributes.get(ENT_TYPE)
        if states is None or types is None:
            return
        self.left_out.add(DATABASE_LINKS, sum(1 for link in entry.attributes.get(ENT_KB_ID, ()) if link))
        first: int | None = None
        for place, state in enumerate((*states, 0)):
            if first is not None and (state != INSIDE or types[place] != types[first]):
                yield self._entity(first, place, entry, starts)
                first = None
            if first is None and state in {BEGINS, INSIDE} and types[place]:
                first = place

    def _entity(self, first: int, last: int, entry: Entry, starts: Sequence[int]) -> GroupSpan:
        end = starts[last - 1] + len(entry.words[last - 1])
        label = self.packed.string(entry.attributes[ENT_TYPE][first])
        return GroupSpan(first, last, starts[first], end, label)

    def _span(
        self, span: GroupSpan, number: int, words: Sequence[str], starts: Sequence[int]
    ) -> IncomingSpan | None:
        if span.first == span.last:
            self.left_out.add(EMPTY_SPANS)
            return None
        if not 0 <= span.first < span.last <= len(words):
            self._note(
                number,
                say(
                    "a span covers tokens {first}–{last} of {count}",
                    first=span.first,
                    last=span.last,
                    count=len(words),
                ),
            )
            return None
        start, end = starts[span.first], starts[span.last - 1] + len(words[span.last - 1])
        if (start, end) != (span.start, span.end):
            self._note(
                number,
                say(
                    "a span says {said_start}–{said_end}, but its tokens stand at {start}–{end}",
                    said_start=span.start,
                    said_end=span.end,
                    start=start,
                    end=end,
                ),
            )
            return None
        if not span.label:
            self.left_out.add(UNLABELLED_SPANS)
            return None
        if not is_name(span.label):
            self._note(number, no_label(span.label))
            return None
        return IncomingSpan(start, end, span.label)

    def _note(self, number: int, problem: Message) -> None:
        self.problems.add(spacy_json.says(self.problems.source, number, problem))


def _text_of(entry: Entry) -> tuple[str, list[int]]:
    """The text, and where each token begins."""
    pieces = [word + " " * space for word, space in zip(entry.words, entry.spaces, strict=True)]
    return "".join(pieces), list(accumulate(map(len, pieces), initial=0))
