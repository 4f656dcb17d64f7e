"""The article for screen readers: a text with a caret, offsets in UTF-16 units of the paragraph on offer.

Only the paragraph of the caret is offered as text: a reader that asks for everything would copy ten million
characters. What Qt's Python binding cannot carry (selection and attributes have out parameters, and a client
read garbage) is spoken as announcements instead.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Final, cast
from weakref import ref

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr

from annotator.text.rulers import Ruler
from annotator.ui.editor.display import display_text

if TYPE_CHECKING:
    from annotator.model.span import Span
    from annotator.ui.editor.article_view import ArticleView

_MOST_SPOKEN: Final = 200


class ArticleText(QAccessibleTextInterface):
    """The text of the caret's paragraph, as a screen reader asks for it."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        self._seen = ref(view)
        self._piece: tuple[int, int] | None = None
        self._ruler = Ruler("")
        self._shown = ""

    @property
    def _view(self) -> ArticleView:
        view = self._seen()
        if view is None:
            raise RuntimeError  # Qt asks only about living objects
        return view

    def characterCount(self) -> int:  # noqa: N802  (Qt's names from here on)
        """UTF-16 units of the paragraph."""
        start, end = self._refreshed()
        return self._ruler.to_u16(end - start)

    def text(self, start: int, end: int) -> str:
        """The units [start, end) of the paragraph; U+2400 signs stand for control characters."""
        self._refreshed()
        return self._shown[self._ruler.from_u16(start) : self._ruler.from_u16(end)]

    def cursorPosition(self) -> int:  # noqa: N802
        """The caret in the paragraph."""
        start, _ = self._refreshed()
        return self._ruler.to_u16(self._view.caret - start)

    def setCursorPosition(self, position: int) -> None:  # noqa: N802
        """Put the caret somewhere in the paragraph."""
        self._view.select(self._position(position), self._position(position))

    def characterRect(self, offset: int) -> QRect:  # noqa: N802
        """Where a character is on screen."""
        position = self._position(offset)
        rect = self._view.rect_of(position, position + 1)
        return QRect(self._view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def offsetAtPoint(self, point: QPoint) -> int:  # noqa: N802
        """The unit at a place on screen."""
        start, _ = self._refreshed()
        place = QPointF(self._view.viewport().mapFromGlobal(point))
        return max(0, self._ruler.to_u16(self._view.position_at(place) - start))

    def selectionCount(self) -> int:  # noqa: N802
        """None that could be told: `selection` has out parameters Python cannot fill."""
        return 0

    def addSelection(self, start: int, end: int) -> None:  # noqa: N802
        """Select units of the paragraph."""
        self._view.select(self._position(start), self._position(end))

    def setSelection(self, index: int, start: int, end: int) -> None:  # noqa: N802, ARG002
        """Select units of the paragraph."""
        self.addSelection(start, end)

    def removeSelection(self, index: int) -> None:  # noqa: N802, ARG002
        """Select nothing."""
        self._view.select(self._view.caret, self._view.caret)

    def scrollToSubstring(self, start: int, end: int) -> None:  # noqa: N802
        """Bring units of the paragraph into view."""
        self._view.reveal(self._position(start), self._position(end))

    def _position(self, unit: int) -> int:
        start, end = self._refreshed()
        return min(end, start + self._ruler.from_u16(unit))

    def _refreshed(self) -> tuple[int, int]:
        """The piece of text on offer: the caret's paragraph."""
        table = self._view.flow.paragraphs
        index = table.at(self._view.caret)
        piece = table.starts[index], table.ends[index]
        if piece != self._piece:
            words = self._view.text[piece[0] : piece[1]]
            self._piece, self._ruler, self._shown = piece, Ruler(words), display_text(words)
        return piece


class ArticleAccessible(QAccessibleWidget):
    """The article view as an accessible object."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view, QAccessible.Role.EditableText, view.accessibleName())
        self._seen = ref(view)
        self._text = ArticleText(view)

    def belongs_to(self, view: ArticleView) -> bool:
        """Whether it speaks for that view."""
        return self._seen() is view

    @property
    def text_interface(self) -> ArticleText:
        """The interface handed out for text."""
        return self._text

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]  # Qt: void *
        """The text interface. For others a null pointer: None or 0 would crash the program."""
        if kind == QAccessible.InterfaceType.TextInterface:
            return VoidPtr(self._text)  # type: ignore[arg-type]  # the stub knows numbers only
        return VoidPtr(0)


_kept: Final[list[ArticleAccessible]] = []
"""Kept for good: Qt deletes their C++ side with the view, and Python must not do so before or after."""


def accessible_of(view: ArticleView) -> ArticleAccessible:
    """The one accessible object of a view."""
    for made in _kept:
        if made.belongs_to(view):
            return made
    _kept.append(ArticleAccessible(view))
    return _kept[-1]


def _factory(key: str, target: QObject) -> QAccessibleInterface | None:
    return accessible_of(cast("ArticleView", target)) if key == "ArticleView" else None


@cache
def install_accessibility() -> None:
    """Have Qt ask us about article views: before the first is made, since it asks only once about each."""
    QAccessible.installFactory(_factory)


def speak_of(view: ArticleView) -> None:
    """Keep screen readers told of what a view's caret, selection and selected span are."""
    view.selection_changed.connect(partial(_tell_caret, ref(view)))
    view.span_selected.connect(partial(_tell_span, ref(view)))


def _tell_caret(seen: ref[ArticleView]) -> None:
    view = seen()
    if view is None or not QAccessible.isActive():
        return
    unit = accessible_of(view).text_interface.cursorPosition()
    QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, unit))
    selection = view.selection()
    if selection is not None:
        words = display_text(view.text[selection[0] : selection[1]][:_MOST_SPOKEN])
        _announce(view, QCoreApplication.translate("ArticleView", "Selected {0}").format(words))


def _tell_span(seen: ref[ArticleView], span: Span | None) -> None:
    view = seen()
    if view is None or span is None or not QAccessible.isActive():
        return
    name = next((label.name for label in view.labels if label.uid == span.label), "")
    words = display_text(view.text[span.start : span.end][:_MOST_SPOKEN])
    _announce(view, f"{name}: {words}")


def _announce(view: ArticleView, sentence: str) -> None:
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, sentence))
