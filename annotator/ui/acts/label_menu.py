"""Labelling: spans, their edges and facts, and the status of the document."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import LABELLING, ON_SPAN, Act, Need, Scope
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("label.next_span", QT_TRANSLATE_NOOP("Actions", "Next span"), ("Tab",), "", "corner-down-right",
        Scope.ARTICLE, Need.DOCUMENT),
    Act("label.previous_span", QT_TRANSLATE_NOOP("Actions", "Previous span"), ("Shift+Tab",), "", "",
        Scope.ARTICLE, Need.DOCUMENT),
    Act("label.end_back", QT_TRANSLATE_NOOP("Actions", "End one word back"), ("[",),
        QT_TRANSLATE_NOOP("Actions", "narrow"), "move-horizontal", Scope.ARTICLE, LABELLING, 1),
    Act("label.end_on", QT_TRANSLATE_NOOP("Actions", "End one word on"), ("]",),
        QT_TRANSLATE_NOOP("Actions", "widen"), "move-horizontal", Scope.ARTICLE, LABELLING, 1),
    Act("label.start_back", QT_TRANSLATE_NOOP("Actions", "Start one word back"), ("{",),
        QT_TRANSLATE_NOOP("Actions", "widen"), "move-horizontal", Scope.ARTICLE, LABELLING, 1),
    Act("label.start_on", QT_TRANSLATE_NOOP("Actions", "Start one word on"), ("}",),
        QT_TRANSLATE_NOOP("Actions", "narrow"), "move-horizontal", Scope.ARTICLE, LABELLING, 1),
    Act("label.end_back_character", QT_TRANSLATE_NOOP("Actions", "End one character back"), ("Ctrl+[",), "",
        "", Scope.ARTICLE, LABELLING, 1),
    Act("label.end_on_character", QT_TRANSLATE_NOOP("Actions", "End one character on"), ("Ctrl+]",), "", "",
        Scope.ARTICLE, LABELLING, 1),
    Act("label.start_back_character", QT_TRANSLATE_NOOP("Actions", "Start one character back"),
        ("Ctrl+{",), "", "", Scope.ARTICLE, LABELLING, 1),
    Act("label.start_on_character", QT_TRANSLATE_NOOP("Actions", "Start one character on"),
        ("Ctrl+}",), "", "", Scope.ARTICLE, LABELLING, 1),
    Act("label.unsure", QT_TRANSLATE_NOOP("Actions", "Unsure about the span"), ("!",),
        QT_TRANSLATE_NOOP("Actions", "on or off"), "flag", Scope.ARTICLE, ON_SPAN, 2),
    Act("label.note", QT_TRANSLATE_NOOP("Actions", "Note on the span"), ("Ctrl+M",), "", "message-square",
        needs=ON_SPAN, group=2),
    Act("label.let_go", QT_TRANSLATE_NOOP("Actions", "Let go of selection and span"), ("Escape",), "", "x",
        Scope.ARTICLE, Need.DOCUMENT, 2),
    Act("label.done", QT_TRANSLATE_NOOP("Actions", "Done, open the next one to do"),
        ("Ctrl+Return", "Ctrl+Enter"), QT_TRANSLATE_NOOP("Actions", "marks this document done"),
        "circle-check", needs=LABELLING, group=3),
    Act("label.in_progress", QT_TRANSLATE_NOOP("Actions", "Mark the document in progress"), (), "",
        "circle-dot", needs=LABELLING, group=3),
    Act("label.new", QT_TRANSLATE_NOOP("Actions", "Mark the document new"), (), "", "circle",
        needs=LABELLING, group=3),
    Act("label.layer", QT_TRANSLATE_NOOP("Actions", "Choose a layer…"), ("Ctrl+L",),
        QT_TRANSLATE_NOOP("Actions", "yours or somebody else's on this document"), "git-compare",
        needs=Need.DOCUMENT, group=4),
    Act("label.work_here", QT_TRANSLATE_NOOP("Actions", "Work in this layer"), ("Ctrl+Shift+L",),
        QT_TRANSLATE_NOOP("Actions", "somebody else's, until you leave the document"), "pencil",
        needs=Need.DOCUMENT | Need.WRITABLE | Need.GUARDED, group=4),
    Act("label.exact", QT_TRANSLATE_NOOP("Actions", "Exact characters while selecting"), (),
        QT_TRANSLATE_NOOP("Actions", "or hold Ctrl while dragging"), "scissors", needs=Need.LIBRARY, group=4,
        checkable=True),
)
# fmt: on
