"""Tool tips show data as plain text."""

from __future__ import annotations

import pytest

from annotator.model.label import Label
from annotator.model.span import Span
from annotator.ui.editor.captions import Captions
from annotator.ui.editor.tips import span_tip
from annotator.ui.fonts import interface

LABELS = {"a": Label("a", "<b>tổ chức</b>", "#057836", short="tc")}


def test_names_words_and_notes_are_escaped():
    text = "x <script>alert(1)</script> & mehr"
    tip = span_tip(text, [Span("s", 2, 27, "a", note="1 < 2", flags=("unsure",))], LABELS)
    assert "&lt;b&gt;tổ chức" in tip
    assert "&lt;script&gt;" in tip
    assert "1 &lt; 2" in tip
    assert "(unsure)" in tip
    assert "<script>" not in tip


def test_many_spans_are_counted():
    tip = span_tip("abc", [Span(f"s{number}", 0, 3, "gone") for number in range(40)], LABELS)
    assert "and 28 more" in tip
    assert span_tip("abc", [], LABELS) == ""


@pytest.mark.usefixtures("qapp")
def test_names_shrink_to_what_fits():
    captions = Captions(
        [Label("o", "organization", "#057836"), Label("t", "tổ chức", "#057836", short="TC")], interface(11)
    )
    span = Span("s", 0, 3, "o")
    full = captions.full(span, is_continuation=False)
    assert full.text == "organization"
    assert captions.fit(span, full.width).text == "organization"
    assert captions.fit(span, full.width - 1).text == "org"
    assert captions.fit(span, 9).text == "o"
    assert captions.fit(span, 2) is None
    assert captions.fit(Span("s", 0, 3, "t"), 20).text == "TC"
    assert captions.fit(Span("s", 0, 3, "o", flags=("unsure",)), 200).text == "organization ?"
    assert captions.fit_continuation(span, 200).text == "…organization"
    assert captions.fit(Span("s", 0, 3, "unknown"), 200).text == "…"
