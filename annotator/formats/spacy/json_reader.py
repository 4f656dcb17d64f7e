"""The JSON of spaCy 2: `[text, {"entities": [[start, end, label]]}]`, and the training format with tokens.

The first also comes as `{"classes": [...], "annotations": [...]}`, as annotators for spaCy save it. The other
is a list of `{"id", "paragraphs": [{"raw", "sentences": [{"tokens": [{"orth", "ner"}]}]}]}`, where "ner" is a
BILUO tag; each paragraph is a document. Offsets count code points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.base import IncomingDocument, IncomingSpan, ProblemError, Problems
from annotator.formats.conll.places import joined_spans, places_one_by_one, spans_by_ink
from annotator.formats.decoding.decode import decode_bytes
from annotator.formats.left_out import DATABASE_LINKS, DOCUMENT_LABELS, EMPTY_DOCUMENTS, EMPTY_SPANS, LeftOut
from annotator.formats.offsets import CODE_POINTS, Claim, settle
from annotator.formats.tagged.tags import OUTSIDE, Chunk, chunks_of
from annotator.formats.wording import no_label, quoted, shown
from annotator.messages import say
from annotator.model.label import is_name
from annotator.strict_json import JsonProblemError, objects_of, parse_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source
    from annotator.messages import Message

_NO_TAGS: Final = (None, "", "-", OUTSIDE)
_PAIR: Final = 2


def read(data: bytes, source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The documents of a JSON file.

    Raises:
        FormatError: with the first twenty things that are wrong, each with the document's number.
    """
    problems = Problems(source.name)
    text = decode_bytes(data, options.encoding or "utf-8", name=source.name).text
    reader = _Reader(problems)
    for number, item in enumerate(_items(text, problems)):
        for document in reader.documents(item, number):
            if not problems.count:
                yield document
    problems.raise_if_any()
    reader.tell(notices)


def says(file: str, number: int, problem: Message) -> Message:
    """The sentence for what is wrong with a document, whose number counts from 0."""
    return say(
        "{file}, document {number}: {problem}. Nothing was imported.",
        file=file,
        number=number + 1,
        problem=problem,
    )


def _items(text: str, problems: Problems) -> list[Any]:
    try:
        value = objects_of(parse_line(text, file=problems.source, number=1), file=problems.source, number=1)
    except JsonProblemError as error:
        problems.refuse(
            say("{file}: {problem}. Nothing was imported.", file=problems.source, problem=error.problem)
        )
    if isinstance(value, dict) and isinstance(value.get("annotations"), list):
        return [item for item in value["annotations"] if item is not None]
    if not isinstance(value, list):
        problems.refuse(
            say(
                "{file}: is no JSON of spaCy: a list of documents was expected. Nothing was imported.",
                file=problems.source,
            )
        )
    return value


