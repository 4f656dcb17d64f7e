"""Use-cases on filters of the document list that are kept by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.filters import KeptFilter
from annotator.model.identity import new_uid
from annotator.model.label import name_key
from annotator.model.outcome import Outcome, Touched
from annotator.services.lookup import corpus_key
from annotator.services.names import require_name

if TYPE_CHECKING:
    from annotator.model.filters import Shown
    from annotator.storage.store import Store


class Filters:
    """The kept filters of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

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
        require_name(name)
        words = name.strip()
        with self._store.saving() as unit:
            home = corpus_key(unit, corpus)
            same = [each for each in unit.filters.of(home) if name_key(each.name) == name_key(words)]
            kept = KeptFilter(same[0].uid if same else new_uid(), words, search.strip(), shown)
            if same == [kept]:
                return Outcome(kept)
            step = unit.step("filter", say("Filter {name} kept", name=words), corpus_key=home)
            unit.filters.keep(home, kept, step)
            return Outcome(kept, Touched.CORPORA, step=unit.commit())

    def rename(self, uid: str, name: str) -> Outcome[KeptFilter]:
        """Give a filter another name.

        Raises:
            UserError: there is no such filter (any more), the name is none, or another filter has it.
        """
        require_name(name)
        words = name.strip()
        with self._store.saving() as unit:
            found = unit.filters.home(uid)
            if found is None:
                raise UserError(say("That filter is no longer kept."))
            home, old = found
            kept = {each.uid: each for each in unit.filters.of(home)}
            if any(each.uid != uid and name_key(each.name) == name_key(words) for each in kept.values()):
                raise UserError(
                    say("There is a filter named {name} already. Choose another name.", name=words)
                )
            renamed = replace(kept[uid], name=words)
            if renamed == kept[uid]:
                return Outcome(renamed)
            step = unit.step(
                "filter", say("Filter {old} renamed to {new}", old=old, new=words), corpus_key=home
            )
            unit.filters.keep(home, renamed, step)
            return Outcome(renamed, Touched.CORPORA, step=unit.commit())

    def remove(self, uid: str) -> Outcome[None]:
        """Keep a filter no longer.

        Raises:
            UserError: there is no such filter (any more).
        """
        with self._store.saving() as unit:
            found = unit.filters.home(uid)
            if found is None:
                raise UserError(say("That filter is no longer kept."))
            step = unit.step("filter", say("Filter {name} removed", name=found[1]), corpus_key=found[0])
            unit.filters.end(uid, step)
            return Outcome(None, Touched.CORPORA, step=unit.commit())
