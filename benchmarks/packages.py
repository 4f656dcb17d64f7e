"""A package with 200 articles and 10,000 spans: made, previewed, merged, merged again, sent anew."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

from annotator.model.changes import SpanRemoved
from annotator.model.identity import new_uid
from annotator.model.package import PackageWish
from annotator.services.library import Library, open_library
from benchmarks.child import Clock, Result, run_child
from benchmarks.corpus import LABELS, articles, marks
from benchmarks.rows import Row
from benchmarks.workshop import CORPUS, import_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SPANS = 50
_CHARACTERS = 5400
"""Of an article on which there are at least so many spans."""


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    documents = 40 if quick else 200
    source = _file(folder, documents)
    import_file(str(source), str(folder / "lan.annotator"))
    result = run_child("packages:measure", folder, where=str(folder))
    what = f"package of {documents} documents and {int(result['spans']):,} spans"
    yield Row(f"{what}: made", result["made"], "s")
    yield Row(f"{what}: what merging would do", result["preview"], "s")
    yield Row(f"{what}: merged", result["merged"], "s", None if quick else 5.0)
    yield Row(f"{what}: merged again", result["again"], "s", None if quick else 1.0)
    yield Row(f"{what}: merged with 1 change in each document", result["changed"], "s", 5.0)
    yield Row(f"{what}: memory", result["peak_mb"], "MB")


def measure(where: str) -> Result:
    """Seconds of each act; the colleague's library has the documents already, as after an assignment."""
    with open_library(f"{where}/lan.annotator") as lan, open_library(f"{where}/lead.annotator") as lead:
        corpus = lan.corpora.named(CORPUS).uid
        _made(lan, corpus, "assignment", "", f"{where}/work.zip")
        lead.packages.merge(f"{where}/work.zip")
        clock = Clock()
        _made(lan, corpus, "return", "Lan", f"{where}/back.zip")
        found = {"made": clock.result()["seconds"]}
        for name, act in (
            ("preview", lead.packages.preview),
            ("merged", lead.packages.merge),
            ("again", lead.packages.merge),
        ):
            clock = Clock()
            done = act(f"{where}/back.zip")
            found[name] = clock.result()["seconds"]
        assert getattr(done, "step", 0) is None
        _change(lan, corpus)
        _made(lan, corpus, "return", "Lan", f"{where}/newer.zip")
        clock = Clock()
        newer = lead.packages.merge(f"{where}/newer.zip").value
        found["changed"] = clock.result()["seconds"]
        spans = sum(row.spans for row in lead.documents.listing(corpus) for row in row.layers)
        assert newer.changes_new == newer.documents_known
        return {**found, "spans": spans + newer.documents_known}


def _made(library: Library, corpus: str, kind: str, person: str, path: str) -> None:
    library.packages.make(PackageWish(corpus, kind, path, person))


def _change(library: Library, corpus: str) -> None:
    """Take one span away on each document."""
    lan = library.people.annotator("Lan")
    for row in library.documents.listing(corpus):
        span = library.documents.open(row.uid, lan.uid).state.spans()[0]
        library.annotating.apply(row.uid, (SpanRemoved(span),), annotator_uid=lan.uid, actor_uid=lan.uid)


def _file(folder: Path, documents: int) -> Path:
    source = folder / "lan.jsonl"
    chance = random.Random(5)  # noqa: S311  (made-up data)
    lan = {"uid": new_uid(), "name": "Lan", "kind": "person"}
    corpus = {"name": CORPUS, "labels": [{"name": name} for name in LABELS]}
    head = {"format": "annotator-jsonl", "version": 1, "corpus": corpus, "annotators": [lan]}
    with source.open("w", encoding="utf-8") as file:
        file.write(json.dumps(head) + "\n")
        for title, text in articles(documents, _CHARACTERS):
            spans = [
                {"start": start, "end": end, "label": label, "annotator": lan["uid"]}
                for start, end, label in marks(text, chance)[:_SPANS]
            ]
            file.write(json.dumps({"uid": new_uid(), "title": title, "text": text, "spans": spans}) + "\n")
    return source
