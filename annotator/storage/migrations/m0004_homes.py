"""Schema 4: a corpus may be known under the uid of another one, whose packages were taken into it; frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.storage.migrations.statements import run

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ALIASES: Final = """
CREATE TEMPORARY TABLE alias_before AS SELECT * FROM alias_version;
DROP TABLE alias_version;
CREATE TABLE alias_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    kind TEXT NOT NULL,
    main_uid TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_alias_version PRIMARY KEY (id),
    CONSTRAINT ck_alias_version_kind CHECK (kind IN ('document', 'annotator', 'label', 'span',
    'cluster', 'corpus')),
    CONSTRAINT ck_alias_version_life CHECK (to_step >= from_step)
)
 STRICT;
CREATE UNIQUE INDEX uq_alias_version_living_uid ON alias_version (uid) WHERE to_step IS NULL;
CREATE INDEX ix_alias_version_to ON alias_version (to_step) WHERE to_step IS NOT NULL;
CREATE INDEX ix_alias_version_from ON alias_version (from_step);
INSERT INTO alias_version SELECT * FROM temp.alias_before;
DROP TABLE temp.alias_before;
"""
"""The rows stay, so that digests of older steps are what they were."""


def apply(connection: Connection) -> None:
    """Let corpora have aliases."""
    run(connection, _ALIASES)
