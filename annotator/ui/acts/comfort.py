"""How the article is read, what may move, and the page of all settings."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("view.wider_column", QT_TRANSLATE_NOOP("Actions", "Wider column"), ("Ctrl+Alt+Right",),
        QT_TRANSLATE_NOOP("Actions", "longer lines of the article"), "", group=1),
    Act("view.narrower_column", QT_TRANSLATE_NOOP("Actions", "Narrower column"), ("Ctrl+Alt+Left",),
        QT_TRANSLATE_NOOP("Actions", "shorter lines of the article"), "", group=1),
    Act("view.high_contrast", QT_TRANSLATE_NOOP("Actions", "High contrast"), (),
        QT_TRANSLATE_NOOP("Actions", "black and white, lines that are seen"), "contrast", group=2,
        checkable=True),
    Act("view.less_motion", QT_TRANSLATE_NOOP("Actions", "Nothing moves by itself"), (),
        QT_TRANSLATE_NOOP("Actions", "no gliding, no fading"), "", group=2, checkable=True),
    Act("view.settings", QT_TRANSLATE_NOOP("Actions", "Settings…"), ("Ctrl+Alt+S",),
        QT_TRANSLATE_NOOP("Actions", "reading, looks, language, keys"), "settings", group=5),
)
# fmt: on
