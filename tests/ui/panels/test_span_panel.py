from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.messages import say
from annotator.model.changes import LayerState, SpanAdded, SpanReplaced
from annotator.model.label import standard_labels
from annotator.model.outcome import StepInfo
from annotator.model.past import PastSpan, SpanVersion
from annotator.model.span import Span
from annotator.ui.keymap import keymap
from annotator.ui.panels.inspector import Inspector
from annotator.ui.panels.span_list import SpanList
from annotator.ui.parts.plain_label import PlainLabel

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


def chosen_uids(spans):
    return [span.uid for span in spans.chosen()]


def test_several_rows_are_chosen_by_keys_and_acted_on_together(spans, qtbot):
    spans.view.setFocus()
    spans.select_span("outer")
    with qtbot.waitSignal(spans.chosen_changed):
        QTest.keyClick(spans.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert chosen_uids(spans) == ["outer", "inner"]
    with qtbot.waitSignal(spans.relabel_wanted) as wanted:
        QTest.keyClick(spans.view, Qt.Key.Key_5)
    assert wanted.args == [LABELS[4].uid]
    with qtbot.waitSignal(spans.flag_wanted), qtbot.assertNotEmitted(spans.remove_wanted):
        QTest.keyClick(spans.view, Qt.Key.Key_Exclam)
    with qtbot.waitSignal(spans.remove_all_wanted), qtbot.assertNotEmitted(spans.remove_wanted):
        QTest.keyClick(spans.view, Qt.Key.Key_Delete)
    QTest.keyClick(spans.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert chosen_uids(spans) == ["outer", "inner", "name"]


def test_another_key_for_unsure_works_in_the_list_too(spans, qtbot):
    keymap().choose({"label.unsure": ("}",)})
    try:
        spans.select_span("outer")
        with qtbot.assertNotEmitted(spans.flag_wanted):
            QTest.keyClick(spans.view, Qt.Key.Key_Exclam)
        with qtbot.waitSignal(spans.flag_wanted):
            QTest.keyClick(spans.view, Qt.Key.Key_BraceRight)
    finally:
        keymap().choose({})


def test_a_click_with_control_chooses_more_and_stays_in_the_list(spans, qtbot):
    spans.select_span("outer")
    place = spans.view.visualRect(spans.view.model().index(2, 0)).center()
    with qtbot.waitSignal(spans.chosen_changed):
        QTest.mouseClick(
            spans.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place
        )
    assert chosen_uids(spans) == ["outer", "name"]


def test_chosen_rows_stay_chosen_when_the_article_follows_and_spans_change(spans, state):
    spans.view.setFocus()
    spans.select_span("outer")
    QTest.keyClick(spans.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    spans.select_span("outer")
    state.apply(SpanAdded(Span("first", 0, 3, LABELS[3].uid)))
    state.apply(SpanReplaced(NAME, Span("name", 23, 39, LABELS[3].uid)))
    spans.spans_changed()
    assert chosen_uids(spans) == ["outer", "inner", "name"]
    assert spans.view.currentIndex().data() == "Phó Giám đốc Sở Nội vụ"


def test_what_is_in_sight_stays_when_rows_come_above(spans, on_screen):
    text = "ab " * 400
    state = LayerState.of(
        len(text), [Span(f"s{n:03}", 3 * n, 3 * n + 2, LABELS[0].uid) for n in range(100, 400)]
    )
    spans.set_document(text, state, LABELS)
    spans.view.verticalScrollBar().setValue(1400)
    held = spans.view.indexAt(spans.view.rect().topLeft()).row()
    for number in range(20):
        state.apply(SpanAdded(Span(f"n{number:03}", 3 * number, 3 * number + 2, LABELS[0].uid)))
    spans.spans_changed()
    assert spans.view.indexAt(spans.view.rect().topLeft()).row() == held + 20


def test_only_one_label_is_listed_and_counted(spans):
    spans._narrow_menu().actions()[-3].trigger()
    assert spans._count.text() == "1 / 3"
    assert spans._narrow.isChecked()
    spans._narrow_menu().actions()[0].trigger()
    assert spans._count.text() == "3"


def past_version(step_uid, span, *, is_current=False):
    step = StepInfo(1, step_uid, "2026-11-19T08:02:00.000Z", "Lan", "annotate", say("Note"), None, None)
    return SpanVersion(
        step, span and PastSpan(span, "position", "#bd8703", TEXT[span.start : span.end]), is_current
    )


def test_the_inspector_shows_the_spans_past_and_brings_it_back(inspector, qtbot):
    inspector.set_span(OUTER)
    with qtbot.waitSignal(inspector.history_wanted) as asked:
        inspector.show_history()
    assert asked.args == ["outer"]
    old = Span("outer", 0, 12, OUTER.label)
    versions = [past_version("s3", OUTER, is_current=True), past_version("s2", None), past_version("s1", old)]
    inspector.show_versions("inner", versions)
    assert inspector._past._buttons == []
    inspector.show_versions("outer", versions)
    (button,) = inspector._past._buttons
    with qtbot.waitSignal(inspector.restore_wanted) as wanted:
        button.click()
    assert wanted.args == ["outer", "s1"]
    inspector.set_span(INNER)
    assert inspector._past.isHidden()


def test_a_span_that_is_not_saved_has_no_past_yet_and_gets_one(inspector, qtbot):
    inspector.set_span(OUTER)
    inspector.follow_history()
    inspector.show_history()
    inspector.show_versions("outer", [])
    assert "Not in the library yet" in " ".join(
        label.text() for label in inspector._past.findChildren(PlainLabel) if not label.isHidden()
    )
    with qtbot.waitSignal(inspector.history_wanted):
        inspector.follow_history()
    inspector.show_versions("outer", [past_version("s2", OUTER, is_current=True), past_version("s1", INNER)])
    assert len(inspector._past._buttons) == 1
    assert not inspector._past._buttons[0].hasFocus(), "somebody may be typing by now"


def test_who_changed_a_span_last_is_said_when_it_is_known(inspector):
    inspector.set_span(OUTER)
    assert inspector._changed_value.isHidden()
    inspector.show_change("outer", past_version("s", OUTER).step)
    assert inspector._changed_value.text().endswith("· Lan")


def test_several_spans_are_summed_up(inspector, qtbot):
    inspector.set_span(OUTER)
    inspector.set_chosen([OUTER, INNER, NAME])
    assert inspector._scroll.isHidden()
    assert inspector._summary._title.text() == "3 spans chosen"
    assert "1 of them unsure" in inspector._summary._same.text()
    with qtbot.waitSignal(inspector.remove_all_wanted):
        inspector._summary._remove.click()
    inspector.set_chosen([OUTER])
    assert not inspector._body.isHidden()


def test_a_question_is_told(inspector, qtbot):
    inspector.set_span(INNER)
    with qtbot.waitSignal(inspector.question_changed) as told:
        inspector._question.click()
    assert told.args == ["inner", True]


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
