"""A corpus as an export reads it: one moment, two ordered selects, while saving goes on."""

from __future__ import annotations

import contextlib
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, Any, Final

from annotator.errors import EnvironmentProblem, UserError
from annotator.formats.base import OutgoingDocument, OutgoingSpan
from annotator.messages import say
from annotator.services.codebook import told_of
from annotator.services.lookup import corpus_key
from annotator.storage.repositories.layers import STATUSES
from annotator.storage.repositories.spans import load_parts
from annotator.text.digest import text_sha256

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from annotator.model.codebook import Guidance
    from annotator.model.document import Annotator, Corpus, Document, Status
    from annotator.model.label import Label
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store

_make_span: Final = partial(tuple.__new__, OutgoingSpan)


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
        return tuple(self._view.labels.active(corpus_key(self._view, corpus)).values())

    def guidance(self, corpus: str) -> dict[str, Guidance]:
        """What the codebook says of the labels of a corpus, by the label's uid."""
        home = corpus_key(self._view, corpus)
        told = told_of(self._view, home, list(self._view.labels.active(home)))
        return {one.label: one for one in told.values() if not one.is_empty}

    def annotators(self, corpus: str) -> tuple[Annotator, ...]:
        """Everyone with a layer on a living document, empty ones too, by name and uid."""
        people = self._view.people.all()
        owners = self._view.layers.owners(corpus_key(self._view, corpus))
        return tuple(sorted((people[key] for key in owners), key=lambda person: (person.name, person.uid)))

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

    def rows(
        self, corpus: str, annotators: Mapping[str, str], status: Status | None, only: str | None = None
    ) -> Iterator[OutgoingDocument]:
        """Living documents in import order with the layers and spans of these annotators.

        Args:
            corpus: uid.
            annotators: uids -> uids that stand for them.
            status: only documents of this status; None for all.
            only: uid of the one document to give; None for all.

        Raises:
            EnvironmentProblem: a text is not the one that was saved.
        """
        view, home = self._view, corpus_key(self._view, corpus)
        people = view.people.all().items()
        uids = {key: annotators[person.uid] for key, person in people if person.uid in annotators}
        names = view.labels.all_names(home)
        key = None if only is None else view.documents.key_of(only)
        if only is not None and key is None:
            return
        for held in view.stream.documents(home, list(uids), status, key):
            if text_sha256(held.document.text) != held.text_sha256:
                raise _damaged(held.document)
            yield OutgoingDocument(
                document=held.document,
                layers=tuple((uids[key], state) for key, state in held.layers),
                spans=_outgoing(held.rows, names, uids),
                status=STATUSES[held.status],
            )


def _damaged(document: Document) -> EnvironmentProblem:
    return EnvironmentProblem(
        say(
            "The text of the document {title} ({uid}) is damaged: it is not the one that was saved. Nothing "
            "was exported. “annotator check” lists all that is wrong, and a backup holds the text as it was.",
            title=document.title,
            uid=document.uid,
        )
    )


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
