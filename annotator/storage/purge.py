"""Deleting what lies in the bin for good, and noting which steps lose rows by it and what stays of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from annotator.storage.soundness.step_digests import StepDigests

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

_BINNED_CORPORA: Final = "SELECT v.corpus FROM corpus_version AS v WHERE v.to_step IS NULL AND v.binned = 1"

_DOOMED_LAYERS: Final = "SELECT id FROM layer WHERE document IN (SELECT id FROM temp.doomed)"
_DOOMED_LABELS: Final = "SELECT id FROM label WHERE corpus IN (SELECT id FROM temp.doomed_corpus)"

_VERSIONS: Final = (
    ("span_version", f"layer IN ({_DOOMED_LAYERS})"),
    ("layer_version", f"layer IN ({_DOOMED_LAYERS})"),
    ("decision_version", "document IN (SELECT id FROM temp.doomed)"),
    ("comment_version", "document IN (SELECT id FROM temp.doomed)"),
    ("received_version", "document IN (SELECT id FROM temp.doomed)"),
    ("alias_version", "main_uid IN (SELECT uid FROM document WHERE id IN (SELECT id FROM temp.doomed))"),
    ("document_version", "document IN (SELECT id FROM temp.doomed)"),
    ("guidance_version", f"label IN ({_DOOMED_LABELS})"),
    ("kept_version", "corpus IN (SELECT id FROM temp.doomed_corpus)"),
    ("label_version", f"label IN ({_DOOMED_LABELS})"),
    ("corpus_version", "corpus IN (SELECT id FROM temp.doomed_corpus)"),
)
"""Version tables and which of their rows go, children first."""

_REST: Final = (
    f"DELETE FROM suggestion WHERE layer IN ({_DOOMED_LAYERS})",
    "DELETE FROM layer WHERE document IN (SELECT id FROM temp.doomed)",
    "DELETE FROM document_row WHERE document IN (SELECT id FROM temp.doomed)",
    "DELETE FROM search_text WHERE document IN (SELECT id FROM temp.doomed)",
    "DELETE FROM document WHERE id IN (SELECT id FROM temp.doomed)",
    f"DELETE FROM label_count WHERE label IN ({_DOOMED_LABELS})",
    "UPDATE step SET corpus = NULL WHERE corpus IN (SELECT id FROM temp.doomed_corpus)",
    "DELETE FROM label WHERE corpus IN (SELECT id FROM temp.doomed_corpus)",
    "DELETE FROM corpus WHERE id IN (SELECT id FROM temp.doomed_corpus)",
)


_LOSING: Final = "SELECT step FROM temp.losing"
"""The steps that lose rows."""


class Purge:
    """The bin of a library, by one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def corpora(self) -> dict[int, str]:
        """Uid by key of the corpora in the bin."""
        statement = f"SELECT id, uid FROM corpus WHERE id IN ({_BINNED_CORPORA})"
        return dict(self._connection.execute(text(statement)).all())

    def documents(self) -> dict[int, str]:
        """Uid by key of the documents in the bin, on their own or with their corpus."""
        statement = (
            "SELECT d.id, d.uid FROM document AS d JOIN document_version AS v ON v.document = d.id "
            f"WHERE v.to_step IS NULL AND (v.binned = 1 OR v.corpus IN ({_BINNED_CORPORA})) ORDER BY d.id"
        )
        return dict(self._connection.execute(text(statement)).all())

    def run(self, documents: Sequence[int], corpora: Sequence[int], step: int) -> None:
        """Delete them with everything on them; the steps that lose rows are noted as gaps of `step`.

        What stays of such a step gets a digest of its own if the step was as it had been written; else it
        goes on being wrong.
        """
        self._choose("doomed", documents)
        self._choose("doomed_corpus", corpora)
        self._find_losing()
        digests = StepDigests(self._connection)
        proved = digests.proved(_LOSING)
        digests.mark_losing(_LOSING)
        self._run(
            f"INSERT INTO step_gap SELECT step, :step FROM ({_LOSING}) "
            "WHERE step NOT IN (SELECT step FROM step_gap)",
            {"step": step},
        )
        for table, rows in _VERSIONS:
            self._run(f"DELETE FROM {table} WHERE {rows}")
        for statement in _REST:
            self._run(statement)
        digests.note_what_stays(_LOSING, proved)

    def _find_losing(self) -> None:
        self._run("CREATE TEMP TABLE IF NOT EXISTS losing (step INTEGER PRIMARY KEY)")
        self._run("DELETE FROM temp.losing")
        for table, rows in _VERSIONS:
            for side in ("from_step", "to_step"):
                self._run(
                    f"INSERT OR IGNORE INTO temp.losing SELECT DISTINCT v.{side} FROM {table} AS v "
                    f"WHERE {rows} AND v.{side} IS NOT NULL"
                )

    def _choose(self, table: str, keys: Sequence[int]) -> None:
        self._run(f"CREATE TEMP TABLE IF NOT EXISTS {table} (id INTEGER PRIMARY KEY)")
        self._run(f"DELETE FROM temp.{table}")
        if keys:
            self._connection.execute(
                text(f"INSERT INTO temp.{table} VALUES (:key)"), [{"key": key} for key in keys]
            )

    def _run(self, statement: str, values: dict[str, int] | None = None) -> None:
        self._connection.execute(text(statement), values)
