"""From a damaged library to a new one of all that can still be read, row by row around what cannot.

What is lost is named. A step that lost rows is kept in the history as one that cannot be undone, as if its
rows had left with the bin; rows that lie in something that is lost go with it. The new library is checked
whole before it gets its name; the damaged file is only read.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import DatabaseError, IntegrityError

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.identity import new_uid
from annotator.model.soundness import Rescued
from annotator.model.span import covered_text
from annotator.storage import backups, check_texts, leftovers, making, naming_anew, sqlite, sqlite_errors
from annotator.storage.check_log import digests
from annotator.storage.checks import find_problems
from annotator.storage.header import look
from annotator.storage.migrations import NEWEST, migrate
from annotator.storage.replica import read_settings, write_settings
from annotator.storage.repositories import Repositories
from annotator.storage.tables import annotator, document, document_version, metadata, step, step_gap
from annotator.storage.types import utc_now
from annotator.text.digest import text_sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Table

    Progress = Callable[[int, int], None]

_DERIVED: Final = frozenset(("document_row", "label_count", "search_text"))
"""Tables that are made anew from the others."""

_LOT: Final = 256
_SMALLEST_ROW: Final = 8
"""Bytes a row takes at least: more rows than the file has room for are not looked for."""

_ESSENTIAL: Final = frozenset(("uid", "self", "replica", "created"))


def rescue(path: Path, target: Path, progress: Progress) -> Rescued:
    """All that can be read of the library at `path`, as the new library `target`.

    Args:
        path: the damaged library; it is copied, and the copy read.
        target: must not be there.
        progress: called often with (tables read, tables); may raise to stop.

    Raises:
        EnvironmentProblem: nothing can be read, or the new library could not be written; nothing is left.
    """
    header = look(path, NEWEST)
    if header is None or header.version != NEWEST:
        raise EnvironmentProblem(
            say(
                "{path} was made by an older version, or is not there; only a library of this version can be "
                "read around its damage. Restore a backup.",
                path=str(path),
            )
        )
    backups.sweep(target.parent, f"{target.name}.rescuing-*")
    unfinished = Path(f"{target}.rescuing-{secrets.token_hex(8)}")
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder, making.explained(target):
        copy = Path(folder) / "library"
        for suffix in ("", "-wal", "-journal"):
            source = Path(f"{path}{suffix}")
            if source.exists():
                shutil.copyfile(source, f"{copy}{suffix}")
        try:
            found = _Rescue(path, copy, unfinished, progress).run()
            _name(unfinished, target)
        finally:
            leftovers.discard(unfinished, ("", "-wal", "-shm", "-journal"))
    return Rescued(str(target), *found)


def _source(copy: Path) -> Connection:
    """A connection to a private copy; bytes that are no text are read as signs that say so."""
    with sqlite_errors.speaking(copy):
        source = sqlite.writer_engine(copy).connect()
        driver = sqlite.driver_connection(source)
        driver.text_factory = lambda content: content.decode(errors="replace")
    return source


def _name(unfinished: Path, target: Path) -> None:
    backups.flush(unfinished)
    if target.exists():
        raise EnvironmentProblem(
            say("{path} is there already and was not touched. Name a new file.", path=str(target))
        )
    leftovers.set_aside(target)
    unfinished.rename(target)
    backups.flush_folder(target.parent)


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

    def run(self) -> tuple[int, int, dict[str, int], tuple[str, ...], tuple[str, ...]]:
        """What `Rescued` says after its path."""
        with (
            contextlib.closing(_source(self._copy)) as source,
            contextlib.closing(sqlite.writer_engine(self._unfinished, create=True).connect()) as made,
        ):
            with sqlite_errors.speaking(self._path):
                sqlite.check_objects(source, frozenset(metadata.tables), self._path)
            migrate(made, self._unfinished)
            sqlite.set_pragmas(sqlite.driver_connection(made), {"foreign_keys": 0})
            with made.begin(), sqlite_errors.speaking(self._path):
                self._read_all(source, made)
                self._put_in_order(made)
                self._require_sound(made)
                documents, spans, _ = backups.figures(made)
        unread = {name: count for name, count in self._unread.items() if count}
        return documents, spans, unread, tuple(self._changed), tuple(self._left_out)

    def _read_all(self, source: Connection, made: Connection) -> None:
        tables = [table for table in metadata.sorted_tables if table.name not in _DERIVED]
        for number, table in enumerate(tables):
            self._progress(number, len(tables))
            self._read(source, made, table)
        if not read_settings(made).keys() >= _ESSENTIAL:
            raise self._nothing()

    def _read(self, source: Connection, made: Connection, table: Table) -> None:
        taken = 0
        for row in self._rows(source, table):
            with contextlib.suppress(IntegrityError), made.begin_nested():
                made.execute(insert(table).values(**row))
                taken += 1
        expected = self._number(source, table)
        if expected is None:  # then only how many places could not be read is known
            return
        self._unread[table.name] = max(expected - taken, 0)

    def _number(self, source: Connection, table: Table) -> int | None:
        """How many rows a table has, which an index may know when the table itself cannot be read."""
        try:
            return int(source.execute(select(func.count()).select_from(table)).scalar_one())
        except DatabaseError:
            return None

    def _nothing(self) -> EnvironmentProblem:
        return EnvironmentProblem(
            say(
                "Too little can be read of {path} to make a library of it. Nothing was written; restore the "
                "newest backup.",
                path=str(self._path),
            )
        )

    # Reading around damage

    def _rows(self, source: Connection, table: Table) -> Iterator[dict[str, Any]]:
        """Every row that can be read, by its number; halves are tried of what cannot be read at once."""
        try:
            last = self._last(source, table)
        except DatabaseError as error:
            if "no such table" in str(error.orig):
                return
            last = self._copy.stat().st_size // _SMALLEST_ROW
        for first in range(0, last + 1, _LOT):
            yield from self._between(source, table, first, min(first + _LOT - 1, last))

    def _last(self, source: Connection, table: Table) -> int:
        return int(source.execute(text(f"SELECT coalesce(max(rowid), -1) FROM {table.name}")).scalar_one())

    def _between(self, source: Connection, table: Table, first: int, last: int) -> Iterator[dict[str, Any]]:
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        where = text(f"SELECT {columns} FROM {table.name} NOT INDEXED WHERE rowid BETWEEN :first AND :last")
        try:
            rows = source.execute(where, {"first": first, "last": last}).mappings().all()
        except DatabaseError:
            if first == last:
                self._unread[table.name] += 1
                return
            middle = (first + last) // 2
            yield from self._between(source, table, first, middle)
            yield from self._between(source, table, middle + 1, last)
        else:
            yield from map(dict, rows)

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
        owner = read_settings(made)["self"]
        actor = made.execute(select(annotator.c.id).where(annotator.c.uid == owner)).scalar()
        if actor is None:
            actor, uid = made.execute(select(annotator).order_by(annotator.c.id)).first() or (None, "")
            if actor is None:
                raise self._nothing()
            write_settings(made, {"self": uid})
        return Repositories(made).steps.add("rescue", say("Read from a damaged library"), actor=actor)

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
            told = {"text_sha256": values["text_sha256"]}
            made.execute(update(document_version).where(document_version.c.document == key).values(**told))

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
        """Steps whose rows are not all there any more can be read, not undone."""
        view = Repositories(made)
        view.steps.close(rescue_step)
        self._fill_line(made)
        known = set(made.execute(select(step.c.seq)).scalars())
        lost = sorted({rescue_step, *(each.step for each in digests(view, lambda: None))})
        gaps = set(made.execute(select(step_gap.c.step)).scalars())
        for seq in lost:
            if seq in known and seq not in gaps:
                made.execute(insert(step_gap).values(step=seq, purge=rescue_step))

    def _fill_line(self, made: Connection) -> None:
        """Steps that are lost stand in the line as ones of which nothing is known but that they were."""
        known = set(made.execute(select(step.c.seq)).scalars())
        actor, replica = made.execute(
            select(step.c.actor, step.c.replica).order_by(step.c.seq.desc()).limit(1)
        ).one()
        for seq in sorted(set(range(1, max(known))) - known):
            self._unread["step"] += 1
            values = {"uid": new_uid(), "kind": "lost", "actor": actor, "replica": f"{replica}-lost"}
            numbers = {"seq": seq, "counter": seq, "lamport": seq, "row_count": 0}
            words = {"time": utc_now(), "summary": say("Not readable any more").dump(), "digest": ""}
            made.execute(insert(step).values(**values, **numbers, **words))
            made.execute(insert(step_gap).values(step=seq, purge=max(known)))

    def _require_sound(self, made: Connection) -> None:
        report = find_problems(Repositories(made), None)
        if any(each.kind == "structure" for each in report.problems):
            raise self._nothing()
