"""The history of document and corpus, and of the selected span."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act, Need
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("view.history", QT_TRANSLATE_NOOP("Actions", "History"), ("Ctrl+H",),
        QT_TRANSLATE_NOOP("Actions", "what was done, and the ways back"), "history", needs=Need.CORPUS,
        checkable=True),
    Act("label.question", QT_TRANSLATE_NOOP("Actions", "Question about the span"), ("Ctrl+?",),
        QT_TRANSLATE_NOOP("Actions", "on or off"), "circle-question-mark",
        needs=Need.DOCUMENT | Need.WRITABLE | Need.CHANGEABLE | Need.SPAN, group=2),
    Act("label.span_history", QT_TRANSLATE_NOOP("Actions", "History of the span"), ("Ctrl+Shift+H",),
        QT_TRANSLATE_NOOP("Actions", "each version, with a way back"), "history",
        needs=Need.DOCUMENT | Need.SPAN, group=2),
)
# fmt: on
