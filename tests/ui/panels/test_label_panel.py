from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotator.model.changes import LayerState
from annotator.model.label import Label, standard_labels
from annotator.model.span import Span
from annotator.ui.panels.label_bar import LabelBar, _Detail
from annotator.ui.panels.picker import Picker, likely_label, place_beside

LABELS = standard_labels()


@pytest.fixture
def bar(on_screen):
    bar = LabelBar()
    on_screen(bar, 720, 28)
    bar.set_labels(LABELS)
    bar.set_counts({LABELS[0].uid: 2, LABELS[2].uid: 10})
    return bar


def shown(bar):
    return [key for key in bar.keys if not key.isHidden()]


def test_a_click_chooses_its_label(bar, qtbot):
    with qtbot.waitSignal(bar.label_chosen) as chosen:
        QTest.mouseClick(bar.keys[2], Qt.MouseButton.LeftButton)
    assert chosen.args == [LABELS[2].uid]


def test_narrow_bars_drop_counts_then_names_never_squares(bar):
    wide = bar.keys[0].width()
    widths = []
    for room in (720, 500, 300):
        bar.resize(room, 28)
        assert len(shown(bar)) == 5
        widths.append([key.width() for key in bar.keys])
    assert widths[0][0] == wide > widths[1][0]
    assert widths[1][-1] > widths[2][-1]


def test_short_names_come_before_none_and_the_last_names_go_first(bar):
    labels = [replace(label, short=label.name[:2]) for label in LABELS]
    bar.set_labels(labels)
    bar.resize(1000, 28)
    full = bar._width(_Detail(counts=False))
    bar.resize(full - 1 + bar.brush_button.width() + 4, 28)
    assert [(key._names, key._short) for key in bar.keys] == [(True, True)] * len(labels)
    two = bar._width(_Detail(counts=False, short=True, named=2))
    bar.resize(two + 1 + bar.brush_button.width() + 4, 28)
    assert [key._names for key in bar.keys] == [True, True] + [False] * (len(labels) - 2)


def test_keys_that_find_no_room_stand_in_a_menu(bar, qtbot):
    bar.resize(110, 28)
    hidden = [key for key in bar.keys if key.isHidden()]
    assert hidden
    assert all(key.geometry().right() <= 110 for key in shown(bar))
    actions = bar._hidden_labels().actions()
    assert [action.text() for action in actions] == [key.label.name for key in hidden]
    with qtbot.waitSignal(bar.label_chosen) as chosen:
        actions[-1].trigger()
    assert chosen.args == [LABELS[4].uid]


def test_a_changed_label_set_is_followed(bar, qtbot):
    bar.set_labels([LABELS[1], replace(LABELS[0], name="người & <b>")])
    assert [key.label.name for key in bar.keys] == ["position", "người & <b>"]
    assert "&amp; &lt;b&gt;" in bar.keys[1].toolTip()
    with qtbot.waitSignal(bar.label_chosen) as chosen:
        bar.keys[1].click()
    assert chosen.args == [LABELS[0].uid]


def test_the_brush_is_marked(bar):
    bar.set_brush(LABELS[4].uid)
    assert [key.isChecked() for key in bar.keys] == [False] * 4 + [True]
    bar.set_brush(None)
    assert not any(key.isChecked() for key in bar.keys)


@pytest.fixture
def picker(qtbot, dress):
    window = QWidget()
    window.resize(900, 600)
    article = QWidget(window)
    article.setGeometry(0, 0, 900, 600)
    article.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(window)
    window.show()
    article.setFocus()
    yield Picker(window, article)  # the window must outlive the test


WORDS, ROOM = QRect(300, 200, 80, 24), QRect(0, 0, 900, 600)


def test_the_picker_lights_the_likely_label_and_leaves_the_order(picker):
    picker.open_at(WORDS, ROOM, LABELS, LABELS[3].uid)
    assert picker.lit == LABELS[3].uid
    assert [label.name for label in picker._rows.labels][:2] == ["person", "position"]


