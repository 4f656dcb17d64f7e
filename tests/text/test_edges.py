"""Peeling the edges of labelled strings, and finding thousands of strings in one pass."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.edges import peel, reshaped
from annotator.text.syllables import count_syllables


@pytest.mark.parametrize(
    ("words", "core"),
    [
        ("ông Lê An", "Lê An"),
        ("“Dân vận khéo”", "Dân vận khéo"),
        ("Tỉnh ủy,", "Tỉnh ủy"),
        ("Hội thi năm 2023", "Hội thi"),
        ("2023", "2023"),
        ("Lê An", "Lê An"),
        ("Tỉnh ủy ", "Tỉnh ủy"),
        ("“Dân vận khéo”, ", "Dân vận khéo"),
    ],
)
def test_the_core_is_what_is_left(words, core):
    start, end = peel(words).core
    assert words[start:end] == core


@given(st.text(max_size=30))
def test_the_core_lies_within_and_the_pieces_around_it(words):
    peeled = peel(words)
    start, end = peeled.core
    assert 0 <= start <= end <= len(words)
    assert list(peeled.starts) == sorted(peeled.starts, reverse=True)
    assert list(peeled.ends) == sorted(peeled.ends)
    assert (len(peeled.head), len(peeled.tail)) == (len(peeled.starts) - 1, len(peeled.ends) - 1)


def test_a_span_takes_the_shape_that_its_text_allows():
    text = "Phong trào “Dân vận khéo”, do ông Lê An nêu năm 2024."
    start = text.index("Dân")
    assert text[slice(*reshaped(text, start, start + 12, ("q", "q")))] == "“Dân vận khéo”"
    start = text.index("ông")
    assert text[slice(*reshaped(text, start, start + 9, ("", "")))] == "Lê An"
    assert reshaped(text, start, start + 9, ("q", "q")) is None


def test_syllables_are_counted_alike_in_both_forms():
    words = "Ủy ban nhân dân tỉnh"
    assert count_syllables(words) == count_syllables(unicodedata.normalize("NFD", words)) == 5
    assert (count_syllables(""), count_syllables("…")) == (0, 1)
