"""Several windows on one library."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act, Need
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("file.new_window", QT_TRANSLATE_NOOP("Actions", "New window"), ("Ctrl+Shift+W",),
        QT_TRANSLATE_NOOP("Actions", "on the same library"), "copy", needs=Need.LIBRARY, group=4),
    Act("file.close_window", QT_TRANSLATE_NOOP("Actions", "Close the window"), ("Ctrl+W",),
        QT_TRANSLATE_NOOP("Actions", "others stay open"), "x", group=4),
)
# fmt: on
