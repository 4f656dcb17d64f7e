"""Units of foreign offsets: every unit is found out, none is accepted that does not fit all spans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.base import Notices
from annotator.formats.offsets import (
    BYTES,
    CODE_POINTS,
    CRLF_AS_ONE,
    UNITS,
    UTF16,
    Claim,
    Place,
    UnitTally,
    settle,
)

BUT_FOR_CASE = "but for letter case, white space and normal form"
TEXT = "Bà Hà 😀\r\nvề Tân\u00a0An"

texts = st.text(st.sampled_from("aB é😀👳\u0301\r\n\u2028\ufeff\u05d0đ"), min_size=1, max_size=30)


def counted(text: str, unit: str) -> int:
    """Units of a whole text, by another way than the program's."""
    if unit == UTF16:
        return len(text.encode("utf-16-le")) // 2
    if unit == BYTES:
        return len(text.encode())
    if unit == CRLF_AS_ONE:
        return len(text.replace("\r\n", "\n"))
    return len(text)


def claim(text: str, start: int, end: int, unit: str) -> Claim:
    return Claim(counted(text[:start], unit), counted(text[:end], unit), text[start:end])


@pytest.mark.parametrize("unit", UNITS)
def test_the_unit_is_found_out(unit: str) -> None:
    places = [(0, 5), (6, 7), (9, 11), (12, 18)]

    settled = settle(TEXT, [claim(TEXT, *place, unit) for place in places])

    assert settled.unit == unit
    assert [place[:2] for place in settled.places] == places
    assert settled.step == 0


@given(texts, st.sampled_from(UNITS), st.data())
def test_spans_of_any_unit_come_out_with_their_words(text: str, unit: str, data: st.DataObject) -> None:
    cuts = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=8))))
    if unit == CRLF_AS_ONE:  # such an offset cannot say "between the two"
        cuts = [cut for cut in cuts if text[cut - 1 : cut + 1] != "\r\n"]
    places = list(pairwise(cuts))

    settled = settle(text, [claim(text, *place, unit) for place in places])

    assert not settled.misfits
    assert [text[slice(*place[:2])] for place in settled.places] == [text[slice(*place)] for place in places]


def test_one_span_that_fits_no_unit_refuses_all_and_is_named() -> None:
    settled = settle("Ann met Bob.", [Claim(0, 3, "Ann"), Claim(8, 11, "Tom"), Claim(8, 99, "Bob.")])

    assert settled.places == ()
    assert [(each.number, str(each.reason)) for each in settled.misfits] == [
        (1, "says “Tom” but the text at 8–11 is “Bob”"),
        (2, "end 99 is after the end of the text (12 characters)"),
    ]


def test_a_unit_that_fits_most_spans_is_the_one_whose_misfits_are_told() -> None:
    text = "😀 Ann, Bob, Eve"
    claims = [claim(text, 2, 5, UTF16), claim(text, 7, 10, UTF16), Claim(13, 16, "Tom")]

    settled = settle(text, claims)

    assert settled.unit == UTF16
    assert [each.number for each in settled.misfits] == [2]


def test_units_are_never_mixed_within_a_document() -> None:
    text = "😀 Ann 😀 Bob"

    assert settle(text, [claim(text, 2, 5, CODE_POINTS), claim(text, 8, 11, UTF16)]).misfits


def test_half_a_character_is_no_place() -> None:
    (misfit,) = settle("a😀", [Claim(1, 2)], [UTF16]).misfits

    assert "inside a character" in str(misfit.reason)


@pytest.mark.parametrize("place", [(-1, 2), (2, 2), (3, 1)])
def test_a_stretch_that_is_none_is_refused(place: tuple[int, int]) -> None:
    (misfit,) = settle("abcdef", [Claim(*place)]).misfits

    assert "is no stretch of text" in str(misfit.reason)


@pytest.mark.parametrize(
    ("words", "step"),
    [("Tân\u00a0An", 0), ("Tân An", 1), ("Ta\u0302n An", 2), ("TÂN  AN", 3)],
)
def test_words_are_compared_in_steps_and_the_step_is_told(words: str, step: int) -> None:
    settled = settle(TEXT, [Claim(12, 18, words)])

    assert (settled.step, settled.places) == (step, (Place(12, 18),))


def test_exact_words_in_another_unit_come_before_loose_ones_in_code_points() -> None:
    text = "😀 An an"

    assert settle(text, [Claim(6, 8, "an")]).unit == UTF16


@pytest.mark.parametrize("joint", [" ", " ... ", " [...] ", ""])
def test_parts_are_compared_with_every_known_joint(joint: str) -> None:
    text = "Bob and old Ann"

    settled = settle(text, [Claim(0, 15, f"Bob{joint}Ann", ((0, 3), (12, 15)))])

    assert settled.places == (Place(0, 15, ((0, 3), (12, 15))),)


def test_the_report_names_units_and_steps_only_where_they_are_worth_it() -> None:
    tally, quiet, notices = UnitTally(), UnitTally(), Notices()
    quiet.count(settle("Ann", [Claim(0, 3, "Ann")]))
    quiet.tell(notices)
    assert notices.messages == []

    tally.count(settle("😀 Ann", [Claim(3, 6, "ann")]))
    tally.tell(notices)

    assert [str(message) for message in notices.messages] == [
        "Offsets of 1 document count UTF-16 units; they were turned into code points.",
        f"In 1 document the words given for spans agree with the text {BUT_FOR_CASE}.",
    ]
