"""What a drawn selection is taken to mean: whole words, without the white space and punctuation around them.

At an edge go: blanks, commas, full stops, dashes, quotes, brackets, bullets, arrows. What belongs to the
words stays: the per cent sign after a figure, the full stop of an abbreviation that goes on ("TP. " before
a name), a bracket or quote whose partner lies inside the selection — but not a pair that encloses all of
it.
"""

from __future__ import annotations

from annotator.text.graphemes import grapheme_end, grapheme_start
from annotator.text.patterns import Pattern
from annotator.text.sentences import ABBREVIATIONS, word_before_stop
from annotator.text.words import BLANK, SYMBOL, word_at

_CLOSER = {
    "(": ")",
    "[": "]",
    "{": "}",
    "“": "”",
    "„": "”",
    "‘": "’",
    "«": "»",
    "‹": "›",
    "「": "」",
    "『": "』",
    "《": "》",
}
_OPENERS = {closer: "".join(o for o, c in _CLOSER.items() if c == closer) for closer in _CLOSER.values()}
_PARTNER_REACH = 2000
_EDGE_REACH = 32
_MEANT = Pattern(rf"(?V1)[\p{{L}}\p{{N}}[{SYMBOL}]]")
_MEANT_BACK = Pattern(rf"(?rV1)[\p{{L}}\p{{N}}[{SYMBOL}]]")
_PER_CENT = "%‰"
_NAME_FOLLOWS = Pattern(rf"[{BLANK}]?[\p{{Lu}}\p{{Lt}}\p{{N}}]")
_SINGLE_LETTERS = Pattern(r"(?r)(?<![\p{L}\p{M}])(?:\p{L}\p{M}*\.)+\p{L}\p{M}*")


def exact(text: str, start: int, end: int) -> tuple[int, int]:
    """The selection widened to whole visible characters, nothing else."""
    return grapheme_start(text, start), grapheme_end(text, end)


def snap(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The whole words the selection touches, without outer white space and punctuation.

    Args:
        text: the stored text.
        start: first code point drawn over, 0 <= start <= end.
        end: code point after the last one, end <= len(text).

    Returns:
        (start, end) on borders of visible characters, or None when nothing but blanks and punctuation was
        drawn over. Snapping a snapped selection changes nothing.
    """
    kept = trim(text, start, end)
    if kept is None:
        return None
    start, end = kept
    word = word_at(text, start)
    if word and word[0] < start < word[1]:
        start = word[0]
    word = word_at(text, end)
    if word and word[0] < end < word[1]:
        end = word[1]
    return exact(text, start, end)


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The selection without outer white space and punctuation, in whole visible characters.

    Returns:
        (start, end), or None when nothing but white space and punctuation is there.
    """
    start, end = exact(text, start, end)
    first, last = _MEANT.search(text, start, end), _MEANT_BACK.search(text, start, end)
    if first is None or last is None:
        return None
    inner = exact(text, first.start(), last.end())
    kept_start, kept_end = inner
    for place in range(inner[0] - 1, max(start, inner[0] - _EDGE_REACH) - 1, -1):
        if _closes_within(text, place, inner[1]):
            kept_start = place
    if inner[1] < end and _belongs(text, inner[1]):
        kept_end += 1
    for place in range(inner[1], min(end, inner[1] + _EDGE_REACH)):
        if _opened_within(text, place, inner[0]):
            kept_end = place + 1
    return exact(text, kept_start, kept_end)


def _belongs(text: str, place: int) -> bool:
    """Whether the sign at `place`, right after the last word, is part of it."""
    if text[place] in _PER_CENT:
        return text[place - 1].isdigit()
    if text[place] != ".":
        return False
    if word_before_stop(text, place) in ABBREVIATIONS:
        return _NAME_FOLLOWS.match(text, place + 1) is not None
    return (
        text[place + 1 : place + 2] != "."
        and _SINGLE_LETTERS.match(text, max(0, place - 12), place) is not None
    )


def _closes_within(text: str, place: int, end: int) -> bool:
    """Whether the bracket or quote opened at `place` is closed before `end`."""
    opener = text[place]
    if opener == '"':
        partner = text.find('"', place + 1, min(end, place + _PARTNER_REACH))
        return partner > 0 and not text[partner - 1].isspace()
    closer = _CLOSER.get(opener)
    if closer is None:
        return False
    depth = 1
    for sign in text[place + 1 : min(end, place + _PARTNER_REACH)]:
        if sign == closer:
            depth -= 1
            if depth == 0:
                return True
        elif sign == opener:
            depth += 1
    return False


def _opened_within(text: str, place: int, start: int) -> bool:
    """Whether the bracket or quote closed at `place` was opened at or after `start`."""
    closer = text[place]
    low = max(start, place - _PARTNER_REACH)
    if closer == '"':
        partner = text.rfind('"', low, place)
        return partner > 0 and not text[partner - 1].isalnum()
    openers = _OPENERS.get(closer)
    if openers is None:
        return False
    depth = 1
    for sign in reversed(text[low:place]):
        if sign in openers:
            depth -= 1
            if depth == 0:
                return True
        elif sign == closer:
            depth += 1
    return False
