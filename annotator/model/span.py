"""One labelled stretch of text, and the rule for what may be one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FLAGS: Final = ("question", "unsure")
"""The flags a span can carry, in stored order."""

Parts = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """One labelled stretch of one annotator's layer.

    Attributes:
        uid: travels; never reused.
        start: first code point of the stored text, inclusive.
        end: code point after the last one; `0 <= start < end <= len(text)`.
        label: uid of the label.
        note: free text of the annotator, plain, "" for none.
        flags: sorted, out of `FLAGS`.
        origin: how it came about: "hand", "import", "propagate", ...
        parts: None, or for a discontinuous span its two or more stretches in order, not touching; `start` and
            `end` are then their hull.
    """

    uid: str
    start: int
    end: int
    label: str
    note: str = ""
    flags: tuple[str, ...] = ()
    origin: str = "hand"
    parts: Parts | None = None

    @property
    def place(self) -> tuple[int, int, str, Parts | None]:
        """What must be unique within a layer."""
        return (self.start, self.end, self.label, self.parts)


def reading_order(span: Span) -> tuple[int, int, str]:
    """Sort key: by start, the longer first, then by uid; outer spans come before what they hold."""
    return (span.start, -span.end, span.uid)


def covered_text(text: str, span: Span) -> str:
    """The words the span marks; the parts of a discontinuous one joined by " … "."""
    return covered_words(text, span.start, span.end, span.parts)


def covered_words(text: str, start: int, end: int, parts: Parts | None = None) -> str:
    """As `covered_text`, of a range that is no span yet."""
    if parts is None:
        return text[start:end]
    return " … ".join(text[first:last] for first, last in parts)
