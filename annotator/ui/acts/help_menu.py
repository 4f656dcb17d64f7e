"""The palette, the keys and the menu."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act, Scope
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("help.palette", QT_TRANSLATE_NOOP("Actions", "Search or run a command"), ("Ctrl+K",), "", "search"),
    Act("help.keys", QT_TRANSLATE_NOOP("Actions", "All keys"), ("F1",), "", "keyboard",
        also="help.keys_article"),
    Act("help.keys_article", QT_TRANSLATE_NOOP("Actions", "All keys"), ("?",), "", "", Scope.ARTICLE),
    Act("help.menu", QT_TRANSLATE_NOOP("Actions", "Menu"), ("F10",), "", "menu"),
    Act("help.about", QT_TRANSLATE_NOOP("Actions", "About the annotator"), (), "", "info", group=1),
)
# fmt: on
