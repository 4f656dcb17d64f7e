"""Which document of a corpus a new text is nearly the same as."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.text.likeness import NEARLY, resemblance, sketch

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence

    from annotator.storage.store import Store

MOST_COMPARED: Final = 20_000
"""Documents of a corpus that new texts are held against; the latest ones of a larger corpus."""

_PAUSE: Final = 200
_INDEXED: Final = 16
"""Smallest numbers of a sketch by which it is found: two that are half the same miss all of them one time in
65,000."""
_CANDIDATES: Final = 20


class Like(NamedTuple):
    """A document of the corpus that a new text is nearly the same as.

    Attributes:
        title: of the document.
        percent: of its runs of words that stand in both.
    """

    title: str
    percent: int


class Neighbours:
    """The documents of one corpus as they are when the first text is held against them.

    Args:
        store: of the library.
        corpus: name or uid; one that is not there yet has no documents.
        sketches: by document; those that are made are kept there, for texts never change.
    """

    def __init__(self, store: Store, corpus: str, sketches: dict[int, array[int]]) -> None:
        self._store = store
        self.corpus = corpus
        self._sketches = sketches
        self._holders: dict[int, list[int]] | None = None

    def nearest(self, texts: Sequence[array[int]], pulse: Callable[[], None]) -> tuple[Like, ...]:
        """For each sketch of a new text that is like one of a document, that document.

        `pulse` is called now and then; it may raise `Cancelled`.
        """
        if not texts:
            return ()
        if self._holders is None:
            self._holders = self._index(pulse)
        found = [best for each in texts if (best := self._best(each, self._holders))]
        if not found:
            return ()
        with self._store.reading() as view:
            return tuple(Like(view.documents.get(key).title, round(100 * alike)) for key, alike in found)

    def _index(self, pulse: Callable[[], None]) -> dict[int, list[int]]:
        """Number -> the documents that have it among their smallest."""
        holders: dict[int, list[int]] = {}
        with self._store.reading() as view:
            home = view.corpora.named(self.corpus) or view.corpora.key_of(self.corpus)
            keys = [] if home is None else view.documents.living(home)[-MOST_COMPARED:]
            for place, key in enumerate(keys):
                if key not in self._sketches:
                    self._sketches[key] = sketch(view.documents.text(key))
                for each in self._sketches[key][:_INDEXED]:
                    holders.setdefault(each, []).append(key)
                if not place % _PAUSE:
                    pulse()
        return holders

    def _best(self, of: array[int], holders: dict[int, list[int]]) -> tuple[int, float] | None:
        """The document most like it and how much, the first of equals; None if none is like enough."""
        shared = Counter(key for each in of[:_INDEXED] for key in holders.get(each, ()))
        best, least = None, NEARLY
        for key, _ in shared.most_common(_CANDIDATES):
            alike = resemblance(of, self._sketches[key])
            if alike > least or (best is None and alike >= least):
                best, least = (key, alike), alike
        return best
