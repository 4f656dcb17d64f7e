"""Finding in the article and in the corpus, and the same words everywhere, in the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.changes import SpanRemoved
from annotator.services.find.propagating import Propagating
from annotator.services.library import open_library
from annotator.ui import choosing
from annotator.ui.find.doing import FindDoing
from annotator.ui.find.facets import BARE, COVERED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.model.effort import Effort
    from annotator.model.outcome import Outcome
    from annotator.model.search import Propagated
    from annotator.ui.everywhere.everywhere import Everywhere
    from annotator.ui.find.hit_desk import HitDesk
    from annotator.ui.find.in_article import InArticle
    from annotator.ui.main_window import MainWindow

WAIT = 10_000
FIRST = "Hôm nay UBND xã họp. Sau đó UBND xã nghỉ, mai UBND xã lại họp."
SECOND = "Ở đây UBND xã cũng họp, và UBNDX thì không."
Key = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "same.annotator"
    with open_library(str(path)) as library:
        corpus = library.corpora.create("Báo").value
        library.documents.add(corpus.uid, "Một", FIRST)
        library.documents.add(corpus.uid, "Hai", SECOND)
    return path


class Hands:
    """Keys at a window, and waiting for what comes of them."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot
        self.view = window.place.article
        self._doing = window.commands.part(FindDoing)

    @property
    def document(self) -> str:
        """Uid of the open document."""
        opened = self.window.flow.workbench.document
        assert opened is not None
        return opened.document.uid

    @property
    def everywhere(self) -> Everywhere:
        return self._doing.everywhere

    @property
    def bar(self) -> InArticle:
        return self._doing.in_article

    @property
    def hits(self) -> HitDesk:
        return self._doing.hits

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def type(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, words)

    def wait(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    def spans(self) -> list[tuple[int, int]]:
        return [(span.start, span.end) for span in self.window.place.session.state.spans()]

    def label_first(self) -> None:
        """Give the first "UBND" the third label, and wait for the strip."""
        self.view.select(8, 12, exact=True)
        self.type("3")
        self.wait(lambda: not self.everywhere.strip.isHidden())


@pytest.fixture
def hands(at: Callable[[Path], MainWindow], articles: Path, qtbot: QtBot) -> Hands:
    window = at(articles)
    qtbot.waitUntil(lambda: window.place.article.has_document, timeout=WAIT)
    window.place.article.setFocus()
    return Hands(window, qtbot)


def test_the_strip_says_how_many_more_and_takes_no_focus(hands: Hands) -> None:
    hands.label_first()
    strip = hands.everywhere.strip
    assert strip.sentence.text == "UBND is organization. 2 more here, 1 in 1 other document."
    assert strip.height() == 32
    assert hands.view.hasFocus()


def test_the_strip_goes_with_the_walk_to_the_next_name(hands: Hands) -> None:
    hands.label_first()
    hands.key(Key.Key_G, CTRL)
    assert hands.everywhere.strip.isHidden()


def test_the_strip_goes_when_its_span_goes(hands: Hands) -> None:
    hands.label_first()
    session = hands.window.place.session
    session.apply_external([SpanRemoved(session.state.spans()[0])])
    assert hands.everywhere.strip.isHidden()


def test_the_strip_goes_where_its_keys_would_mean_other_words(hands: Hands) -> None:
    hands.label_first()
    strip, view = hands.everywhere.strip, hands.view
    view.select(view.text.index("UBND", 12), view.text.index("UBND", 12))
    assert not strip.isHidden()
    hands.type("1")
    assert hands.window.place.session.grabbing.guess is not None
    assert strip.isHidden()
    hands.window.place.session.grabbing.ripe.emit()
    hands.wait(lambda: not strip.isHidden())
    hands.key(Key.Key_Escape)
    assert len(hands.spans()) == 1
    assert strip.isHidden()


def test_one_key_labels_those_here_and_one_step_takes_them_back(hands: Hands) -> None:
    hands.label_first()
    hands.key(Key.Key_A, CTRL | SHIFT)
    hands.wait(lambda: len(hands.spans()) == 3)
    said = hands.everywhere.strip.sentence.text
    assert said.startswith("2 spans labelled organization in 1 document. One step")
    hands.key(Key.Key_Z, CTRL)
    hands.wait(lambda: hands.spans() == [(8, 12)])


def test_what_was_done_everywhere_is_taken_back_at_the_first_wish(hands: Hands) -> None:
    hands.label_first()
    hands.key(Key.Key_F2)
    panel = hands.everywhere.panel
    hands.wait(lambda: panel.button.text() == "Label 3 ticked" and panel.button.isEnabled())
    hands.key(Key.Key_Return)
    hands.wait(lambda: panel.isHidden() and len(hands.spans()) == 3)
    hands.key(Key.Key_Z, CTRL)
    hands.wait(lambda: hands.spans() == [(8, 12)])
    assert hands.window.status_line.where.startswith("Undone: 3 spans labelled organization")
    hands.key(Key.Key_Z, CTRL | SHIFT)
    hands.wait(lambda: len(hands.spans()) == 3)
    hands.key(Key.Key_Z, CTRL)
    hands.wait(lambda: hands.spans() == [(8, 12)])


def test_the_list_changes_what_is_ticked(hands: Hands) -> None:
    hands.label_first()
    hands.key(Key.Key_F2)
    panel = hands.everywhere.panel
    hands.wait(lambda: panel.model.rows())
    assert panel.view.hasFocus()
    assert panel.button.text() == "Label 3 ticked"
    hands.key(Key.Key_Space)
    assert panel.button.text() == "Label 2 ticked"
    hands.key(Key.Key_Return)
    hands.wait(lambda: panel.isHidden() and len(hands.spans()) == 2)
    assert hands.view.hasFocus()


def test_escape_closes_the_list_and_changes_nothing(hands: Hands) -> None:
    hands.label_first()
    hands.key(Key.Key_F2)
    hands.wait(lambda: hands.everywhere.panel.model.rows())
    hands.key(Key.Key_Escape)
    assert hands.everywhere.panel.isHidden()
    assert hands.spans() == [(8, 12)]
    assert hands.view.hasFocus()


def test_removing_everywhere_takes_the_span_itself_too(hands: Hands) -> None:
    hands.label_first()
    hands.key(Key.Key_A, CTRL | SHIFT)
    hands.wait(lambda: len(hands.spans()) == 3)
    hands.key(Key.Key_Delete, CTRL | SHIFT)
    panel = hands.everywhere.panel
    hands.wait(lambda: panel.button.text() == "Remove 3 ticked")
    hands.key(Key.Key_Return)
    hands.wait(lambda: hands.spans() == [])


def test_relabelling_everywhere_takes_a_label_key(hands: Hands) -> None:
    hands.label_first()
    hands.key(Key.Key_R, CTRL | SHIFT)
    panel = hands.everywhere.panel
    hands.wait(lambda: panel.button.text() == "Relabel 1 ticked")
    assert not panel.button.isEnabled()
    assert panel.sentence.text == "UBND: press the key of a label to have instead of organization."
    assert [panel.target.itemText(row)[:1] for row in range(panel.target.count())] == ["1", "2", "4", "5"]
    hands.key(Key.Key_Return)
    assert panel.target.hasFocus()
    hands.type("5")
    assert panel.view.hasFocus()
    hands.wait(lambda: "award" in panel.sentence.text and panel.button.isEnabled())
    hands.key(Key.Key_Return)
    state, labels = hands.window.place.session.state, hands.window.place.session.labels
    award = next(label.uid for label in labels if label.name == "award")
    hands.wait(lambda: [span.label for span in state.spans()] == [award])


def test_a_list_that_was_left_is_not_what_opens_next(hands: Hands) -> None:
    hands.label_first()
    hands.key(Key.Key_R, CTRL | SHIFT)
    panel = hands.everywhere.panel
    hands.wait(lambda: panel.button.text() == "Relabel 1 ticked")
    hands.key(Key.Key_Escape)
    hands.key(Key.Key_F2)
    hands.wait(lambda: panel.button.text() == "Label 3 ticked")
    assert panel.target.isHidden()
    hands.key(Key.Key_Escape)
    hands.key(Key.Key_R, CTRL | SHIFT)
    hands.key(Key.Key_Escape)
    hands.view.select(0, 0)
    hands.key(Key.Key_F2)
    assert panel.isHidden()


def test_the_bar_goes_from_hit_to_hit_and_leaves_one_selected(hands: Hands) -> None:
    hands.key(Key.Key_F, CTRL)
    hands.type("UBND")
    bar = hands.bar.bar
    hands.wait(lambda: bar.count.text() == "1 of 3")
    hands.key(Key.Key_Return)
    assert bar.count.text() == "2 of 3"
    hands.key(Key.Key_F3, SHIFT)
    hands.key(Key.Key_F3, SHIFT)
    assert bar.count.text() == "3 of 3"
    hands.key(Key.Key_Escape)
    assert bar.isHidden()
    assert hands.view.selection() == (46, 50)
    hands.type("3")
    assert hands.spans() == [(46, 50)]


def test_a_bad_pattern_is_explained_in_the_bar(hands: Hands) -> None:
    hands.key(Key.Key_F, CTRL)
    hands.bar.bar.options.regex.setChecked(True)
    hands.type("(x")
    hands.wait(lambda: "is not a regular expression" in hands.bar.bar.count.text())


def found(hands: Hands, words: str) -> HitDesk:
    hands.key(Key.Key_F, CTRL | SHIFT)
    hands.type(words)
    hands.key(Key.Key_Return)
    hits = hands.hits
    hands.wait(lambda: hits.page.model.length() and hits.page.view.hasFocus())
    return hits


def test_the_page_lists_ticks_and_labels_in_one_step(hands: Hands) -> None:
    hits = found(hands, "UBND")
    hands.wait(lambda: hits.page.count.text() == "4 hits in 2 documents")
    hands.key(Key.Key_Down, SHIFT)
    assert hits.page.foot.apply.text() == "Label 2 ticked as"
    hands.type("3")
    hands.wait(lambda: hits.page.foot.said.text().startswith("2 spans labelled organization in 1 document."))
    hands.wait(lambda: len(hands.spans()) == 2)
    hands.wait(lambda: hits.page.model.hits[0].spans)
    hands.key(Key.Key_A, CTRL)
    hands.key(Key.Key_Delete)
    hands.wait(lambda: hits.page.foot.said.text().startswith("2 spans removed"))


def test_enter_opens_the_hit_and_the_list_is_found_again(hands: Hands) -> None:
    hits = found(hands, "UBND")
    for _ in range(3):
        hands.key(Key.Key_Down)
    hands.key(Key.Key_Return)
    hands.wait(lambda: hands.window.page == "label" and hands.view.selection() == (6, 10))
    assert hands.view.text == SECOND
    hands.key(Key.Key_3, CTRL)
    assert hits.page.view.hasFocus()
    assert hits.page.view.currentIndex().row() == 3


def test_lines_are_copied_and_all_hits_are_saved(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hits = found(hands, "UBND")
    hands.key(Key.Key_C, CTRL)
    assert QApplication.clipboard().text().split("\t")[:3] == ["Một", "Hôm nay", "UBND"]
    target = tmp_path / "hits.csv"
    monkeypatch.setattr(choosing, "file_to_save", lambda *_: str(target))
    hits.page.foot.save.click()
    hands.wait(target.exists)
    data = target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert len(data.decode("utf-8-sig").splitlines()) == 5
    hands.wait(lambda: "4 hits saved" in hits.page.foot.said.text())


def test_facets_narrow_and_an_empty_page_teaches(hands: Hands) -> None:
    hands.key(Key.Key_3, CTRL)
    hits = hands.hits
    hands.wait(lambda: hits.page.facets.length() > 10)
    assert "Type words" in hits.page._empty.text()
    hands.type("UBND")
    hands.wait(lambda: hits.page.model.length() == 4)
    status = next(
        row
        for row in range(hits.page.facets.length())
        if (facet := hits.page.facets.facet_at(row)) is not None and facet.value == "done"
    )
    hits.page.facets.toggle(status)
    hands.wait(lambda: hits.page.model.length() == 0)
    hits.page.facets.toggle(status)
    hands.wait(lambda: hits.page.model.length() == 4)


def row_of(hits: HitDesk, value: str) -> int:
    facets = hits.page.facets
    rows = ((row, facets.facet_at(row)) for row in range(facets.length()))
    return next(row for row, facet in rows if facet is not None and facet.value == value)


def test_hits_are_narrowed_to_those_without_a_span_and_by_tag(hands: Hands) -> None:
    hands.label_first()
    hands.window.flow.desk.write(
        lambda library: library.describing.describe(hands.document, "Một", {"tags": "họp"})
    )
    hits = found(hands, "UBND")
    facets = hits.page.facets
    hands.wait(lambda: hits.total == 4 and facets.length() > 13)
    hands.wait(lambda: [facets.facet_at(row_of(hits, one)).count for one in (BARE, COVERED)] == [3, 1])
    assert facets.facet_at(row_of(hits, "họp")).count == 3
    facets.toggle(row_of(hits, BARE))
    hands.wait(lambda: hits.page.model.length() == 3)
    facets.toggle(row_of(hits, "họp"))
    hands.wait(lambda: hits.page.model.length() == 2)
    label = next(facet.value for row in range(5) if (facet := facets.facet_at(row + 3)) and facet.label)
    facets.toggle(row_of(hits, label))
    assert facets.covered is None


def test_in_a_narrow_window_a_button_shows_what_hits_can_be_narrowed_to(hands: Hands) -> None:
    hands.window.resize(800, 700)
    hits = found(hands, "UBND")
    page = hits.page
    hands.wait(lambda: not page.narrow.isHidden() and page.facet_view not in page.stops())
    page.narrow.click()
    assert page.facet_view.hasFocus()
    hands.wait(lambda: page.foot.remove.text() == "" and "Remove spans" in page.foot.remove.toolTip())
    page.facets.toggle(row_of(hits, BARE))
    assert page.narrow.text() == "Narrow to (1)"
    page.narrow.click()
    assert page.facet_view not in page.stops()
    hands.wait(lambda: hits.page.model.length() == 4)


def hints(hands: Hands) -> list[str]:
    return [hint.words for hint in hands.window.status_line.hints.hints]


def test_the_status_line_tells_the_keys_of_bar_and_list(hands: Hands) -> None:
    hands.label_first()
    assert "relabel" in hints(hands)
    hands.key(Key.Key_F2)
    assert hints(hands) == ["all or none", "group", "show in the article", "close", "all keys"]
    hands.key(Key.Key_Escape)
    assert "relabel" in hints(hands)
    hands.key(Key.Key_F, CTRL)
    assert hints(hands)[:3] == ["next hit", "hit before", "close"]
    hands.key(Key.Key_Escape)
    assert "next hit" not in hints(hands)


def test_a_hit_at_the_end_is_in_sight_above_the_bar_that_opens(hands: Hands) -> None:
    hands.window.flow.desk.write(
        lambda library: library.documents.add(
            library.corpora.list()[0].uid, "Dài", "Họp.\n\n" * 24 + "Đây là END1."
        )
    )
    hands.wait(lambda: hands.window.library_desk.pending == 0)
    hits = found(hands, "END1")
    hands.key(Key.Key_Return)
    hands.wait(lambda: not hands.bar.bar.isHidden() and hands.view.selection() is not None)
    assert hits.page.model.length() == 1
    selection = hands.view.selection() or (0, 0)
    port = hands.view.viewport()
    hands.wait(lambda: port.rect().contains(hands.view.rect_of(*selection)))


def test_what_a_step_from_the_page_cost_is_saved(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    efforts: list[Effort] = []
    apply = Propagating.apply

    def kept(self: Propagating, *arguments: Any) -> Outcome[Propagated]:
        efforts.append(arguments[-1])
        return apply(self, *arguments)

    monkeypatch.setattr(Propagating, "apply", kept)
    found(hands, "UBND")
    hands.window.place.session.effort.take()
    hands.key(Key.Key_Down, SHIFT)
    hands.type("3")
    hands.wait(lambda: efforts)
    assert efforts[0].keys == 2


def test_far_keys_go_through_the_list_past_its_headings(hands: Hands) -> None:
    hands.label_first()
    hands.key(Key.Key_F2)
    panel = hands.everywhere.panel
    hands.wait(lambda: len(panel.model.rows()) == 3)
    rows = []
    for key in (Key.Key_End, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home):
        hands.key(key)
        rows.append(panel.view.currentIndex().row())
    assert rows == [3, 1, 3, 1]


def test_shift_with_end_ticks_to_the_last_hit(hands: Hands) -> None:
    hits = found(hands, "UBND")
    hands.key(Key.Key_End, SHIFT)
    assert hits.page.foot.apply.text() == "Label 4 ticked as"
    assert hits.page.view.currentIndex().row() == 3


def test_an_answer_too_long_for_the_line_takes_the_room_of_the_keys(hands: Hands) -> None:
    line = hands.window.status_line
    line.tell("Undone.")
    assert not line.hints.isHidden()
    line.tell("Press Ctrl Z once more to undo: " + "7 spans labelled organization " * 9)
    assert line.hints.isHidden()
    line.show_where("", at_once=True)
    assert not line.hints.isHidden()


def test_where_nothing_is_found_enter_compares_less_strictly(hands: Hands) -> None:
    hands.key(Key.Key_3, CTRL)
    hands.type("ubnd")
    hits = hands.hits
    hands.wait(lambda: "4 places if case is ignored: Enter shows them." in hits.page._empty.text())
    hands.key(Key.Key_Return)
    hands.wait(lambda: hits.page.model.length() == 4)
    assert hits.page.options.case.isChecked()
    hands.key(Key.Key_1, CTRL)
    hands.key(Key.Key_F, CTRL)
    hands.type("nghi,")
    bar = hands.bar.bar
    hands.wait(lambda: bar.count.text() == "no hit. 1 place if accents are ignored: Enter shows it.")
    hands.key(Key.Key_Return)
    hands.wait(lambda: bar.count.text() == "1 of 1")


def test_the_foot_tells_what_lies_inside_another_span(hands: Hands) -> None:
    hands.view.select(8, 15, exact=True)
    hands.type("3")
    hands.wait(lambda: hands.window.library_desk.pending == 0)
    hits = found(hands, "UBND")
    hands.key(Key.Key_A, CTRL)
    assert hits.page.foot.said.text() == "1 of them inside another span"
    hands.key(Key.Key_A, CTRL)
    assert hits.page.foot.said.text() == ""


def test_long_words_show_their_beginning(hands: Hands) -> None:
    hands.hits.open_with("họp " * 99)
    field = hands.hits.page.field
    assert field.selectedText() == field.text()
    assert field.cursorPosition() == 0
