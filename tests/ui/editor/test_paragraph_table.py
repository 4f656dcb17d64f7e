"""Paragraphs and the pieces of endless ones."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.text import segment
from annotator.ui.editor.paragraphs import LONGEST, LONGEST_WIDE, ParagraphTable

words = st.sampled_from(
    ["thi đua ", "a\u0301\u0302", "👩🏽\u200d🚀", "Hết. ", "中村", "x", "\u0301 ", "🇻🇳🇻🇳"]
)


def _pieces(text: str) -> list[tuple[int, int]]:
    table = ParagraphTable(text)
    return list(zip(table.starts, table.ends, strict=True))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(words, st.integers(1, 900)), min_size=1, max_size=6))
def test_pieces_are_short_whole_and_cut_between_graphemes(runs):
    text = "".join(word * count for word, count in runs)
    pieces = _pieces(text)
    assert "".join(text[start:end] for start, end in pieces) == text
    for start, end in pieces:
        assert end - start <= LONGEST
        assert segment.grapheme_start(text, start) == start


def test_an_endless_line_is_cut_after_sentences():
    text = "Một câu vừa phải dài. " * 600
    for start, end in _pieces(text)[:-1]:
        assert end - start > LONGEST / 2
        assert text[end - 2 : end] == ". "


def test_wide_characters_make_shorter_pieces():
    assert max(end - start for start, end in _pieces("中" * 5000)) <= LONGEST_WIDE


def test_no_blank_and_no_break_is_cut_hard():
    assert [end - start for start, end in _pieces("x" * 7000)] == [3000, 3000, 1000]


def test_positions_in_separators_belong_to_the_paragraph_before():
    table = ParagraphTable("ab\r\ncd\u2029")
    assert [table.at(position) for position in range(8)] == [0, 0, 0, 0, 1, 1, 1, 2]
    assert table.clamp(3) == 2
    assert table.clamp(-4) == 0
    assert table.clamp(99) == 7


def test_the_whole_paragraph_around_a_piece():
    text = "kurz\n" + "Câu. " * 2000 + "\nEnde"
    table = ParagraphTable(text)
    assert len(table) > 4
    assert table.whole(6000) == (5, 5 + 10_000)
    assert table.whole(2) == (0, 4)
    assert not table.goes_on(0)
    assert table.goes_on(1)
    assert table.touched(2, 6000) == range(table.at(6000) + 1)
