"""Export as own JSONL and as CoNLL against the bare loops that write the same.

The floors only write, so the limits hold for writing; the whole command, which also reads its file back and
compares every span, is shown beside. `raw` says what the floors hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.child import Result, medians, run_child
from benchmarks.corpus import write_jsonl
from benchmarks.rows import Row
from benchmarks.workshop import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LIMITS = (("jsonl", 2.0, "two ordered selects + json"), ("conll", 1.5, "tokenise, align, sentences"))


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    count, runs = (1000, 1) if quick else (10_000, 3)
    source, library, raw = folder / "articles.jsonl", folder / "full.annotator", folder / "raw.sqlite"
    write_jsonl(source, count, ARTICLE)
    run_child("workshop:import_file", folder, source=str(source), library=str(library))
    run_child("raw:import_bare", folder, source=str(source), target=str(raw))
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
        what = f"export {count:,} articles to {name}"
        yield from _lines(what, medians(ours), medians(floor), limit, floor_name)
        if name == "conll":
            yield _beside(what, medians(ours), folder, raw)


def _beside(what: str, ours: Result, folder: Path, raw: Path) -> Row:
    """The same against a loop that parts no sentences: no limit, for it writes another file."""
    least = run_child("raw:export_conll_unparted", folder, source=str(raw), target=str(folder / "unparted"))
    writing = ours["cpu"] - ours["read_back_cpu"]
    return Row(f"{what}: written", writing, "s CPU", None, least["cpu"], "without sentences and their text")


def _lines(what: str, ours: Result, floor: Result, limit: float, floor_name: str) -> Iterator[Row]:
    for unit, name in (("s", "seconds"), ("s CPU", "cpu")):
        whole, least = ours[name], floor[name]
        writing = whole - ours[f"read_back_{name}"]
        yield Row(f"{what}: written", writing, unit, limit, least, floor_name)
        yield Row(f"{what}: written, read back, compared", whole, unit, None, least, floor_name)
    yield Row(f"{what}: memory", ours["peak_mb"], "MB")
