"""Labelling by keys: what is made, what is refused with a hint, what is selected next."""

from __future__ import annotations

import random
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.changes import (
    LayerState,
    SpanAdded,
    SpanRemoved,
    SpanReplaced,
    StatusChanged,
    inverse_of,
)
from annotator.model.document import Document, Status
from annotator.model.label import Label, standard_labels
from annotator.model.span import Span
from annotator.ui.editor.session import LabellingSession

LABEL = {label.name: label.uid for label in standard_labels()}
CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def desk(make_view, traps):
    """A session on the text of traps that remembers what it said."""
    return _desk(make_view, traps)


def _desk(make_view, text, spans=()):
    view = make_view(text)
    session = LabellingSession(view)
    made, hints = [], []
    session.changes_made.connect(lambda changes, message: made.append((changes, str(message))))
    session.hint.connect(hints.append)
    state = LayerState.of(len(text), spans)
    session.open(
        SimpleNamespace(document=Document("d", "c", "Bài", text), state=state, labels=standard_labels())
    )
    return SimpleNamespace(session=session, view=view, made=made, hints=hints, state=state, text=text)


def _select(desk, words):
    start = desk.text.index(words)
    desk.view.select(start, start + len(words))


def _press(desk, *keys):
    for key in keys:
        QTest.keyClick(desk.view, key) if not isinstance(key, tuple) else QTest.keyClick(desk.view, *key)


def _marked(desk):
    return [(desk.text[span.start : span.end], span.label) for span in desk.state.spans()]


def test_a_label_key_labels_the_selection_and_starts_the_work(desk):
    _select(desk, "Lò Thị Máy")
    _press(desk, "1")
    ((changes, message),) = desk.made
    assert [type(change) for change in changes] == [SpanAdded, StatusChanged]
    assert message == "Labelled “Lò Thị Máy” as person"
    assert desk.state.status is Status.IN_PROGRESS
    assert desk.view.selected_span() == changes[0].span
    assert desk.view.selection() is None
    assert desk.view.caret == changes[0].span.end


def test_another_key_corrects_the_label_just_given(desk):
    _select(desk, "Lò Thị Máy")
    _press(desk, "1", "3")
    assert _marked(desk) == [("Lò Thị Máy", LABEL["organization"])]
    assert isinstance(desk.made[1][0][0], SpanReplaced)


def test_the_same_words_can_carry_a_second_label(desk):
    for key in ("3", "2"):
        _select(desk, "Nông dân")
        _press(desk, key)
    assert len(desk.state) == 2


def test_the_same_label_again_is_a_hint_and_no_change(desk):
    for _ in range(2):
        _select(desk, "Nông dân")
        _press(desk, "3")
    _press(desk, "3")
    assert len(desk.made) == 1
    assert len(desk.hints) == 1 or desk.hints[0] == desk.hints[1]


def test_outer_blanks_and_marks_never_get_in_by_accident(desk):
    _select(desk, " tỉnh, ")
    _press(desk, "3")
    assert _marked(desk) == [("tỉnh", LABEL["organization"])]


def test_blanks_alone_are_refused(desk):
    _select(desk, ", ")
    _press(desk, "3")
    assert (desk.made, len(desk.hints)) == ([], 1)


def test_what_was_drawn_exactly_is_kept(desk):
    start = desk.text.index(" tỉnh, ")
    desk.view.select(start, start + 7, exact=True)
    _press(desk, "3")
    assert _marked(desk) == [(" tỉnh, ", LABEL["organization"])]


def test_a_key_without_words_is_a_hint(desk):
    _press(desk, "1")
    assert (desk.made, len(desk.hints)) == ([], 1)


def test_a_span_may_run_over_paragraphs(desk):
    words = "Phó Chủ tịch\r\n\r\nHội Nông dân  tỉnh"
    _select(desk, words)
    _press(desk, "2")
    assert _marked(desk) == [(words, LABEL["position"])]


def test_removing_leaves_the_caret_for_the_next_one(desk):
    for words in ("Hội Nông dân", "Nông dân"):
        _select(desk, words)
        _press(desk, "3")
    _press(desk, Qt.Key.Key_Backtab, Qt.Key.Key_Backspace)
    assert _marked(desk) == [("Nông dân", LABEL["organization"])]
    assert desk.view.selected_span() is None
    _press(desk, Qt.Key.Key_Tab)
    assert desk.view.selected_span() is not None
    _press(desk, Qt.Key.Key_Delete)
    assert (len(desk.state), desk.made[-1][1]) == (0, "Removed organization from “Nông dân”")
    _press(desk, Qt.Key.Key_Backspace)
    assert len(desk.hints) == 1


def test_tab_walks_in_reading_order_and_stays_at_the_ends(make_view, traps):
    places = [traps.index(words) for words in ("Uỷ ban", "Nông dân", "Khen", "hết")]
    spans = [Span(f"s{place}", place, place + 3, LABEL["person"]) for place in places]
    desk = _desk(make_view, traps, spans)
    walked = []
    for _ in range(5):
        _press(desk, Qt.Key.Key_Tab)
        walked.append(desk.view.selected_span().start)
    assert walked == [*places, places[-1]]
    for _ in range(5):
        QTest.keyClick(desk.view, Qt.Key.Key_Backtab, SHIFT)
    assert desk.view.selected_span().start == places[0]
    assert len(desk.hints) == 3


