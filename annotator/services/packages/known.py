"""What a library knows of the changes of documents, made here or received, and what its rows say now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.exchange.lineage import own_changes, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.exchange.changes import Change
    from annotator.exchange.lineage import Maker
    from annotator.storage.received import Shelf, Where
    from annotator.storage.repositories import Repositories


@dataclass(frozen=True, slots=True)
class Known:
    """The changes of things that are worked out together.

    Attributes:
        own: made here, resting ones too (`lineage.standing`).
        received: made elsewhere and in force.
        living: by thing, what the rows say it is now.
    """

    own: Sequence[Change] = ()
    received: Sequence[Change] = ()
    living: Mapping[str, Mapping[str, Any]] | None = None

    @property
    def uids(self) -> set[str]:
        """Of all changes that need not be received any more."""
        return {change.uid for change in (*self.own, *self.received)}

    def with_fresh(self, fresh: Iterable[Change] = ()) -> list[Change]:
        """All changes that count once `fresh` ones were received."""
        present = {change.uid: change for change in (*self.received, *fresh)}
        return [*present.values(), *standing(self.own, present)]


def known_of(view: Repositories, documents: Sequence[int]) -> dict[Where, Known]:
    """What is known of the changes on these documents (keys), by where they belong."""
    shelves = view.received.shelves()
    found = shelves.of(documents)
    makers = shelves.makers(found.values())
    return {place: _known(shelf, makers) for place, shelf in found.items()}


def _known(shelf: Shelf, makers: Mapping[int, Maker]) -> Known:
    return Known(
        own_changes(shelf.versions, makers, shelf.received),
        [each.change for each in shelf.received if each.is_in_force],
        {version.thing: version.body for version in shelf.versions if version.last is None},
    )
