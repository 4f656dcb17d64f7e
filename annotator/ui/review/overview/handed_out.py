"""What was handed out to whom, as the overview needs it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.model.document import Annotator
from annotator.model.rounds import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.rounds import Round


@dataclass(frozen=True, slots=True)
class HandedOut:
    """All rounds of a corpus taken together.

    Attributes:
        given: uids of those who were given a document, by its uid.
        people: everybody who was given something, in order.
        name: of the newest round, "" without any.
        shares: how far each person is in that.
    """

    given: Mapping[str, frozenset[str]] = field(default_factory=dict)
    people: tuple[Annotator, ...] = ()
    name: str = ""
    shares: tuple[Standing, ...] = ()

    def together(self) -> tuple[Standing, ...]:
        """The shares added up to one without a name."""
        if not self.shares:
            return ()
        sums = (sum(getattr(each, name) for each in self.shares) for name in ("documents", "done", "begun"))
        return (Standing("", "", *sums),)


def handed_out(rounds: Sequence[tuple[Round, Sequence[Standing]]]) -> HandedOut:
    """What these rounds, the newest first, gave to whom; somebody with several uids is one person."""
    if not rounds:
        return HandedOut()
    given: dict[str, set[str]] = {}
    people: dict[str, Annotator] = {}
    for round_, standings in rounds:
        for handed, standing in zip(round_.handed, standings, strict=True):
            people.setdefault(standing.annotator, Annotator(standing.annotator, standing.name))
            for document in handed.documents:
                given.setdefault(document, set()).add(standing.annotator)
    newest, shares = rounds[0]
    told = {document: frozenset(who) for document, who in given.items()}
    return HandedOut(told, tuple(people.values()), newest.name, tuple(shares))
