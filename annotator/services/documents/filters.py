"""Use-cases on filters of the document list that are kept by name."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from annotator.messages import say
from annotator.model.filters import KeptFilter
from annotator.services.documents.kept import KeptByName, Words
from annotator.services.lookup import corpus_key

if TYPE_CHECKING:
    from annotator.model.filters import Shown
    from annotator.model.outcome import Outcome
    from annotator.storage.store import Store

_WORDS: Final = Words(
    step="filter",
    kept=say("Filter {name} kept"),
    renamed=say("Filter {old} renamed to {new}"),
    removed=say("Filter {name} removed"),
    taken=say("There is a filter named {name} already. Choose another name."),
    gone=say("That filter is no longer kept."),
)


class Filters:
    """The kept filters of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: KeptByName[KeptFilter] = KeptByName(store, attrgetter("filters"), _WORDS)

    def of(self, corpus: str) -> list[KeptFilter]:
        """The filters of a corpus by name.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            return view.filters.of(corpus_key(view, corpus))

    def keep(self, corpus: str, name: str, search: str, shown: Shown) -> Outcome[KeptFilter]:
        """Keep a filter under a name; one that has the name already is replaced.

        Raises:
            UserError: there is no such corpus, or the name is none.
        """
        return self._kept.keep(corpus, name, lambda uid, words: KeptFilter(uid, words, search.strip(), shown))

    def rename(self, uid: str, name: str) -> Outcome[KeptFilter]:
        """Give a filter another name.

        Raises:
            UserError: there is no such filter (any more), the name is none, or another filter has it.
        """
        return self._kept.rename(uid, name)

    def remove(self, uid: str) -> Outcome[None]:
        """Keep a filter no longer.

        Raises:
            UserError: there is no such filter (any more).
        """
        return self._kept.remove(uid)
