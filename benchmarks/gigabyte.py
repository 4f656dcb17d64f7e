"""Import of own JSONL of a gigabyte: it must end, and with memory that does not grow with the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.child import run_child
from benchmarks.corpus import write_jsonl
from benchmarks.rows import Row
from benchmarks.workshop import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ARTICLE_BYTES = 7_300
"""Of an article with its spans in the file, about."""


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    source, library = folder / "large.jsonl", folder / "large.annotator"
    spans = write_jsonl(source, (100_000_000 if quick else 1_010_000_000) // _ARTICLE_BYTES, ARTICLE)
    size = source.stat().st_size / 1e6
    ours = run_child("workshop:import_file", folder, source=str(source), library=str(library))
    what = f"import of {size:,.0f} MB of JSONL, {spans:,} spans"
    yield Row(what, ours["seconds"], "s")
    yield Row(f"{what}: memory", ours["peak_mb"], "MB", 400)
