"""What new corpora begin with: labels alone for commands, defined ones in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.model.label import standard_labels
from annotator.services.labels.beginning import beginning
from annotator.services.library import open_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_standard_label_is_defined_and_else_the_same(language: str) -> None:
    start = beginning(language)
    assert [(one.uid, one.name, one.colour, one.key) for one in start.labels] == [
        (one.uid, one.name, one.colour, one.key) for one in standard_labels()
    ]
    assert all(label.definition for label in start.labels)
    assert all(told.use_when and told.avoid_when and told.examples for told in start.guidance)
    assert start.guidelines
    uids = {label.uid for label in start.labels}
    marks = {mark.label for told in start.guidance for one in told.examples for mark in one.around}
    assert marks <= uids


def test_languages_differ_and_none_means_labels_alone() -> None:
    english, vietnamese = beginning("en"), beginning("vi")
    assert not {one.definition for one in english.labels} & {one.definition for one in vietnamese.labels}
    assert beginning("").labels == standard_labels()
    assert not beginning("").guidance


def test_a_corpus_made_by_an_import_is_defined_in_the_language_in_force_and_goes_in_one_step(
    tmp_path: Path,
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Ông An dự họp.", encoding="utf-8")
    with open_library(str(tmp_path / "l.annotator")) as library:
        library.begin_in(lambda: "vi")
        library.importing.import_paths([str(article)], "Báo")
        corpus = library.corpora.named("Báo")
        book = library.codebook.whole(corpus.uid)
        assert {entry.label.definition for entry in book.entries} == {
            label.definition for label in beginning("vi").labels
        }
        assert all(entry.guidance.examples for entry in book.entries)
        assert book.guidelines == beginning("vi").guidelines
        library.history.undo()
        assert not library.corpora.list()


def test_commands_begin_with_labels_alone(tmp_path: Path) -> None:
    with open_library(str(tmp_path / "l.annotator")) as library:
        made = library.corpora.create("Báo").value
        assert [entry.label.definition for entry in library.codebook.whole(made.uid).entries] == [""] * 5
