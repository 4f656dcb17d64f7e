"""Keys that lists, fields and sheets answer themselves: they are told of, and cannot be changed.

They work where the focus is in them, and there before the keys of the acts.
"""

from __future__ import annotations

from typing import Final

from annotator.ui.catalogue import ARTICLE_KEYS, ArticleKey
from annotator.ui.i18n import QT_TRANSLATE_NOOP

CARET: Final = QT_TRANSLATE_NOOP("Actions", "In the article: move the caret")

# fmt: off
FIXED_KEYS: Final[dict[str, tuple[ArticleKey, ...]]] = {
    CARET: ARTICLE_KEYS,
    QT_TRANSLATE_NOOP("Actions", "In lists"): (
        ArticleKey("↑ ↓ PgUp PgDn Home End", QT_TRANSLATE_NOOP("Actions", "go to a row")),
        ArticleKey("Enter", QT_TRANSLATE_NOOP("Actions", "open it")),
        ArticleKey("F2", QT_TRANSLATE_NOOP("Actions", "rename it (documents, corpora, labels)")),
        ArticleKey("Alt ↑ ↓", QT_TRANSLATE_NOOP("Actions", "move it up or down (labels)")),
        ArticleKey("Esc", QT_TRANSLATE_NOOP("Actions", "leave, in fields and sheets too")),
    ),
    QT_TRANSLATE_NOOP("Actions", "In the list of the same words"): (
        ArticleKey("Space", QT_TRANSLATE_NOOP("Actions", "tick the place, or not")),
        ArticleKey("G", QT_TRANSLATE_NOOP("Actions", "tick its whole group, or none of it")),
        ArticleKey("A", QT_TRANSLATE_NOOP("Actions", "tick all, or none")),
        ArticleKey("Enter", QT_TRANSLATE_NOOP("Actions", "label what is ticked")),
        ArticleKey("Ctrl Enter", QT_TRANSLATE_NOOP("Actions", "show the place in its article")),
    ),
    QT_TRANSLATE_NOOP("Actions", "On the Find page"): (
        ArticleKey("Space", QT_TRANSLATE_NOOP("Actions", "tick the place, or not")),
        ArticleKey("Shift ↑ ↓", QT_TRANSLATE_NOOP("Actions", "tick a stretch of rows")),
        ArticleKey("Ctrl A", QT_TRANSLATE_NOOP("Actions", "tick all, or none")),
        ArticleKey("Enter", QT_TRANSLATE_NOOP("Actions", "show the place in its article")),
        ArticleKey("Ctrl Enter", QT_TRANSLATE_NOOP("Actions", "label what is ticked")),
        ArticleKey("Ctrl Shift R", QT_TRANSLATE_NOOP("Actions", "relabel what is ticked")),
        ArticleKey("Del", QT_TRANSLATE_NOOP("Actions", "remove the spans that are ticked")),
        ArticleKey("Ctrl C", QT_TRANSLATE_NOOP("Actions", "copy the lines")),
    ),
    QT_TRANSLATE_NOOP("Actions", "In the find bar of the article"): (
        ArticleKey("Enter", QT_TRANSLATE_NOOP("Actions", "next hit")),
        ArticleKey("Shift Enter", QT_TRANSLATE_NOOP("Actions", "hit before")),
    ),
    QT_TRANSLATE_NOOP("Actions", "In the list of spans"): (
        ArticleKey("Shift ↑ ↓", QT_TRANSLATE_NOOP("Actions", "choose several")),
        ArticleKey("Ctrl A", QT_TRANSLATE_NOOP("Actions", "choose all that is listed")),
        ArticleKey("Del", QT_TRANSLATE_NOOP("Actions", "remove what is chosen")),
    ),
    QT_TRANSLATE_NOOP("Actions", "In the label picker"): (
        ArticleKey("↑ ↓", QT_TRANSLATE_NOOP("Actions", "go to a label")),
        ArticleKey("Enter", QT_TRANSLATE_NOOP("Actions", "take it")),
    ),
    QT_TRANSLATE_NOOP("Actions", "On the import page"): (
        ArticleKey("J", QT_TRANSLATE_NOOP("Actions", "the next file that needs a look")),
        ArticleKey("Space", QT_TRANSLATE_NOOP("Actions", "leave the file out, or take it again")),
        ArticleKey("B", QT_TRANSLATE_NOOP("Actions", "leave out lines of the web page, or keep them")),
        ArticleKey("Shift B", QT_TRANSLATE_NOOP("Actions", "the same in all such files")),
        ArticleKey("Ctrl Enter", QT_TRANSLATE_NOOP("Actions", "add what comes in")),
    ),
    QT_TRANSLATE_NOOP("Actions", "On the export page"): (
        ArticleKey("Ctrl Enter", QT_TRANSLATE_NOOP("Actions", "write the file and read it back")),
        ArticleKey("Ctrl S", QT_TRANSLATE_NOOP("Actions", "save the recipe")),
    ),
    QT_TRANSLATE_NOOP("Actions", "In Review"): (
        ArticleKey("1–9", QT_TRANSLATE_NOOP("Actions", "take that variant into gold")),
        ArticleKey("Ctrl Tab", QT_TRANSLATE_NOOP("Actions", "the next page of Review")),
    ),
    QT_TRANSLATE_NOOP("Actions", "In sheets and work lists"): (
        ArticleKey("Ctrl Enter", QT_TRANSLATE_NOOP("Actions", "do what the first button says")),
        ArticleKey("Ctrl Tab", QT_TRANSLATE_NOOP("Actions", "the next sheet of the figures")),
        ArticleKey("O", QT_TRANSLATE_NOOP("Actions", "correct one place (figures)")),
        ArticleKey("X", QT_TRANSLATE_NOOP("Actions", "it is meant so (figures)")),
        ArticleKey("K", QT_TRANSLATE_NOOP("Actions", "keep as it is (label set)")),
    ),
}
# fmt: on
"""Where -> what is pressed there."""
