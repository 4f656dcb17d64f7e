"""Labelling at speed: unmarked names, the brush, spans split, joined and moved between levels."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import LABELLING, ON_SPAN, Act, Need, Scope
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("label.next_gap", QT_TRANSLATE_NOOP("Actions", "Next name without a label"), ("Ctrl+G",),
        QT_TRANSLATE_NOOP("Actions", "then press a label's key"), "circle-dashed", Scope.ARTICLE,
        Need.DOCUMENT),
    Act("label.previous_gap", QT_TRANSLATE_NOOP("Actions", "Previous name without a label"),
        ("Ctrl+Shift+G",), "", "", Scope.ARTICLE, Need.DOCUMENT),
    Act("label.outer_span", QT_TRANSLATE_NOOP("Actions", "Select the span around"), ("Alt+Up",), "", "",
        Scope.ARTICLE, ON_SPAN),
    Act("label.inner_span", QT_TRANSLATE_NOOP("Actions", "Select the span inside"), ("Alt+Down",), "", "",
        Scope.ARTICLE, ON_SPAN),
    Act("label.split", QT_TRANSLATE_NOOP("Actions", "Split the span at the caret"), ("Ctrl+/",), "",
        "scissors", Scope.ARTICLE, LABELLING, 1),
    Act("label.join", QT_TRANSLATE_NOOP("Actions", "Join with the next span"), ("Ctrl+J",),
        QT_TRANSLATE_NOOP("Actions", "or all of a label under the selection"), "merge", Scope.ARTICLE,
        LABELLING, 1),
    Act("label.join_back", QT_TRANSLATE_NOOP("Actions", "Join with the previous span"), ("Ctrl+Shift+J",),
        "", "", Scope.ARTICLE, ON_SPAN, 1),
    Act("label.level_out", QT_TRANSLATE_NOOP("Actions", "Move the span a level out"), ("Alt+Shift+Up",),
        QT_TRANSLATE_NOOP("Actions", "as wide as the span around it"), "", Scope.ARTICLE, ON_SPAN, 1),
    Act("label.level_in", QT_TRANSLATE_NOOP("Actions", "Move the span a level in"), ("Alt+Shift+Down",),
        QT_TRANSLATE_NOOP("Actions", "as narrow as the span inside it"), "", Scope.ARTICLE, ON_SPAN, 1),
    Act("label.brush", QT_TRANSLATE_NOOP("Actions", "Hold the label as a brush"), ("Ctrl+B",),
        QT_TRANSLATE_NOOP("Actions", "all that is drawn gets it"), "paintbrush", needs=LABELLING, group=4,
        checkable=True),
)
# fmt: on
