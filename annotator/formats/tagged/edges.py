"""Spans that do not begin and end where tokens do: left out, widened or narrowed to whole tokens, by choice.

Every format that has rows of tokens asks here, so that the choice means the same in all of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from annotator.formats.tagged.tags import Chunk
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from annotator.formats.base import OutgoingSpan
    from annotator.messages import Message

    Places = Sequence[tuple[int, int]]

DROP: Final = "drop"
WIDEN: Final = "widen"
NARROW: Final = "narrow"

EDGES: Final = (DROP, WIDEN, NARROW)
"""What `WriteOptions.edges` may be."""

_DROPPED: Final = say("It does not begin and end where tokens do.")
_NO_TOKEN: Final = say("No token lies whole in it.")
_NO_INK: Final = say("It covers nothing but white space.")


class Fitting(NamedTuple):
    """The spans of one document as tokens.

    Attributes:
        spans: those that cover tokens, in order, moved to where these begin and end.
        chunks: uid -> the tokens that it covers.
        reasons: uid -> what was done, for every span that was moved or left out.
    """

    spans: list[OutgoingSpan]
    chunks: dict[str, Chunk]
    reasons: dict[str, Message]


def fit(
    spans: Sequence[OutgoingSpan],
    firsts: Mapping[int, int],
    lasts: Mapping[int, int],
    places: Callable[[], Places],
    how: str,
) -> Fitting:
    """Fit spans to tokens.

    Args:
        spans: of one document.
        firsts: place in the text -> number of the token that begins there, for the places of the spans.
        lasts: the same for where tokens end.
        places: gives (start, end) of all tokens in order; asked only when a span has to be moved.
        how: one of `EDGES`.
    """
    chunks = {
        span[4]: Chunk(firsts[span[0]], lasts[span[1]], span[2])
        for span in spans
        if span[0] in firsts and span[1] in lasts
    }
    if len(chunks) == len(spans):
        return Fitting(list(spans), chunks, {})
    found = Fitting([], chunks, {})
    tokens = () if how == DROP else places()
    for span in spans:
        if span.uid in chunks:
            found.spans.append(span)
        elif how == DROP:
            found.reasons[span.uid] = _DROPPED
        else:
            _move(span, tokens, how, found)
    return found


def _move(span: OutgoingSpan, tokens: Places, how: str, found: Fitting) -> None:
    if how == WIDEN:
        first = bisect_right(tokens, span.start, key=_end)
        last = bisect_left(tokens, span.end, key=_start) - 1
    else:
        first = bisect_left(tokens, span.start, key=_start)
        last = bisect_right(tokens, span.end, key=_end) - 1
    if first > last:
        found.reasons[span.uid] = _NO_INK if how == WIDEN else _NO_TOKEN
        return
    start, end = tokens[first][0], tokens[last][1]
    found.chunks[span.uid] = Chunk(first, last, span.label)
    found.spans.append(span._replace(start=start, end=end))
    found.reasons[span.uid] = _moved(start, end, how)


def _moved(start: int, end: int, how: str) -> Message:
    if how == WIDEN:
        return say(
            "It does not begin and end where tokens do, and was widened to {start}–{end}.",
            start=start,
            end=end,
        )
    return say(
        "It does not begin and end where tokens do, and was narrowed to {start}–{end}.", start=start, end=end
    )


def _start(place: tuple[int, int]) -> int:
    return place[0]


def _end(place: tuple[int, int]) -> int:
    return place[1]
