"""Import of own JSONL against parsing it and `sqlite3.executemany` of the same rows (see `raw`).

Starting the program and making a library take the same time for any file: it is told in a row of its own,
as the import of one article. The promise is about 10,000 articles, where it hardly counts. With fewer
(`--quick`) the limit is held against what the import takes beyond it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.child import Result, medians, run_child
from benchmarks.corpus import write_jsonl
from benchmarks.rows import Row
from benchmarks.workshop import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIMIT: Final = 3
_RUNS: Final = 3
_UNITS: Final = (("s", "seconds"), ("s CPU", "cpu"))


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    count = 1000 if quick else 10_000
    fixed = _fixed(folder)
    source = folder / "articles.jsonl"
    spans = write_jsonl(source, count, ARTICLE)
    size = source.stat().st_size / 1e6
    ours: list[Result] = []
    same: list[Result] = []
    bare: list[Result] = []
    for number in range(_RUNS):
        ours.append(_import(source, folder / f"{number}.annotator", folder))
        for results, function in ((same, "import_rows"), (bare, "import_bare")):
            raw = folder / f"{number}.sqlite"
            results.append(run_child(f"raw:{function}", folder, source=str(source), target=str(raw)))
            raw.unlink()
    mine, floor, least = medians(ours), medians(same), medians(bare)
    what = f"import {count:,} articles, {spans:,} spans, file of {size:.0f} MB"
    for unit, name in _UNITS:
        rows = "parse + executemany of the same rows"
        yield Row("import 1 article: start and a new library", fixed[name], unit)
        yield Row(what, mine[name], unit, None if quick else LIMIT, floor[name], rows)
        beyond = mine[name] - fixed[name]
        yield Row(f"{what}, beyond 1 article", beyond, unit, LIMIT if quick else None, floor[name], rows)
        yield Row(what, mine[name], unit, None, least[name], "parse + executemany of two bare tables")
    yield Row(f"{what}: memory", mine["peak_mb"], "MB", 300)


def _fixed(folder: Path) -> Result:
    """What the import of one article takes, once the byte code is there as in an installed program."""
    source = folder / "one.jsonl"
    write_jsonl(source, 1, ARTICLE)
    runs = [_import(source, folder / "one.annotator", folder) for _ in range(4)]
    return medians(runs[1:])


def _import(source: Path, library: Path, folder: Path) -> Result:
    result = run_child("workshop:import_file", folder, source=str(source), library=str(library))
    library.unlink()
    return result
