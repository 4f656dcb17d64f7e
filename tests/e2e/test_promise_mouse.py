"""By mouse: drag, and click a label in the picker that opens at the selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Article, CommandLine
    from .person import Person


def test_the_article_is_labelled_by_mouse_and_exported_as_marked(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article, tmp_path: Path
) -> None:
    annotator("import", article.file, "--corpus", "News")
    person = at_window()
    person.wait_document()
    for mark in sorted(article.gold, key=lambda mark: (mark[0], -mark[1])):
        person.drag_over(mark[0], mark[1])
        person.click_label(mark[2])
    person.wait_saved()
    person.close()
    out = tmp_path / "out.jsonl"
    annotator("export", "--corpus", "News", "--format", "jsonl", "--output", out)
    assert article.marks_in(out) == article.gold


def test_a_sloppy_drag_takes_whole_words_and_alt_takes_characters(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article
) -> None:
    annotator("import", article.file, "--corpus", "News")
    start = article.text.index("Cao Thị Mai Khuê,")
    person = at_window()
    person.wait_document()
    person.drag_over(start + 1, start + 17)
    assert person.view.selection() == (start, start + 16)
    person.key(Qt.Key.Key_Escape)
    person.drag_over(start + 1, start + 17, Qt.KeyboardModifier.AltModifier)
    assert person.view.selection() == (start + 1, start + 17)
    person.close()


def test_a_click_takes_the_innermost_span_and_the_next_click_the_outer_one(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article
) -> None:
    annotator("import", article.file, "--corpus", "News")
    title = "Ủy viên Ban Chấp hành Đảng bộ tỉnh"
    start = article.text.index(title)
    inner = start + title.index("Đảng bộ tỉnh")
    person = at_window()
    person.wait_document()
    person.label_by_keys((start, start + len(title), "position"))
    person.label_by_keys((inner, start + len(title), "organization"))
    person.key(Qt.Key.Key_Escape)
    person.key(Qt.Key.Key_Home)
    place = person.view.rect_of(inner + 3, inner + 4).center()
    found = []
    for _ in range(3):
        person.click(person.view.viewport(), place)
        person.pause_between_clicks()
        span = person.view.selected_span()
        assert span is not None
        found.append(span.start)
    assert found == [inner, start, inner]
    person.close()
