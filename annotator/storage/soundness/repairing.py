"""A repair in one go, and its rehearsal on a private copy, so that a check foretells what a repair comes to.

What is put right proves other things: spans are looked at again over the text that came back, rows of steps
bring back what other rows refer to. So a repair goes on until nothing more can be proved.
"""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DatabaseError

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.storage.file import sqlite
from annotator.storage.repositories import Repositories
from annotator.storage.soundness import mending
from annotator.storage.soundness.mending import Mends
from annotator.storage.soundness.texts import whatever_bytes
from annotator.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from annotator.model.soundness import CheckReport, Problem
    from annotator.storage.soundness.checks import Progress

    Begin = Callable[[], AbstractContextManager[UnitOfWork]]
    Examine = Callable[[], tuple[CheckReport, Mends]]

_ROUNDS: Final = 8
"""More have nothing left to prove each other; a library that no round makes better is left before."""

_WITH_THE_REST: Final = say("It comes right when the rest is put right.")


def look(view: Repositories, file: Path, progress: Progress | None = None) -> CheckReport:
    """All that is wrong, told which of it a repair would put right.

    Args:
        view: of the library.
        file: where its bytes are.
        progress: called often with (things looked at, things to look at), from nothing again where a repair
            is rehearsed; may raise to stop.
    """
    report, mends = examined(view, file, progress)
    if not report.mendable or all(each.repairable for each in report.problems):
        return report
    with contextlib.suppress(DatabaseError, EnvironmentProblem, OSError):  # no room for the rehearsal
        left = _rehearsed(view, report, mends, progress)
        return replace(report, problems=tuple(_foretold(each, left) for each in report.problems))
    return report


def examined(
    view: Repositories, file: Path | None, progress: Progress | None = None
) -> tuple[CheckReport, Mends]:
    """All that is wrong and what would be written for it, whatever bytes stand where words should."""
    with whatever_bytes(view.connection):
        return mending.examine(view, file, progress)


def _foretold(problem: Problem, left: set[tuple[str, str]]) -> Problem:
    if (problem.kind, problem.where) in left:
        return replace(problem, repairable=False, cure=None)
    return replace(problem, repairable=True, cure=problem.cure or _WITH_THE_REST)


def _rehearsed(
    view: Repositories, report: CheckReport, mends: Mends, progress: Progress | None
) -> set[tuple[str, str]]:
    """Kind and place of what a repair would leave, tried on a copy that nobody sees."""
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        copy = Path(folder) / "library"
        sqlite.copy_into(view.connection, copy)
        with contextlib.closing(sqlite.writer_engine(copy).connect()) as connection:

            def examine() -> tuple[CheckReport, Mends]:
                with connection.begin():
                    return examined(Repositories(connection), None, progress)

            after = repair(lambda: UnitOfWork(connection, copy, 0), examine, report, mends)
    return _places(after)


def repair(begin: Begin, examine: Examine, report: CheckReport, mends: Mends) -> CheckReport:
    """Put right all that is proved, and what that proves in turn; what is left afterwards.

    Args:
        begin: a transaction that writes.
        examine: looks at all of the library, outside of a transaction.
        report: what `examine` found last.
        mends: what is to be written for it.

    Raises:
        EnvironmentProblem: the library cannot be written; rounds that were kept stay.
    """
    for _ in range(_ROUNDS):
        if not (report.mendable and _put_right_most(begin, report, mends)):
            break
        before = _places(report)
        report, mends = examine()
        if not _places(report) < before:
            break
    return report


def _places(report: CheckReport) -> set[tuple[str, str]]:
    return {(each.kind, each.where) for each in report.problems}


def _put_right_most(begin: Begin, report: CheckReport, mends: Mends) -> bool:
    """All, else what needs no step's rows, else what is only counted and folded; whether any was kept."""
    return any(_put_right(begin, report, part) for part in (mends, mends.without_steps(), Mends()))


def _put_right(begin: Begin, report: CheckReport, mends: Mends) -> bool:
    """Write it, look at all of it, and keep it only if nothing is left of what was promised."""
    try:
        with begin() as unit:
            mending.put_right(unit, mends)
            if not mending.keeps_promise(unit, report, mends):
                return False
            unit.commit()
    except mending.Clash:
        return False
    return True
