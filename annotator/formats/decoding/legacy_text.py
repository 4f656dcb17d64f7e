"""Texts in Unicode whose letters are not: TCVN3 or VNI fonts of Word and PDF files, read as Western letters.

A file written with the font .VnTime holds "Céng hßa" where the paper shows "Cộng hòa". Its characters are the
bytes of the old encoding, each taken for the letter that Windows-1252 has there; reading them again as what
they are gives Vietnamese.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from annotator.errors import FormatError
from annotator.formats.decoding.decode import Candidate, UndecidedEncodingError, is_utf8
from annotator.formats.decoding.legacy import LEGACY
from annotator.formats.decoding.vietnamese import vietnamese_share
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.formats.base import Notices

AS_IT_STANDS: Final = "utf-8"
_ENCODINGS: Final = ("tcvn3", "vni")
_SWAPPED: Final = {"\u2212": 0xAD, "\u2219": 0xB7, "\u02c9": 0xAF, "\u03bc": 0xB5, "\u2206": 0xC6}
"""Signs that makers of PDF files put for others that look like them."""
_SAMPLE: Final = 20_000
_FEWEST_WORDS: Final = 5
_SURE: Final = 0.85
_POOR: Final = 0.6
_SHOWN: Final = 60


def settled(text: str, encoding: str | None, name: str, notices: Notices) -> str:
    """The text in Unicode letters.

    Args:
        text: as the file has it.
        encoding: what the person chose: tcvn3 or vni to read the letters again, utf-8 to leave them; None to
            be asked when they look like such letters.
        name: of the file, for messages.
        notices: gets what the letters may be, so that another choice can be made.

    Raises:
        UndecidedEncodingError: nothing was chosen and the letters look like those of an old encoding.
        FormatError: what was chosen does not fit.
    """
    found = _readings(text)
    if encoding is None:
        if found:
            raise _undecided(name, found)
        return text
    if found:
        notices.readings = tuple((each.encoding, each.preview) for each in found)
    if is_utf8(encoding):
        return text
    if encoding.lower() not in _ENCODINGS:
        raise FormatError(
            say(
                "{file}: its letters can be read as tcvn3 or vni, or left as they stand (utf-8), not as "
                "{encoding}. Nothing was imported.",
                file=name,
                encoding=encoding,
            )
        )
    return reread(text, encoding.lower())


def reread(text: str, encoding: str) -> str:
    """The text with the letters of an old encoding put right; what is no letter of it stays."""
    pieces: list[str] = []
    held: list[str] = []
    for sign in text:
        if _byte(sign) is not None:
            held.append(sign)
            continue
        pieces.extend(_read_again(held, encoding))
        held.clear()
        pieces.append(sign)
    pieces.extend(_read_again(held, encoding))
    return "".join(pieces)


def _read_again(signs: Sequence[str], encoding: str) -> Iterator[str]:
    """What the signs are as bytes of the encoding; one that has no meaning there is given as it is."""
    start = 0
    data = bytes(byte for sign in signs if (byte := _byte(sign)) is not None)
    while start < len(data):
        try:
            right = LEGACY[encoding](data[start:])
        except UnicodeDecodeError as error:
            yield LEGACY[encoding](data[start : start + error.start])
            yield signs[start + error.start]
            start += error.start + 1
        else:
            yield right
            return


@lru_cache(maxsize=4096)
def _byte(sign: str) -> int | None:
    """The byte that stands behind a sign, None if there is none."""
    if sign in _SWAPPED:
        return _SWAPPED[sign]
    for encoding in ("windows-1252", "latin-1"):
        try:
            return sign.encode(encoding)[0]
        except UnicodeEncodeError:
            continue
    return None


def _readings(text: str) -> tuple[Candidate, ...]:
    """As what the letters would read, the likeliest first, then as they stand; empty if they are Unicode."""
    sample = text[:_SAMPLE]
    share, words = vietnamese_share(sample)
    if words < _FEWEST_WORDS or share > _POOR:
        return ()
    scored = sorted(((vietnamese_share(reread(sample, each))[0], each) for each in _ENCODINGS), reverse=True)
    found = [encoding for score, encoding in scored if score >= _SURE]
    if not found:
        return ()
    start = max(0, next(place for place, sign in enumerate(sample) if sign > "\x7f") - 20)
    shown = [(each, reread(sample[start : start + 4 * _SHOWN], each)) for each in found]
    shown.append((AS_IT_STANDS, sample[start:]))
    return tuple(Candidate(each, " ".join(line.split())[:_SHOWN]) for each, line in shown)


def _undecided(name: str, found: tuple[Candidate, ...]) -> UndecidedEncodingError:
    first = say(
        "{file}: its letters are not Unicode but those of an old Vietnamese font. They may be {encodings}: "
        "choose the encoding and try again, or utf-8 to leave them as they stand. Nothing was imported.",
        file=name,
        encodings=", ".join(each.encoding for each in found[:-1]),
    )
    previews = tuple(
        say(
            "{file}: read as {encoding} it begins “{preview}”.",
            file=name,
            encoding=each.encoding,
            preview=each.preview,
        )
        for each in found
    )
    return UndecidedEncodingError(first, (first, *previews), found)
