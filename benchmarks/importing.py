"""Import of own JSONL against parsing it and `sqlite3.executemany` of the same rows (see `raw`)."""

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
    same: list[Result] = []
    bare: list[Result] = []
    for number in range(runs):
        library = folder / f"{number}.annotator"
        ours.append(run_child("workshop:import_file", folder, source=str(source), library=str(library)))
        library.unlink()
        for results, function in ((same, "import_rows"), (bare, "import_bare")):
            raw = folder / f"{number}.sqlite"
            results.append(run_child(f"raw:{function}", folder, source=str(source), target=str(raw)))
            raw.unlink()
    mine, floor, least = medians(ours), medians(same), medians(bare)
    what = f"import {count:,} articles, {spans:,} spans, file of {size:.0f} MB"
    for unit, name in (("s", "seconds"), ("s CPU", "cpu")):
        yield Row(what, mine[name], unit, 3, floor[name], "parse + executemany of the same rows")
        yield Row(what, mine[name], unit, None, least[name], "parse + executemany of two bare tables")
    yield Row(f"{what}: memory", mine["peak_mb"], "MB", 300)
