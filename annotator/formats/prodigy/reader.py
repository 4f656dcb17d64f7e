"""Prodigy's JSON lines, read: answers of one text that follow each other become one document.

"accept" is work of a person, whose layer is called as the session; "reject" says that something proposed is
wrong, never that there is nothing, and "ignore" says nothing: both bring a text without a layer. A record
without an answer is a task; what a model proposed in it is the layer of that model.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.base import (
    IncomingDocument,
    IncomingHead,
    IncomingLayer,
    IncomingSpan,
    ProblemError,
    Problems,
)
from annotator.formats.json_records import records
from annotator.formats.left_out import (
    CHOICES,
    DOCUMENT_LABELS,
    EMPTY_SPANS,
    IGNORED,
    ONE_BY_ONE,
    OTHER_SPANS,
    REJECTED,
    REJECTED_SPANS,
    RELATIONS,
    LeftOut,
)
from annotator.formats.lines import numbered_lines
from annotator.formats.meta import Told, as_texts, told_by
from annotator.formats.offsets import CODE_POINTS, UNITS, UnitTally, settle
from annotator.formats.other_spans import keys_of_spans, spans_elsewhere
from annotator.formats.prodigy.span import marked
from annotator.formats.wording import shown
from annotator.messages import say
from annotator.model.document import Annotator, AnnotatorKind, Status
from annotator.model.label import is_name
from annotator.strict_json import JsonProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source
    from annotator.formats.json_records import Record
    from annotator.formats.prodigy.span import Marked

ACCEPT: Final = "accept"
REJECT: Final = "reject"
IGNORE: Final = "ignore"

_ANSWERS: Final = (ACCEPT, REJECT, IGNORE, None)
_LATE: Final = ("tokens", "spans", "options", "relations")
_KNOWN: Final = frozenset(
    {*_LATE, "text", "meta", "answer", "accept", "label", "config", "path", "priority", "score", "html"}
)
_SOURCE: Final = re.compile(r'"source"\s*:\s*("(?:[^"\\]|\\.)*")')


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """Models that proposed spans, if there are any, and every text with its spans.

    Raises:
        FormatError: with the first twenty things that are wrong, each with its line or record.
        OSError: the file cannot be read.
    """
    machines = _machines(source, options)
    if machines:
        yield IncomingHead(annotators=machines)
    problems = Problems(source.name)
    reader = _Reader(problems)
    waiting: _Document | None = None
    for record in records(source, options, problems):
        found = reader.answer(record)
        if waiting is not None and found is not None and waiting.takes(found):
            continue
        if waiting is not None and not problems.count:
            yield waiting.whole()
        waiting = found
    problems.raise_if_any()
    if waiting is not None:
        yield waiting.whole()
    reader.tell(notices)


def _machines(source: Source, options: ReadOptions) -> tuple[Annotator, ...]:
    """Models that may have proposed spans in tasks without an answer; more than do is no harm."""
    names = set()
    for _, line in numbered_lines(source, options, Problems(source.name)):
        if '"answer"' not in line:
            names.update(_SOURCE.findall(line))
    known = sorted({name for name in map(_string, names) if is_name(name)})
    return tuple(Annotator("", name, AnnotatorKind.MACHINE) for name in known)


def _string(written: str) -> str:
    try:
        return str(json.loads(written))
    except ValueError:
        return ""  # the reader proper has the words for it


@dataclass(slots=True)
class _Document:
    """One text with all that answers in a row say of it."""

    text: str
    told: Told
    line: int
    spans: list[IncomingSpan] = field(default_factory=list)
    looked: dict[str, None] = field(default_factory=dict)

    def takes(self, other: _Document) -> bool:
        """Take in another answer, if it is about the same text."""
        if (other.text, other.told.uid) != (self.text, self.told.uid):
            return False
        self.spans += other.spans
        self.looked |= other.looked
        self.told = Told(
            self.told.uid, self.told.title or other.told.title, other.told.metadata | self.told.metadata
        )
        return True

    def whole(self) -> IncomingDocument:
        with_spans = {span.annotator for span in self.spans}
        empty = [name for name in self.looked if name not in with_spans]
        return IncomingDocument(
            self.text,
            self.told.title,
            self.told.uid,
            self.told.metadata,
            tuple(self.spans),
            tuple(IncomingLayer(name, Status.NEW) for name in empty),
            line=self.line,
        )


class _Reader:
    """Turns the records of one file into answers; counts what it cannot keep."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._left = LeftOut()
        self._tally = UnitTally()

    def tell(self, notices: Notices) -> None:
        """Say what was left out, and what the offsets count."""
        self._left.tell(notices)
        self._tally.tell(notices)

    def answer(self, record: Record) -> _Document | None:
        """What a record says of its text; None, or what must not be used, after a problem was noted."""
        try:
            fields = record.fields(_LATE)
            return self._answer(record, fields)
        except JsonProblemError as error:
            self._problems.add(record.says(error.problem))
        return None

    def _answer(self, record: Record, fields: dict[str, Any]) -> _Document | None:
        text, answer = fields.get("text"), fields.get("answer")
        if not isinstance(text, str) or not text:
            self._problems.add(
                record.says(
                    say("it has no “text”")
                    if text is None
                    else say("“text” cannot be {value}; expected: a text", value=shown(text))
                )
            )
            return None
        if answer not in _ANSWERS:
            self._problems.add(
                record.says(
                    say("{value} is no answer; there are accept, reject, ignore", value=shown(answer))
                )
            )
            return None
        spans = self._spans(record, fields, text)
        found = _Document(text, _told(fields, self._rest(record, fields)), record.line)
        if answer in (ACCEPT, None):
            self._count(fields)
            self._accept(found, fields, spans)
        else:
            self._left.add(REJECTED if answer == REJECT else IGNORED)
            self._left.add(REJECTED_SPANS, len(spans) if answer == REJECT else 0)
        return found

    def _rest(self, record: Record, fields: dict[str, Any]) -> dict[str, Any]:
        """The fields that are none of Prodigy's own; spans among them are noted."""
        rest = {key: held for key, held in fields.items() if key not in _KNOWN and not key.startswith("_")}
        if others := keys_of_spans(rest):
            if "spans" not in fields:
                self._problems.add(record.says(spans_elsewhere(others[0], "spans")))
            self._left.add(OTHER_SPANS, len(others))
        return rest

    def _accept(
        self, found: _Document, fields: dict[str, Any], spans: list[tuple[IncomingSpan, str]]
    ) -> None:
        person = _person(fields)
        if person is not None and "answer" in fields:
            found.looked[person] = None
        self._left.add(ONE_BY_ONE, int(fields.get("_is_binary") is True and bool(spans)))
        for span, source in spans:
            proposed = "answer" not in fields and is_name(source)
            found.spans.append(span._replace(annotator=source if proposed else person))

    def _spans(self, record: Record, fields: dict[str, Any], text: str) -> list[tuple[IncomingSpan, str]]:
        items = fields.get("spans") or []
        if not isinstance(items, list):
            self._problems.add(
                record.says(
                    say("“spans” cannot be {value}; expected: a list", value=shown(record.objects(items)))
                )
            )
            return []
        tokens = record.objects(fields["tokens"]) if isinstance(fields.get("tokens"), list) else []
        found: list[tuple[int, Marked]] = []
        for place, item in enumerate(record.objects(items), 1):
            try:
                one = marked(item, tokens)
            except ProblemError as error:
                self._problems.add(
                    record.says(say("span {span}: {problem}", span=place, problem=error.message))
                )
                continue
            if 0 <= one.claim.start == one.claim.end <= len(text):
                self._left.add(EMPTY_SPANS)
            else:
                found.append((place, one))
        return self._settled(record, text, found)

    def _settled(
        self, record: Record, text: str, found: list[tuple[int, Marked]]
    ) -> list[tuple[IncomingSpan, str]]:
        claims = [one.claim for _, one in found]
        have_words = all(claim.words is not None for claim in claims)  # without them no unit can be found out
        settled = settle(text, claims, UNITS if have_words else (CODE_POINTS,))
        for misfit in settled.misfits:
            place = found[misfit.number][0]
            self._problems.add(record.says(say("span {span}: {problem}", span=place, problem=misfit.reason)))
        if claims and not settled.misfits:
            self._tally.count(settled)
        return [
            (IncomingSpan(place.start, place.end, one.label, note=one.note, flags=one.flags), one.source)
            for place, (_, one) in zip(settled.places, found, strict=False)
        ]

    def _count(self, fields: dict[str, Any]) -> None:
        """What an accepted record holds beside spans."""
        relations, choices = fields.get("relations"), fields.get("accept")
        self._left.add(RELATIONS, len(relations) if isinstance(relations, list) else 0)
        self._left.add(CHOICES, len(choices) if isinstance(choices, list) else 0)
        self._left.add(DOCUMENT_LABELS, int(isinstance(fields.get("label"), str)))


def _person(fields: dict[str, Any]) -> str | None:
    """Who answered, as far as the record says it: the layer of a session is called as the session."""
    for key in ("_annotator_id", "_session_id"):
        name = fields.get(key)
        if isinstance(name, str) and is_name(name):
            return name
    return None


def _told(fields: dict[str, Any], rest: dict[str, Any]) -> Told:
    """Uid, title and metadata: of "meta", and of keys that are none of Prodigy's own."""
    meta = fields.get("meta")
    told = told_by(meta if isinstance(meta, dict) else {"meta": meta} if meta else {})
    title = rest.pop("title") if not told.title and isinstance(rest.get("title"), str) else told.title
    return Told(told.uid, title, as_texts(rest) | told.metadata)
