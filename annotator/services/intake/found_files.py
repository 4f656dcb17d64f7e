"""Which files stand under the paths of an import: those named, and those of folders that look readable."""

from __future__ import annotations

import os
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.files import no_file
from annotator.formats.registry import can_be_read, is_partner
from annotator.messages import Message, say
from annotator.streams import shown_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SMALL: Final = 100_000
"""Bytes of a file that is small."""
_FEWEST: Final = 20
_MOST: Final = 500
"""Small files of a lot: so many are worth it, and so many are taken in without anybody waiting for it."""
_MANIFEST: Final = "manifest.json"
_OF_EXPORTS: Final = frozenset({_MANIFEST, "readme.md"})
"""What explains an export of ours and is no article of it."""


def files_of(paths: Iterable[str]) -> tuple[list[tuple[Path, str]], tuple[str, ...]]:
    """Every file with its name for people, and the names of those in folders that look like no article.

    Folders are walked in order of names; hidden folders and files are no one's articles and are not
    mentioned, nor are files that belong to another one.
    """
    files: list[tuple[Path, str]] = []
    others: list[str] = []
    for name in paths:
        if not Path(name).is_dir():
            files.append((Path(name), name))
            continue
        for found in _walk(name):
            if is_partner(found) or _explains_export(found):
                continue
            if can_be_read(found) and no_file(found, "") is None:
                files.append((found, str(found)))
            else:
                others.append(shown_name(str(found)))
    return files, tuple(others)


def together(files: Iterable[tuple[Path, str]]) -> Iterator[list[tuple[Path, str]]]:
    """The files in lots that can be taken in as one: many small ones of one folder, else each alone."""
    for (_, is_small), found in groupby(files, key=_likeness):
        lot = list(found)
        size = _MOST if is_small and len(lot) >= _FEWEST else 1
        for start in range(0, len(lot), size):
            yield lot[start : start + size]


def _likeness(file: tuple[Path, str]) -> tuple[Path, bool]:
    path, name = file
    return path.parent, size_of(path) <= _SMALL and no_text(name) is None


def holds_any(name: str, files: Iterable[tuple[Path, str]]) -> bool:
    """Whether a path that was named brings a file: a folder may hold none that can be read."""
    return not Path(name).is_dir() or any(path.is_relative_to(name) for path, _ in files)


def no_text(name: str) -> Message | None:
    """The sentence for a file whose name is no text, which cannot be kept or said; None if it is."""
    shown = shown_name(name)
    if shown == name:
        return None
    return say("{path}: the name of the file is not valid UTF-8. Rename it and try again.", path=shown)


def size_of(path: Path) -> int:
    """Bytes of the file, 0 where it cannot be told."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _walk(root: str) -> Iterator[Path]:
    for name, folders, files in os.walk(Path(root)):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        folder = Path(name)
        yield from (folder / file for file in sorted(files) if not file.startswith("."))


def _explains_export(path: Path) -> bool:
    """Whether it explains the export in its folder, or the one file beside it after which it is named."""
    name = path.name.lower()
    for explainer in _OF_EXPORTS:
        if name == explainer:
            return (path.parent / _MANIFEST).is_file()
        if name.endswith(f".{explainer}"):
            return path.with_name(path.name[: -len(explainer) - 1]).is_file()
    return False
