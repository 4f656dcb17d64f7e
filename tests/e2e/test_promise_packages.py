"""People exchange work by files alone: in any order, as often as they like, and killed in the middle."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.model.package import PackageWish
from annotator.services.library import open_library

if TYPE_CHECKING:
    from annotator.services.library import Library

    from .conftest import Article, CommandLine

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def _layer(article: Article, every: int, folder: Path) -> Path:
    """A file with part of the article's spans, as somebody marked them."""
    spans = [
        {"start": start, "end": end, "label": label}
        for number, (start, end, label) in enumerate(sorted(article.gold))
        if number % every
    ]
    file = folder / f"{every}.jsonl"
    file.write_text(json.dumps({"text": article.text, "spans": spans}), encoding="utf-8")
    return file


def _state(file: Path) -> list[tuple[str, str, str, int, int, str]]:
    """Everybody's spans."""
    with open_library(str(file), writable=False) as library:
        assert library.checking.check().sound
        records = library.annotating.spans(library.corpora.named("News").uid)
        return sorted(
            (
                each.document,
                each.annotator.uid,
                each.span.uid,
                each.span.start,
                each.span.end,
                each.label_name,
            )
            for each in records
        )


def _worked(lead: Path, name: str, marked: Path, folder: Path) -> Path:
    """Hand the lead's documents out to somebody who marks them on another machine; what comes back."""
    work, back = folder / f"{name}-work.zip", folder / f"{name}-back.zip"
    with open_library(str(lead)) as library:
        corpus = library.corpora.named("News").uid
        library.packages.make(PackageWish(corpus, "assignment", str(work), name))
    with open_library(str(folder / f"{name}.annotator")) as library:
        library.packages.merge(str(work))
        library.importing.import_paths([str(marked)], corpus, annotator=name)
        library.packages.make(PackageWish(corpus, "return", str(back), name))
    return back


def test_work_goes_out_and_comes_back_in_any_order(
    annotator: CommandLine, article: Article, tmp_path: Path
) -> None:
    annotator("import", article.file, "--corpus", "News")
    first, second = (
        _worked(annotator.library, name, _layer(article, number, tmp_path), tmp_path)
        for number, name in ((2, "An"), (3, "Bình"))
    )
    other = shutil.copyfile(annotator.library, tmp_path / "other.annotator")
    seen = annotator("package", "merge", first, "--dry-run", "--json").json
    done = annotator("package", "merge", first, "--json").json
    assert seen == done
    assert (done["documents_known"], done["layers"], done["conflicts"]) == (1, 1, [])
    annotator("package", "merge", second)
    with open_library(str(other)) as library:
        for back in (second, first, second):
            library.packages.merge(str(back))
    again = annotator("package", "merge", first, "--json", library=other).json
    assert (again["documents_new"], again["changes_new"], again["labels_new"]) == (0, 0, [])
    assert again["changes_known"] == done["changes_new"]
    assert _state(annotator.library) == _state(other)
    steps = annotator("history", "--corpus", "News", "--json", library=other).json
    assert [step["kind"] for step in steps].count("merge") == 2
    make = ("package", "make", "--corpus", "News", "--kind", "return", "--annotator", "An")
    annotator(*make, "--output", first, status=1)


@pytest.fixture
def big(tmp_path: Path) -> tuple[Path, Path]:
    """A lead's library, and a package with 20 documents and 1,000 spans for it."""
    lead, lan, package = (tmp_path / name for name in ("lead.annotator", "lan.annotator", "back.zip"))
    source = tmp_path / "lan.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for number in range(20):
            spans = [{"start": 3 * at, "end": 3 * at + 2, "label": "person"} for at in range(50)]
            file.write(json.dumps({"text": f"ab {number:04}" * 30, "spans": spans}) + "\n")
    with open_library(str(lan)) as library, open_library(str(lead)) as other:
        library.importing.import_paths([str(source)], "News", annotator="Lan")
        corpus = library.corpora.named("News").uid
        for kind, path in (("assignment", tmp_path / "work.zip"), ("return", package)):
            library.packages.make(PackageWish(corpus, kind, str(path), "Lan"))
        other.packages.merge(str(tmp_path / "work.zip"))
    return lead, package


def _merge_in_child(library: Path, package: Path, point: str) -> subprocess.CompletedProcess[str]:
    """Merge in a program that ends itself at `point`, as `merging_child.py` names it."""
    command = [sys.executable, str(HERE / "merging_child.py"), str(library), str(package), point]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_merge_that_is_killed_is_whole_or_nothing(big: tuple[Path, Path], tmp_path: Path) -> None:
    lead, package = big
    counted = _merge_in_child(shutil.copyfile(lead, tmp_path / "count.annotator"), package, "count")
    writes = int(counted.stdout)
    assert writes > 10
    points = ["1", str(writes // 2), str(writes), "before-commit", "in-commit", "after-commit"]
    for point in points:
        library = shutil.copyfile(lead, tmp_path / f"{point}.annotator")
        ended = _merge_in_child(library, package, point)
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        if point == "in-commit":
            log = library.with_name(f"{library.name}-wal")
            assert log.stat().st_size > 100_000, "what the transaction wrote is in the log"
        with open_library(str(library)) as opened:
            corpus = opened.corpora.named("News").uid
            there = 1000 if point == "after-commit" else 0
            assert opened.documents.counts(corpus).total == 20
            assert _spans(opened, corpus) == there, point
            assert opened.checking.check().sound
            told = opened.packages.merge(str(package)).value
            assert (told.changes_new == 0) == (there > 0)
            assert _spans(opened, corpus) == 1000


def _spans(library: Library, corpus: str) -> int:
    return sum(row.spans for row in library.documents.listing(corpus) for row in row.layers)
