"""Places, documents and panels to go to."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act, Need
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("go.label", QT_TRANSLATE_NOOP("Actions", "Label documents"), ("Ctrl+1",), "", "pencil",
        needs=Need.LIBRARY),
    Act("go.label_set", QT_TRANSLATE_NOOP("Actions", "Label set"), ("Ctrl+2", "Ctrl+,"),
        QT_TRANSLATE_NOOP("Actions", "names, colours, keys, definitions"), "tags", needs=Need.CORPUS),
    Act("go.welcome", QT_TRANSLATE_NOOP("Actions", "Welcome page"), (), "", "book-open", needs=Need.LIBRARY),
    Act("go.next_document", QT_TRANSLATE_NOOP("Actions", "Next document"), ("Ctrl+PgDown",), "", "arrow-down",
        needs=Need.CORPUS, group=1),
    Act("go.previous_document", QT_TRANSLATE_NOOP("Actions", "Previous document"), ("Ctrl+PgUp",), "",
        "arrow-up", needs=Need.CORPUS, group=1),
    Act("go.next_to_do", QT_TRANSLATE_NOOP("Actions", "Next document to do"), ("Ctrl+Shift+Return",), "",
        "corner-down-right", needs=Need.CORPUS, group=1),
    Act("go.next_panel", QT_TRANSLATE_NOOP("Actions", "Next panel"), ("F6",), "", "", group=2),
    Act("go.previous_panel", QT_TRANSLATE_NOOP("Actions", "Previous panel"), ("Shift+F6",), "", "", group=2),
)
# fmt: on
