"""Schema 3: decisions, comments and packages as review needs them, changes made elsewhere; frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.storage.migrations.statements import run

if TYPE_CHECKING:
    from sqlalchemy import Connection

_REVIEW: Final = """
DROP TABLE decision_version;
DROP TABLE comment_version;
DROP TABLE package_log;
CREATE TABLE decision_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    document INTEGER NOT NULL,
    cluster TEXT NOT NULL,
    reviewer INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    variants TEXT NOT NULL,
    gold TEXT NOT NULL,
    category TEXT NOT NULL,
    reason TEXT NOT NULL,
    source TEXT NOT NULL,
    made TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_decision_version PRIMARY KEY (id),
    CONSTRAINT ck_decision_version_verdict CHECK (verdict IN ('take', 'take-edited', 'reject', 'defer')),
    CONSTRAINT ck_decision_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_decision_version_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_decision_version_reviewer FOREIGN KEY(reviewer) REFERENCES annotator (id) ON DELETE
    RESTRICT
)
 STRICT;
CREATE INDEX ix_decision_version_from ON decision_version (from_step);
CREATE INDEX ix_decision_version_living_document_cluster ON decision_version (document, cluster) WHERE
    to_step IS NULL;
CREATE INDEX ix_decision_version_to ON decision_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_decision_version_living_uid ON decision_version (uid) WHERE to_step IS NULL;
CREATE TABLE comment_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    document INTEGER NOT NULL,
    span TEXT NOT NULL,
    cluster TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    author INTEGER NOT NULL,
    text TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    made TEXT NOT NULL,
    resolved INTEGER NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_comment_version PRIMARY KEY (id),
    CONSTRAINT ck_comment_version_resolved CHECK (resolved IN (0, 1)),
    CONSTRAINT ck_comment_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_comment_version_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_comment_version_author FOREIGN KEY(author) REFERENCES annotator (id) ON DELETE RESTRICT
)
 STRICT;
CREATE INDEX ix_comment_version_from ON comment_version (from_step);
CREATE INDEX ix_comment_version_living_document ON comment_version (document) WHERE to_step IS NULL;
CREATE INDEX ix_comment_version_to ON comment_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_comment_version_living_uid ON comment_version (uid) WHERE to_step IS NULL;
CREATE TABLE received_step (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    replica TEXT NOT NULL,
    counter INTEGER NOT NULL,
    lamport INTEGER NOT NULL,
    time TEXT NOT NULL,
    summary TEXT NOT NULL,
    CONSTRAINT pk_received_step PRIMARY KEY (id),
    CONSTRAINT uq_received_step_replica_counter UNIQUE (replica, counter),
    CONSTRAINT uq_received_step_uid UNIQUE (uid)
)
 STRICT;
CREATE TABLE received_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    kind TEXT NOT NULL,
    thing TEXT NOT NULL,
    document INTEGER,
    annotator INTEGER,
    made_in INTEGER NOT NULL,
    base TEXT NOT NULL,
    body TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_received_version PRIMARY KEY (id),
    CONSTRAINT ck_received_version_kind CHECK (kind IN ('span', 'layer', 'decision', 'comment', 'label',
    'annotator')),
    CONSTRAINT ck_received_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_received_version_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_received_version_annotator FOREIGN KEY(annotator) REFERENCES annotator (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_received_version_made_in FOREIGN KEY(made_in) REFERENCES received_step (id) ON DELETE
    RESTRICT
)
 STRICT;
CREATE INDEX ix_received_version_document ON received_version (document, annotator);
CREATE INDEX ix_received_version_from ON received_version (from_step);
CREATE INDEX ix_received_version_to ON received_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_received_version_living_uid ON received_version (uid) WHERE to_step IS NULL;
CREATE TABLE package_log (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,
    creator TEXT NOT NULL,
    time TEXT NOT NULL,
    step INTEGER NOT NULL,
    changes_new INTEGER NOT NULL,
    changes_known INTEGER NOT NULL,
    CONSTRAINT pk_package_log PRIMARY KEY (id)
)
 STRICT;
CREATE INDEX ix_package_log_uid ON package_log (uid);
"""
"""Nothing ever wrote into the three tables that are made anew, so no step has a row in them."""

_KEPT: Final = """
CREATE TEMPORARY TABLE kept_before AS SELECT * FROM kept_version;
DROP TABLE kept_version;
CREATE TABLE kept_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    corpus INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    body TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_kept_version PRIMARY KEY (id),
    CONSTRAINT ck_kept_version_kind CHECK (kind IN ('filter', 'recipe', 'intended', 'assignment',
    'sample', 'rule')),
    CONSTRAINT ck_kept_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_kept_version_corpus FOREIGN KEY(corpus) REFERENCES corpus (id) ON DELETE RESTRICT
)
 STRICT;
CREATE INDEX ix_kept_version_from ON kept_version (from_step);
CREATE INDEX ix_kept_version_to ON kept_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_kept_version_living_corpus_kind_name_key ON kept_version (corpus, kind, name_key)
    WHERE to_step IS NULL;
CREATE UNIQUE INDEX uq_kept_version_living_uid ON kept_version (uid) WHERE to_step IS NULL;
INSERT INTO kept_version SELECT * FROM temp.kept_before;
DROP TABLE temp.kept_before;
"""
"""More kinds of things are kept by name; the rows stay, so that digests of older steps are what they were."""


def apply(connection: Connection) -> None:
    """Make the tables of review and take the other kinds of kept things in."""
    run(connection, _REVIEW)
    run(connection, _KEPT)
