"""What is said of a change at many places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.model.search import Propagated
from annotator.ui.everywhere.sentences import Sentences

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_label_that_was_there_is_no_change_made_meanwhile(qtbot: QtBot) -> None:
    parent = QObject()
    said = Sentences(parent).done("relabel", Propagated(5302, 812, 0, already=2), "award")
    assert said.startswith("5,302 spans relabelled award in 812 documents. 2 places had that label already.")
    assert "meanwhile" not in said
