"""What stands before and after a stretch of text, for lines of a concordance."""

from __future__ import annotations

from typing import Final

from annotator.text.graphemes import grapheme_end, grapheme_start

WIDTH: Final = 60
"""Code points of context on either side."""


def around(text: str, start: int, end: int, width: int = WIDTH) -> tuple[str, str]:
    """The text before and after [start, end) as stored: at most `width` code points, whole words.

    Only where no blank is near, a word is cut, between two visible characters.
    """
    return text[_left_edge(text, start, width) : start], text[end : _right_edge(text, end, width)]


def _left_edge(text: str, start: int, width: int) -> int:
    edge = start - width
    if edge <= 0:
        return 0
    if text[edge - 1].isspace():
        return edge
    blank = next((place for place in range(edge, start) if text[place].isspace()), None)
    return grapheme_end(text, edge) if blank is None else blank + 1


def _right_edge(text: str, end: int, width: int) -> int:
    edge = end + width
    if edge >= len(text):
        return len(text)
    if text[edge].isspace():
        return edge
    blank = next((place for place in range(edge - 1, end - 1, -1) if text[place].isspace()), None)
    return max(end, grapheme_start(text, edge)) if blank is None else blank
