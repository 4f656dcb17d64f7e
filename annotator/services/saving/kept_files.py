"""The small files in which things are kept for one file of a library: names, lines, and reading them.

Each begins with a line that tells for which file of which library it is; every line is JSON. Every keeping
makes a file with a name of its own, so that none is ever written over: neither one of a newer program nor a
damaged one. Reading trusts nothing: what is no regular file, too large, cut off or of other shapes is no
reason to fail or to wait.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from annotator.files import write_atomically
from annotator.model.identity import new_uid
from annotator.paths import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_VERSION: Final = 2
_OLD_VERSION: Final = 1
"""Notes of before were one JSON object with all steps, as `.json`; they are still read."""

_OLD_KIND: Final = "json"
_MOST_BYTES: Final = 64 * 2**20
_MOST: Final = 2**53
_ASIDE: Final = ".not-understood"
_HOW: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A named pipe is opened without waiting for somebody at its other end."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which file a library is; copies of it have the same uid.

    Attributes:
        path: its real path.
        number: its number on its disk (inode), 0 where it cannot be asked.
    """

    path: str
    number: int

    @property
    def is_there(self) -> bool:
        """Whether that very file is in its place."""
        return place_of(self.path) == self


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file holds.

    Attributes:
        file: the file.
        place: for which file of the library; None in a note of before, which did not tell.
        lines: what its lines tell, each an object.
        is_whole: whether every line of it was understood.
    """

    file: Path
    place: Place | None
    lines: tuple[dict[str, Any], ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Strange:
    """A file that is not understood; its bytes are as they were.

    Attributes:
        file: where it is now: damaged ones got another name, so that they are told once.
        is_newer: whether a newer version of the program wrote it, and will read it.
    """

    file: Path
    is_newer: bool = False


class _NewerError(ValueError):
    """A newer version of the program wrote it."""


def place_of(path: str) -> Place:
    """Which file a library at this path is now."""
    real = os.path.realpath(path)
    try:
        return Place(real, Path(real).stat().st_ino)
    except OSError:
        return Place(real, 0)


def new_file(library: str, place: Place, kind: str) -> Path:
    """A name that no file has yet, for something of that kind."""
    words = f"{place.number}:{place.path}".encode(errors="surrogatepass")
    return folder() / f"{library}-{hashlib.sha256(words).hexdigest()[:12]}-{new_uid()}.{kind}"


def folder() -> Path:
    """Where all of them are."""
    return data_folder() / "unsaved"


def head(library: str, place: Place) -> dict[str, Any]:
    """The first line."""
    return {"version": _VERSION, "library": library, "path": place.path, "number": place.number}


def written(lines: Iterable[Mapping[str, object]]) -> bytes:
    """Lines as bytes; every path can be written so, one with bytes that are no text too."""
    words = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    return words.encode(errors="surrogatepass")


def write_new(library: str, place: Place, kind: str, lines: Iterable[Mapping[str, object]]) -> Path:
    """Keep these lines in a file of their own, which is given.

    Raises:
        OSError: they could not be written; nothing of them is left.
    """
    file = new_file(library, place, kind)
    write_atomically(file, written([head(library, place), *lines]))
    return file


def read_all(library: str, *kinds: str) -> tuple[list[Kept], list[Strange]]:
    """What is kept for the files of the library of that uid, oldest first, and what was not understood.

    What is damaged as a whole is set aside under another name; one of a newer program stays as it is.
    """
    kept: list[Kept] = []
    strange: list[Strange] = []
    for file in _files(library, kinds):
        try:
            kept.append(_read(file, library))
        except _NewerError:
            strange.append(Strange(file, is_newer=True))
        except OSError:  # it may pass: the name stays
            strange.append(Strange(file))
        except (ValueError, RecursionError):
            strange.append(Strange(set_aside(file)))
    return kept, strange


def set_aside(file: Path) -> Path:
    """Give a file another name, under which nobody looks for it; its old one where that cannot be done."""
    names = [file.with_name(file.name + _ASIDE)]
    names += [file.with_name(f"{file.name}{_ASIDE}-{number}") for number in range(2, 100)]
    target = next((name for name in names if not os.path.lexists(name)), file)
    try:
        file.rename(target)
    except OSError:
        return file
    return target


def let_go(kept: Kept) -> None:
    """What it held is safe elsewhere: remove it; of one that was not understood whole every byte stays aside.

    Raises:
        OSError: it cannot be removed.
    """
    if kept.is_whole:
        kept.file.unlink(missing_ok=True)
    else:
        set_aside(kept.file)


def text_of(told: dict[str, Any], name: str) -> str:
    """The text of that name.

    Raises:
        ValueError: there is none.
    """
    value = told.get(name)
    if not isinstance(value, str):
        raise ValueError(f"{name} is no text")  # noqa: TRY004  (one kind of error for all that is not understood)
    return value


def texts_of(told: dict[str, Any], name: str) -> list[str]:
    """The list of texts of that name.

    Raises:
        ValueError: there is none.
    """
    value = told.get(name)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError(f"{name} is no list of texts")
    return value


def count_of(told: dict[str, Any], name: str) -> int:
    """The number of that name, 0 or more and small enough for every reader.

    Raises:
        ValueError: there is none.
    """
    return checked_count(told.get(name))


def checked_count(value: object) -> int:
    """The value itself.

    Raises:
        ValueError: it is no whole number from 0 on.
    """
    if type(value) is not int or not 0 <= value < _MOST:
        raise ValueError("no count")
    return value


def fields_of(told: object) -> dict[str, Any]:
    """The value itself.

    Raises:
        ValueError: it is no object.
    """
    if not isinstance(told, dict):
        raise ValueError("no object")  # noqa: TRY004
    return told


def _files(library: str, kinds: tuple[str, ...]) -> list[Path]:
    """Those of the library by their names, in the order in which they were begun."""
    ends = tuple(f".{kind}" for kind in (*kinds, *([_OLD_KIND] if "steps" in kinds else [])))
    with suppress(OSError):  # nothing was ever kept, or nobody can look
        every = [file.name for file in folder().iterdir()]
        names = [name for name in every if name.startswith(library) and name.endswith(ends)]
        names = [name for name in names if name[len(library)] in "-."]
        names.sort(key=lambda name: (not name.endswith(_OLD_KIND), name))
        return [folder() / name for name in names]
    return []


def _read(file: Path, library: str) -> Kept:
    data = _bytes_of(file)
    if file.suffix == f".{_OLD_KIND}":
        whole = _parsed(data)
        place, steps = _begun(whole, library, _OLD_VERSION), whole.get("steps")
        if not isinstance(steps, list):
            raise ValueError("no steps")
        return Kept(file, place, tuple({"step": step} for step in steps), is_whole=True)
    first, *lines = data.split(b"\n")
    place = _begun(_parsed(first), library, _VERSION)
    understood = [told for line in lines[:-1] if (told := _line_of(line)) is not None]
    # After the last line nothing may follow: what does was cut off while it was written.
    is_whole = lines[-1:] == [b""] and len(understood) == len(lines) - 1
    return Kept(file, place, tuple(understood), is_whole)


def _bytes_of(file: Path) -> bytes:
    handle = os.open(file, _HOW)
    told = os.fstat(handle)
    if not stat.S_ISREG(told.st_mode) or told.st_size > _MOST_BYTES:
        os.close(handle)
        raise ValueError("no file of ours")
    with os.fdopen(handle, "rb") as stream:
        return stream.read().rstrip(b"\0")  # room that was held for more


def _parsed(line: bytes) -> dict[str, Any]:
    return fields_of(json.loads(line.decode(errors="surrogatepass"), parse_constant=_refuse))


def _line_of(line: bytes) -> dict[str, Any] | None:
    with suppress(ValueError, RecursionError):
        return _parsed(line)
    return None


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


def _begun(told: dict[str, Any], library: str, version: int) -> Place | None:
    """The file that a first line names; None where one of before names none."""
    _check_version(told, version)
    if text_of(told, "library") != library:
        raise ValueError("of another library")
    if version == _OLD_VERSION and "path" not in told:
        return None
    path = text_of(told, "path")
    os.fsencode(path)
    if "\0" in path:
        raise ValueError("no path")
    return Place(path, _inode(told.get("number")))


def _inode(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("no number of a file")
    return value


def _check_version(told: dict[str, Any], known: int) -> None:
    version = checked_count(told.get("version"))
    if version > known:
        raise _NewerError
    if version < known:
        raise ValueError("not understood")
