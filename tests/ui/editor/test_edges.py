"""Edges moved by words and characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.changes import check_range
from annotator.model.span import Span
from annotator.ui.editor.edges import moved_edge, with_edges

TEXT = "Ông Hà\u0309i\u0323 Đăng - Phó Chủ tịch, 👩🏽\u200d🚀 tỉnh."


@pytest.mark.parametrize(
    ("before", "edge", "outwards", "after"),
    [
        ("Đăng", "end", True, "Đăng - Phó"),
        ("Đăng - Phó", "end", False, "Đăng"),
        ("Phó Chủ", "start", True, "Đăng - Phó Chủ"),
        ("Đăng - Phó", "start", False, "Phó"),
        ("Phó", "start", False, "Phó"),
        ("Phó", "end", False, "Phó"),
        ("tịch, 👩🏽\u200d🚀 tỉnh", "start", False, "👩🏽\u200d🚀 tỉnh"),
    ],
)
def test_by_word(before, edge, outwards, after):
    start = TEXT.index(before)
    moved = moved_edge(TEXT, start, start + len(before), edge, "word", outwards=outwards)
    assert TEXT[slice(*moved)] in (after, after.strip("👩🏽\u200d🚀 "))


def test_by_character_takes_a_base_with_its_marks():
    start = TEXT.index("Hà\u0309")
    end = start + 3
    moved = moved_edge(TEXT, start, end, "end", "character", outwards=True)
    assert TEXT[slice(*moved)] == "Hà\u0309i\u0323"
    assert moved_edge(TEXT, *moved, "end", "character", outwards=False) == (start, end)


@given(st.data())
def test_any_move_leaves_a_possible_span(data):
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    edge = data.draw(st.sampled_from(["start", "end"]))
    unit = data.draw(st.sampled_from(["word", "character"]))
    first, last = moved_edge(TEXT, start, end, edge, unit, outwards=data.draw(st.booleans()))
    assert 0 <= first < last <= len(TEXT)
    assert (last == end) if edge == "start" else (first == start)


def test_parts_keep_their_inner_edges():
    span = Span("a", 0, 10, "l", parts=((0, 3), (6, 10)))
    moved = with_edges(span, 1, 12)
    assert moved is not None
    assert moved.parts == ((1, 3), (6, 12))
    check_range(moved, 20)
    assert with_edges(span, 0, 6) is None
    assert with_edges(span, 3, 10) is None
    assert with_edges(Span("a", 0, 10, "l"), 4, 4) is None
