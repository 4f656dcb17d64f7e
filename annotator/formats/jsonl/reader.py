"""Own JSONL, version 1, read line by line: one document a line, the label set in a first line.

The format is defined in the manual ("Own JSONL"); what stands here is how strictly it is read. Only a line
feed ends a line (`str.splitlines` would cut at U+2028 inside a text). Spans that are as we write them take
the short way through `_Spans`; anything else goes through `CarefulSpans`, which finds the words for what is
wrong.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from operator import lt
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.base import (
    ORIGIN_IMPORT,
    IncomingDocument,
    IncomingLayer,
    IncomingSpan,
    Problems,
)
from annotator.formats.jsonl.head import read_head
from annotator.formats.jsonl.span import CarefulSpans
from annotator.formats.lines import numbered_lines
from annotator.formats.other_spans import keys_of_spans, spans_elsewhere
from annotator.formats.uniqueness import Uids
from annotator.formats.wording import shown, wrong_value
from annotator.messages import say
from annotator.model.document import Status
from annotator.strict_json import (
    JsonProblemError,
    objects_of,
    parse_line,
    unique_keys,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source

_Suspects = tuple[frozenset[int], frozenset[int]]

_KNOWN: Final = frozenset({"uid", "title", "text", "metadata", "spans", "status", "layers"})
_STATUSES: Final = {status.value: status for status in Status}
_make_span = partial(tuple.__new__, IncomingSpan)
_PLAIN: Final = frozenset({"start", "end", "label", "annotator", "uid", "origin"})
_OBJECT: Final = {tuple}
_INTEGER: Final = {int}
_UID_LENGTH: Final = {36}
_NO_NOTES: Final = repeat("")
_NO_FLAGS: Final = repeat(())
_NOTHING: Final = repeat(None)


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The head, if there is one, and every document of an own JSONL file.

    Raises:
        FormatError: with the first twenty things that are wrong, each with its line and span.
        OSError: the file cannot be read.
    """
    lines = _Lines(source.name)
    yield from _items(source, options, lines)
    if suspects := lines.repeated():  # which uids those are, and where, only a second reading tells
        again = _Lines(source.name, suspects)
        for _ in _items(source, options, again):
            pass
        again.problems.raise_if_any()
    lines.problems.raise_if_any()
    lines.tell(notices)


def _items(source: Source, options: ReadOptions, lines: _Lines) -> Iterator[Incoming]:
    """Head and documents of the file, up to the first problem; the rest is only looked through."""
    problems = lines.problems
    first = True
    empty = True
    for number, line in numbered_lines(source, options, problems):
        if not line or line.isspace():
            continue
        value = lines.parse(line, number)
        if first and value is not None and "text" not in value and ("corpus" in value or "format" in value):
            yield read_head(value, source.name, number, problems)
        elif value is not None and (document := lines.document(value, number)) and not problems.count:
            yield document
        first = empty = False
    if empty and not problems.count:
        problems.add(say("{file} is empty. There is nothing to import.", file=source.name))


