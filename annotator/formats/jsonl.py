"""Own JSONL, version 1, read line by line: one document a line, the label set in a first line.

The format is defined in the manual ("Own JSONL"); what stands here is how strictly it is read. Only a line
feed ends a line (`str.splitlines` would cut at U+2028 inside a text). A span that is as we write it takes the
short way through `_Spans.read`; anything else goes through `CarefulSpans`, which finds the words for what is
wrong.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.base import (
    ORIGIN_IMPORT,
    IncomingDocument,
    IncomingLayer,
    IncomingSpan,
    Problems,
)
from annotator.formats.jsonl_head import read_head
from annotator.formats.jsonl_span import CarefulSpans
from annotator.formats.lines import numbered_lines
from annotator.formats.strict_json import (
    JsonProblemError,
    check_keys,
    keys_of,
    parse_line,
    strings_of,
    too_deep,
)
from annotator.formats.wording import shown
from annotator.messages import say
from annotator.model.document import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source

_KNOWN: Final = frozenset({"uid", "title", "text", "metadata", "spans", "status", "layers"})
_STATUSES: Final = {status.value: status for status in Status}
_make_span = tuple.__new__


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """The head, if there is one, and every document of an own JSONL file.

    Raises:
        FormatError: with the first twenty things that are wrong, each with its line and span.
        OSError: the file cannot be read.
    """
    problems = Problems(source.name)
    lines = _Lines(source.name, problems)
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
    problems.raise_if_any()
    lines.tell(notices)


@dataclass(slots=True)
class _Lines:
    """Turns the lines of one file into documents; remembers the uids it has seen and what it left out."""

    file: str
    problems: Problems
    uids: dict[str, int] = field(default_factory=dict)
    unknown: Counter[str] = field(default_factory=Counter)
    converted: int = 0
    spans: _Spans = field(init=False)

    def __post_init__(self) -> None:
        self.spans = _Spans(CarefulSpans(self.file, self.problems))

    def parse(self, line: str, number: int) -> dict[str, Any] | None:
        """The line's object, or None after its problem was noted."""
        try:
            value, most_keys = parse_line(line, file=self.file, number=number)
            if not isinstance(value, dict):
                self.problems.add(_not_an_object(self.file, number))
                return None
            if _few_keys(value) < most_keys and keys_of(value) < most_keys:
                check_keys(line, file=self.file, number=number)
        except JsonProblemError as error:
            self.problems.add(error.message)
            return None
        except RecursionError:
            self.problems.add(too_deep(self.file, number))
            return None
        return value

    def document(self, value: dict[str, Any], number: int) -> IncomingDocument | None:
        """The document of a line's object; None, or one that must not be used, after a problem was noted."""
        text = value.get("text")
        if not isinstance(text, str) or not text:
            self._no_text(text, number)
            return None
        if not _KNOWN.issuperset(value):
            self._note_unknown(value, number)
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
            f"line {number}",
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
        if (earlier := self.uids.setdefault(uid, number)) != number:
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

    def _note_unknown(self, value: dict[str, Any], number: int) -> None:
        for key in value.keys() - _KNOWN:
            self.unknown[key] += 1
            try:
                for _ in strings_of(value[key]):
                    pass
            except RecursionError:
                self.problems.add(too_deep(self.file, number))

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
                "{file}, line {line}: “{key}” cannot be {value}. Nothing was imported.",
                file=self.file,
                line=number,
                key=key,
                value=shown(found),
            )
        )


def _few_keys(value: dict[str, Any]) -> int:
    """The keys of a line as we write it; fewer than there are if it holds other objects."""
    keys = len(value)
    for key in ("spans", "layers"):
        if type(items := value.get(key)) is list:
            for item in items:
                if type(item) is dict:
                    keys += len(item)
    if type(metadata := value.get("metadata")) is dict:
        keys += len(metadata)
    return keys


def _not_an_object(file: str, number: int) -> Any:
    return say(
        "{file}, line {line}: each line must be one JSON object, and the whole object on one line. "
        "Nothing was imported.",
        file=file,
        line=number,
    )


@dataclass(slots=True)
class _Spans:
    """Reads the spans of one document after the other; the short way for spans as we write them."""

    careful: CarefulSpans

    def read(self, items: list[Any], text: str, number: int) -> tuple[IncomingSpan, ...]:
        """The spans of one document's text; those with a problem, or empty, are not among them."""
        length = len(text)
        careful = self.careful
        labels, annotators, uids, origins = careful.labels, careful.annotators, careful.uids, careful.origins
        found: list[IncomingSpan] = []
        for place, item in enumerate(items, 1):
            try:
                start, end, label, get = item["start"], item["end"], item["label"], item.get
                uid, annotator, origin = get("uid"), get("annotator"), get("origin")
                if (
                    len(item) == 3 + (uid is not None) + (annotator is not None) + (origin is not None)
                    and type(start) is int
                    and type(end) is int
                    and 0 <= start < end <= length
                    and label in labels
                    and annotator in annotators
                    and origin in origins
                    and (uid is None or (len(uid) == 36 and uid not in uids))
                ):
                    if uid:
                        uids.add(uid)
                    found.append(
                        _make_span(
                            IncomingSpan,
                            (start, end, label, annotator, uid, "", (), origin or ORIGIN_IMPORT, None, None),
                        )
                    )
                    continue
            except (KeyError, TypeError, AttributeError):
                pass
            if span := careful.read(item, place, text, number):
                found.append(span)
        return tuple(found)
