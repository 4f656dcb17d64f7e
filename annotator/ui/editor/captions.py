"""The names of labels as they stand under rails: in full, short, one letter, or not at all."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFontMetricsF

from annotator.text import segment
from annotator.ui.editor.display import display_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QFont

    from annotator.model.label import Label
    from annotator.model.span import Span

_UNKNOWN: Final = "…"
_UNSURE: Final = " ?"


@dataclass(frozen=True, slots=True)
class Caption:
    """A name as drawn; `width` in px, `is_continuation` on lines where the span only goes on."""

    text: str
    width: float
    is_continuation: bool = False


class Captions:
    """Chooses and measures captions; one instance for a label set at a text size."""

    def __init__(
        self, labels: Iterable[Label], font: QFont, names: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """Measure the names.

        Args:
            labels: the label set.
            font: of the captions.
            names: uid of a span -> what stands under it in place of its label's name, longest first.
        """
        self._metrics = QFontMetricsF(font)
        self._names = names or {}
        self._forms = {label.uid: _forms(label) for label in labels}
        self._made: dict[tuple[str, bool], Caption] = {}

    def full(self, span: Span, *, is_continuation: bool) -> Caption:
        """The caption in full length, however little room there is."""
        return self._caption(_marked(self._forms_of(span)[0], span), is_continuation=is_continuation)

    def fit(self, span: Span, room: float) -> Caption | None:
        """The longest form of the name that fits in `room` px, or None."""
        for form in self._forms_of(span):
            caption = self._caption(_marked(form, span), is_continuation=False)
            if caption.width <= room:
                return caption
        return None

    def fit_continuation(self, span: Span, room: float) -> Caption | None:
        """The longest form for a line on which the span goes on, or None."""
        for form in self._forms_of(span)[:2]:
            caption = self._caption(form, is_continuation=True)
            if caption.width <= room:
                return caption
        return None

    def _forms_of(self, span: Span) -> tuple[str, ...]:
        return self._names.get(span.uid) or self._forms.get(span.label, (_UNKNOWN,))

    def _caption(self, form: str, *, is_continuation: bool) -> Caption:
        made = self._made.get((form, is_continuation))
        if made is None:
            text = f"…{form}" if is_continuation else form
            made = Caption(text, self._metrics.horizontalAdvance(text), is_continuation)
            self._made[form, is_continuation] = made
        return made


def _marked(form: str, span: Span) -> str:
    return form + _UNSURE if span.flags else form


def _forms(label: Label) -> tuple[str, ...]:
    name = display_text(" ".join(unicodedata.normalize("NFC", label.name).split()))
    short = display_text(label.short) or _first_graphemes(name, 3)
    return (name, short, _first_graphemes(name, 1))


def _first_graphemes(text: str, count: int) -> str:
    end = 0
    for _ in range(count):
        end = segment.next_grapheme(text, end)
    return text[:end]
