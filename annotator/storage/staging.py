"""Fills the private file through which an import goes (see `staging_tables`), document by document.

It knows no format: what it takes is told by its shape. It uses the plain driver, for speed and because a
child process that parses should not load more than it needs. The file has no journal: it is thrown away
when anything goes wrong, and its folder is private to the person.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from itertools import repeat
from operator import add, itemgetter
from typing import TYPE_CHECKING, Any, Final

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.codebook import guidance_parts
from annotator.model.identity import new_uids
from annotator.model.span import covered_words
from annotator.storage.staging_tables import CREATE
from annotator.storage.titles import folded, label_key, sort_key
from annotator.text.digest import fold_sha256, text_sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from annotator.model.codebook import Guidance
    from annotator.model.document import Annotator, Status
    from annotator.model.label import Label
    from annotator.model.span import Parts

    StagedSpan = tuple[
        int, int, str, str | None, str | None, str, tuple[str, ...], str, Parts | None, str | None
    ]
    """A span as a reader gives it: `formats.base.IncomingSpan`; its label is what the file calls it."""

_BATCH: Final = 5_000
"""Spans kept before they are written together."""
_UIDS: Final = 500

_PLACE: Final = itemgetter(0, 1)
_INSERT_SPANS: Final = (
    'INSERT INTO span (uid, layer, start, "end", label, covered, origin, note, flags, parts) '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_PLAIN_SPANS: Final = (
    'INSERT INTO span (uid, layer, start, "end", label, covered, origin) VALUES (?, ?, ?, ?, ?, ?, ?)'
)
"""For spans with nothing but what every span has: every value that is handed over costs."""
_INSERT_LAYERS: Final = "INSERT INTO layer (id, uid, document, annotator, status) VALUES (?, ?, ?, ?, ?)"
_INSERT_DOCUMENT: Final = (
    "INSERT INTO document (id, uid, given, line, title, title_folded, title_sort, metadata, length, "
    "text_sha256, fold_sha256, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

_LayerRow = tuple[int, str, int, int, str]
_SpanRow = tuple[str, int, int, int, int, str, str]
_Rarities = tuple[str, str, str]
"""Note, flags and parts of a span, as stored."""
_NOTHING: Final = ("", "", "")


@dataclass(frozen=True, slots=True)
class StagedDocument:
    """A document on its way; annotators are known by their staging number.

    Attributes:
        layers: every layer the document has, also an empty one, with its status, None if the file says none.
        spans: of those layers.
        line: of the file where it begins, from 1; 0 if the file is one document.
    """

    uid: str | None
    title: str
    text: str
    metadata: Mapping[str, str]
    layers: Mapping[int, Status | None]
    spans: Mapping[int, Sequence[StagedSpan]]
    line: int = 0


class _Connection(sqlite3.Connection):
    """Says errors of the disk in a sentence; whatever is given is bound, so others are our own mistakes."""

    def execute(self, *words: Any) -> sqlite3.Cursor:
        """As the driver does it."""
        return self._explained(super().execute, *words)

    def executemany(self, *words: Any) -> sqlite3.Cursor:
        """As the driver does it."""
        return self._explained(super().executemany, *words)

    def executescript(self, script: str) -> sqlite3.Cursor:
        """As the driver does it."""
        return self._explained(super().executescript, script)

    @staticmethod
    def _explained(do: Callable[..., sqlite3.Cursor], *words: Any) -> sqlite3.Cursor:
        try:
            return do(*words)
        except sqlite3.DatabaseError as error:
            if type(error) not in (
                sqlite3.OperationalError,
                sqlite3.DatabaseError,
            ):  # what is bound does not fit
                raise
            raise _not_kept(error) from error


def _not_kept(error: sqlite3.DatabaseError) -> EnvironmentProblem:
    return EnvironmentProblem(
        say(
            "What was read could not be put down on the disk before it goes into the library ({reason}). "
            "Nothing of this file was imported; free some space and try again.",
            reason=str(error),
        )
    )


class StagingFile:
    """An import on its way; fill it from top to bottom, then `finish`."""

    def __init__(self, path: Path) -> None:
        try:
            self._connection = sqlite3.connect(path, isolation_level=None, factory=_Connection)
        except sqlite3.OperationalError as error:
            raise _not_kept(error) from error
        self._connection.execute("PRAGMA journal_mode=OFF")
        self._connection.execute("PRAGMA synchronous=OFF")
        self._connection.executescript(CREATE)
        self._connection.execute("BEGIN")
        self._labels: dict[str, int] = {}
        self._label_ids: dict[str, int] = {}
        self._spellings: dict[int, list[str]] = {}
        self._used: set[int] = set()
        self._annotators = 0
        self._documents = 0
        self._layers = 0
        self._uids = _fresh_uids()
        self._layer_rows: list[_LayerRow] = []
        self._spans: list[_SpanRow] = []
        self._rarities: dict[int, _Rarities] = {}

    def close(self) -> None:
        """Let go of the file, as it is."""
        self._connection.close()

    def finish(self) -> None:
        """Write what is left."""
        self._flush()
        self._connection.executemany(
            "UPDATE label SET used = 1 WHERE id = ?", [(label,) for label in sorted(self._used)]
        )
        self._connection.executemany(
            "UPDATE label SET spellings = ? WHERE id = ?",
            [(json.dumps(found, ensure_ascii=False), label) for label, found in self._spellings.items()],
        )
        self._connection.execute("COMMIT")

    def set_guidelines(self, guidelines: str) -> None:
        """What the file says of how to label."""
        self._connection.execute("INSERT INTO head (guidelines) VALUES (?)", (guidelines,))

    def list_label(self, label: Label, told: Guidance | None = None) -> None:
        """One label of the file's label set, in order; a second of the same name changes nothing."""
        if label_key(label.name) not in self._label_ids:
            number = self._add_label(label.name, label, listed=True)
            if told is not None:
                words = json.dumps(guidance_parts(told), ensure_ascii=False)
                self._connection.execute("UPDATE label SET guidance = ? WHERE id = ?", (words, number))

    def add_annotator(self, annotator: Annotator) -> int:
        """The staging number of one annotator; `uid` may be "" when only the name is known."""
        self._annotators += 1
        self._connection.execute(
            "INSERT INTO annotator (id, uid, name, kind) VALUES (?, ?, ?, ?)",
            (self._annotators, annotator.uid, annotator.name, annotator.kind.value),
        )
        return self._annotators

    def add_document(self, document: StagedDocument) -> None:
        """Take one document in; `layers` and `spans` go by the number of the annotator."""
        self._documents += 1
        self._connection.execute(
            _INSERT_DOCUMENT,
            (
                self._documents,
                document.uid or next(self._uids),
                int(document.uid is not None),
                document.line,
                document.title,
                folded(document.title),
                sort_key(document.title),
                _dumped(document.metadata) if document.metadata else "{}",
                len(document.text),
                text_sha256(document.text),
                fold_sha256(document.text),
                document.text,
            ),
        )
        for annotator, status in document.layers.items():
            layer = self._add_layer(annotator, status)
            self._add_spans(layer, document.text, document.spans.get(annotator, ()))

    def label_names(self) -> list[str]:
        """The names of the labels that spans carry, in order of first use."""
        rows = self._connection.execute("SELECT id, name FROM label ORDER BY id").fetchall()
        return [name for number, name in rows if number in self._used]

    def _add_layer(self, annotator: int, status: Status | None) -> int:
        self._layers += 1
        word = "" if status is None else status.value
        self._layer_rows.append((self._layers, next(self._uids), self._documents, annotator, word))
        return self._layers

    def _add_spans(self, layer: int, text: str, spans: Sequence[StagedSpan]) -> None:
        """Keep the spans of one layer for the next writing; a column at a time, which takes half as long."""
        if not spans:
            return
        ordered = sorted(spans, key=_PLACE)
        starts, ends, names, _, uids, notes, flags, origins, parts, _ = zip(*ordered, strict=True)
        if any(notes) or any(flags) or any(parts):
            self._keep_rarities(zip(notes, flags, parts, strict=True))
        columns = (
            uids if all(uids) else [uid or next(self._uids) for uid in uids],
            repeat(layer),
            starts,
            ends,
            [self._labels.get(name) or self._label(name) for name in names],
            [text[start:end] for start, end in zip(starts, ends, strict=True)]
            if not any(parts)
            else [covered_words(text, *place) for place in zip(starts, ends, parts, strict=True)],
            origins,
        )
        self._spans.extend(zip(*columns, strict=False))
        if len(self._spans) >= _BATCH:
            self._flush()

    def _keep_rarities(self, rows: Iterable[tuple[str, tuple[str, ...], Parts | None]]) -> None:
        for place, (note, flags, parts) in enumerate(rows, len(self._spans)):
            stretches = "" if parts is None else json.dumps(parts, separators=(",", ":"))
            self._rarities[place] = (note, " ".join(flags), stretches)

    def _flush(self) -> None:
        self._connection.executemany(_INSERT_LAYERS, self._layer_rows)
        if self._rarities:
            rest = (self._rarities.get(place, _NOTHING) for place in range(len(self._spans)))
            self._connection.executemany(_INSERT_SPANS, map(add, self._spans, rest))
        else:
            self._connection.executemany(_INSERT_PLAIN_SPANS, self._spans)
        self._layer_rows.clear()
        self._spans.clear()
        self._rarities.clear()

    def _label(self, name: str) -> int:
        """The staging number of the label that a span carries, by any spelling of its name."""
        number = self._label_ids.get(label_key(name)) or self._add_label(name, None, listed=False)
        self._used.add(number)
        self._labels[name] = number
        self._spellings.setdefault(number, []).append(name)
        return number

    def _add_label(self, name: str, label: Label | None, *, listed: bool) -> int:
        number = len(self._label_ids) + 1
        key = label_key(name)
        known = (label.uid, label.colour, label.key, label.definition, label.short) if label else ("",) * 5
        uid, colour, letter, definition, short = known
        self._connection.execute(
            "INSERT INTO label (id, uid, name, name_key, colour, key, definition, short, listed, used) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            (number, uid, name.strip(), key, colour, letter, definition, short, int(listed)),
        )
        self._label_ids[key] = number
        return number


def text_hashes(path: Path) -> list[str]:
    """The hashes of the texts in a finished staging file, in its order."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT text_sha256 FROM document ORDER BY id").fetchall()
    return [row[0] for row in rows]


def _fresh_uids() -> Iterator[str]:
    """New uids without end, made many at a time."""
    while True:
        yield from new_uids(_UIDS)


def _dumped(metadata: Mapping[str, str]) -> str:
    """As `storage.types.dump_json`, which is not imported here because SQLAlchemy would come with it."""
    return json.dumps(dict(metadata), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
