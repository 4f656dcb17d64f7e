"""Which documents fulfil a condition of the document list, but for those on their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select, text

from annotator.model.tags import tags_of
from annotator.storage import versions
from annotator.storage.repositories.layers import RANKS
from annotator.storage.tables import COUNTED_KINDS, document_row, document_version
from annotator.storage.types import load_json
from annotator.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from sqlalchemy import Connection

_KINDS: Final = ", ".join(f"'{kind}'" for kind in COUNTED_KINDS)
_ON_SPANS: Final = f"""
    SELECT DISTINCT l.document FROM span_version AS s
    JOIN layer AS l ON l.id = s.layer
    JOIN annotator_version AS a ON a.annotator = l.annotator AND a.to_step IS NULL AND a.kind IN ({_KINDS})
    WHERE s.to_step IS NULL AND """
_OF_OWNERS: Final = """
    SELECT l.document FROM layer AS l
    JOIN layer_version AS v ON v.layer = l.id AND v.to_step IS NULL
    WHERE l.annotator IN :keys
"""
_FLAGGED: Final = "s.flags <> '' AND instr(' ' || s.flags || ' ', :flag) > 0"


class Conditions:
    """Looks for documents, by one connection; the keys given may be of several corpora."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def with_label(self, labels: Collection[int]) -> set[int]:
        """Documents on which a person's span carries one of these labels."""
        return self._keys(f"{_ON_SPANS} s.label IN :keys", keys=list(labels))

    def with_flag(self, flag: str) -> set[int]:
        """Documents with a span that has the flag."""
        return self._keys(_ON_SPANS + _FLAGGED, flag=f" {flag} ")

    def with_note(self) -> set[int]:
        """Documents with a note on a span."""
        return self._keys(f"{_ON_SPANS} s.note <> ''")

    def with_layer(self, owners: Collection[int]) -> set[int]:
        """Documents on which one of these annotators has a layer."""
        return self._keys(_OF_OWNERS, keys=list(owners))

    def with_spans(self, corpus_key: int) -> set[int]:
        """Documents with any span of a person."""
        row = document_row.c
        statement = select(row.document).where(row.corpus == corpus_key, row.spans > 0)
        return set(self._connection.execute(statement).scalars())

    def with_status(self, corpus_key: int, status: str) -> set[int]:
        """Documents of that status, by its word."""
        row = document_row.c
        statement = select(row.document).where(row.corpus == corpus_key, row.status == RANKS[status])
        return set(self._connection.execute(statement).scalars())

    def with_tag(self, corpus_key: int, begins: str) -> set[int]:
        """Documents with a tag that begins so, without regard to case and marks."""
        sought = fold(begins)
        return self._described(
            corpus_key, lambda metadata: any(fold(tag).startswith(sought) for tag in tags_of(metadata))
        )

    def with_metadata(self, corpus_key: int, name: str, holds: str) -> set[int]:
        """Documents with metadata of that name that hold these words, without regard to case and marks."""
        called, sought = fold(name), fold(holds)
        return self._described(
            corpus_key,
            lambda metadata: any(
                fold(key) == called and sought in fold(value) for key, value in metadata.items()
            ),
        )

    def _described(self, corpus_key: int, fits: Callable[[Mapping[str, str]], bool]) -> set[int]:
        version = document_version.c
        statement = select(version.document, version.metadata).where(
            version.corpus == corpus_key, versions.is_current(document_version), version.metadata != "{}"
        )
        return {key for key, told in self._connection.execute(statement) if fits(load_json(told))}

    def _keys(self, statement: str, **values: Any) -> set[int]:
        prepared = text(statement)
        if "keys" in values:
            prepared = prepared.bindparams(bindparam("keys", expanding=True))
        return set(self._connection.execute(prepared, values).scalars())
