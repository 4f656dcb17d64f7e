"""The soundness of a library: what a check finds, and the repairs that lose nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.soundness import CheckReport
from annotator.storage import checks

if TYPE_CHECKING:
    from annotator.storage.store import Store


class Checking:
    """Checks of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def check(self, repair: bool = False) -> CheckReport:
        """Look at structure, references, hashes, spans, covered text, log and counts.

        Args:
            repair: keep a byte-exact copy, then put right what can be without loss; what is left is reported.

        Raises:
            EnvironmentProblem: it is to be repaired but cannot be written.
        """
        with self._store.reading() as view:
            report = checks.find_problems(view)
        mendable = sum(problem.repairable for problem in report.problems)
        if not repair or not mendable:
            return report
        copy = self._store.exact_copy()
        with self._store.saving() as unit:
            unit.projection.rebuild()
            unit.commit()
        with self._store.reading() as view:
            after = checks.find_problems(view)
        return CheckReport(after.problems, after.counts, repaired=mendable, copy=str(copy))

    def quick(self) -> CheckReport:
        """Look at the structure only; where it is bad the library is open for reading from then on.

        For a reading thread, after opening, when the library changed since the last good copy.
        """
        with self._store.reading() as view:
            report = checks.find_structure_problems(view)
        if not report.sound:
            self._store.freeze()
        return report
