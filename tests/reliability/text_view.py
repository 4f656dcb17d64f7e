"""Drawing over and walking through a text in the real article view, and labelling it there."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.changes import LayerState, SpanAdded
from annotator.model.document import Annotator, AnnotatorKind, Document
from annotator.model.identity import new_uid
from annotator.model.label import standard_labels
from annotator.model.listing import OpenDocument
from annotator.ui import fonts
from annotator.ui.editor.article_view import ArticleView
from annotator.ui.editor.display import has_right_to_left, reads_right_to_left
from annotator.ui.editor.session import LabellingSession

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.model.changes import Change

_NONE: Final = Qt.KeyboardModifier.NoModifier
_EXACTLY: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_LEFT: Final = Qt.MouseButton.LeftButton
_WALK: Final = 40
"""So many presses of an arrow are made at most; longer stretches are only drawn."""


class Viewing:
    """One view that shows text after text."""

    def __init__(self) -> None:
        self._application = QApplication.instance() or QApplication([])
        fonts.install()
        fonts.complete()
        self._view = ArticleView()
        self._view.resize(900, 700)
        self._view.show()
        self._session = LabellingSession(self._view)
        self._made: list[Change] = []
        self._session.changes_made.connect(lambda changes, _summary: self._made.extend(changes))
        self._text = ""

    def open(self, text: str) -> None:
        """Show a text without spans."""
        self._text = text
        document = Document(new_uid(), new_uid(), "", text)
        who = Annotator(new_uid(), "A", AnnotatorKind.PERSON)
        self._session.open(
            OpenDocument(
                document, who, LayerState(len(text)), list(standard_labels()), [], who, 0, frozenset()
            )
        )
        self._view.setFocus()
        QApplication.processEvents()

    def close(self) -> None:
        """Let go of it."""
        self._session.close()
        self._view.close()
        self._view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def try_stretch(self, start: int, end: int) -> Iterator[str]:
        """Select it by mouse and by keys, copy it, label it; gives what was not as it was meant, in words."""
        if self._can_be_drawn(start, end):
            self._draw(start, end)
            yield from self._proved("by mouse", start, end)
        if end - start <= _WALK and (arrow := self._arrow(start, end)) is not None:
            self._walk(start, end, arrow)
            yield from self._proved("by keys", start, end)

    def _proved(self, how: str, start: int, end: int) -> Iterator[str]:
        meant, selected = self._text[start:end], self._view.selection()
        if selected != (start, end):
            yield f"{how} {start}-{end} {meant!r} is selected as {selected}"
            return
        if self._view.copied_text() != meant:
            yield f"{how} {start}-{end} {meant!r} is copied as {self._view.copied_text()!r}"
        if how == "by mouse":
            yield from self._labelled(start, end)

    def _labelled(self, start: int, end: int) -> Iterator[str]:
        """Press the key of the first label, see what was made, and take it away again."""
        self._made.clear()
        QTest.keyClick(self._view, Qt.Key.Key_1)
        added = [change.span for change in self._made if isinstance(change, SpanAdded)]
        if [(span.start, span.end) for span in added] != [(start, end)]:
            yield f"{start}-{end} is labelled as {[(span.start, span.end) for span in added]}"
        if added:
            QTest.keyClick(self._view, Qt.Key.Key_Backspace)

    # By mouse

    def _can_be_drawn(self, start: int, end: int) -> bool:
        """Whether its first and its last character have a width to point at, and run from left to right."""
        self._view.reveal(start, end)
        QApplication.processEvents()
        places = [self._view.rect_of(start, start + 1), self._view.rect_of(end - 1, end)]
        port = self._view.viewport().rect()
        return all(
            place.width() >= _NARROWEST and place.height() < _HIGHEST and port.contains(place)
            for place in places
        ) and self._hits(start, end)

    def _hits(self, start: int, end: int) -> bool:
        """Whether the places to press and let go at are those positions, as the caret would show."""
        pressed, released = self._ends(start, end)
        found = self._view.position_at(QPointF(pressed)), self._view.position_at(QPointF(released))
        return found == (start, end)

    def _ends(self, start: int, end: int) -> tuple[QPoint, QPoint]:
        first, last = self._view.rect_of(start, start + 1), self._view.rect_of(end - 1, end)
        return QPoint(first.left() + 1, first.center().y()), QPoint(last.right(), last.center().y())

    def _draw(self, start: int, end: int) -> None:
        pressed, released = self._ends(start, end)
        port = self._view.viewport()
        QTest.mousePress(port, _LEFT, _EXACTLY, pressed)
        for place in (pressed + QPoint(8, 0), released):
            on_screen = QPointF(port.mapToGlobal(place))
            kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
            move = QMouseEvent(kind, QPointF(place), on_screen, none, _LEFT, _EXACTLY)
            QApplication.sendEvent(port, move)
        QTest.mouseRelease(port, _LEFT, _EXACTLY, released)
        QApplication.processEvents()

    # By keys

    def _arrow(self, start: int, end: int) -> Qt.Key | None:
        """The arrow that leads on in the text; none where writing directions mix, for there it leaps."""
        first, last = self._view.paragraph_around(start), self._view.paragraph_around(end)
        around = self._text[first[0] : last[1]]
        runs = {unicodedata.bidirectional(letter) for letter in around}
        if not has_right_to_left(around):
            arrow = Qt.Key.Key_Right
        elif runs <= {"R", "AL", "NSM", "WS", "B", "S"}:
            arrow = Qt.Key.Key_Left
        else:
            return None
        leads_on = Qt.Key.Key_Left if reads_right_to_left(self._text) else Qt.Key.Key_Right
        return arrow if first == last or arrow == leads_on else None

    def _walk(self, start: int, end: int, arrow: Qt.Key) -> None:
        self._view.select(start, start)
        for _ in range(_WALK):
            if self._view.caret >= end:
                break
            QTest.keyClick(self._view, arrow, _SHIFT)


_NARROWEST: Final = 4
_HIGHEST: Final = 60
