"""Labelling without a selection: the guess, its cycle, when it is stored; brush, gaps, shapes, effort."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest

from annotator.model.changes import LayerState, SpanAdded, SpanReplaced, StatusChanged
from annotator.model.document import Document, Status
from annotator.model.effort import Effort
from annotator.model.label import standard_labels
from annotator.model.span import Span
from annotator.ui.editor.effort import EffortMeter
from annotator.ui.editor.session import LabellingSession

PERSON, POSITION, BODY, DRIVE, AWARD = (label.uid for label in standard_labels())
NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
TEXT = (
    "Ông Đoàn Văn Hùng, Ủy viên Ban Thường vụ Tỉnh ủy, trao Bằng khen của Ủy ban nhân dân tỉnh.\n"
    "Phong trào “Dân vận khéo” lan tới bà Lê An."
)


@pytest.fixture
def desk(make_view):
    """A session on a text with names, that remembers what it stored and said."""
    return _desk(make_view)


def _desk(make_view, spans=(), text=TEXT):
    view = make_view(text)
    session = LabellingSession(view)
    made, hints = [], []
    session.changes_made.connect(lambda changes, message: made.append(changes))
    session.hint.connect(hints.append)
    state = LayerState.of(len(text), spans, Status.IN_PROGRESS)
    document = Document("d", "c", "Bài", text)
    session.open(SimpleNamespace(document=document, state=state, labels=standard_labels()))
    return SimpleNamespace(session=session, view=view, made=made, hints=hints, state=state, text=text)


def _caret(desk, words, within=0):
    place = desk.text.index(words) + within
    desk.view.select(place, place)


def _press(desk, *keys):
    for key in keys:
        QTest.keyClick(desk.view, *key) if isinstance(key, tuple) else QTest.keyClick(desk.view, key)


def _words(desk):
    return [desk.text[span.start : span.end] for span in desk.state.spans()]


def _guessed(desk):
    guess = desk.session.grabbing.guess
    return None if guess is None else desk.text[slice(*guess.stretch)]


class TestGuess:
    def test_is_drawn_and_not_stored(self, desk) -> None:
        _caret(desk, "Văn")
        _press(desk, Qt.Key.Key_1)
        assert _guessed(desk) == "Đoàn Văn Hùng"
        assert desk.made == [] and _words(desk) == []

    def test_the_key_again_takes_the_next_and_comes_round(self, desk) -> None:
        _caret(desk, "Bằng khen")
        seen = []
        for _ in range(12):
            _press(desk, Qt.Key.Key_5)
            seen.append(_guessed(desk))
        count = len(desk.session.grabbing.guess.choices)
        assert seen[:2] == ["Bằng khen của Ủy ban nhân dân tỉnh", "Bằng khen"]
        assert seen[count] == seen[0] and desk.made == []

    def test_another_label_guesses_anew_at_the_same_place(self, desk) -> None:
        _caret(desk, "Ban Thường")
        _press(desk, Qt.Key.Key_2)
        assert _guessed(desk) == "Ủy viên Ban Thường vụ Tỉnh ủy"
        _press(desk, Qt.Key.Key_3)
        assert _guessed(desk) == "Ban Thường vụ Tỉnh ủy"

    @pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Backspace])
    def test_taken_back_all_is_as_before(self, desk, key) -> None:
        _caret(desk, "Văn", 1)
        before = desk.view.caret
        _press(desk, Qt.Key.Key_1, key)
        assert _guessed(desk) is None and desk.made == []
        assert desk.view.caret == before

    def test_edges_move_before_it_is_stored_in_one_step(self, desk) -> None:
        _caret(desk, "Lê An")
        _press(desk, Qt.Key.Key_1, Qt.Key.Key_BraceLeft, Qt.Key.Key_Right)
        assert _words(desk) == ["bà Lê An"]
        assert len(desk.made) == 1

    @pytest.mark.parametrize(
        "go_on",
        [
            lambda desk: _press(desk, Qt.Key.Key_Right),
            lambda desk: _press(desk, Qt.Key.Key_Tab),
            lambda desk: _press(desk, (Qt.Key.Key_F3, CTRL)),
            lambda desk: QTest.mouseClick(
                desk.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 200)
            ),
            lambda desk: desk.view.clearFocus(),
            lambda desk: desk.session.gaps.go_on(),
            lambda desk: desk.session.grabbing.ripe.emit(),
            lambda desk: desk.session.settle(),
        ],
    )
    def test_whatever_is_done_next_stores_it_as_one_step(self, desk, go_on) -> None:
        _caret(desk, "Lê An")
        _press(desk, Qt.Key.Key_1)
        go_on(desk)
        assert _guessed(desk) is None
        assert _words(desk) == ["Lê An"]
        assert len(desk.made) == 1

    def test_stored_after_a_while_the_key_still_takes_the_next(self, desk, qtbot) -> None:
        _caret(desk, "Bằng khen")
        _press(desk, Qt.Key.Key_5)
        qtbot.waitUntil(lambda: bool(desk.made), timeout=5000)
        _press(desk, Qt.Key.Key_5)
        assert _words(desk) == ["Bằng khen"]
        assert isinstance(desk.made[1][0], SpanReplaced)
        _press(desk, Qt.Key.Key_5)
        assert len(_words(desk)) == 1 and _words(desk) != ["Bằng khen"]

    def test_stored_by_itself_escape_takes_it_back_and_what_came_with_it(self, make_view) -> None:
        desk = _desk(make_view)
        desk.state.apply(StatusChanged(Status.IN_PROGRESS, Status.NEW))
        gone = []
        desk.session.taken_back.connect(lambda: gone.append(desk.view.caret))
        _caret(desk, "Văn", 1)
        before = desk.view.caret
        _press(desk, Qt.Key.Key_1)
        desk.session.grabbing.ripe.emit()
        assert _words(desk) == ["Đoàn Văn Hùng"] and desk.state.status is Status.IN_PROGRESS
        _press(desk, Qt.Key.Key_Escape)
        assert _words(desk) == [] and desk.state.status is Status.NEW
        assert desk.view.caret == before and gone == [before]
        _press(desk, Qt.Key.Key_1, Qt.Key.Key_1)
        assert _guessed(desk) == "Ông Đoàn Văn Hùng"

    @pytest.mark.parametrize(
        "go_on",
        [
            lambda desk: _press(desk, Qt.Key.Key_Right) or desk.view.select_span("u"),
            lambda desk: _press(desk, (Qt.Key.Key_F3, CTRL)),
            lambda desk: desk.session.toggle_unsure(),
            lambda desk: desk.view.left.emit(),
        ],
    )
    def test_stored_by_itself_it_stays_once_anything_else_was_done(self, desk, go_on) -> None:
        _caret(desk, "Lê An")
        _press(desk, Qt.Key.Key_1)
        desk.session.grabbing.ripe.emit()
        go_on(desk)
        assert desk.session.grabbing.meant is None
        _press(desk, Qt.Key.Key_Escape)
        assert _words(desk) == ["Lê An"]

    def test_what_was_taken_back_is_not_learned(self, desk, qtbot) -> None:
        _caret(desk, "Lê An")
        _press(desk, Qt.Key.Key_1)
        desk.session.grabbing.ripe.emit()
        habits = desk.session.grabbing.habits
        qtbot.waitUntil(lambda: habits.knows(PERSON, "Lê An"))
        _press(desk, Qt.Key.Key_Escape)
        assert not habits.knows(PERSON, "Lê An")

    def test_what_carries_the_label_already_is_not_guessed(self, make_view) -> None:
        start = TEXT.index("Đoàn")
        desk = _desk(make_view, [Span("u", start, start + 13, PERSON)])
        _caret(desk, "Văn")
        _press(desk, Qt.Key.Key_1)
        assert _guessed(desk) == "Ông Đoàn Văn Hùng"

    def test_without_a_word_at_the_caret_it_says_so(self, make_view) -> None:
        desk = _desk(make_view, text="An  , Bình")
        desk.view.select(3, 3)
        _press(desk, Qt.Key.Key_1)
        assert _guessed(desk) is None and desk.hints

    def test_in_a_fixed_layer_nothing_is_guessed(self, desk) -> None:
        desk.session.is_fixed = True
        _caret(desk, "Lê An")
        _press(desk, Qt.Key.Key_1)
        assert _guessed(desk) is None and desk.hints

    def test_it_is_drawn(self, desk) -> None:
        _caret(desk, "Lê An")
        before = desk.view.grab().toImage()
        _press(desk, Qt.Key.Key_1)
        drawn = desk.view.grab().toImage()
        _press(desk, Qt.Key.Key_Escape)
        assert drawn != before
        assert desk.view.grab().toImage() == before


class TestBrush:
    def _drag(self, desk, words):
        start = desk.text.index(words)
        first = desk.view.rect_of(start, start + 1)
        last = desk.view.rect_of(start + len(words) - 1, start + len(words))
        port = desk.view.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(first.left() + 2, first.center().y()))
        QTest.mouseMove(port, QPoint(last.left(), last.center().y()))
        QTest.mouseMove(port, QPoint(last.right() - 1, last.center().y()))
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(last.right() - 1, last.center().y()))

    def _host(self, desk):
        desk.view.selection_finished.connect(desk.session.brush.paint)

    def test_what_is_drawn_gets_the_label_last_used(self, desk) -> None:
        self._host(desk)
        _caret(desk, "Lê An")
        _press(desk, Qt.Key.Key_1, Qt.Key.Key_Right)
        desk.session.brush.toggle()
        assert desk.session.brush.label == PERSON
        self._drag(desk, "Đoàn Văn")
        self._drag(desk, "Dân vận")
        assert _words(desk) == ["Đoàn Văn", "Dân vận", "Lê An"]
        assert len(desk.made) == 3

    def test_a_key_held_down_labels_one_stroke(self, desk) -> None:
        self._host(desk)
        _caret(desk, "Lê An")
        QTest.keyPress(desk.view, Qt.Key.Key_1)
        self._drag(desk, "Đoàn Văn")
        QTest.keyRelease(desk.view, Qt.Key.Key_1)
        assert _words(desk) == ["Đoàn Văn"]
        self._drag(desk, "Dân vận")
        assert _words(desk) == ["Đoàn Văn"]
        assert desk.session.brush.label is None

    def test_a_double_click_takes_the_name(self, desk) -> None:
        self._host(desk)
        desk.session.brush.hold(PERSON)
        place = desk.view.rect_of(desk.text.index("Văn"), desk.text.index("Văn") + 3).center()
        QTest.mouseDClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseRelease(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert _words(desk) == ["Đoàn Văn Hùng"]

    def test_with_alt_a_double_click_takes_the_word(self, desk) -> None:
        self._host(desk)
        desk.session.brush.hold(PERSON)
        place = desk.view.rect_of(desk.text.index("Văn"), desk.text.index("Văn") + 3).center()
        port = desk.view.viewport()
        QTest.mouseDClick(port, Qt.MouseButton.LeftButton, ALT, place)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, ALT, place)
        assert _words(desk) == ["Văn"]

    def test_a_labels_key_holds_that_label_and_escape_none(self, desk) -> None:
        heard = []
        desk.session.brush.changed.connect(heard.append)
        desk.session.brush.toggle()
        _press(desk, Qt.Key.Key_4, Qt.Key.Key_Escape)
        assert heard == [PERSON, DRIVE, None]
        assert desk.made == [] and _guessed(desk) is None

    def test_a_key_after_a_wrong_stroke_corrects_it(self, desk) -> None:
        self._host(desk)
        desk.session.brush.hold(PERSON)
        self._drag(desk, "Dân vận khéo")
        _press(desk, Qt.Key.Key_4)
        assert [span.label for span in desk.state.spans()] == [DRIVE]
        assert desk.session.brush.label == DRIVE

    def test_no_label_is_held_where_nothing_may_be_changed(self, desk) -> None:
        desk.session.is_fixed = True
        desk.session.brush.toggle()
        assert desk.session.brush.label is None and desk.hints


class TestGaps:
    def test_two_keys_a_span(self, desk) -> None:
        keys = (
            Qt.Key.Key_1,
            Qt.Key.Key_2,
            Qt.Key.Key_3,
            Qt.Key.Key_3,
            Qt.Key.Key_5,
            Qt.Key.Key_3,
            Qt.Key.Key_4,
        )
        for key in (*keys, Qt.Key.Key_1):
            desk.session.gaps.go_on()
            _press(desk, key)
        desk.session.gaps.go_on()
        assert _words(desk) == [
            "Đoàn Văn Hùng",
            "Ủy viên Ban Thường vụ Tỉnh ủy",
            "Ban Thường vụ Tỉnh ủy",
            "Tỉnh ủy",
            "Bằng khen của Ủy ban nhân dân tỉnh",
            "Ủy ban nhân dân tỉnh",
            "Dân vận khéo",
            "Lê An",
        ]
        assert desk.hints == ["Nothing that looks like a name is without a label."]

    @pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5])
    def test_the_framed_name_is_the_first_guess_of_any_label(self, desk, key) -> None:
        for _ in range(2):
            desk.session.gaps.go_on()
        framed = desk.view.gap
        _press(desk, key)
        assert desk.session.grabbing.guess.stretch == framed
        _press(desk, Qt.Key.Key_Escape)
        assert desk.view.gap == framed
        _press(desk, Qt.Key.Key_2, key)
        assert desk.session.grabbing.guess.stretch == framed

    def test_the_way_comes_round_and_goes_back(self, desk) -> None:
        places = []
        for _ in range(6):
            desk.session.gaps.go_on()
            places.append(desk.view.caret)
        assert places[5] == places[0] and desk.hints == ["From the beginning again."]
        desk.session.gaps.go_back()
        assert desk.view.caret == places[4]
        assert desk.hints[1:] == ["From the end again."]

    def test_where_nothing_is_near_the_key_again_looks_further(self, make_view) -> None:
        far = "một hai ba bốn. " * 8000
        desk = _desk(make_view, text=f"{far}\nông Lê An\n{far}")
        for _ in range(3):
            desk.session.gaps.go_on()
        assert desk.view.caret == desk.text.index("Lê An")
        assert len(desk.hints) == 2 and "50,000" in desk.hints[0]
        desk.view.select(len(far), len(far))
        for _ in range(8):
            desk.session.gaps.go_back()
        assert desk.view.caret == desk.text.index("Lê An")


class TestShapes:
    def _with(self, make_view, *marks):
        spans = [
            Span(f"u{number}", TEXT.index(words), TEXT.index(words) + len(words), label)
            for number, (words, label) in enumerate(marks)
        ]
        return _desk(make_view, spans)

    def test_split_at_the_caret_in_one_step(self, make_view) -> None:
        desk = self._with(make_view, ("Ủy viên Ban Thường vụ Tỉnh ủy", POSITION))
        _caret(desk, "Ban Thường")
        desk.session.shaping.split()
        assert _words(desk) == ["Ủy viên", "Ban Thường vụ Tỉnh ủy"]
        assert len(desk.made) == 1
        assert desk.hints == ["Split “Ủy viên Ban Thường vụ Tỉnh ủy”"]

    def test_outside_spans_and_at_their_ends_nothing_is_split(self, make_view) -> None:
        desk = self._with(make_view, ("Lê An", PERSON))
        for words in ("Phong", "Lê An"):
            _caret(desk, words)
            desk.session.shaping.split()
        assert desk.made == [] and len(desk.hints) == 2

    def test_join_with_the_next_and_over_a_selection(self, make_view) -> None:
        marks = (("Đoàn", PERSON), ("Văn", PERSON), ("Hùng", PERSON))
        desk = self._with(make_view, *marks)
        desk.view.select_span("u0")
        desk.session.shaping.join()
        assert _words(desk) == ["Đoàn Văn", "Hùng"]
        start = TEXT.index("Văn")
        desk.view.select(start, start + 8)
        desk.session.shaping.join()
        assert _words(desk) == ["Đoàn Văn Hùng"]
        assert len(desk.made) == 2

    def test_join_backwards_and_not_with_what_is_far(self, make_view) -> None:
        desk = self._with(make_view, ("Văn", PERSON), ("Hùng", PERSON), ("Ban", BODY))
        desk.view.select_span("u1")
        desk.session.shaping.join_back()
        assert _words(desk) == ["Văn Hùng", "Ban"]
        desk.view.select_span("u2")
        desk.session.shaping.join()
        assert len(desk.made) == 1
        assert desk.hints == ["Joined “Hùng”", "No span of this label is near enough to be joined."]

    def test_levels_out_and_in(self, make_view) -> None:
        desk = self._with(make_view, ("Ủy viên Ban Thường vụ Tỉnh ủy", POSITION), ("Ban Thường vụ", BODY))
        desk.view.select_span("u1")
        desk.session.shaping.outwards()
        assert _words(desk) == ["Ủy viên Ban Thường vụ Tỉnh ủy"] * 2
        desk.session.shaping.inwards()
        assert desk.hints == ["Moved “Ban Thường vụ” a level out", "No span is inside this one."]

    def test_the_span_around_and_the_span_inside(self, make_view) -> None:
        desk = self._with(make_view, ("Ủy viên Ban Thường vụ Tỉnh ủy", POSITION), ("Ban Thường vụ", BODY))
        desk.view.select_span("u1")
        desk.session.shaping.select_outer()
        assert desk.view.selected_span().uid == "u0"
        desk.session.shaping.select_inner()
        assert desk.view.selected_span().uid == "u1"

    def test_a_pulled_edge_is_let_go_by_escape(self, make_view) -> None:
        desk = self._with(make_view, ("Đoàn Văn", PERSON))
        desk.view.select_span("u0")
        _, end = desk.view.active_edges()
        port, place = desk.view.viewport(), end.center().toPoint()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseMove(port, place + QPoint(40, 0))
        _press(desk, Qt.Key.Key_Escape)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=place + QPoint(40, 0))
        assert desk.made == [] and desk.view.selected_span() is not None

    @pytest.mark.parametrize(
        ("held", "words"), [(NONE, "Đoàn Văn Hùng"), (CTRL, "Đoàn Văn Hù"), (ALT, "Đoàn Văn Hù")]
    )
    def test_a_pulled_edge_snaps_but_with_ctrl_or_alt_and_is_one_step(self, make_view, held, words) -> None:
        desk = self._with(make_view, ("Đoàn Văn", PERSON))
        desk.view.select_span("u0")
        _, end = desk.view.active_edges()
        port, place = desk.view.viewport(), end.center().toPoint()
        target = desk.text.index("Hùng") + 2
        there = desk.view.rect_of(target, target + 1)
        goal = QPoint(there.left() + 1, place.y())
        QTest.mousePress(port, Qt.MouseButton.LeftButton, held, place)
        for where in (place + QPoint(10, 0), goal):
            _move_held(port, where, held)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, held, goal)
        assert _words(desk) == [words]
        assert len(desk.made) == 1

    def test_no_tip_covers_the_words_beside_a_handle(self, make_view, monkeypatch) -> None:
        desk = self._with(make_view, ("Đoàn Văn", PERSON))
        told = []
        monkeypatch.setattr(
            "annotator.ui.editor.article_view.show_span_tip", lambda *args: told.append(list(args[3]))
        )
        for select in (False, True):
            if select:
                desk.view.select_span("u0")
            end = desk.text.index("Đoàn Văn") + len("Đoàn Văn")
            place = desk.view.rect_of(end - 1, end).center()
            place.setX(desk.view.rect_of(end - 1, end).right())
            event = QHelpEvent(QEvent.Type.ToolTip, place, desk.view.viewport().mapToGlobal(place))
            QCoreApplication.sendEvent(desk.view.viewport(), event)
        assert [[span.uid for span in spans] for spans in told] == [["u0"], []]


def _move_held(port, place, held):
    """The pointer moves with the left button down and keys held; `QTest.mouseMove` knows no keys."""
    where = QPointF(place)
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(QEvent.Type.MouseMove, where, QPointF(port.mapToGlobal(place)), left, left, held)
    QCoreApplication.sendEvent(port, event)


class TestEffort:
    def test_presses_and_clicks_count_modifiers_do_not(self, desk) -> None:
        clock = iter([0.0, 1.0, 3.0, 4.0, 100.0, 101.0])
        meter = EffortMeter(desk.view, lambda: next(clock))
        _press(desk, Qt.Key.Key_Shift, Qt.Key.Key_Right, (Qt.Key.Key_Right, SHIFT))
        QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 60))
        _press(desk, Qt.Key.Key_Home)
        assert meter.take() == Effort(4, 5000)

    def test_each_step_takes_what_was_done_since_the_one_before(self, desk) -> None:
        efforts = []
        desk.session.changes_made.connect(lambda *_: efforts.append(desk.session.effort.take().keys))
        _caret(desk, "Lê An")
        _press(desk, Qt.Key.Key_1, Qt.Key.Key_Right)
        _caret(desk, "Bằng khen")
        _press(desk, Qt.Key.Key_5, Qt.Key.Key_5, Qt.Key.Key_Left)
        assert efforts == [2, 3]
        assert isinstance(desk.made[0][0], SpanAdded)
