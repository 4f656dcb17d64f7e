"""Spans in parts: what each choice makes of them, and what is said of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.base import Notices
from annotator.formats.discontinuous import CHOICES, in_order, settled_parts, tell_discontinuous
from annotator.formats.offsets import Place
from annotator.messages import Message

APART = Place(2, 9, ((2, 4), (7, 9)))


def test_each_choice_makes_its_own_of_a_span_in_parts() -> None:
    assert settled_parts(APART, "whole") == [APART]
    assert settled_parts(APART, "hull") == [Place(2, 9)]
    assert settled_parts(APART, "fragments") == [Place(2, 4), Place(7, 9)]
    assert str(settled_parts(APART, "refuse")) == "the span at 2–9 is in 2 parts"


@pytest.mark.parametrize("how", CHOICES)
def test_a_span_in_one_piece_is_never_touched(how: str) -> None:
    assert settled_parts(Place(2, 9), how) == [Place(2, 9)]
    assert settled_parts(Place(2, 9, ((2, 5), (5, 9))), how) == [Place(2, 9)]
    assert settled_parts(Place(5, 4, ((5, 9), (2, 6))), how) == [Place(2, 9)]


def test_parts_come_in_order() -> None:
    assert settled_parts(Place(7, 4, ((7, 9), (2, 4))), "whole") == [APART]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5)), min_size=1, max_size=6))
def test_the_same_characters_are_covered(lengths: list[tuple[int, int]]) -> None:
    parts = [(start, start + length) for start, length in lengths]

    found = in_order(parts)

    assert {sign for part in found for sign in range(*part)} == {
        sign for part in parts for sign in range(*part)
    }
    assert all(before[1] < after[0] for before, after in pairwise(found))


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("whole", "2 discontinuous spans were kept as one span in parts each."),
        ("hull", "2 discontinuous spans were taken from their first to their last words."),
        ("fragments", "2 discontinuous spans became one span for each of their parts."),
    ],
)
def test_what_was_done_is_said(how: str, said: str) -> None:
    notices = Notices()

    tell_discontinuous(0, how, notices)
    tell_discontinuous(2, how, notices)

    assert [str(message) for message in notices.messages] == [said]
    assert all(isinstance(message, Message) for message in notices.messages)
