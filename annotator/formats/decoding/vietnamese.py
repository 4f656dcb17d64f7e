"""How Vietnamese a decoded text looks: the share of its marked words that can be Vietnamese syllables."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_ONSET: Final = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
_NUCLEUS: Final = (
    "(?:oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|iêu|yêu|uâ|uê|uô|uơ|uy|ua|ui|uă|ue|ươ|ưa|ưi|ưu|iê|yê|ia|iu|ai"
    "|ao|au|ay|âu|ây|eo|êu|oa|oă|oe|oi|oo|ôi|ơi|[aăâeêioôơuưy])"
)
_CODA: Final = "(?:ch|nh|ng|[ckmnpt])?"
_SYLLABLE: Final = re.compile(_ONSET + _NUCLEUS + _CODA)
_WORD: Final = re.compile(r"[^\W\d_]+")


def vietnamese_share(text: str) -> tuple[float, int]:
    """(share, number) of the words with letters beyond ASCII that have the form of a Vietnamese syllable.

    The form: one onset, one vowel group, one coda, at most one tone (Đoàn Thiện Thuật, "Ngữ âm tiếng Việt",
    1977). Mojibake of another encoding rarely has it: measured on our articles, 0.98 and more against 0.8 and
    less.
    """
    words = [word for word in _WORD.findall(unicodedata.normalize("NFC", text)) if not word.isascii()]
    if not words:
        return 0.0, 0
    return sum(map(_is_syllable, words)) / len(words), len(words)


def _is_syllable(word: str) -> bool:
    letters = unicodedata.normalize("NFD", word.lower())
    toneless = "".join(sign for sign in letters if sign not in _TONES)
    if len(letters) - len(toneless) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", toneless)) is not None
