"""Schema 1: the first tables of a library, frozen; `tables.py` says what is true now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.storage.migrations.statements import run

if TYPE_CHECKING:
    from sqlalchemy import Connection

_STATEMENTS: Final = """
CREATE TABLE setting (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (name)
)
 STRICT;
CREATE TABLE step_gap (
    step INTEGER NOT NULL,
    purge INTEGER NOT NULL,
    CONSTRAINT pk_step_gap PRIMARY KEY (step)
)
 STRICT;
CREATE TABLE annotator (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    CONSTRAINT pk_annotator PRIMARY KEY (id),
    CONSTRAINT uq_annotator_uid UNIQUE (uid)
)
 STRICT;
CREATE TABLE corpus (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    CONSTRAINT pk_corpus PRIMARY KEY (id),
    CONSTRAINT uq_corpus_uid UNIQUE (uid)
)
 STRICT;
CREATE TABLE document (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    length INTEGER NOT NULL,
    text_sha256 TEXT NOT NULL,
    fold_sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_document PRIMARY KEY (id),
    CONSTRAINT ck_document_length CHECK (length >= 0),
    CONSTRAINT uq_document_uid UNIQUE (uid)
)
 STRICT;
CREATE TABLE alias_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    kind TEXT NOT NULL,
    main_uid TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_alias_version PRIMARY KEY (id),
    CONSTRAINT ck_alias_version_kind CHECK (kind IN ('document', 'annotator', 'label', 'span',
    'cluster')),
    CONSTRAINT ck_alias_version_life CHECK (to_step >= from_step)
)
 STRICT;
CREATE UNIQUE INDEX uq_alias_version_living_uid ON alias_version (uid) WHERE to_step IS NULL;
CREATE INDEX ix_alias_version_to ON alias_version (to_step) WHERE to_step IS NOT NULL;
CREATE INDEX ix_alias_version_from ON alias_version (from_step);
CREATE TABLE package_log (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    time TEXT NOT NULL,
    changes_new INTEGER NOT NULL,
    changes_known INTEGER NOT NULL,
    active INTEGER NOT NULL,
    CONSTRAINT pk_package_log PRIMARY KEY (id),
    CONSTRAINT ck_package_log_active CHECK (active IN (0, 1)),
    CONSTRAINT uq_package_log_uid UNIQUE (uid)
)
 STRICT;
CREATE TABLE document_row (
    document INTEGER NOT NULL,
    corpus INTEGER NOT NULL,
    uid TEXT NOT NULL,
    status INTEGER NOT NULL,
    spans INTEGER NOT NULL,
    characters INTEGER NOT NULL,
    title TEXT NOT NULL,
    title_folded TEXT NOT NULL,
    title_sort TEXT NOT NULL,
    CONSTRAINT pk_document_row PRIMARY KEY (document)
)
 STRICT;
CREATE INDEX ix_document_row_title ON document_row (corpus, title_sort, document, status,
    title_folded);
CREATE INDEX ix_document_row_status ON document_row (corpus, status, document);
CREATE INDEX ix_document_row_spans ON document_row (corpus, spans, document, status);
CREATE TABLE label_count (
    label INTEGER NOT NULL,
    spans INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    CONSTRAINT pk_label_count PRIMARY KEY (label)
)
 STRICT;
CREATE TABLE step (
    seq INTEGER NOT NULL,
    uid TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor INTEGER NOT NULL,
    replica TEXT NOT NULL,
    counter INTEGER NOT NULL,
    lamport INTEGER NOT NULL,
    time TEXT NOT NULL,
    corpus INTEGER,
    document TEXT,
    summary TEXT NOT NULL,
    reverses INTEGER,
    "group" TEXT,
    merge TEXT,
    row_count INTEGER NOT NULL,
    digest TEXT NOT NULL,
    CONSTRAINT pk_step PRIMARY KEY (seq),
    CONSTRAINT uq_step_replica_counter UNIQUE (replica, counter),
    CONSTRAINT uq_step_uid UNIQUE (uid),
    CONSTRAINT fk_step_actor FOREIGN KEY(actor) REFERENCES annotator (id) ON DELETE RESTRICT,
    CONSTRAINT fk_step_corpus FOREIGN KEY(corpus) REFERENCES corpus (id) ON DELETE RESTRICT,
    CONSTRAINT uq_step_reverses UNIQUE (reverses)
)
 STRICT;
