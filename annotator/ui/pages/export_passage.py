"""A passage as it stands in the library, with its spans; those that the file does not hold are dashed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt

from annotator.model.changes import LayerState
from annotator.model.span import Span, covered_words
from annotator.ui import theme
from annotator.ui.editor.page import ArticlePage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from annotator.model.label import Label
    from annotator.services.export.facts import Preview

_SIZE = 15


class Passage(ArticlePage):
    """The paper of the article view with a few sentences on it; nothing can be changed there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self._marks.is_caret_shown = False
        self.set_zoom(_SIZE)
        self.set_theme(theme.current())

    def show_passage(self, preview: Preview, labels: Sequence[Label]) -> None:
        """Show another passage from its beginning."""
        uids = {label.name: label.uid for label in labels}
        kept = [
            Span(str(place), one.start, one.end, uids.get(one.label, ""), parts=one.parts)
            for place, one in enumerate(preview.spans)
            if one.lost is None
        ]
        self._state = LayerState.of(len(preview.text), kept)
        self._labels, self._has_document = tuple(labels), True
        self._marks.ghosts = tuple(
            (one.start, one.end, uids.get(one.label, "")) for one in preview.spans if one.lost is not None
        )
        self._renew_look()
        self._set_flow(preview.text)
        told = (
            f"{covered_words(preview.text, one.start, one.end, one.parts)}: {one.label}"
            for one in preview.spans
        )
        self.setAccessibleDescription(f"{preview.text}\n{'; '.join(told)}")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the colours of another theme."""
        if event.type() is QEvent.Type.PaletteChange:
            self.set_theme(theme.current())
        super().changeEvent(event)