def test_tab_starts_at_the_caret(make_view, traps):
    places = [traps.index(words) for words in ("Uỷ ban", "Nông dân")]
    desk = _desk(make_view, traps, [Span(f"s{place}", place, place + 3, LABEL["person"]) for place in places])
    desk.view.select(places[1], places[1])
    _press(desk, Qt.Key.Key_Tab)
    assert desk.view.selected_span().start == places[1]


def test_brackets_and_braces_move_the_edges(desk):
    _select(desk, "Nông dân")
    _press(desk, "3", "]", "{")
    assert _marked(desk)[0][0] == "Hội Nông dân  tỉnh"
    _press(desk, "[", "}")
    assert _marked(desk)[0][0] == "Nông dân"
    _press(desk, (Qt.Key.Key_BracketRight, CTRL), (Qt.Key.Key_BraceRight, CTRL | SHIFT))
    assert _marked(desk)[0][0] == "ông dân "
    assert all(isinstance(changes[0], SpanReplaced) for changes, _ in desk.made[1:])


def test_an_edge_that_would_make_an_equal_span_is_refused(desk):
    for words in ("Nông dân", "Hội Nông dân"):
        _select(desk, words)
        _press(desk, "3")
    _press(desk, "}")
    assert len(desk.made) == 2
    assert len(desk.hints) == 1


def test_brackets_move_the_selection_when_no_span_is_selected(desk):
    _select(desk, "Nông dân")
    _press(desk, "]")
    assert desk.text[slice(*desk.view.selection())] == "Nông dân  tỉnh"


def test_escape_lets_go_of_the_span_then_of_the_selection(desk):
    _select(desk, "Nông dân")
    _press(desk, Qt.Key.Key_Escape)
    assert desk.view.selection() is None
    _select(desk, "Nông dân")
    _press(desk, "3", Qt.Key.Key_Escape)
    assert desk.view.selected_span() is None


def test_unsure_note_and_status(desk):
    _select(desk, "Nông dân")
    _press(desk, "3", "!")
    assert desk.view.selected_span().flags == ("unsure",)
    _press(desk, "!")
    desk.session.set_note("siehe 2.3")
    assert (desk.view.selected_span().flags, desk.view.selected_span().note) == ((), "siehe 2.3")
    desk.session.set_status(Status.DONE)
    desk.session.set_status(Status.DONE)
    assert desk.state.status is Status.DONE
    assert [message for _, message in desk.made][-1] == "Marked “Bài” as done"
    assert len(desk.made) == 5


def test_pulling_an_edge_changes_the_span(desk):
    _select(desk, "Nông dân")
    _press(desk, "3")
    span = desk.view.selected_span()
    desk.view.span_resized.emit(span, span.start - 4, span.end)
    assert _marked(desk)[0][0] == "Hội Nông dân"


def test_changes_from_elsewhere_are_shown(desk):
    span = Span("x", 5, 9, LABEL["award"])
    desk.session.apply_external((SpanAdded(span),))
    assert desk.view.flow.spans.in_order() == [span]
    desk.session.apply_external((SpanRemoved(span),))
    assert desk.view.flow.spans.in_order() == []
    assert desk.made == []


def test_a_name_that_is_marked_again_from_elsewhere_is_pointed_at_no_more(desk):
    desk.view.set_gap((5, 9))
    desk.session.apply_external((SpanAdded(Span("x", 20, 22, LABEL["award"])),))
    assert desk.view.gap == (5, 9)
    desk.session.apply_external((SpanAdded(Span("y", 5, 9, LABEL["award"])),))
    assert desk.view.gap is None


def test_own_letters_of_labels_label_and_others_do_nothing(desk):
    labels = [*standard_labels()[:4], Label("own", "Wappen", "#3366aa", "w")]
    desk.session.set_labels(labels)
    _select(desk, "Nông dân")
    _press(desk, "x", "w")
    assert _marked(desk) == [("Nông dân", "own")]


def test_random_commands_keep_the_rules_and_can_be_taken_back(desk):
    chance = random.Random(11)  # noqa: S311  (reproducible, not secret)
    for _ in range(150):
        start = chance.randrange(len(desk.text) - 1)
        end = chance.randrange(start + 1, min(len(desk.text), start + 60) + 1)
        commands = [
            lambda start=start, end=end: desk.view.select(start, end),
            lambda: desk.session.label(chance.choice([*LABEL.values()])),
            lambda: desk.session.widen(chance.choice(["start", "end"]), chance.choice(["word", "character"])),
            lambda: desk.session.narrow(
                chance.choice(["start", "end"]), chance.choice(["word", "character"])
            ),
            desk.session.next_span,
            desk.session.previous_span,
            lambda: chance.random() < 0.3 and desk.session.remove(),
        ]
        chance.choice([*commands, commands[0], commands[1]])()
    assert desk.view.flow.spans.in_order() == desk.state.spans()
    assert len(desk.made) > 20
    for changes, _ in reversed(desk.made):
        desk.session.apply_external(inverse_of(changes))
    assert desk.state.spans() == desk.view.flow.spans.in_order() == []
    assert desk.state.status is Status.NEW


def test_closing_leaves_nothing(desk):
    desk.session.close()
    _press(desk, "1", Qt.Key.Key_Tab, Qt.Key.Key_Backspace)
    assert desk.session.document is None
    assert not desk.view.has_document
    assert desk.made == []
