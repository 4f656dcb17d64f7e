"""The message that a DocBin is: msgpack, squeezed by zlib, written in pieces and taken apart without copies.

What is unpacked runs no hook and loads no object. Everything here raises ImportError where the extra "spacy",
whose libraries are used, is missing.
"""

from __future__ import annotations

import zlib
from functools import cache
from importlib import import_module
from shutil import copyfileobj
from typing import Any, BinaryIO, Final, NamedTuple

from annotator.formats.no_network import no_look_at_the_network

LARGEST: Final = 1_600_000_000
"""Bytes of the message that are unpacked at most: 80,000 articles."""

_PIECE: Final = 1 << 18
_LONGEST_PIECE: Final = 1 << 22
_HEAD: Final = 1 << 16


class Library(NamedTuple):
    """What is used of the extra, imported when it is first needed."""

    new_store: Any
    packed: Any
    unpacked: Any
    unpack_error: Any
    extra_data: Any


@cache
def library() -> Library:
    """What is used of the extra."""
    exceptions = import_module("srsly.msgpack.exceptions")
    with no_look_at_the_network():
        strings = import_module("spacy.strings")
    return Library(
        strings.StringStore,
        import_module("srsly").msgpack_dumps,
        import_module("srsly.msgpack").unpackb,
        exceptions.UnpackException,
        exceptions.ExtraData,
    )


class DamagedError(ValueError):
    """The bytes are no DocBin; the argument says why, in the words of a library."""


class Squeezing:
    """Writes a msgpack map through zlib, long values in pieces."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._pack = library().packed
        self._squeeze = zlib.compressobj()

    def put(self, data: bytes) -> None:
        """Bytes of msgpack."""
        self._stream.write(self._squeeze.compress(data))

    def value(self, key: str, value: object) -> None:
        """A key with its value."""
        self.put(self._pack(key) + self._pack(value))

    def blob(self, key: str, file: Any) -> None:
        """The bytes of a file, from its beginning to where it is."""
        self.put(self._pack(key) + b"\xc6" + file.tell().to_bytes(4, "big"))
        file.seek(0)
        copyfileobj(file, self, _PIECE)

    write = put

    def end(self) -> None:
        """Write what zlib holds back still."""
        self._stream.write(self._squeeze.flush())


def decompressed(data: bytes) -> bytearray:
    """The message of a file; DamagedError if it is none or longer than `LARGEST`."""
    squeezed = zlib.decompressobj()
    found = bytearray()
    try:
        for place in range(0, len(data), _PIECE):
            rest = data[place : place + _PIECE]
            while rest and len(found) <= LARGEST:
                found += squeezed.decompress(rest, _LONGEST_PIECE)
                rest = squeezed.unconsumed_tail
        found += squeezed.flush()
    except zlib.error as error:
        raise DamagedError(str(error)) from error
    if len(found) > LARGEST:
        raise DamagedError(f"more than {LARGEST // 1_000_000} MB")
    if not squeezed.eof:
        raise DamagedError("ends too early")
    return found


def values_of(message: memoryview) -> dict[str, Any]:
    """The values of a msgpack map; those that are bytes, much the largest, are not copied."""
    if not message or not 0x80 <= message[0] <= 0x8F:
        raise DamagedError("no map")
    place = 1
    found: dict[str, Any] = {}
    for _ in range(message[0] & 0x0F):
        key, place = _next_value(message, place)
        value, place = _next_value(message, place)
        found[str(key)] = value
    return found


def _next_value(message: memoryview, place: int) -> tuple[Any, int]:
    """The value at a place, and where the next one begins."""
    width = {0xC4: 1, 0xC5: 2, 0xC6: 4}.get(message[place] if place < len(message) else 0)
    if width is not None:
        start = place + 1 + width
        end = start + int.from_bytes(message[place + 1 : start], "big")
        if end > len(message):
            raise DamagedError("ends too early")
        return message[start:end], end
    size = _HEAD
    while True:
        stretch = message[place : place + size]
        try:
            value, following = _first_value(stretch)
        except DamagedError:
            if place + size >= len(message):
                raise
            size *= 4
        else:
            return value, place + len(stretch) - following


def unpacked(packed: Any, *, use_list: bool = True) -> Any:
    """A msgpack value; DamagedError if it is none, or something follows it."""
    value, following = _first_value(packed, use_list=use_list)
    if following:
        raise DamagedError("something follows")
    return value


def _first_value(packed: Any, *, use_list: bool = True) -> tuple[Any, int]:
    """A msgpack value and how many bytes follow; our hook keeps srsly from using those of others."""
    used = library()
    try:
        value = used.unpacked(
            packed, raw=False, use_list=use_list, strict_map_key=False, object_pairs_hook=dict
        )
    except used.extra_data as error:
        return error.unpacked, len(error.extra)
    except (ValueError, TypeError, used.unpack_error) as error:
        raise DamagedError(str(error)) from error
    return value, 0
