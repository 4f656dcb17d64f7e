"""Rows of hits: ticks that reach hits not fetched yet, and more rows as one scrolls."""

from __future__ import annotations

import pytest

from annotator.model.document import Status
from annotator.model.search import Hit
from annotator.ui.find.hit_model import HitModel, key_of

HITS = [Hit("d", "Bài", Status.NEW, start, start + 2, "x ", "ab", " y") for start in range(0, 50, 5)]


@pytest.fixture
def model(qapp: object) -> HitModel:
    made = HitModel()
    made.show_hits(HITS[:4], more=True)
    return made


def test_more_is_asked_for_and_comes_below(model: HitModel) -> None:
    asked: list[bool] = []
    model.more_wanted.connect(lambda: asked.append(True))
    assert model.canFetchMore()
    model.fetchMore()
    assert asked == [True]
    model.add_hits(HITS[4:], more=False)
    assert model.rowCount() == len(HITS)
    assert not model.canFetchMore()


def test_all_are_ticked_also_those_to_come(model: HitModel) -> None:
    model.tick_all(on=True)
    model.toggle(1)
    model.add_hits(HITS[4:], more=False)
    assert [key_of(hit) for hit in model.ticked()] == [key_of(hit) for hit in HITS if hit is not HITS[1]]
    assert model.count_ticked(1000) == 999


def test_a_range_is_ticked_in_either_direction(model: HitModel) -> None:
    model.tick_rows(3, 1)
    assert model.ticked() == HITS[1:4]
    assert model.count_ticked(None) == 3
    model.tick_all(on=False)
    assert model.ticked() == []


def test_ticks_stay_when_the_same_hits_are_read_anew(model: HitModel) -> None:
    model.toggle(2)
    model.show_hits(HITS[1:6], more=False)
    assert model.ticked() == [HITS[2]]
    model.show_hits(HITS[3:6], more=False)
    assert model.count_ticked(None) == 0


def test_a_screen_reader_hears_tick_words_and_document(model: HitModel) -> None:
    model.toggle(0)
    assert model.index(0, 0).data() == "ticked, x ab y, Bài"
    assert model.index(1, 0).data() == "not ticked, x ab y, Bài"
