"""doccano's JSON, read: spans as triples or objects, under the names that its versions gave them.

Offsets are code points. The files do not carry the covered words, so nothing but the length of the text can
be checked; that is why no other unit is guessed.
"""

from __future__ import annotations

from functools import partial
from itertools import repeat
from operator import lt
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.base import ORIGIN_IMPORT, IncomingDocument, IncomingHead, IncomingSpan, Problems
from annotator.formats.doccano.labels import LabelTypes, is_label_type, label_types_beside
from annotator.formats.json_records import records
from annotator.formats.left_out import (
    BARE_NUMBERS,
    COMMENTS,
    DOCUMENT_LABELS,
    EMPTY_SPANS,
    OTHER_SPANS,
    RELATIONS,
    LeftOut,
)
from annotator.formats.meta import as_texts, told_by
from annotator.formats.offsets import CODE_POINTS, Claim, settle
from annotator.formats.other_spans import keys_of_spans, spans_elsewhere
from annotator.formats.wording import shown
from annotator.messages import say
from annotator.model.label import is_name
from annotator.strict_json import JsonProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source
    from annotator.formats.json_records import Record
    from annotator.messages import Message

_SPANS: Final = ("label", "labels", "entities", "annotations")
_KNOWN: Final = frozenset({*_SPANS, "text", "meta", "relations", "cats", "Comments", "comments"})
_HELD: Final = frozenset(_SPANS)
_LABEL_TYPE: Final = say(
    "it describes a label and is no text. Import the file of the texts; this list is read with it when it "
    "stands beside it"
)
_LISTS: Final = {list}
_INTEGER: Final = {int}
_make_span = partial(tuple.__new__, IncomingSpan)
_REST: Final = (repeat(None), repeat(None), repeat(""), repeat(()), repeat(ORIGIN_IMPORT))
_MORE: Final = (repeat(None), repeat(None))


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The labels, if doccano's list of them stands beside the file, and every text with its spans.

    Raises:
        FormatError: with the first twenty things that are wrong, each with its line or record.
        OSError: the file cannot be read.
    """
    problems = Problems(source.name)
    types = label_types_beside(source, options, problems)
    if types.labels and not problems.count:
        yield IncomingHead(labels=tuple(types.labels))
    reader = _Reader(problems, types)
    for record in records(source, options, problems):
        document = reader.document(record)
        if document is not None and not problems.count:
            yield document
    problems.raise_if_any()
    reader.tell(notices)


class _Reader:
    """Turns the records of one file into documents; counts what it cannot keep."""

    def __init__(self, problems: Problems, types: LabelTypes) -> None:
        self._problems = problems
        self._names = types.names
        self._left = LeftOut()
        self._sound: set[object] = set()
        self._bare: set[int] = set()

    def tell(self, notices: Notices) -> None:
        """Say what was left out."""
        self._left.add(BARE_NUMBERS, len(self._bare))
        self._left.tell(notices)

    def document(self, record: Record) -> IncomingDocument | None:
        """The document of a record; None, or one that must not be used, after a problem was noted."""
        try:
            fields = record.fields(late=_SPANS)
            key = "data" if "text" not in fields and isinstance(fields.get("data"), str) else "text"
            text = fields.get(key)
            if is_label_type(fields) and not _HELD.intersection(fields):
                self._problems.refuse(record.says(_LABEL_TYPE))
            if not isinstance(text, str) or not text:
                self._problems.add(record.says(_no_text(fields)))
                return None
            spans = self._spans(record, fields, text)
        except JsonProblemError as error:
            self._problems.add(record.says(error.problem))
            return None
        for kind, held in (
            (RELATIONS, "relations"),
            (DOCUMENT_LABELS, "cats"),
            (COMMENTS, "Comments"),
            (COMMENTS, "comments"),
        ):
            self._left.add(kind, _count(fields.get(held)))
        rest = {name: held for name, held in fields.items() if name not in _KNOWN and name != key}
        if others := keys_of_spans(rest):
            if _HELD.isdisjoint(fields):
                self._problems.add(record.says(spans_elsewhere(others[0], ", ".join(_SPANS))))
            self._left.add(OTHER_SPANS, len(others))
        return self._whole(fields, rest, text, spans, record.line)

    def _whole(
        self,
        fields: dict[str, Any],
        rest: dict[str, Any],
        text: str,
        spans: tuple[IncomingSpan, ...],
        line: int,
    ) -> IncomingDocument:
        """The document; `rest` are those fields that are none of doccano's own."""
        meta = fields.get("meta")
        if not isinstance(meta, dict):
            meta = {"meta": meta} if meta and meta != "{}" else {}
        told = told_by(meta)
        title = rest.pop("title") if not told.title and isinstance(rest.get("title"), str) else told.title
        return IncomingDocument(text, title, told.uid, as_texts(rest) | told.metadata, spans, line=line)

    def _spans(self, record: Record, fields: dict[str, Any], text: str) -> tuple[IncomingSpan, ...]:
        found: tuple[IncomingSpan, ...] = ()
        for key in _SPANS:
            items = fields.get(key)
            if not items:
                continue
            if not isinstance(items, list):
                items = [items]  # one label of the whole document
            plain = self._plain(items, len(text))
            found += self._careful(record, items, text) if plain is None else plain
        return found

    def _plain(self, items: list[Any], length: int) -> tuple[IncomingSpan, ...] | None:
        """The spans if all are sound triples with labels that were met before, taken a column at a time."""
        if set(map(type, items)) != _LISTS or set(map(len, items)) != {3}:
            return None
        starts, ends, labels = zip(*items, strict=True)
        if {*map(type, starts), *map(type, ends)} != _INTEGER or set(map(type, labels)) != {str}:
            return None
        sound = (
            min(starts) >= 0
            and max(ends) <= length
            and all(map(lt, starts, ends))
            and self._sound.issuperset(labels)
        )
        if not sound:
            return None
        return tuple(map(_make_span, zip(starts, ends, labels, *_REST, *_MORE, strict=False)))

    def _careful(self, record: Record, items: list[Any], text: str) -> tuple[IncomingSpan, ...]:
        """The spans one by one, with words for what is wrong with any."""
        claims: list[Claim] = []
        rest: list[tuple[int, str, str | None]] = []
        for place, item in enumerate(record.objects(items), 1):
            parts = _parts(item)
            if parts is None:
                self._left.add(DOCUMENT_LABELS)
                continue
            start, end, label, user = parts
            name = self._name(label)
            wrong = _wrong(item, start, end, name)
            if wrong is not None:
                self._problem(record, place, wrong)
            elif start == end and 0 <= start <= len(text):
                self._left.add(EMPTY_SPANS)
            elif name is not None:
                claims.append(Claim(start, end))
                rest.append((place, name, user))
        settled = settle(text, claims, (CODE_POINTS,))
        for misfit in settled.misfits:
            self._problem(record, rest[misfit.number][0], misfit.reason)
        return tuple(
            IncomingSpan(place.start, place.end, name, user)
            for place, (_, name, user) in zip(settled.places, rest, strict=False)
        )

    def _name(self, label: object) -> str | None:
        """The name of a label as a record gives it, None if it cannot be one."""
        if type(label) is int:
            if label in self._names:
                return self._names[label]
            self._bare.add(label)
            return str(label)
        if not isinstance(label, str) or not is_name(label):
            return None
        self._sound.add(label)
        return label

    def _problem(self, record: Record, place: int, problem: Message) -> None:
        self._problems.add(record.says(say("span {span}: {problem}", span=place, problem=problem)))


