"""When a document is through: what the list says then, and how it is finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model.review import Verdict
from annotator.ui.keymap import cap, caps
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from annotator.model.review import Cluster
    from annotator.ui.review.compare.acting import Acting
    from annotator.ui.review.compare.cluster_list import ClusterList
    from annotator.ui.review.compare.deciding import Deciding


class Ending(QObject):
    """Keeps the head of the list, and asks once before a document is finished with something open."""

    def __init__(self, deciding: Deciding, acting: Acting, clusters: ClusterList) -> None:
        super().__init__(deciding)
        self._deciding, self._acting, self._list = deciding, acting, clusters
        self._asked = ""
        acting.moved.connect(self._moved)
        acting.mode_changed.connect(self.withdraw)

    @property
    def is_through(self) -> bool:
        """Whether the open document has nothing left but what was put off, and can be finished."""
        reviewed = self._deciding.reviewed
        if reviewed is None or len(reviewed.people) < 2 or self._deciding.is_finished:
            return False
        return all(_is_put_off(cluster) for cluster in self._open)

    def finish(self) -> None:
        """Finish the document that is shown and open the next; with something open only when told twice."""
        deciding, count = self._deciding, len(self._open)
        if count and not deciding.is_finished and self._asked != deciding.document:
            self._asked = deciding.document or ""
            words = self.tr("%n still open: %1 again finishes it with them open.", "", count)
            self._acting.hint.emit(words.replace("%1", cap("label.done")))
            return
        self._asked = ""
        deciding.finish()

    def withdraw(self) -> bool:
        """Take the question back, since the person does something else; whether there was one."""
        was_asked, self._asked = bool(self._asked), ""
        if was_asked:
            self._acting.hint.emit(self.tr("It is not finished."))
        return was_asked

    def head(self) -> str:
        """What the list says of how much is to decide."""
        deciding, count = self._deciding, len(self._open)
        if deciding.reviewed is None:
            return ""
        if len(deciding.reviewed.people) < 2:
            return self.tr("Nothing to compare")
        if deciding.is_finished:
            return self.tr("Finished, %n open", "", count) if count else self.tr("Finished")
        if not count:
            return self.tr("All decided here")
        return self.tr("%n put off", "", count) if self.is_through else self.tr("%n to decide", "", count)

    def show(self) -> None:
        """Say below the head how it goes on from here, when all that can be is decided."""
        self._list.show_onward(self.hints())

    def hints(self) -> list[Hint]:
        """The keys that go on from a document that is through; none before."""
        deciding = self._deciding
        if self.is_through:
            if not self._open:
                return [Hint(caps("label.done"), self.tr("finish, open next"))]
            return [*self._to_put_off(), Hint(caps("label.done"), self.tr("finish"))]
        if deciding.is_narrowed and self._open and deciding.neighbour(None, deferred=False) is None:
            return [Hint(("Esc",), self.tr("show all")), Hint(caps("review.next"), self.tr("go on"))]
        return []

    def _to_put_off(self) -> list[Hint]:
        """The key that leads to what was put off, below in the text or above."""
        for act, backwards in (("review.next", False), ("review.previous", True)):
            if self._deciding.neighbour(self._deciding.cluster, backwards=backwards) is not None:
                return [Hint(caps(act), self.tr("what was put off"))]
        return []

    def _moved(self) -> None:
        self.withdraw()
        self.show()

    @property
    def _open(self) -> list[Cluster]:
        reviewed = self._deciding.reviewed
        return [each for each in reviewed.clusters if each.is_open_difference] if reviewed else []


def _is_put_off(cluster: Cluster) -> bool:
    return cluster.decision is not None and cluster.decision.verdict is Verdict.DEFER
