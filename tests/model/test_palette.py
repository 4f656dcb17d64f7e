"""Colours of labels: the table as designed, and contrast for whatever colour a person picks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.label import STANDARD_COLOURS
from annotator.model.palette import (
    DARK_PAGE,
    LIGHT_PAGE,
    contrast,
    from_oklch,
    label_colours,
    offered_colours,
    to_oklch,
)

TEXT = {False: "#1b1f27", True: "#dde2ea"}
PAGE = {False: LIGHT_PAGE, True: DARK_PAGE}
hex_colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_standard_colours_are_the_table():
    person = label_colours("#0283ce", False)
    assert (person.tint, person.line) == ("#e0f0ff", "#0283ce")
    assert (person.ink, person.solid) == ("#005486", "#0268a5")
    assert label_colours("#652F94", True).line == "#c49bf3"


def test_black_and_white_give_contrast_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("colour", [*STANDARD_COLOURS.values(), *offered_colours()])
def test_offered_colours_reach_the_stated_contrast(colour, dark):
    assert _too_faint(colour, dark, body=6.75, ink=6.6) == []


@settings(max_examples=150, deadline=None)
@given(hex_colours, st.booleans())
def test_any_colour_reaches_aa(colour, dark):
    assert _too_faint(colour, dark, body=6.0, ink=4.5) == []


def _too_faint(colour, dark, body, ink):
    """The pairs of a label's colours that miss their contrast."""
    colours = label_colours(colour, dark)
    pairs = [
        *((TEXT[dark], tint, body) for tint in (colours.tint, colours.tint2, colours.tint3)),
        (colours.ink, PAGE[dark], ink),
        (colours.ink, colours.tint, ink),
        (colours.on_solid, colours.solid, 4.5),
        (colours.line, PAGE[dark], 3.0),
    ]
    return [(upon, under, least) for upon, under, least in pairs if contrast(upon, under) < least]


@settings(max_examples=100, deadline=None)
@given(hex_colours)
def test_oklch_there_and_back(colour):
    back = from_oklch(*to_oklch(colour))
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(back[1:]), strict=True)
    assert all(abs(one - other) <= 2 for one, other in pairs)


def test_grey_stays_grey():
    tint = label_colours("#777777", False).tint
    assert len({tint[1:3], tint[3:5], tint[5:7]}) == 1


def test_a_colour_that_is_none_is_refused():
    with pytest.raises(ValueError, match="blue"):
        label_colours("blue", False)


def test_offered_colours_differ():
    assert len(set(offered_colours())) == len(offered_colours()) >= 10
