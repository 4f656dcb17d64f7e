"""The history beside the article: days, acts, the open one with its ways back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from annotator.messages import say
from annotator.model.changes import SpanAdded, SpanReplaced
from annotator.model.identity import new_uid
from annotator.model.outcome import StepInfo
from annotator.model.past import HistoryFilter, PastSpan, StepDetails
from annotator.model.span import Span
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.past.days import act_words, day_words, fitting_act_words, icon_of, now, person_words
from annotator.ui.past.ghosts import ghosts_of
from annotator.ui.past.history_model import ROW_ROLE, Asked, HistoryModel
from annotator.ui.past.history_panel import HistoryPanel
from annotator.ui.past.past_words import PastWords, _differing


@pytest.fixture
def document(library, corpus):
    return library.documents.rows(library.documents.keys(corpus.uid))[0].uid


@pytest.fixture
def span(library, corpus, document):
    label = library.labels.list(corpus.uid)[0].label.uid
    made = Span(new_uid(), 0, 12, label)
    library.annotating.apply(document, (SpanAdded(made),))
    library.annotating.apply(document, (SpanReplaced(made, replace(made, end=8)),))
    return made


@pytest.fixture
def panel(desk, corpus, document, span, on_screen):
    made = HistoryPanel(desk)
    on_screen(made, 368, 700)
    made.show_place(corpus.uid, document, is_writable=True)
    return made


def choose(panel, row):
    panel.view.setCurrentIndex(panel.view.model().index(row, 0))


def words(panel):
    model = panel.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_acts_stand_under_their_day_newest_first(panel, library):
    who = library.self_annotator.name
    assert words(panel) == [
        "Today",
        f"1 span changed, {who}, by hand",
        f"1 span added, {who}, by hand",
        f"Document Khối thi đua các doanh nghiệp added, {who}",
    ]


def test_the_chosen_act_opens_in_place_and_tells_what_was_and_is(panel, document, span):
    told = []
    panel.shown.connect(told.append)
    choose(panel, 1)
    assert panel.view.model().room == 2
    assert isinstance(told[0], StepDetails)
    shown = [words._words for words in panel._card.findChildren(PastWords)]
    assert shown == ["Khối thi đua", "Khối thi"]
    assert ghosts_of(told[0], document) == [(0, 12, span.label)]
    assert ghosts_of(told[0], "another") == ghosts_of(None, document) == []
    assert panel.view.rowHeight(2) >= panel._card.sizeHint().height()


@pytest.mark.parametrize(
    ("modifier", "signal"),
    [
        (Qt.KeyboardModifier.NoModifier, "undo_only_wanted"),
        (Qt.KeyboardModifier.ShiftModifier, "bring_back_wanted"),
        (Qt.KeyboardModifier.AltModifier, "undo_from_wanted"),
    ],
)
def test_keys_of_the_open_act(panel, qtbot, modifier, signal):
    choose(panel, 1)
    with qtbot.waitSignal(getattr(panel, signal)) as wanted:
        QTest.keyClick(panel.view, Qt.Key.Key_Return, modifier)
    assert wanted.args == [panel.open_act.uid]


def test_going_down_passes_over_headings_and_the_open_card(panel):
    choose(panel, 1)
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert str(panel.open_act.summary) == "1 span added"
    QTest.keyClick(panel.view, Qt.Key.Key_Up)
    assert str(panel.open_act.summary) == "1 span changed"
    assert panel.view.model().room == 2


def test_escape_empties_the_filter_then_leaves(panel, qtbot):
    panel._field.setText("khong co")
    panel._relist()
    assert "Esc" in panel._empty.text()
    panel.view.setFocus()
    with qtbot.assertNotEmitted(panel.left):
        QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert panel._field.text() == ""
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel.view, Qt.Key.Key_Escape)


def test_the_whole_corpus_and_who_and_what(panel, library):
    panel.choose_scope(whole_corpus=True)
    assert len(words(panel)) == 6
    assert panel._foot.text().startswith("5 changes kept.")
    panel._who.choose(None, ("annotate",))
    assert panel._who.words == "Labelling by hand"
    assert len(words(panel)) == 3
    panel._who.choose(library.self_annotator, ())
    assert len(words(panel)) == 6
    panel._who.menu().aboutToShow.emit()
    assert [action.text() for action in panel._who.menu().actions()][:2] == [
        "Everybody",
        library.self_annotator.name,
    ]


def test_a_library_that_is_only_read_offers_no_way_back(panel, corpus, document, qtbot):
    panel.show_place(corpus.uid, document, is_writable=False)
    choose(panel, 1)
    assert not panel._card.may("only")
    with qtbot.assertNotEmitted(panel.undo_only_wanted):
        QTest.keyClick(panel.view, Qt.Key.Key_Return)


def test_new_steps_come_in_at_the_top_and_the_open_act_stays(panel, library, document, span):
    choose(panel, 1)
    opened = panel.open_act
    library.documents.rename(document, "Tên mới")
    panel._follow_now()
    assert words(panel)[1].startswith("Document Khối thi đua các doanh nghiệp renamed")
    assert panel.open_act == opened
    assert panel.view.currentIndex().row() == 2
    assert panel.view.model().room == 3


def test_a_long_history_is_fetched_page_by_page_and_followed(desk, library, corpus, document, qtbot):
    for number in range(230):
        library.documents.rename(document, f"Tên {number}")
    model = HistoryModel(desk)
    model.show_history(Asked(corpus.uid, document, HistoryFilter()))
    seen = [model.rowCount()]
    library.documents.rename(document, "Mới nhất")
    model.follow()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        seen.append(model.rowCount())
    assert seen == [101, 202, 233]
    acts = [model.index(row, 0).data(ROW_ROLE).act for row in range(1, model.rowCount())]
    assert acts == library.history.steps(document=document)


def test_the_model_is_sound_while_acts_open_and_close(desk, library, corpus, document, span):
    model = HistoryModel(desk)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.show_history(Asked(corpus.uid, document, HistoryFilter()))
    acts = library.history.steps(document=document)
    for act in (acts[0], acts[2], acts[1], None):
        model.open_act(act and act.uid)
        assert model.room == (None if act is None else model.row_of(act.uid) + 1)
    library.history.undo()
    model.follow()
    assert model.act_at(1).kind == "undo"
    assert model.act_at(2).reversed


def test_tinted_is_what_the_other_version_does_not_cover():
    def past(start, end, text="Giải Nhất Hội thi Sáng tạo"):
        return PastSpan(Span("u", start, end, "l"), "award", "#652f94", text[start:end])

    assert _differing(past(0, 17), past(0, 9)) == (9, 17)
    assert _differing(past(0, 17), past(5, 17)) == (0, 5)
    assert _differing(past(0, 9), past(0, 17)) is None
    assert _differing(past(0, 9), None) is None


def test_words_of_days_people_and_icons(library, panel):
    assert day_words(now()) == "Today"
    assert day_words(now().replace(year=2001, month=3, day=4)).endswith("4 March 2001")
    act = library.history.steps(limit=1)[0]
    assert icon_of(act) == "tag"
    assert icon_of(replace(act, kind="label.rename")) == "tags"
    assert person_words(replace(act, actor="Lan", reversed=True)) == "Lan, by hand, undone"


def act_of(kind, words):
    summary = say("Labelled {words} as {label}", words=words, label="Award")
    return StepInfo(1, "uid", "2026-11-19T08:02:00.000Z", "Lan", kind, summary, None, None)


def test_an_undo_says_that_it_took_back(panel, library):
    library.history.undo()
    library.history.redo()
    who = library.self_annotator.name
    panel.follow()
    panel._follow_now()
    assert words(panel)[1] == f"Made again: 1 span changed, {who}, redo"
    assert words(panel)[2] == f"Took back: 1 span changed, {who}, undo, undone"


def test_words_are_cut_so_that_the_label_stays():
    act = act_of("undo", "“Giải Nhất Hội thi Sáng tạo Kỹ thuật…”")
    assert act_words(act) == "Took back: Labelled “Giải Nhất Hội thi Sáng tạo Kỹ thuật…” as Award"
    told = fitting_act_words(act, lambda text: len(text) <= 50)
    assert told == "Took back: Labelled “Giải Nhất Hội thi…” as Award"
    assert fitting_act_words(act, lambda _text: False) == act_words(act)


def test_an_act_that_cannot_be_undone_alone_says_why_and_offers_no_key(panel):
    choose(panel, 1)
    panel.view.setFocus()
    keys = [hint.words for hint in panel.hints()]
    assert "undo only this" in keys
    why = say("What others sent is not undone out of its order.")
    panel._show_details(StepDetails(panel.open_act, (), can_undo=False, why_not=why))
    told = [label.text() for label in panel._card.findChildren(PlainLabel) if not label.isHidden()]
    assert why.render({}) in told
    assert not {"undo only this", "back to here"} & {hint.words for hint in panel.hints()}
