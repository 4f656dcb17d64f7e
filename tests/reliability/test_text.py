"""A part of the trials with nasty texts, and that wrong words would be seen."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.text.graphemes import grapheme_end, grapheme_start
from tests.reliability import nasty, text
from tests.reliability.figures import Scale
from tests.reliability.text_view import Viewing

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


def test_the_words_that_were_marked_stay_marked(qapp: QApplication, tmp_path: Path) -> None:
    found = text.run(Scale.SHORT, tmp_path)
    assert [each for each in found if not (each.holds or each.skipped)] == []
    assert sum(each.trials for each in found) > 1500


def test_a_long_line_is_labelled_at_its_far_end(tmp_path: Path) -> None:
    found = text.large(tmp_path / "line", "one line", "Lê Văn Tám 𝒜 " * 20_000)
    assert found.holds, found


@pytest.mark.parametrize(("start", "end"), [(1, 3), (0, 4)], ids=["moved", "wider"])
def test_a_span_on_other_words_is_seen(tmp_path: Path, start: int, end: int) -> None:
    with open_library(str(tmp_path / "l.annotator")) as library:
        corpus = library.corpora.create("A").value.uid
        document = library.documents.add(corpus, "A", "😀Lê Văn").value
        label = library.labels.list(corpus)[0].label
        library.annotating.apply(document.uid, (SpanAdded(Span(new_uid(), start, end, label.uid)),))
        meant = {"😀Lê Văn": Counter({("😀Lê"[0:3], label.name): 1})}
        tally = text.Tally()
        text._compare(library, corpus, meant, tally)
        assert len(tally.wrong) == 2
        text._compare(library, corpus, {"Lê Văn": Counter()}, tally)
        assert len(tally.altered) == 2
        assert not tally.figures("").holds


def test_a_view_that_selects_other_words_is_seen(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    viewing = Viewing()
    viewing.open("Lê Văn Tám")
    assert list(viewing.try_stretch(3, 6)) == []
    monkeypatch.setattr(QTest, "keyClick", lambda *_: None)
    assert list(viewing.try_stretch(3, 6)) != []
    viewing.close()


def test_stretches_are_whole_characters_of_the_text() -> None:
    chance = random.Random(1)  # noqa: S311
    for each in (*nasty.CATALOGUE.values(), *(nasty.by_chance(chance) for _ in range(50))):
        for start, end in nasty.stretches(each, chance, 5):
            assert 0 <= start < end <= len(each)
            assert (grapheme_start(each, start), grapheme_end(each, end)) == (start, end)
        assert all(0 <= start < end <= len(each) for start, end in nasty.crossing_characters(each, chance, 3))
