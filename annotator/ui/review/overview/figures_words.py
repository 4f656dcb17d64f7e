"""How a figure between 0 and 1 is written: ".71", in Vietnamese "0,71"; a dash where there is none."""

from __future__ import annotations

from PySide6.QtCore import QLocale

NONE = "–"


def figure_words(value: float | None) -> str:
    """Two places, in English without the nought before them; "1.0" for all, "–" for None.

    What is not quite 1 is never rounded up to it.
    """
    if value is None:
        return NONE
    if value >= 1:
        return QLocale().toString(1.0, "f", 1)
    words = QLocale().toString(min(value, 0.99), "f", 2)
    return words.removeprefix("0") if QLocale().language() is QLocale.Language.English else words
