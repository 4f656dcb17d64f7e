"""Texts that break programs which count, fold, trim or normalise: a catalogue, and endlessly more by chance.

All are texts the program promises to keep exactly: no lone surrogates (which no file holds), not empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.text.graphemes import grapheme_end, grapheme_start

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

_PEOPLE: Final = "Ông Đoàn Văn Hùng, Ủy viên Ban Thường vụ Tỉnh ủy Sông Vàng"

CATALOGUE: Final[Mapping[str, str]] = {
    "composed": f"{_PEOPLE}.\n\nBà Lê Thị Ánh nhận Bằng khen.",
    "decomposed": "Ho\u0300a\u0300 Bi\u0300nh U\u031b\u0309y vie\u0302n Đa\u0309ng, ngu\u031bo\u031b\u0300i",
    "emoji": "a😀b Trần 👩🏽‍🚀 Văn 🇻🇳🇻🇳 Bình ❤️‍🔥 c",
    "emoji before a name": "😀😀😀Lê Văn Tám😀 ở 𝒜𝒷 Mường Lũng",
    "CR LF": "Dòng một\r\nDòng hai\r\n\r\nDòng ba\r\n",
    "CR alone": "Dòng một\rDòng hai\r\rDòng ba",
    "all line ends": "một\nhai\r\nba\rbốn\u2028năm\u2029sáu\x0bbảy\x0ctám\x85chín\x1cmười",
    "separators": "một\u2028hai ba\u2029bốn \x1d năm \x1e sáu \x1f bảy",
    "FEFF leading": "\ufeffỦy ban nhân dân\ufeff tỉnh \ufeffSông Vàng",
    "FEFF doubled": "\ufeff\ufeffỦy ban \ufffeở đây",
    "NUL": "Ủy ban\x00nhân dân\x00 tỉnh \x00",
    "controls": "a\x01b\x02 c\x08d \x7f e\x1b[31mđỏ\x1b[0m \x90 f",
    "tabs and blanks": "\tCột\tmột  hai\u00a0ba\u2003bốn\u3000năm\u202fsáu ",
    "zero width": "Ủy\u200b ban\u200c nhân\u200d dân\u2060 tỉnh\u00ad Sông",
    "objects": "ảnh \ufffc ở \ufffd đây \ufdd0 và \ufdd1 và \uffff hết",
    "right to left": "الرئيس محمد علي في القاهرة 2023 اليوم",
    "right to left, paragraphs": "محمد علي\n\nفي القاهرة\r\n\fالرئيس\u2028\u2028 علي\n",
    "Hebrew with points": "שָׁלוֹם עוֹלָם וְגַם זֶה",
    "mixed directions": "the president محمد علي (Cairo) met السيدة 2023 today, בית ספר end",
    "bidi controls": "abc \u202eEVIL\u202c def \u2067אבג\u2069 \u200fxyz\u200e \u202aend\u202c",
    "astral": "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠀀𠀁 Trần \U0010fffe Văn \U000e0041 Bình",
    "Indic": "नमस्ते दुनिया क्षत्रिय ज़्यादा தமிழ் ไทยกำลัง",
    "Hangul apart": "\u1112\u1161\u11ab\u1100\u1173\u11af 한글 ㅎ\u3163",
    "CJK": "第十四届全国人民代表大会，习近平主席。東京都",
    "many marks": "Z" + "\u0301\u0302\u0303\u0304" * 12 + "algo text",
    "marks first": "\u0301\u0302 đầu dòng\n\u0301 lại",
    "markup": '<b>Tỉnh</b> &amp; R&D "ủy" <img src=x> \\n %s {x} ]]> --> T1\tperson 0 4\tTỉnh',
    "formulas": "=1+1\n+cmd|' /C calc'!A0\n@SUM(A1)\n-2+3",
    "looks like data": '{"text": "a", "spans": []}\n#T_SP=x\n-DOCSTART- O\n# sent_id = 1\n\n1-1\t0-3\tabc',
    "ties of case": "İSTANBUL ıÇ ß ẞ ﬁ ŉ ǅ Σς",
    "one letter": "x",
    "blanks only around": " \u00a0\t a \n",
    "long word": "ủy" * 700 + " hết",
}
"""Name -> text."""

_ALPHABET: Final = (
    *"abĐđứỷ .,\n\"'(-=<&",
    "\r\n", "\r", "\t", "\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\x00", "\x1f", "\x7f", "\ufeff",
    "\ufffc", "\ufdd0", "\u00a0", "\u3000", "\u200b", "\u200d", "\u00ad", "e\u0301", "\u0323", "😀", "👩🏽‍🚀",
    "🇻🇳", "\ufffe", "𝒜", "م", "علي", "שלום", "\u202e", "\u2067", "\u2069", "한", "\u1112\u1161", "क्ष",
    "Tỉnh ủy", "Lê Văn ",
)  # fmt: skip


def by_chance(chance: random.Random) -> str:
    """A text that nobody thought of; not of blanks alone."""
    while True:
        made = "".join(chance.choice(_ALPHABET) for _ in range(chance.randint(1, 80)))
        if made.strip("\ufeff \t\r\n\x0b\x0c\x00\x1f\x85\u00a0\u2028\u2029\u3000"):
            return made


def stretches(text: str, chance: random.Random, most: int) -> list[tuple[int, int]]:
    """Some different (start, end) of whole visible characters; the whole text is one of them."""
    found = {(0, len(text))}
    for _ in range(4 * most):
        start = grapheme_start(text, chance.randrange(len(text)))
        end = grapheme_end(text, min(len(text), start + chance.choice((1, 1, 2, 3, 8, 30))))
        if start < end:
            found.add((start, end))
        if len(found) >= most:
            break
    return sorted(found)


def crossing_characters(text: str, chance: random.Random, most: int) -> list[tuple[int, int]]:
    """Some different (start, end) at any code point, also within a visible character."""
    found = set()
    for _ in range(most):
        start = chance.randrange(len(text))
        found.add((start, chance.randint(start + 1, min(len(text), start + 20))))
    return sorted(found)
