"""Finding words, and doing the same to them everywhere."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import LABELLING, ON_SPAN, Act, Need, Scope
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("edit.find", QT_TRANSLATE_NOOP("Actions", "Find in the article"), ("Ctrl+F",),
        QT_TRANSLATE_NOOP("Actions", "words or a regular expression"), "search", needs=Need.DOCUMENT,
        group=3),
    Act("edit.find_next", QT_TRANSLATE_NOOP("Actions", "Next hit"), ("F3",), "", "", needs=Need.DOCUMENT,
        group=3),
    Act("edit.find_previous", QT_TRANSLATE_NOOP("Actions", "Hit before"), ("Shift+F3",), "", "",
        needs=Need.DOCUMENT, group=3),
    Act("edit.find_corpus", QT_TRANSLATE_NOOP("Actions", "Find in the corpus"), ("Ctrl+Shift+F",),
        QT_TRANSLATE_NOOP("Actions", "the selected words, if any, in all documents"), "list",
        needs=Need.CORPUS, group=3),
    Act("label.same_words", QT_TRANSLATE_NOOP("Actions", "The same words everywhere…"), ("F2",),
        QT_TRANSLATE_NOOP("Actions", "list them and label those that are ticked"), "list-checks",
        Scope.ARTICLE, LABELLING, 5),
    Act("label.same_here", QT_TRANSLATE_NOOP("Actions", "Label the same words in this document"),
        ("Ctrl+Shift+A",), "", "", Scope.ARTICLE, LABELLING, 5),
    Act("label.relabel_everywhere", QT_TRANSLATE_NOOP("Actions", "Relabel the same spans everywhere…"),
        ("Ctrl+Shift+R",), "", "arrow-right-left", Scope.ARTICLE, ON_SPAN, 5),
    Act("label.remove_everywhere", QT_TRANSLATE_NOOP("Actions", "Remove the same spans everywhere…"),
        ("Ctrl+Shift+Del",), "", "trash-2", Scope.ARTICLE, ON_SPAN, 5),
    Act("go.find", QT_TRANSLATE_NOOP("Actions", "Find"), ("Ctrl+3",),
        QT_TRANSLATE_NOOP("Actions", "all hits in the corpus, in context"), "search", needs=Need.CORPUS),
)
# fmt: on
