"""What the command line counts: of all layers, whatever their kind (docs/decisions/0008-command-answers.md).

The window's lists show other counts, kept by storage as labelling goes on: those of people's layers alone.
The page of figures can count either; it is the same service.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.model.figures import Scope
from annotator.services.figures.figures import Figures
from annotator.services.lookup import corpus_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.model.document import Annotator
    from annotator.model.figures import ReviewFigures
    from annotator.storage.store import Store


class Measuring:
    """Figures of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def spans_by_corpus(self) -> dict[str, int]:
        """Uid of each living corpus -> how many spans all layers on its documents have."""
        with self._store.reading() as view:
            found = {corpus.uid: 0 for corpus in view.corpora.listed()}
            keys = {view.corpora.key_of(uid): uid for uid in found}
            for (key, _), number in view.spans.totals().items():
                if key in keys:
                    found[keys[key]] += number
            return found

    def spans_by_label(self, corpus: str) -> dict[str, int]:
        """Uid of each label of a corpus -> how many spans of all layers carry it.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            totals = view.spans.totals()
            return {label.uid: totals.get((home, key), 0) for key, label in view.labels.usable(home).items()}

    def stats(self, corpus: str) -> dict[str, Any]:
        """What `stats --json` shows: counts by label, annotator and status, lengths and nesting.

        Spans are those of all layers, whatever their kind, and annotators all who have a layer, empty ones
        with 0. Lengths are code points; `nested` counts spans inside another of their layer, `crossing` those
        that cross one, `depth` is the deepest nesting (1 = nothing nested). `review` says how far that is.

        Raises:
            UserError: there is no such corpus.
        """
        found = Figures(self._store).overview(corpus, Scope(everyone=True))
        documents, nesting = found.documents, found.nesting
        people = [person.annotator for person in found.people]
        return {
            "documents": documents.total,
            "spans": found.spans,
            "by_label": {each.label.name: each.spans for each in found.labels},
            "by_annotator": {_shown(people, each.annotator): each.spans for each in found.people},
            "by_status": {"new": documents.new, "in-progress": documents.in_progress, "done": documents.done},
            "characters": found.characters,
            "layers": found.layers,
            "lengths": found.lengths.summary(),
            "nesting": {"nested": nesting.nested, "crossing": nesting.crossing, "depth": nesting.deepest},
            "review": None if found.review is None else _review(found.review),
        }


def _review(found: ReviewFigures) -> dict[str, Any]:
    """How many documents two people or more have a layer on, how many are finished, what was ruled."""
    return {
        "compared": found.compared,
        "finished": found.finished,
        "gold": found.gold,
        "decisions": {verdict.value: number for verdict, number in found.decisions.items()},
    }


def _shown(people: Sequence[Annotator], person: Annotator) -> str:
    """The annotator's name, with the uid where two share it."""
    shared = sum(other.name == person.name for other in people) > 1
    return f"{person.name} ({person.uid})" if shared else person.name
