"""Recipes come back as they were kept, also those of a newer version."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.document import Status
from annotator.model.recipe import (
    EDGES,
    NESTED,
    PEOPLE,
    SCHEMES,
    TOGETHER,
    TOKENS,
    Recipe,
    Split,
    are_shares,
    dump,
    load,
)

_names = st.lists(st.text(max_size=5), max_size=3).map(tuple)
_splits = st.builds(
    lambda first, second, seed, together, stratified: Split(
        (first, (100 - first) * second // 100, 100 - first - (100 - first) * second // 100),
        seed,
        tuple(each for each in TOGETHER if each in together),
        stratified,
    ),
    st.integers(0, 100),
    st.integers(0, 100),
    st.integers(),
    st.sets(st.sampled_from(TOGETHER)),
    st.booleans(),
)
recipes = st.builds(
    Recipe,
    format=st.sampled_from(["jsonl", "conll", "brat"]),
    layers=st.sampled_from(["one", "gold", "all"]),
    annotator=st.text(max_size=5),
    status=st.none() | st.sampled_from(Status),
    labels=_names,
    with_tags=_names,
    without_tags=_names,
    without_flags=_names,
    people=st.sampled_from(PEOPLE),
    scheme=st.sampled_from(SCHEMES),
    tokens=st.sampled_from(TOKENS),
    nested=st.sampled_from(NESTED),
    edges=st.sampled_from(EDGES),
    split=st.none() | _splits,
    licence=st.text(max_size=5),
    card=st.booleans(),
    search=st.text(max_size=5),
)


@given(recipes)
def test_what_was_kept_comes_back(recipe: Recipe) -> None:
    assert load(dump(recipe)) == (recipe, {})


def test_the_usual_is_not_written_so_that_it_may_change() -> None:
    assert dump(Recipe()) == "{}"


def test_what_a_newer_version_kept_is_not_lost_and_not_guessed_at() -> None:
    newer = {"format": "conll", "scheme": "iob9", "colour": "blue", "split": {"shares": [80, 20]}}

    recipe, unknown = load(json.dumps(newer))

    assert recipe == Recipe(format="conll")
    assert unknown == {"scheme": "iob9", "colour": "blue", "split": {"shares": [80, 20]}}


@pytest.mark.parametrize("stored", ["[]", "1", "{", '"x"'])
def test_what_is_no_recipe_is_refused(stored: str) -> None:
    with pytest.raises(ValueError):
        load(stored)


@pytest.mark.parametrize(
    "value", [(80, 10), (80, 10, 11), (110, -5, -5), (80.0, 10, 10), (True, 99, 0), "abc"]
)
def test_shares_that_are_none(value: object) -> None:
    assert not are_shares(value)


def test_people_are_named_in_our_own_files_only_unless_it_is_chosen() -> None:
    assert Recipe(format="jsonl").names_people
    assert not Recipe(format="label-studio").names_people
    assert Recipe(format="label-studio", people="names").names_people
    assert not Recipe(format="jsonl", people="pseudonyms").names_people
