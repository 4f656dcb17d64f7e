"""Whether words are only a part of a longer name: "UBND tỉnh" within "UBND tỉnh Sông Vàng"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from annotator.text.headlines import words_read
from annotator.text.name_tokens import Joint, Shape, phrase_at, plain
from annotator.text.name_words import ADDRESS, BODIES, OFFICES, PLACES, SURNAMES
from annotator.text.names import body_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.text.name_tokens import Token

_REACH: Final = 40
"""Code points before and after the words that are looked at."""
_BEFORE: Final = 2
_AFTER: Final = 3
"""Words of those: so few that most places are like one that was judged before."""
_PLACE_HEADS: Final = frozenset(PLACES)
_LONGEST_TITLE: Final = 3


def is_part_of_name(text: str, start: int, end: int, kind: str) -> bool:
    """Whether a name goes on right behind [start, end), or begun right before it.

    Args:
        text: the whole text.
        start: first code point of some whole words.
        end: code point after their last one.
        kind: what they are labelled as, as `grab.kind_of` says it. An office is never a part: who holds it,
            and of what it is one, comes right behind.
    """
    if kind == "position" or not (_may_go_on(text, end) or _may_have_begun(text, start)):
        return False
    left, right = _flat(text[max(0, start - _REACH) : start]), _flat(text[end : end + _REACH])
    before, after = " ".join(left.split()[-_BEFORE:]), " ".join(right.split()[:_AFTER])
    before += " " if left[-1:].isspace() else ""
    after = " " + after if right[:1].isspace() else after
    return _is_part(before, text[start:end], after, kind)


def _flat(text: str) -> str:
    return text.replace("\n", " . ")


@lru_cache(maxsize=2048)
def _is_part(before: str, written: str, after: str, kind: str) -> bool:
    text, start = before + written + after, len(before)
    words = words_read(text, 0, len(text))
    first = next((place for place, word in enumerate(words) if word.start == start), None)
    last = next((place for place, word in enumerate(words, 1) if word.end == start + len(written)), None)
    if first is None or last is None or not words[first].is_capital:
        return False
    return _goes_on(words, first, last, kind) or _has_begun(words, first, last)


def _may_go_on(text: str, end: int) -> bool:
    """Whether a capital follows, or the word for a place: what costs little to see."""
    if text[end : end + 1].strip() or not text[end + 1 : end + 2].isalpha():
        return False
    if text[end + 1].isupper():
        return True
    following = text[end + 1 : end + 10].split()
    return bool(following) and plain(following[0]) in _PLACE_HEADS


def _may_have_begun(text: str, start: int) -> bool:
    before = text[max(0, start - 20) : start]
    if not before or before[-1].strip():
        return False
    words = before.split()
    return bool(words) and words[-1][0].isupper()


def _goes_on(words: Sequence[Token], first: int, last: int, kind: str) -> bool:
    if last == len(words) or not words[last].is_close:
        return False
    body = body_from(words, first) if kind in ("", "organization") else first
    if body > first:
        return body > last
    if not words[last].is_capital or _is_title(words, last):
        return False
    return kind == "person" or not _is_person(words, last)


def _has_begun(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether the capital right before belongs to the same name; one that opens a sentence says nothing."""
    if first == 0 or not words[first].is_close:
        return False
    before = words[first - 1]
    if before.shape is not Shape.CAPITAL or before.joint is Joint.SENTENCE:
        return False
    if last - first > 1 and words[first].word in SURNAMES:
        return False
    lengths = range(1, min(_LONGEST_TITLE, first) + 1)
    return not any(
        phrase_at(words, first - length, titles) == length
        for length in lengths
        for titles in (ADDRESS, OFFICES)
    )


def _is_title(words: Sequence[Token], place: int) -> bool:
    return any(phrase_at(words, place, phrases) for phrases in (ADDRESS, OFFICES, BODIES))


def _is_person(words: Sequence[Token], place: int) -> bool:
    """Whether a whole name of a person comes next: a surname and two more capitals."""
    following = words[place : place + 3]
    if len(following) < 3 or following[0].word not in SURNAMES:
        return False
    return all(word.is_capital and word.is_close for word in following)
