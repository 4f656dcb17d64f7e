"""Tables for spreadsheets hold no formula, and it is known how many cells were kept from being one."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.plain_table import PlainTable, as_csv, guarded_in, no_formula

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


@pytest.mark.parametrize("sign", SIGNS)
def test_what_a_spreadsheet_would_reckon_gets_an_apostrophe(sign: str) -> None:
    assert no_formula(f"{sign}cmd|' /C calc'!A0") == f"'{sign}cmd|' /C calc'!A0"


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), max_size=8))
def test_no_cell_begins_like_a_formula_and_those_guarded_are_counted(rows: list[tuple[str, str]]) -> None:
    table = as_csv([PlainTable(("=head", "words"), tuple(rows))]).decode("utf-8-sig", "surrogatepass")
    cells = [cell for row in csv.reader(io.StringIO(table, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(SIGNS)]
    made = 1 + sum(cell.startswith(SIGNS) for row in rows for cell in row)
    theirs = sum(cell[:1] == "'" and cell[1:].startswith(SIGNS) for row in rows for cell in row)
    assert guarded_in(table) == made + theirs
