"""How often the same words could be changed in the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.search import Nearby

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.services.library import Library
    from annotator.ui.everywhere.subject import Subject


def counted(library: Library, subject: Subject, check: Callable[[], None]) -> Nearby:
    """Count the places that the list would tick.

    Raises:
        UserError: the words cannot be looked for, or the document is gone.
    """
    home = subject.home
    if subject.action == "label":
        place = (subject.start, subject.end, subject.label)
        return library.propagating.nearby(home.document, place, subject.options, check)
    found = library.propagating.candidates(
        home.document,
        subject.words,
        subject.label,
        subject.action,
        subject.options,
        only=subject.only,
        check=check,
    )
    own = (home.document, subject.start, subject.end)
    ticked = [each.hit for each in found if each.ticked]
    others = [hit for hit in ticked if (hit.document, hit.start, hit.end) != own]
    here = sum(1 for hit in others if hit.document == home.document)
    documents = {hit.document for hit in others} - {home.document}
    return Nearby(subject.words, here, len(others) - here, len(documents))
