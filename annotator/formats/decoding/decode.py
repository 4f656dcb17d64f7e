"""Bytes to text: which encoding it is, and nothing ever replaced.

Certain are a byte order mark, valid UTF-8, UTF-16 without a mark, and windows-1258 that reads as Vietnamese.
Everything else is refused with what it may be, each candidate with how it would begin; the person chooses.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotator.errors import FormatError
from annotator.formats.decoding.legacy import LEGACY
from annotator.formats.decoding.vietnamese import vietnamese_share
from annotator.messages import say

if TYPE_CHECKING:
    from annotator.messages import Message

BOM: Final = "\ufeff"
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS_BY_MAGIC: Final = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX, XLSX"),
    (b"\xd0\xcf\x11\xe0", "DOC, XLS"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "ELF"),
    (b"SQLite format 3\0", "SQLite"),
)
_NOT_FOR_FILES: Final = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}
)
_NAMES: Final = {"cp1258": "windows-1258", "cp1252": "windows-1252", "utf_8": "utf-8", "ascii": "utf-8"}
_WESTERN_BEYOND: Final = 5
_SAMPLE: Final = 200_000
_SURE: Final = 0.9
_LIKELY: Final = 0.6
_FEWEST_WORDS: Final = 3
_MANY_CONTROLS: Final = 8
_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_READABLE = re.compile(r"[\t\n\r -~\u00a0-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f\u20ab\ufeff]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An encoding that a text may have: its name for `--encoding`, and how the text would begin."""

    encoding: str
    preview: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as it stands in the bytes, without a leading byte order mark; `encoding` is how it was read."""

    text: str
    encoding: str


class UndecidedEncodingError(FormatError):
    """The bytes are not UTF-8 and what else they are is for a person to say.

    Attributes:
        candidates: the likeliest first.
    """

    def __init__(
        self, message: Message, problems: tuple[Message, ...] = (), candidates: tuple[Candidate, ...] = ()
    ) -> None:
        super().__init__(message, problems)
        self.candidates = candidates


def is_utf8(encoding: str) -> bool:
    """Whether the name means UTF-8, with or without a byte order mark."""
    return encoding.lower().replace("_", "-") in {"utf-8", "utf8", "utf-8-sig"}


def decode_bytes(data: bytes, encoding: str | None = None, *, name: str) -> Decoded:
    """The text of a file's bytes.

    Args:
        data: the whole file.
        encoding: what the person chose (any text codec of Python, tcvn3, vni, viscii); None for detection.
        name: of the file, for messages.

    Raises:
        UndecidedEncodingError: not UTF-8, and not certain what else.
        FormatError: empty, not text, NUL in it, or not in the encoding chosen.
    """
    if not data:
        raise FormatError(say("{file} is empty. There is nothing to import.", file=name))
    if encoding is not None:
        return _checked(_by_choice(data, encoding, name), encoding, name)
    _refuse_magic(data, name)
    for mark, marked in _BOMS:
        if data.startswith(mark):
            return _checked(_strictly(data, marked, name), marked, name)
    if b"\0" in data and len(data) % 2 == 0 and (wide := _wide_encoding(data)):
        return _checked(_strictly(data, wide, name), wide, name)
    try:
        return _checked(data.decode(), "utf-8", name)
    except UnicodeDecodeError as error:
        _refuse_binary(data, name)
        return _checked(_by_likeness(data, error, name), "windows-1258", name)


def candidates_of(data: bytes) -> tuple[Candidate, ...]:
    """Which encodings the bytes may be in, the likeliest first; empty when none makes readable text."""
    sample = data[:_SAMPLE]
    scored = []
    for encoding in ("windows-1258", *LEGACY):
        share, words = _share(sample, encoding)
        if share >= _LIKELY:
            scored.append((share, words, encoding))
    names = [encoding for *_, encoding in sorted(scored, reverse=True)]
    if not names:
        names = _western(sample)
    return tuple(Candidate(encoding, _preview(sample, encoding)) for encoding in names)


def _checked(text: str, encoding: str, name: str) -> Decoded:
    text = text.removeprefix(BOM)
    if not text.strip():
        raise FormatError(say("{file} is empty. There is nothing to import.", file=name))
    if (place := text.find("\0")) >= 0:
        raise FormatError(_holds_nul(name, place))
    if len(_CONTROL.findall(text)) * 10 > len(text):
        raise FormatError(_not_text(name, "?"))
    return Decoded(text, encoding)


def _refuse_binary(data: bytes, name: str) -> None:
    """Refuse NUL and many control characters, before an old encoding is found to make letters of them."""
    controls = len(_CONTROL_BYTE.findall(data))
    if controls >= _MANY_CONTROLS and controls * 10 > len(data):
        raise FormatError(_not_text(name, "?"))
    if (place := data.find(b"\0")) >= 0:
        raise FormatError(_holds_nul(name, place))


def _holds_nul(name: str, place: int) -> Message:
    return say(
        "{file}: holds NUL characters (the first is character {position}), as binary files do; a text cannot "
        "hold them. Nothing was imported.",
        file=name,
        position=place,
    )


def _not_text(name: str, kind: str) -> Message:
    if kind == "?":
        return say(
            "{file}: is not a text but a binary file. Save it as a text file and try again. Nothing was "
            "imported.",
            file=name,
        )
    return say(
        "{file}: is not a text but a binary file ({kind}). Import it under its own format, or save it as a "
        "text file. Nothing was imported.",
        file=name,
        kind=kind,
    )


def _refuse_magic(data: bytes, name: str) -> None:
    for magic, kind in _KINDS_BY_MAGIC:
        if data.startswith(magic):
            raise FormatError(_not_text(name, kind))


def _by_choice(data: bytes, encoding: str, name: str) -> str:
    if encoding.lower() in LEGACY or _is_text_codec(encoding):
        return _strictly(data, encoding, name)
    raise FormatError(
        say(
            "“{encoding}” is no encoding this program knows. Try utf-8, utf-16, windows-1258, windows-1252, "
            "tcvn3, vni or viscii. Nothing was imported.",
            encoding=encoding,
        )
    )


def _is_text_codec(encoding: str) -> bool:
    try:
        found = codecs.lookup(encoding)
        "".encode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return False
    return found.name.replace("_", "-") not in _NOT_FOR_FILES


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        text = _decode(data, encoding)
        text.encode()
    except UnicodeDecodeError as error:
        raise FormatError(
            say(
                "{file}: not valid {encoding} (byte {byte} at position {position}). Choose another encoding "
                "and try again. Nothing was imported.",
                file=name,
                encoding=encoding,
                byte=f"0x{data[error.start]:02X}" if error.start < len(data) else "-",
                position=error.start,
            )
        ) from error
    except UnicodeError as error:
        raise FormatError(
            say("{file}: not valid {encoding}. Nothing was imported.", file=name, encoding=encoding)
        ) from error
    return text


def _decode(data: bytes, encoding: str) -> str:
    legacy = LEGACY.get(encoding.lower())
    return legacy(data) if legacy else data.decode(encoding)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, by which half of its units is readable; None if neither."""
    sample = data[: _SAMPLE & ~1]
    sample = sample[: len(sample) & ~1]
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError as error:
            text = sample[: error.start].decode(encoding)
            if len(sample) - error.start > 2:
                continue
        if text and len(_READABLE.findall(text)) >= _SURE * len(text):
            return encoding
    return None


