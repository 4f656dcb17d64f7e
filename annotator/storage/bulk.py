"""Moves a staging file into the library by INSERT..SELECT: one transaction, one step, however much it is.

The rules of decisions.md, "The same text twice", in SQL: a known text keeps its document, its spans join the
annotator's layer, equal ones are one; a document in the bin with that text comes out of it. Whoever calls
resolves corpus, people and labels first (`services.moving`), because that takes few rows and many rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from annotator.errors import FormatError
from annotator.messages import say
from annotator.model.identity import new_uid
from annotator.storage.file import sqlite
from annotator.storage.types import dump_json, load_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from annotator.messages import Message
    from annotator.storage.types import AnyRow
    from annotator.storage.unit_of_work import UnitOfWork

_SHOWN: Final = 20


@dataclass(slots=True)
class Moved:
    """What the library gained by one file.

    Attributes:
        documents_added: documents it did not have.
        documents_known: documents of the file whose text it had, or that stood in the file before.
        spans_added: spans it did not have.
        labels_added: names of labels that were made.
        labels_joined: (name in the file, name it came in under) where the two differ.
        notices: what was kept once, joined or left as it was, in sentences.
        documents: uids of the documents concerned, 100 at most.
    """

    documents_added: int = 0
    documents_known: int = 0
    spans_added: int = 0
    labels_added: tuple[str, ...] = ()
    labels_joined: tuple[tuple[str, str], ...] = ()
    notices: list[Message] = field(default_factory=list)
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StagedLabel:
    """A label as the staging file has it."""

    key: int
    uid: str
    name: str
    colour: str
    letter: str
    definition: str
    short: str
    listed: bool
    used: bool
    guidance: str = ""
    spellings: str = ""


@dataclass(frozen=True, slots=True)
class StagedPerson:
    """An annotator as the staging file has it."""

    key: int
    uid: str
    name: str
    kind: str


class Bulk:
    """A staging file attached to a running unit of work; call the methods from top to bottom.

    `file` is the file it was read from as the person gave it, for messages.
    """

    def __init__(self, unit: UnitOfWork, step: int, file: str) -> None:
        self._unit = unit
        self._file = file
        self._step = step
        self.moved = Moved()

    def guidelines(self) -> str:
        """What the file says of how to label, "" if nothing."""
        return str(self._value("SELECT coalesce(max(guidelines), '') FROM staging.head"))

    def labels(self) -> list[StagedLabel]:
        """Labels of the file: those it lists, in order, then those only met."""
        rows = self._rows(
            "SELECT id, uid, name, colour, key, definition, short, listed, used, guidance, "
            "spellings FROM staging.label "
            "ORDER BY id"
        )
        return [
            StagedLabel(
                row.id,
                row.uid,
                row.name,
                row.colour,
                row.key,
                row.definition,
                row.short,
                bool(row.listed),
                bool(row.used),
                row.guidance,
                row.spellings,
            )
            for row in rows
        ]

    def people(self) -> list[StagedPerson]:
        """Annotators that layers of the file name."""
        return [StagedPerson(*row) for row in self._rows("SELECT id, uid, name, kind FROM staging.annotator")]

    def set_targets(self, table: str, targets: Mapping[int, int]) -> None:
        """Say which key each staged label or annotator has in the library."""
        for key, target in targets.items():
            self._run(f"UPDATE staging.{table} SET target = :target WHERE id = :key", key=key, target=target)

    def place_documents(self, corpus: int) -> None:
        """Find for each staged document the one it is, or is to become; nothing is written yet.

        Raises:
            FormatError: a uid of the file is there with another text, or twice in the file with two.
        """
        # Targets go into a narrow table: to update a row of `document` is to write its text again.
        self._run(
            "CREATE TABLE staging.spot AS SELECT id, uid, given, line, title, text_sha256, target, "
            "target_new FROM staging.document ORDER BY id"
        )
        self._run("CREATE UNIQUE INDEX staging.spot_id ON spot (id)")
        self._run("CREATE INDEX staging.spot_text ON spot (text_sha256, id)")
        self._check_repeated_uids()
        self._run(
            "UPDATE staging.spot AS s SET target = (SELECT v.document FROM document_version AS v WHERE "
            "v.corpus = :corpus AND v.text_sha256 = s.text_sha256 AND v.to_step IS NULL AND v.binned = 0)",
            corpus=corpus,
        )
        self._place_binned(corpus)
        self._settle_uids()
        base = self._value("SELECT coalesce(max(id), 0) FROM document")
        self._run(
            "UPDATE staging.spot AS s SET target = :base + id, target_new = 1 WHERE target IS NULL AND NOT "
            "EXISTS (SELECT 1 FROM staging.spot AS o WHERE o.text_sha256 = s.text_sha256 AND o.id < s.id)",
            base=base,
        )
        self._run(
            "UPDATE staging.spot AS s SET target = (SELECT min(o.target) FROM staging.spot AS o "
            "WHERE o.text_sha256 = s.text_sha256) WHERE target IS NULL"
        )
        self.moved.documents_added = self._value(
            "SELECT count(*) FROM staging.spot WHERE target_new IS NOT NULL"
        )
        total = self._value("SELECT count(*) FROM staging.spot")
        self.moved.documents_known = total - self.moved.documents_added
        self._unit.projection.mark_staged()

    def _check_repeated_uids(self) -> None:
        repeated = self._rows(
            "SELECT uid, count(DISTINCT text_sha256) AS texts, max(line) AS line FROM staging.spot "
            "WHERE given = 1 GROUP BY uid HAVING count(DISTINCT text_sha256) > 1 LIMIT 20"
        )
        problems = [self._repeated(row.uid, row.texts, row.line) for row in repeated]
        if problems:
            raise FormatError(problems[0], tuple(problems))

    def _place_binned(self, corpus: int) -> None:
        binned = self._rows(
            "SELECT text_sha256, min(document) FROM document_version WHERE corpus = :corpus AND to_step IS "
            "NULL AND binned = 1 GROUP BY text_sha256",
            corpus=corpus,
        )
        for sha256, key in binned:
            self._run(
                "UPDATE staging.spot SET target = :key WHERE text_sha256 = :sha AND target IS NULL",
                key=key,
                sha=sha256,
            )

    def _settle_uids(self) -> None:
        """Uids of the file that the library knows: of this text, another, elsewhere, or undone."""
        problems: list[Message] = []
        renewed = 0
        clashes = self._rows(
            "SELECT s.id, s.uid, s.line, s.title, s.target, d.id AS key, d.text_sha256 = s.text_sha256 AS "
            "same, v.id IS NOT NULL AS living FROM staging.spot AS s JOIN document AS d ON d.uid = "
            "s.uid LEFT JOIN document_version AS v ON v.document = d.id AND v.to_step IS NULL "
            "WHERE d.id IS NOT s.target"
        )
        for row in clashes:
            if row.living and not row.same:
                problems.append(self._other_text(row.uid, row.title, row.line))
            elif row.same and not row.living and row.target is None:
                self._revive(row.id, row.key)
            else:
                renewed += row.living and row.target is None
                self._run(
                    "UPDATE staging.spot SET uid = :uid, given = 0 WHERE id = :id", uid=new_uid(), id=row.id
                )
        self._note(
            say(
                "{count} document got a new uid: its own belongs to the same text in another corpus of this "
                "library, and no two documents of a library have one uid|{count} documents got new uids: "
                "their own belong to the same texts in another corpus of this library, and no two documents "
                "of a library have one uid",
                count=renewed,
            )
        )
        problems += self._alias_problems()
        if problems:
            raise FormatError(problems[0], tuple(problems[:_SHOWN]))

    def _revive(self, staged: int, key: int) -> None:
        """The very document was imported before and that was undone: it gets its next version."""
        placed = self._run(
            "UPDATE staging.spot SET target = :key WHERE target IS NULL AND text_sha256 = "
            "(SELECT o.text_sha256 FROM staging.spot AS o WHERE o.id = :id)",
            key=key,
            id=staged,
        )
        if placed:
            self._run("UPDATE staging.spot SET target_new = 0 WHERE id = :id", id=staged)

    def _alias_problems(self) -> list[Message]:
        rows = self._rows(
            "SELECT s.uid, s.line, s.title FROM staging.spot AS s JOIN alias_version AS a ON a.uid = s.uid "
            "AND a.kind = 'document' AND a.to_step IS NULL JOIN document AS d ON d.uid = a.main_uid "
            "WHERE d.text_sha256 <> s.text_sha256"
        )
        return [self._other_text(row.uid, row.title, row.line) for row in rows]

    def write_documents(self, corpus: int) -> None:
        """Write new documents; give known ones what the file knows besides: aliases, missing metadata."""
        self._run(
            "INSERT INTO document (id, uid, length, text_sha256, fold_sha256, text) SELECT s.target, s.uid, "
            "d.length, d.text_sha256, d.fold_sha256, d.text FROM staging.spot AS s CROSS JOIN "
            "staging.document AS d ON d.id = s.id WHERE s.target_new = 1 ORDER BY s.id"
        )
        self._run(
            "INSERT INTO document_version (document, corpus, title, title_folded, title_sort, metadata, "
            "text_sha256, binned, from_step) SELECT s.target, :corpus, d.title, d.title_folded, "
            "d.title_sort, d.metadata, d.text_sha256, 0, :step FROM staging.spot AS s CROSS JOIN "
            "staging.document AS d ON d.id = s.id WHERE s.target_new IS NOT NULL ORDER BY s.id",
            corpus=corpus,
            step=self._step,
        )
        if self.moved.documents_known:
            self._take_out_of_bin()
            self._add_aliases()
            self._join_metadata()
        self.moved.documents = tuple(
            row.uid
            for row in self._rows(
                "SELECT uid FROM document WHERE id IN (SELECT target FROM staging.spot) ORDER BY id LIMIT 101"
            )
        )

    def _take_out_of_bin(self) -> None:
        keys = [
            row.document
            for row in self._rows(
                "SELECT document FROM document_version WHERE to_step IS NULL AND binned = 1 AND document IN "
                "(SELECT target FROM staging.spot)"
            )
        ]
        self._unit.documents.set_binned(keys, self._step, binned=False)
        self._note(
            say(
                "{count} document taken out of the bin|{count} documents taken out of the bin",
                count=len(keys),
            )
        )

    def _add_aliases(self) -> None:
        added = self._run(
            "INSERT INTO alias_version (uid, kind, main_uid, from_step) SELECT DISTINCT s.uid, 'document', "
            "d.uid, :step FROM staging.spot AS s JOIN document AS d ON d.id = s.target WHERE s.given = 1 "
            "AND s.uid <> d.uid AND s.uid NOT IN (SELECT uid FROM alias_version WHERE to_step IS NULL)",
            step=self._step,
        )
        self._note(
            say(
                "{count} document is known under another uid; both lead to it now|{count} documents are "
                "known under other uids; both lead to them now",
                count=added,
            )
        )

    def _join_metadata(self) -> None:
        rows = self._rows(
            "SELECT s.target, d.metadata AS more, v.metadata FROM staging.spot AS s JOIN staging.document "
            "AS d ON d.id = s.id JOIN document_version AS v ON v.document = s.target AND v.to_step IS NULL "
            "WHERE d.metadata <> v.metadata AND d.metadata <> '{}' AND s.target_new IS NULL ORDER BY s.id"
        )
        differing = 0
        for row in rows:
            more, there = load_json(row.more), load_json(row.metadata)
            joined = more | there
            differing += any(there[name] != more[name] for name in more.keys() & there.keys())
            if joined != there:
                self._unit.documents.change(row.target, self._step, metadata=dump_json(joined))
        self._note(
            say(
                "{count} known document has other metadata in the file; that of the library was "
                "kept|{count} known documents have other metadata in the file; that of the library was kept",
                count=differing,
            )
        )

    def write_layers(self) -> None:
        """Make the layers the library lacks; one that was still new takes the file's status."""
        self._run(
            "CREATE TABLE staging.place AS SELECT s.id, s.uid, d.target AS document, a.target AS annotator, "
            "s.status, 0 AS filled, NULL AS target, 0 AS fresh FROM staging.layer AS s JOIN staging.spot AS "
            "d ON d.id = s.document JOIN staging.annotator AS a ON a.id = s.annotator ORDER BY s.id"
        )
        self._run("CREATE UNIQUE INDEX staging.place_id ON place (id)")
        self._run("CREATE INDEX staging.place_owner ON place (document, annotator, id)")
        self._run("UPDATE staging.place SET filled = 1 WHERE id IN (SELECT layer FROM staging.span)")
        self._run(
            "UPDATE staging.place AS p SET target = (SELECT l.id FROM layer AS l WHERE l.document = "
            "p.document AND l.annotator = p.annotator)"
        )
        self._run(
            "UPDATE staging.place AS p SET target = :base + id, fresh = 1 WHERE target IS NULL AND NOT "
            "EXISTS (SELECT 1 FROM staging.place AS o WHERE o.document = p.document AND o.annotator = "
            "p.annotator AND o.id < p.id)",
            base=self._value("SELECT coalesce(max(id), 0) FROM layer"),
        )
        self._run(
            "UPDATE staging.place AS p SET target = (SELECT o.target FROM staging.place AS o WHERE "
            "o.document = p.document AND o.annotator = p.annotator ORDER BY o.id LIMIT 1) WHERE target IS "
            "NULL"
        )
        self._run(
            "INSERT INTO layer (id, uid, document, annotator) SELECT target, uid, document, annotator "
            "FROM staging.place WHERE fresh = 1 ORDER BY id"
        )
        self._write_statuses()

    def _write_statuses(self) -> None:
        self._run(
            "CREATE TABLE staging.wished AS SELECT target AS layer, CASE WHEN max(status) <> '' THEN "
            "max(status) WHEN max(filled) THEN 'in-progress' ELSE 'new' END AS status FROM staging.place "
            "GROUP BY target"
        )
        self._run(
            "DELETE FROM staging.wished WHERE layer IN (SELECT layer FROM layer_version WHERE to_step IS "
            "NULL AND status <> 'new') OR (status = 'new' AND layer IN (SELECT layer FROM layer_version "
            "WHERE to_step IS NULL))"
        )
        self._run(
            "UPDATE layer_version SET to_step = :step WHERE to_step IS NULL AND layer IN (SELECT layer FROM "
            "staging.wished)",
            step=self._step,
        )
        self._run(
            "INSERT INTO layer_version (layer, status, based_on, from_step) SELECT layer, status, '', :step "
            "FROM staging.wished ORDER BY layer",
            step=self._step,
        )

    def write_spans(self) -> None:
        """Write the spans that are not there yet.

        A file with new texts only is written at once; the database refuses it when a span or uid stands in it
        twice. Only then, or when texts are known, are repeats looked for, which costs as much again.

        Raises:
            RuntimeError: what was written is not what the file holds (a mistake of ours); the caller takes
                all back.
        """
        total = self._value("SELECT count(*) FROM staging.span")
        if self.moved.documents_known or not self._write_at_once():
            self._drop_repeats()
            self._renew_uids()
            self._run(_INSERT_SPANS, step=self._step)
        left = self._value("SELECT count(*) FROM staging.span")
        written = self._value("SELECT count(*) FROM span_version WHERE from_step = :step", step=self._step)
        if written != left:
            raise RuntimeError(f"{left} spans were to be written, {written} were")
        self.moved.spans_added = written
        self._note(
            say(
                "{count} span repeated one that is there and was kept once|{count} spans repeated ones that "
                "are there and were kept once",
                count=total - left,
            )
        )

    def _write_at_once(self) -> bool:
        try:
            with sqlite.savepoint(self._unit.connection):
                self._run(_INSERT_SPANS, step=self._step)
        except IntegrityError:
            return False
        return True

    def _drop_repeats(self) -> None:
        """Take out of the file the spans whose range and label are in the layer, or earlier in the file."""
        self._run(
            "DELETE FROM staging.span WHERE id IN (SELECT s.id FROM staging.span AS s "
            "JOIN staging.place AS p ON p.id = s.layer JOIN staging.label AS b ON b.id = s.label "
            'JOIN span_version AS v ON v.layer = p.target AND v.start = s.start AND v."end" = s."end" '
            "AND v.parts = s.parts AND v.to_step IS NULL JOIN label_version AS w ON w.label = v.label "
            "AND w.to_step IS NULL WHERE coalesce(w.merged_into, w.label) = b.target)"
        )
        self._run(
            "DELETE FROM staging.span WHERE id NOT IN (SELECT min(s.id) FROM staging.span AS s "
            "JOIN staging.place AS p ON p.id = s.layer JOIN staging.label AS b ON b.id = s.label "
            'GROUP BY p.target, s.start, s."end", s.parts, b.target)'
        )

    def _renew_uids(self) -> None:
        """Give spans whose uid another span has a new one."""
        taken = self._rows(
            "SELECT s.id FROM staging.span AS s JOIN span_version AS v ON v.uid = s.uid AND v.to_step IS "
            "NULL UNION SELECT s.id FROM (SELECT id, row_number() OVER (PARTITION BY uid ORDER BY id) AS "
            "place FROM staging.span) AS s WHERE s.place > 1"
        )
        for row in taken:
            self._run("UPDATE staging.span SET uid = :uid WHERE id = :id", uid=new_uid(), id=row.id)
        self._note(
            say(
                "{count} span got a new uid, because another span has its own|{count} spans got new uids, "
                "because other spans have theirs",
                count=len(taken),
            )
        )

    def _repeated(self, uid: str, texts: int, line: int) -> Message:
        return say(
            "{file}, line {line}: the uid {uid} stands on {texts} documents with different texts. Nothing "
            "was imported.",
            file=self._file,
            line=line,
            uid=uid,
            texts=texts,
        )

    def _other_text(self, uid: str, title: str, line: int) -> Message:
        return say(
            "{file}, line {line}: the document {uid} ({title}) is in the library with another text. Give it "
            "another uid, or none. Nothing was imported.",
            file=self._file,
            line=line,
            uid=uid,
            title=title,
        )

    def _note(self, message: Message) -> None:
        if message.values.get("count"):
            self.moved.notices.append(message)

    def _run(self, statement: str, **values: object) -> int:
        return self._unit.connection.execute(text(statement), values).rowcount

    def _value(self, statement: str, **values: object) -> Any:
        return self._unit.connection.execute(text(statement), values).scalar_one()

    def _rows(self, statement: str, **values: object) -> list[AnyRow]:
        return list(self._unit.connection.execute(text(statement), values))


_INSERT_SPANS: Final = """
    INSERT INTO span_version (uid, layer, start, "end", parts, label, note, flags, origin, suggestion_uid,
    from_step,
        covered)
    SELECT s.uid, p.target, s.start, s."end", s.parts, b.target, s.note, s.flags, s.origin, '', :step,
    s.covered FROM staging.span AS s
    CROSS JOIN staging.place AS p ON p.id = s.layer
    CROSS JOIN staging.label AS b ON b.id = s.label
    ORDER BY s.id
"""
