"""The lines of a UTF-8 file, one after the other: only a line feed ends one, and nothing is replaced."""

from __future__ import annotations

import codecs
from functools import partial
from typing import TYPE_CHECKING, Final

from annotator.formats.decoding.decode import decode_bytes, is_utf8
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.formats.base import Problems, ReadOptions, Source

_TELL_EVERY: Final = 256
LONGEST_LINE: Final = 100_000_000
"""Bytes of one line, line feed included."""


def numbered_lines(source: Source, options: ReadOptions, problems: Problems) -> Iterator[tuple[int, str]]:
    """(number from 1, line without its line feed) of a file in UTF-8, or in `options.encoding`.

    A byte order mark at the beginning is left out. A line that is not UTF-8 is a problem and is not given.

    Raises:
        FormatError: a line is longer than `LONGEST_LINE`, or another encoding was asked for and does not fit.
        OSError: the file cannot be read.
    """
    if options.encoding is not None and not is_utf8(options.encoding):
        decoded = decode_bytes(source.path.read_bytes(), options.encoding, name=source.name)
        yield from enumerate(decoded.text.split("\n"), 1)
        return
    total = source.path.stat().st_size
    done = 0
    limit = LONGEST_LINE if total > LONGEST_LINE else -1  # a limit doubles the cost of a line
    with source.path.open("rb", buffering=1 << 18) as stream:
        for number, raw in enumerate(iter(partial(stream.readline, limit), b""), 1):
            done += len(raw)
            if number == 1:
                _refuse_utf16(raw, problems)
                raw = raw.removeprefix(codecs.BOM_UTF8)
            if len(raw) >= LONGEST_LINE:
                _refuse_length(number, problems)
            if options.progress and number % _TELL_EVERY == 0:
                options.progress(done, total)
            try:
                yield number, raw.removesuffix(b"\n").decode()
            except UnicodeDecodeError as error:
                _note_bad_byte(error, number, problems)


def _note_bad_byte(error: UnicodeDecodeError, number: int, problems: Problems) -> None:
    problems.add(
        say(
            "{file}, line {line}: not valid UTF-8 (byte {byte} at position {position} of the line). Save "
            "the file as UTF-8 or name its encoding, and try again. Nothing was imported.",
            file=problems.source,
            line=number,
            byte=f"0x{error.object[error.start]:02X}",
            position=error.start,
        )
    )


def _refuse_utf16(raw: bytes, problems: Problems) -> None:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        problems.refuse(
            say(
                "{file} is UTF-16, and this format is UTF-8. Save it as UTF-8 or choose the encoding "
                "utf-16, and try again. Nothing was imported.",
                file=problems.source,
            )
        )


def _refuse_length(number: int, problems: Problems) -> None:
    problems.refuse(
        say(
            "{file}, line {line}: the line is longer than {limit} MB, the most that is read. Nothing was "
            "imported.",
            file=problems.source,
            line=number,
            limit=LONGEST_LINE // 1_000_000,
        )
    )
