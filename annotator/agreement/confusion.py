"""Which labels are taken for each other where two annotators marked the very same words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from annotator.model.review import Difference

if TYPE_CHECKING:
    from annotator.agreement.pairing import Pairing

_SAME_WORDS: Final = (Difference.AGREE, Difference.LABEL)


def confusion(pairing: Pairing) -> Counter[tuple[str, str]]:
    """(label's uid of the first, of the second) -> pairs with equal boundaries, equal labels too."""
    return Counter((one.label, other.label) for one, other, kind in pairing.pairs if kind in _SAME_WORDS)
