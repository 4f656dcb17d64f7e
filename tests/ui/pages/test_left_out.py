"""Documents that an export leaves out are named on its page, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.messages import say
from annotator.services.export.facts import ExportResult, Foresight, Refused
from annotator.ui.pages.kept_left import KeptAndLeft
from annotator.ui.pages.left_out import LeftOut
from annotator.ui.parts.plain_label import PlainLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

REFUSED = (Refused("u1", "Tin & <b>báo</b>", say("Its text is damaged.")),)
SAID = "Tin & <b>báo</b> (u1): Its text is damaged."


@pytest.mark.parametrize(
    "told",
    [
        Foresight(2, 5, 0, refused=REFUSED),
        ExportResult("o.jsonl", "jsonl", 2, 5, 5, 5, (), (), "00", refused=REFUSED),
    ],
)
def test_documents_left_out_are_named(qtbot: QtBot, told: Foresight | ExportResult) -> None:
    sheet, columns = LeftOut(), KeptAndLeft()
    for widget in (sheet, columns):
        qtbot.addWidget(widget)
    sheet.tell(told)
    columns.tell(told)
    assert SAID in [label.text() for label in sheet.findChildren(PlainLabel)]
    assert any(SAID in line for line in columns.left)
