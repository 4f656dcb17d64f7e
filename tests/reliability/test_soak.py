"""A short piece of the soak, and that its checks would find what they look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reliability import soak
from tests.reliability.figures import Scale
from tests.reliability.soak_articles import PLAIN_FROM, article, title_of
from tests.reliability.soak_ledger import (
    HERE,
    STATUS,
    Deed,
    Entry,
    Ledger,
    Page,
    Writing,
    deeds,
    keep,
    replayed,
)
from tests.reliability.soak_watch import Took, parted

if TYPE_CHECKING:
    from pathlib import Path


def test_a_labeller_who_is_killed_loses_nothing(tmp_path: Path) -> None:
    saved, quick, flat = soak.run(Scale.SHORT, tmp_path)
    assert saved.holds, saved
    assert saved.faults == len(soak.SHORT_PLAN.lives)
    assert saved.trials > 200
    assert quick.trials == saved.trials  # how long they took says nothing beside the rest of the suite
    assert flat.holds, flat


@pytest.mark.parametrize("number", [0, 3, PLAIN_FROM])
def test_plain_words_stand_where_an_article_says(number: int) -> None:
    made = article(number)
    assert made.text.startswith(title_of(number))
    assert len(made.words) > 20
    for (start, end), (onward, _), follows in zip(made.words, made.words[1:], made.follows, strict=False):
        assert made.text[start:end].isalpha()
        assert follows == (onward == end + 1 and made.text[end] == " ")


KEY = (3, 5, "person")
ADDED = (Entry("a", KEY, None, ("", ())), Entry("a", STATUS, "new", "in-progress"))


def test_what_was_taken_back_is_as_it_was() -> None:
    ledger = Ledger(["a"])
    ledger.do(ADDED)
    assert ledger.pages["a"] == Page("in-progress", {KEY: ("", ())})
    ledger.undo()
    assert ledger.pages["a"] == Page()
    ledger.redo()
    ledger.do((Entry("b", HERE, None, ""),))
    ledger.undo()
    assert ledger.pages == {"a": Page("in-progress", {KEY: ("", ())})}


@pytest.mark.parametrize(
    "found",
    [
        {},
        {"a": Page("in-progress")},
        {"a": Page("in-progress", {(3, 6, "person"): ("", ())})},
        {"a": Page("in-progress", {KEY: ("", ("unsure",))})},
        {"a": Page("done", {KEY: ("", ())})},
        {"a": Page("in-progress", {KEY: ("", ())}), "b": Page()},
    ],
    ids=["gone", "span lost", "edge moved", "flag", "status", "too much"],
)
def test_every_kind_of_loss_is_seen(found: dict[str, Page]) -> None:
    ledger = Ledger(["a"])
    ledger.do(ADDED)
    assert ledger.differences(found)


def test_deeds_survive_a_kill_in_the_middle_of_a_line(tmp_path: Path) -> None:
    path = tmp_path / "deeds.jsonl"
    writing = Writing(path)
    writing.add(Deed("do", ADDED))
    writing.add(Deed("undo"))
    with path.open("a", encoding="utf-8") as file:
        file.write('["red')
    assert [deed.kind for deed in deeds(path)] == ["do", "undo"]
    assert replayed(["a"], path, 1).pages["a"].spans == {KEY: ("", ())}
    keep(path, 1)
    assert Writing(path).count == 1


def test_growth_counts_from_the_thousandth_action_on() -> None:
    life = soak.Life(memory=[(500, 50), (1000, 100), (1500, 130), (2000, 120)])
    assert life.growth == 30


def test_times_are_told_by_their_parts() -> None:
    took = Took("label", 12.5, 10.0, 8.25, 8.0)
    assert Took.of(took.line()) == took
    assert [parted(range(100), part) for part in (0.5, 0.99, 1)] == [50, 99, 99]
    assert parted([], 0.5) == 0


def test_the_full_plan_has_a_long_life_among_short_ones() -> None:
    plan = soak.full_plan()
    assert sum(plan.lives) == 50_000
    assert max(plan.lives) >= 10_000 > sorted(plan.lives)[-2]


def test_two_desks_do_the_whole_plan() -> None:
    plan = soak.full_plan()
    alone, others = soak.at_two_desks(plan)
    assert alone.lives == (max(plan.lives),)
    assert sum(alone.lives) + sum(others.lives) == sum(plan.lives)
    assert len(others.lives) == len(plan.lives) - 1


def test_what_two_desks_found_is_summed() -> None:
    total = soak.together([soak.Account(kills=2, lost=1, ends=["a"]), soak.Account(kills=3, unlike=["b"])])
    assert (total.kills, total.lost, total.ends, total.unlike) == (5, 1, ["a"], ["b"])
