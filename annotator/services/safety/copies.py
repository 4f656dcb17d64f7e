"""Use-cases between a copy and the living library: how they differ, and single documents back out of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.soundness import Occasion
from annotator.services.safety.backups import MANY, Backups
from annotator.services.safety.comparing import compare, copy_of, span_differences
from annotator.services.safety.documents_back import bring_documents_back
from annotator.storage.copies import names as backup_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.formats.base import Progress
    from annotator.model.difference import BroughtBack, Difference, SpanDifference
    from annotator.model.outcome import Outcome
    from annotator.storage.store import Store


class Copies:
    """Copies of a library beside it; none is ever written into."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def compare(self, file: str, progress: Progress) -> Difference:
        """How a copy differs from the library now, document by document.

        Args:
            file: a verified copy, or any library that was this one once.
            progress: called with documents looked at and all of them; its `Cancelled` ends it.

        Raises:
            UserError: it is a copy of another library.
            EnvironmentProblem: it is no sound library.
        """
        with copy_of(self._store, file) as copy, self._store.reading() as library:
            return compare(copy, library, file, progress)

    def spans(self, file: str, document: str) -> list[SpanDifference]:
        """The spans of a document that differ, by place.

        Raises:
            UserError: as `compare`.
            EnvironmentProblem: as `compare`.
        """
        with copy_of(self._store, file) as copy, self._store.reading() as library:
            return span_differences(copy, library, document)

    def bring_back(
        self, file: str, documents: Sequence[str], *, exactly: bool = False
    ) -> Outcome[BroughtBack]:
        """Bring documents back as the copy holds them, with all their layers, as one step.

        Also documents that are gone for ever, with their corpus and labels if these are. `Outcome.step` is
        None when they are as they were. A copy of the library is made before, if one is due.

        Args:
            file: the copy.
            documents: uids, at least one.
            exactly: whether what was made on them since goes; else it stays beside what comes back.

        Raises:
            UserError: one of them cannot come back, and why; nothing was changed.
            EnvironmentProblem: the copy is no sound library.
        """
        is_much = len(documents) >= MANY or exactly
        warnings = Backups(self._store).before_bulk(Occasion.RESTORE) if is_much else ()
        with copy_of(self._store, file) as copy, self._store.saving() as unit:
            outcome = bring_documents_back(unit, copy, documents, _made(file), exactly=exactly)
        return replace(outcome, warnings=warnings)


def _made(file: str) -> str:
    """When a copy was made, as its name says; the name of any other file."""
    named = backup_names.read(Path(file))
    return Path(file).name if named is None else f"{named.made.astimezone():%Y-%m-%d %H:%M}"
