from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.model.changes import LayerState, SpanAdded, SpanRemoved, SpanReplaced
from annotator.model.label import standard_labels
from annotator.model.span import Span, reading_order
from annotator.ui.models.span_groups import SpanRow
from annotator.ui.models.span_model import SPAN_ROLE, Only, SpanModel, nesting_depths, one_line

TEXT = "Ủy viên Ban Thường vụ Tỉnh ủy\nvà Sở  Nội vụ"
LABELS = standard_labels()


def span(uid, start, end, label=1, **more):
    return Span(uid, start, end, LABELS[label].uid, **more)


@pytest.fixture
def state():
    spans = [span("a", 0, 29), span("b", 8, 29, 2), span("c", 22, 29, 2), span("d", 33, 43, 0)]
    return LayerState.of(len(TEXT), spans)


@pytest.fixture
def model(state, qtbot):
    model = SpanModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.set_document(TEXT, state, LABELS)
    return model


def rows(model):
    return [model.data(model.index(row, 0), SPAN_ROLE) for row in range(model.rowCount())]


def uids(model):
    return [row.span.uid for row in rows(model) if isinstance(row, SpanRow)]


def test_spans_stand_in_reading_order_with_their_depth(model):
    assert [(row.span.uid, row.depth) for row in rows(model)] == [("a", 0), ("b", 1), ("c", 2), ("d", 0)]
    assert rows(model)[3].words == "Sở Nội vụ"
    assert rows(model)[3].label.name == "person"


def test_crossing_spans_do_not_count_as_nested():
    spans = [span("a", 0, 10), span("b", 5, 15), span("c", 6, 9), span("d", 12, 14)]
    assert nesting_depths(spans) == [0, 0, 2, 1]


def test_an_added_span_is_one_inserted_row(model, state, qtbot):
    inserted, resets = [], []
    model.rowsInserted.connect(lambda parent, first, last: inserted.append((first, last)))
    model.modelReset.connect(lambda: resets.append(True))
    state.apply(SpanAdded(span("e", 8, 11, 2)))
    model.spans_changed()
    assert inserted == [(2, 2)]
    assert resets == []
    assert uids(model) == ["a", "b", "e", "c", "d"]


def test_a_widened_span_moves_and_the_list_follows(model, state):
    state.apply(SpanReplaced(span("d", 33, 43, 0), span("d", 30, 43, 0)))
    model.spans_changed()
    assert rows(model)[3].words == "và Sở Nội vụ"
    assert model.row_of("d") == 3


def test_filter_and_orders(model):
    model.set_filter("NỘI")
    assert uids(model) == ["d"]
    model.set_filter("so noi vu")
    assert uids(model) == ["d"]
    model.set_filter("organization")
    assert uids(model) == ["b", "c"]
    model.set_filter("")
    model.set_order("label")
    assert keys(model) == ["person 1", "d", "position 1", "a", "organization 2", "b", "c"]
    assert model.shown == 4
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    model.set_order("words")
    assert uids(model)[0] == "b"


def keys(model):
    """Uids of spans; headings as their words and count."""
    return [row.span.uid if isinstance(row, SpanRow) else f"{row.words} {row.count}" for row in rows(model)]


def test_equal_words_stand_under_a_heading_others_alone(model, state):
    state.apply(SpanAdded(span("e", 8, 29, 1)))
    model.set_order("words")
    assert keys(model)[:3] == ["Ban Thường vụ Tỉnh ủy 2", "b", "e"]
    assert [row.depth for row in rows(model) if isinstance(row, SpanRow)][:3] == [1, 1, 0]


def test_only_spans_of_a_label_or_with_a_mark(model, state):
    state.apply(SpanReplaced(span("d", 33, 43, 0), span("d", 33, 43, 0, note="?", flags=("question",))))
    model.spans_changed()
    for only, found in (
        (Only(mark="question"), ["d"]),
        (Only(mark="note"), ["d"]),
        (Only(mark="unsure"), []),
        (Only(label=LABELS[2].uid), ["b", "c"]),
        (Only(), ["a", "b", "c", "d"]),
    ):
        model.set_only(only)
        assert uids(model) == found


def test_a_heading_follows_its_count_without_a_jump(model, state):
    model.set_order("label")
    resets = []
    model.modelReset.connect(lambda: resets.append(True))
    state.apply(SpanAdded(span("e", 8, 11, 2)))
    model.spans_changed()
    assert keys(model) == ["person 1", "d", "position 1", "a", "organization 3", "b", "e", "c"]
    assert resets == []


def test_an_unknown_label_and_no_document(model):
    model.set_labels(())
    assert rows(model)[0].label is None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole).startswith("Ủy viên")
    model.set_document("", None, LABELS)
    assert model.rowCount() == 0
    assert model.span_at(0) is None


def test_a_span_of_a_whole_long_text_shows_its_beginning_only(qtbot):
    text = "a b " * 100_000
    model = SpanModel()
    model.set_document(text, LayerState.of(len(text), [span("x", 0, len(text))]), LABELS)
    assert len(rows(model)[0].words) <= 300


def test_one_line_joins_white_space():
    assert one_line("Sở\r\n\u00a0 Nội\tvụ") == "Sở Nội vụ"


places = st.tuples(st.integers(0, 40), st.integers(1, 6)).map(lambda p: (p[0], min(p[0] + p[1], len(TEXT))))


@settings(max_examples=60, deadline=None)
@given(st.lists(places, max_size=25, unique=True), st.sampled_from(["position", "label", "words"]), st.data())
def test_following_changes_gives_the_rows_of_a_list_made_anew(qapp, stretches, order, data):
    state = LayerState.of(len(TEXT), [])
    model, anew = SpanModel(), SpanModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.set_document(TEXT, state, LABELS)
    model.set_order(order)
    for number, (start, end) in enumerate(stretches):
        held = state.spans()
        if held and data.draw(st.booleans()):
            gone = data.draw(st.sampled_from(held))
            state.apply(SpanRemoved(gone))
        state.apply(SpanAdded(span(f"s{number}", start, end, number % 3)))
        if data.draw(st.booleans()):
            model.spans_changed()
    model.spans_changed()
    anew.set_document(TEXT, state, LABELS)
    anew.set_order(order)
    assert rows(model) == rows(anew)
    assert {row.span.uid for row in rows(model) if isinstance(row, SpanRow)} == {
        one.uid for one in state.spans()
    }
    assert all(model.row_of(model.key_at(place)) == place for place in range(model.rowCount()))


def test_the_list_as_in_the_text_is_in_reading_order(model, state):
    state.apply(SpanAdded(span("e", 0, 11, 2)))
    state.apply(SpanRemoved(state.get("c")))
    model.spans_changed()
    assert [row.span for row in rows(model)] == sorted(state.spans(), key=reading_order)


def test_a_holder_that_goes_lifts_only_what_it_held(model, state):
    said = []
    model.dataChanged.connect(lambda first, last: said.append((first.row(), last.row())))
    state.apply(SpanRemoved(state.get("b")))
    model.spans_changed()
    assert [(row.span.uid, row.depth) for row in rows(model)] == [("a", 0), ("c", 1), ("d", 0)]
    assert said == [(1, 2)]
