"""How the hits of a search spread over labels, annotators and states."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.document import Status
    from annotator.model.search import Hit, Sought
    from annotator.services.library import Library


@dataclass(slots=True)
class Tally:
    """Counts of hits.

    Attributes:
        labels: by uid: hits that a span of the label covers.
        annotators: by uid: hits that a span of theirs covers.
        statuses: hits by the status of their documents.
        tags: hits by a tag of their documents.
        bare: hits that no span covers.
        hits: all.
        documents: uids of those with a hit.
    """

    labels: Counter[str] = field(default_factory=Counter)
    annotators: Counter[str] = field(default_factory=Counter)
    statuses: Counter[Status] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    bare: int = 0
    hits: int = 0
    documents: set[str] = field(default_factory=set)

    def add(self, hit: Hit, tags: Sequence[str] = ()) -> None:
        """Count one more, in a document with these tags."""
        covering = [span for span in hit.spans if span.start <= hit.start and hit.end <= span.end]
        self.labels.update({span.label for span in covering})
        self.annotators.update({span.annotator for span in covering})
        self.statuses[hit.status] += 1
        self.tags.update(tags)
        self.bare += not covering
        self.hits += 1
        self.documents.add(hit.document)


def tallied(library: Library, corpus: str, sought: Sought, check: Callable[[], None]) -> Tally:
    """Count every hit of a search in the corpus of that uid.

    Raises:
        UserError: as for every search.
    """
    tally, tags = Tally(), library.searching.tags(corpus)
    for hit in library.searching.hits(corpus, sought, check=check):
        tally.add(hit, tags.get(hit.document, ()))
    return tally
