"""How large patterns become is estimated without compiling them."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.pattern_size import LARGEST, size_of


@pytest.mark.parametrize(
    ("pattern", "size"),
    [
        ("", 0),
        ("abc", 3),
        (r"\p{Lu}\w+", 7),
        ("[)(]", 1),
        ("[^]a]b", 2),
        (r"\(a\)", 3),
        ("a{3}", 6),
        ("a{0,9}", 1),
        ("(a{2}){2}", 20),
        (")))", 3),
        ("(((", 0),
    ],
)
def test_repeats_multiply_what_they_repeat(pattern, size):
    assert size_of(pattern) == size


def test_patterns_people_write_are_far_below_the_limit():
    written = r"(?:\d{1,2}[/.-]){2}(?:19|20)\d{2}|(?:\p{Lu}\w+(?:\s\p{Lu}\w+){1,5}),\s(?:Phó\s)?Chủ tịch"
    assert regex.compile(written)
    assert size_of(written) < LARGEST // 100


@given(st.text("(a+{2}[]\\|?*,9", max_size=40))
def test_any_text_has_a_size(pattern):
    assert size_of(pattern) >= 0
    assert size_of(f"(?:{pattern}") >= size_of(pattern)
