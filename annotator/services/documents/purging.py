"""Emptying the bin: the one act that cannot be undone. It makes a verified copy first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.messages import say
from annotator.model.outcome import Outcome, Touched
from annotator.model.soundness import Emptied, Occasion
from annotator.storage.copies import backups
from annotator.storage.purge import Purge
from annotator.storage.steps import PURGE

if TYPE_CHECKING:
    from annotator.storage.store import Store


class Purging:
    """The bin of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def content(self) -> tuple[int, int]:
        """(documents, corpora) that emptying the bin would delete for ever."""
        with self._store.reading() as view:
            purge = Purge(view.connection)
            return len(purge.documents()), len(purge.corpora())

    def empty_bin(self) -> Outcome[Emptied]:
        """Delete all binned documents and corpora with everything on them, after a copy that holds them.

        Raises:
            EnvironmentProblem: the copy could not be made, so nothing was deleted.
        """
        with self._store.reading() as view:
            purge = Purge(view.connection)
            if not purge.documents() and not purge.corpora():
                return Outcome(Emptied())
            copy = backups.make(view.connection, self._store.path, Occasion.PURGE)
        with self._store.saving() as unit:
            purge = Purge(unit.connection)
            documents, corpora = purge.documents(), purge.corpora()
            summary = say(
                "Bin emptied: {count} document deleted for ever|Bin emptied: {count} documents deleted for "
                "ever",
                count=len(documents),
                uids=" ".join((*documents.values(), *corpora.values())),
            )
            step = unit.step(PURGE, summary)
            purge.run(list(documents), list(corpora), step)
            committed = unit.commit()
        emptied = Emptied(len(documents), len(corpora), replace(copy, binned=len(documents)))
        return Outcome(emptied, Touched.DOCUMENTS | Touched.CORPORA, step=committed)
