"""Hugging Face files read: rows of tokens and tags from Parquet or JSON lines.

Tags are names, or numbers whose names the file's features tell: a Parquet file's metadata, or the
`dataset_info.json` beside a file of either kind. Where a row has the `text` of its tokens, spans stand in it
to the last character; else tokens are joined by one blank.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from annotator.formats.base import IncomingDocument, IncomingSpan, ProblemError, Problems
from annotator.formats.conll.places import joined_spans, places_one_by_one, spans_by_ink
from annotator.formats.huggingface.parquet import Table
from annotator.formats.huggingface.writer import INFO, TAGS
from annotator.formats.json_records import records
from annotator.formats.left_out import EMPTY_DOCUMENTS, LeftOut
from annotator.formats.meta import as_texts
from annotator.formats.tagged.tags import chunks_of
from annotator.formats.wording import no_label, no_text, quoted, shown
from annotator.messages import say
from annotator.model.identity import is_uid
from annotator.model.label import is_name
from annotator.strict_json import JsonProblemError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.formats.base import Incoming, Notices, ReadOptions, Source
    from annotator.formats.tagged.tags import Chunk
    from annotator.messages import Message

_COLUMN: Final = re.compile(rf"{TAGS}(?:_(.+))?")
_OTHER_NAMES: Final = ("ner", "tags", "labels", "ner_labels")
_OURS: Final = frozenset({"id", "metadata", "text", "title", "tokens", "words"})
_MAGIC: Final = b"PAR1"


def read(source: Source, options: ReadOptions, notices: Notices) -> Iterator[Incoming]:
    """A document for each row.

    Raises:
        FormatError: a row is not as it should be, or nothing tells what the numbers of tags mean; the extra
        for Parquet is missing. OSError: the file cannot be read.
    """
    problems = Problems(source.name)
    with source.path.open("rb") as stream:
        is_parquet = stream.read(len(_MAGIC)) == _MAGIC or source.path.suffix.lower() == ".parquet"
    features = _features_beside(source, problems)
    table = None
    if is_parquet:
        table = Table(source, options, problems)
        rows, features = table.rows(), features_in(table.info) or features
    else:
        rows = _lines(source, options, problems)
    reader = _Reader(problems, features, set(table.left_out) if table else set())
    for where, row in rows:
        document = reader.document(where, row)
        if document is not None and not problems.count:
            yield document
    problems.raise_if_any()
    reader.tell(notices)


def _lines(source: Source, options: ReadOptions, problems: Problems) -> Iterator[tuple[Message, Any]]:
    for record in records(source, options, problems):
        try:
            yield record.where, record.fields()
        except JsonProblemError as error:
            problems.add(error.message)


def _features_beside(source: Source, problems: Problems) -> dict[str, Any]:
    """What `dataset_info.json` in the file's folder tells of columns; nothing where there is none."""
    path = source.path.parent / INFO
    if not path.is_file():
        return {}
    try:
        return features_in(json.loads(path.read_bytes()))
    except (ValueError, RecursionError):
        problems.refuse(
            say(
                "{file}: the {info} beside it is no valid JSON. Mend it or take it away, and try again. "
                "Nothing was imported.",
                file=source.name,
                info=INFO,
            )
        )


def features_in(info: Any) -> dict[str, Any]:
    """The features of an info file, or of the first configuration that it describes."""
    for held in (info, *(info.values() if isinstance(info, dict) else ())):
        if isinstance(held, dict) and isinstance(held.get("features"), dict):
            found: dict[str, Any] = held["features"]
            return found
    return {}


