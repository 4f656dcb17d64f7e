"""ZIP archives from other people: limits before anything is unpacked, and bytes counted while it is.

What a header says of a size is never trusted; names are only compared, never used as paths.
"""

from __future__ import annotations

import errno
import stat
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO, Final, Self

from annotator.errors import FormatError
from annotator.messages import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_ENTRIES: Final = 10_000
LARGEST_ENTRY: Final = 200_000_000
LARGEST_TOTAL: Final = 1_000_000_000
LARGEST_NESTED: Final = 4_000_000_000
"""Bytes that all archives within an archive may unpack to together."""
GREATEST_RATIO: Final = 200
RATIO_MATTERS_FROM: Final = 1_000_000
_LONGEST_NAME: Final = 200
_PIECE: Final = 1 << 20
_PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two ways of packing that everybody uses; the unpackers of others fail in ways of their own."""
_RARE: Final = {9: "deflate64", 12: "bzip2", 14: "lzma", 93: "zstandard", 98: "ppmd"}
"""Names of others by their numbers."""
_PLAIN: Final = (0, stat.S_IFREG, stat.S_IFDIR)
"""Kinds of parts: not said, a file, a folder. No links, devices or pipes."""
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    RuntimeError,  # encrypted, or packed in a way that is not known
    ValueError,
    EOFError,
)


class Budget:
    """Bytes that archives within one file may still unpack to, all together."""

    def __init__(self, left: int = LARGEST_TOTAL) -> None:
        self._left = left

    def takes(self, count: int) -> bool:
        """Whether there were so many left."""
        self._left -= count
        return self._left >= 0


class Archive:
    """An opened archive whose list of entries is sound; close it, or use it in a with-block.

    Args:
        path: of the archive, or its open file.
        name: for messages.
        budget: of all archives that lie in the same file; None for one that stands alone.

    Raises on opening and reading:
        FormatError: no archive, damaged, encrypted, too many or too large entries, one name twice.
        OSError: the file cannot be read.
    """

    def __init__(self, path: Path | BinaryIO, name: str, budget: Budget | None = None) -> None:
        self._name = name
        self._budget = budget or Budget()
        try:
            self._zip = zipfile.ZipFile(path)
        except (*_DAMAGED, OverflowError) as error:
            raise FormatError(
                say("{file}: is not a ZIP archive, or a damaged one. Nothing was imported.", file=name)
            ) from error
        try:
            self._check_entries()
        except FormatError:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def __contains__(self, entry: str) -> bool:
        return entry in self._names

    @property
    def names(self) -> list[str]:
        """The names of all files in it, in alphabetical order; folders are none."""
        return sorted(name for name in self._names if not name.endswith("/"))

    @property
    def every_name(self) -> frozenset[str]:
        """The names of all entries, folders too."""
        return self._names

    def read(self, entry: str) -> bytes:
        """The bytes of an entry; KeyError when there is none of that name."""
        information = self._zip.getinfo(entry)
        if information.compress_type not in _PACKED:
            raise FormatError(
                say(
                    "{file}: the part {part} is packed in a way that is not read here ({way}). Pack it anew "
                    "with Deflate, the usual way of ZIP archives. Nothing was imported.",
                    file=self._name,
                    part=_shown(entry),
                    way=_RARE.get(information.compress_type, str(information.compress_type)),
                )
            )
        try:
            return b"".join(self._pieces(information))
        except _DAMAGED as error:
            raise self._damaged(entry) from error
        except OSError as error:
            if error.errno != errno.EINVAL:  # the disk; else a place before the file's beginning
                raise
            raise self._damaged(entry) from error

    def _damaged(self, entry: str) -> FormatError:
        return FormatError(
            say(
                "{file}: the part {part} is damaged or encrypted. Nothing was imported.",
                file=self._name,
                part=_shown(entry),
            )
        )

    def _pieces(self, information: zipfile.ZipInfo) -> Iterator[bytes]:
        count = 0
        allowed = max(RATIO_MATTERS_FROM, information.compress_size * GREATEST_RATIO)
        with self._zip.open(information) as stream:
            while piece := stream.read(_PIECE):
                count += len(piece)
                if count > min(LARGEST_ENTRY, allowed) or not self._budget.takes(len(piece)):
                    raise FormatError(self._too_large(information.filename))
                yield piece

    def _check_entries(self) -> None:
        names = [information.filename for information in self._zip.infolist()]
        self._names = frozenset(names)
        if len(names) > MOST_ENTRIES:
            raise FormatError(
                say(
                    "{file}: holds {count} parts, more than the {most} that are read. Nothing was imported.",
                    file=self._name,
                    count=len(names),
                    most=MOST_ENTRIES,
                )
            )
        for information in self._zip.infolist():
            if _leads_out(information):
                raise FormatError(
                    say(
                        "{file}: the part {part} points outside the archive. Nothing was imported.",
                        file=self._name,
                        part=_shown(information.orig_filename),
                    )
                )
        if len(self._names) < len(names):
            twice = next(name for name in sorted(self._names) if names.count(name) > 1)
            raise FormatError(
                say(
                    "{file}: holds the part {part} twice, so that it is not certain which counts. Nothing "
                    "was imported.",
                    file=self._name,
                    part=_shown(twice),
                )
            )

    def _too_large(self, entry: str) -> Message:
        return say(
            "{file}: the part {part} unpacks to far more than it may (a “zip bomb”). Nothing was imported.",
            file=self._name,
            part=_shown(entry),
        )


def _shown(name: str) -> str:
    """A name for a sentence; one that was made to fill the screen is cut."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"


def _leads_out(information: zipfile.ZipInfo) -> bool:
    """Whether a part is neither file nor folder, or its name is no place below a folder on some system."""
    name = information.orig_filename
    kind = stat.S_IFMT(information.external_attr >> 16)
    return (
        name.startswith("/")
        or ".." in name.split("/")
        or any(sign in name for sign in "\\:\0")
        or kind not in _PLAIN
    )
