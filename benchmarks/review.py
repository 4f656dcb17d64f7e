"""Several annotators on the same articles: clusters of a document, and the report of agreement on 500."""

from __future__ import annotations

import json
import random
import time
from itertools import starmap
from statistics import median
from typing import TYPE_CHECKING

from annotator.agreement.clusters import clusters
from annotator.agreement.compared import Compared
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import open_library
from benchmarks.child import Clock, Result, run_child
from benchmarks.corpus import LABELS, Mark, articles, marks
from benchmarks.rows import Row
from benchmarks.workshop import CORPUS, import_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PEOPLE = ("An", "Bình", "Chi")
_SPANS = 40
_CHARACTERS = 4300
"""Of an article on which there are at least so many spans."""


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    result = run_child("review:measure_clusters", folder, spans=60)
    yield Row("clusters of 3 layers x 60 spans, CPU", result["ms"], "ms", 20)
    documents = 50 if quick else 500
    library = reviewed_library(folder, documents)
    result = run_child("review:measure_agreement", folder, library=str(library))
    what = f"agreement of {documents} documents x 3 annotators x {_SPANS} spans"
    limit = None if quick else 2.0
    yield Row(f"{what}, CPU", result["cpu"], "s", limit)
    yield Row(f"{what}: a figure's spans", result["behind"], "ms")
    yield Row(f"{what}: also kappa, alpha-U and gamma, CPU", result["by_chance"], "s")
    yield Row(f"{what}: memory", result["peak_mb"], "MB")


def measure_clusters(spans: int) -> Result:
    """CPU ms of one document's clusters, the median of many."""
    chance = random.Random(7)  # noqa: S311  (made-up data)
    text = next(articles(1, 130 * spans))[1]
    marked = marks(text, chance)[:spans]
    layers = {
        person: [Span(new_uid(), *mark) for mark in _as_another(marked, chance)[:spans]] for person in _PEOPLE
    }
    compared = Compared("d", text, layers)
    times = []
    for _ in range(30):
        begun = time.process_time()
        assert clusters(compared)
        times.append(1000 * (time.process_time() - begun))
    return {"ms": median(times)}


def measure_agreement(library: str) -> Result:
    """CPU seconds of the report, wall ms of the spans behind one figure."""
    from annotator.agreement.report import FigureRef

    with open_library(library, writable=False) as opened:
        corpus = opened.corpora.named(CORPUS).uid
        clock = Clock()
        report = opened.agreeing.report(corpus)
        cpu = clock.result()["cpu"]
        assert len(report.pairs) == 3
        clock = Clock()
        pair = report.pairs[0]
        assert opened.agreeing.spans_behind(corpus, FigureRef(pair=(pair.a, pair.b)))
        behind = 1000 * clock.result()["seconds"]
        clock = Clock()
        opened.agreeing.report(corpus, by_chance=True)
        return {"cpu": cpu, "behind": behind, "by_chance": clock.result()["cpu"]}


def reviewed_library(folder: Path, documents: int, spans: int = _SPANS) -> Path:
    """A library in which three people have marked each of so many articles, about alike."""
    source, library = folder / "reviewed.jsonl", folder / "reviewed.annotator"
    chance = random.Random(11)  # noqa: S311  (made-up data)
    people = [{"uid": new_uid(), "name": name, "kind": "person"} for name in _PEOPLE]
    labels = [{"name": name} for name in LABELS]
    head = {
        "format": "annotator-jsonl",
        "version": 1,
        "corpus": {"name": CORPUS, "labels": labels},
        "annotators": people,
    }
    with source.open("w", encoding="utf-8") as file:
        file.write(json.dumps(head) + "\n")
        for title, text in articles(documents, _CHARACTERS * spans // _SPANS):
            marked = marks(text, chance)[:spans]
            told = [
                {"start": start, "end": end, "label": label, "annotator": person["uid"]}
                for person in people
                for start, end, label in _as_another(marked, chance)
            ]
            file.write(json.dumps({"uid": new_uid(), "title": title, "text": text, "spans": told}) + "\n")
    import_file(str(source), str(library))
    return library


def _as_another(marked: list[Mark], chance: random.Random) -> list[Mark]:
    """The spans as somebody else would have set them: most equal, some shorter, renamed or left out."""
    found = dict.fromkeys(starmap(_moved, ((mark, chance.random()) for mark in marked)))
    return [mark for mark in found if mark.start < mark.end and mark.label]


def _moved(mark: Mark, dice: float) -> Mark:
    if dice < 0.7:
        return mark
    if dice < 0.85:
        return mark._replace(end=mark.end - 2)
    if dice < 0.93:
        return mark._replace(label=LABELS[LABELS.index(mark.label) - 1])
    return mark._replace(label="")
