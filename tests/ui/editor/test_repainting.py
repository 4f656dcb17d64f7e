"""What stands on screen after repainting only what changed is what a full repaint would give."""

from __future__ import annotations

import random
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.changes import LayerState
from annotator.model.document import Document
from annotator.model.label import standard_labels
from annotator.ui.editor.caret import Step
from annotator.ui.editor.session import LabellingSession

LABELS = standard_labels()
_ROUNDING = 40
"""Edges of bands and glyphs may differ by this much in a channel when only part of them is painted."""


def _stale_rows(view) -> list[int]:
    screen = view.screen().grabWindow(view.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    full = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = []
    for y in range(full.height()):
        shown, wanted = bytes(screen.constScanLine(y)), bytes(full.constScanLine(y))
        if shown != wanted and any(abs(a - b) > _ROUNDING for a, b in zip(shown, wanted, strict=True)):
            rows.append(y)
    return rows


def _deeds(view, session, chance):
    first, last = view._shown_range()
    start = chance.randint(first, max(first, last))
    end = min(len(view.text), start + chance.randint(1, 90))
    bar = view.verticalScrollBar()

    def label_words() -> None:
        view.select(start, end)
        session.label(chance.choice(LABELS).uid)

    return {
        "scroll": lambda: view.scroll_by(chance.randint(-200, 220)),
        "select": lambda: view.select(start, end),
        "label": label_words,
        "relabel": lambda: session.label(chance.choice(LABELS).uid),
        "caret": lambda: view.move_caret(
            chance.choice(list(Step)), forward=chance.random() < 0.6, extend=chance.random() < 0.4
        ),
        "next": session.next_span,
        "previous": session.previous_span,
        "remove": session.remove,
        "escape": session.escape,
        "hover": lambda: QTest.mouseMove(
            view.viewport(), QPoint(chance.randint(20, 580), chance.randint(0, 380))
        ),
        "widen": lambda: session.widen(chance.choice(["start", "end"])),
        "narrow": lambda: session.narrow(chance.choice(["start", "end"])),
        "bar": lambda: bar.setValue(chance.randint(0, bar.maximum())),
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_stale_is_left_on_screen(make_view, traps, seed, monkeypatch):
    view = make_view(width=600, height=400)
    monkeypatch.setattr(view._shine, "light", lambda uids: None)
    session = LabellingSession(view)
    text = traps * 4
    document = Document("d", "c", "Bài", text)
    session.open(SimpleNamespace(document=document, state=LayerState(len(text)), labels=LABELS))
    chance = random.Random(seed)  # noqa: S311  (reproducible, not secret)
    done = []
    for _ in range(90):
        name, deed = chance.choice(list(_deeds(view, session, chance).items()))
        deed()
        done.append(name)
        QApplication.processEvents()
        QApplication.processEvents()
        assert _stale_rows(view) == [], done[-3:]
