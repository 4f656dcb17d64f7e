"""The tables of a library: things that never change, the versions of what does, the steps, and counts.

* Identity tables (`corpus`, `label`, `document`, `layer`, `annotator`): a row is made once and only emptying
  the bin takes it away.
* Version tables (`..._version`): what a step opened (`from_step`) and a later one closed (`to_step`).
  Current is `to_step IS NULL`; apart from filling `to_step` once no row is ever updated. See
  docs/decisions/0003.
* `step`: one row a user action.
* `document_row`, `label_count`: derived, kept in the same transaction, made anew by `projection`.
* `search_text`: derived, filled when there is time; what is not in it yet is folded when it is searched.
* `effort`: what a step cost the person; no part of the state, neither undone nor digested.

Nothing here is particular to SQLite but the word STRICT; no triggers, no rowid, no INSERT OR.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
)

from annotator.model.document import COUNTED
from annotator.storage.types import ExactText, Key

COUNTED_KINDS: Final = tuple(kind.value for kind in COUNTED)
"""Kinds of annotators whose spans count in lists, review and agreement."""

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *parts: Any) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True)


def _key() -> Column[int]:
    return Column("id", Key, primary_key=True)


def _to(table: str, name: str | None = None, *, nullable: bool = False) -> Column[int]:
    return Column(name or table, Key, ForeignKey(f"{table}.id", ondelete="RESTRICT"), nullable=nullable)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _whole(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _flag(name: str) -> tuple[Column[int], CheckConstraint]:
    return _whole(name), CheckConstraint(f"{name} IN (0, 1)", name=name)


def _life() -> tuple[Any, ...]:
    """The two columns of every version. No foreign keys, they cost a look-up a row: `check` looks."""
    return (
        Column("from_step", Key, nullable=False),
        Column("to_step", Key, nullable=True),
        CheckConstraint("to_step >= from_step", name="life"),
    )


def _living(table: Table, *columns: str, unique: bool = True, where: str = "") -> None:
    """An index over current rows only, by which they are found and kept unique."""
    condition = text("to_step IS NULL" + where)
    name = f"{'uq' if unique else 'ix'}_{table.name}_living_{'_'.join(columns)}"
    Index(name, *(table.c[column] for column in columns), unique=unique, sqlite_where=condition)


@event.listens_for(metadata, "before_create")
def _give_conditions(_target: MetaData, connection: Connection, **_options: Any) -> None:
    """The conditions of indexes for another database than SQLite, by its own word for them.

    Naming them beside `sqlite_where=` would have each start of the program load what it does not use.
    """
    name = connection.dialect.name
    for index in (index for table in metadata.tables.values() for index in table.indexes):
        where = index.dialect_options["sqlite"]["where"]
        if where is not None:
            index.dialect_options[name]["where"] = where


setting = _table("setting", Column("name", Text, primary_key=True), _text("value"))
"""What the library knows of itself: its uid, when it was made, its replica (see `replica`)."""

step = _table(
    "step",
    Column("seq", Key, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),
    _text("kind"),
    _to("annotator", "actor"),
    _text("replica"),
    _whole("counter"),
    _whole("lamport"),
    _text("time"),
    _to("corpus", nullable=True),
    Column("document", Text, nullable=True),
    _text("summary"),
    Column("reverses", Key, nullable=True, unique=True),
    Column("group", Text, nullable=True),
    Column("merge", Text, nullable=True),
    _whole("row_count"),
    _text("digest"),
    UniqueConstraint("replica", "counter"),
    Index("ix_step_corpus", "corpus"),
    Index("ix_step_document", "document"),
)
"""One user action. `document` is a uid, for the history outlives an emptied bin; `corpus` is then NULL."""

step_gap = _table("step_gap", Column("step", Key, primary_key=True), Column("purge", Key, nullable=False))
"""Steps whose rows the emptying of the bin took away, wholly or in part: readable, never undone."""

annotator = _table("annotator", _key(), Column("uid", Text, nullable=False, unique=True))

annotator_version = _table(
    "annotator_version",
    _key(),
    _to("annotator"),
    _text("name"),
    _text("name_key"),
    _text("kind"),
    CheckConstraint("kind IN ('person', 'source', 'machine', 'gold')", name="kind"),
    *_life(),
)
_living(annotator_version, "annotator")

corpus = _table("corpus", _key(), Column("uid", Text, nullable=False, unique=True))

corpus_version = _table(
    "corpus_version",
    _key(),
    _to("corpus"),
    _text("name"),
    _text("name_key"),
    _text("guidelines"),
    *_flag("binned"),
    *_life(),
)
_living(corpus_version, "corpus")
_living(corpus_version, "name_key", where=" AND binned = 0")

label = _table("label", _key(), _text("uid"), _to("corpus"), UniqueConstraint("corpus", "uid"))
"""Unique only within the corpus, for the standard labels have the same uid in every one."""

label_version = _table(
    "label_version",
    _key(),
    _to("label"),
    _to("corpus"),
    _text("name"),
    _text("name_key"),
    _text("short"),
    _text("colour"),
    _text("key"),
    _text("definition"),
    _whole("position"),
    _text("state"),
    _to("label", "merged_into", nullable=True),
    CheckConstraint("state IN ('active', 'merged', 'inactive')", name="state"),
    CheckConstraint("(state = 'merged') = (merged_into IS NOT NULL)", name="merged"),
    *_life(),
)
_living(label_version, "label")
_living(label_version, "corpus", "name_key", where=" AND state = 'active'")
_living(label_version, "corpus", "key", where=" AND state = 'active' AND key <> ''")

document = _table(
    "document",
    _key(),
    Column("uid", Text, nullable=False, unique=True),
    _whole("length"),
    _text("text_sha256"),
    _text("fold_sha256"),
    Column("text", ExactText, nullable=False),
    CheckConstraint("length >= 0", name="length"),
)
"""The text stands last, so that reading the other columns does not walk through it."""

document_version = _table(
    "document_version",
    _key(),
    _to("document"),
    _to("corpus"),
    _text("title"),
    _text("title_folded"),
    _text("title_sort"),
    _text("metadata"),
    _text("text_sha256"),
    *_flag("binned"),
    *_life(),
)
_living(document_version, "document")
_living(document_version, "corpus", "text_sha256", where=" AND binned = 0")

layer = _table(
    "layer",
    _key(),
    Column("uid", Text, nullable=False, unique=True),
    _to("document"),
    _to("annotator"),
    UniqueConstraint("document", "annotator"),
)

layer_version = _table(
    "layer_version",
    _key(),
    _to("layer"),
    _text("status"),
    _text("based_on"),
    CheckConstraint("status IN ('new', 'in-progress', 'done')", name="status"),
    *_life(),
)
_living(layer_version, "layer")

span_version = _table(
    "span_version",
    _key(),
    _text("uid"),
    _to("layer"),
    _whole("start"),
    _whole("end"),
    _text("parts"),
    _to("label"),
    _text("note"),
    _text("flags"),
    _text("origin"),
    _text("suggestion_uid"),
    *_life(),
    Column("covered", ExactText, nullable=False),
    CheckConstraint('0 <= start AND start < "end"', name="range"),
)
_living(span_version, "layer", "start", "end", "label", "parts")
_living(span_version, "uid")

decision_version = _table(
    "decision_version",
    _key(),
    _text("uid"),
    _to("document"),
    _text("cluster"),
    _to("annotator", "reviewer"),
    _text("verdict"),
    _text("variants"),
    _text("gold"),
    _text("category"),
    _text("reason"),
    _text("source"),
    _text("made"),
    CheckConstraint("verdict IN ('take', 'take-edited', 'reject', 'defer')", name="verdict"),
    *_life(),
)
"""What a reviewer ruled on a cluster. `variants`: JSON of what was seen; `gold`: JSON of the gold spans it
gave, empty for reject and defer; `source`: "hand", or the rule by which it was made; `made`: UTC."""
_living(decision_version, "uid")
_living(decision_version, "document", "cluster", unique=False)

comment_version = _table(
    "comment_version",
    _key(),
    _text("uid"),
    _to("document"),
    _text("span"),
    _text("cluster"),
    Column("start", Integer, nullable=True),
    Column("end", Integer, nullable=True),
    _to("annotator", "author"),
    _text("text"),
    _text("reply_to"),
    _text("made"),
    *_flag("resolved"),
    *_life(),
)
"""A remark on a document, a range of it, a span or a cluster; the range stays when the span goes."""
_living(comment_version, "uid")
_living(comment_version, "document", unique=False)

alias_version = _table(
    "alias_version",
    _key(),
    _text("uid"),
    _text("kind"),
    _text("main_uid"),
    CheckConstraint("kind IN ('document', 'annotator', 'label', 'span', 'cluster', 'corpus')", name="kind"),
    *_life(),
)
"""Under which other uid a thing is known. `corpus`: one into which packages of another were taken."""
_living(alias_version, "uid")

guidance_version = _table(
    "guidance_version",
    _key(),
    _to("label"),
    _text("heading"),
    _text("use_when"),
    _text("avoid_when"),
    _text("examples"),
    *_life(),
)
"""What the codebook says of a label beyond its definition: the heading it stands under, when to use it and
when not, and examples as JSON. A table of its own, so that digests of label steps stay what they were."""
_living(guidance_version, "label")

kept_version = _table(
    "kept_version",
    _key(),
    _text("uid"),
    _to("corpus"),
    _text("kind"),
    _text("name"),
    _text("name_key"),
    _text("body"),
    CheckConstraint("kind IN ('filter', 'recipe', 'intended', 'assignment', 'sample', 'rule')", name="kind"),
    *_life(),
)
"""What is kept by name in a corpus: filters of documents, recipes of exports, inconsistencies that are meant
so, work that was handed out, samples drawn to accept somebody's work, rules a reviewer agreed to. `body` is
JSON of the kind's own making."""
_living(kept_version, "uid")
_living(kept_version, "corpus", "kind", "name_key")

