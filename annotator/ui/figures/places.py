"""What stands behind a row of a figure, read from the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.model.consistency import Kind
from annotator.model.figures import FoundSpan, Pick

if TYPE_CHECKING:
    from annotator.model.document import Status
    from annotator.model.figures import Scope
    from annotator.services.library import Library
    from annotator.ui.figures.chosen import Chosen

_SHOWN: Final = 200


@dataclass(frozen=True, slots=True)
class Places:
    """The first places, and how many there are in all."""

    shown: tuple[FoundSpan, ...] = ()
    total: int = 0


def found_of(library: Library, corpus: str, chosen: Chosen, scope: Scope) -> Places:
    """The places of what a row stands for; called beside the window's thread."""
    if chosen.status is not None:
        return _documents(library, corpus, chosen.status, scope)
    item = chosen.item
    if item is not None and item.kind is Kind.BARE:
        return Places(tuple(library.consistency.lines(corpus, item, scope)), item.places)
    pick = Pick(forms=item.forms) if item is not None else chosen.pick
    if pick is None:
        return Places()
    shown, total = library.figures.found(corpus, pick, scope, limit=_SHOWN)
    return Places(tuple(shown), total)


def _documents(library: Library, corpus: str, status: Status, scope: Scope) -> Places:
    rows = library.figures.documents(corpus, status, scope)
    shown = tuple(FoundSpan(uid, title, status, 0, 0, "", "", "") for uid, title in rows[:_SHOWN])
    return Places(shown, len(rows))
