"""Peeling the edges of labelled strings, and finding thousands of strings in one pass."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.edges import peel, reshaped
from annotator.text.matching import Wanted, find_all, is_whole
from annotator.text.phrases import Phrases, string_key
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


_PARTS = st.lists(st.sampled_from(["Lê ", "An ", "Tỉnh ủy", ", ", "“", "x", "\n", "👍 "]), max_size=12).map(
    "".join
)


@given(_PARTS, st.sampled_from(["NFC", "NFD"]))
def test_phrases_find_every_place_that_a_plain_search_finds(text, form):
    text = unicodedata.normalize(form, text)
    wanted = ["Lê An", "Tỉnh ủy", "An"]
    found = {(start, end) for start, end, _ in Phrases(map(string_key, wanted)).find(text)}
    for words in wanted:
        sought = unicodedata.normalize(form, words)
        place = text.find(sought)
        while place >= 0:
            end = place + len(sought)
            around = text[place - 1 : place].isalnum() or text[end : end + 1].isalnum()
            assert around or (place, end) in found
            place = text.find(sought, place + 1)
    assert all(string_key(text[start:end]) in set(map(string_key, wanted)) for start, end in found)


@given(_PARTS, st.sampled_from(["Lê An", "Tỉnh ủy", "x", "An"]), st.sampled_from(["NFC", "NFD"]))
def test_phrases_find_what_the_search_finds(text, words, form):
    text = unicodedata.normalize(form, text)
    found = [(start, end) for start, end, _ in Phrases([string_key(words)]).find(text)]
    assert [place for place in found if is_whole(text, *place)] == find_all(text, Wanted(words))


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
