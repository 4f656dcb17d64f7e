"""Loads the modules of pages before anybody asks for them, one small piece after the other.

A page whose modules are there already comes up in half the time; loaded all at once, when it is asked for,
they would keep the window from answering.
"""

from __future__ import annotations

import importlib
import sys
from typing import Final

from PySide6.QtCore import QObject, QTimer

_FIRST: Final = 600
"""Milliseconds after the library was opened in which the window has other things to do."""
_PAUSE: Final = 20
"""Milliseconds between two pieces, in which keys and clicks have their turn."""

PIECES: Final = (
    "find.options",
    "parts.choice",
    "everywhere.candidate_rows",
    "everywhere.same_words",
    "everywhere.everywhere",
    "figures.chosen",
    "figures.cells",
    "figures.plot_view",
    "figures.table",
    "figures.consistency_sheet",
    "figures.detail",
    "figures.overview_sheet",
    "figures.page",
    "codebook.label_list",
    "codebook.preset_sheet",
    "codebook.span_sheet",
    "pages.label_form",
    "pages.label_set",
    "pages.recipe_what",
    "pages.kept_recipes",
    "pages.export_preview",
    "pages.proof",
    "pages.recipe_form",
    "pages.export_page",
    "settings.entries",
    "settings.key_editor",
    "settings.key_list",
    "settings.page",
    "review.frame",
    "review.filter_choices",
    "review.overview.head",
    "review.overview.matrix",
    "review.overview.page",
    "pages.corpora",
    "past.history_panel",
    "past.beside",
    "find.find_page",
    "find.hit_desk",
    "key_sheet",
    "command_palette",
    "palette_entries",
)
"""Modules of `annotator.ui`; each brings only a few that those before it did not."""


class Ahead(QObject):
    """Loads one piece whenever the window has had its turn, until all are there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = [f"annotator.ui.{name}" for name in reversed(PIECES)]
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._load)

    def begin(self) -> None:
        """Load what is missing, from a while later on."""
        self._timer.start(_FIRST)

    def hurry(self, package: str) -> None:
        """Load now what is left of a package: its page is wanted."""
        wanted = [name for name in self._left if name.startswith(f"annotator.ui.{package}.")]
        self._left = [name for name in self._left if name not in wanted]
        for name in reversed(wanted):
            importlib.import_module(name)

    def _load(self) -> None:
        while self._left and self._left[-1] in sys.modules:
            self._left.pop()
        if self._left:
            importlib.import_module(self._left.pop())
            self._timer.start(_PAUSE)
