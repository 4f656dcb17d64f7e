"""Use-cases on corpora: make, rename, put into the bin and take out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.identity import new_uid
from annotator.model.outcome import Outcome, Touched
from annotator.services.labels.beginning import Beginning, beginning
from annotator.services.labels.names import require_name
from annotator.services.lookup import corpus_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.messages import Message
    from annotator.model.document import Corpus
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork


class Corpora:
    """The corpora of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> Sequence[Corpus]:
        """Living corpora by name, with counts."""
        with self._store.reading() as view:
            return view.corpora.listed()

    def binned(self) -> Sequence[Corpus]:
        """Corpora in the bin, by name."""
        with self._store.reading() as view:
            return view.corpora.listed(binned=True)

    def named(self, name: str) -> Corpus:
        """The living corpus of that name, case and form of accents aside, or of that uid.

        Raises:
            UserError: there is none; the sentence lists those there are.
        """
        with self._store.reading() as view:
            key = view.corpora.named(name) or view.corpora.key_of(name)
            found = None if key is None or view.corpora.is_binned(key) else view.corpora.get(key)
            if found is None:
                raise _unknown(name, [corpus.name for corpus in view.corpora.listed()])
            return found

    def create(self, name: str, *, with_labels: bool = True, guidelines: str = "") -> Outcome[Corpus]:
        """Make a corpus, with the standard five labels unless told otherwise.

        Raises:
            UserError: the name is taken or not possible.
        """
        with self._store.saving() as unit:
            language = self._store.language()
            key = add_corpus(unit, name, with_labels=with_labels, guidelines=guidelines, language=language)
            made = unit.corpora.get(key)
            step = unit.commit()
        return Outcome(made, Touched.CORPORA | Touched.LABELS, step=step)

    def rename(self, uid: str, name: str) -> Outcome[Corpus]:
        """Give a corpus another name.

        Raises:
            UserError: the name is taken or not possible, or there is no such corpus.
        """
        with self._store.reading() as view:
            before = view.corpora.get(corpus_key(view, uid))
        return self._change(
            uid, "corpus.rename", say("Corpus {old} renamed to {new}", old=before.name, new=name), name=name
        )

    def describe(self, uid: str, guidelines: str) -> Outcome[Corpus]:
        """Write the guidelines of a corpus."""
        return self._change(uid, "corpus.describe", say("Guidelines changed"), guidelines=guidelines)

    def bin(self, uid: str) -> Outcome[Corpus]:
        """Put a corpus with all it holds into the bin; it keeps its uid and can be taken out."""
        name = self._name(uid)
        return self._change(uid, "corpus.bin", say("Corpus {name} put into the bin", name=name), binned=1)

    def unbin(self, uid: str) -> Outcome[Corpus]:
        """Take a corpus out of the bin.

        Raises:
            UserError: a living corpus has its name meanwhile.
        """
        name = self._name(uid)
        return self._change(
            uid, "corpus.unbin", say("Corpus {name} taken out of the bin", name=name), binned=0
        )

    def _name(self, uid: str) -> str:
        with self._store.reading() as view:
            return view.corpora.get(corpus_key(view, uid)).name

    def _change(self, uid: str, kind: str, summary: Message, **changes: object) -> Outcome[Corpus]:
        with self._store.saving() as unit:
            key = corpus_key(unit, uid)
            before = unit.corpora.get(key)
            if "name" in changes or changes.get("binned") == 0:
                check_name(unit, str(changes.get("name", before.name)), besides=key)
            if "name" in changes:
                require_name(str(changes["name"]))
            step = unit.step(kind, summary, corpus_key=key)
            unit.corpora.change(key, step, **changes)
            after = unit.corpora.get(key)
            return Outcome(after, Touched.CORPORA, step=unit.commit())


def add_corpus(
    unit: UnitOfWork,
    name: str,
    *,
    with_labels: bool = True,
    guidelines: str = "",
    language: str = "",
    step: int | None = None,
    uid: str | None = None,
) -> int:
    """Make a corpus within a transaction, under a step of its own unless one is given; its key.

    Args:
        unit: the transaction.
        name: of the corpus.
        with_labels: whether it begins with the standard labels.
        guidelines: plain text; "" for those that go with the definitions.
        language: of the definitions that the standard labels begin with; "" for labels without any.
        step: under which it is made.
        uid: of the corpus, None for a new one.

    Raises:
        UserError: the name is taken or not possible.
    """
    check_name(unit, name)
    require_name(name)
    seq = step or unit.step("corpus.create", say("Corpus {name} made", name=name))
    start = beginning(language) if with_labels else Beginning()
    key = unit.corpora.add(uid or new_uid(), name, guidelines or start.guidelines, seq)
    for label in start.labels:
        unit.labels.add(label, key, seq)
    added = {label.uid: label_key for label_key, label in unit.labels.usable(key).items()}
    for told in start.guidance:
        unit.guidance.put(added[told.label], told, seq)
    return key


def check_name(unit: UnitOfWork, name: str, besides: int | None = None) -> None:
    """Refuse a name no corpus may have.

    Raises:
        UserError: it is empty, or a living corpus has it.
    """
    if not name.strip():
        raise UserError(say("A corpus needs a name. Write one and try again."))
    holder = unit.corpora.named(name)
    if holder is not None and holder != besides:
        there = unit.corpora.get(holder).name
        raise UserError(say("There is a corpus named {name} already. Choose another name.", name=there))


def _unknown(name: str, known: list[str]) -> UserError:
    if not known:
        return UserError(say("There is no corpus named {name}: this library has none yet.", name=name))
    return UserError(
        say("There is no corpus named {name}. This library has: {known}.", name=name, known=", ".join(known))
    )
