"""The library that the pictures of Review are taken of: the same each time, with something of every class."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from annotator.model.review import Difference
from annotator.services.library import open_library

ROOT = Path(__file__).resolve().parents[2]


def marked(path: Path, document: str) -> list[tuple[str, list[int], int]]:
    with open_library(str(path), writable=False) as library:
        clusters = library.review.document(document).clusters
        return [(each.difference.value, [each.start, each.end], len(each.variants)) for each in clusters]


def test_it_is_the_same_each_time_and_holds_every_class(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("reviewed", ROOT / "docs" / "tools" / "reviewed.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    first, cluster = made.make_reviewed(tmp_path / "first.annotator")
    second, _ = made.make_reviewed(tmp_path / "second.annotator")
    found = marked(tmp_path / "first.annotator", first)
    assert found == marked(tmp_path / "second.annotator", second)
    assert {kind for kind, *_ in found} == {each.value for each in Difference}
    with open_library(str(tmp_path / "first.annotator"), writable=False) as library:
        shown = next(each for each in library.review.document(first).clusters if each.uid == cluster)
        rows = library.review.overview(next(iter(library.corpora.list())).uid).rows
    assert (shown.difference, shown.is_open, shown.majority) == (Difference.BOUNDARY, True, 0)
    assert [row.is_finished for row in rows] == [False, True, False, False, False]
