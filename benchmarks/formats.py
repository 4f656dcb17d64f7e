"""Other tools' formats: import against the raw insert of the same rows, export against bare loops.

The files to import are those that the export wrote, so both see the same articles and spans. Exports are
timed as in `exporting`: the limit holds for writing, for the floors only write; the whole command, which also
reads back and compares, is told beside. What one article takes is taken off, for the start of the program is
no part of the floors.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from annotator.formats.registry import FORMATS
from benchmarks.child import Result, run_child
from benchmarks.corpus import write_jsonl
from benchmarks.raw_formats import FLOORS
from benchmarks.rows import Row
from benchmarks.workshop import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IMPORTED: Final = ("doccano", "label-studio", "brat")
_IMPORT_LIMIT: Final = 5
_EXPORT_LIMIT: Final = 3
_MEMORY_LIMIT: Final = 400
_UNITS: Final = (("s", "seconds"), ("s CPU", "cpu"))


def run(*, quick: bool, folder: Path) -> Iterator[Row]:
    """The lines of the table."""
    count = 500 if quick else 10_000
    one, many = _Corpus(folder, 1), _Corpus(folder, count)
    floor = run_child("raw:import_rows", folder, source=str(many.source), target=str(folder / "rows.sqlite"))
    for name in FLOORS:
        fixed, ours, least = one.export(name), many.export(name), many.bare_export(name)
        yield from _export_lines(f"export {count:,} articles to {name}", ours, fixed, least)
        if name in IMPORTED:
            fixed, ours = one.import_again(name), many.import_again(name)
            yield from _import_lines(f"import {count:,} articles of {name}", ours, fixed, floor)
        one.remove(name)
        many.remove(name)


class _Corpus:
    """So many articles as a file, as a library, and in two bare tables."""

    def __init__(self, folder: Path, count: int) -> None:
        self._folder = folder / f"of-{count}"
        self._folder.mkdir()
        self.source, self._library = self._folder / "articles.jsonl", self._folder / "full.annotator"
        self._bare = self._folder / "raw.sqlite"
        write_jsonl(self.source, count, ARTICLE)
        self._run("workshop:import_file", source=str(self.source), library=str(self._library))
        self._run("raw:import_bare", source=str(self.source), target=str(self._bare))
        self._run("raw:add_index", target=str(self._bare))

    def _run(self, function: str, **arguments: str) -> Result:
        return run_child(function, self._folder, **arguments)

    def _target(self, name: str) -> Path:
        known = FORMATS[name]
        return self._folder / (name if known.in_folder else f"{name}.{known.extension}")

    def export(self, name: str) -> Result:
        """By the program."""
        target = str(self._target(name))
        return self._run("workshop:export_file", library=str(self._library), target=target, format_name=name)

    def bare_export(self, name: str) -> Result:
        """By the floor."""
        target = self._folder / f"raw.{name}"
        least = self._run("raw_formats:write", source=str(self._bare), target=str(target), format_name=name)
        _remove(target)
        return least

    def import_again(self, name: str) -> Result:
        """What was exported, into a new library."""
        library = self._folder / f"{name}.annotator"
        result = self._run("workshop:import_file", source=str(self._target(name)), library=str(library))
        library.unlink()
        return result

    def remove(self, name: str) -> None:
        """What was exported."""
        _remove(self._target(name))


def _export_lines(what: str, ours: Result, fixed: Result, least: Result) -> Iterator[Row]:
    for unit, key in _UNITS:
        writing, start = (one[key] - one[f"read_back_{key}"] for one in (ours, fixed))
        yield Row(f"{what}: written", writing - start, unit, _EXPORT_LIMIT, least[key], "select + format")
    yield Row(f"{what}: written, read back, compared", ours["seconds"], "s")
    yield Row(f"{what}: memory", ours["peak_mb"], "MB", _MEMORY_LIMIT)


def _import_lines(what: str, ours: Result, fixed: Result, floor: Result) -> Iterator[Row]:
    for unit, key in _UNITS:
        yield Row(what, ours[key] - fixed[key], unit, _IMPORT_LIMIT, floor[key], "parse + insert of the same")
    yield Row(f"{what}: memory", ours["peak_mb"], "MB", _MEMORY_LIMIT)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
