"""The words around a place, each with how it is written and what joins it to the one before it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from annotator.text.patterns import Pattern
from annotator.text.sentences import ABBREVIATIONS, SEPARATORS
from annotator.text.words import words_between

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.text.name_words import Phrases

REACH: Final = 400
"""Code points on either side of the caret that are looked at."""

_BREAK_BACK: Final = Pattern(rf"(?r)(?:{SEPARATORS})")
_BREAK: Final = Pattern(SEPARATORS)
_LONGEST_ABBREVIATION: Final = 4


class Shape(Enum):
    """How a word is written."""

    CAPITAL = auto()
    UPPER = auto()
    """In capitals throughout."""
    NUMBER = auto()
    SMALL = auto()


class Joint(Enum):
    """What stands between a word and the one before it."""

    BLANK = auto()
    STOP = auto()
    DASH = auto()
    COMMA = auto()
    MARK = auto()
    SENTENCE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `start`, `end` in code points; `word` composed, in small letters."""

    start: int
    end: int
    word: str
    shape: Shape
    joint: Joint

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.shape in (Shape.CAPITAL, Shape.UPPER)

    @property
    def is_apart(self) -> bool:
        """Whether a mark that no name goes over, or a sentence's end, parts it from the word before."""
        return self.joint in (Joint.MARK, Joint.SENTENCE)

    @property
    def is_close(self) -> bool:
        """Whether only blanks, or the stop of an abbreviation, part it from the word before."""
        return self.joint in (Joint.BLANK, Joint.STOP)


def paragraph_near(text: str, position: int) -> tuple[int, int]:
    """The paragraph around a position, cut where it is further away than `REACH`, on word borders."""
    low, high = max(0, position - REACH), min(len(text), position + REACH)
    before, after = _BREAK_BACK.search(text, low, position), _BREAK.search(text, position, high)
    return (before.end() if before else low), (after.start() if after else high)


def tokens_between(text: str, start: int, end: int) -> list[Token]:
    """The words of [start, end), those at its ends only if they lie in it wholly."""
    found: list[Token] = []
    for first, last in words_between(text, start, end):
        written = unicodedata.normalize("NFC", text[first:last])
        joint = _joint(text, found[-1], first) if found else Joint.SENTENCE
        found.append(Token(first, last, plain(written), _shape(written), joint))
    return found


def plain(written: str) -> str:
    """A word as the lists write it: composed, in small letters, "ủy" for "uỷ"."""
    return unicodedata.normalize("NFC", written.casefold()).replace("uỷ", "ủy").replace("uý", "úy")


def phrase_at(tokens: Sequence[Token], place: int, phrases: Phrases) -> int:
    """How many words from `place` on are the longest of the phrases; 0 for none."""
    if not 0 <= place < len(tokens):
        return 0
    for phrase in phrases.get(tokens[place].word, ()):
        stretch = tokens[place : place + len(phrase)]
        if tuple(token.word for token in stretch) == phrase and all(token.is_close for token in stretch[1:]):
            return len(phrase)
    return 0


def _shape(written: str) -> Shape:
    if written[0].isdigit() or (written.isupper() and set(written) <= _ROMAN):
        return Shape.NUMBER
    if written.isupper():
        return Shape.UPPER
    return Shape.CAPITAL if written[0].isupper() or written[0].istitle() else Shape.SMALL


def _joint(text: str, before: Token, start: int) -> Joint:
    between = text[before.end : start]
    sign = between.strip()
    if not sign:
        return Joint.BLANK
    if sign == "." and _is_short(text[before.start : before.end]):
        return Joint.STOP
    if not _ENDS.isdisjoint(sign) or _BREAK.search(between):
        return Joint.SENTENCE
    return _JOINTS.get(sign, Joint.MARK)


def _is_short(written: str) -> bool:
    """Whether a full stop after the word belongs to it: an initial, a known abbreviation, few capitals."""
    composed = unicodedata.normalize("NFC", written)
    return composed in ABBREVIATIONS or (len(composed) <= _LONGEST_ABBREVIATION and composed.isupper())


_ENDS: Final = frozenset(".!?…")
_ROMAN: Final = frozenset("IVX")
_JOINTS: Final = {
    "-": Joint.DASH,
    "–": Joint.DASH,
    "—": Joint.DASH,
    "/": Joint.DASH,
    "&": Joint.DASH,
    ",": Joint.COMMA,
}
