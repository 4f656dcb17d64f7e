"""Documents, layers and corpora as the rest of the program sees them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Status(Enum):
    """How far an annotator is with a document; the values are the words of every file and option."""

    NEW = "new"
    IN_PROGRESS = "in-progress"
    DONE = "done"


class AnnotatorKind(Enum):
    """What kind of author a layer has; only people and sources count as people in review and agreement."""

    PERSON = "person"
    SOURCE = "source"
    MACHINE = "machine"
    GOLD = "gold"


COUNTED: Final = (AnnotatorKind.PERSON, AnnotatorKind.SOURCE)
"""Kinds whose spans count in lists, review and agreement, and whose layers are worked on."""


@dataclass(frozen=True, slots=True)
class Annotator:
    """Whose work a span is."""

    uid: str
    name: str
    kind: AnnotatorKind = AnnotatorKind.PERSON


def names_apart(people: Sequence[Annotator]) -> dict[str, str]:
    """Name of each annotator by uid, told apart by the uid where two have the same."""
    counts = Counter(person.name for person in people)
    return {
        person.uid: person.name if counts[person.name] == 1 else f"{person.name} ({person.uid})"
        for person in people
    }


@dataclass(frozen=True, slots=True)
class Corpus:
    """A named set of documents with one label set; `documents` and `spans` are counts of the living."""

    uid: str
    name: str
    documents: int = 0
    spans: int = 0
    done: int = 0
    guidelines: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """One annotator's work on one document: `spans` is a count."""

    uid: str
    annotator: Annotator
    status: Status = Status.NEW
    spans: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `text` is exactly what was decoded and never changes; offsets are code points in it."""

    uid: str
    corpus: str
    title: str
    text: str
    metadata: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One line of the document list; `spans` counts the spans of all people's layers."""

    uid: str
    title: str
    status: Status
    spans: int
    characters: int
