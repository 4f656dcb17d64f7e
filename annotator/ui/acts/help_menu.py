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
    Act("help.self_test", QT_TRANSLATE_NOOP("Actions", "Self-test…"), (),
        QT_TRANSLATE_NOOP("Actions", "kill a copy while it writes, and look that nothing is lost"),
        "flask-conical", group=1),
    Act("help.report", QT_TRANSLATE_NOOP("Actions", "Report…"), (),
        QT_TRANSLATE_NOOP("Actions", "versions, settings and log, to read and to hand on"), "file-text",
        group=1),
    Act("help.about", QT_TRANSLATE_NOOP("Actions", "About the annotator"), (), "", "info", group=1),
)
# fmt: on
