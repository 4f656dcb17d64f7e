"""Import of own JSONL against parsing it and `sqlite3.executemany` of the same rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.child import Result, medians, run_child
from benchmarks.corpus import write_jsonl
from benchmarks.rows import Row
from benchmarks.workshop import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    count, runs = (1000, 1) if quick else (10_000, 3)
    source = folder / "articles.jsonl"
    spans = write_jsonl(source, count, ARTICLE)
    size = source.stat().st_size / 1e6
    ours: list[Result] = []
    floor: list[Result] = []
    for number in range(runs):
        library, raw = folder / f"{number}.annotator", folder / f"{number}.sqlite"
        ours.append(run_child("workshop:import_file", folder, source=str(source), library=str(library)))
        floor.append(run_child("raw:import_rows", folder, source=str(source), target=str(raw)))
        library.unlink()
        raw.unlink()
    mine, bare = medians(ours), medians(floor)
    what = f"import {count:,} articles, {spans:,} spans, file of {size:.0f} MB"
    yield Row(what, mine["seconds"], "s", 3, bare["seconds"], "parse + executemany")
    yield Row(what, mine["cpu"], "s CPU", 3, bare["cpu"], "parse + executemany")
    yield Row(f"{what}: memory", mine["peak_mb"], "MB", 300)