CREATE INDEX ix_step_corpus ON step (corpus);
CREATE INDEX ix_step_document ON step (document);
CREATE TABLE annotator_version (
    id INTEGER NOT NULL,
    annotator INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_annotator_version PRIMARY KEY (id),
    CONSTRAINT ck_annotator_version_kind CHECK (kind IN ('person', 'source', 'machine', 'gold')),
    CONSTRAINT ck_annotator_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_annotator_version_annotator FOREIGN KEY(annotator) REFERENCES annotator (id) ON
    DELETE RESTRICT
)
 STRICT;
CREATE UNIQUE INDEX uq_annotator_version_living_annotator ON annotator_version (annotator) WHERE
    to_step IS NULL;
CREATE INDEX ix_annotator_version_to ON annotator_version (to_step) WHERE to_step IS NOT NULL;
CREATE INDEX ix_annotator_version_from ON annotator_version (from_step);
CREATE TABLE corpus_version (
    id INTEGER NOT NULL,
    corpus INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    guidelines TEXT NOT NULL,
    binned INTEGER NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_corpus_version PRIMARY KEY (id),
    CONSTRAINT ck_corpus_version_binned CHECK (binned IN (0, 1)),
    CONSTRAINT ck_corpus_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_corpus_version_corpus FOREIGN KEY(corpus) REFERENCES corpus (id) ON DELETE
    RESTRICT
)
 STRICT;
CREATE INDEX ix_corpus_version_to ON corpus_version (to_step) WHERE to_step IS NOT NULL;
CREATE INDEX ix_corpus_version_from ON corpus_version (from_step);
CREATE UNIQUE INDEX uq_corpus_version_living_name_key ON corpus_version (name_key) WHERE to_step IS
    NULL AND binned = 0;
CREATE UNIQUE INDEX uq_corpus_version_living_corpus ON corpus_version (corpus) WHERE to_step IS NULL;
CREATE TABLE label (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    corpus INTEGER NOT NULL,
    CONSTRAINT pk_label PRIMARY KEY (id),
    CONSTRAINT uq_label_corpus_uid UNIQUE (corpus, uid),
    CONSTRAINT fk_label_corpus FOREIGN KEY(corpus) REFERENCES corpus (id) ON DELETE RESTRICT
)
 STRICT;
CREATE TABLE document_version (
    id INTEGER NOT NULL,
    document INTEGER NOT NULL,
    corpus INTEGER NOT NULL,
    title TEXT NOT NULL,
    title_folded TEXT NOT NULL,
    title_sort TEXT NOT NULL,
    metadata TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    binned INTEGER NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_document_version PRIMARY KEY (id),
    CONSTRAINT ck_document_version_binned CHECK (binned IN (0, 1)),
    CONSTRAINT ck_document_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_document_version_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_document_version_corpus FOREIGN KEY(corpus) REFERENCES corpus (id) ON DELETE
    RESTRICT
)
 STRICT;
CREATE INDEX ix_document_version_to ON document_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_document_version_living_corpus_text_sha256 ON document_version (corpus,
    text_sha256) WHERE to_step IS NULL AND binned = 0;
CREATE INDEX ix_document_version_from ON document_version (from_step);
CREATE UNIQUE INDEX uq_document_version_living_document ON document_version (document) WHERE to_step
    IS NULL;
CREATE TABLE layer (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    document INTEGER NOT NULL,
    annotator INTEGER NOT NULL,
    CONSTRAINT pk_layer PRIMARY KEY (id),
    CONSTRAINT uq_layer_document_annotator UNIQUE (document, annotator),
    CONSTRAINT uq_layer_uid UNIQUE (uid),
    CONSTRAINT fk_layer_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE RESTRICT,
    CONSTRAINT fk_layer_annotator FOREIGN KEY(annotator) REFERENCES annotator (id) ON DELETE
    RESTRICT
)
 STRICT;
CREATE TABLE decision_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    document INTEGER NOT NULL,
    cluster TEXT NOT NULL,
    reviewer INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    gold_span TEXT NOT NULL,
    variants TEXT NOT NULL,
    reason TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_decision_version PRIMARY KEY (id),
    CONSTRAINT ck_decision_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_decision_version_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_decision_version_reviewer FOREIGN KEY(reviewer) REFERENCES annotator (id) ON
    DELETE RESTRICT
)
 STRICT;
CREATE INDEX ix_decision_version_from ON decision_version (from_step);
CREATE UNIQUE INDEX uq_decision_version_living_uid ON decision_version (uid) WHERE to_step IS NULL;
CREATE INDEX ix_decision_version_to ON decision_version (to_step) WHERE to_step IS NOT NULL;
CREATE TABLE comment_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    document INTEGER NOT NULL,
    span TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    author INTEGER NOT NULL,
    text TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    resolved INTEGER NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_comment_version PRIMARY KEY (id),
    CONSTRAINT ck_comment_version_resolved CHECK (resolved IN (0, 1)),
    CONSTRAINT ck_comment_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_comment_version_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_comment_version_author FOREIGN KEY(author) REFERENCES annotator (id) ON DELETE
    RESTRICT
)
 STRICT;
