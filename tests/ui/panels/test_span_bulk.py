"""Relabelling, flagging and removing many spans as one step."""

from __future__ import annotations

import pytest

from annotator.model.changes import LayerState
from annotator.model.document import Document
from annotator.model.label import standard_labels
from annotator.model.span import Span
from annotator.ui.editor.article_view import ArticleView
from annotator.ui.editor.session import LabellingSession
from annotator.ui.panels.span_bulk import SpanBulk

LABELS = standard_labels()
TEXT = "Ông Sáu Được và bà Tư Lành"


class Opened:
    document = Document("d", "c", "Bài", TEXT)
    labels = LABELS

    def __init__(self, spans):
        self.state = LayerState.of(len(TEXT), spans)


@pytest.fixture
def session(qtbot):
    view = ArticleView()
    qtbot.addWidget(view)
    made = LabellingSession(view)
    made.open(
        Opened(
            [
                Span("a", 0, 3, LABELS[0].uid),
                Span("b", 4, 12, LABELS[0].uid),
                Span("c", 4, 12, LABELS[1].uid, flags=("unsure",)),
            ]
        )
    )
    return made


@pytest.fixture
def made(session):
    steps = []
    session.changes_made.connect(lambda changes, summary: steps.append((changes, str(summary))))
    return steps


def labels_of(session):
    return {
        span.uid: LABELS.index(next(each for each in LABELS if each.uid == span.label))
        for span in session.state.spans()
    }


def test_all_get_the_label_in_one_step_but_where_it_is_already(session, made):
    hints = []
    session.hint.connect(hints.append)
    SpanBulk(session).relabel(session.state.spans(), LABELS[1].uid)
    assert labels_of(session) == {"a": 1, "b": 0, "c": 1}
    assert [words for _, words in made] == ["1 span is now position"]
    assert hints == ["1 span relabelled. 1 span stays: these words already have this label."]


def test_two_on_the_same_words_do_not_become_one(session, made):
    SpanBulk(session).relabel(session.state.spans(), LABELS[4].uid)
    assert sorted(labels_of(session).values()) in ([0, 4, 4], [1, 4, 4])
    assert len(made) == 1


def test_all_are_removed_in_one_step(session, made):
    SpanBulk(session).remove(session.state.spans())
    assert session.state.spans() == []
    assert [words for _, words in made] == ["3 spans removed"]


def test_a_flag_is_given_to_those_without_and_taken_when_all_have_it(session, made):
    bulk = SpanBulk(session)
    bulk.flag(session.state.spans(), "unsure")
    assert all(span.flags == ("unsure",) for span in session.state.spans())
    bulk.flag(session.state.spans(), "unsure")
    assert all(span.flags == () for span in session.state.spans())
    bulk.flag(session.state.spans()[:1], "question")
    assert [words for _, words in made] == [
        "2 spans are marked unsure",
        "3 spans are no longer marked unsure",
        "1 span has a question",
    ]


def test_a_layer_for_reading_is_not_changed(session, made):
    session.is_fixed = True
    SpanBulk(session).relabel(session.state.spans(), LABELS[4].uid)
    SpanBulk(session).remove(session.state.spans())
    assert made == []
    assert len(session.state) == 3