@dataclass(slots=True)
class _Reader:
    problems: Problems
    left_out: LeftOut = field(default_factory=LeftOut)

    def documents(self, item: Any, number: int) -> Iterator[IncomingDocument]:
        """The documents of one item; what is wrong is noted."""
        try:
            if isinstance(item, list):
                found = [self._simple(item)]
            else:
                found = [self._paragraph(item, each) for each in _list(item, "paragraphs")]
        except ProblemError as error:
            self.problems.add(says(self.problems.source, number, error.message))
            return
        for text, title, spans in found:
            if text:
                yield IncomingDocument(text, title, spans=tuple(spans), line=number + 1)
            else:
                self.left_out.add(EMPTY_DOCUMENTS)

    def tell(self, notices: Notices) -> None:
        """Say what was left out."""
        self.left_out.tell(notices)

    def _simple(self, item: list[Any]) -> tuple[str, str, list[IncomingSpan]]:
        if len(item) != _PAIR or not isinstance(item[0], str) or not isinstance(item[1], dict):
            raise ProblemError(say("expected: a text and an object with “entities”"))
        text, told = item
        self._count(told)
        groups = told.get("spans")
        found = told.get("entities", [])
        if isinstance(groups, dict) and not found:
            found = [span for group in groups.values() if isinstance(group, list) for span in group]
        if not isinstance(found, list):
            raise ProblemError(say("“{key}” cannot be {value}", key="entities", value=shown(found)))
        claims = [claim for each in found if (claim := self._claim(each)) is not None]
        settled = settle(text, [Claim(start, end) for start, end, _ in claims], (CODE_POINTS,))
        for misfit in settled.misfits:
            raise ProblemError(misfit.reason)
        return (
            text,
            "",
            [
                IncomingSpan(place.start, place.end, label)
                for place, (_, _, label) in zip(settled.places, claims, strict=True)
            ],
        )

    def _claim(self, found: Any) -> tuple[int, int, str] | None:
        """(start, end, label) of an entity; None, counted, for an empty one."""
        if (
            not isinstance(found, list)
            or len(found) < 3
            or [type(one) for one in found[:3]] != [int, int, str]
        ):
            raise ProblemError(say("an entity is [start, end, label], not {value}", value=shown(found)))
        start, end, label = found[:3]
        if not is_name(label):
            raise ProblemError(no_label(label))
        if start == end:
            self.left_out.add(EMPTY_SPANS)
            return None
        return start, end, label

    def _paragraph(self, item: Any, paragraph: Any) -> tuple[str, str, list[IncomingSpan]]:
        self._count(paragraph)
        tokens: list[str] = []
        chunks: list[Chunk] = []
        for sentence in _list(paragraph, "sentences"):
            tags = []
            first = len(tokens)
            for token in _list(sentence, "tokens"):
                tokens.append(_word(token, "orth"))
                tags.append(OUTSIDE if token.get("ner") in _NO_TAGS else _word(token, "ner"))
            chunks += [one._replace(first=one.first + first, last=one.last + first) for one in _chunks(tags)]
        title = item.get("id")
        raw = paragraph.get("raw")
        text = raw if isinstance(raw, str) and raw else " ".join(tokens)
        return text, "" if title is None else str(title), _placed(tokens, chunks, text, is_raw=text is raw)

    def _count(self, told: Any) -> None:
        if isinstance(told, dict):
            for key, kind in (("cats", DOCUMENT_LABELS), ("links", DATABASE_LINKS)):
                held = told.get(key)
                self.left_out.add(kind, len(held) if isinstance(held, dict | list) else 0)


def _placed(tokens: Sequence[str], chunks: Sequence[Chunk], text: str, *, is_raw: bool) -> list[IncomingSpan]:
    if not is_raw:
        return joined_spans(tokens, chunks, 0)
    found = spans_by_ink(tokens, chunks, text, 0)
    if found is not None:
        return found
    places = places_one_by_one(tokens, text)
    if isinstance(places, int):
        raise ProblemError(
            say("the token {token} is not in the text, or not at this place", token=quoted(tokens[places]))
        )
    return [IncomingSpan(places[one.first][0], places[one.last][1], one.label) for one in chunks]


def _chunks(tags: Sequence[str]) -> list[Chunk]:
    try:
        found = list(chunks_of(tags))
    except ValueError as error:
        raise ProblemError(say("{value} is no tag", value=quoted(str(error)))) from error
    for one in found:
        if not is_name(one.label):
            raise ProblemError(no_label(one.label))
    return found


def _list(value: Any, key: str) -> list[Any]:
    found = value.get(key) if isinstance(value, dict) else None
    if not isinstance(found, list):
        raise ProblemError(say("a list “{key}” was expected", key=key))
    return found


def _word(token: Any, key: str) -> str:
    found = token.get(key) if isinstance(token, dict) else None
    if not isinstance(found, str) or not found:
        raise ProblemError(say("a token has no “{key}”", key=key))
    return found
