"""Columns by which the database searches and sorts, made in Python so that every database does it alike."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from annotator.model.label import name_key
from annotator.text.fold import fold

_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
"""Combining marks of the Vietnamese tones in dictionary order: huyền, hỏi, ngã, sắc, nặng."""

_LETTER_MARKS: Final = "\u0306\u0302\u031b\u0335"
"""Marks that make another letter, in alphabet order: ă, then â ê ô, then ơ ư, then the stroke of đ."""

_TONE = re.compile(f"[{_TONES}]")
_LETTERS: Final = {ord(tone): None for tone in _TONES} | {
    ord(mark): chr(0x0E00 + place) for place, mark in enumerate(_LETTER_MARKS)
}
"""Tones go, and marks become letters that come after all plain ones."""

_NUMBER = re.compile(r"\d{1,18}")


def folded(title: str) -> str:
    """The title for finding: without case, diacritics and tones, and without NUL, at which SQL would stop."""
    return fold(title).replace("\0", " ")


def label_key(name: str) -> str:
    """What makes two names of labels (or corpora) the same: `model.label.name_key`."""
    return name_key(name)


def sort_key(title: str) -> str:
    """A text whose plain order is the order of a Vietnamese dictionary, numbers by value.

    Letters first decide (a < ă < â, d < đ, o < ô < ơ), then, between equal letters, tones.
    """
    plain = _NUMBER.sub(lambda found: found[0].zfill(18), title.casefold().replace("đ", "d\u0335"))
    signs = unicodedata.normalize("NFD", plain.replace("\0", " "))
    tones = (
        f"{found.start() - before:03x}{_TONES.find(found[0])}"
        for before, found in enumerate(_TONE.finditer(signs))
    )
    return f"{signs.translate(_LETTERS)} \u0001{''.join(tones)}"
