"""spaCy's files read: DocBin, and the JSON of version 2, which `spacy_json` knows.

Of a DocBin `doc.spans["sc"]` is read; where it is missing or empty, all other groups of spans; where there
are none, `doc.ents`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from annotator.errors import FormatError
from annotator.formats import spacy_json
from annotator.formats.base import IncomingDocument, IncomingSpan, Problems
from annotator.formats.docbin import (
    BEGINS,
    ENT_IOB,
    ENT_KB_ID,
    ENT_TYPE,
    INSIDE,
    GroupSpan,
    Unpacked,
)
from annotator.formats.docbin_message import DamagedError
from annotator.formats.meta import told_by
from annotator.formats.whole_file import read_whole
from annotator.formats.wording import no_label, no_text
from annotator.messages import say
from annotator.model.label import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source
    from annotator.formats.docbin import Entry
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
    left_out: Counter[str] = field(default_factory=Counter)

    def document(self, number: int) -> IncomingDocument | None:
        """A document; None after its problem was noted or if it has no text."""
        try:
            entry = self.packed.entry(number)
            text, starts = _text_of(entry)
            spans = self._spans(entry, number, starts)
        except DamagedError as error:
            self._note(number, say("is damaged ({detail})", detail=str(error)))
            return None
        self.left_out["links"] += entry.links
        self.left_out["categories"] += entry.categories
        if not text:
            self.left_out["empty documents"] += 1
            return None
        told = told_by({key: held for key, held in entry.user_data.items() if isinstance(key, str)})
        if problem := no_text(text, told.title, *told.metadata, *told.metadata.values()):
            self._note(number, problem)
            return None
        return IncomingDocument(text, told.title, told.uid, told.metadata, spans, line=number + 1)

    def tell(self, notices: Notices) -> None:
        """Say what was left out."""
        for kind, message in _left_out(self.left_out):
            if self.left_out[kind]:
                notices.add(message)

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
        self.left_out["links"] += sum(1 for link in entry.attributes.get(ENT_KB_ID, ()) if link)
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
            self.left_out["empty spans"] += 1
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
            self.left_out["unlabelled"] += 1
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


def _left_out(counts: Counter[str]) -> Iterator[tuple[str, Message]]:
    links, unlabelled = counts["links"], counts["unlabelled"]
    categories, documents, spans = counts["categories"], counts["empty documents"], counts["empty spans"]
    yield (
        "links",
        say(
            "{count} link to a knowledge base was left out.|{count} links to a knowledge base were left out.",
            count=links,
        ),
    )
    yield (
        "categories",
        say(
            "{count} label of a whole document was left out."
            "|{count} labels of whole documents were left out.",
            count=categories,
        ),
    )
    yield (
        "unlabelled",
        say(
            "{count} span without a label was left out.|{count} spans without a label were left out.",
            count=unlabelled,
        ),
    )
    yield (
        "empty documents",
        say(
            "{count} document without text was left out.|{count} documents without text were left out.",
            count=documents,
        ),
    )
    yield (
        "empty spans",
        say("{count} empty span was left out.|{count} empty spans were left out.", count=spans),
    )
