"""Lines of the command palette, made of acts, labels and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.model.document import Status
from annotator.ui.actions import plain_words
from annotator.ui.command_palette import Entry
from annotator.ui.keymap import cap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.document import DocumentRow
    from annotator.model.label import Label
    from annotator.ui.actions import Actions


def command_entries(actions: Actions) -> list[Entry]:
    """All listed acts, each running its action."""
    return [
        Entry(
            plain_words(act.text),
            action.trigger,
            plain_words(act.meaning) if act.meaning else "",
            cap(act.id),
            act.icon or "corner-down-right",
            enabled=action.isEnabled(),
            also=f"{act.text} {act.meaning}",
        )
        for act, action in actions.listed()
        if act.id != "help.palette"
    ]


def label_entries(labels: Sequence[Label], choose: Callable[[str], None], enabled: bool) -> list[Entry]:
    """The labels: choosing one labels the selection or the selected span."""
    meaning = QCoreApplication.translate("CommandPalette", "label the selection")
    return [
        Entry(label.name, _call(choose, label.uid), meaning, label.key, label=label, enabled=enabled)
        for label in labels
    ]


def document_entries(rows: Sequence[DocumentRow], choose: Callable[[str], None]) -> list[Entry]:
    """Documents: choosing one opens it."""
    icons = {Status.NEW: "circle", Status.IN_PROGRESS: "circle-dot", Status.DONE: "circle-check"}
    return [Entry(row.title, _call(choose, row.uid), icon=icons[row.status]) for row in rows]


def _call(choose: Callable[[str], None], uid: str) -> Callable[[], None]:
    return lambda: choose(uid)
