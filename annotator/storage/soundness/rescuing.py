"""From a damaged library to a new one of all that can still be read, row by row around what cannot.

What is lost is named. A step that lost rows is kept in the history as one that cannot be undone, as if its
rows had left with the bin; rows that lie in something that is lost go with it. The new library is checked
whole before it gets its name; the damaged file is only read.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, func, insert, not_, select, text, update
from sqlalchemy.exc import DatabaseError, IntegrityError

from annotator.errors import DamagedError, EnvironmentProblem
from annotator.files import sync_file, sync_folder
from annotator.messages import say
from annotator.model.identity import new_uid
from annotator.model.soundness import Rescued
from annotator.model.span import covered_text
from annotator.storage.copies import backups
from annotator.storage.file import errors as sqlite_errors
from annotator.storage.file import leftovers, making, sqlite
from annotator.storage.migrations import migrate
from annotator.storage.replica import read_settings, write_settings
from annotator.storage.repositories import Repositories
from annotator.storage.soundness import around_damage, naming_anew
from annotator.storage.soundness import settings as check_settings
from annotator.storage.soundness import texts as check_texts
from annotator.storage.soundness.checks import find_problems
from annotator.storage.soundness.damaged_file import (
    can_be_opened,
    connected_to,
    header_of,
    nothing_of,
    put_header,
    ways_to_read,
)
from annotator.storage.soundness.log import digests
from annotator.storage.steps import RESCUE
from annotator.storage.tables import (
    VERSIONED,
    annotator,
    document,
    document_version,
    effort,
    metadata,
    setting,
    step,
    step_gap,
)
from annotator.storage.types import utc_now
from annotator.text.digest import text_sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Table

    Progress = Callable[[int, int], None]

_DERIVED: Final = frozenset(("document_row", "label_count", "search_text"))
"""Tables that are made anew from the others."""

_LOT: Final = 256
_SMALLEST_ROW: Final = 8
"""Bytes a row takes at least: more rows than the file has room for are not looked for."""


def rescue(path: Path, target: Path, progress: Progress) -> Rescued:
    """All that can be read of the library at `path`, as the new library `target`.

    Args:
        path: the damaged library; it is copied, and the copy read.
        target: must not be there.
        progress: called often with (tables read, tables), from nothing again where it is read once more
            without its log; may raise to stop.

    Raises:
        EnvironmentProblem: nothing can be read, or the new library could not be written; nothing is left.
    """
    header = header_of(path)
    beginning = f"{target.name}.rescuing-"
    backups.sweep(target.parent, beginning)
    tries = [
        _Try(path, target.with_name(backups.passing_name(beginning)), logs)
        for logs in ways_to_read(path, header)
    ]
    with making.explained(target):
        try:
            for each in tries:
                each.run(target, progress, has_header=header is not None)
                if each.found is not None and each.found.is_whole:
                    break
            best = max(tries, key=_Try.worth)
            if best.found is None:
                raise best.refusal or nothing_of(path)
            _name(best.unfinished, target)
        finally:
            for each in tries:
                leftovers.discard(each.unfinished, ("", "-wal", "-shm", "-journal"))
    return best.found


class _Try:
    """One way to read a damaged library.

    Attributes:
        unfinished: where what comes of it goes.
        found: what came of it; None when nothing did.
        refusal: why nothing did.
    """

    def __init__(self, path: Path, unfinished: Path, logs: Sequence[str]) -> None:
        self._path = path
        self._logs = logs
        self.unfinished = unfinished
        self.found: Rescued | None = None
        self.refusal: EnvironmentProblem | None = None

    def run(self, target: Path, progress: Progress, *, has_header: bool) -> None:
        """Try it."""
        with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
            copy = Path(folder) / "library"
            for suffix in ("", *self._logs):
                shutil.copyfile(f"{self._path}{suffix}", f"{copy}{suffix}")
            try:
                if not (has_header and can_be_opened(copy)):
                    put_header(copy)
                self.found = self._told(_Rescue(self._path, copy, self.unfinished, progress).run(target))
            except DamagedError:  # not even what its tables are can be read
                self.refusal = nothing_of(self._path)
            except EnvironmentProblem as error:
                self.refusal = error

    def _told(self, found: Rescued) -> Rescued:
        """What came of it; logs that were left aside are lost, as far as is known."""
        left_aside = {
            f"{self._path.name}{suffix}": 1
            for suffix in (leftovers.LOG, leftovers.JOURNAL)
            if suffix not in self._logs and leftovers.has_content(self._path, suffix)
        }
        return replace(found, unread={**found.unread, **left_aside})

    def worth(self) -> int:
        """How much came of it; the first of several that are equal is the one to take."""
        return -1 if self.found is None else self.found.documents + self.found.spans


def _name(unfinished: Path, target: Path) -> None:
    sync_file(unfinished)
    if target.exists():
        raise EnvironmentProblem(
            say("{path} is there already and was not touched. Name a new file.", path=str(target))
        )
    leftovers.set_aside(target)
    unfinished.rename(target)
    sync_folder(target.parent)


_TITLES_ALONE: Final = text(
    "SELECT title FROM document_version WHERE to_step IS NULL AND document NOT IN (SELECT id FROM document)"
)
_SPAN: Final = text(
    'SELECT s.id, s.uid, s.start, s."end", s.parts, s.flags, d.text FROM span_version AS s '
    "JOIN layer AS l ON l.id = s.layer JOIN document AS d ON d.id = l.document WHERE s.uid = :uid"
)
_COVER: Final = text("UPDATE span_version SET covered = :covered WHERE id = :id")


class _Rescue:
    """One rescue, in the file that has a passing name yet."""

    def __init__(self, path: Path, copy: Path, unfinished: Path, progress: Progress) -> None:
        self._path = path
        self._copy = copy
        self._unfinished = unfinished
        self._progress = progress
        self._unread: Counter[str] = Counter()
        self._changed: list[str] = []
        self._left_out: list[str] = []
        self._altered = 0
        self._problems = 0

    def run(self, target: Path) -> Rescued:
        """What came of it; `target` is what the new library will be called."""
        with (
            contextlib.closing(connected_to(self._copy, self._path)) as source,
            sqlite_errors.copying(self._path, target),
            contextlib.closing(sqlite.writer_engine(self._unfinished, create=True).connect()) as made,
        ):
            self._require_ours(source)
            migrate(made, self._unfinished)
            sqlite.set_pragmas(sqlite.driver_connection(made), {"foreign_keys": 0})
            with made.begin():
                self._read_all(source, made)
                self._put_in_order(made)
                self._require_sound(made)
                documents, spans, _ = backups.figures(made)
        unread = {name: count for name, count in self._unread.items() if count}
        return Rescued(
            str(target),
            documents,
            spans,
            unread,
            tuple(self._changed),
            tuple(self._left_out),
            self._altered,
            self._problems,
        )

    def _require_ours(self, source: Connection) -> None:
        try:
            sqlite.check_objects(source, frozenset(metadata.tables), self._path)
        except DatabaseError as error:  # what its tables are cannot be read
            raise nothing_of(self._path) from error

    def _read_all(self, source: Connection, made: Connection) -> None:
        tables = [table for table in metadata.sorted_tables if table.name not in _DERIVED]
        for number, table in enumerate(tables):
            self._progress(number, len(tables))
            self._read(source, made, table)
        self._unread[setting.name] = max(self._unread[setting.name], check_settings.make_anew(made))

    def _read(self, source: Connection, made: Connection, table: Table) -> None:
        driver = sqlite.driver_connection(source)
        found = around_damage.rows(driver, table, self._most(made, table), self._unread)
        while lot := list(islice(found, _LOT)):
            self._insert(made, table, lot)

    def _insert(self, made: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Rows that cannot stand beside the others are left out one by one."""
        try:
            with sqlite.savepoint(made):
                made.execute(insert(table), rows)
        except IntegrityError:
            if len(rows) == 1:
                self._unread[table.name] += 1
                return
            middle = len(rows) // 2
            self._insert(made, table, rows[:middle])
            self._insert(made, table, rows[middle:])

    def _most(self, made: Connection, table: Table) -> int:
        """The greatest number a row of the table can have, where the table itself does not tell."""
        if table in (step_gap, effort):
            return int(made.execute(select(func.coalesce(func.max(step.c.seq), 0))).scalar_one())
        return self._copy.stat().st_size // _SMALLEST_ROW

    # Putting in order

    def _put_in_order(self, made: Connection) -> None:
        self._left_out += made.execute(_TITLES_ALONE).scalars()
        naming_anew.make_owners(made)
        self._drop_what_dangles(made)
        seq = self._rescue_step(made)
        naming_anew.name_what_has_no_name(made, seq)
        self._take_texts_as_they_are(made)
        self._drop_spans_outside(made)
        self._close_gaps(made, seq)
        view = Repositories(made)
        view.projection.rebuild()
        view.search.forget_folded()

    def _rescue_step(self, made: Connection) -> int:
        """The step in which what lost its name gets one; as what was lost, it cannot be undone."""
        actor = self._owner(made)
        self._fill_line(made, actor)
        return Repositories(made).steps.add(RESCUE, say("Read from a damaged library"), actor=actor)

    def _owner(self, made: Connection) -> int:
        """The library's own annotator, or the first one where that one is lost."""
        owner = read_settings(made).get("self", "")
        found: int | None = made.execute(select(annotator.c.id).where(annotator.c.uid == owner)).scalar()
        if found is None:
            first = made.execute(select(annotator).order_by(annotator.c.id)).first()
            if first is None:
                raise nothing_of(self._path)
            write_settings(made, {"self": first.uid})
            found = first.id
        return found

    def _drop_what_dangles(self, made: Connection) -> None:
        while problems := sqlite.foreign_key_problems(made):
            for table, row, *_ in problems:
                self._unread[table] += 1
                made.execute(text(f"DELETE FROM {table} WHERE rowid = :row"), {"row": row})

    def _take_texts_as_they_are(self, made: Connection) -> None:
        """A text with a flipped bit is worth more than none; it is named, and its hash told anew."""
        for problem in list(check_texts.texts(made, lambda: None)):
            key = made.execute(select(document.c.id).where(document.c.uid == problem.document)).scalar_one()
            self._changed.append(check_texts.title_of(made, key))
            bytes_ = made.execute(
                text("SELECT CAST(text AS BLOB) FROM document WHERE id = :key"), {"key": key}
            )
            content = bytes(bytes_.scalar_one()).decode(errors="replace")
            values = {"text": content, "text_sha256": text_sha256(content), "length": len(content)}
            made.execute(update(document).where(document.c.id == key).values(**values))
            self._tell_hash(made, key, str(values["text_sha256"]))

    def _tell_hash(self, made: Connection, key: int, sha256: str) -> None:
        """Note the hash of a document anew; one that now has the text of another lies in the bin."""
        version = document_version.c
        keys = made.execute(select(version.id).where(version.document == key)).scalars().all()
        refused = naming_anew.set_values(made, document_version, keys, text_sha256=sha256)
        naming_anew.set_values(made, document_version, refused, text_sha256=sha256, binned=1)

    def _drop_spans_outside(self, made: Connection) -> None:
        for problem in list(check_texts.spans(made, lambda: None)):
            self._see_to_span(made, problem.kind, problem.where.removeprefix("span "))

    def _see_to_span(self, made: Connection, kind: str, uid: str) -> None:
        if kind == "span":
            made.execute(text("DELETE FROM span_version WHERE uid = :uid"), {"uid": uid})
            self._unread["span_version"] += 1
            return
        for row in made.execute(_SPAN, {"uid": uid}).all():
            span = check_texts.span_of(row, row.text)
            if not isinstance(span, str):
                made.execute(_COVER, {"id": row.id, "covered": covered_text(row.text, span)})

    def _close_gaps(self, made: Connection, rescue_step: int) -> None:
        """Steps whose rows are not all there any more can be read, not undone; what is there is noted."""
        view = Repositories(made)
        view.steps.close(rescue_step)
        known = set(made.execute(select(step.c.seq)).scalars())
        lost = sorted({rescue_step, *(each.step for each in digests(view, lambda: None))})
        gaps = set(made.execute(select(step_gap.c.step)).scalars())
        self._altered = len(lost) - 1
        for seq in lost:
            if seq in known and seq not in gaps:
                made.execute(insert(step_gap).values(step=seq, purge=rescue_step))
        view.steps.note_what_stays("SELECT step FROM step_gap", known)

    def _fill_line(self, made: Connection, actor: int) -> None:
        """Steps that are lost stand in the line as ones of which nothing is known but that they were."""
        known = set(made.execute(select(step.c.seq)).scalars())
        named = set[int]()
        for each in VERSIONED:
            named.update(made.execute(select(each.table.c.from_step).distinct()).scalars())
        last = max(known, default=0) + len([seq for seq in named if seq > max(known, default=0)])
        for each in VERSIONED:
            self._end_at(made, each.table, last)
        replica = f"{read_settings(made)['replica']}-lost"
        words = {"time": utc_now(), "summary": say("Not readable any more").dump(), "digest": ""}
        for seq in sorted(set(range(1, last + 1)) - known):
            values = {"uid": new_uid(), "kind": "lost", "actor": actor, "replica": replica}
            numbers = {"seq": seq, "counter": seq, "lamport": seq, "row_count": 0}
            made.execute(insert(step).values(**values, **numbers, **words))

    def _end_at(self, made: Connection, table: Table, last: int) -> None:
        """Rows of steps that cannot have been are no rows; one that such a step ended is in force."""
        life = table.c
        gone = made.execute(delete(table).where(not_(life.from_step.between(1, last))))
        self._unread[table.name] += gone.rowcount
        keys = made.execute(select(life.id).where(not_(life.to_step.between(1, last)))).scalars().all()
        refused = naming_anew.set_values(made, table, keys, to_step=None)
        made.execute(delete(table).where(life.id.in_(refused)))
        self._unread[table.name] += len(refused)

    def _require_sound(self, made: Connection) -> None:
        report = find_problems(Repositories(made), None)
        if any(each.kind == "structure" for each in report.problems):
            raise nothing_of(self._path)
        self._problems = len(report.problems)