received_version = _table(
    "received_version",
    _key(),
    _text("uid"),
    _text("kind"),
    _text("thing"),
    _to("document", nullable=True),
    _to("annotator", nullable=True),
    _to("received_step", "made_in"),
    _text("base"),
    _text("body"),
    CheckConstraint("kind IN ('span', 'layer', 'decision', 'comment', 'label', 'annotator')", name="kind"),
    *_life(),
    Index("ix_received_version_document", "document", "annotator"),
)
"""Changes made elsewhere, as packages brought them: the rows that a merge writes into other tables are worked
out from these and from the steps made here (`annotator.exchange`, docs/decisions/0022). `thing`: uid of what
changed; `annotator`: whose layer, decision or comment it is; `base`: uids of the changes it was made on, as
JSON; `body`: what it became, JSON, "" for a removal."""
_living(received_version, "uid")

received_step = _table(
    "received_step",
    _key(),
    Column("uid", Text, nullable=False, unique=True),
    _text("kind"),
    _text("actor"),
    _text("replica"),
    _whole("counter"),
    _whole("lamport"),
    _text("time"),
    _text("summary"),
    UniqueConstraint("replica", "counter"),
)
"""Steps made elsewhere; they stay also when the merge that brought them is undone, and then bear nothing."""

package_log = _table(
    "package_log",
    _key(),
    _text("uid"),
    _text("sha256"),
    _text("kind"),
    _text("creator"),
    _text("time"),
    _whole("step"),
    _whole("changes_new"),
    _whole("changes_known"),
    Index("ix_package_log_uid", "uid"),
)
"""Packages that were merged; one whose `step` was taken back is no longer in force."""

