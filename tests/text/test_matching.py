"""Finding words in stored texts: exact offsets, whole letters, whole words, against a slow oracle."""

from __future__ import annotations

import re
import sys
import unicodedata
from itertools import pairwise

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import UserError
from annotator.text.fold import fold
from annotator.text.matching import LONGEST_SOUGHT, Wanted, find_all, is_whole, matcher
from annotator.text.sieve import _GAP, _JOINED, _RANGES, _REST, sieve_of
from annotator.text.words import cuts_word, word_at

_SIGNS = [
    *"aáàạăắâấdđĐeêếoòóôơuụưyỳỷ hnHNTt.,-/“” \n",
    *("a\u0301", "o\u0300", "\u0301", "\u0323", "\u0302", "\u00ad", "\u200b", "\u2060", "\ufe0f", "\u00a0"),
    *("\r\n", "\u2028", "\u0085", "\0", "oa", "òa", "oà", "uỷ", "ủy", "ð", "Đ"),
    *("ß", "ẞ", "ss", "ﬁ", "ﬀ", "fi", "ffi", "ſ", "K", "k", "İ", "i", "ŉ", "ẚ", "ᾳ", "α\u0345", "ι", "Α"),
    *("😀", "👍🏽", "가", "가", "ש", "ׁ", "a\u20dd", "中", "文", "の", "か\u3099", "ក្ក", "\x1f", "\U0001d15e"),
]
_texts = st.lists(st.sampled_from(_SIGNS), max_size=24).map("".join)
_short = st.lists(st.sampled_from(_SIGNS), min_size=1, max_size=4).map("".join)
_manners = st.fixed_dictionaries({name: st.booleans() for name in ("words", "case", "diacritics", "tone")})


def _folded(text: str, wanted: Wanted) -> str:
    return fold(text, case=not wanted.case, diacritics=not wanted.diacritics, tone=wanted.tone)


def _slow(text: str, wanted: Wanted) -> list[tuple[int, int]]:
    """From each letter on the shortest stretch of whole letters that folds to the words."""
    letters = [found.span() for found in regex.finditer(r"(?s).\p{M}*", text)]
    needle = _folded(wanted.text, wanted)
    hits: list[tuple[int, int]] = []
    for first, (start, first_end) in enumerate(letters):
        if (hits and start < hits[-1][1]) or not fold(text[start:first_end]):
            continue
        ends = (end for _, end in letters[first:] if _folded(text[start:end], wanted) == needle)
        end = next(ends, None)
        if end is not None and (not wanted.words or is_whole(text, start, end)):
            hits.append((start, end))
    return hits


@given(_texts, _short, _manners)
def test_words_are_found_where_a_slow_search_finds_them(text, sought, manner):
    wanted = Wanted(sought, **manner)
    if not fold(_folded(sought, wanted)):
        with pytest.raises(UserError):
            find_all(text, wanted)
        return
    assert find_all(text, wanted) == _slow(text, wanted)


@settings(deadline=None, max_examples=10)
@given(_texts.map(lambda text: text * 30))
def test_what_cuts_a_word_lies_within_one(text):
    for place in range(len(text) + 1):
        word = word_at(text, place)
        assert cuts_word(text, place) == (word is not None and word[0] < place < word[1])


@given(_texts, _manners, st.data())
def test_a_stretch_of_the_text_is_found_in_it(text, manner, data):
    letters = [found.span() for found in regex.finditer(r"(?s).\p{M}*", text)]
    if not letters:
        return
    first = data.draw(st.integers(0, len(letters) - 1))
    last = data.draw(st.integers(first, min(first + 5, len(letters) - 1)))
    stretch = text[letters[first][0] : letters[last][1]]
    if not fold(text[slice(*letters[first])]) or not fold(text[slice(*letters[last])]):
        return
    hits = find_all(text, Wanted(stretch, **{**manner, "words": False}))
    assert any(start <= letters[first][0] < end for start, end in hits)


@given(_texts, _short, _manners)
def test_a_text_with_a_hit_holds_the_probe(text, sought, manner):
    wanted = Wanted(sought, **manner)
    try:
        finder = matcher(wanted)
    except UserError:
        return
    if finder.probe is not None and finder.find_all(text):
        assert finder.probe in fold(text)


@given(_texts, _short)
def test_hits_of_a_pattern_are_in_order_and_match(text, sought):
    pattern = regex.escape(unicodedata.normalize("NFC", sought), literal_spaces=True)
    hits = find_all(text, Wanted(pattern, regex=True, words=False))
    assert hits == sorted(hits)
    assert all(left[1] <= right[0] for left, right in pairwise(hits))
    for start, end in hits:
        assert unicodedata.normalize("NFC", sought) in unicodedata.normalize("NFC", text[start:end])


@pytest.mark.parametrize(
    ("text", "sought", "manner", "found"),
    [
        ("Tỉnh ủy, Tỉnh uỷ, tỉnh ủy", "Tỉnh ủy", {}, ["Tỉnh ủy", "Tỉnh uỷ"]),
        ("Tỉnh ủy, Tỉnh uỷ", "Tỉnh ủy", {"tone": False}, ["Tỉnh ủy"]),
        ("Tỉnh ủy, tỉnh UỶ", "tỉnh ủy", {"case": False}, ["Tỉnh ủy", "tỉnh UỶ"]),
        ("Đảng bộ, dang bo", "đang bo", {"diacritics": False}, ["dang bo"]),
        ("Lan và an", "an", {}, ["an"]),
        ("Lan và an", "an", {"words": False}, ["an", "an"]),
        ("ở TP.HCM và HCM", "HCM", {}, ["HCM"]),
        ("Hội\u00a0đồng\r\nnhân dân", "Hội đồng  nhân", {}, ["Hội\u00a0đồng\r\nnhân"]),
        ("Hội\u2028đồng", "Hội đồng", {}, ["Hội\u2028đồng"]),
        ("Stra\u00dfe, strasse", "STRASSE", {"case": False}, ["Stra\u00dfe", "strasse"]),
        ("ba a a", "a a", {}, ["a a"]),
        ("aaaa", "aa", {"words": False}, ["aa", "aa"]),
        ("“Dân vận khéo” – dân vận", "“Dân vận khéo”", {}, ["“Dân vận khéo”"]),
        ("giá 5 % và 15 %", "5 %", {}, ["5 %"]),
        ("", "a", {}, []),
    ],
)
def test_examples(text, sought, manner, found):
    assert [text[start:end] for start, end in find_all(text, Wanted(sought, **manner))] == found


