"""What is compared: one text and the layers of those who have looked at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class Compared:
    """One document with what each annotator marked in it.

    Attributes:
        document: uid.
        text: as stored; the offsets of the spans count its code points.
        layers: annotator's uid -> spans in any order. An empty layer says "looked, and marked nothing"; who
            is absent has not looked, which is a missing value and no disagreement.
    """

    document: str
    text: str
    layers: Mapping[str, Sequence[Span]]
