"""What a person's own spans in a corpus tell of how they draw borders, for guesses at the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.services.lookup import corpus_key
from annotator.storage.repositories.boundaries import BoundaryRows
from annotator.text.habits import Habits

if TYPE_CHECKING:
    from annotator.storage.store import Store

_MOST_WORDS: Final = 5000
_MOST_BORDERS: Final = 300
"""Of that many spans, the newest, the words around are looked at too; of the others only their own."""


class Boundaries:
    """The borders of spans of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def habits(self, corpus: str) -> Habits:
        """What the library's own annotator kept at borders in a corpus, and which words got which label.

        Raises:
            UserError: there is no such corpus.
        """
        habits = Habits()
        with self._store.reading() as view:
            rows = BoundaryRows(view.connection).newest(
                corpus_key(view, corpus), self._store.actor, _MOST_WORDS
            )
            texts: dict[int, str] = {}
            for place, row in enumerate(rows):
                if place >= _MOST_BORDERS:
                    habits.learn_words(row.label, row.covered)
                    continue
                if row.document not in texts:
                    texts[row.document] = view.documents.text(row.document)
                habits.learn(row.label, texts[row.document], row.start, row.end)
        return habits
