"""Where the tokens of a CoNLL sentence stand in its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from annotator.formats.base import IncomingSpan
from annotator.formats.tagged.tokens import ends_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.formats.tagged.tags import Chunk

_INKED: Final = re.compile(r"\S+")


def joined_spans(tokens: Sequence[str], chunks: Sequence[Chunk], offset: int) -> list[IncomingSpan]:
    """The spans of chunks in the text that is the tokens joined by one blank; `offset` is added to each."""
    starts = list(accumulate((len(token) + 1 for token in tokens), initial=offset))
    return [IncomingSpan(starts[one.first], starts[one.last + 1] - 1, one.label) for one in chunks]


def spans_by_ink(
    tokens: Sequence[str], chunks: Sequence[Chunk], text: str, offset: int
) -> list[IncomingSpan] | None:
    """The spans of chunks in a text that is the tokens' characters in order, and white space.

    By counting inked characters (see `tokens`), so that no token is searched for. None if the text is not so.

    Args:
        tokens: of the sentence.
        chunks: of the sentence.
        text: of the sentence.
        offset: what to add to each place.
    """
    words = text.split()
    if "".join(words) != "".join(tokens):
        return None
    word_ends, token_ends = ends_of(words), ends_of(tokens)
    blanks = _blanks_before(text, words, word_ends)
    found = []
    for first, last, label in chunks:
        start, end = (token_ends[first - 1] if first else 0), token_ends[last]
        begins = start + blanks[bisect_right(word_ends, start)] + offset
        ends = end + blanks[bisect_right(word_ends, end - 1)] + offset
        found.append(IncomingSpan(begins, ends, label))
    return found


def _blanks_before(text: str, words: Sequence[str], word_ends: Sequence[int]) -> Sequence[int]:
    """For each word, the white space before it."""
    if " ".join(words) == text:
        return range(len(words))
    starts = [found.start() for found in _INKED.finditer(text)]
    return [start - ink for start, ink in zip(starts, [0, *word_ends][:-1], strict=True)]


def places_one_by_one(tokens: Sequence[str], text: str) -> list[tuple[int, int]] | int:
    """(start, end) of each token, or which token is not where it must be.

    Between tokens only white space may stand; a low line in a token may stand for white space in the text.
    """
    places = []
    end = 0
    for number, token in enumerate(tokens):
        place = _place(token, text, end)
        if place is None:
            return number
        places.append(place)
        end = place[1]
    return places


def surface_of(rows: Sequence[Sequence[str]]) -> str:
    """The sentence of CoNLL-U rows: a range of words as it is written, empty nodes left out."""
    pieces = []
    covered = 0
    for number, form, *_, misc in rows:
        first, _, last = number.partition("-")
        if "." in number or int(first) <= covered:
            continue
        covered = int(last or first)
        pieces.append(form if "SpaceAfter=No" in misc.split("|") else f"{form} ")
    return "".join(pieces).rstrip(" ")


def _place(token: str, text: str, place: int) -> tuple[int, int] | None:
    start = place = _skip_blanks(text, place)
    for sign in token:
        if text[place : place + 1] == sign:
            place += 1
        elif sign == "_" and text[place : place + 1].isspace():
            place = _skip_blanks(text, place)
        else:
            return None
    return start, place


def _skip_blanks(text: str, place: int) -> int:
    while text[place : place + 1].isspace():
        place += 1
    return place