CREATE INDEX ix_comment_version_from ON comment_version (from_step);
CREATE UNIQUE INDEX uq_comment_version_living_uid ON comment_version (uid) WHERE to_step IS NULL;
CREATE INDEX ix_comment_version_to ON comment_version (to_step) WHERE to_step IS NOT NULL;
CREATE TABLE label_version (
    id INTEGER NOT NULL,
    label INTEGER NOT NULL,
    corpus INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    short TEXT NOT NULL,
    colour TEXT NOT NULL,
    "key" TEXT NOT NULL,
    definition TEXT NOT NULL,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    merged_into INTEGER,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_label_version PRIMARY KEY (id),
    CONSTRAINT ck_label_version_state CHECK (state IN ('active', 'merged', 'inactive')),
    CONSTRAINT ck_label_version_merged CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
    CONSTRAINT ck_label_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_label_version_label FOREIGN KEY(label) REFERENCES label (id) ON DELETE RESTRICT,
    CONSTRAINT fk_label_version_corpus FOREIGN KEY(corpus) REFERENCES corpus (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_label_version_merged_into FOREIGN KEY(merged_into) REFERENCES label (id) ON DELETE
    RESTRICT
)
 STRICT;
CREATE UNIQUE INDEX uq_label_version_living_corpus_name_key ON label_version (corpus, name_key)
    WHERE to_step IS NULL AND state = 'active';
CREATE UNIQUE INDEX uq_label_version_living_label ON label_version (label) WHERE to_step IS NULL;
CREATE INDEX ix_label_version_from ON label_version (from_step);
CREATE INDEX ix_label_version_to ON label_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_label_version_living_corpus_key ON label_version (corpus, "key") WHERE
    to_step IS NULL AND state = 'active' AND key <> '';
CREATE TABLE layer_version (
    id INTEGER NOT NULL,
    layer INTEGER NOT NULL,
    status TEXT NOT NULL,
    based_on TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_layer_version PRIMARY KEY (id),
    CONSTRAINT ck_layer_version_status CHECK (status IN ('new', 'in-progress', 'done')),
    CONSTRAINT ck_layer_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_layer_version_layer FOREIGN KEY(layer) REFERENCES layer (id) ON DELETE RESTRICT
)
 STRICT;
CREATE INDEX ix_layer_version_from ON layer_version (from_step);
CREATE INDEX ix_layer_version_to ON layer_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_layer_version_living_layer ON layer_version (layer) WHERE to_step IS NULL;
CREATE TABLE span_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    layer INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    parts TEXT NOT NULL,
    label INTEGER NOT NULL,
    note TEXT NOT NULL,
    flags TEXT NOT NULL,
    origin TEXT NOT NULL,
    suggestion_uid TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    covered TEXT NOT NULL,
    CONSTRAINT pk_span_version PRIMARY KEY (id),
    CONSTRAINT ck_span_version_life CHECK (to_step >= from_step),
    CONSTRAINT ck_span_version_range CHECK (0 <= start AND start < "end"),
    CONSTRAINT fk_span_version_layer FOREIGN KEY(layer) REFERENCES layer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_span_version_label FOREIGN KEY(label) REFERENCES label (id) ON DELETE RESTRICT
)
 STRICT;
CREATE UNIQUE INDEX uq_span_version_living_layer_start_end_label_parts ON span_version (layer,
    start, "end", label, parts) WHERE to_step IS NULL;
CREATE INDEX ix_span_version_from ON span_version (from_step);
CREATE INDEX ix_span_version_to ON span_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_span_version_living_uid ON span_version (uid) WHERE to_step IS NULL;
CREATE TABLE suggestion (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    layer INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    label INTEGER NOT NULL,
    source TEXT NOT NULL,
    source_version TEXT NOT NULL,
    score INTEGER NOT NULL,
    time TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_suggestion PRIMARY KEY (id),
    CONSTRAINT ck_suggestion_range CHECK (0 <= start AND start < "end"),
    CONSTRAINT uq_suggestion_uid UNIQUE (uid),
    CONSTRAINT fk_suggestion_layer FOREIGN KEY(layer) REFERENCES layer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_suggestion_label FOREIGN KEY(label) REFERENCES label (id) ON DELETE RESTRICT
)
 STRICT;
CREATE INDEX ix_suggestion_layer ON suggestion (layer);
"""


def apply(connection: Connection) -> None:
    """Make all tables and indexes in an empty file."""
    run(connection, _STATEMENTS)
