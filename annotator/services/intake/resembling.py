"""Which document of a corpus a new text is nearly the same as."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.messages import say
from annotator.text.likeness import NEARLY, resemblance, sketch

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence

    from annotator.messages import Message
    from annotator.services.intake.reading import TakenIn
    from annotator.storage.store import Store

MOST_COMPARED: Final = 20_000
"""Documents of a corpus that new texts are held against; the latest ones of a larger corpus."""

_PAUSE: Final = 200
_INDEXED: Final = 16
"""Smallest numbers of a sketch by which it is found: two that are half the same miss all of them one time in
65,000."""
_CANDIDATES: Final = 20
_NAMED: Final = 3


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
        self._later: dict[int, str] = {}

    def nearest(self, texts: Sequence[array[int]], pulse: Callable[[], None]) -> tuple[Like, ...]:
        """For each sketch of a new text that is like one of a document, that document.

        `pulse` is called now and then; it may raise `Cancelled`.
        """
        if not texts:
            return ()
        holders = self._indexed(pulse)
        found = [best for each in texts if (best := self._best(each, holders))]
        if not found:
            return ()
        with self._store.reading() as view:
            return tuple(
                Like(self._later.get(key) or view.documents.get(key).title, round(100 * alike))
                for key, alike in found
            )

    def remember(self, title: str, text: array[int], pulse: Callable[[], None]) -> None:
        """Hold the texts after this one against it too, by its sketch, as if it were in the corpus."""
        holders, key = self._indexed(pulse), -1 - len(self._later)
        self._later[key] = title
        self._sketches[key] = text
        _hold(holders, key, text)

    def _indexed(self, pulse: Callable[[], None]) -> dict[int, list[int]]:
        if self._holders is None:
            self._holders = self._index(pulse)
        return self._holders

    def _index(self, pulse: Callable[[], None]) -> dict[int, list[int]]:
        """Number -> the documents that have it among their smallest."""
        holders: dict[int, list[int]] = {}
        with self._store.reading() as view:
            home = view.corpora.named(self.corpus) or view.corpora.key_of(self.corpus)
            keys = [] if home is None else view.documents.living(home)[-MOST_COMPARED:]
            for place, key in enumerate(keys):
                if key not in self._sketches:
                    self._sketches[key] = sketch(view.documents.text(key))
                _hold(holders, key, self._sketches[key])
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


def _hold(holders: dict[int, list[int]], key: int, text: array[int]) -> None:
    for each in text[:_INDEXED]:
        holders.setdefault(each, []).append(key)


class AlikeTexts:
    """Tells of the files of one import, one after the other, which texts are nearly those of others.

    Args:
        store: of the library as it is before the import.
        corpus: name or uid.
    """

    def __init__(self, store: Store, corpus: str) -> None:
        self._store = store
        self._near = Neighbours(store, corpus, {})
        self._seen: set[str] = set()

    def told(self, taken: TakenIn, pulse: Callable[[], None]) -> tuple[Message, ...]:
        """What to say of a file that came in; the files after it are held against it too."""
        new = [
            (text, each)
            for text, each in zip(taken.digests, taken.sketches, strict=True)
            if text not in self._seen and each and not self._has(text)
        ]
        found = self._near.nearest([each for _, each in new], pulse)
        for text, each in new:
            self._seen.add(text)
            self._near.remember(taken.title, each, pulse)
        if not found:
            return ()
        more = " …" if len(found) > _NAMED else ""
        told = say(
            "A text is nearly the same as another one: {names}.|"
            "{count} texts are nearly the same as others: {names}.",
            count=len(found),
            names=", ".join(f"“{like.title}” ({like.percent} %)" for like in found[:_NAMED]) + more,
        )
        return (told,)

    def _has(self, text: str) -> bool:
        with self._store.reading() as view:
            home = view.corpora.named(self._near.corpus) or view.corpora.key_of(self._near.corpus)
            return home is not None and view.documents.with_text(home, text) is not None
