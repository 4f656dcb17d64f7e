"""What one library holds, in words that two libraries have in common: uids instead of keys.

Two states of one library are laid beside each other by reading both this way, a lot of documents at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import bindparam, text

from annotator.text.digest import text_sha256

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection


class HeldDocument(NamedTuple):
    """A document as its row says; `sha256` is that of the text as it is, not as the row has it."""

    key: int
    title: str
    corpus: str
    corpus_name: str
    is_binned: bool
    said: tuple[str, str]
    sha256: str


class HeldSpan(NamedTuple):
    """A span in words of uids; `annotator`, `label` and the rest as in the version table."""

    annotator: str
    start: int
    end: int
    parts: str
    label: str
    note: str
    flags: str
    origin: str
    suggestion: str
    covered: str


class HeldLabel(NamedTuple):
    """A label with what its codebook entry says."""

    name: str
    corpus_name: str
    said: tuple[Any, ...]


class HeldCorpus(NamedTuple):
    """A corpus, in the bin or not."""

    name: str
    guidelines: str
    is_binned: bool


class Content(NamedTuple):
    """What is on one document: spans by uid, and whatever else is."""

    spans: dict[str, HeldSpan]
    beside: set[tuple[Any, ...]]


_TEXTS: Final = 50
"""Texts that are read together."""

_DOCUMENTS = text(
    "SELECT d.uid, d.id, v.title, c.uid AS corpus, cv.name, max(v.binned, cv.binned) AS binned, v.metadata, "
    "d.text FROM document AS d JOIN document_version AS v ON v.document = d.id AND v.to_step IS NULL "
    "JOIN corpus AS c ON c.id = v.corpus JOIN corpus_version AS cv ON cv.corpus = c.id AND cv.to_step IS "
    "NULL ORDER BY cv.name_key, v.title_sort, d.id"
)
_SPANS = text(
    'SELECT l.document, s.uid, a.uid, s.start, s."end", s.parts, b.uid, s.note, s.flags, s.origin, '
    "s.suggestion_uid, s.covered FROM layer AS l JOIN span_version AS s ON s.layer = l.id AND s.to_step IS "
    "NULL JOIN annotator AS a ON a.id = l.annotator JOIN label AS b ON b.id = s.label WHERE "
    "l.document IN :keys"
).bindparams(bindparam("keys", expanding=True))
_BESIDE = tuple(
    text(f"{statement} IN :keys").bindparams(bindparam("keys", expanding=True))
    for statement in (
        (
            "SELECT l.document, 'layer', a.uid, v.status FROM layer AS l JOIN layer_version AS v ON v.layer "
            "= l.id AND v.to_step IS NULL JOIN annotator AS a ON a.id = l.annotator WHERE l.document"
        ),
        (
            "SELECT document, 'comment', uid, text, resolved, start, \"end\", span FROM comment_version "
            "WHERE to_step IS NULL AND document"
        ),
        (
            "SELECT document, 'decision', uid, verdict, variants, gold, category, reason FROM "
            "decision_version WHERE to_step IS NULL AND document"
        ),
    )
)
_LABELS = text(
    "SELECT b.uid, c.uid AS corpus, cv.name AS corpus_name, v.name, v.short, v.colour, v.key, v.definition, "
    "v.state, t.uid AS target, g.heading, g.use_when, g.avoid_when, g.examples FROM label_version AS v JOIN "
    "label AS b ON b.id = v.label JOIN corpus AS c ON c.id = v.corpus JOIN corpus_version AS cv ON "
    "cv.corpus = c.id AND cv.to_step IS NULL AND cv.binned = 0 LEFT JOIN label AS t ON t.id = v.merged_into "
    "LEFT JOIN guidance_version AS g ON g.label = v.label AND g.to_step IS NULL WHERE v.to_step IS NULL "
    "ORDER BY cv.name_key, v.position, b.id"
)
_CORPORA = text(
    "SELECT c.uid, v.name, v.guidelines, v.binned FROM corpus AS c JOIN corpus_version AS v ON v.corpus = "
    "c.id AND v.to_step IS NULL ORDER BY v.name_key"
)
_WORDS = text(
    "SELECT s.uid, s.covered, t.name, av.name FROM span_version AS s JOIN layer AS l ON l.id = s.layer JOIN "
    "label_version AS b ON b.label = s.label AND b.to_step IS NULL JOIN label_version AS t ON t.label = "
    "coalesce(b.merged_into, b.label) AND t.to_step IS NULL JOIN annotator_version AS av ON av.annotator = "
    "l.annotator AND av.to_step IS NULL WHERE s.to_step IS NULL AND l.document = :key"
)


class Held:
    """What a library holds, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def documents(self) -> dict[str, HeldDocument]:
        """Documents by uid, in the bin or not, by corpus and title."""
        rows = self._connection.execute(_DOCUMENTS.execution_options(yield_per=_TEXTS))
        return {
            uid: HeldDocument(key, title, corpus, name, bool(binned), (title, metadata), text_sha256(content))
            for uid, key, title, corpus, name, binned, metadata, content in rows
        }

    def contents(self, keys: Sequence[int]) -> dict[int, Content]:
        """What is on these documents, by key."""
        found = {key: Content({}, set()) for key in keys}
        if keys:
            for key, uid, *rest in self._connection.execute(_SPANS, {"keys": keys}):
                found[key].spans[uid] = HeldSpan(*rest)
            for statement in _BESIDE:
                for key, *rest in self._connection.execute(statement, {"keys": keys}):
                    found[key].beside.add(tuple(rest))
        return found

    def labels(self) -> dict[tuple[str, str], HeldLabel]:
        """Labels of corpora that are not in the bin, by corpus and own uid."""
        rows = self._connection.execute(_LABELS)
        return {(row.corpus, row.uid): HeldLabel(row.name, row.corpus_name, tuple(row[3:])) for row in rows}

    def corpora(self) -> dict[str, HeldCorpus]:
        """Corpora by uid, in the bin or not, by name."""
        return {
            uid: HeldCorpus(name, guidelines, bool(binned))
            for uid, name, guidelines, binned in self._connection.execute(_CORPORA)
        }

    def words(self, key: int) -> Mapping[str, tuple[str, str, str]]:
        """Covered words, label and annotator of the spans on a document, by uid; labels as they count."""
        return {
            uid: (covered, *names) for uid, covered, *names in self._connection.execute(_WORDS, {"key": key})
        }
