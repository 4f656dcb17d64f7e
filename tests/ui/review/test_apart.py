"""What two machines changed apart: the overview tells of it, lists both sides and settles them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from colleagues import LABELS, Colleague, change, colleagues, mark, places, remove, seed
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.ui.desk import InlineDesk
from annotator.ui.i18n import language
from annotator.ui.review.overview.page import OverviewPage
from annotator.ui.review.shared import Shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Colleague]:
    """A library that took in what Lan did on two machines: one span changed, another one also removed."""
    seed(tmp_path / "m.annotator")
    first, other = colleagues(tmp_path / "m.annotator", tmp_path, 2)
    document = first.documents[0]
    one, two = mark(first, document, 0, 3), mark(first, document, 4, 7)
    other.take(first.package("return", "Lan"))
    change(first, document, one, label=LABELS[1])
    change(other, document, one, label=LABELS[2])
    remove(first, document, two)
    change(other, document, two, label=LABELS[1])
    first.take(other.package("return", "Lan"))
    yield first
    first.close()
    other.close()


@pytest.fixture
def page(lead: Colleague, on_screen: Callable[[QWidget, int, int], None]) -> Iterator[OverviewPage]:
    shared = Shared(InlineDesk(lead.library))
    shared.desk._changed = shared.changed.emit  # as the window's desk tells of every write
    made = OverviewPage(shared)
    shared.changed.connect(made.refresh)
    on_screen(made, 1100, 700)
    made.set_corpus(lead.corpus, is_writable=True)
    yield made


def test_the_line_leads_to_both_sides_and_each_can_hold(page: OverviewPage, lead: Colleague) -> None:
    line, listed = page.apart.line, page.apart.list
    assert not line.isHidden() and line.words.text() == "2 places were changed apart"
    line.button.click()
    assert page.is_apart_open and page.handlers() == {}
    assert page.first_focus is listed.offers[0]
    assert sum(words.startswith("Holds: ") for words in listed.words) == 2
    assert "Holds: Removed" in listed.words
    holding = [button for button in listed.offers if "“đua" not in button.accessibleDescription()]
    restored = next(each for each in listed.offers if each.text() == "Restore" and each in holding)
    restored.click()
    assert line.words.text() == "1 place was changed apart"
    assert page.is_apart_open
    listed.offers[0].click()
    assert line.isHidden() and not page.is_apart_open
    assert lead.library.packages.conflicts(lead.corpus) == ()


def test_escape_leads_back_and_nothing_is_settled(page: OverviewPage, lead: Colleague) -> None:
    before = places(lead, lead.documents[0])
    page.apart.line.button.click()
    QTest.keyClick(page.apart.list.offers[0], Qt.Key.Key_Escape)
    assert not page.is_apart_open and not page.apart.line.isHidden()
    assert places(lead, lead.documents[0]) == before
    page.set_corpus(lead.corpus, is_writable=False)
    page.apart.line.button.click()
    assert not any(button.isEnabled() for button in page.apart.list.offers)
    page.apart.list.back.click()
    assert not page.is_apart_open


def test_it_is_said_in_vietnamese(page: OverviewPage, qapp: QApplication) -> None:
    language().choose("vi")
    qapp.processEvents()
    page.apart.line.button.click()
    assert "thay đổi riêng" in page.apart.line.words.text()
    assert any(words.startswith("Đang giữ: ") for words in page.apart.list.words)
