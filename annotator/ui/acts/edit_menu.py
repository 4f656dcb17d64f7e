"""Taking back, removing, finding."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import ADDING, ON_SPAN, Act, Need, Scope
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("edit.undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",),
        QT_TRANSLATE_NOOP("Actions", "the last step, also after a restart"), "undo-2",
        needs=ADDING),
    Act("edit.redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "", "redo-2",
        needs=ADDING),
    Act("edit.remove", QT_TRANSLATE_NOOP("Actions", "Remove the span"), ("Backspace", "Del"), "", "trash-2",
        Scope.ARTICLE, ON_SPAN, 1),
    Act("edit.find_document", QT_TRANSLATE_NOOP("Actions", "Find a document"), ("Ctrl+P",),
        QT_TRANSLATE_NOOP("Actions", "by title or words"), "search", needs=Need.CORPUS, group=2),
)
# fmt: on