def test_arrows_and_enter_choose_while_the_article_keeps_the_focus(picker, qtbot):
    picker.open_at(WORDS, ROOM, LABELS)
    article = picker._article
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(article, key)
    with qtbot.waitSignal(picker.closed), qtbot.waitSignal(picker.label_chosen) as chosen:
        QTest.keyClick(article, Qt.Key.Key_Return)
    assert chosen.args == [LABELS[1].uid]
    assert article.hasFocus()
    assert not picker.isVisible()


def test_up_from_the_first_row_goes_round(picker):
    picker.open_at(WORDS, ROOM, LABELS)
    QTest.keyClick(picker._article, Qt.Key.Key_Up)
    assert picker.lit == LABELS[4].uid


def test_escape_closes_and_a_digit_stays_the_articles(picker, qtbot):
    picker.open_at(WORDS, ROOM, LABELS)
    with qtbot.assertNotEmitted(picker.label_chosen):
        QTest.keyClick(picker._article, Qt.Key.Key_2)
        QTest.keyClick(picker._article, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    with qtbot.assertNotEmitted(picker.closed):
        QTest.keyClick(picker._article, Qt.Key.Key_Escape)


def test_a_click_on_a_row_chooses_it(picker, qtbot):
    picker.open_at(WORDS, ROOM, LABELS)
    rows = picker._rows
    place = rows.rect().topLeft()
    place.setY(30 * 2 + 15)
    place.setX(60)
    with qtbot.waitSignal(picker.label_chosen) as chosen:
        QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [LABELS[2].uid]


def test_many_labels_are_walked_through_a_short_list(picker):
    many = [Label(f"u{n}", f"label {n}", "#0283ce", position=n) for n in range(40)]
    picker.open_at(WORDS, ROOM, many)
    for _ in range(25):
        QTest.keyClick(picker._article, Qt.Key.Key_Down)
    assert picker.lit == "u25"
    assert picker._rows.first <= 25 < picker._rows.first + picker._rows.height() // 30
    assert picker.height() <= 600


def test_no_labels_no_picker(picker):
    picker.open_at(WORDS, ROOM, ())
    assert not picker.isVisible()


@given(
    x=st.integers(0, 1300),
    y=st.integers(0, 860),
    width=st.integers(1, 400),
    height=st.integers(10, 200),
)
def test_the_picker_never_covers_the_words(x, y, width, height):
    words, size = QRect(x, y, width, height), QSize(226, 204)
    placed = QRect(place_beside(words, size, QRect(0, 0, 1440, 900)), size)
    assert not placed.intersects(words)


@given(
    x=st.integers(-50, 1400),
    y=st.integers(-2000, 900),
    width=st.integers(1, 1500),
    height=st.integers(10, 4000),
    rows=st.integers(1, 10),
)
def test_the_picker_is_never_cut_however_tall_the_words(x, y, width, height, rows):
    room, size = QRect(288, 132, 840, 700), QSize(226, rows * 30 + 54)
    placed = QRect(place_beside(QRect(x, y, width, height), size, room), size)
    assert room.contains(placed)


def test_at_a_paragraph_that_fills_the_room_the_picker_stands_at_its_end(picker):
    paragraph = QRect(100, 20, 720, 540)
    picker.open_at(paragraph, ROOM, LABELS)
    assert ROOM.contains(picker.geometry())
    assert picker.geometry().bottom() <= paragraph.bottom()
    assert picker._rows.height() == len(LABELS) * 30


def test_equal_words_make_a_label_likely():
    text = "Sở Nội vụ, sở nội vụ, Sở Nội vụ"
    places = ((0, 9, 2), (11, 20, 2), (11, 20, 1))
    spans = [Span(f"s{n}", a, b, LABELS[which].uid) for n, (a, b, which) in enumerate(places)]
    state = LayerState.of(len(text), spans)
    assert likely_label(text, state, 22, 31) == LABELS[2].uid
    assert likely_label(text, state, 0, 5) is None
