"""Lines of the command palette, made of acts, labels and documents."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from annotator.model.document import Status
from annotator.ui.actions import plain_words
from annotator.ui.acts.act import Need, Scope
from annotator.ui.catalogue import CATALOGUE
from annotator.ui.command_palette import Entry
from annotator.ui.i18n import QT_TRANSLATE_NOOP
from annotator.ui.keymap import cap
from annotator.ui.review.tabs import TABS
from annotator.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from annotator.model.document import Corpus, DocumentRow
    from annotator.model.filters import KeptFilter
    from annotator.model.label import Label
    from annotator.ui.actions import Actions
    from annotator.ui.acts.act import Act

_MOST_RECENT: Final = 5
_ACTS: Final = frozenset(act.id for act in CATALOGUE)
_WHY: Final = {
    Need.LIBRARY: QT_TRANSLATE_NOOP("CommandPalette", "no library is open"),
    Need.WRITABLE: QT_TRANSLATE_NOOP("CommandPalette", "the library is open for reading only"),
    Need.CORPUS: QT_TRANSLATE_NOOP("CommandPalette", "there is no corpus yet"),
    Need.REVIEW: QT_TRANSLATE_NOOP("CommandPalette", "go to Review first"),
    Need.DOCUMENT: QT_TRANSLATE_NOOP("CommandPalette", "open a document first"),
    Need.CHANGEABLE: QT_TRANSLATE_NOOP("CommandPalette", "this layer is only for reading"),
    Need.SPAN: QT_TRANSLATE_NOOP("CommandPalette", "select a span first"),
    Need.IMPORT: QT_TRANSLATE_NOOP("CommandPalette", "nothing is being imported"),
    Need.UNSAVED: QT_TRANSLATE_NOOP("CommandPalette", "all is saved"),
}
"""Why an act is not possible, by the first thing that is missing."""


def command_entries(actions: Actions, recent: Recent, situation: Need) -> list[Entry]:
    """All listed acts, those run last first; one that is not possible now says why instead of its meaning."""
    listed = sorted(actions.listed(), key=lambda pair: recent.rank(pair[0].id))
    return [
        Entry(
            plain_words(act.text),
            recent.noting(act.id, action.trigger),
            _meaning(act, action, situation),
            cap(act.id),
            act.icon or "corner-down-right",
            enabled=action.isEnabled(),
            also=f"{act.text} {act.meaning}",
        )
        for act, action in listed
        if act.id != "help.palette"
    ]


def review_entries(go: Callable[[str], None], *, enabled: bool) -> list[Entry]:
    """The pages of Review by their names, in whatever place one is; some have an act of their own."""
    meaning = QCoreApplication.translate("CommandPalette", "page of Review")
    return [
        Entry(
            tab.words,
            partial(go, tab.id),
            meaning,
            icon="git-compare",
            enabled=enabled,
            also=f"{tab.title} Review",
        )
        for tab in TABS
        if f"go.{tab.id}" not in _ACTS
    ]


def corpus_entries(corpora: Sequence[Corpus], choose: Callable[[str], None]) -> list[Entry]:
    """Corpora to go to."""
    meaning = QCoreApplication.translate("CommandPalette", "corpus")
    return [Entry(each.name, _call(choose, each.uid), meaning, icon="folder") for each in corpora]


def filter_entries(filters: Sequence[KeptFilter], choose: Callable[[KeptFilter], None]) -> list[Entry]:
    """Filters of the document list that are kept by name."""
    meaning = QCoreApplication.translate("CommandPalette", "filter of the documents")
    return [Entry(visible(each.name), partial(choose, each), meaning, icon="list") for each in filters]


class Recent:
    """Which acts were run from the palette last, in this run of the program."""

    def __init__(self) -> None:
        self._latest: list[str] = []

    def rank(self, act: str) -> int:
        """The smaller, the later it was run; the same for all that were not."""
        return self._latest.index(act) if act in self._latest else _MOST_RECENT

    def noting(self, act: str, run: Callable[[], None]) -> Callable[[], None]:
        """`run`, noted when it is called."""

        def noted() -> None:
            self._latest = [act, *(other for other in self._latest if other != act)][:_MOST_RECENT]
            run()

        return noted


def _meaning(act: Act, action: QAction, situation: Need) -> str:
    if not action.isEnabled():
        missing = next((need for need in _WHY if need in act.needs and need not in situation), None)
        if missing is not None:
            return QCoreApplication.translate("CommandPalette", _WHY[missing])
        if act.scope is Scope.REVIEW:
            return QCoreApplication.translate("CommandPalette", "not on this page of Review")
    return plain_words(act.meaning) if act.meaning else ""


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
    return [Entry(visible(row.title), _call(choose, row.uid), icon=icons[row.status]) for row in rows]


def _call(choose: Callable[[str], None], uid: str) -> Callable[[], None]:
    return lambda: choose(uid)
