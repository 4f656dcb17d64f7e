"""Names of files in a folder that is there already: which of them an export may take."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.files import true_path
from annotator.messages import say
from annotator.services.export.file import is_same, library_named
from annotator.services.export.folder import MANIFEST, files_listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.messages import Message

_NAMED: Final = 10
"""So many files are named; more are left open."""


def check_names(folder: Path, names: Sequence[str], own_files: Sequence[str]) -> None:
    """Refuse a folder in which one of these names is the library's, or of a file that no export put there.

    Raises:
        UserError: it is.
    """
    if not folder.is_dir():
        return
    place = true_path(folder)
    near = [Path(own) for own in own_files if true_path(Path(own)).is_relative_to(place)]
    for name in names if near else ():
        if any(is_same(folder / name, own) for own in near):
            raise UserError(library_named(folder / name))
    ours = _put_there(folder)
    if foreign := [name for name in names if name not in ours and (folder / name).exists()]:
        raise UserError(_not_ours(folder, foreign))


def check_folder(folder: Path, own_files: Sequence[str]) -> None:
    """Refuse to take one of these places itself as the folder of an export.

    Raises:
        UserError: it is the root of a disk, the person's home, or holds the library.
    """
    place = true_path(folder)
    never = {Path(place.anchor), *(true_path(Path(own)).parent for own in own_files)}
    with contextlib.suppress(RuntimeError):  # no home is known
        never.add(true_path(Path.home()))
    if place in never:
        raise UserError(
            say(
                "{path} is no place for the files of an export themselves: it is the root of a disk, your "
                "home folder or the folder of the library. Choose a new folder in it.",
                path=str(folder),
            )
        )


def _put_there(folder: Path) -> frozenset[str]:
    """Names of the files that an earlier export put into a folder, its manifest among them."""
    manifest = folder / MANIFEST
    try:
        told = json.loads(manifest.read_bytes())
        is_ours = told["tool"]["name"] == "annotator"
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
    return frozenset({MANIFEST, *files_listed(manifest)}) if is_ours else frozenset()


def _not_ours(folder: Path, foreign: Sequence[str]) -> Message:
    named = ", ".join(foreign[:_NAMED])
    return say(
        "{folder} holds a file that no export of this program put there and that would be replaced: {names}. "
        "Nothing was written; choose another folder.|{folder} holds files that no export of this program put "
        "there and that would be replaced: {names}. Nothing was written; choose another folder.",
        count=len(foreign),
        folder=str(folder),
        names=named if len(foreign) <= _NAMED else f"{named}, …",
    )
