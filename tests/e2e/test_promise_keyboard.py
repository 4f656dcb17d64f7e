"""By keyboard alone: an article is labelled completely, nested names and broken titles too, and exported."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Article, CommandLine
    from .person import Person

ROOT = Path(__file__).resolve().parents[2]
STAND_IN = ROOT / "tests" / "data" / "standin.txt"
SEED = ROOT.parent / "shared" / "samples" / "articles" / "seed.txt"
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


@pytest.mark.parametrize("file", [STAND_IN, SEED], ids=["stand-in", "seed"])
def test_a_title_broken_over_paragraphs_is_one_span(
    annotator: CommandLine, at_window: Callable[[], Person], file: Path
) -> None:
    if not file.exists():
        pytest.skip("the seed article is not on this machine")
    text = file.read_bytes().decode("utf-8")
    broken = re.search(r"Phó Chủ tịch( Thường trực)?\n\nHội đồng.*?Khen thưởng tỉnh", text)
    assert broken is not None
    annotator("import", file, "--corpus", "News")
    person = at_window()
    person.wait_document()
    person.label_by_keys((broken.start(), broken.end(), "position"))
    person.wait_saved()
    person.close()
    (span,) = annotator("spans", "list", "--corpus", "News", "--json").json
    assert (span["start"], span["end"], span["label"]) == (broken.start(), broken.end(), "position")
    assert span["text"] == broken.group()


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
