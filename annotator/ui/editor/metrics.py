"""Every length of the article view at one text size, on whole device pixels so that rails stay crisp.

The numbers are those of the design at 17 px text; all grow with the text.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

DESIGN_PX: Final = 17
"""The text size the measures are given for, and the one to begin with."""

SMALLEST_PX: Final = 12
LARGEST_PX: Final = 28
COLUMN: Final = 720
"""Widest column at the design size, unless a person chose another: about 86 characters a line."""

LEADING: Final = {"close": -1.5, "normal": 0.0, "wide": 5.0, "wider": 10.0}
"""Room added over each line's text at the design size, in px, by the name of the line pitch. Rails and names
under the line need theirs whatever is chosen, so that "close" gives back only what no band needs."""

MOST_LANES: Final = 6
"""Rails under one line; further spans are counted in a chip."""

_CAPTION_PX: Final = 11
_MARGIN: Final = 24


@dataclass(frozen=True)
class Metrics:
    """Lengths in logical px at one text size and device pixel ratio.

    Attributes:
        text_px: the text size.
        ratio: device pixels a logical one.
        ascent: from a line's text top to its baseline; descent: on down to its text bottom.
        above: room over a line's text; step: more of it for each containing band.
        lane: distance between rails of one line; one is always reserved.
        rail_drop: from text bottom to the first rail's top; rail: its thickness; thin: that of a thin one.
        caption_drop: from a rail's top to its caption's baseline.
    """

    text_px: int
    ratio: float
    text_font: QFont
    caption_font: QFont
    ascent: float
    descent: float
    above: float
    step: float
    lane: float
    rail_drop: float
    rail: float
    thin: float
    caption_drop: float
    lane_extra: float
    paragraph_gap: float
    empty_height: float
    column: int
    margin: int
    captions_shown: bool

    @classmethod
    def of(
        cls,
        family: str,
        text_px: int,
        ratio: float,
        *,
        captions_shown: bool = True,
        column: int = COLUMN,
        line_pitch: str = "normal",
    ) -> Metrics:
        """The metrics of a family at a text size; `column` in px at the design size, pitch of `LEADING`."""
        scale = text_px / DESIGN_PX
        text_font = _font(family, text_px, QFont.Weight.Normal)
        caption_font = _font(family, max(_CAPTION_PX, round(_CAPTION_PX * scale)), QFont.Weight.Medium)
        measured = QFontMetricsF(text_font)

        def whole(length: float) -> float:
            return math.ceil(length * ratio - 0.25) / ratio

        leading = LEADING[line_pitch]
        text_height = measured.ascent() + measured.descent()
        return cls(
            text_px=text_px,
            ratio=ratio,
            text_font=text_font,
            caption_font=caption_font,
            ascent=whole(measured.ascent()),
            descent=whole(measured.descent()),
            above=whole((2 + leading) * scale),
            step=max(whole(1.75 * scale), 1 / ratio),
            lane=whole((14.5 if captions_shown else 5) * scale),
            rail_drop=whole(2.25 * scale),
            rail=max(2.0, round(2 * scale * ratio) / ratio),
            thin=max(1.0, round(scale * ratio) / ratio),
            caption_drop=whole(11.2 * scale),
            lane_extra=whole(2 * scale),
            paragraph_gap=whole(0.42 * text_height + leading * scale),
            empty_height=whole(0.55 * text_height),
            column=round(column * scale),
            margin=_MARGIN,
            captions_shown=captions_shown,
        )

    @property
    def text_height(self) -> float:
        """Height of a line's text in the article's own font."""
        return self.ascent + self.descent

    @property
    def pitch(self) -> float:
        """Height of a plain line: its text and one row for a rail and its name."""
        return self.above + self.text_height + self.under(1)

    def over(self, rows: int) -> float:
        """Room over the text of a line with that many rails, for bands around bands."""
        return self.above + self.step * max(0, min(rows, 4) - 1)

    def under(self, rows: int) -> float:
        """Room under the text of a line with that many rails."""
        depth = max(1, rows)
        return 1 + self.lane * depth + (self.lane_extra if depth > 1 else 0)


def _font(family: str, px: int, weight: QFont.Weight) -> QFont:
    font = QFont(family)
    font.setPixelSize(px)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font
