"""The soundness of a library: what a check finds, and the repairs that lose nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.soundness import CheckReport
from annotator.services.child import Child
from annotator.storage import backups, checks
from annotator.storage.examining import examine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.formats.base import Progress
    from annotator.model.soundness import Problem
    from annotator.storage.examining import Examined
    from annotator.storage.store import Store

BETWEEN_BACKUPS: Final = 30 * 60
"""Seconds after which a changed library gets another copy when it is opened or closed."""

_GENTLY: Final = 10

_CHILD_DIED: Final = say(
    "The library could not be looked at in the background: the process for it ended early. Run “annotator "
    "check” when there is time."
)


class Checking:
    """Checks of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def check(self, repair: bool = False) -> CheckReport:
        """Look at structure, references, hashes, spans, covered text, log, counts and folded texts.

        Args:
            repair: keep a byte-exact copy, before anything is written, then put right what can be without
                loss; what is left is reported. A file whose structure is damaged is not written into.

        Raises:
            EnvironmentProblem: it is to be repaired but cannot be written.
        """
        with self._store.reading() as view:
            report = checks.find_problems(view, self._store.file)
        mendable = sum(problem.repairable for problem in report.problems)
        if not repair or not mendable or any(each.kind == "structure" for each in report.problems):
            return report
        copy = self._store.exact_copy()
        with self._store.saving() as unit:
            unit.projection.rebuild()
            unit.search.forget_folded()
            unit.commit()
        with self._store.reading() as view:
            after = checks.find_problems(view, self._store.file)
        return CheckReport(after.problems, after.counts, repaired=mendable, copy=str(copy))

    def require_sound(self) -> None:
        """Look at structure and texts, quickly.

        Raises:
            EnvironmentProblem: they are damaged; the library is open for reading only from now on.
        """
        with self._store.reading() as view:
            self._freeze_if(checks.find_damage(view, self._store.file).problems)

    def in_background(self, progress: Progress) -> None:
        """Look at the library after it was opened, and make a copy if one is due; in a child process.

        Nothing is looked at when nothing changed since the newest copy, which proved sound when it was made.

        Args:
            progress: called often; its `Cancelled` ends the child.

        Raises:
            EnvironmentProblem: the library is damaged and open for reading only from now on, or the copy
                could not be made.
            Cancelled: from `progress`.
        """
        with self._store.reading() as view:
            if not backups.has_changed(view.connection):
                return
        with Child(_CHILD_DIED) as child:
            found = child.do(_examine, str(self._store.path), progress)
        self._freeze_if(found.problems)

    def _freeze_if(self, problems: Sequence[Problem]) -> None:
        if not problems:
            return
        self._store.freeze()
        raise EnvironmentProblem(
            say(
                "{path} is damaged, so nothing more is written into it. {first} “annotator check” lists all "
                "that is wrong.",
                path=str(self._store.path),
                first=problems[0].message,
            )
        )


def _examine(path: str, _progress: Progress) -> Examined:
    """In the child: gently, for the person works meanwhile."""
    if hasattr(os, "nice"):
        os.nice(_GENTLY)
    return examine(Path(path), BETWEEN_BACKUPS)
