from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.changes import LayerState, SpanAdded, SpanReplaced
from annotator.model.label import standard_labels
from annotator.model.span import Span
from annotator.ui.panels.inspector import Inspector
from annotator.ui.panels.span_list import SpanList

LABELS = standard_labels()
TEXT = "Phó Giám đốc Sở Nội vụ Trịnh Lan Phương"
OUTER = Span("outer", 0, 22, LABELS[1].uid, note="see 2.3", flags=("unsure",))
INNER = Span("inner", 13, 22, LABELS[2].uid)
NAME = Span("name", 23, 39, LABELS[0].uid, origin="import")


@pytest.fixture
def state():
    return LayerState.of(len(TEXT), [OUTER, INNER, NAME])


@pytest.fixture
def spans(state, on_screen):
    panel = SpanList()
    on_screen(panel, 304, 400)
    panel.set_document(TEXT, state, LABELS)
    return panel


@pytest.fixture
def inspector(state, on_screen):
    panel = Inspector()
    on_screen(panel, 304, 300)
    panel.set_document(TEXT, state, LABELS, "Lan")
    return panel


def test_the_list_leads_the_article(spans, qtbot):
    spans.view.setFocus()
    spans.select_span("outer")
    with qtbot.waitSignal(spans.span_chosen) as chosen:
        QTest.keyClick(spans.view, Qt.Key.Key_Down)
    assert chosen.args == ["inner"]


def test_the_list_follows_the_article_silently(spans, qtbot):
    with qtbot.assertNotEmitted(spans.span_chosen):
        spans.select_span("name")
        spans.select_span(None)
        spans.select_span("inner")
    assert spans.view.currentIndex().data() == "Sở Nội vụ"


def test_current_span_stays_current_when_others_come(spans, state, qtbot):
    spans.select_span("name")
    state.apply(SpanAdded(Span("first", 0, 3, LABELS[3].uid)))
    with qtbot.assertNotEmitted(spans.span_chosen):
        spans.spans_changed()
    assert spans.view.currentIndex().data() == "Trịnh Lan Phương"
    assert spans._count.text() == "4"


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Delete, "remove_wanted"),
        (Qt.Key.Key_Backspace, "remove_wanted"),
        (Qt.Key.Key_Escape, "article_wanted"),
        (Qt.Key.Key_Return, "article_wanted"),
    ],
)
def test_keys_of_the_list(spans, qtbot, key, signal):
    spans.select_span("inner")
    with qtbot.waitSignal(getattr(spans, signal)):
        QTest.keyClick(spans.view, key)


def test_filter_and_its_empty_sentence(spans):
    spans._find.setChecked(True)
    spans._field.setText("lan")
    assert spans.view.model().rowCount() == 1
    spans._field.setText("xyz")
    assert "Esc" in spans._empty.text()
    spans._find.setChecked(False)
    assert spans.view.model().rowCount() == 3


def test_no_document_and_no_spans_say_why(spans):
    spans.set_document("", None, LABELS)
    assert spans._empty.text() == "No document is open."
    spans.set_document("abc", LayerState.of(3, []), LABELS)
    assert "No spans yet" in spans._empty.text()


def test_sort_menu_keeps_the_current_span(spans):
    spans.select_span("inner")
    spans._sort_by("words")
    assert spans.view.currentIndex().data() == "Sở Nội vụ"
    assert [action.isChecked() for action in spans._sort_menu().actions()] == [False, False, True]


def test_the_inspector_says_everything_of_a_span(inspector):
    inspector.set_span(OUTER)
    assert inspector._name.text() == "position"
    assert inspector._place.text() == "0–22"
    assert inspector._words.text() == "Phó Giám đốc Sở Nội vụ"
    assert inspector._by_value.text() == "Lan, by hand"
    assert relations(inspector) == {"Contains": "Sở Nội vụ"}
    assert inspector._note.toPlainText() == "see 2.3"
    assert inspector._unsure.isChecked()


