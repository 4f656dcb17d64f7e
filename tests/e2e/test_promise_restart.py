"""Tomorrow everything is where it was, and can still be taken back to the first change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Article, CommandLine
    from .person import Person


def test_the_same_place_opens_again_and_undo_goes_back_to_the_first_change(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article
) -> None:
    annotator("import", article.file, "--corpus", "News")
    annotator("import", article.gold_file, "--corpus", "Other", "--annotator", "Lan")
    marks = sorted(article.gold)[-3:]
    person = at_window()
    person.wait_document()
    for mark in marks:
        person.label_by_keys(mark)
    person.wait_saved()
    caret, scrolled = person.view.caret, person.view.scroll_y()
    assert scrolled > 0
    person.close()

    person = at_window()
    person.wait_document()
    assert person.corpus_name() == "News"
    assert person.view.caret == caret
    assert abs(person.view.scroll_y() - scrolled) <= 2
    assert person.marks() == set(marks)
    for left in (2, 1, 0):
        person.undo_to(set(marks[:left]))
    person.close()
    assert annotator("spans", "list", "--corpus", "News", "--json").json == []
    assert annotator.undo_all() >= 2
    assert annotator("corpora", "--json").json == []
    assert annotator("check", "--json").json["sound"] is True
