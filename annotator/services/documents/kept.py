"""What a corpus keeps by name (filters of the list, recipes of exports): kept, renamed and removed alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar

from annotator.errors import UserError
from annotator.model.identity import new_uid
from annotator.model.label import name_key
from annotator.model.outcome import Outcome, Touched
from annotator.services.labels.names import require_name
from annotator.services.lookup import corpus_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from annotator.messages import Message
    from annotator.storage.store import Store


class Named(Protocol):
    """A frozen dataclass of what is kept, `model.filters.KeptFilter` and the like."""

    @property
    def uid(self) -> str:
        """Of the record."""
        ...

    @property
    def name(self) -> str:
        """Unique in the corpus without regard to case."""
        ...


Thing = TypeVar("Thing", bound=Named)


class Words(NamedTuple):
    """What is said of one kind; the templates have no values yet.

    Attributes:
        step: kind of its steps.
        kept: summary of a step, with {name}; `removed` likewise.
        renamed: the same, with {old} and {new}.
        taken: error: another one has that {name}.
        gone: error: it is no longer kept.
    """

    step: str
    kept: Message
    renamed: Message
    removed: Message
    taken: Message
    gone: Message


@dataclass(frozen=True, slots=True)
class KeptByName(Generic[Thing]):
    """The acts on one kind.

    Attributes:
        store: the library.
        rows: of repositories or of a unit of work: the rows of the kind.
        words: of the kind.
    """

    store: Store
    rows: Callable[[Any], Any]
    words: Words

    def keep(self, corpus: str, name: str, make: Callable[[str, str], Thing]) -> Outcome[Thing]:
        """Keep one under a name; one that has the name already is replaced.

        Args:
            corpus: uid.
            name: as the person wrote it.
            make: of its uid and its name.

        Raises:
            UserError: there is no such corpus, or the name is none.
        """
        require_name(name)
        name = name.strip()
        with self.store.saving() as unit:
            home = corpus_key(unit, corpus)
            same = same_name(self.rows(unit).of(home), name)
            kept = make(same.uid if same else new_uid(), name)
            if same == kept:
                return Outcome(kept)
            step = unit.step(self.words.step, _with(self.words.kept, name=name), corpus_key=home)
            self.rows(unit).keep(home, kept, step)
            return Outcome(kept, Touched.CORPORA, step=unit.commit())

    def rename(self, uid: str, name: str) -> Outcome[Thing]:
        """Give it another name.

        Raises:
            UserError: it is no longer kept, the name is none, or another one has it.
        """
        require_name(name)
        name = name.strip()
        with self.store.saving() as unit:
            home, old = self._home(unit, uid)
            kept: dict[str, Any] = {each.uid: each for each in self.rows(unit).of(home)}
            other = same_name(kept.values(), name)
            if other is not None and other.uid != uid:
                raise UserError(_with(self.words.taken, name=name))
            renamed: Thing = replace(kept[uid], name=name)
            if name == old:
                return Outcome(renamed)
            step = unit.step(self.words.step, _with(self.words.renamed, old=old, new=name), corpus_key=home)
            self.rows(unit).keep(home, renamed, step)
            return Outcome(renamed, Touched.CORPORA, step=unit.commit())

    def remove(self, uid: str) -> Outcome[None]:
        """Keep it no longer.

        Raises:
            UserError: it is no longer kept.
        """
        with self.store.saving() as unit:
            home, name = self._home(unit, uid)
            step = unit.step(self.words.step, _with(self.words.removed, name=name), corpus_key=home)
            self.rows(unit).end(uid, step)
            return Outcome(None, Touched.CORPORA, step=unit.commit())

    def _home(self, unit: Any, uid: str) -> tuple[int, str]:
        """Key of the corpus that keeps it, and its name."""
        found: tuple[int, str] | None = self.rows(unit).home(uid)
        if found is None:
            raise UserError(self.words.gone)
        return found


def same_name(kept: Iterable[Thing], name: str) -> Thing | None:
    """The one of that name, without regard to case."""
    sought = name_key(name.strip())
    return next((each for each in kept if name_key(each.name) == sought), None)


def _with(template: Message, **values: str) -> Message:
    return replace(template, values=values)