def _parts(item: object) -> tuple[Any, Any, Any, str | None] | None:
    """Start, end, label and user of a span; None for a label of the whole document."""
    if isinstance(item, list):
        return (*item, None) if len(item) == 3 else (None, None, None, None)
    if not isinstance(item, dict):
        return None
    start = item.get("start_offset", item.get("start"))
    end = item.get("end_offset", item.get("end"))
    if start is None and end is None and "label" in item:
        return None
    return start, end, item.get("label"), _user(item.get("user"))


def _user(found: object) -> str | None:
    """What the layer of a user is called: doccano gives numbers or names."""
    if isinstance(found, str) and is_name(found):
        return found
    return f"user {found}" if type(found) is int else None


def _wrong(item: object, start: object, end: object, name: str | None) -> Message | None:
    if type(start) is not int or type(end) is not int:
        return say(
            "{value} is no span; expected: start and end as whole numbers, and a label", value=shown(item)
        )
    if name is None:
        return say(
            "{value} has no label that can be used; expected: a name of 1 to 200 characters on one line",
            value=shown(item),
        )
    return None


def _no_text(fields: dict[str, Any]) -> Message:
    if fields.get("text") == "":
        return say("the text is empty")
    if fields.get("text") is None:
        return say("it has no “text”")
    return say("“text” cannot be {value}; expected: a text", value=shown(fields["text"]))


def _count(found: object) -> int:
    return len(found) if isinstance(found, list) else int(bool(found))