@dataclass(slots=True)
class _Reader:
    """Turns rows into documents."""

    problems: Problems
    features: Mapping[str, Any]
    left_out: set[str] = field(default_factory=set)
    joined: int = 0
    skipped: LeftOut = field(default_factory=LeftOut)
    _names: dict[str, list[str]] = field(default_factory=dict)
    _uids: dict[str, Message] = field(default_factory=dict)

    def document(self, where: Message, row: Mapping[str, Any]) -> IncomingDocument | None:
        """A row's document; None after its problem was noted, or if it has no text."""
        try:
            document = self._read(where, row)
        except ProblemError as error:
            self.problems.add(
                say(
                    "{file}, {where}: {problem}. Nothing was imported.",
                    file=self.problems.source,
                    where=where,
                    problem=error.message,
                )
            )
            return None
        if not document.text:
            self.skipped.add(EMPTY_DOCUMENTS)
            return None
        return document

    def tell(self, notices: Notices) -> None:
        """Say what was left out, and what the text is."""
        if self.left_out:
            names = ", ".join(sorted(self.left_out))
            notices.add(say("Columns that were left out: {columns}.", columns=names))
        if self.joined:
            notices.add(
                say(
                    "{count} document has no text but its tokens, which were joined by blanks."
                    "|{count} documents have no text but their tokens, which were joined by blanks.",
                    count=self.joined,
                )
            )
        self.skipped.tell(notices)

    def _read(self, where: Message, row: Mapping[str, Any]) -> IncomingDocument:
        tokens = _words(row.get("tokens", row.get("words")))
        columns = self._columns(row)
        chunks = [chunk for name in columns for chunk in self._chunks(name, row[name], len(tokens))]
        text, spans = self._placed(row.get("text"), tokens, chunks)
        uid = self._uid(row.get("id"), where)
        document = self._told(row, columns, IncomingDocument(text, uid=uid, spans=tuple(spans)))
        if problem := no_text(text, document.title, *document.metadata, *document.metadata.values()):
            raise ProblemError(problem)
        return document

    def _columns(self, row: Mapping[str, Any]) -> list[str]:
        own = [name for name in row if _COLUMN.fullmatch(name) and row[name] is not None]
        found = sorted(own, key=_order) or [name for name in _OTHER_NAMES if isinstance(row.get(name), list)]
        if not found:
            raise ProblemError(say("there is no column “{column}”", column=TAGS))
        return found if own else found[:1]

    def _chunks(self, name: str, tags: Any, count: int) -> list[Chunk]:
        if not isinstance(tags, list) or len(tags) != count:
            raise ProblemError(
                say(
                    "“{column}” has {found} tags for {count} tokens",
                    column=name,
                    found=len(tags) if isinstance(tags, list) else 0,
                    count=count,
                )
            )
        named = [tag if isinstance(tag, str) else self._name_of(name, tag) for tag in tags]
        try:
            chunks = list(chunks_of(named))
        except ValueError as error:
            raise ProblemError(say("{value} is no tag", value=quoted(str(error)))) from error
        for chunk in chunks:
            if not is_name(chunk.label):
                raise ProblemError(no_label(chunk.label))
        return chunks

    def _name_of(self, column: str, tag: Any) -> str:
        if column not in self._names:
            self._names[column] = _class_names(self.features.get(column))
        names = self._names[column]
        if not names:
            self.problems.refuse(
                say(
                    "{file}: “{column}” holds numbers, and nothing tells what they mean. Put the {info} of "
                    "the data beside the file, or save the names of the tags, and try again. Nothing was "
                    "imported.",
                    file=self.problems.source,
                    column=column,
                    info=INFO,
                )
            )
        if type(tag) is not int or not 0 <= tag < len(names):
            raise ProblemError(
                say(
                    "{value} is none of the {count} tags of “{column}”",
                    value=shown(tag),
                    count=len(names),
                    column=column,
                )
            )
        return names[tag]

    def _placed(
        self, text: Any, tokens: Sequence[str], chunks: Sequence[Chunk]
    ) -> tuple[str, list[IncomingSpan]]:
        if text is None:
            self.joined += bool(tokens)
            return " ".join(tokens), joined_spans(tokens, chunks, 0)
        if not isinstance(text, str):
            raise ProblemError(say("“{key}” cannot be {value}", key="text", value=shown(text)))
        found = spans_by_ink(tokens, chunks, text, 0)
        if found is not None:
            return text, found
        places = places_one_by_one(tokens, text)
        if isinstance(places, int):
            raise ProblemError(
                say(
                    "the token {token} is not in the text, or not at this place", token=quoted(tokens[places])
                )
            )
        return text, [IncomingSpan(places[one.first][0], places[one.last][1], one.label) for one in chunks]

    def _uid(self, name: Any, where: Message) -> str | None:
        if not isinstance(name, str) or not is_uid(name):
            return None
        if name in self._uids:
            raise ProblemError(
                say("the uid {uid} was already used in {earlier}", uid=name, earlier=self._uids[name])
            )
        self._uids[name] = where
        return name

    def _told(
        self, row: Mapping[str, Any], columns: Sequence[str], document: IncomingDocument
    ) -> IncomingDocument:
        """The document with what else the row says of it."""
        name, title = row.get("id"), row.get("title")
        rest = {key: held for key, held in row.items() if key not in _OURS and key not in columns}
        many = {key for key, held in rest.items() if isinstance(held, list | dict)}
        self.left_out |= many
        metadata = as_texts({key: held for key, held in rest.items() if key not in many})
        if document.uid is None:
            metadata |= as_texts({"id": name})
        metadata |= _metadata(row.get("metadata"))
        return replace(document, title=title if isinstance(title, str) else "", metadata=metadata)


def _metadata(told: Any) -> dict[str, str]:
    """An object, or as we write it one in JSON; anything else is one value of that name."""
    try:
        found = json.loads(told) if isinstance(told, str) else told
    except (ValueError, RecursionError):
        found = told
    return as_texts(found if isinstance(found, dict) else {"metadata": found})


def _order(name: str) -> tuple[int, str]:
    """`ner_tags` first, then numbers as numbers."""
    found = _COLUMN.fullmatch(name)
    behind = (found[1] or "0") if found else name
    return (int(behind), "") if behind.isdecimal() else (1 << 30, behind)


def _words(tokens: Any) -> list[str]:
    if not isinstance(tokens, list) or not all(isinstance(token, str) and token for token in tokens):
        raise ProblemError(say("“{key}” must be a list of words, none of them empty", key="tokens"))
    return tokens


def _class_names(feature: Any) -> list[str]:
    """The names in the description of a column, in the order of their numbers."""
    while isinstance(feature, dict | list) and feature:
        if isinstance(feature, list):
            feature = feature[0]
            continue
        names = feature.get("names")
        if isinstance(names, dict) and all(map(str.isdecimal, names)):
            names = [name for _, name in sorted(names.items(), key=lambda each: int(each[0]))]
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            return names
        feature = feature.get("feature", feature.get("sequence", feature.get("class_label")))
    return []
