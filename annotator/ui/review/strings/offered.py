"""Which labels can be given to all places of a string, each by its own key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.label import Label
    from annotator.model.strings import StringRow

_FIGURES: Final = "123456789"


@dataclass(frozen=True, slots=True)
class Offered:
    """Labels by the keys they have everywhere.

    Attributes:
        figures: by a single figure, in order.
        letters: by another sign, as it is compared; letters are acts in Review, so these wait for their turn.
        others: without a key, but on the string.
    """

    figures: Mapping[str, Label] = field(default_factory=dict)
    letters: Mapping[str, Label] = field(default_factory=dict)
    others: tuple[Label, ...] = ()

    @property
    def all(self) -> list[Label]:
        """In the order in which they are shown."""
        return [*self.figures.values(), *self.letters.values(), *self.others]

    def typed(self, sign: str) -> Label | None:
        """The label of that key, None when there is none."""
        return self.figures.get(sign) or self.letters.get(sign.casefold())


def offered(row: StringRow, labels: Mapping[str, Label]) -> Offered:
    """What can be given to a string.

    Args:
        row: the string.
        labels: by uid, in the order of the label set.
    """
    keyed = sorted((label for label in labels.values() if label.key), key=lambda label: label.key)
    figures = {label.key: label for label in keyed if label.key in _FIGURES}
    letters = {label.key.casefold(): label for label in keyed if label.key not in _FIGURES}
    own = [labels[uid] for uid, _ in row.labels if uid in labels]
    return Offered(figures, letters, tuple(label for label in own if not label.key))
