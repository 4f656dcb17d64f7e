"""What several benchmarks need first: filled libraries, and the program called by its words."""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING, Any

from annotator.entry import main
from annotator.services.export import exporting
from benchmarks.child import Clock, Result, run_child
from benchmarks.corpus import write_jsonl

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = "made up"
ARTICLE = 2250
"""Code points of an article: 3 kB of UTF-8 in Vietnamese."""


def say_to_program(*words: str) -> Result:
    """Call the program with these words of its command line; wall and CPU seconds.

    Raises:
        RuntimeError: it refused.
    """
    said = io.StringIO()
    clock = Clock()
    with contextlib.redirect_stdout(said):
        status = main(words)
    if status:
        raise RuntimeError(f"the program answered {status} to {' '.join(words)}\n{said.getvalue()}")
    return clock.result()


def import_file(source: str, library: str) -> Result:
    """Import own JSONL into a library, which is made when missing."""
    return say_to_program("--library", library, "import", source, "--corpus", CORPUS)


def export_file(library: str, target: str, format_name: str) -> Result:
    """Export the corpus as the command line does: written beside, read back and compared, replaced.

    `read_back_seconds` and `read_back_cpu` are the seconds that reading back and comparing took of it.
    """
    proving = exporting._read_back
    proof: Result = {}

    def timed(*words: Any) -> int:
        clock = Clock()
        recovered = proving(*words)
        proof.update({f"read_back_{name}": value for name, value in clock.result().items()})
        return recovered

    exporting._read_back = timed  # type: ignore[assignment]
    words = (
        "export",
        "--corpus",
        CORPUS,
        "--format",
        format_name,
        "--output",
        target,
        "--all-layers",
        "--force",
    )
    return {**say_to_program("--library", library, *words), **proof}


def filled_library(folder: Path, count: int, characters: int, *, with_spans: bool = True) -> Path:
    """A library that holds so many articles, made in the folder by an import."""
    source, library = folder / "filling.jsonl", folder / f"filled-{count}.annotator"
    write_jsonl(source, count, characters, with_spans=with_spans)
    run_child("workshop:import_file", folder, source=str(source), library=str(library))
    return library
