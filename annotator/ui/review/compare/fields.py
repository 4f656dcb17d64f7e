"""Where something is typed or chosen in Compare: no key decides there, and Escape is the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.keymap import caps
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.review.compare.cluster_list import ClusterList
    from annotator.ui.review.compare.panel import DecisionPanel


class Fields(QObject):
    """The filter, the field for comments and the form of a gap; one for a page.

    Signals:
        moved: the focus came into one of them, or left the last one.
    """

    moved = Signal()

    def __init__(
        self, clusters: ClusterList, panel: DecisionPanel, focus_text: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._filters, self._gap, self._threads = clusters.filters, panel.gap, panel.threads
        self._focus_text = focus_text
        self._was_in = False
        self._filters.left.connect(self.leave_filters)
        self._threads.left.connect(focus_text)
        self._gap.left.connect(focus_text)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    @property
    def is_in_filters(self) -> bool:
        """Whether a box of the filter, or its list, has the focus."""
        return _has_focus(self._filters)

    @property
    def is_in_one(self) -> bool:
        """Whether any of them has the focus."""
        return any(map(_has_focus, (self._filters, self._gap, self._threads.field)))

    def hints(self) -> list[Hint]:
        """The keys that work in the one with the focus."""
        if self.is_in_filters:
            keys = (*caps("review.filter"), "Esc")
            return [
                Hint(("Space",), self.tr("choose")),
                Hint(("Tab",), self.tr("next box")),
                Hint(keys, self.tr("back to the text")),
            ]
        send = self.tr("keep") if _has_focus(self._gap) else self.tr("send")
        return [
            Hint(("↵",), send),
            Hint(("Shift ↵",), self.tr("new line")),
            Hint(("Esc",), self.tr("leave it")),
        ]

    def turn_filters(self) -> None:
        """Go into the filter; from there back to the text."""
        if self.is_in_filters:
            self.leave_filters()
        else:
            self._filters.show()
            self._filters.choices.classes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave_filters(self) -> None:
        """Go back to the text; a filter that narrows nothing is folded."""
        self._focus_text()  # first: what is hidden with the focus passes it on to anything
        self._filters.setVisible(self._filters.is_narrow)

    def leave(self) -> bool:
        """Leave what is open one level; whether anything was.

        First the one with the focus, then a filter: that shows everything again.
        """
        if not self._gap.isHidden():
            self._gap.leave()
        elif self.is_in_filters:
            self.leave_filters()
        elif _has_focus(self._threads.field):
            self._threads.leave_field()
        elif not self._filters.isHidden() or self._filters.is_narrow:
            self._filters.clear()
            self._filters.hide()
        else:
            return False
        return True

    def _follow(self) -> None:
        is_in = self.is_in_one
        if is_in is not self._was_in:
            self._was_in = is_in
            self.moved.emit()


def _has_focus(part: QWidget) -> bool:
    """Whether the focus is in a part, or in the list that a box of it has opened: a window of its own."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None and widget is not part:
        widget = widget.parentWidget()
    return widget is not None
