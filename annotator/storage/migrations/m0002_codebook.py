"""Schema 2: codebook, things kept by name, texts for searching and the effort of steps; frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.storage.migrations.statements import run

if TYPE_CHECKING:
    from sqlalchemy import Connection

_STATEMENTS: Final = """
CREATE TABLE guidance_version (
    id INTEGER NOT NULL,
    label INTEGER NOT NULL,
    heading TEXT NOT NULL,
    use_when TEXT NOT NULL,
    avoid_when TEXT NOT NULL,
    examples TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_guidance_version PRIMARY KEY (id),
    CONSTRAINT ck_guidance_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_guidance_version_label FOREIGN KEY(label) REFERENCES label (id) ON DELETE RESTRICT
)
 STRICT;
CREATE INDEX ix_guidance_version_from ON guidance_version (from_step);
CREATE INDEX ix_guidance_version_to ON guidance_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_guidance_version_living_label ON guidance_version (label) WHERE to_step IS NULL;
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
    CONSTRAINT ck_kept_version_kind CHECK (kind IN ('filter', 'recipe', 'intended')),
    CONSTRAINT ck_kept_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_kept_version_corpus FOREIGN KEY(corpus) REFERENCES corpus (id) ON DELETE RESTRICT
)
 STRICT;
CREATE INDEX ix_kept_version_from ON kept_version (from_step);
CREATE INDEX ix_kept_version_to ON kept_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_kept_version_living_corpus_kind_name_key ON kept_version (corpus, kind, name_key)
    WHERE to_step IS NULL;
CREATE UNIQUE INDEX uq_kept_version_living_uid ON kept_version (uid) WHERE to_step IS NULL;
CREATE TABLE search_text (
    document INTEGER NOT NULL,
    folded TEXT NOT NULL,
    CONSTRAINT pk_search_text PRIMARY KEY (document)
)
 STRICT;
CREATE TABLE effort (
    step INTEGER NOT NULL,
    keys INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    CONSTRAINT pk_effort PRIMARY KEY (step)
)
 STRICT;
"""


def apply(connection: Connection) -> None:
    """Add the tables; nothing that was there changes, so digests of older steps stay what they are."""
    run(connection, _STATEMENTS)
