"""Spans follow label changes, on screen and on the disk, and every one of them can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Article, CommandLine
    from .person import Person

CTRL = Qt.KeyboardModifier.ControlModifier
Mark = tuple[int, int, str]


def _named(marks: set[Mark], names: dict[str, str]) -> set[Mark]:
    return {(start, end, names.get(label, label)) for start, end, label in marks}


def test_spans_follow_label_changes_undoably(
    annotator: CommandLine, at_window: Callable[[], Person], article: Article
) -> None:
    annotator("import", article.gold_file, "--corpus", "News", "--annotator", "Lan")
    person = at_window()
    person.wait_document()
    gold = person.marks()
    assert {label for _, _, label in gold} == {"person", "position", "organization", "campaign", "award"}
    person.key(Qt.Key.Key_2, CTRL)
    page = person.window.late.label_set
    person.wait(lambda: page.view.model().rowCount() == 5, "the label set")

    # a new name
    person.key(Qt.Key.Key_F2)
    person.type("who")
    person.key(Qt.Key.Key_Return)
    person.wait_saved()
    person.wait(lambda: {label.name for label in person.view.labels} >= {"who"}, "the new name")
    # two labels become one: the first goes into the second
    page.view.setFocus()
    person.key(Qt.Key.Key_M)
    strip = page.findChild(type(page._merging))
    person.key(Qt.Key.Key_Down)
    person.wait(lambda: strip.do_button.isEnabled(), "what the merge does")
    count = sum(label == "person" for _, _, label in gold)
    assert strip.told.text().startswith(f"{count} span")
    person.key(Qt.Key.Key_Return)
    merged = _named(gold, {"person": "position"})
    person.wait(lambda: person.marks() == merged, "the open article with the merged label")
    # one label becomes two: all spans of the third are ticked and moved
    page.go_to(next(label.uid for label in person.view.labels if label.name == "organization"))
    person.wait(lambda: page._form._title.text() == "organization", "the label to split")
    page.view.setFocus()
    person.key(Qt.Key.Key_Return, CTRL)
    person.wait(lambda: page.sheet.view.hasFocus() and page.sheet._model.rowCount(), "the list of its spans")
    person.key(Qt.Key.Key_A, CTRL)
    page.sheet._name.setFocus()
    person.type("body")
    person.key(Qt.Key.Key_Return, CTRL)
    split = _named(merged, {"organization": "body"})
    person.wait(lambda: person.marks() == split, "the open article with the split label")
    person.wait_saved()
    listed = annotator("spans", "list", "--corpus", "News", "--json").json
    assert {(span["start"], span["end"], span["label"]) for span in listed} == split

    # back, step by step: what lies outside the article is told first, then done
    person.key(Qt.Key.Key_1, CTRL)
    person.wait_document()
    line = person.window.status_line
    for marks in (merged, _named(gold, {"person": "who"}), gold):
        person.key(Qt.Key.Key_Z, CTRL)
        person.wait(lambda: "once more" in line.where, "what would be taken back")
        person.key(Qt.Key.Key_Z, CTRL)
        person.wait(lambda marks=marks: person.marks() == marks, "the spans of one step before")
    person.wait_saved()
    person.close()
    assert annotator("check", "--json").json["sound"] is True
    listed = annotator("spans", "list", "--corpus", "News", "--json").json
    assert {(span["start"], span["end"], span["label"]) for span in listed} == gold
