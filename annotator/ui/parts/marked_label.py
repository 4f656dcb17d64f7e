"""A label that shows a text with marked stretches, each with its name behind it in small letters."""

from __future__ import annotations

import html
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from annotator.ui import theme
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    Mark = tuple[int, int, str]
    """Start and end in code points of the text, and a name."""

_SMALL = 11


class MarkedLabel(PlainLabel):
    """The text as it is, its marked stretches on a tinted ground; marks may nest and cross."""

    def __init__(self, text: str, marks: Sequence[Mark], parent: QWidget | None = None) -> None:
        """Show a text.

        Args:
            text: data, never markup.
            marks: within it.
            parent: Qt's.
        """
        super().__init__(size=15, wraps=True, parent=parent)
        self._shown, self._marks = text, tuple(marks)
        self.setTextFormat(Qt.TextFormat.RichText)
        self._dress()
        theme.theme().changed.connect(self._dress)
        self.setAccessibleName(f"{text}\n{'; '.join(f'{text[a:b]}: {name}' for a, b, name in marks)}")

    def _dress(self) -> None:
        """Set the text in the colours of the theme in force."""
        self.setText(f'<span style="white-space:pre-wrap">{"".join(self._pieces())}</span>')

    def _pieces(self) -> Iterator[str]:
        text, tokens = self._shown, theme.current()
        bounds = sorted({0, len(text), *(place for mark in self._marks for place in mark[:2])})
        for start, end in pairwise(bounds):
            words = html.escape(text[start:end]).replace("\n", "<br>")
            is_marked = any(first <= start and end <= last for first, last, _ in self._marks)
            yield f'<span style="background-color:{tokens.selected}">{words}</span>' if is_marked else words
            names = dict.fromkeys(name for _, last, name in self._marks if last == end)
            if names:
                told = html.escape(" ".join(names))
                gap = " " if not text[end : end + 1].isspace() and end < len(text) else ""
                yield f'<span style="color:{tokens.text2};font-size:{_SMALL}px"> {told}{gap}</span>'
