"""A short article with nested spans, drawn by the real view, that shows how reading is set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from annotator.model.changes import LayerState
from annotator.model.label import STANDARD_COLOURS, standard_label_uid, standard_labels
from annotator.model.span import Span
from annotator.ui import theme
from annotator.ui.editor.article_view import ArticleView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from annotator.settings import Preferences

HEIGHT: Final = 264
EDGE: Final = 26
"""Px from the view's left edge to its words: frame and margin."""

_TEXT: Final = (
    "Sáng qua, ông Lương Thế Khải, Phó Bí thư Tỉnh ủy, trao Bằng khen của Chủ tịch UBND tỉnh cho mười hai "
    "tập thể dẫn đầu phong trào “Chung tay làm đường quê”.\n"
    "Bà Lò Thị Máy, Ủy viên Ban Thường vụ Tỉnh ủy, mong mỗi chi hội giữ lấy cách làm ấy."
)
_MARKED: Final = (
    ("Lương Thế Khải", "person"),
    ("Phó Bí thư Tỉnh ủy", "position"),
    ("Tỉnh ủy", "organization"),
    ("Bằng khen của Chủ tịch UBND tỉnh", "award"),
    ("Chủ tịch UBND tỉnh", "position"),
    ("UBND tỉnh", "organization"),
    ("“Chung tay làm đường quê”", "campaign"),
    ("Lò Thị Máy", "person"),
    ("Ủy viên Ban Thường vụ Tỉnh ủy", "position"),
    ("Ban Thường vụ Tỉnh ủy", "organization"),
)


class ReadingPreview(ArticleView):
    """The article view as it will be: it takes neither focus nor mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(HEIGHT)
        theme.theme().changed.connect(self.set_theme)
        self.set_theme(theme.current())
        self.show_document(_TEXT, LayerState.of(len(_TEXT), _spans()), standard_labels())

    def follow(self, now: Preferences) -> None:
        """Read as these preferences say."""
        self.set_zoom(now.zoom)
        self.set_reading_font(now.reading_font)
        self.set_measure(now.column, now.line_pitch)
        self.set_captions_shown(now.captions_shown)
        self.setMaximumWidth(round(now.column * now.zoom / 17) + 2 * EDGE)


def _spans() -> list[Span]:
    spans = []
    for number, (marked, label) in enumerate(_MARKED):
        start = _TEXT.index(marked)
        assert label in STANDARD_COLOURS  # noqa: S101  (a slip here would be drawn in grey only)
        spans.append(Span(str(number), start, start + len(marked), standard_label_uid(label)))
    return spans
