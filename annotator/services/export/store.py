"""What an export needs of the library: a snapshot, read while saving goes on; storage implements it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping
    from contextlib import AbstractContextManager

    from annotator.agreement.report import Agreed
    from annotator.formats.base import OutgoingDocument
    from annotator.messages import Message
    from annotator.model.codebook import Guidance
    from annotator.model.document import Annotator, Corpus, Document, Status
    from annotator.model.label import Label


class Refuse(Protocol):
    """Takes note of a document that is left out, and why."""

    def __call__(self, document: Document, reason: Message) -> None:
        """It is not given."""
        ...


class ExportSnapshot(Protocol):
    """One read transaction on a connection of its own: everything it gives is of one moment."""

    def corpus(self, name_or_uid: str) -> Corpus:
        """The living corpus of that name (else of that uid); raises UserError when there is none."""
        ...

    def labels(self, corpus: str) -> tuple[Label, ...]:
        """The label set of the corpus (its uid) in order."""
        ...

    def guidance(self, corpus: str) -> Mapping[str, Guidance]:
        """What the codebook of the corpus (its uid) says of labels, by the label's uid."""
        ...

    def annotators(self, corpus: str) -> tuple[Annotator, ...]:
        """Everyone with a layer on a living document of the corpus, empty layers too, by (name, uid)."""
        ...

    def main_of(self, name_or_uid: str) -> str:
        """The uid of whom the annotator of that name or uid was joined to; what was given without that."""
        ...

    def arrivals(self, corpus: str) -> tuple[Annotator, ...]:
        """The same in the order in which the library came to know them."""
        ...

    def count_documents(self, corpus: str, status: Status | None) -> int:
        """So many documents will `rows` give or refuse."""
        ...

    def fitting(self, corpus: str, search: str, status: Status | None) -> frozenset[int]:
        """Keys of the living documents of a (derived) status that fit a search of the document list."""
        ...

    def agreement(
        self,
        corpus: str,
        status: Status | None,
        keys: Container[int] | None,
        takes: Callable[[Document], bool],
    ) -> Agreed:
        """How far people agree on the documents that `rows` gives and `takes` lets through."""
        ...

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
        """Every living document in import order, by two ordered selects, memory flat.

        Args:
            corpus: uid.
            annotators: uids -> uids that stand for them in layers and spans; only their layers and spans are
                in the documents. Documents without come too.
            status: only documents of this (derived) status; None for all.
            refuse: called for each document that is damaged, and is not given.
            keys: only documents of these; None for all.
            only: uid of the one document to give; None for all.
        """
        ...


class ExportStore(Protocol):
    """The library as an export sees it."""

    def snapshot(self) -> AbstractContextManager[ExportSnapshot]:
        """A snapshot that ends with the with-block."""
        ...

    def own_files(self) -> tuple[str, ...]:
        """Paths no export may write to: library, lock, -wal and -shm."""
        ...
