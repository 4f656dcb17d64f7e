"""Putting right what can be proved: by a hash, by a digest of the log, or by what it is counted from.

A text comes back when its bytes have the hash that the log knows; the rows of a step when their digest is the
one that the log knows; a covered text when offsets and text are proved by these. Where they come from does
not matter then, and nothing that cannot be proved is written.
"""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.span import covered_text
from annotator.storage.copies import backups
from annotator.storage.file import errors as sqlite_errors
from annotator.storage.file import sqlite
from annotator.storage.file.opening import open_copy
from annotator.storage.purge import Purge
from annotator.storage.repositories import Repositories
from annotator.storage.soundness import checks, purged, witness
from annotator.storage.soundness import log as check_log
from annotator.storage.soundness import settings as check_settings
from annotator.storage.soundness import texts as check_texts
from annotator.storage.soundness import things as check_things
from annotator.storage.soundness.step_digests import before_it_lost, is_of_what_stays
from annotator.storage.tables import VERSIONED, document, document_version, layer, span_version, step
from annotator.text.digest import text_sha256

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from sqlalchemy import Connection, Table

    from annotator.messages import Message
    from annotator.model.soundness import BackupInfo, CheckReport, Problem
    from annotator.storage.soundness.checks import Progress
    from annotator.storage.soundness.witness import Altered
    from annotator.storage.unit_of_work import UnitOfWork

_OF_SPANS: Final = ("span", "covered")
_NO_STEP: Final = 0
"""In a copy that nobody sees it is of no importance which step deleted what."""

_PROVED: Final = ("hash", "log", "identity", *_OF_SPANS)


class Row(NamedTuple):
    """A row of a version table as a copy has it.

    Attributes:
        table: of the row.
        values: by column.
        is_whole: whether it is in force if it was when the copy was made; else it may have ended since.
    """

    table: Table
    values: dict[str, Any]
    is_whole: bool = False


@dataclass(slots=True)
class Mends:
    """What is to be written.

    Attributes:
        texts: uid of a document -> its proved text.
        steps: sequence number of a step -> its proved rows.
        covered: uids of spans whose covered text is to be taken from the text anew.
        cures: of texts and steps, where each comes from.
        identities: where -> a row that never changes, as a copy has it.
    """

    texts: dict[str, str] = field(default_factory=dict)
    steps: dict[int, list[Row]] = field(default_factory=dict)
    covered: set[str] = field(default_factory=set)
    cures: dict[str | int, Message] = field(default_factory=dict)
    identities: dict[str, Altered] = field(default_factory=dict)

    def without_steps(self) -> Mends:
        """The same without rows of steps."""
        cures: dict[str | int, Message] = {
            key: cure for key, cure in self.cures.items() if isinstance(key, str)
        }
        return Mends(self.texts, {}, self.covered, cures, self.identities)


def examine(
    view: Repositories, file: Path | None, progress: Progress | None = None
) -> tuple[CheckReport, Mends]:
    """All that is wrong, told which of it can be put right, and what would be written for that."""
    report = checks.find_problems(view, file, progress)
    mends = Mends()
    found = report.problems
    if all(each.kind != "structure" for each in found):
        mends.identities = {each.where: each for each in witness.altered(view.connection, file)}
        found += tuple(checks.limited(map(witness.problem_of, mends.identities.values())))
        _Search(view, mends).run(found)
    problems = tuple(_told(each, mends) for each in found)
    return replace(report, problems=problems), mends


def _told(problem: Problem, mends: Mends) -> Problem:
    cure = _cure(problem, mends)
    return problem if cure is None else replace(problem, repairable=True, cure=cure)


def _cure(problem: Problem, mends: Mends) -> Message | None:
    if problem.kind == "hash":
        return mends.cures.get(problem.document)
    if problem.kind == "covered" and problem.where.removeprefix("span ") in mends.covered:
        return say("Its place and the text are proved, so the words are taken from the text.")
    if problem.kind == "identity" and problem.where in mends.identities:
        return _from_proved(mends.identities[problem.where].copy)
    if problem.kind in (*_OF_SPANS, "log") and problem.step:
        return mends.cures.get(problem.step)
    return None


