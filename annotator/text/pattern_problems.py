"""What is wrong with a regular expression, in words that can be said in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.messages import say

if TYPE_CHECKING:
    from annotator.messages import Message

_KNOWN: Final = {
    "unterminated character set": say("a “[” has no “]”"),
    "missing )": say("a “(” has no “)”"),
    "unbalanced parenthesis": say("a “)” has no “(”"),
    "nothing to repeat": say("nothing stands before a sign that repeats"),
    "multiple repeat": say("two signs that repeat follow each other"),
    "bad escape (end of pattern)": say("a “\\” stands at its end"),
    "bad character range": say("a range in “[…]” runs backwards"),
    "min repeat greater than max repeat": say("the least number of repeats is greater than the most"),
    "unknown property": say("no kind of character has that name"),
    "unknown group": say("no group has that name"),
    "invalid group reference": say("it names a group that is not there"),
}
"""The engine's own words, which are English only, and ours."""


def problem_of(error: Exception) -> Message:
    """What the engine says of a pattern, or at which character (counted from 1) it lost the thread."""
    known = _KNOWN.get(getattr(error, "msg", ""))
    if known is not None:
        return known
    place = getattr(error, "pos", None)
    if isinstance(place, int):
        return say("what stands before character {place} makes no sense there", place=place + 1)
    return say("it makes no sense")
