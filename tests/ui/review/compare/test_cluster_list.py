"""The list of clusters keeps its place and shows the heading of a group; cards before any layout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from annotator.agreement.clusters import clusters
from annotator.agreement.compared import Compared
from annotator.model.document import Annotator
from annotator.model.label import standard_label_uid
from annotator.model.review import Verdict
from annotator.model.span import Span
from annotator.ui.review.compare.card import CardContent, Voter
from annotator.ui.review.compare.cluster_list import ClusterList
from annotator.ui.review.compare.panel import DecisionPanel
from annotator.ui.review.compare.ruled import ruling, with_ruling

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model.review import ReviewedDocument

WORDS = [f"Từ{number:02}" for number in range(60)]
MANY = " ".join(WORDS)
PERSON = standard_label_uid("person")


@pytest.fixture
def many(reviewed) -> ReviewedDocument:
    """Sixty differences: each word was marked by one of two people."""
    spans = [Span(word, MANY.index(word), MANY.index(word) + len(word), PERSON) for word in WORDS]
    layers = {"uid-lan": spans[::2], "uid-minh": spans[1::2]}
    made = tuple(clusters(Compared("document", MANY, layers)))
    return replace(reviewed, document=replace(reviewed.document, text=MANY), clusters=made)


@pytest.fixture
def listed(on_screen: Callable[..., None]) -> ClusterList:
    made = ClusterList()
    on_screen(made, 288, 600)
    return made


def show(listed: ClusterList, reviewed: ReviewedDocument) -> None:
    listed.show_clusters(reviewed.clusters, MANY, reviewed.labels, with_settled=True, is_filtered=False)
    QApplication.processEvents()


def seen_rows(listed: ClusterList) -> tuple[int, int]:
    """First row in sight, and whether the list ends on a whole one: px of it that are cut."""
    view = listed.view
    return view.rowAt(0), view.viewport().height() % view.rowHeight(0)


def test_the_list_stays_where_it_is_when_what_is_current_was_settled(listed, many) -> None:
    show(listed, many)
    listed.select(many.clusters[7].uid)
    assert seen_rows(listed) == (0, 0)
    settled = with_ruling(many, ruling(many.clusters[7], Verdict.REJECT, []), Annotator("", ""))
    show(listed, settled)
    assert seen_rows(listed) == (0, 0)
    listed.select(settled.clusters[8].uid)
    assert seen_rows(listed) == (0, 0)


def test_the_heading_over_the_first_of_a_group_is_in_sight(listed, many) -> None:
    settled = many
    for cluster in many.clusters[30:]:
        settled = with_ruling(settled, ruling(cluster, Verdict.REJECT, []), Annotator("", ""))
    show(listed, settled)
    listed.select(many.clusters[-1].uid)
    listed.select(many.clusters[30].uid)
    assert seen_rows(listed) == (31, 0)
    listed.select(many.clusters[0].uid)
    assert seen_rows(listed) == (0, 0)


def test_cards_have_their_height_before_anybody_moved(on_screen) -> None:
    panel = DecisionPanel()
    words = "Cụm thi đua các hội quần chúng tỉnh Mộc Sơn"
    content = CardContent(1, None, words, (), "1 of 2", (Voter("L", "Lan", "by hand", words * 2),))
    panel.show_variants([content, content], None)
    on_screen(panel, 288, 700)
    panel.show_variants([content, content], None)
    QApplication.processEvents()
    cards = panel.cards
    assert [card.height() for card in cards] == [card.heightForWidth(card.width()) for card in cards]
    assert cards[1].y() == cards[0].geometry().bottom() + 1 + 12
