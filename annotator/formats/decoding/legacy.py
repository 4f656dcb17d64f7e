"""Vietnamese encodings older than Unicode that Python has no codec for: TCVN3, VNI, VISCII. Decoding only.

Tables: VISCII from RFC 1456; TCVN3 (the ABC fonts, .VnTime) is TCVN 5712:1993 VN3 with the capitals that VN2
adds; VNI for Windows writes a letter as base and mark, each one byte. What fonts of the last two leave alone
(quotation marks, dashes) is windows-1252. All three decode to composed letters.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_VISCII_LOW: Final = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VISCII_HIGH: Final = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_TCVN3_HIGH: Final = (
    "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323"
    "àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"

_VNI_TONES: Final = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_CIRCUMFLEX: Final = {"â": "", "à": _GRAVE, "á": _ACUTE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_VNI_BREVE: Final = {"ê": "", "è": _GRAVE, "é": _ACUTE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_VNI_SINGLE: Final = {
    "ì": "ì",
    "í": "í",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "ô": "ơ",
    "ö": "ư",
    "î": "ỵ",
    "ñ": "đ",
}


def decode_viscii(data: bytes) -> str:
    """The text of VISCII bytes; every byte has a meaning."""
    return data.decode("latin-1").translate(_VISCII)


def decode_tcvn3(data: bytes) -> str:
    """The text of TCVN3 bytes; raises UnicodeDecodeError at one that has no meaning."""
    return "".join(_TCVN3[byte] or _no_meaning("tcvn3", data, place) for place, byte in enumerate(data))


def decode_vni(data: bytes) -> str:
    """The text of VNI bytes; raises UnicodeDecodeError at the first byte that has no meaning.

    That is one that Windows-1252 does not have, or a mark that has no letter before it.
    """

    def letter(found: re.Match[str]) -> str:
        return _VNI.get(found[0]) or _no_meaning("vni", data, found.start())

    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        decode_vni(data[: error.start])  # a mark without a letter may stand before that byte
        raise
    return _VNI_PIECE.sub(letter, text)


LEGACY: Final[dict[str, Callable[[bytes], str]]] = {
    "tcvn3": decode_tcvn3,
    "vni": decode_vni,
    "viscii": decode_viscii,
}
"""Decoders by the name that `--encoding` takes."""


def _no_meaning(encoding: str, data: bytes, place: int) -> str:
    raise UnicodeDecodeError(encoding, data, place, place + 1, "no character")


def _tcvn3_table() -> list[str]:
    table = [chr(byte) for byte in range(0x80)]
    for byte in range(0x80, 0xA0):
        try:
            table.append(bytes([byte]).decode("cp1252"))
        except UnicodeDecodeError:
            table.append("")
    return table + list(_TCVN3_HIGH)


def _vni_table() -> dict[str, str]:
    """(base and mark as windows-1252 shows them) -> letter; a capital may bear a small mark."""
    table = {}
    for base in "aeouyôö":
        letter = {"ô": "ơ", "ö": "ư"}.get(base, base)
        marks = dict(_VNI_TONES)
        if base in "aeo":
            marks |= {mark: _CIRCUMFLEX + tone for mark, tone in _VNI_CIRCUMFLEX.items()}
        if base == "a":
            marks |= {mark: _BREVE + tone for mark, tone in _VNI_BREVE.items()}
        for mark, signs in marks.items():
            made = unicodedata.normalize("NFC", letter + signs)
            table[base + mark] = table[base + mark.upper()] = made
            table[base.upper() + mark] = table[base.upper() + mark.upper()] = made.upper()
    for sign, letter in _VNI_SINGLE.items():
        table[sign] = letter
        table[sign.upper()] = letter.upper()
    return table


_VISCII: Final = dict(enumerate(_VISCII_HIGH, 0x80)) | _VISCII_LOW
_TCVN3: Final = _tcvn3_table()
_VNI: Final = _vni_table()
_VNI_MARKS: Final = "".join(_VNI_TONES) + "".join(_VNI_CIRCUMFLEX) + "".join(_VNI_BREVE)
_VNI_PIECE: Final = re.compile(
    "|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)) + f"|[{_VNI_MARKS}{_VNI_MARKS.upper()}]"
)
