"""What a package meets in a library: documents, labels and layers looked up and written many at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, insert, select

from annotator.model.identity import new_uids
from annotator.storage import versions
from annotator.storage.repositories.aliases import ALIASES
from annotator.storage.repositories.documents import DOCUMENTS, title_columns
from annotator.storage.tables import (
    alias_version,
    annotator,
    comment_version,
    corpus,
    decision_version,
    document,
    document_row,
    document_version,
    label,
    label_version,
    layer,
    received_version,
    span_version,
)
from annotator.storage.types import dump_json, load_json

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Select

    from annotator.storage.types import AnyRow

_PIECE: Final = 10_000
_DOCUMENT: Final = "document"


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document that is or was in the library; `corpus` is None of one that was taken back."""

    key: int
    uid: str
    text_sha256: str
    corpus: int | None
    title: str
    metadata: Mapping[str, str]
    is_binned: bool


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label of a corpus as it is now; `merged_into` is the uid of the label it counts for, "" for none."""

    key: int
    uid: str
    name: str
    name_key: str
    short: str
    colour: str
    letter: str
    definition: str
    position: int
    state: str
    merged_into: str


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document to be written; `key` is that of one that was taken back, None otherwise."""

    uid: str
    title: str
    text: str
    text_sha256: str
    fold_sha256: str
    metadata: Mapping[str, str]
    key: int | None


