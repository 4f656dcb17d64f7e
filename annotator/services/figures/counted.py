"""Which layers and documents of a corpus count, as the person narrowed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.document import COUNTED, Status
from annotator.services.documents.fitting import listed
from annotator.services.lookup import corpus_key
from annotator.storage.repositories.layers import STATUSES

if TYPE_CHECKING:
    from annotator.model.document import Annotator
    from annotator.model.figures import Scope
    from annotator.storage.repositories import Repositories


@dataclass(frozen=True, slots=True)
class Counted:
    """The layers and documents that a scope lets count.

    Attributes:
        home: key of the corpus.
        owners: keys of the annotators that count.
        layers: layer key -> (document key, annotator key, status) of those that count.
        documents: key -> (uid, title, status, code points) of those that count, in import order.
    """

    home: int
    owners: frozenset[int]
    layers: dict[int, tuple[int, int, Status]]
    documents: dict[int, tuple[str, str, Status, int]]

    @property
    def finished(self) -> frozenset[int]:
        """Keys of the documents on which a layer that counts is done."""
        return frozenset(document for document, _, status in self.layers.values() if status is Status.DONE)

    @classmethod
    def of(cls, view: Repositories, corpus: str, scope: Scope) -> Counted:
        """What counts of a corpus.

        Raises:
            UserError: there is no such corpus.
        """
        home = corpus_key(view, corpus)
        people = view.people.all()
        owners = frozenset(key for key, person in people.items() if _counts(person, scope))
        chosen = _chosen(view, home, scope)
        documents = {
            key: (uid, title, STATUSES[status], characters)
            for key, uid, title, status, characters in view.figures.documents(home)
            if chosen is None or key in chosen
        }
        layers = {
            layer: (document, owner, Status(status))
            for layer, document, owner, status in view.figures.layers(home)
            if owner in owners and document in documents
        }
        return cls(home, owners, layers, documents)


def _counts(person: Annotator, scope: Scope) -> bool:
    if scope.annotator:
        return person.uid == scope.annotator
    return scope.everyone or person.kind in COUNTED


def _chosen(view: Repositories, home: int, scope: Scope) -> set[int] | None:
    """Keys of the documents that a scope is narrowed to; None for all."""
    found = None
    if scope.tag:
        found = {key for key, tags in view.figures.tags(home).items() if scope.tag in tags}
    if scope.search:
        fitting = set(listed(view, home, scope.search))
        found = fitting if found is None else found & fitting
    return found
