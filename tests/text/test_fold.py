"""Folding for search, and the way back to the stored stretch."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import fold as folding
from annotator.text.fold import Folded, fold

SYLLABLES = st.sampled_from(
    [
        "hòa",
        "hoà",
        "Thủy",
        "thuỷ",
        "khỏe",
        "khoẻ",
        "Đức",
        "ĐẢNG",
        "quý",
        "hoằng",
        "mùa",
        "\u00a0",
        " ",
        ", ",
        "👍🏽",
        "\u00ad",
        "\r\n",
    ]
)
TEXT = st.lists(st.one_of(SYLLABLES, st.text(max_size=3)), max_size=12).map("".join)
WAYS = st.fixed_dictionaries({"case": st.booleans(), "diacritics": st.booleans(), "tone": st.booleans()})


@pytest.mark.parametrize(
    ("one", "other"), [("hòa", "hoà"), ("Thủy", "thuỷ"), ("KHỎE", "khoẻ"), ("túy", "tuý")]
)
def test_both_places_of_the_tone_mark_are_one(one: str, other: str) -> None:
    for form in ("NFC", "NFD"):
        assert fold(unicodedata.normalize(form, one), diacritics=False) == fold(other, diacritics=False)
    assert fold(one, diacritics=False, tone=False) != fold(other, diacritics=False, tone=False)


def test_diacritics_count_when_wanted() -> None:
    assert fold("Đảng Đ", case=False) == "Dang D"
    assert fold("mùa", diacritics=False) != fold("mua", diacritics=False)
    assert fold("đ", diacritics=False) != fold("d", diacritics=False)
    assert fold("Ủy\u00a0ban", case=False, diacritics=False) == unicodedata.normalize(
        "NFD", "Ủy ban".replace("Ủy", "Uỷ")
    )


@pytest.mark.parametrize(
    ("text", "word", "stretch"),
    [
        ("Ban Hòa giải", "hoa", "Hòa"),
        ("Ban Hoà giải", "hoà", "Hoà"),
        ("Ủy\u00a0ban Đ\u00adức", "uy ban duc", "Ủy\u00a0ban Đ\u00adức"),
        ("ba Ðức", "duc", "Ðức"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("diacritics", [True, False])
def test_a_find_leads_back_to_the_stored_stretch(
    text: str, word: str, stretch: str, form: str, diacritics: bool
) -> None:
    text, stretch = unicodedata.normalize(form, text), unicodedata.normalize(form, stretch)
    folded = Folded(text, diacritics=diacritics)
    sought = fold(word if diacritics else stretch, diacritics=diacritics)
    place = folded.text.index(sought)
    start, end = folded.source(place, place + len(sought))
    assert text[start:end] == stretch


@given(TEXT, WAYS)
def test_composed_and_decomposed_fold_alike(text: str, ways: dict[str, bool]) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert fold(composed, **ways) == fold(unicodedata.normalize("NFD", text), **ways)


@given(TEXT, WAYS, st.data())
def test_the_source_folds_to_the_stretch_it_came_from(
    text: str, ways: dict[str, bool], data: st.DataObject
) -> None:
    folded = Folded(text, **ways)
    assert folded.text == fold(text, **ways)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    source = folded.source(start, end)
    assert 0 <= source[0] <= source[1] <= len(text)
    if start < end:
        assert folded.text[start:end] in fold(text[slice(*source)], **ways)


def test_blocks_fold_as_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    text = unicodedata.normalize("NFD", "Ủy ban Hòa bình, thủy lợi Đức. ") * 40
    whole = Folded(text, diacritics=False)
    monkeypatch.setattr(folding, "_BLOCK", 16)
    pieces = Folded(text, diacritics=False)
    assert pieces.text == whole.text
    assert all(pieces.source(i, i + 5) == whole.source(i, i + 5) for i in range(0, len(whole.text) - 5, 7))
    assert pieces.source(len(whole.text), len(whole.text)) == (len(text), len(text))
