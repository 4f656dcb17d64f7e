"""The promise: one span is labelled, its words follow in all documents in one step that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.ui.everywhere.quiet_strip import QuietStrip
from annotator.ui.everywhere.same_words import SameWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import CommandLine
    from .person import Person

SENTENCE = "Ông Lê Văn Tám ở Mường Lũng; bà Mường Lũngx không ở đó."
"""The place stands once as words of its own; the second is another word."""
DOCUMENTS = 40


def spans(annotator: CommandLine) -> list[tuple[str, str]]:
    """Covered words and label of every span of the corpus."""
    listed = annotator("--json", "search", "--corpus", "Báo", "Mường Lũng").json
    return [
        (hit["match"], span["label"])
        for hit in listed
        for span in hit["spans"]
        if (span["start"], span["end"]) == (hit["start"], hit["end"])
    ]


def test_words_are_labelled_everywhere_and_taken_back(
    annotator: CommandLine, at_window: Callable[[], Person], tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(DOCUMENTS):
        (folder / f"{number:02}.txt").write_text(f"Bài {number}\n\n{SENTENCE}", encoding="utf-8")
    annotator("import", "--corpus", "Báo", folder)

    person = at_window()
    person.wait_document()
    start = person.view.text.index("Mường Lũng")
    person.label_by_keys((start, start + len("Mường Lũng"), "organization"))
    strip, panel = person.window.findChild(QuietStrip), person.window.findChild(SameWords)
    assert isinstance(strip, QuietStrip)
    assert isinstance(panel, SameWords)
    person.wait(lambda: not strip.isHidden(), "the strip")
    assert strip.sentence.text == "Mường Lũng is organization. 39 in 39 other documents."

    person.key(Qt.Key.Key_F2)
    person.wait(lambda: panel.button.text() == "Label 39 ticked", "the list")
    person.key(Qt.Key.Key_Return)
    person.wait(lambda: strip.sentence.text.startswith("39 spans labelled organization in 39"), "the step")
    assert spans(annotator) == [("Mường Lũng", "organization")] * DOCUMENTS

    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.wait(lambda: "Undone" in person.window.status_line.where, "undone")
    person.wait_saved()
    assert spans(annotator) == [("Mường Lũng", "organization")]