class _Search:
    """Looks for what is proved to be right, in the library itself, then in its copies, newest first."""

    def __init__(self, view: Repositories, mends: Mends) -> None:
        self._connection = view.connection
        self._mends = mends
        self._texts: dict[str, str] = {}
        self._steps: dict[int, tuple[str, tuple[int, str]]] = {}

    def run(self, problems: Sequence[Problem]) -> None:
        """Fill the mends."""
        wrong_texts = {each.document for each in problems if each.kind == "hash"}
        wrong_steps = {each.step for each in problems if each.kind == "log" and each.step}
        for uid in wrong_texts:
            self._look_at_text(uid)
        self._want_steps(wrong_steps)
        for each in problems:
            if each.kind == "covered" and each.document not in wrong_texts and each.step not in wrong_steps:
                self._mends.covered.add(each.where.removeprefix("span "))
        if self._texts or self._steps:
            self._look_into_copies()

    def _look_at_text(self, uid: str) -> None:
        """One whose versions agree on a hash: the text at hand may have it, and only its row be wrong."""
        told = set(
            self._connection.execute(
                select(document_version.c.text_sha256)
                .join(document, document.c.id == document_version.c.document)
                .where(document.c.uid == uid)
            ).scalars()
        )
        if len(told) != 1:
            return
        wanted = told.pop()
        here = _text_of(self._connection, uid)
        if here is not None and text_sha256(here) == wanted:
            self._mends.texts[uid] = here
            self._mends.cures[uid] = say(
                "The text has the hash that the log knows; its length and hash are noted anew."
            )
        else:
            self._texts[uid] = wanted

    def _want_steps(self, seqs: set[int]) -> None:
        rows = self._connection.execute(select(step).where(step.c.seq.in_(seqs)))
        self._steps = {row.seq: (row.uid, (row.row_count, row.digest)) for row in rows}

    def _look_into_copies(self) -> None:
        for copy in backups.listed(*backups.folders_of(self._connection)):
            if not (self._texts or self._steps):
                return
            with contextlib.suppress(EnvironmentProblem):
                store = open_copy(Path(copy.path))
                with contextlib.closing(store), store.reading() as view:
                    self._take_texts(view, copy)
                    self._take_steps(view, copy)
                    self._take_what_stays(view, copy)

    def _take_texts(self, view: Repositories, copy: BackupInfo) -> None:
        for uid, wanted in list(self._texts.items()):
            found = _text_of(view.connection, uid)
            if found is not None and text_sha256(found) == wanted:
                self._mends.texts[uid] = found
                self._mends.cures[uid] = _from(copy)
                del self._texts[uid]

    def _take_steps(self, view: Repositories, copy: BackupInfo, proved: Container[int] = ()) -> None:
        """Take the rows of steps from a copy that has them, or of which they are `proved` otherwise."""
        for seq, (uid, wanted) in list(self._steps.items()):
            if view.steps.number(uid) == seq and (seq in proved or view.steps.digest(seq) == wanted):
                rows = [_head_of(view.connection, seq), *_rows_of(view.connection, seq)]
                self._mends.steps[seq] = rows + list(self._wrongly_here(view.connection, seq))
                self._mends.cures[seq] = _from(copy)
                del self._steps[seq]

    def _take_what_stays(self, view: Repositories, copy: BackupInfo) -> None:
        """Rows of steps that lost others since, from a copy of the copy in which the same is deleted."""
        losing = {
            seq: (count, before_it_lost(digest))
            for seq, (uid, (count, digest)) in self._steps.items()
            if is_of_what_stays(digest) and view.steps.number(uid) == seq
        }
        if not losing:
            return
        gone = purged.since(self._connection, view.connection)
        proved = {seq for seq, before in losing.items() if view.steps.digest(seq) == before}
        with contextlib.suppress(OSError), tempfile.TemporaryDirectory(prefix="annotator-") as folder:
            private = Path(folder) / "library"
            with sqlite_errors.speaking(private):
                sqlite.copy_into(view.connection, private)
                with contextlib.closing(sqlite.writer_engine(private).connect()) as connection:
                    Purge(connection).run(sorted(gone.documents), sorted(gone.corpora), _NO_STEP)
                    self._take_steps(Repositories(connection), copy, proved)

    def _wrongly_here(self, copy: Connection, seq: int) -> Iterator[Row]:
        """Rows that name the step here but not in the copy, as the copy has them."""
        for table, here, _ in _rows_of(self._connection, seq):
            there = copy.execute(select(table).where(table.c.id == here["id"])).mappings().first()
            if there is not None and any(
                here[side] == seq != there[side] for side in ("from_step", "to_step")
            ):
                yield Row(table, dict(there), is_whole=True)


