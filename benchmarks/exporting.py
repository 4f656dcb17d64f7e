"""Export as own JSONL and as CoNLL against the bare loops that do the same and check nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.child import medians, run_child
from benchmarks.corpus import write_jsonl
from benchmarks.rows import Row
from benchmarks.workshop import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LIMITS = (("jsonl", 2.0, "two ordered selects + json"), ("conll", 1.5, "tokenise and align"))


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    count, runs = (1000, 1) if quick else (10_000, 3)
    source, library, raw = folder / "articles.jsonl", folder / "full.annotator", folder / "raw.sqlite"
    write_jsonl(source, count, ARTICLE)
    run_child("workshop:import_file", folder, source=str(source), library=str(library))
    run_child("raw:import_rows", folder, source=str(source), target=str(raw))
    run_child("raw:add_index", folder, target=str(raw))
    for name, limit, floor_name in _LIMITS:
        ours, floor = [], []
        for _ in range(runs):
            target = str(folder / f"out.{name}")
            ours.append(
                run_child(
                    "workshop:export_file", folder, library=str(library), target=target, format_name=name
                )
            )
            floor.append(run_child(f"raw:export_{name}", folder, source=str(raw), target=f"{target}.raw"))
        mine, bare = medians(ours), medians(floor)
        what = f"export {count:,} articles to {name}, read back and compared"
        yield Row(what, mine["seconds"], "s", limit, bare["seconds"], floor_name)
        yield Row(f"{what}: memory", mine["peak_mb"], "MB")
