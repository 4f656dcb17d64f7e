"""The page of the rules on a real library: offered, settled, gone against, forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.review import GoldRange, Ruling, Verdict
from annotator.model.span import Span
from annotator.ui.desk import InlineDesk
from annotator.ui.i18n import language
from annotator.ui.review.shared import Shared
from annotator.ui.rules.page import RulesPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

    from annotator.model.document import Corpus
    from annotator.services.library import Library

NAMES = ("Trần Văn Nam", "Lê Thị Hoa", "Nguyễn An", "Phạm Bình", "Võ Thu Hà")
KEYS = Qt.Key


def _decide(library: Library, document: str, *, shorter: bool = True) -> None:
    cluster = library.review.document(document).clusters[0]
    chosen = sorted(cluster.variants, key=lambda each: each.end - each.start)[0 if shorter else 1]
    gold = (GoldRange(chosen.start, chosen.end, chosen.label),)
    library.review.decide(Ruling(document, cluster.uid, Verdict.TAKE, gold))


@pytest.fixture
def documents(library: Library, corpus: Corpus) -> list[str]:
    """Lan marks the title with the name, Minh the name alone."""
    person = library.labels.list(corpus.uid)[0].label.uid
    lan, minh = (library.people.create(name).value.uid for name in ("Lan", "Minh"))
    uids = []
    for name in NAMES:
        uid = library.documents.add(corpus.uid, name, f"Hôm qua ông {name} đã đến dự.").value.uid
        for who, start in ((lan, 8), (minh, 12)):
            span = Span(new_uid(), start, 12 + len(name), person)
            library.annotating.apply(uid, (SpanAdded(span),), annotator_uid=who)
        uids.append(uid)
    return uids


@pytest.fixture
def page(
    library: Library, corpus: Corpus, documents: list[str], on_screen: Callable[[QWidget, int, int], None]
) -> RulesPage:
    for document in documents[:3]:
        _decide(library, document)
    shared = Shared(InlineDesk(library))
    shared.corpus = corpus.uid
    page = RulesPage(shared)
    shared.desk._changed = page.refresh
    page.said = []
    shared.said.connect(page.said.append)
    on_screen(page, 1000, 700)
    page.set_corpus(corpus.uid, is_writable=True)
    page.first_focus.setFocus()
    return page


def _lines(view: QWidget) -> list[list[str]]:
    model = view.model()
    return [model.index(row, 0).data().split("\n") for row in range(model.rowCount())]


def test_a_rule_is_offered_with_every_case_it_would_settle(page: RulesPage) -> None:
    [[words, standing]] = _lines(page.rules)
    assert words == "person: where edges differ only by a title, the shorter words"
    assert standing == "offered · 3 decisions say so"
    assert page._found.text() == "2 open differences that it settles"
    assert _lines(page.cases)[0] == [
        "“ông Phạm Bình” → “Phạm Bình”",
        "Phạm Bình · … Hôm qua ông Phạm Bình đã đến dự. …",
    ]


def test_enter_settles_them_in_one_step(page: RulesPage, library: Library, documents: list[str]) -> None:
    QTest.keyClick(page.rules, KEYS.Key_Return)
    assert page.said == ["The rule settled 2 differences. Ctrl+Z takes all of it back."]
    assert _lines(page.rules)[0][1] == "holds · 3 decisions say so"
    assert _lines(page.cases) == []
    assert not page.settle_button.isEnabled()
    assert library.review.document(documents[4]).clusters[0].decision.source.startswith("rule:")
    library.history.undo()
    page.set_corpus(page.shared.corpus, is_writable=True)
    assert _lines(page.rules)[0][1] == "offered · 3 decisions say so"


def test_decisions_against_it_are_shown_and_lead_to_compare(
    page: RulesPage, library: Library, documents: list[str]
) -> None:
    page.settle()
    wanted: list[tuple[str, str]] = []
    page.shared.document_wanted.connect(lambda *where: wanted.append(where))
    _decide(library, documents[3], shorter=False)
    page.set_corpus(page.shared.corpus, is_writable=True)
    assert _lines(page.rules)[0][1] == "holds · 3 decisions say so · 1 decision against it"
    assert _lines(page.cases)[0][0] == "“ông Phạm Bình”: against the rule"
    page.cases.setFocus()
    page.cases.go_to(0)
    QTest.keyClick(page.cases, KEYS.Key_Return)
    assert wanted == [(documents[3], library.review.document(documents[3]).clusters[0].uid)]


def test_del_turns_it_down(page: RulesPage, library: Library, corpus: Corpus) -> None:
    assert page.drop_button.text() == "Turn it down"
    QTest.keyClick(page.rules, KEYS.Key_Delete)
    assert page.rules.isHidden()
    assert page._note.text().startswith("None yet.")
    assert library.rules.offered(corpus.uid) == []


def test_it_speaks_the_window_s_language(page: RulesPage, qapp: QApplication) -> None:
    language().choose("vi")
    qapp.processEvents()
    assert page._title.text() == "Những quy tắc nào đang dùng?"
    assert _lines(page.rules)[0][1].startswith("gợi ý · ")
