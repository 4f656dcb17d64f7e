"""Keys as a file that people give to each other: JSON, with the differences to the shipped keys only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError, reason_of
from annotator.files import no_file, write_atomically
from annotator.messages import say
from annotator.settings import keys_from
from annotator.ui.catalogue import CATALOGUE
from annotator.ui.key_rules import refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

VERSION: Final = 1
_MARK: Final = "annotator_keys"
_LONGEST: Final = 1_000_000
"""Bytes; a file of keys has a few thousand."""


def write_keys(path: Path, differences: Mapping[str, Sequence[str]]) -> None:
    """Write the differences to a file.

    Raises:
        UserError: the file cannot be written.
    """
    told = {_MARK: VERSION, "keys": {act: list(keys) for act, keys in sorted(differences.items())}}
    try:
        write_atomically(path, json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n")
    except OSError as error:
        raise UserError(
            say(
                "The keys could not be written to {path} ({reason}); choose another folder.",
                path=str(path),
                reason=reason_of(error),
            )
        ) from error


def read_keys(path: Path) -> tuple[dict[str, tuple[str, ...]], int]:
    """The differences that a file holds, and how many of its entries are left out because they make no sense.

    Raises:
        UserError: the file cannot be read, is no file of keys, or is of a newer version.
    """
    if problem := no_file(path, str(path)):
        raise UserError(problem)
    try:
        data = _loaded(path)
    except OSError as error:
        reason = reason_of(error)
        raise UserError(
            say("The file {path} could not be read ({reason}).", path=str(path), reason=reason)
        ) from error
    except (ValueError, RecursionError):
        data = None
    version = data.get(_MARK) if isinstance(data, dict) else None
    if type(version) is not int or not isinstance(data, dict) or not isinstance(data.get("keys"), dict):
        raise UserError(say("The file {path} holds no keys of this program.", path=str(path)))
    if version > VERSION:
        raise UserError(
            say("The file {path} is of a newer version of this program; bring it up to date.", path=str(path))
        )
    return _sound(keys_from(data["keys"])), len(data["keys"]) - len(_sound(keys_from(data["keys"])))


def _loaded(path: Path) -> object:
    with path.open("rb") as stream:
        loaded: object = json.loads(stream.read(_LONGEST))
    return loaded


def _sound(keys: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The entries of acts that there are, all of whose keys these acts may have."""
    acts = {act.id: act for act in CATALOGUE}
    return {
        name: wanted
        for name, wanted in keys.items()
        if name in acts and all(refusal(acts[name], key) is None for key in wanted)
    }
