"""That documents which wait for somebody are left out, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.ui.parts.counts import separated


class ReviewWaiting(QObject):
    """The words; made when they are needed, since it keeps nothing."""

    def left_out(self, documents: int) -> str:
        """How many documents with more of the same are left out; "" for none."""
        if not documents:
            return ""
        words = self.tr("left out: %n document(s) that wait for somebody", "", documents)
        return separated(words, documents)


def waiting_words(documents: int) -> str:
    """How many documents with more of the same are left out; "" for none."""
    return ReviewWaiting().left_out(documents)
