"""Where the tokens of a CoNLL sentence stand in its text."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from annotator.formats.base import IncomingSpan
from annotator.formats.tokens import ends_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.formats.tags import Chunk


def joined_spans(tokens: Sequence[str], chunks: Sequence[Chunk]) -> list[IncomingSpan]:
    """The spans of chunks in the text that is the tokens joined by one blank."""
    starts = [0, *accumulate(len(token) + 1 for token in tokens)]
    return [IncomingSpan(starts[one.first], starts[one.last + 1] - 1, one.label) for one in chunks]


def spans_by_ink(tokens: Sequence[str], chunks: Sequence[Chunk], text: str) -> list[IncomingSpan] | None:
    """The spans of chunks in a text with the tokens' characters in their order and single blanks anywhere.

    By counting inked characters (see `tokens`), so that no token is searched for. None if the text is not so.
    """
    words = text.split()
    if " ".join(words) != text or "".join(words) != "".join(tokens):
        return None
    word_ends, token_ends = ends_of(words), ends_of(tokens)
    found = []
    for first, last, label in chunks:
        start, end = (token_ends[first - 1] if first else 0), token_ends[last]
        found.append(
            IncomingSpan(
                start + bisect_right(word_ends, start), end + bisect_right(word_ends, end - 1), label
            )
        )
    return found


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
