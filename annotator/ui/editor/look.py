"""The colours of the article view as Qt objects, made once for a theme and a label set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor

from annotator.model.palette import label_colours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from annotator.model.label import Label
    from annotator.ui.tokens import Tokens

_UNKNOWN_COLOUR: Final = "#777777"


@dataclass(frozen=True, slots=True)
class LabelLook:
    """One label's colours; see `annotator.model.palette.LabelColours`."""

    tint: QColor
    tint2: QColor
    tint3: QColor
    line: QColor
    ink: QColor
    solid: QColor
    on_solid: QColor

    @classmethod
    def of(cls, colour: str, tokens: Tokens) -> LabelLook:
        """The look of a label's stored colour on the page of these tokens."""
        made = label_colours(colour, tokens.is_dark, tokens.is_strong)
        return cls(
            tint=QColor(made.tint),
            tint2=QColor(made.tint2),
            tint3=QColor(made.tint3),
            line=QColor(made.line),
            ink=QColor(made.ink),
            solid=QColor(made.solid),
            on_solid=QColor(made.on_solid),
        )


class Look:
    """Colours of page and labels."""

    def __init__(self, tokens: Tokens, labels: Iterable[Label]) -> None:
        self.page = QColor(tokens.page)
        self.text = QColor(tokens.text)
        self.muted = QColor(tokens.muted)
        self.sunken = QColor(tokens.sunken)
        self.text2 = QColor(tokens.text2)
        self.selection = QColor(tokens.selection)
        self.caret = QColor(tokens.strong)
        self.accent = QColor(tokens.accent)
        self.bad = QColor(tokens.bad)
        self._labels = {label.uid: LabelLook.of(label.colour, tokens) for label in labels}
        self._unknown = LabelLook.of(_UNKNOWN_COLOUR, tokens)

    def of(self, label_uid: str) -> LabelLook:
        """The label's colours; grey for one that the label set does not hold."""
        return self._labels.get(label_uid, self._unknown)


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two: `first` at share 0, `second` at share 1."""
    return QColor.fromRgbF(
        *(
            start + (stop - start) * share
            for start, stop in (
                (first.redF(), second.redF()),
                (first.greenF(), second.greenF()),
                (first.blueF(), second.blueF()),
            )
        )
    )