def test_composed_and_decomposed_letters_are_the_same():
    text = "Ủy ban, " + unicodedata.normalize("NFD", "Ủy ban")
    for form in ("NFC", "NFD"):
        hits = find_all(text, Wanted(unicodedata.normalize(form, "Ủy ban")))
        assert hits == [(0, 6), (8, 15)]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text_form", ["NFC", "NFD"])
def test_patterns_see_composed_letters(form, text_form):
    text = unicodedata.normalize(text_form, "😀 Bí thư Tỉnh ủy")
    pattern = unicodedata.normalize(form, r"\bỉ|[ỉ]..|ủy$")
    hits = find_all(text, Wanted(pattern, regex=True, words=False))
    assert [unicodedata.normalize("NFC", text[start:end]) for start, end in hits] == ["ỉnh", "ủy"]


def test_patterns_without_diacritics_and_case():
    wanted = Wanted(r"t[iỉ]nh \w+", regex=True, case=False, diacritics=False)
    text = "TỈNH ỦY và tính đảng"
    assert [text[start:end] for start, end in find_all(text, wanted)] == ["TỈNH ỦY", "tính đảng"]


def test_matches_of_no_length_are_left_out():
    assert find_all("abc", Wanted("x*", regex=True, words=False)) == []


@pytest.mark.parametrize("pattern", ["(", "[a", "*a", "(?<x", "a{2,1}", "\\", "(?P<a>b)(?P<a"])
def test_what_is_no_pattern_is_said(pattern):
    with pytest.raises(UserError, match="is not a regular expression"):
        find_all("abc", Wanted(pattern, regex=True))


def test_a_runaway_pattern_is_stopped():
    with pytest.raises(UserError, match=r"“\(a\|aa\)\+\$” was stopped: it took longer than 0.05 s"):
        find_all("a" * 60 + "!", Wanted("(a|aa)+$", regex=True), seconds=0.25)


@pytest.mark.parametrize("least", ["{2}", "{9}", "+", "{3,}", "{40,41}?"])
def test_a_pattern_that_would_fill_the_memory_is_refused_at_once(least):
    with pytest.raises(UserError, match="is too large when its repeats are written out"):
        find_all("abc", Wanted("(" * 20 + "a" + f"){least}" * 20, regex=True))


@pytest.mark.parametrize("sought", ["", "\u0301", "\u200b\u00ad", "a\udc80", "x" * (LONGEST_SOUGHT + 1)])
def test_what_cannot_be_looked_for_is_said(sought):
    with pytest.raises(UserError):
        find_all("abc", Wanted(sought))


def test_long_words_are_found():
    words = "Hội đồng nhân dân " * 40
    text = f"x {words}y"
    assert find_all(text, Wanted(words.strip())) == [(2, 2 + len(words.strip()))]


def test_a_long_line_without_a_blank():
    text = "ủy" * 200_000
    assert find_all(text, Wanted("Ủy", case=False)) == []
    assert len(find_all(text, Wanted("ủy", words=False))) == 200_000


class TestTheSieve:
    def test_nothing_unknown_folds_to_a_known_letter(self):
        known = {chr(code) for first, last in _RANGES for code in range(first, last)}
        others = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
        others = [sign for sign in others if sign not in known and not sign.isspace()]
        for case in (True, False):
            assert known.isdisjoint(fold("\n".join(others), case=case))

    def test_what_folds_to_nothing_is_let_through_and_no_more(self):
        gap = re.compile(_GAP)
        for code in range(sys.maxunicode + 1):
            if not 0xD800 <= code < 0xE000:
                assert (gap.fullmatch(chr(code)) is not None) == (fold(chr(code)) == ""), hex(code)

    def test_letters_that_change_end_where_the_rare_ones_do(self):
        beyond = "\n".join(map(chr, range(_REST[1], sys.maxunicode + 1)))
        assert fold(beyond) == beyond.replace("\n", " ")

    def test_no_letter_folds_to_more_than_the_sieve_knows(self):
        assert max(len(fold(chr(code))) for code in range(*_REST) if not 0xD800 <= code < 0xE000) == _JOINED

    def test_long_words_and_lone_marks_have_none(self):
        assert sieve_of("a" * 400, case=True) is None
        assert sieve_of("\u05c1", case=True) is None
        assert sieve_of("tinh uy", case=False) is not None

    @pytest.mark.parametrize("sought", ["中", "가", "ɐ", "ꙋ", "\U00010428", "\U0002fa1d", "\0", "क", "ş가"])
    @pytest.mark.parametrize("case", [True, False])
    def test_letters_of_other_scripts(self, sought, case):
        apart, whole = (unicodedata.normalize(form, sought) for form in ("NFD", "NFC"))
        text = f"x {apart} {sought.upper()} {whole}y"
        wanted = Wanted(sought, words=False, case=case)
        assert find_all(text, wanted) == _slow(text, wanted)
        assert len(find_all(text, wanted)) >= 2
