"""The promise: offsets always point at exactly the words that were marked, whatever the text holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from .person import LABEL_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import CommandLine
    from .person import Person

TEXT = (
    "\ufeffỦy\u00a0ban 😀👩🏽‍🚀 nhân dân\r\n"
    "Bi\u0300nh gặp Lê Văn Tám\u2028ở 𝒜𝒷 hôm qua\r"
    "Ông محمد علي tới\x01 Sông Vàng\x0bhết"
)
WORDS = {"nhân dân": "organization", "Bi\u0300nh": "person", "𝒜𝒷": "campaign", "Sông Vàng": "award"}


def test_the_words_that_are_marked_are_the_words_that_come_out(
    annotator: CommandLine, at_window: Callable[[], Person], tmp_path: Path
) -> None:
    source = tmp_path / "text.jsonl"
    source.write_text(json.dumps({"title": "Khó", "text": TEXT}) + "\n", encoding="utf-8")
    annotator("import", source, "--corpus", "News")
    person = at_window()
    person.wait_document()
    assert person.view.text == TEXT
    places = {word: (TEXT.index(word), TEXT.index(word) + len(word)) for word in WORDS}
    for number, (word, label) in enumerate(WORDS.items()):
        start, end = places[word]
        person.view.select(start, start)
        if number % 2:
            while person.view.caret < end:
                person.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
            person.type(LABEL_KEYS[label])
        else:
            person.drag_over(start, end, Qt.KeyboardModifier.ControlModifier)
            assert person.view.copied_text() == word
            person.click_label(label)
        person.key(Qt.Key.Key_Escape, times=2)
    person.wait_saved()
    marked = {(*places[word], label) for word, label in WORDS.items()}
    assert person.marks() == marked
    person.close()

    listed = annotator("spans", "list", "--corpus", "News", "--json").json
    assert {(span["start"], span["end"], span["label"]) for span in listed} == marked
    annotator("export", "--corpus", "News", "--format", "jsonl", "--output", tmp_path / "out.jsonl")
    (document,) = [
        record
        for line in (tmp_path / "out.jsonl").read_bytes().decode("utf-8").split("\n")
        if "text" in (record := json.loads(line or "{}"))
    ]
    covered = {TEXT[span["start"] : span["end"]]: span["label"] for span in document["spans"]}
    assert (document["text"], covered) == (TEXT, WORDS)