suggestion = _table(
    "suggestion",
    _key(),
    Column("uid", Text, nullable=False, unique=True),
    _to("layer"),
    _whole("start"),
    _whole("end"),
    _to("label"),
    _text("source"),
    _text("source_version"),
    _whole("score"),
    _text("time"),
    _text("state"),
    CheckConstraint('0 <= start AND start < "end"', name="range"),
    Index("ix_suggestion_layer", "layer"),
)
"""Proposals of a machine: never counted, never undone, `score` in thousandths."""

document_row = _table(
    "document_row",
    Column("document", Key, primary_key=True),
    _whole("corpus"),
    _text("uid"),
    _whole("status"),
    _whole("spans"),
    _whole("characters"),
    _text("title"),
    _text("title_folded"),
    _text("title_sort"),
    Index("ix_document_row_status", "corpus", "status", "document"),
    Index("ix_document_row_spans", "corpus", "spans", "document", "status"),
    Index("ix_document_row_title", "corpus", "title_sort", "document", "status", "title_folded"),
)
"""One living document as the list shows it; `status` is 0 new, 1 in progress, 2 done."""

label_count = _table(
    "label_count", Column("label", Key, primary_key=True), _whole("spans"), _whole("documents")
)
"""Spans of people's layers on living documents by label (a merged one counts for its target)."""


search_text = _table(
    "search_text",
    Column("document", Key, primary_key=True),
    Column("folded", ExactText, nullable=False),
)
"""A document's text folded as far as any search folds, so that documents without a hit are left unread."""

effort = _table("effort", Column("step", Key, primary_key=True), _whole("keys"), _whole("milliseconds"))
"""Key presses and clicks, and time with hands on the article, that led to a step."""


@dataclass(frozen=True, slots=True)
class Versioned:
    """A version table and the column that says of what a row is a version."""

    table: Table
    key: str


VERSIONED: Final = (
    Versioned(annotator_version, "annotator"),
    Versioned(corpus_version, "corpus"),
    Versioned(label_version, "label"),
    Versioned(document_version, "document"),
    Versioned(layer_version, "layer"),
    Versioned(span_version, "uid"),
    Versioned(decision_version, "uid"),
    Versioned(comment_version, "uid"),
    Versioned(alias_version, "uid"),
    Versioned(guidance_version, "label"),
    Versioned(kept_version, "uid"),
    Versioned(received_version, "uid"),
)
"""Every table that undo, digests and the check of the log go through."""

for _entry in VERSIONED:
    _versions = _entry.table
    Index(f"ix_{_versions.name}_from", _versions.c.from_step)
    Index(
        f"ix_{_versions.name}_to",
        _versions.c.to_step,
        sqlite_where=text("to_step IS NOT NULL"),
    )
