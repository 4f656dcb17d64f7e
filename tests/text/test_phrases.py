"""Thousands of strings are counted in one pass, as often as a search for each of them would find them."""

from __future__ import annotations

import unicodedata
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.matching import is_whole
from annotator.text.phrases import Phrases, Tally, string_key

_WANTED = ("Lê An", "Tỉnh ủy", "An", "An, Lê", "Lê", "20", "11", "20/11", "hoà", "x.", "👍", "(x", "Lê An Lê")
_WORDS = ("Lê ", "An ", "An", "Tỉnh\u00a0ủy", "x", "👍 ", "20/11 ", "20", "hòa ")
_SIGNS = (", ", "“", ".", "\n", "/", "(")
_TEXTS = st.lists(st.sampled_from(_WORDS + _SIGNS), max_size=14).map("".join)
_CUTS = st.lists(st.integers(0, 40), max_size=6, unique=True).map(sorted)


def _plain(text, covers):
    """Place by place: (how often each string stands there, how often where nothing covers it)."""
    met, free = Counter(), Counter()
    keys = set(map(string_key, _WANTED))
    letters = [place for place in range(len(text) + 1) if not unicodedata.combining((text + " ")[place])]
    for start in letters:
        for end in letters:
            key = string_key(text[start:end]) if start < end else ""
            if key in keys and any(map(str.isalnum, key)) and is_whole(text, start, end):
                met[key] += 1
                free[key] += not any(start < last and first < end for first, last in covers)
    return met, +free


def _counted(phrases, text, covers):
    met, free = Tally(), Tally()
    phrases.look(text, covers, met, free)
    return phrases.counts(met), phrases.counts(free)


@given(_TEXTS, _CUTS, st.sampled_from(["NFC", "NFD"]))
def test_strings_are_counted_as_place_by_place(text, cuts, form):
    text = unicodedata.normalize(form, text)
    places = [cut for cut in cuts if cut <= len(text)]
    covers = list(zip(places[::2], places[1::2], strict=False))
    assert _counted(Phrases(map(string_key, _WANTED)), text, covers) == _plain(text, covers)


def test_what_is_not_seen_does_not_part_words():
    phrases = Phrases([string_key("Lê An")])
    met, _ = _counted(phrases, "L\u00adê\u200b An và Lê\u2060 A\ufeffn", [])
    assert met == {string_key("Lê An"): 2}


def test_tallies_gather_several_texts():
    phrases, met, free = Phrases(["An", "Le An"]), Tally(), Tally()
    for text in ("Le An", "An", "Le An Le An"):
        phrases.look(text, [(0, 2)], met, free)
    assert phrases.counts(met) == {"An": 4, "Le An": 3}
    assert phrases.counts(free) == {"An": 3, "Le An": 1}


def test_strings_without_a_letter_and_texts_without_anything_count_nothing():
    phrases = Phrases(["…", "", "a"])
    assert _counted(phrases, "…", []) == (Counter(), Counter())
    assert _counted(phrases, "", []) == (Counter(), Counter())
