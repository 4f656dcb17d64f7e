"""The soundness of a library: what a check finds, and the repairs that lose nothing."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator import ways
from annotator.errors import EnvironmentProblem
from annotator.messages import say
from annotator.model.outcome import Outcome, Touched
from annotator.model.soundness import CheckReport
from annotator.services.intake.child import Child
from annotator.storage.copies import backups
from annotator.storage.file.opening import open_store
from annotator.storage.replica import read_settings
from annotator.storage.soundness import checks, repairing
from annotator.storage.soundness.examining import examine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.formats.base import Progress
    from annotator.model.soundness import Problem
    from annotator.storage.soundness.examining import Examined
    from annotator.storage.soundness.mending import Mends
    from annotator.storage.store import Store

BETWEEN_BACKUPS: Final = 30 * 60
"""Seconds after which a changed library gets another copy when it is opened; closed it always gets one."""

_GENTLY: Final = 10

_TOUCHED: Final = ~Touched.NOTHING
"""After a repair every list may show something else."""

_CHILD_DIED: Final = say(
    "The library could not be looked at in the background: the process for it ended early. {way}",
    way=ways.LOOK_LATER,
)


class Checking:
    """Checks of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def check(self, repair: bool = False) -> CheckReport:
        """Look at structure, references, hashes, spans, log and its replay, counts and folded texts.

        Args:
            repair: as `repair`.

        Raises:
            EnvironmentProblem: it is to be repaired but cannot be written.
        """
        if repair:
            return self.repair().value
        with self._store.reading() as view:
            return repairing.look(view, self._store.file)

    def look(self, progress: Progress) -> CheckReport:
        """What `check` gives, found by a child process while work goes on here.

        Args:
            progress: called often with (things looked at, things to look at); its `Cancelled` ends the child.

        Raises:
            EnvironmentProblem: the library cannot be read.
            Cancelled: from `progress`.
        """
        with Child(_CHILD_DIED) as child:
            return child.do(_look, str(self._store.path), progress)

    def repair(self) -> Outcome[CheckReport]:
        """Put right what can be without loss, after a byte-exact copy; what is left is reported.

        Each round is one transaction, which is looked at whole before it is kept; what it put right may prove
        more, for the next one. A file whose structure is damaged is not written into.

        Raises:
            EnvironmentProblem: it cannot be copied or written; nothing was changed.
        """
        report, mends = self._examined()
        if not report.mendable:
            return Outcome(report)
        was_frozen = self._store.is_read_only
        self._store.thaw()
        if self._store.is_read_only:
            raise EnvironmentProblem(
                say(
                    "{path} was opened for reading, so nothing was repaired. Open it where it can be "
                    "written.",
                    path=str(self._store.path),
                )
            )
        try:
            copy = self._store.exact_copy()
            after = repairing.repair(self._store.saving, self._examined, report, mends)
            self._seat()
        except BaseException:
            if was_frozen:
                self._store.freeze()
            raise
        repaired = len(report.problems) - len(after.problems)
        if was_frozen and not after.sound:
            self._store.freeze()
        done = CheckReport(after.problems, after.counts, repaired=max(repaired, 0), copy=str(copy))
        return Outcome(done, _TOUCHED)

    def _seat(self) -> None:
        """Go on in the name of whoever is at the desk now."""
        with self._store.reading() as view:
            self._store.actor = view.people.key_of(read_settings(view.connection).get("self", "")) or 0

    def _examined(self) -> tuple[CheckReport, Mends]:
        with self._store.reading() as view:
            return repairing.examined(view, self._store.file)

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
            if not backups.has_changed(view.connection, self._store.path):
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
                "{path} is damaged, so nothing more is written into it. {first} {way}",
                way=ways.LIST_WRONG,
                path=str(self._store.path),
                first=problems[0].message,
            )
        )


def _examine(path: str, _progress: Progress) -> Examined:
    """In the child: gently, for the person works meanwhile."""
    _be_gentle()
    return examine(Path(path), BETWEEN_BACKUPS)


def _look(path: str, progress: Progress) -> CheckReport:
    """In the child."""
    _be_gentle()
    store = open_store(Path(path), writable=False, create=False, program="annotator check")
    with contextlib.closing(store), store.reading() as view:
        return repairing.look(view, store.file, progress)


def _be_gentle() -> None:
    if hasattr(os, "nice"):
        os.nice(_GENTLY)
