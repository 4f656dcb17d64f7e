"""Which document of a corpus a new text is nearly the same as."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.text.likeness import NEARLY, resemblance, sketch

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence

    from annotator.storage.store import Store

MOST_COMPARED: Final = 20_000
"""Documents of a corpus that new texts are held against; the latest ones of a larger corpus."""

_PAUSE: Final = 200


class Like(NamedTuple):
    """A document of the corpus that a new text is nearly the same as.

    Attributes:
        title: of the document.
        percent: of its runs of words that stand in both.
    """

    title: str
    percent: int


class Resembling:
    """Finds nearly equal texts; sketches of texts, which never change, are kept while the library is open."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sketches: dict[int, array[int]] = {}

    def nearest(
        self, corpus: str, sketches: Sequence[array[int]], pulse: Callable[[], None]
    ) -> tuple[Like, ...]:
        """For each sketch that is like one of a document, that document.

        Args:
            corpus: name or uid; one that is not there yet has no documents.
            sketches: of the new texts.
            pulse: called now and then; may raise `Cancelled`.
        """
        found: list[Like] = []
        with self._store.reading() as view:
            home = view.corpora.named(corpus) or view.corpora.key_of(corpus)
            if home is None or not sketches:
                return ()
            keys = view.documents.living(home)[-MOST_COMPARED:]
            for place, key in enumerate(keys):
                if key not in self._sketches:
                    self._sketches[key] = sketch(view.documents.text(key))
                if not place % _PAUSE:
                    pulse()
            for each in sketches:
                best = self._best(each, keys)
                if best is not None:
                    key, alike = best
                    found.append(Like(view.documents.get(key).title, round(100 * alike)))
                pulse()
        return tuple(found)

    def _best(self, of: array[int], keys: Sequence[int]) -> tuple[int, float] | None:
        """The document most like it and how much, the first of equals; None if none is like enough."""
        mine, best = frozenset(of), None
        least = NEARLY
        for key in keys:
            other = self._sketches[key]
            if mine.isdisjoint(other):
                continue
            alike = resemblance(of, other)
            if alike > least or (best is None and alike >= least):
                best, least = (key, alike), alike
        return best
