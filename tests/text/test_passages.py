"""Passages around words: within their paragraphs, cut between words, never losing the words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.passages import passage

TEXT = "Đồng chí A, Phó Chủ tịch Hội, được Chủ tịch nước tặng Huân chương.\nĐoạn hai ở đây."


def _around(words, reach):
    start = TEXT.index(words)
    begin, finish = passage(TEXT, start, start + len(words), reach)
    return TEXT[begin:finish]


def test_words_at_the_edges_are_whole():
    assert _around("Chủ tịch nước", 10) == "Hội, được Chủ tịch nước tặng Huân"
    assert _around("Chủ tịch nước", 0) == "Chủ tịch nước"


def test_it_stays_in_its_paragraph():
    assert _around("Huân chương", 1000) == TEXT.split("\n")[0]
    assert _around("hai", 1000) == "Đoạn hai ở đây."


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 10), st.integers(0, 30))
def test_it_always_holds_the_words(text, start, length, reach):
    start = min(start, len(text))
    end = min(len(text), start + length)
    begin, finish = passage(text, start, end, reach)
    assert max(0, start - reach) <= begin <= start
    assert end <= finish <= min(len(text), end + reach)
