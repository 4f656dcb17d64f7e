"""An article view on a text full of traps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from annotator.model.changes import LayerState
from annotator.model.label import standard_labels
from annotator.ui import fonts
from annotator.ui.editor.article_view import ArticleView

if TYPE_CHECKING:
    from collections.abc import Callable

TRAPS = (
    "\ufeffUỷ ban nhân dân huyện Mường\u00a0Sơn tặng Giấy khen cho bà Lò Thị Máy.\r\n"
    "Đ/c Hà\u0309i\u0323 Đăng, Phó Chủ tịch\r\n"
    "\r\n"
    "Hội Nông dân  tỉnh, phát động \u201cMỗi người một việc\u201d.\u2028"
    "Khen 👩🏽\u200d🚀 và 🇻🇳 cùng 𝓧𝓨; control \x00\x07\x7f end.\n"
    "\ufeffقال الرئيس محمد علي (Cairo) في 2023 نجحت.\n"
    "Một đoạn dài để xuống dòng: "
    + "các đơn vị thi đua lập thành tích chào mừng ngày thành lập, " * 6
    + "hết./."
)


@pytest.fixture
def traps() -> str:
    """NBSP, NFD, CR LF, U+2028, leading U+FEFF, ZWJ emoji, astral letters, controls, Arabic, a long line."""
    return TRAPS


@pytest.fixture
def make_view(qtbot) -> Callable[..., ArticleView]:
    """Makes shown views; they are closed after the test."""

    def make(text: str = TRAPS, spans=(), width: int = 800, height: int = 600) -> ArticleView:
        if not fonts.interface(13).exactMatch():
            fonts.install()
            fonts.complete()
        view = ArticleView()
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show()
        view.show_document(text, LayerState.of(len(text), spans), standard_labels())
        view.setFocus()
        QApplication.processEvents()
        return view

    return make
