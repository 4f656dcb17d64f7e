"""What the lists of the screen and of the command line show: values read together, with their counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.document import COUNTED, AnnotatorKind
from annotator.model.review import GOLD_UID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.changes import LayerState
    from annotator.model.document import Annotator, Document, Layer, Status
    from annotator.model.label import Label
    from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class StatusCounts:
    """How many living documents a corpus has in each status; `total` is their sum."""

    total: int = 0
    new: int = 0
    in_progress: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class LabelCount:
    """A label with the number of spans of people's layers that carry it, and of documents they stand in.

    `is_offered`: whether it is of the label set, or stands beside it as one that came with a package.
    """

    label: Label
    spans: int = 0
    documents: int = 0
    is_offered: bool = True


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """All that the article view needs of one document and one annotator's layer on it.

    Attributes:
        state: the layer as it stands, the caller's own copy; empty and `new` when there is no layer yet.
        labels: those that spans may carry: the label set in order, then those beside it.
        layers: every layer on the document, of people first.
        own: whom the library belongs to; may have no layer here.
        step: number of the newest step in the library as it was read.
        seen: uids of those steps asked about that were in it.
        is_allowed: whether the person said that they want to work in this layer of somebody else.
        is_spared: whether nothing may be suggested here: the document belongs to the agreement sample of a
            round that said so.
        is_reading: whether the whole library is open for reading, so that no layer of it can be changed.
    """

    document: Document
    annotator: Annotator
    state: LayerState
    labels: list[Label]
    layers: list[Layer]
    own: Annotator
    step: int
    seen: frozenset[str]
    is_allowed: bool = False
    is_spared: bool = False
    is_reading: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether there is nobody's layer to tell from others': only the own one, or none."""
        return self.is_own and all(layer.annotator.uid == self.own.uid for layer in self.layers)

    @property
    def is_own(self) -> bool:
        """Whether the open layer is the library's own."""
        return self.annotator.uid == self.own.uid

    @property
    def is_fixed(self) -> bool:
        """Whether the open layer is only to be read now.

        What a machine proposed and what others are held to always is; what another person made, until the
        person at the desk says that they want to work in it. In a library that is open for reading all are.
        """
        if self.is_reading:
            return True
        is_another_s = self.is_guarded or self.annotator.kind not in COUNTED
        return is_another_s and not self.is_allowed

    @property
    def is_guarded(self) -> bool:
        """Whether the open layer is another person's or gold, which is not changed by accident.

        What came with a file, and has nobody else's beside it, is gone on with like one's own. Gold that is
        changed by hand changes the decisions it came from.
        """
        if self.is_own or self.annotator.kind not in COUNTED:
            return self.annotator.uid == GOLD_UID
        others = [layer for layer in self.layers if layer.annotator.kind in COUNTED]
        is_only = all(layer.annotator.uid == self.annotator.uid for layer in others)
        return not (is_only and self.annotator.kind is AnnotatorKind.SOURCE)


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """One document as `documents` lists it."""

    uid: str
    title: str
    characters: int
    status: Status
    layers: tuple[Layer, ...]
    metadata: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SpanRecord:
    """One span with what a list says of it: document uid, owner, label name and covered words."""

    span: Span
    document: str
    annotator: Annotator
    label_name: str
    text: str
