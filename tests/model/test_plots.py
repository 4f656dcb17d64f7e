"""Plots are sound files with every number in them; tables leave as CSV that computes nothing."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.plain_table import PlainTable, as_csv, no_formula
from annotator.model.plots import Bar, HeatRow, as_svg, bars, columns, heat, key_at

COLOURS = dict.fromkeys(("page", "text", "text2", "muted", "pressed", "sunken"), "#112233")
words = st.text(max_size=20)
rows = st.lists(
    st.builds(Bar, words, st.floats(0, 1e9), st.integers(0, 10**9).map(str)), min_size=1, max_size=20
)


def _said(svg):
    root = ET.fromstring(svg)  # noqa: S314  (our own file)
    return [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]


@given(rows)
def test_bars_say_every_number_and_are_sound_xml(bars_of):
    said = _said(as_svg(bars("Số <vùng> & nhãn", bars_of), COLOURS))
    assert said[0] == "Số <vùng> & nhãn"
    assert said[2::2] == [row.shown for row in bars_of]


@given(rows)
def test_columns_and_heat_stay_within_their_width(bars_of):
    standing = columns("", bars_of)
    assert all(0 <= shape.x <= standing.width for shape in standing.shapes)
    strip = heat("", [HeatRow(row.name, row.shown, {0: row.value}) for row in bars_of], ["", "1"])
    assert all(0 <= shape.x <= strip.width for shape in strip.shapes)


def test_what_is_clicked_is_known_by_its_key():
    lying = bars("", [Bar("a", 1, "1", key="A"), Bar("b", 0, "0", key="B")])
    assert [key_at(lying, 5, y) for y in (5, 40, 999)] == ["A", "B", ""]
    standing = columns("", [Bar("a", 1, "1", key="A"), Bar("b", 0, "0", key="B")])
    assert [key_at(standing, x, 3) for x in (5, 70)] == ["A", "B"]
    strip = heat("", [HeatRow("Mon", "1", {1: 5.0}, "0")], ["0", "", ""])
    cell = next(shape for shape in strip.shapes if getattr(shape, "key", ""))
    assert key_at(strip, cell.x + 2, cell.y + 2) == "0-1"
    assert b'fill-opacity="0"' not in as_svg(lying, COLOURS)


def test_a_longer_bar_stands_for_more():
    boxes = [
        shape
        for shape in bars("", [Bar("a", 1, "1"), Bar("b", 4, "4")]).shapes
        if getattr(shape, "colour", "") == "text2"
    ]
    assert boxes[1].width == 4 * boxes[0].width


@given(st.lists(st.tuples(st.text(max_size=8), st.integers()), max_size=5))
def test_a_table_comes_back_from_its_csv(content):
    table = PlainTable(("Words", "Spans"), tuple(content))
    data = as_csv([table])
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert read[0] == ["Words", "Spans"]
    assert [(no_formula(cell), str(number)) for cell, number in content] == [tuple(row) for row in read[1:]]


def test_tables_of_one_file_are_parted_by_an_empty_line():
    data = as_csv([PlainTable(("a",), ((1,),)), PlainTable(("b",), ())])
    assert data.decode("utf-8-sig").split("\r\n") == ["a", "1", "", "b", ""]


def test_formulas_are_words():
    assert no_formula("=1+1") == "'=1+1"
    assert no_formula("Tỉnh ủy") == "Tỉnh ủy"
