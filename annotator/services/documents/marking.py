"""Statuses of many documents at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.messages import say
from annotator.model.document import Status
from annotator.model.outcome import Outcome, Touched
from annotator.services.documents.documents import whose_layer
from annotator.services.lookup import document_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.messages import Message
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

_MOST_NAMED: Final = 100
_PIECE: Final = 500


class Marking:
    """Says how far the work on documents is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def mark(self, uids: Sequence[str], status: Status) -> Outcome[int]:
        """Give documents a status as one step, each in the layer it opens on; how many have another one now.

        Raises:
            UserError: there is no such document.
        """
        with self._store.saving() as unit:
            keys = [document_key(unit, uid) for uid in uids]
            owners = self._layers(unit, keys)
            changing = [key for key in keys if owners[key][1] is not status]
            if not changing:
                return Outcome(0)
            home = unit.documents.version(changing[0]).corpus
            step = unit.step("status", _summary(len(changing), status), corpus_key=home)
            unit.projection.mark(changing)
            for owner in sorted({owners[key][0] for key in changing}):
                theirs = [key for key in changing if owners[key][0] == owner]
                unit.many.set_statuses(theirs, owner, status, step)
            unit.projection.refresh()
            named = tuple(uids) if len(uids) <= _MOST_NAMED else ()
            return Outcome(len(changing), Touched.SPANS | Touched.DOCUMENTS, named, unit.commit())

    def _layers(self, unit: UnitOfWork, keys: Sequence[int]) -> dict[int, tuple[int, Status]]:
        """Whose layer each document opens on (key of the annotator), and how far that is."""
        own = unit.people.by_key(self._store.actor)
        found: dict[int, tuple[int, Status]] = {}
        for begin in range(0, len(keys), _PIECE):
            piece = keys[begin : begin + _PIECE]
            layers = unit.layers.of_documents(piece)
            for key in piece:
                there = layers.get(key, [])
                uid = whose_layer(there, own)
                status = next((one.status for one in there if one.annotator.uid == uid), Status.NEW)
                found[key] = (unit.people.key_of(uid) or self._store.actor, status)
        return found


def _summary(count: int, status: Status) -> Message:
    match status:
        case Status.NEW:
            return say("{count} document marked new|{count} documents marked new", count=count)
        case Status.IN_PROGRESS:
            return say(
                "{count} document marked in progress|{count} documents marked in progress", count=count
            )
        case Status.DONE:
            return say("{count} document marked done|{count} documents marked done", count=count)
