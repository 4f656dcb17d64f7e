"""Names that look alike although they are written with other letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.label import name_key
from annotator.model.look_alikes import look_alike, shape_of


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("person", "pers\u043en"),
        ("Person", "\u0440\u0435rs\u043en"),
        ("ORG", "\u041eRG"),
        ("ÁN", "\u0410\u0301N"),
        ("NGÀY", "\u039dG\u0391\u0300Y"),
    ],
)
def test_other_alphabets_are_found(name: str, other: str) -> None:
    assert name_key(name) != name_key(other)
    assert look_alike(other, ["award", name]) == name
    assert look_alike(name, [other]) == other


def test_what_is_seen_to_be_another_name_is_none() -> None:
    assert look_alike("tổ chức", ["to chuc", "tổ chúc", "TỔ CHỨC"]) == ""
    assert look_alike("person", ["Person", " person "]) == ""
    assert look_alike("люди", ["lyudi"]) == ""


@given(st.text(max_size=20))
def test_the_same_name_has_one_shape(name: str) -> None:
    assert shape_of(name.upper().lower()) == shape_of(name.upper().lower().strip())
    assert not look_alike(name, [name])
