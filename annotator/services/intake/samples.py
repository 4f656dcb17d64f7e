"""How the documents of a file begin and whose spans they have: what a person sees before they come in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.model.document import AnnotatorKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.formats.base import IncomingDocument
    from annotator.model.document import Annotator

MOST_SAMPLES: Final = 30
"""Documents of one file that are shown."""

_FIRST: Final = 8_000
_OTHERS: Final = 2_000
"""Characters of the first document, and of those after it."""
_MOST_MARKS: Final = 400


class Sample(NamedTuple):
    """How one document begins.

    Attributes:
        title: of the document.
        text: its beginning.
        characters: of the whole document.
        marks: start, end in code points of `text` and label of its first spans, by their starts.
    """

    title: str
    text: str
    characters: int
    marks: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """What a file has of spans.

    Attributes:
        labels: of its spans, the most frequent first.
        people: names of those whose layers it has, machines apart.
        machines: names of those that foretold spans.
        layers: so many in all documents.
    """

    labels: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    machines: tuple[str, ...] = ()
    layers: int = 0


class Sampler:
    """Keeps how the first documents of a file begin, and counts labels and layers of all."""

    def __init__(self) -> None:
        self.samples: list[Sample] = []
        self._labels: Counter[str] = Counter()
        self._layers = 0

    def take(self, document: IncomingDocument, title: str, text: str, layers: int) -> None:
        """One more document with its title, its text as the file has it, and how many layers it has."""
        self._layers += layers
        self._labels.update(map(attrgetter("label"), document.spans))
        if len(self.samples) >= MOST_SAMPLES:
            return
        shown = text[: _OTHERS if self.samples else _FIRST]
        within = ((span.start, span.end, span.label) for span in document.spans if span.end <= len(shown))
        marks = tuple(sorted(islice(within, _MOST_MARKS)))
        self.samples.append(Sample(title, shown, len(text), marks))

    def marked(self, annotators: Iterable[Annotator]) -> Marked:
        """What was counted; `annotators` are those of the layers, without a name where the file has none."""
        named = [one for one in annotators if one.name]
        return Marked(
            labels=tuple(label for label, _ in self._labels.most_common()),
            people=_names(one for one in named if one.kind is not AnnotatorKind.MACHINE),
            machines=_names(one for one in named if one.kind is AnnotatorKind.MACHINE),
            layers=self._layers,
        )


def _names(annotators: Iterable[Annotator]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in annotators))
