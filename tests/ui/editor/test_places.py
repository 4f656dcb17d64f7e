"""Positions and places in the column are one and the same, whatever the text holds."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.model.label import Label
from annotator.model.span import Span
from annotator.text import segment
from annotator.ui.editor.flow import Flow
from annotator.ui.editor.metrics import Metrics

TEXTS = {
    "vietnamese": "Đoàn Văn Hùng, Ủy viên Ban Thường vụ Tỉnh ủy, " * 8,
    "decomposed": "Hà\u0309i\u0323 Đa\u0306ng, U\u031by\u0309 vie\u0302n " * 6,
    "emoji": "a👩🏽\u200d🚀b🇻🇳🇻🇳c𝓧𝓨d " * 4,
    "marks": "ab\u00a0c\x00d\teg\x7f",
    "breaks": "a\r\n\r\nb\nc\u2028d\u2029\x0be\x85",
    "one letter": "x",
    "nothing": "",
}
MIXED = "the president محمد علي (Cairo) met السيدة 2023 today"


def _flow(text: str, spans=(), width: float = 240.0, px: int = 17) -> Flow:
    return Flow(text, spans, (), Metrics.of("Inter", px, 1.0), width)


def _caret_positions(text: str) -> list[int]:
    flow_table = _flow(text).paragraphs
    return [
        position
        for position in range(len(text) + 1)
        if segment.grapheme_start(text, position) == position and flow_table.clamp(position) == position
    ]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", TEXTS)
def test_every_caret_position_is_hit_where_it_is_drawn(name):
    flow = _flow(TEXTS[name])
    for position in _caret_positions(TEXTS[name]):
        rect = flow.caret_rect(position)
        assert flow.position_at(rect.x(), rect.center().y()) == position
        first, last = flow.line_range(position)
        assert first <= position <= max(last, position)
        assert flow.caret_position_at(rect.x(), rect.center().y()) == position


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", ["محمد علي في القاهرة", MIXED, "\ufeffa\u200bb\u00adc"])
def test_caret_positions_that_share_a_place_come_back_to_it(text):
    """At a border of directions, and around what has no width, several positions share one place."""
    flow = _flow(text, width=700)
    places = {}
    for position in _caret_positions(text):
        places.setdefault(round(flow.caret_rect(position).x()), set()).add(position)
    words = ("محمد", " (Cai", "السيدة", " 2023", "2023", " today")
    borders = {0, len(MIXED), *(MIXED.index(word) for word in words)}
    for x, positions in places.items():
        hit = flow.position_at(x, flow.caret_rect(0).center().y())
        assert hit in positions or (text == MIXED and positions <= borders)


@pytest.mark.usefixtures("qapp")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("ab \n\r\u2028é👩🏽\u200d\u0301م\x00\ufeff中"), max_size=60), st.data())
def test_any_place_gives_a_position_on_a_grapheme_border(text, data):
    flow = _flow(text, width=90)
    y = data.draw(st.integers(-50, int(flow.height) + 50))
    for position in (flow.position_at(data.draw(st.integers(-50, 300)), y), flow.caret_position_at(40, y)):
        assert 0 <= position <= len(text)
        assert segment.grapheme_start(text, position) == position


@pytest.mark.usefixtures("qapp")
def test_the_hanging_blank_of_a_wrap_is_not_marked():
    text = "Đoàn Văn Hùng, Ủy viên Ban Thường vụ Tỉnh ủy"
    flow = _flow(text, [Span("s", 0, len(text), "l")], width=200)
    paragraph = flow.laid(0)
    assert len(paragraph.lines) > 1
    for line in paragraph.lines:
        (extent,) = line.fragments[0].extents
        assert extent[1] <= line.qline.naturalTextWidth() + 0.01
    assert [line.fragments[0].begins for line in paragraph.lines][:2] == [True, False]
    assert paragraph.lines[-1].fragments[0].ends


@pytest.mark.usefixtures("qapp")
def test_one_span_in_two_directions_has_several_stretches():
    start = MIXED.index("president")
    end = MIXED.index("(Cai") + 4
    flow = _flow(MIXED, [Span("s", start, end - 8, "l")], width=700)
    extents = flow.laid(0).lines[0].fragments[0].extents
    assert len(extents) >= 1
    assert all(left < right for left, right in extents)


@pytest.mark.usefixtures("qapp")
def test_a_span_over_paragraphs_is_drawn_on_each():
    text = "Phó Chủ tịch\r\n\r\nHội đồng"
    flow = _flow(text, [Span("s", 0, len(text), "l")])
    shown = [[len(line.fragments) for line in flow.laid(index).lines] for index in range(3)]
    assert shown == [[1], [0], [1]]


@pytest.mark.usefixtures("qapp")
def test_rows_are_capped_and_the_rest_counted():
    text = "các từ ở đây"
    flow = _flow(text, [Span(f"s{number}", 0, 6, "l") for number in range(2000)])
    line = flow.laid(0).lines[0]
    assert line.rows == 6
    assert len(line.hidden) == 1994
    assert line.bottom < 200


@pytest.mark.usefixtures("qapp")
def test_every_span_of_a_stack_can_be_pointed_at():
    text = "Ban Thường vụ Tỉnh ủy"
    spans = [Span(f"s{number}", 0, len(text), f"l{number}") for number in range(4)]
    flow = _flow(text, spans, width=400)
    line = flow.laid(0).lines[0]
    found = set()
    for row in range(4):
        y = flow.top(0) + line.text_bottom + flow.metrics.rail_drop + row * flow.metrics.lane + 4
        found.add(flow.rail_at(5, y).uid)
    assert found == {span.uid for span in spans}
    assert flow.stack_at(5, flow.caret_rect(2).center().y())[0].uid == "s0"


@pytest.mark.usefixtures("qapp")
def test_heights_become_exact_and_layouts_are_dropped_again():
    text = "Một câu vừa phải dài để đo. " * 30_000
    flow = _flow(text, width=720)
    for index in range(len(flow.paragraphs)):
        flow.laid(index)
    assert sum(flow.is_laid(index) for index in range(len(flow.paragraphs))) < len(flow.paragraphs)
    exact = flow.height
    flow.laid(0)
    assert flow.height == exact


@pytest.mark.usefixtures("qapp")
def test_other_names_of_labels_are_taken_at_once():
    text = "Ban Thường vụ Tỉnh ủy"
    flow = Flow(text, [Span("s", 0, 5, "l")], (), Metrics.of("Inter", 17, 1.0), 400)
    shown = [flow.laid(0).lines[0].fragments[0].caption.text]
    flow.set_labels((Label("l", "tổ chức", "#057836"),))
    shown.append(flow.laid(0).lines[0].fragments[0].caption.text)
    assert shown == ["…", "tổ chức"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", ["עברית hội cá Trần Văn", "hội cá עברית Trần Văn"])
def test_the_first_letter_against_the_direction_is_as_wide_as_it_is_drawn(text):
    flow = _flow(text, width=700)
    for position in range(len(text)):
        rect = flow.rect_of(position, position + 1)
        assert rect.width() > 3
        near = flow.position_at(rect.center().x(), rect.center().y())
        assert near in (position, position + 1)