class _Lines:
    """Turns the lines of one file into documents; remembers the uids it has seen and what it left out.

    `suspects` are hashes of the uids that may stand twice, of documents and of spans; None looks at all.
    """

    def __init__(self, file: str, suspects: _Suspects | None = None) -> None:
        of_documents, of_spans = suspects or (None, None)
        self.file = file
        self.problems = Problems(file)
        self.uids = Uids(of_documents)
        self.unknown: Counter[str] = Counter()
        self.converted = 0
        self.spans = _Spans(CarefulSpans(file, self.problems, Uids(of_spans)))

    def repeated(self) -> _Suspects | None:
        """Hashes of uids that may stand twice; None when there are none, or all were told of at once."""
        of_spans = self.spans.careful.uids
        if not self.uids.has_let_go and not of_spans.has_let_go:
            return None
        found = self.uids.repeated(), of_spans.repeated()
        return found if any(found) else None

    def parse(self, line: str, number: int) -> dict[str, Any] | None:
        """The line's object, or None after its problem was noted."""
        try:
            pairs = parse_line(line, file=self.file, number=number)
            if isinstance(pairs, tuple):
                return self._whole(pairs, number)
            self.problems.add(_not_an_object(self.file, number))
        except JsonProblemError as error:
            self.problems.add(error.message)
        return None

    def _whole(self, pairs: tuple[tuple[str, Any], ...], number: int) -> dict[str, Any]:
        """The object with all it holds but its spans, which are many and seldom needed as objects."""
        value = unique_keys(pairs, file=self.file, number=number)
        for key, held in pairs:
            if type(held) is tuple or (type(held) is list and key != "spans"):
                value[key] = objects_of(held, file=self.file, number=number, depth=1)
        return value

    def document(self, value: dict[str, Any], number: int) -> IncomingDocument | None:
        """The document of a line's object; None, or one that must not be used, after a problem was noted."""
        text = value.get("text")
        if not isinstance(text, str) or not text:
            self._no_text(text, number)
            return None
        if not _KNOWN.issuperset(value):
            self._note_others(value, number)
        items = value.get("spans", [])
        if not isinstance(items, list):
            self._wrong("spans", items, number)
            items = []
        return IncomingDocument(
            text,
            self._text_of(value, "title", number) or "",
            self._uid(value, number),
            self._metadata(value.get("metadata"), number),
            self.spans.read(items, text, number),
            self._layers(value.get("layers"), number) if "layers" in value else (),
            self._status(value.get("status"), number),
            number,
        )

    def _note_others(self, value: dict[str, Any], number: int) -> None:
        """Count keys that are not known; spans that stand under one of them alone are a problem."""
        others = {key: held for key, held in value.items() if key not in _KNOWN}
        self.unknown.update(others.keys())
        if not value.get("spans") and (keys := keys_of_spans(others)):
            self.problems.add(
                say(
                    "{file}, line {line}: {problem}. Nothing was imported.",
                    file=self.file,
                    line=number,
                    problem=spans_elsewhere(keys[0], "spans"),
                )
            )

    def tell(self, notices: Notices) -> None:
        """Say what was left out or changed."""
        for key, count in sorted((self.unknown + self.spans.careful.unknown).items()):
            notices.add(
                say(
                    "{count} value under the unknown key “{key}” was left out.|"
                    "{count} values under the unknown key “{key}” were left out.",
                    count=count,
                    key=key,
                )
            )
        if self.converted:
            notices.add(
                say(
                    "{count} metadata value that is not text was kept as its JSON text.|"
                    "{count} metadata values that are not text were kept as their JSON text.",
                    count=self.converted,
                )
            )
        if count := self.spans.careful.empty:
            notices.add(
                say("{count} empty span was left out.|{count} empty spans were left out.", count=count)
            )

    def _uid(self, value: dict[str, Any], number: int) -> str | None:
        uid = self._text_of(value, "uid", number)
        if not uid:
            return None
        if (earlier := self.uids.add(uid, number)) is not None:
            self.problems.add(
                say(
                    "{file}, line {line}: the uid {uid} was already used in line {earlier}. Nothing was "
                    "imported.",
                    file=self.file,
                    line=number,
                    uid=uid,
                    earlier=earlier,
                )
            )
        return uid

    def _text_of(self, value: dict[str, Any], key: str, number: int) -> str | None:
        found = value.get(key)
        if found is None or isinstance(found, str):
            return found
        self._wrong(key, found, number)
        return None

    def _metadata(self, found: object, number: int) -> dict[str, str]:
        if not found and (found is None or isinstance(found, dict)):
            return {}
        if not isinstance(found, dict):
            self._wrong("metadata", found, number)
            return {}
        plain: dict[str, str] = {}
        for key, held in found.items():
            if isinstance(held, str):
                plain[key] = held
            else:
                self.converted += 1
                plain[key] = shown(held, limit=None)
        return plain

    def _layers(self, found: object, number: int) -> tuple[IncomingLayer, ...]:
        layers = []
        items: list[Any] = found if isinstance(found, list) else [found]
        for item in items:
            name = item.get("annotator") if isinstance(item, dict) else None
            if not isinstance(name, str) or not name:
                self._wrong("layers", item, number)
                continue
            layers.append(IncomingLayer(name, self._status(item.get("status"), number) or Status.NEW))
        return tuple(layers)

    def _status(self, word: object, number: int) -> Status | None:
        if word is None:
            return None
        if isinstance(word, str) and word in _STATUSES:
            return _STATUSES[word]
        self.problems.add(
            say(
                "{file}, line {line}: {value} is no status; the words are {known}. Nothing was imported.",
                file=self.file,
                line=number,
                value=shown(word),
                known=", ".join(_STATUSES),
            )
        )
        return None

    def _no_text(self, found: object, number: int) -> None:
        if found is None:
            message = say(
                "{file}, line {line}: the object has no “text”. A line needs at least "
                '{{"text": "...", "spans": []}}. Nothing was imported.',
                file=self.file,
                line=number,
            )
        elif found == "":
            message = say(
                "{file}, line {line}: the text is empty. Nothing was imported.", file=self.file, line=number
            )
        else:
            self._wrong("text", found, number)
            return
        self.problems.add(message)

    def _wrong(self, key: str, found: object, number: int) -> None:
        self.problems.add(
            say(
                "{file}, line {line}: {problem}. Nothing was imported.",
                file=self.file,
                line=number,
                problem=wrong_value(key, found),
            )
        )


