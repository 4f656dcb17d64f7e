"""What the pages of packages ask of the services; runs beside the window."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.exchange.dealing import Dealable
from annotator.model.document import COUNTED, AnnotatorKind, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.model.document import Annotator, Layer
    from annotator.model.listing import ListedDocument
    from annotator.model.package import PackageMade, PackageWish
    from annotator.model.rounds import Round, Standing
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress

_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class HandMaterial:
    """What there is to hand out, and to whom.

    Attributes:
        people: persons of the library, who is at the desk first.
        rounds: what was handed out before, with how far people are.
        names: names of rounds, for one that is free.
    """

    people: tuple[Annotator, ...]
    rounds: tuple[tuple[Round, list[Standing]], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A document with gold or decisions: spans in gold, decisions that stand, whether its review is done."""

    document: str
    spans: int
    decisions: int
    is_done: bool


@dataclass(frozen=True, slots=True)
class Work:
    """What one person has on the documents of a corpus.

    Attributes:
        person: who.
        documents: how many they have a layer on; `done`: how many of these are done.
        spans: in those layers.
        is_own: whether they are at the desk.
        judged: of these documents those that gold or a decision is on.
    """

    person: Annotator
    documents: int
    done: int
    spans: int
    is_own: bool
    judged: tuple[Judged, ...] = ()


def hand_material(library: Library, corpus: str) -> HandMaterial:
    """People and rounds of a library, for the corpus of that uid."""
    own = library.people.profile().uid
    people = [one for one in library.people.list() if one.kind is AnnotatorKind.PERSON]
    people.sort(key=lambda one: one.uid != own)
    return HandMaterial(tuple(people), tuple(library.rounds.standings(corpus)))


def work_of(library: Library, corpus: str) -> list[Work]:
    """What every person has in a corpus, who is at the desk first; people without a layer are left out."""
    own = library.people.profile().uid
    decisions = library.review.decisions(corpus)
    found: dict[str, list[tuple[Layer, Judged | None]]] = {}
    people: dict[str, Annotator] = {}
    for listed in library.documents.listing(corpus):
        judged = _judged(listed, decisions.get(listed.uid, 0))
        for layer in listed.layers:
            people[layer.annotator.uid] = layer.annotator
            found.setdefault(layer.annotator.uid, []).append((layer, judged))
    work = [
        _work(people[uid], held, is_own=uid == own)
        for uid, held in found.items()
        if people[uid].kind in COUNTED
    ]
    return sorted(work, key=lambda one: (not one.is_own, one.person.name.casefold()))


def _judged(listed: ListedDocument, decisions: int) -> Judged | None:
    gold = next((each for each in listed.layers if each.annotator.kind is AnnotatorKind.GOLD), None)
    if gold is None:
        return Judged(listed.uid, 0, decisions, is_done=False) if decisions else None
    return Judged(listed.uid, gold.spans, decisions, is_done=gold.status is Status.DONE)


def _work(person: Annotator, held: Sequence[tuple[Layer, Judged | None]], *, is_own: bool) -> Work:
    layers = [layer for layer, _ in held]
    return Work(
        person,
        len(layers),
        sum(layer.status is Status.DONE for layer in layers),
        sum(layer.spans for layer in layers),
        is_own,
        tuple(judged for _, judged in held if judged is not None),
    )


@dataclass(frozen=True, slots=True)
class Fitting:
    """The documents that fit what is chosen, in their order, and their titles by uid."""

    documents: tuple[Dealable, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


def fitting(library: Library, corpus: str, search: str, status: str) -> Fitting:
    """The documents of a corpus that fit, with lengths and titles; `status` is a word of `Status` or ""."""
    keys = library.documents.keys(corpus, search=search, status=Status(status) if status else None)
    rows = library.documents.rows(list(keys))
    documents = tuple(Dealable(row.uid, row.characters) for row in rows)
    return Fitting(documents, {row.uid: row.title for row in rows})


def make_all(library: Library, wishes: Sequence[PackageWish], progress: Progress) -> list[PackageMade]:
    """Make packages one after the other; those made stay when a later one is refused."""
    made = []
    for place, wish in enumerate(wishes):
        progress(place, len(wishes))
        made.append(library.packages.make(wish))
    return made


def free_file(folder: str, words: Sequence[str]) -> Path:
    """The path of a package in a folder that is not there yet, named by these words."""
    stem = _NOT_IN_NAMES.sub(" ", " – ".join(words)).strip(" .")[:_LONGEST] or "package"
    path, number = Path(folder) / f"{stem}.zip", 2
    while path.exists():
        path, number = Path(folder) / f"{stem} {number}.zip", number + 1
    return path
