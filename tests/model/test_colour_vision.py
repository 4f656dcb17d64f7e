"""Colours told apart: the published pairs of CIEDE2000, simulated eyes, and the next colour for a label."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.colour_vision import (
    EASILY_APART,
    EYES,
    apart,
    apart_from_all,
    ciede2000,
    lab_seen_by,
    next_colour,
)
from annotator.model.label import STANDARD_COLOURS
from annotator.model.palette import DARK_PAGE, LIGHT_PAGE, contrast, label_colours, offered_colours

PUBLISHED = [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0),
    ((50, -1, 2), (50, 0, 0), 2.3669),
    ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
    ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((50, 2.5, 0), (56, -27, -3), 31.9030),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
    ((90.8027, -2.0831, 1.441), (91.1528, -1.6435, 0.0447), 1.4441),
    ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
]
hex_colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(("first", "second", "distance"), PUBLISHED)
def test_distances_are_the_published_ones(first, second, distance):
    assert ciede2000(first, second) == pytest.approx(distance, abs=5e-5)
    assert ciede2000(second, first) == pytest.approx(distance, abs=5e-5)


def test_white_is_white_for_all_eyes_and_red_and_green_come_close():
    for eyes in EYES:
        assert lab_seen_by("#ffffff", eyes) == pytest.approx((100, 0, 0), abs=0.2)
    normal = ciede2000(lab_seen_by("#c00000"), lab_seen_by("#407000"))
    deutan = ciede2000(lab_seen_by("#c00000", "deutan"), lab_seen_by("#407000", "deutan"))
    assert deutan < normal / 3


def test_any_two_offered_colours_are_told_apart_by_all_eyes_on_both_pages():
    offered = offered_colours()
    pairs = [(one, other) for place, one in enumerate(offered) for other in offered[:place]]
    assert min(apart(*pair) for pair in pairs) >= EASILY_APART


def test_labels_get_the_offered_colours_first_the_most_distinct_before():
    used = list(STANDARD_COLOURS.values())
    while len(used) < len(offered_colours()):
        colour = next_colour(used)
        assert colour in offered_colours()
        rest = [each for each in offered_colours() if each not in used]
        assert apart_from_all(colour, used) == max(apart_from_all(each, used) for each in rest)
        used.append(colour)


def test_sixty_labels_get_sixty_colours_that_stand_out():
    used: list[str] = []
    for _ in range(60):
        colour = next_colour(used)
        assert colour not in used
        for dark, page in ((False, LIGHT_PAGE), (True, DARK_PAGE)):
            assert contrast(label_colours(colour, dark).line, page) >= 3
        used.append(colour)


def test_thousands_of_labels_get_their_colours_in_no_time():
    """Each had taken longer than the one before: 300 labels of one file two minutes and a half."""
    began, used = time.process_time(), []
    for _ in range(3000):
        used.append(next_colour(used))
    assert time.process_time() - began < 10
    assert len(set(used)) > 150
    counts = Counter(used[1000:])
    assert max(counts.values()) - min(counts.values()) <= 1


def test_many_colours_that_nobody_offered_do_not_make_the_next_one_slow():
    used = [f"#{number * 4099:06x}" for number in range(4000)]
    began = time.process_time()
    for _ in range(100):
        used.append(next_colour(used))
    assert time.process_time() - began < 1


@settings(max_examples=40, deadline=None)
@given(hex_colours, hex_colours)
def test_a_distance_has_no_direction_and_is_nothing_only_to_itself(first, second):
    assert apart(first, first) == 0
    assert apart(first, second) == pytest.approx(apart(second, first), abs=1e-6)
