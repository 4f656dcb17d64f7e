"""What a sub-tab of Review is to the frame around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from annotator.ui.parts.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from annotator.model.outcome import Outcome
    from annotator.ui.review.shared import Shared
    from annotator.ui.status_line import Hint


class ReviewPage(Surface):
    """A page of Review; it is made when it is first shown.

    Letters are keys here, so nothing on a page that is no field may take an input method: the frame sees to
    it. A field that has the cursor gets letters and Enter for itself: the acts of Review rest meanwhile.
    """

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.shared = shared

    @property
    def first_focus(self) -> QWidget:
        """Where the focus begins."""
        return self

    @property
    def has_focus_within(self) -> bool:
        """Whether the focus is on the page or on something on it."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def settle_focus(self, *, was_here: bool) -> None:
        """Put the focus where it begins if it was here, and what had it went or it waited for something."""
        if was_here and (self.hasFocus() or not self.has_focus_within):
            self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def document(self) -> str | None:
        """Uid of the document that is open on the page, None where none is: undoing is about it."""
        return None

    def set_corpus(self, uid: str | None, *, is_writable: bool) -> None:
        """Show a corpus as it is now; called whenever the page comes to the front."""

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a committed write; called only while the page is in front."""

    def open(self, document: str, cluster: str = "") -> None:
        """Show a document, at a cluster of it (uid; "" for the first open one). Compare alone does it."""

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What the page does by which acts of `ui/acts/review.py`, now.

        A single figure ("1" to "9") may stand for an act. What is not named is not possible, and its key is
        free for the page itself. After a change emit `shared.acts_changed`.
        """
        return {}

    def hints(self) -> list[Hint]:
        """The few keys that work now, at most four; after a change emit `shared.acts_changed`."""
        return []

    def field_hints(self) -> list[Hint]:
        """The keys that work in the field that has the cursor; [] for those that every field has."""
        return []

    def where(self) -> str:
        """What the status line says of where one is."""
        return ""
