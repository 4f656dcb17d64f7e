"""A library byte for byte, for the case that a repair was wrong: whole under its name, or not there."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.files import copy_to_last, sync_folder
from annotator.storage.file import leftovers

if TYPE_CHECKING:
    from collections.abc import Sequence

_PART: Final = ".copying"
_ABANDONED: Final = 3600
"""Seconds after which a copy that is still unfinished belongs to nobody."""


def copy_exactly(path: Path, copy: Path) -> None:
    """The closed library as the new file `copy`, with what a killed process left beside it.

    Logs get their names first: a library without its log would look whole.

    Raises:
        OSError: it could not be written; nothing is left of it.
    """
    _sweep(path.parent, path.name)
    suffixes = [suffix for suffix in ("-wal", "-journal", "") if Path(f"{path}{suffix}").exists()]
    try:
        for suffix in suffixes:
            copy_to_last(Path(f"{path}{suffix}"), Path(f"{copy}{suffix}{_PART}"))
        for suffix in suffixes:
            Path(f"{copy}{suffix}{_PART}").rename(f"{copy}{suffix}")
    except BaseException:
        leftovers.discard(copy, _names(suffixes))
        raise
    sync_folder(copy.parent)


def _names(suffixes: Sequence[str]) -> list[str]:
    return [*suffixes, *(f"{suffix}{_PART}" for suffix in suffixes)]


def _sweep(folder: Path, name: str) -> None:
    """Remove what is left of copies whose maker was killed over them."""
    with contextlib.suppress(OSError):  # it cannot be listed or something not removed: another time
        for file in folder.iterdir():
            is_ours = file.name.startswith(f"{name}.before-") and file.name.endswith(_PART)
            if is_ours and abs(time.time() - file.stat().st_mtime) > _ABANDONED:
                file.unlink()
