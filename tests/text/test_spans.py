"""Overlap and its relatives, held against sets of positions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.spans import contains, crosses, overlap, touches

STRETCH = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(STRETCH, STRETCH)
def test_relations_are_those_of_the_sets_of_positions(a: tuple[int, int], b: tuple[int, int]) -> None:
    in_a, in_b = set(range(*a)), set(range(*b))
    assert overlap(*a, *b) == bool(in_a & in_b)
    assert contains(*a, *b) == (in_b <= in_a)
    assert crosses(*a, *b) == bool(in_a & in_b and in_a - in_b and in_b - in_a)
    assert touches(*a, *b) == (not in_a & in_b and len(in_a | in_b) == max(a[1], b[1]) - min(a[0], b[0]))
