"""A search as it is told to others."""

from __future__ import annotations

import pytest

from annotator.model.wishes import wish_of, without_people


@pytest.mark.parametrize(
    ("search", "told"),
    [
        ("", ""),
        ("tin  by: Lan", "tin  by: Lan"),
        ("by:Lan", "by:…"),
        ('của:"Lan Anh" tin -#mật', "tin by:… -#mật"),
        ('-by:Lan source="Báo Lao động" text:"thi đua"', '-by:… source="Báo Lao động" text:"thi đua"'),
    ],
)
def test_nobody_is_named_where_people_are_numbered(search: str, told: str) -> None:
    assert without_people(search) == told
    assert "Lan" not in told or not any(each.value == "Lan" for each in wish_of(told).conditions)


@pytest.mark.parametrize("search", ["tin text:", 'tin text:""', "tin -label:", "tin chữ:"])
def test_a_condition_without_its_words_is_none(search):
    wish = wish_of(search)
    assert (wish.words, wish.conditions) == ("tin", ())
