"""How brat counts a text, and how it marks what goes over the end of a line: in parts, one a line.

brat reads a Windows line end as one character and keeps a byte order mark as one. Its annotations stand on
one line each, so a span may hold no line end; brat itself writes such a span in parts. Parts between which
there is nothing but the end of a line are therefore one span here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from annotator.formats.discontinuous import in_order
from annotator.formats.offsets import BYTES, CODE_POINTS, CRLF_AS_ONE, UTF16, Claim, Place, settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotator.formats.brat.lines import TextBound
    from annotator.formats.offsets import Settled
    from annotator.model.span import Parts

_ENDS_A_LINE: Final = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What Python, in which brat is written, may take for the end of a line."""

_ON_ONE_LINE: Final = re.compile(f"[^{_ENDS_A_LINE}]+")
_BETWEEN_LINES: Final = re.compile(rf"[^\S{_ENDS_A_LINE}]*[{_ENDS_A_LINE}]\s*")
_MARK: Final = "\ufeff"


def lines_of(words: str) -> list[str]:
    """The words cut where a line ends for brat, empty lines too."""
    return re.split(f"\r\n|[{_ENDS_A_LINE}]", words)


def is_on_one_line(text: str, start: int, end: int) -> bool:
    """Whether brat can mark this stretch as it is."""
    return _ON_ONE_LINE.fullmatch(text, start, end) is not None


def pieces_of(text: str, start: int, end: int, parts: Parts | None) -> Parts:
    """The stretches that brat can mark of a span: its parts, cut at the ends of lines."""
    return tuple(
        found.span()
        for first, last in parts or ((start, end),)
        for found in _ON_ONE_LINE.finditer(text, first, last)
    )


def joined(text: str, parts: Iterable[tuple[int, int]]) -> tuple[Place, int]:
    """One place out of its stretches, and how often two of them were joined at the end of a line."""
    whole: list[tuple[int, int]] = []
    joints = 0
    for start, end in in_order(parts):
        if whole and _BETWEEN_LINES.fullmatch(text, whole[-1][1], start):
            whole[-1] = whole[-1][0], end
            joints += 1
        else:
            whole.append((start, end))
    return Place(whole[0][0], whole[-1][1], tuple(whole) if len(whole) > 1 else None), joints


class Counting:
    """Code points of one text -> as brat counts."""

    def __init__(self, text: str) -> None:
        self._before = int(text.startswith(_MARK))
        self._line_ends = [found.start() for found in re.finditer("\r\n", text)] if "\r" in text else []

    def stretch(self, start: int, end: int) -> str:
        """Start and end as a line of brat has them; neither is within a line end."""
        if not self._line_ends and not self._before:
            return f"{start} {end}"
        return f"{self._of(start)} {self._of(end)}"

    def _of(self, place: int) -> int:
        before = bisect_right(self._line_ends, place - 2) if self._line_ends else 0
        return place + self._before - before


def settled_claims(text: str, spans: Sequence[TextBound], *, has_mark: bool) -> Settled:
    """The places of all spans; `has_mark` says that a byte order mark stands before the text in its file."""
    units = (CRLF_AS_ONE, CODE_POINTS, UTF16, BYTES) if "\r\n" in text else (CODE_POINTS, UTF16, BYTES)
    found = settle(text, [_claim(span, 1 if has_mark else 0) for span in spans], units)
    if has_mark and found.misfits:
        return settle(text, [_claim(span, 0) for span in spans], units)
    return found


def _claim(span: TextBound, shift: int) -> Claim:
    if len(span.parts) == 1:
        ((start, end),) = span.parts
        return Claim(start - shift, end - shift, span.words)
    parts = tuple((start - shift, end - shift) for start, end in span.parts)
    return Claim(parts[0][0], parts[-1][1], span.words, parts)
