"""Under which names annotators stand in files: their own, or numbers that tell nobody who they are."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Final

from annotator.model.document import COUNTED
from annotator.model.identity import fixed_uid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.model.document import Annotator

_LETTER: Final = "A"


def numbered(everyone: Sequence[Annotator], corpus: str) -> dict[str, Annotator]:
    """Uid of each annotator -> who stands for them: people get numbers, machines and gold stay themselves.

    A number stays with a person as long as nobody who came before them leaves, whoever is chosen for an
    export; neither name nor uid of the person can be found out from what stands for them.

    Args:
        everyone: with a layer in the corpus, in the order in which the library came to know them.
        corpus: uid.
    """
    taken = {person.name for person in everyone if person.kind not in COUNTED}
    numbers = (f"{_LETTER}{number}" for number in count(1))
    free = (name for name in numbers if name not in taken)
    return {
        person.uid: person
        if person.kind not in COUNTED
        else replace(person, name=(name := next(free)), uid=fixed_uid("pseudonym", f"{corpus} {name}"))
        for person in everyone
    }


def themselves(everyone: Iterable[Annotator]) -> dict[str, Annotator]:
    """Uid of each annotator -> that annotator."""
    return {person.uid: person for person in everyone}
