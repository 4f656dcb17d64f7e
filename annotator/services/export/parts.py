"""The parts of an export: the whole, or train, dev and test, and which document goes into which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.recipe import PARTS, are_shares
from annotator.services.export.split_groups import Sketches, alike, held_together, known_of
from annotator.services.export.split_report import told_of
from annotator.services.export.splitting import deal_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from annotator.formats.base import OutgoingDocument
    from annotator.messages import Message
    from annotator.model.recipe import Split


@dataclass(frozen=True, slots=True)
class Dealt:
    """Which documents go into which part.

    Attributes:
        names: of the parts, in order; one "" for the whole.
        places: for each document of the choice, in import order, the number of its part; None for all in one.
        told: sentences about groups kept together and leaks found.
    """

    names: tuple[str, ...] = ("",)
    places: Sequence[int] | None = None
    told: tuple[Message, ...] = ()

    def name_of(self, number: int) -> str:
        """The part that the document of this number is in."""
        return self.names[0] if self.places is None else self.names[self.places[number]]

    def of(self, part: str, documents: Iterable[OutgoingDocument]) -> Iterator[OutgoingDocument]:
        """The documents of a part."""
        for number, document in enumerate(documents):
            if self.name_of(number) == part:
                yield document


def check_split(split: Split | None) -> None:
    """Refuse a split that is none.

    Raises:
        UserError: the shares do not make 100.
    """
    if split is not None and not are_shares(split.shares):
        raise UserError(
            say("The parts of a split must be three whole numbers that make 100, as in 80/10/10.")
        )


def deal(split: Split, documents: Iterable[OutgoingDocument], sketches: Sketches | None = None) -> Dealt:
    """Deal documents out, which come in import order; `sketches` holds those of texts seen before."""
    kept = sketches or Sketches()
    known = [known_of(document, kept) for document in documents]
    texts = alike(known)
    places = deal_out(split, known, held_together(known, texts, split.together))
    return Dealt(PARTS, places, told_of(split, known, texts, places))