def relations(inspector):
    return {fact.text(): value.text() for fact, value in inspector._relations if fact.isVisible()}


def test_the_inspector_names_what_holds_and_what_crosses_a_span(inspector, state):
    state.apply(SpanAdded(Span("whole", 0, 39, LABELS[3].uid)))
    state.apply(SpanAdded(Span("crossing", 17, 26, LABELS[3].uid)))
    inspector.set_span(INNER)
    assert relations(inspector) == {
        "Inside": "Phó Giám đốc Sở Nội vụ, " + TEXT,
        "Crosses": TEXT[17:26],
    }


def test_what_came_with_a_file_was_not_marked_by_who_took_it_in(inspector):
    inspector.set_span(NAME)
    assert inspector._by_value.text() == "whoever made the file"


def test_a_note_is_handed_over_when_typing_rests(inspector, qtbot):
    inspector.set_span(NAME)
    inspector.edit_note()
    inspector._note._pause.setInterval(20)
    with qtbot.waitSignal(inspector.note_edited) as edited:
        QTest.keyClicks(inspector._note, "ba Lan")
    assert edited.args == [True]
    with qtbot.waitSignals([inspector.note_changed, inspector.note_edited]):
        pass
    assert not inspector._note._is_edited


def test_a_note_is_one_change_when_its_field_is_left(inspector, qtbot):
    inspector.set_span(NAME)
    inspector.edit_note()
    with qtbot.assertNotEmitted(inspector.note_changed):
        QTest.keyClicks(inspector._note, "ba Lan")
    with qtbot.waitSignal(inspector.note_changed) as changed:
        inspector._note.commit()
    assert changed.args == ["name", "ba Lan"]
    with qtbot.assertNotEmitted(inspector.note_changed):
        inspector._note.commit()


def test_a_note_goes_to_the_span_it_was_typed_for(inspector, qtbot):
    inspector.set_span(NAME)
    inspector._note.setPlainText("typed")
    with qtbot.waitSignal(inspector.note_changed) as changed:
        inspector.set_span(OUTER)
    assert changed.args == ["name", "typed"]
    assert inspector._note.toPlainText() == "see 2.3"


def test_what_is_being_typed_survives_a_repaint_of_the_same_span(inspector):
    inspector.set_span(NAME)
    inspector._note.setPlainText("half typ")
    inspector.set_span(NAME)
    assert inspector._note.toPlainText() == "half typ"


def test_unsure_and_remove_tell(inspector, qtbot):
    inspector.set_span(NAME)
    with qtbot.waitSignal(inspector.unsure_changed) as changed:
        inspector._unsure.click()
    assert changed.args == ["name", True]
    with qtbot.waitSignal(inspector.remove_wanted):
        inspector._remove.click()
    with qtbot.waitSignal(inspector.article_wanted):
        QTest.keyClick(inspector._note, Qt.Key.Key_Escape)


def test_no_span_no_fields(inspector):
    inspector.set_span(OUTER)
    inspector.set_span(None)
    assert not inspector._body.isVisible()
    assert "Tab" in inspector._empty.text()


def test_markup_in_data_is_shown_as_it_is(qtbot, dress):
    text = "<b>đậm</b> & <img src=x> " * 20
    panel = Inspector()
    qtbot.addWidget(panel)
    span = Span("x", 0, len(text), LABELS[0].uid)
    panel.set_document(text, LayerState.of(len(text), [span]), LABELS)
    panel.set_span(span)
    assert panel._words.text().startswith("<b>đậm</b> &")
    assert "&lt;b&gt;" in panel._words.toolTip()


def test_a_widened_span_shows_its_new_place(inspector, state):
    inspector.set_span(INNER)
    after = Span("inner", 4, 22, LABELS[2].uid)
    state.apply(SpanReplaced(INNER, after))
    inspector.set_span(after)
    assert inspector._place.text() == "4–22"
