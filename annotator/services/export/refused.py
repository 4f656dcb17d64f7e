"""Documents that an export leaves out because they are damaged, or because its format cannot write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.formats.base import LossReport, UnwritableError
from annotator.messages import say
from annotator.services.export.facts import Refused
from annotator.services.export.nowhere import FolderInMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from annotator.formats.base import OutgoingDocument, OutgoingHead
    from annotator.messages import Message
    from annotator.model.document import Document
    from annotator.services.export.preview import Write


class Refusals:
    """The documents that are left out, each once, in the order in which they were found."""

    def __init__(self) -> None:
        self._found: dict[str, Refused] = {}

    def add(self, document: Document, reason: Message) -> None:
        """Leave a document out; of several reasons the first counts."""
        self._found.setdefault(document.uid, Refused(document.uid, document.title, reason))

    @property
    def all(self) -> tuple[Refused, ...]:
        """All so far."""
        return tuple(self._found.values())

    def check(self, written: int) -> None:
        """Refuse an export that would write nothing because of them.

        Raises:
            UserError: none was written.
        """
        if self._found and not written:
            first = next(iter(self._found.values()))
            raise UserError(
                say(
                    "Every document had to be left out, so nothing was written. {title} ({uid}): {reason}",
                    title=first.title,
                    uid=first.document,
                    reason=first.reason,
                )
            )

    def without(
        self, documents: Iterable[OutgoingDocument], passed: Callable[[], None]
    ) -> Iterator[OutgoingDocument]:
        """The documents that are not left out; `passed` is called for each other one."""
        for document in documents:
            if document.document.uid in self._found:
                passed()
            else:
                yield document


def try_each(
    head: OutgoingHead, documents: Iterable[OutgoingDocument], write: Write, refusals: Refusals
) -> None:
    """Write each document alone, to nowhere, and leave out those that cannot be written."""
    for document in documents:
        try:
            write(head, [document], FolderInMemory(), LossReport())
        except UnwritableError as error:
            refusals.add(error.document, error.reason)
