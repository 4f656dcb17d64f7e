"""By keyboard alone: an article is labelled completely, nested names and broken titles too, and exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Article, CommandLine
    from .person import Person

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_article_is_labelled_by_keyboard_and_exported_as_marked(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article, tmp_path: Path
) -> None:
    annotator("import", article.file, "--corpus", "News")
    person = at_window()
    person.wait_document()
    for mark in sorted(article.gold, key=lambda mark: (mark[0], -mark[1])):
        person.label_by_keys(mark)
    person.key(Qt.Key.Key_Return, CTRL)
    person.wait_saved()
    person.close()
    out = tmp_path / "out.jsonl"
    report = annotator("export", "--corpus", "News", "--format", "jsonl", "--output", out, "--json").json
    assert report["spans_recovered"] == len(article.gold)
    assert article.marks_in(out) == article.gold
    (document,) = annotator("documents", "--corpus", "News", "--json").json
    assert document["status"] == "done"


def test_a_title_broken_over_paragraphs_is_one_span(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article
) -> None:
    annotator("import", article.file, "--corpus", "News")
    (broken,) = (mark for mark in article.gold if "\n\n" in article.text[mark[0] : mark[1]])
    person = at_window()
    person.wait_document()
    person.label_by_keys(broken)
    person.wait_saved()
    person.close()
    (span,) = annotator("spans", "list", "--corpus", "News", "--json").json
    assert (span["start"], span["end"], span["label"]) == broken
    assert span["text"] == article.text[broken[0] : broken[1]]


def test_a_span_is_walked_to_widened_relabelled_and_removed_by_keys(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article
) -> None:
    annotator("import", article.file, "--corpus", "News")
    start = article.text.index("Cao Thị Mai Khuê")
    person = at_window()
    person.wait_document()
    person.label_by_keys((start + 4, start + 11, "position"))
    person.key(Qt.Key.Key_Escape)
    person.key(Qt.Key.Key_Home, CTRL)
    person.key(Qt.Key.Key_Tab)
    person.type("{]1")
    person.wait_saved()
    span = person.view.selected_span()
    assert span is not None
    assert article.text[span.start : span.end] == "Cao Thị Mai Khuê"
    assert person.label_name(span) == "person"
    person.key(Qt.Key.Key_Backspace)
    person.wait_saved()
    assert person.view.selected_span() is None
    person.close()
    assert annotator("spans", "list", "--corpus", "News", "--json").json == []
