"""What the foot of the Find page says has room in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.ui import fonts
from annotator.ui.everywhere.runs import Run, RunsLabel
from annotator.ui.find.hit_foot import HitFoot
from annotator.ui.i18n import language

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WARNINGS = {"en": "12 of them inside another span", "vi": "12 chỗ nằm trong vùng khác"}


@pytest.mark.parametrize("code", ["en", "vi"])
def test_a_warning_is_read_whole_beside_the_buttons(qtbot: QtBot, code: str) -> None:
    language().choose(code)
    foot = HitFoot()
    qtbot.addWidget(foot)
    foot.resize(744, foot.height())
    foot.show_ticked(12, may=True)
    foot.show()
    foot.warn(WARNINGS[code])
    foot.layout().activate()
    assert foot.said.width() >= fonts.width(foot.said.text(), fonts.interface(12))
    language().choose("en")


def test_a_sentence_without_room_ends_with_dots_inside_its_place(qtbot: QtBot) -> None:
    whole, cut = RunsLabel(), RunsLabel()
    for label, words in ((whole, "One step: …"), (cut, "One step: Ctrl Z takes all of it back.")):
        qtbot.addWidget(label)
        label.show_runs([Run(words, "text2")])
    cut.resize(80, 22)
    right = cut.grab().toImage().copy(78, 0, 2, 22)
    assert len({right.pixel(x, y) for x in range(2) for y in range(22)}) == 1  # nothing is cut off there
    assert cut.text.endswith("back.")
    assert whole.sizeHint().width() < cut.sizeHint().width()
