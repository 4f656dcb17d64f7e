"""Documents with the layers that are compared, streamed from one moment of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.agreement.compared import Compared
from annotator.errors import UserError
from annotator.messages import say
from annotator.model.document import COUNTED, Status
from annotator.model.span import Span
from annotator.services.documents.fitting import listed
from annotator.services.lookup import corpus_key, document_key
from annotator.services.people import find_annotator
from annotator.services.review.figuring import ready_documents
from annotator.storage.repositories.spans import load_parts

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from annotator.agreement.report import AgreementScope
    from annotator.model.document import Annotator, Corpus, Document
    from annotator.model.label import Label
    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.stream import StreamedDocument


class Held(NamedTuple):
    """A document as it is kept, and as it is compared."""

    document: Document
    compared: Compared


class Comparing:
    """What a scope chooses of a corpus, read by one view.

    Args:
        view: of the library.
        corpus: uid.
        scope: whose layers on which documents.
        keys: documents to read instead of those of the scope.

    Attributes:
        corpus: as it is now.
        people: those compared, in the order named, else in the order in which they came.
        labels: of the corpus by uid, in order, inactive ones behind.

    Raises:
        UserError: there is no such corpus, annotator or document.
    """

    def __init__(
        self, view: Repositories, corpus: str, scope: AgreementScope, *, keys: frozenset[int] | None = None
    ) -> None:
        self._view = view
        self._scope = scope
        self._home = corpus_key(view, corpus)
        self.corpus: Corpus = view.corpora.get(self._home)
        self.labels: Mapping[str, Label] = view.labels.told(self._home)
        self.people = _people(view, self._home, scope)
        self._chosen = keys if keys is not None else _chosen(view, self._home, self.corpus, scope)

    def documents(self, *, only: str = "") -> Iterator[Held]:
        """The documents in import order with the layers of these people, also those on which nobody has one.

        Args:
            only: uid of the one document to give; "" for all of the scope.
        """
        uids = {person.uid for person in self.people}
        owners = {key: each.uid for key, each in self._view.people.all().items() if each.uid in uids}
        labels = self._view.labels.all_uids(self._home)
        one = document_key(self._view, only) if only else None
        for held in self._view.stream.documents(self._home, list(owners), None, self._chosen, one):
            yield Held(held.document, self._compared(held, owners, labels))

    def last_changed(self) -> dict[str, str]:
        """Document's uid -> when a layer of these people on it was last changed, UTC."""
        uids = {person.uid for person in self.people}
        owners = [key for key, each in self._view.people.all().items() if each.uid in uids]
        return self._view.figures.last_changed(self._home, owners)

    def _compared(
        self, held: StreamedDocument, owners: Mapping[int, str], labels: Mapping[int, str]
    ) -> Compared:
        """The document with its layers in the order of `people`, whatever order they were made in."""
        wanted = (Status.DONE,) if self._scope.done_only else tuple(Status)
        found: dict[str, list[Span]] = {
            owners[key]: [] for key, status in held.layers if status in wanted and key in owners
        }
        for row in held.rows:
            layer = found.get(owners[row[1]])
            if layer is not None:
                layer.append(_span(row, labels))
        layers = {person.uid: found[person.uid] for person in self.people if person.uid in found}
        return Compared(held.document.uid, held.document.text, layers)


def shared_documents(view: Repositories, home: int, chosen: Container[int] | None) -> frozenset[int]:
    """Keys of the documents, of those chosen, on which at least two people have a layer."""
    people = view.people.all()
    looked: dict[int, set[str]] = {}
    for _, document, owner, _ in view.figures.layers(home):
        if people[owner].kind in COUNTED and (chosen is None or document in chosen):
            looked.setdefault(document, set()).add(people[owner].uid)
    return frozenset(document for document, uids in looked.items() if len(uids) > 1)


def _span(row: tuple[Any, ...], labels: Mapping[int, str]) -> Span:
    _, _, uid, start, end, label, note, flags, origin, parts = row
    told = tuple(flags.split()) if flags else ()
    return Span(uid, start, end, labels[label], note, told, origin, load_parts(parts) if parts else None)


def _people(view: Repositories, home: int, scope: AgreementScope) -> tuple[Annotator, ...]:
    if scope.annotators:
        named = [_annotator(view, each) for each in scope.annotators]
        return tuple({person.uid: person for person in named}.values())
    people = view.people.all()
    owners = [people[key] for key in sorted(view.layers.owners(home))]
    return tuple({person.uid: person for person in owners if person.kind in COUNTED}.values())


def _annotator(view: Repositories, uid: str) -> Annotator:
    found = find_annotator(view, uid)
    if found is None:
        raise UserError(say("There is no annotator {uid} in this library.", uid=uid))
    return found


def _chosen(view: Repositories, home: int, corpus: Corpus, scope: AgreementScope) -> frozenset[int] | None:
    """Keys of the documents that the scope is narrowed to; None for all."""
    chosen = None
    if scope.documents:
        living = frozenset(view.documents.living(home))
        chosen = frozenset(_document(view, uid, corpus, living) for uid in scope.documents)
    if scope.search:
        fitting = listed(view, home, scope.search)
        chosen = fitting if chosen is None else chosen & fitting
    if scope.ready_only:
        ready = ready_documents(view, home)
        chosen = ready if chosen is None else chosen & ready
    return chosen


def _document(view: Repositories, uid: str, corpus: Corpus, living: frozenset[int]) -> int:
    key = document_key(view, uid)
    if key not in living:
        raise UserError(
            say("There is no document {uid} in the corpus “{corpus}”.", uid=uid, corpus=corpus.name)
        )
    return key