def _from(copy: BackupInfo) -> Message:
    return say(
        "It is taken from the backup of {time}; its hash is the one that the log knows.",
        time=witness.when(copy),
    )


def _from_proved(copy: BackupInfo) -> Message:
    return say(
        "It is taken from the backup of {time}, of which the bytes are proved.",
        time=witness.when(copy),
    )


def _text_of(connection: Connection, uid: str) -> str | None:
    found = connection.execute(text("SELECT CAST(text AS BLOB) FROM document WHERE uid = :uid"), {"uid": uid})
    return check_texts.decoded(found.scalar())


def _head_of(connection: Connection, seq: int) -> Row:
    """What a step says of itself; its corpus is no part of that, which emptying the bin takes away."""
    values = dict(connection.execute(select(step).where(step.c.seq == seq)).mappings().one())
    del values["corpus"]
    return Row(step, values)


def _rows_of(connection: Connection, seq: int) -> Iterator[Row]:
    for versioned in VERSIONED:
        table = versioned.table
        rows = select(table).where((table.c.from_step == seq) | (table.c.to_step == seq))
        for row in connection.execute(rows).mappings():
            yield Row(table, dict(row))


class Clash(Exception):  # noqa: N818  (it never leaves the repair)
    """What a copy holds cannot stand beside what the library holds; nothing is kept of it."""


def put_right(unit: UnitOfWork, mends: Mends) -> None:
    """Write what is proved, and make anew what follows from something else; within one transaction.

    Raises:
        Clash: it cannot be written; the transaction is to be left.
    """
    try:
        _write(unit, mends)
    except IntegrityError as error:
        raise Clash from error


def keeps_promise(unit: UnitOfWork, before: CheckReport, mends: Mends) -> bool:
    """Whether, within the transaction, what was to be put right is right and nothing else became wrong."""
    after = {(each.kind, each.where) for each in checks.find_problems(unit, None).problems}
    known = {(each.kind, each.where) for each in before.problems}
    promised = {
        (each.kind, each.where)
        for each in before.problems
        if each.repairable and (each.kind not in _PROVED or _is_of(each, mends))
    }
    return after <= known - promised


def _is_of(problem: Problem, mends: Mends) -> bool:
    return _cure(problem, mends) is not None


def _write(unit: UnitOfWork, mends: Mends) -> None:
    connection = unit.connection
    for uid, content in mends.texts.items():
        values = {"text": content, "text_sha256": text_sha256(content), "length": len(content)}
        connection.execute(update(document).where(document.c.uid == uid).values(**values))
    for each in mends.identities.values():
        _write_row(connection, Row(each.table, each.values))
    for rows in mends.steps.values():
        for row in rows:
            _write_row(connection, row)
    _cover_anew(connection, mends.covered)
    check_things.make_indexes(connection)
    check_settings.put_right(unit)
    check_log.note_gaps(connection)
    unit.projection.rebuild()
    unit.search.forget_folded()


def _write_row(connection: Connection, row: Row) -> None:
    table, values = row.table, row.values
    known = {
        name: value
        for name, value in values.items()
        if name != "to_step" or value is not None or row.is_whole
    }
    (key,) = table.primary_key.columns
    done = connection.execute(update(table).where(key == values[key.name]).values(**known))
    if not done.rowcount:
        connection.execute(insert(table).values(**values))


def _cover_anew(connection: Connection, uids: set[str]) -> None:
    wanted = (
        select(span_version, layer.c.document.label("article"))
        .join(layer, layer.c.id == span_version.c.layer)
        .where(span_version.c.uid.in_(uids))
    )
    for row in connection.execute(wanted).all():
        words = connection.execute(select(document.c.text).where(document.c.id == row.article)).scalar_one()
        span = check_texts.span_of(row, words)
        if not isinstance(span, str):
            covered = covered_text(words, span)
            here = span_version.c.id == row.id
            connection.execute(update(span_version).where(here).values(covered=covered))
