"""That documents which wait for somebody are left out, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from annotator.ui.parts.counts import separated


def waiting_words(documents: int) -> str:
    """How many documents with more of the same are left out; "" for none."""
    if not documents:
        return ""
    words = QCoreApplication.translate(
        "ReviewWaiting", "left out: %n document(s) that wait for somebody", "", documents
    )
    return separated(words, documents)
