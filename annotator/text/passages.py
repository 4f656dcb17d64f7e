"""The passage around a stretch of text: within its paragraphs, so far as told, cut between words."""

from __future__ import annotations

from annotator.text.sentences import paragraph_at
from annotator.text.words import word_end_before, word_start_after


def passage(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """Where the passage around [start, end) begins and ends, code points.

    It stays within the paragraphs of both ends, takes at most `reach` code points more on either side, and
    cuts no word unless a single one is longer than that.
    """
    first = paragraph_at(text, start)[0]
    last = paragraph_at(text, max(start, end - 1))[1]
    begin, finish = max(first, start - reach), min(last, end + reach)
    if begin > first and text[begin - 1 : begin + 1].strip() == text[begin - 1 : begin + 1]:
        onward = word_start_after(text, begin)
        begin = onward if onward <= start else begin
    if finish < last and text[finish - 1 : finish + 1].strip() == text[finish - 1 : finish + 1]:
        back = word_end_before(text, finish)
        finish = back if back >= end else finish
    while begin < start and text[begin].isspace():
        begin += 1
    while finish > end and text[finish - 1].isspace():
        finish -= 1
    return begin, max(finish, end)