def _by_likeness(data: bytes, error: UnicodeDecodeError, name: str) -> str:
    """The text if it is windows-1258 beyond doubt; else the refusal that says what it may be."""
    byte, position = f"0x{data[error.start]:02X}", error.start
    if _is_mostly_utf8(data):
        raise UndecidedEncodingError(
            say(
                "{file}: not valid UTF-8 (byte {byte} at position {position}), though most of it is: two "
                "encodings are mixed, or the file is damaged there. Mend the file and try again. Nothing "
                "was imported.",
                file=name,
                byte=byte,
                position=position,
            )
        )
    candidates = candidates_of(data)
    if candidates and candidates[0].encoding == "windows-1258":
        share, words = _share(data[:_SAMPLE], "windows-1258")
        if share >= _SURE and words >= _FEWEST_WORDS:
            return _strictly(data, "windows-1258", name)
    raise _undecided(name, byte, position, candidates)


def _undecided(
    name: str, byte: str, position: int, candidates: tuple[Candidate, ...]
) -> UndecidedEncodingError:
    if not candidates:
        return UndecidedEncodingError(
            say(
                "{file}: not valid UTF-8 (byte {byte} at position {position}), and no other encoding makes "
                "it readable. It may be a binary file. Nothing was imported.",
                file=name,
                byte=byte,
                position=position,
            )
        )
    first = say(
        "{file}: not valid UTF-8 (byte {byte} at position {position}). It may be {encodings}: choose the "
        "encoding and try again. Nothing was imported.",
        file=name,
        byte=byte,
        position=position,
        encodings=", ".join(candidate.encoding for candidate in candidates),
    )
    previews = tuple(
        say(
            "{file}: read as {encoding} it begins “{preview}”.",
            file=name,
            encoding=candidate.encoding,
            preview=candidate.preview,
        )
        for candidate in candidates
    )
    return UndecidedEncodingError(first, (first, *previews), candidates)


def _is_mostly_utf8(data: bytes) -> bool:
    text = data.decode(errors="surrogateescape")
    beyond = [sign for sign in text if sign > "\x7f"]
    bad = sum("\udc80" <= sign <= "\udcff" for sign in beyond)
    return len(beyond) - bad >= max(_FEWEST_WORDS, 2 * bad)


def _share(sample: bytes, encoding: str) -> tuple[float, int]:
    try:
        return vietnamese_share(_decode(sample, encoding))
    except UnicodeDecodeError:
        return 0.0, 0


def _western(sample: bytes) -> list[str]:
    """What charset-normalizer takes it for; windows-1252 first where few letters are beyond ASCII."""
    from charset_normalizer import from_bytes  # here, because loading it takes 30 ms and few files need it

    best = from_bytes(sample).best()
    found = [] if best is None else [_NAMES.get(best.encoding, best.encoding.replace("_", "-"))]
    beyond = sum(byte > 0x7F for byte in sample)
    if found and beyond * _WESTERN_BEYOND < len(sample) and _decodes(sample, "windows-1252"):
        found.insert(0, "windows-1252")
    return list(dict.fromkeys(found))


def _decodes(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _preview(sample: bytes, encoding: str) -> str:
    text = " ".join(_decode(sample, encoding).split())
    first = next((place for place, sign in enumerate(text) if sign > "\x7f"), 0)
    start = text.rfind(" ", 0, max(0, first - 20)) + 1
    return text[start : start + 60]
