"""A corpus as an export reads it: one moment, two ordered selects, while saving goes on."""

from __future__ import annotations

import contextlib
from functools import partial
from itertools import repeat
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from annotator import ways
from annotator.agreement.gathering import agreed
from annotator.agreement.report import AgreementScope
from annotator.errors import UserError
from annotator.formats.base import OutgoingDocument, OutgoingSpan
from annotator.messages import say
from annotator.services.documents.fitting import listed
from annotator.services.labels.codebook import told_of
from annotator.services.lookup import corpus_key
from annotator.services.review.comparing import Comparing, shared_documents
from annotator.storage.repositories.layers import STATUSES
from annotator.storage.repositories.spans import load_parts
from annotator.storage.repositories.stream import SpanRow

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence

    from annotator.agreement.report import Agreed
    from annotator.messages import Message
    from annotator.model.codebook import Guidance
    from annotator.model.document import Annotator, Corpus, Document, Status
    from annotator.model.label import Label
    from annotator.services.export.store import Refuse
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.stream import StreamedDocument
    from annotator.storage.store import Store

_make_span: Final = partial(tuple.__new__, OutgoingSpan)
_END, _LABEL = map(itemgetter, map(SpanRow._fields.index, ("end", "label")))

_UNREADABLE: Final = say(
    "It is damaged: its title, its text or its metadata cannot be read. {way}", way=ways.LOOK
)
_DAMAGED: Final = say("Its text is damaged: it is not the one that was saved. {way}", way=ways.LOOK)
_SPANS_DAMAGED: Final = say(
    "Its spans are damaged: one ends behind the text, or has a label that the corpus does not know. {way}",
    way=ways.LOOK,
)
_NUL: Final = say(
    "Its title, its text or its metadata hold the character NUL, which files of text cannot hold. Import it "
    "again without that."
)


