"""A small library to show Review with: our own sample articles, labelled by three people who differ.

Who marks what is a function of the sample's spans alone, so that each time it is the same.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.services.library import Library

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "sample-corpus.jsonl"
PEOPLE = ("Hoa", "Minh", "Thảo")
AGREED = 1
"""Place of the article on which all agree, and whose gold is finished."""
NOT_GIVEN = 3
"""Place of the article that the last of them was not given."""
OTHER = {"position": "organization", "organization": "position", "campaign": "award", "award": "campaign"}
Mark = tuple[int, int, str]
"""Start, end (code points, half open), name of the label."""


def make_reviewed(path: Path) -> tuple[str, str]:
    """Make the library.

    Args:
        path: of the file that is made.

    Returns:
        Uid of the document to compare, and of the cluster in it to stand at: one where edges differ.
    """
    from annotator.model.review import Premerge
    from annotator.services.library import open_library

    head, *articles = map(json.loads, SAMPLE.read_text("utf-8").splitlines())
    with open_library(str(path)) as library:
        corpus = library.corpora.create(head["corpus"]["name"]).value.uid
        labels = _define(library, corpus, head["corpus"]["labels"])
        people = [library.people.create(name).value.uid for name in PEOPLE]
        documents = []
        for place, article in enumerate(each for each in articles if each["spans"]):
            made = library.documents.add(corpus, article["title"], article["text"]).value.uid
            documents.append(made)
            for person, marks in enumerate(_layers(place, article)):
                _label(library, made, people[person], marks, labels)
        library.review.premerge(documents[:1], Premerge.UNANIMOUS)
        library.review.finish(documents[AGREED])
        return documents[0], _settled_up_to(library, documents[0])


def _define(library: Library, corpus: str, wanted: list[dict[str, str]]) -> dict[str, str]:
    """Give the labels the sample's definitions; uid by name."""
    uids = {each.label.name: each.label.uid for each in library.labels.list(corpus)}
    for label in wanted:
        library.labels.change(uids[label["name"]], corpus=corpus, definition=label["definition"])
    return uids


def _layers(place: int, article: dict[str, object]) -> Iterator[list[Mark]]:
    """What each person marks in the article at that place."""
    text, spans = str(article["text"]), article["spans"]
    marks = [(span["start"], span["end"], span["label"]) for span in spans]  # type: ignore[attr-defined]
    if place == AGREED:
        yield from (marks, marks, marks)
        return
    yield [mark for number, mark in enumerate(marks) if number % 11 != 4]
    yield [
        _shorter(mark, text) if number % 4 == 1 else mark
        for number, mark in enumerate(marks)
        if number % 9 != 6
    ]
    if place != NOT_GIVEN:
        yield [
            _other(mark) if number % 7 == 3 else mark for number, mark in enumerate(marks) if number % 8 != 5
        ]


def _shorter(mark: Mark, text: str) -> Mark:
    """Without its last word, where it has several."""
    start, end, label = mark
    head, space, _ = text[start:end].rpartition(" ")
    return (start, start + len(head.rstrip(",;")), label) if space else mark


def _other(mark: Mark) -> Mark:
    start, end, label = mark
    return start, end, OTHER.get(label, label)


def _label(library: Library, document: str, person: str, marks: list[Mark], labels: dict[str, str]) -> None:
    from annotator.model.changes import SpanAdded, StatusChanged
    from annotator.model.document import Status
    from annotator.model.identity import new_uid
    from annotator.model.span import Span

    added = [
        SpanAdded(Span(new_uid(), start, end, labels[name])) for start, end, name in dict.fromkeys(marks)
    ]
    done = StatusChanged(Status.IN_PROGRESS, Status.DONE)
    library.annotating.apply(document, (*added, done), annotator_uid=person)


def _settled_up_to(library: Library, document: str) -> str:
    """Rule on the first differences as most have them; uid of the next one where edges differ."""
    from annotator.model.review import Difference, GoldRange, Ruling, Verdict

    wanted = ""
    for number, cluster in enumerate(
        each for each in library.review.document(document).clusters if each.is_open
    ):
        if cluster.difference is Difference.BOUNDARY and cluster.majority is not None and number > 4:
            return cluster.uid
        if cluster.majority is not None and number <= 4:
            first = cluster.variants[cluster.majority]
            take = GoldRange(first.start, first.end, first.label)
            library.review.decide(Ruling(document, cluster.uid, Verdict.TAKE, (take,)))
        wanted = wanted or cluster.uid
    return wanted
