"""The codebook while labelling: definitions at hand, examples pinned, the guideline, label sets to load."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act, Need
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("file.guideline", QT_TRANSLATE_NOOP("Actions", "Export guideline…"), (),
        QT_TRANSLATE_NOOP("Actions", "the codebook as a page to print, PDF or HTML"), "file-text",
        needs=Need.CORPUS, group=2),
    Act("file.load_label_set", QT_TRANSLATE_NOOP("Actions", "Load a label set…"), (),
        QT_TRANSLATE_NOOP("Actions", "labels with definitions, ready made or saved"), "tags",
        needs=Need.CORPUS | Need.WRITABLE, group=2),
    Act("label.definitions", QT_TRANSLATE_NOOP("Actions", "Definitions of the labels"), ("Ctrl+D",),
        QT_TRANSLATE_NOOP("Actions", "while the key is held, or until it is pressed again"), "book-open",
        needs=Need.DOCUMENT, group=4),
    Act("label.pin", QT_TRANSLATE_NOOP("Actions", "Pin as an example…"), ("Ctrl+Shift+E",),
        QT_TRANSLATE_NOOP("Actions", "the selected words, or the selected span"), "star",
        needs=Need.DOCUMENT | Need.WRITABLE, group=4),
)
# fmt: on
