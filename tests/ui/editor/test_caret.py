"""Pressing one key again and again leads to the end of the text, whatever it is made of."""

from __future__ import annotations

import pytest

from annotator.ui.editor.caret import CaretMove, Step, moved
from annotator.ui.editor.flow import Flow
from annotator.ui.editor.metrics import Metrics

TEXTS = {
    "one endless word": "x" * 3500,
    "one endless line": "Đoàn Văn Hùng, Ủy viên Ban Thường vụ Tỉnh ủy. " * 80,
    "right to left": "محمد علي في القاهرة " * 40,
    "right to left, several paragraphs": "محمد علي\n\nabc في\n(abc)\f\fالقاهرة\u2028 12\n",
    "both directions": "abc\n" + ("محمد علي abc " * 15 + "\n" + "abc محمد\n\n") * 2,
    "wide": "中村" * 600,
    "many breaks": "a\r\n\r\nb\x0b\x0c\u2028c\u2029\x85\n\n",
}


def _walk(flow: Flow, step: Step, *, forward: bool) -> int:
    position, x = (0, None) if forward else (len(flow.text), None)
    for _ in range(2 * len(flow.text) + 5):
        goal = moved(flow, position, CaretMove(step, forward), x, 600.0)
        if goal.position == position:
            break
        position, x = goal.position, goal.x
    return position


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("forward", [True, False])
@pytest.mark.parametrize(
    "step", [Step.WORD, Step.SENTENCE, Step.PARAGRAPH, Step.LINE, Step.PAGE, Step.CHARACTER]
)
@pytest.mark.parametrize("name", TEXTS)
def test_no_key_gets_stuck(name, step, forward):
    if step is Step.CHARACTER and name.startswith("right to left"):
        pytest.skip("rightwards is backwards here: the end of the text is at the left")
    flow = Flow(TEXTS[name], (), (), Metrics.of("Inter", 17, 1.0), 720)
    assert _walk(flow, step, forward=forward) == (len(TEXTS[name]) if forward else 0)


@pytest.mark.usefixtures("qapp")
def test_leftwards_leads_through_a_text_that_runs_to_the_left():
    flow = Flow(TEXTS["right to left"], (), (), Metrics.of("Inter", 17, 1.0), 720)
    position = 0
    for _ in range(len(flow.text)):
        position = moved(flow, position, CaretMove(Step.CHARACTER, forward=False), None, 600.0).position
    assert position == len(flow.text)


@pytest.mark.usefixtures("qapp")
def test_leftwards_leads_from_paragraph_to_paragraph_where_the_text_runs_to_the_left():
    flow = Flow("محمد\n\n(علي", (), (), Metrics.of("Inter", 17, 1.0), 720)
    seen = [0]
    for _ in range(len(flow.text)):
        seen.append(moved(flow, seen[-1], CaretMove(Step.CHARACTER, forward=False), None, 600.0).position)
    assert seen == list(range(len(flow.text) + 1))
    for there in reversed(seen[:-1]):
        back = moved(flow, there + 1, CaretMove(Step.CHARACTER, forward=True), None, 600.0).position
        assert back == there


@pytest.mark.usefixtures("qapp")
def test_the_ends_of_a_wrapped_line():
    flow = Flow(TEXTS["one endless line"], (), (), Metrics.of("Inter", 17, 1.0), 400)
    second = flow.laid(0).lines[1]
    home = moved(flow, second.start + 5, CaretMove(Step.LINE_EDGE, forward=False), None, 0).position
    end = moved(flow, second.start + 5, CaretMove(Step.LINE_EDGE, forward=True), None, 0).position
    assert (home, end) == (second.start, second.end - 1)
    assert flow.caret_rect(end).y() == flow.caret_rect(home).y()