def _not_an_object(file: str, number: int) -> Any:
    return say(
        "{file}, line {line}: each line must be one JSON object, and the whole object on one line. "
        "Nothing was imported.",
        file=file,
        line=number,
    )


@dataclass(slots=True)
class _Spans:
    """Reads the spans of one document after the other; the short way for spans as we write them.

    The short way looks at all spans of a document together, a column at a time: most of the work is then
    done by built-in functions over whole columns. If anything is not as expected, each span is read with
    care.
    """

    careful: CarefulSpans

    def read(self, items: list[Any], text: str, number: int) -> tuple[IncomingSpan, ...]:
        """The spans of one document's text; those with a problem, or empty, are not among them.

        Args:
            items: as `parse_line` gives them.
            text: the document's.
            number: of the line, from 1.
        """
        if not items:
            return ()
        try:
            if (found := self._plain(items, len(text), number)) is not None:
                return found
        except (KeyError, TypeError, ValueError):
            pass  # not even of the expected kind: the careful reader finds the words
        try:
            objects = objects_of(items, file=self.careful.file, number=number, depth=1)
        except JsonProblemError as error:
            self.careful.problems.add(error.message)
            return ()
        read = (self.careful.read(item, place, text, number) for place, item in enumerate(objects, 1))
        return tuple(span for span in read if span)

    def _plain(self, items: list[Any], length: int, number: int) -> tuple[IncomingSpan, ...] | None:
        """The spans if all are alike, sound, and hold only what most spans hold; else None, or an error."""
        if set(map(type, items)) != _OBJECT:
            return None
        columns: dict[str, tuple[Any, ...]] = {}
        for column in zip(*items, strict=True):
            keys, columns[column[0][0]] = zip(*column, strict=True)
            if keys.count(keys[0]) < len(keys):
                return None
        if len(columns) < len(items[0]) or not _PLAIN.issuperset(columns):
            return None
        starts, ends, labels = columns["start"], columns["end"], columns["label"]
        missing = (None,) * len(items)
        annotators, uids, origins = (columns.get(key, missing) for key in ("annotator", "uid", "origin"))
        sound = (
            {*map(type, starts), *map(type, ends)} == _INTEGER
            and min(starts) >= 0
            and max(ends) <= length
            and all(map(lt, starts, ends))
            and self.careful.labels.issuperset(labels)
            and self.careful.annotators.issuperset(annotators)
            and self.careful.origins.issuperset(origins)
            and self._are_new([uid for uid in uids if uid is not None], number)
        )
        if not sound:
            return None
        told = [origin or ORIGIN_IMPORT for origin in origins]
        rest = (_NO_NOTES, _NO_FLAGS, told, _NOTHING, _NOTHING)
        return tuple(map(_make_span, zip(starts, ends, labels, annotators, uids, *rest, strict=False)))

    def _are_new(self, uids: list[str], number: int) -> bool:
        """Whether these are sound uids that no span of the file had; they are remembered then."""
        fresh = set(uids)
        if len(fresh) < len(uids):
            return False
        if uids and (set(map(len, uids)) != _UID_LENGTH or not "".join(uids).isprintable()):
            return False
        return self.careful.uids.add_all(fresh, number)