class Meeting:
    """Looking up and writing what packages bring, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # ------------------------------------------------------------------ looking up

    def documents(self, uids: Sequence[str]) -> dict[str, FoundDocument]:
        """Documents by uid or alias, living, in the bin, or taken back."""
        found = {row.uid: _found(row) for row in self._in(_DOCUMENTS, document.c.uid, uids)}
        aliases = select(alias_version.c.uid, alias_version.c.main_uid).where(
            alias_version.c.kind == _DOCUMENT, versions.is_current(alias_version)
        )
        mains = {row.uid: row.main_uid for row in self._in(aliases, alias_version.c.uid, uids)}
        others = {
            row.uid: _found(row) for row in self._in(_DOCUMENTS, document.c.uid, sorted(set(mains.values())))
        }
        for uid, main in mains.items():
            if main in others and (uid not in found or found[uid].corpus is None):
                found[uid] = others[main]
        return found

    def with_texts(self, corpus_key: int, sha256s: Sequence[str]) -> dict[str, FoundDocument]:
        """Documents of a corpus by the hash of their text, the living before those in the bin."""
        wanted = _DOCUMENTS.where(document_version.c.corpus == corpus_key).order_by(
            document_version.c.binned.desc(), document.c.id.desc()
        )
        rows = self._in(wanted, document_version.c.text_sha256, sha256s)
        return {row.text_sha256: _found(row) for row in rows}

    def aliases(self, uids: Sequence[str]) -> dict[str, list[str]]:
        """Other uids of these documents, by their uid, in order."""
        wanted = select(alias_version.c.uid, alias_version.c.main_uid).where(
            alias_version.c.kind == _DOCUMENT, versions.is_current(alias_version)
        )
        found: dict[str, list[str]] = {}
        for row in sorted(self._in(wanted, alias_version.c.main_uid, uids)):
            found.setdefault(row.main_uid, []).append(row.uid)
        return found

    def labels(self, corpus_key: int) -> list[LabelRow]:
        """All living labels of a corpus, in the order of the label set."""
        target = label.alias("target")
        statement = (
            select(label_version, label.c.uid, target.c.uid.label("target_uid"))
            .join(label, label.c.id == label_version.c.label)
            .outerjoin(target, target.c.id == label_version.c.merged_into)
            .where(label_version.c.corpus == corpus_key, versions.is_current(label_version))
            .order_by(label_version.c.position, label_version.c.label)
        )
        return [_label(row) for row in self._connection.execute(statement)]

    def past_labels(self, corpus_key: int, uids: Collection[str]) -> list[LabelRow]:
        """Those labels of a corpus as they last were that are no longer there."""
        statement = (
            select(label_version, label.c.uid, label.c.uid.label("target_uid"))
            .join(label, label.c.id == label_version.c.label)
            .where(label_version.c.corpus == corpus_key, label.c.uid.in_(sorted(uids)))
            .order_by(label_version.c.id)
        )
        return list({row.uid: _label(row) for row in self._connection.execute(statement)}.values())

    def corpus(self, uid: str) -> int | None:
        """The key of the corpus that has or had that uid."""
        found: int | None = self._connection.execute(
            select(corpus.c.id).where(corpus.c.uid == uid)
        ).scalar_one_or_none()
        return found

    def touched_by(self, corpus_key: int, owners: Sequence[int]) -> list[int]:
        """Living documents of a corpus on which these annotators have or had a layer, ruled or wrote."""
        by = (
            (layer, layer.c.annotator),
            (decision_version, decision_version.c.reviewer),
            (comment_version, comment_version.c.author),
        )
        wanted = [select(table.c.document).where(column.in_(owners)) for table, column in by]
        living = select(document_row.c.document).where(
            document_row.c.corpus == corpus_key, document_row.c.document.in_(wanted[0].union(*wanted[1:]))
        )
        return list(self._connection.execute(living.order_by(document_row.c.document)).scalars())

    def ruled_on(self, corpus_key: int, gold: int | None) -> list[int]:
        """Living documents of a corpus with a gold layer (`gold`: its annotator), a decision or a comment."""
        wanted = [
            select(layer.c.document).where(layer.c.annotator == (gold or 0)),
            select(decision_version.c.document),
            select(comment_version.c.document),
        ]
        living = select(document_row.c.document).where(
            document_row.c.corpus == corpus_key, document_row.c.document.in_(wanted[0].union(*wanted[1:]))
        )
        return list(self._connection.execute(living.order_by(document_row.c.document)).scalars())

    def full(self, keys: Sequence[int]) -> list[tuple[FoundDocument, str]]:
        """Documents with their texts, in the order in which they came."""
        wanted = _DOCUMENTS.add_columns(document.c.text)
        rows = sorted(self._in(wanted, document.c.id, keys), key=lambda row: int(row.id))
        return [(_found(row), row.text) for row in rows]

    def people(self) -> dict[str, int]:
        """Key by uid of every annotator that is or was."""
        return dict(self._connection.execute(select(annotator.c.uid, annotator.c.id)).all())

    def layers(self, documents: Sequence[int]) -> dict[tuple[int, int], int]:
        """Layer by (document, annotator), living or not."""
        wanted = select(layer.c.document, layer.c.annotator, layer.c.id)
        return {
            (row.document, row.annotator): row.id for row in self._in(wanted, layer.c.document, documents)
        }

    # ------------------------------------------------------------------ writing

    def identify(self, documents: Sequence[NewDocument]) -> list[int]:
        """Keep texts that are not kept yet; the key of each document."""
        base = self._connection.execute(select(func.coalesce(func.max(document.c.id), 0))).scalar_one()
        keys, rows = [], []
        for each in documents:
            if each.key is None:
                base += 1
                rows.append(
                    {
                        "id": base,
                        "uid": each.uid,
                        "length": len(each.text),
                        "text_sha256": each.text_sha256,
                        "fold_sha256": each.fold_sha256,
                        "text": each.text,
                    }
                )
            keys.append(base if each.key is None else each.key)
        if rows:
            self._connection.execute(insert(document), rows)
        return keys

    def open_documents(
        self, documents: Sequence[NewDocument], keys: Sequence[int], corpus_key: int, step: int
    ) -> None:
        """Write the first, or the next, version of documents."""
        rows = [
            {
                "document": key,
                "corpus": corpus_key,
                "metadata": dump_json(each.metadata),
                "text_sha256": each.text_sha256,
                "binned": 0,
                **title_columns(each.title),
            }
            for key, each in zip(keys, documents, strict=True)
        ]
        versions.open_rows(self._connection, document_version, step, rows)

    def change_document(self, key: int, step: int, **changes: object) -> None:
        """Give a document other metadata or take it out of the bin."""
        versions.replace(self._connection, DOCUMENTS, step, key, **changes)

    def add_aliases(self, kind: str, mains: Mapping[str, str], step: int) -> None:
        """Write that uids lead to other ones, by uid; none of them leads anywhere yet."""
        rows = [{"uid": uid, "kind": kind, "main_uid": main} for uid, main in mains.items()]
        versions.open_rows(self._connection, alias_version, step, rows)

    def corpus_alias(self, uid: str) -> str:
        """The uid of the corpus into which packages of the corpus `uid` go, "" where nobody said so."""
        wanted = select(alias_version.c.main_uid).where(
            alias_version.c.uid == uid, alias_version.c.kind == "corpus", versions.is_current(alias_version)
        )
        return self._connection.execute(wanted).scalar_one_or_none() or ""

    def alias_corpus(self, uid: str, main: str, step: int) -> None:
        """Write that packages of the corpus `uid` go into `main` from now on."""
        versions.close_rows(self._connection, ALIASES, step, [uid])
        self.add_aliases("corpus", {uid: main}, step)

    def span_aliases(self) -> frozenset[str]:
        """Second uids that spans ever had to take."""
        wanted = select(alias_version.c.uid).where(alias_version.c.kind == "span")
        return frozenset(self._connection.execute(wanted).scalars())

    def living_spans(self, uids: Sequence[str]) -> list[str]:
        """Which of these uids living spans have."""
        wanted = select(span_version.c.uid).where(versions.is_current(span_version))
        return [row.uid for row in self._in(wanted, span_version.c.uid, uids)]

    def living(self, kind: str, uids: Sequence[str]) -> list[str]:
        """Which of these uids present decisions, comments or received changes have, wherever they are."""
        table = {
            "decision": decision_version,
            "comment": comment_version,
            "received": received_version,
        }[kind]
        wanted = select(table.c.uid).where(versions.is_current(table))
        return [row.uid for row in self._in(wanted, table.c.uid, uids)]

    def make_layers(self, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], int]:
        """Make sure that there are layers on these (document, annotator); their keys."""
        documents = sorted({document_key for document_key, _ in places})
        known = self.layers(documents)
        missing = [place for place in places if place not in known]
        if missing:
            rows = [
                {"uid": uid, "document": place[0], "annotator": place[1]}
                for uid, place in zip(new_uids(len(missing)), missing, strict=True)
            ]
            self._connection.execute(insert(layer), rows)
            known = self.layers(documents)
        return known

    def _in(self, wanted: Select[Any], column: Any, keys: Sequence[object]) -> Iterator[AnyRow]:
        for begin in range(0, len(keys), _PIECE):
            yield from self._connection.execute(wanted.where(column.in_(keys[begin : begin + _PIECE])))


_DOCUMENTS: Final = select(
    document.c.id,
    document.c.uid,
    document.c.text_sha256,
    document_version.c.corpus,
    document_version.c.title,
    document_version.c.metadata,
    document_version.c.binned,
).outerjoin(
    document_version, (document_version.c.document == document.c.id) & versions.is_current(document_version)
)


def _found(row: AnyRow) -> FoundDocument:
    metadata = load_json(row.metadata) if row.metadata else {}
    return FoundDocument(
        row.id, row.uid, row.text_sha256, row.corpus, row.title or "", metadata, bool(row.binned)
    )


def _label(row: AnyRow) -> LabelRow:
    return LabelRow(
        key=row.label,
        uid=row.uid,
        name=row.name,
        name_key=row.name_key,
        short=row.short,
        colour=row.colour,
        letter=row.key,
        definition=row.definition,
        position=row.position,
        state=row.state,
        merged_into=row.target_uid if row.state == "merged" else "",
    )