class Snapshot:
    """One read transaction on a connection of its own."""

    def __init__(self, view: Repositories) -> None:
        self._view = view

    def corpus(self, name_or_uid: str) -> Corpus:
        """The living corpus of that name, else of that uid.

        Raises:
            UserError: there is none.
        """
        key = self._view.corpora.named(name_or_uid) or self._view.corpora.key_of(name_or_uid)
        found = None if key is None or self._view.corpora.is_binned(key) else self._view.corpora.get(key)
        if found is None:
            known = ", ".join(corpus.name for corpus in self._view.corpora.listed()) or "–"
            raise UserError(
                say(
                    "There is no corpus named {name}. This library has: {known}.",
                    name=name_or_uid,
                    known=known,
                )
            )
        return found

    def labels(self, corpus: str) -> tuple[Label, ...]:
        """The label set of a corpus in order."""
        return tuple(self._view.labels.usable(corpus_key(self._view, corpus)).values())

    def guidance(self, corpus: str) -> dict[str, Guidance]:
        """What the codebook says of the labels of a corpus, by the label's uid."""
        home = corpus_key(self._view, corpus)
        told = told_of(self._view, home, list(self._view.labels.usable(home)))
        return {one.label: one for one in told.values() if not one.is_empty}

    def annotators(self, corpus: str) -> tuple[Annotator, ...]:
        """Everyone with a layer on a living document, empty ones too, by name and uid."""
        people = self._view.people.all()
        owners = self._view.layers.owners(corpus_key(self._view, corpus))
        return tuple(sorted((people[key] for key in owners), key=lambda person: (person.name, person.uid)))

    def main_of(self, name_or_uid: str) -> str:
        """The uid of whom the annotator of that name or uid was joined to; what was given without that."""
        united = self._view.people.united
        each = self._view.people.each()
        called = [key for key, person in each.items() if name_or_uid in (person.uid, person.name)]
        mains = {united.main(key) for key in called}
        return each[mains.pop()].uid if len(mains) == 1 and united.mains else name_or_uid

    def arrivals(self, corpus: str) -> tuple[Annotator, ...]:
        """The same in the order in which the library came to know them."""
        owners = set(self._view.layers.owners(corpus_key(self._view, corpus)))
        return tuple(person for key, person in self._view.people.all().items() if key in owners)

    def count_documents(self, corpus: str, status: Status | None) -> int:
        """How many documents `rows` gives."""
        counts = self._view.lists.counts(corpus_key(self._view, corpus))
        if status is None:
            return counts.total
        return (counts.new, counts.in_progress, counts.done)[STATUSES.index(status)]

    def fitting(self, corpus: str, search: str, status: Status | None) -> frozenset[int]:
        """Keys of the living documents that fit a search, as the document list has it."""
        return listed(self._view, corpus_key(self._view, corpus), search, status)

    def agreement(
        self,
        corpus: str,
        status: Status | None,
        keys: Container[int] | None,
        takes: Callable[[Document], bool],
    ) -> Agreed:
        """How far people agree on the documents that `rows` gives and `takes` lets through."""
        home = corpus_key(self._view, corpus)
        chosen = listed(self._view, home, "", status) if status is not None and keys is None else keys
        shared = shared_documents(self._view, home, chosen)
        if not shared:
            return agreed(())
        documents = Comparing(self._view, corpus, AgreementScope(), keys=shared).documents()
        return agreed(each.compared for each in documents if takes(each.document))

    def rows(
        self,
        corpus: str,
        annotators: Mapping[str, str],
        status: Status | None,
        refuse: Refuse,
        *,
        keys: Container[int] | None = None,
        only: str | None = None,
    ) -> Iterator[OutgoingDocument]:
        """Living documents in import order with the layers and spans of these annotators.

        Args:
            corpus: uid.
            annotators: uids -> uids that stand for them.
            status: only documents of this status; None for all.
            refuse: called for each document that is damaged, and is not given.
            keys: only documents of these; None for all.
            only: uid of the one document to give; None for all.
        """
        view, home = self._view, corpus_key(self._view, corpus)
        people = view.people.all().items()
        uids = {key: annotators[person.uid] for key, person in people if person.uid in annotators}
        names = view.labels.all_names(home)
        key = None if only is None else view.documents.key_of(only)
        if only is not None and key is None:
            return
        for held in view.stream.documents(home, list(uids), status, keys, key):
            problem = _problem_of(held, names)
            if problem is not None:
                refuse(held.document, problem)
                continue
            yield OutgoingDocument(
                document=held.document,
                layers=tuple((uids[key], state) for key, state in held.layers),
                spans=_outgoing(held.rows, names, uids),
                status=STATUSES[held.status],
            )


def _problem_of(held: StreamedDocument, names: Mapping[int, str]) -> Message | None:
    """Why a document cannot leave the library."""
    document, rows = held.document, held.rows
    if not held.is_readable:
        return _UNREADABLE
    if not held.is_whole:
        return _DAMAGED
    if rows and (max(map(_END, rows)) > len(document.text) or not names.keys() >= set(map(_LABEL, rows))):
        return _SPANS_DAMAGED
    if "\0" in document.text or "\0" in document.title or "\0" in "".join(document.metadata.values()):
        return _NUL
    return None


def _outgoing(
    rows: Sequence[tuple[Any, ...]], names: Mapping[int, str], uids: Mapping[int, str]
) -> tuple[OutgoingSpan, ...]:
    """Rows of the stream as spans to write; a column at a time, which takes a third as long."""
    if not rows:
        return ()
    _, annotators, own, starts, ends, labels, notes, flags, origins, parts = zip(*rows, strict=True)
    columns = (
        starts,
        ends,
        map(names.__getitem__, labels),
        map(uids.__getitem__, annotators),
        own,
        notes,
        [tuple(each.split()) for each in flags] if any(flags) else repeat(()),
        origins,
        [load_parts(each) if each else None for each in parts] if any(parts) else repeat(None),
    )
    return tuple(map(_make_span, zip(*columns, strict=False)))


class Snapshots:
    """Where exports read from."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """A consistent state that ends with the block."""
        with self._store.reading() as view:
            yield Snapshot(view)

    def own_files(self) -> tuple[str, ...]:
        """Files no export may write to."""
        path = str(self._store.path)
        return tuple(f"{path}{suffix}" for suffix in ("", "-wal", "-shm", "-journal", ".lock"))
