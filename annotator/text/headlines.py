"""Words of headlines in capitals, given the letters that they would have in a sentence.

Where all is written in capitals, capitals tell nothing of names. What the lists know is then written as
there, and what they do not know is taken to be a name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from annotator.text.name_tokens import Joint, Shape, phrase_at, tokens_between
from annotator.text.name_words import (
    ADDRESS,
    AWARDS,
    BODIES,
    CLASSES,
    COMMITTEES,
    COMPOUNDS,
    DOINGS,
    DRIVES,
    GIVEN_NAMES,
    INSIDE,
    LINKS,
    LONG_PLACES,
    MIDDLE_NAMES,
    NO_NAMES,
    OFFICES,
    OPENERS,
    PLACES,
    STOPS,
    SURNAMES,
    TAILS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from annotator.text.name_tokens import Token
    from annotator.text.name_words import Phrases

_SHORTEST: Final = 4
"""Words in capitals one after another that are a headline; fewer may be abbreviations."""
_LONGEST_PLACE: Final = 2
_LONGEST_NAME: Final = 4

_NAMES: Final = (BODIES, OFFICES, AWARDS, COMPOUNDS)
"""Phrases that begin with a capital."""
_SMALL: Final = (NO_NAMES, DOINGS, PLACES, INSIDE, ADDRESS, DRIVES, CLASSES, TAILS)
"""Phrases in small letters."""
_SMALL_WORDS: Final = STOPS | LINKS | OPENERS
_MORE_FOLLOWS: Final = SURNAMES | MIDDLE_NAMES


def words_read(text: str, start: int, end: int) -> list[Token]:
    """The words of [start, end) as `name_tokens.tokens_between` has them, headlines as if in a sentence."""
    words = tokens_between(text, start, end)
    for first, last in _headlines(words):
        words[first:last] = _as_in_sentence(words[first:last])
    return words


def _headlines(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Stretches of words that are all in capitals, numbers among them."""
    first = count = 0
    for place, token in enumerate(words):
        if token.shape is Shape.UPPER:
            count += 1
        elif token.shape is not Shape.NUMBER:
            if count >= _SHORTEST:
                yield first, place
            first, count = place + 1, 0
    if count >= _SHORTEST:
        yield first, len(words)


def _as_in_sentence(words: Sequence[Token]) -> list[Token]:
    written: list[Token] = []
    place = 0
    while place < len(words):
        length, is_name = _piece(words, written, place)
        shapes = [Shape.CAPITAL if is_name else Shape.SMALL] + [Shape.SMALL] * (length - 1)
        for token, shape in zip(words[place : place + length], shapes, strict=True):
            written.append(token if token.shape is Shape.NUMBER else replace(token, shape=shape))
        place += length
    return written


def _piece(words: Sequence[Token], written: Sequence[Token], place: int) -> tuple[int, bool]:
    """How many words belong together from `place` on, and whether the first has a capital.

    Args:
        words: the headline.
        written: those before `place`, as they would be in a sentence.
        place: the next one.
    """
    if _is_in_name(words, place):
        return 1, True
    name = max(phrase_at(words, place, phrases) for phrases in _NAMES)
    small = max(phrase_at(words, place, phrases) for phrases in _SMALL)
    if phrase_at(words, place, DOINGS) >= name > 0 and not _is_part_of_body(words, place):
        return max(small, name), False
    if name and name >= small:
        return name, True
    if small:
        return small, False
    if words[place].word in _SMALL_WORDS:
        return 1, False
    return 1, not _is_beyond_place(words, written, place)


def _is_in_name(words: Sequence[Token], place: int) -> bool:
    """Whether a person's name goes on: right after a surname or a middle name."""
    if place == 0 or not words[place].is_close:
        return False
    if words[place - 1].word in _MORE_FOLLOWS:
        return True
    if words[place].word not in GIVEN_NAMES:
        return False
    return any(token.word in SURNAMES for token in words[max(0, place - _LONGEST_NAME) : place])


def _is_part_of_body(words: Sequence[Token], place: int) -> bool:
    """Whether what may be said to be done is a body's field here: "Ban Tổ chức", "và Phát triển"."""
    if place == 0:
        return False
    if words[place].joint in (Joint.COMMA, Joint.DASH) or words[place - 1].word in LINKS:
        return True
    return _ends_with(words, place, BODIES) > 0 and not _ends_with(words, place, COMMITTEES)


def _is_beyond_place(words: Sequence[Token], written: Sequence[Token], place: int) -> bool:
    """Whether a place's name, of two syllables as nearly all are, ended before this word."""
    head = place - _LONGEST_PLACE
    if words[place].word in SURNAMES or not _ends_with(words, head, PLACES):
        return False
    if not all(one.is_capital and one.is_close for one in written[head:]):
        return False
    return not phrase_at(words, head, LONG_PLACES)


def _ends_with(words: Sequence[Token], place: int, phrases: Phrases) -> int:
    """How many words right before `place` are one of the phrases, 0 when they are none."""
    lengths = range(min(4, place), 0, -1)
    return next((one for one in lengths if phrase_at(words, place - one, phrases) == one), 0)
