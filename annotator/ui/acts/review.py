"""Acts of Review. Their keys are single letters, and work in that place only (mode *compare*)."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import Act, Need, Scope
from annotator.ui.i18n import QT_TRANSLATE_NOOP

_LOOK: Final = Need.CORPUS | Need.REVIEW
_RULE: Final = _LOOK | Need.WRITABLE

# fmt: off
ACTS: Final = (
    Act("go.review", QT_TRANSLATE_NOOP("Actions", "Review"), ("Ctrl+5",),
        QT_TRANSLATE_NOOP("Actions", "differences between annotators, gold"), "git-compare",
        needs=Need.CORPUS),
    Act("review.next", QT_TRANSLATE_NOOP("Actions", "Next open difference"), ("J",),
        QT_TRANSLATE_NOOP("Actions", "goes on into the next document"), "arrow-down", Scope.REVIEW, _LOOK),
    Act("review.previous", QT_TRANSLATE_NOOP("Actions", "Open difference before"), ("K",), "", "arrow-up",
        Scope.REVIEW, _LOOK),
    Act("review.take", QT_TRANSLATE_NOOP("Actions", "Open, or take what most chose"), ("Return", "Enter"),
        QT_TRANSLATE_NOOP("Actions", "the variant of the majority, or the only one"), "check", Scope.REVIEW,
        _LOOK, 1),
    Act("review.take_all", QT_TRANSLATE_NOOP("Actions", "Take all variants"), ("A",),
        QT_TRANSLATE_NOOP("Actions", "when one lies inside the other"), "list-checks", Scope.REVIEW, _RULE,
        1),
    Act("review.edit", QT_TRANSLATE_NOOP("Actions", "Take with other edges…"), ("E",), "",
        "move-horizontal", Scope.REVIEW, _RULE, 1),
    Act("review.relabel", QT_TRANSLATE_NOOP("Actions", "Take with another label…"), ("L",), "", "tag",
        Scope.REVIEW, _RULE, 1),
    Act("review.reject", QT_TRANSLATE_NOOP("Actions", "Take none of them"), ("X",), "", "x", Scope.REVIEW,
        _RULE, 1),
    Act("review.defer", QT_TRANSLATE_NOOP("Actions", "Put off"), ("D",),
        QT_TRANSLATE_NOOP("Actions", "it stays open"), "", Scope.REVIEW, _RULE, 1),
    Act("review.alike", QT_TRANSLATE_NOOP("Actions", "The same for all that are alike…"), ("P",),
        QT_TRANSLATE_NOOP("Actions", "same words, same labels, in all documents"), "list-checks",
        Scope.REVIEW, _RULE, 1),
    Act("review.rule", QT_TRANSLATE_NOOP("Actions", "Apply the rule that is offered…"), ("R",),
        QT_TRANSLATE_NOOP("Actions", "lists what it would settle"), "", Scope.REVIEW, _RULE, 1),
    Act("review.take_back", QT_TRANSLATE_NOOP("Actions", "Take the decision back"), ("U",), "", "undo-2",
        Scope.REVIEW, _RULE, 1),
    Act("review.history", QT_TRANSLATE_NOOP("Actions", "Earlier decisions on the difference…"), ("H",),
        QT_TRANSLATE_NOOP("Actions", "who ruled what, when and why; each can be restored"), "history",
        Scope.REVIEW, _LOOK, 1),
    Act("review.comment", QT_TRANSLATE_NOOP("Actions", "Comment on the difference…"), ("C",), "",
        "message-square", Scope.REVIEW, _RULE, 2),
    Act("review.resolve", QT_TRANSLATE_NOOP("Actions", "Resolve the comment, or open it again"), ("Shift+C",),
        "", "check", Scope.REVIEW, _RULE, 2),
    Act("review.gap", QT_TRANSLATE_NOOP("Actions", "Gap in the guideline…"), ("G",),
        QT_TRANSLATE_NOOP("Actions", "say why people differ"), "flag", Scope.REVIEW, _RULE, 2),
    Act("review.accept", QT_TRANSLATE_NOOP("Actions", "Accept what nobody disputes"), ("Shift+Return",
        "Shift+Enter"), QT_TRANSLATE_NOOP("Actions", "in Compare: this document; in the overview: all"),
        "circle-check", Scope.REVIEW, _RULE, 3),
    Act("review.finish", QT_TRANSLATE_NOOP("Actions", "Finish the document, open the next"), (), "",
        "corner-down-right", Scope.REVIEW, _RULE, 3, also="label.done"),
    Act("review.reopen", QT_TRANSLATE_NOOP("Actions", "Open the finished document again"), ("O",), "",
        "undo-2", Scope.REVIEW, _RULE, 3),
    Act("review.sort", QT_TRANSLATE_NOOP("Actions", "Sort in another way"), ("S",), "",
        "arrow-down-wide-narrow", Scope.REVIEW, _LOOK, 4),
    Act("review.filter", QT_TRANSLATE_NOOP("Actions", "Filter differences…"), ("F",), "", "list-filter",
        Scope.REVIEW, _LOOK, 4),
    Act("review.panes", QT_TRANSLATE_NOOP("Actions", "Two annotators side by side"), ("V",),
        QT_TRANSLATE_NOOP("Actions", "in Compare: the text twice, scrolled together"), "", Scope.REVIEW,
        _LOOK, 4),
    Act("review.names", QT_TRANSLATE_NOOP("Actions", "Show or hide names"), ("N",),
        QT_TRANSLATE_NOOP("Actions", "hidden ones are letters, another order in each document"), "eye",
        Scope.REVIEW, _LOOK, 4),
)
# fmt: on
