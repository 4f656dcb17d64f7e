"""Every fault has its row, and every test that a row names is there and is run."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.reliability.disks import RIGHTS
from tests.reliability.environment import TRIALS

ROOT: Final = Path(__file__).resolve().parents[2]
_ROWS: Final = 71
_NAMED: Final = re.compile(r"`([\w/]+\.py)::(\w+)`")
_WHY_NOT: Final = "Not tried "


def _rows() -> list[list[str]]:
    text = (ROOT / "docs" / "fault-matrix.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if re.match(r"\| *\d+ *\|", line)]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


@cache
def _functions(path: str) -> frozenset[str]:
    """All functions of a test file, those in classes too."""
    tree = ast.parse((ROOT / "tests" / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _called(path: str) -> str:
    """The name under which the functions of a file are tried."""
    return "trial" if path.split("/")[-1] in ("disks.py", "surroundings.py", "company.py") else "function"


def test_every_fault_has_its_row():
    assert [row[0] for row in _rows()] == [str(number) for number in range(1, _ROWS + 1)]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_a_row_says_what_must_be_true_and_where_it_is_tried(row: list[str]):
    assert len(row) == 4, "a row has four cells"
    assert all(row)
    named = _NAMED.findall(row[3])
    assert named or row[3].startswith(_WHY_NOT), "no test and no reason why not"
    assert not _NAMED.sub("", row[3]).split(_WHY_NOT)[0].strip(), "words that are neither"
    missing = [f"{path}::{name}" for path, name in named if name not in _functions(path)]
    assert not missing


def test_every_trial_that_is_named_is_one_that_is_run():
    trials = {trial.name for trial in TRIALS} | {each.__name__ for each in RIGHTS}
    named = {name for row in _rows() for path, name in _NAMED.findall(row[3]) if _called(path) == "trial"}
    assert named <= trials
    assert {trial.name for trial in TRIALS} - named <= {"rights"}, "a trial that no row names"


def test_a_test_that_is_not_there_would_be_noticed():
    assert "test_every_fault_has_its_row" in _functions("contracts/test_fault_matrix.py")
    assert "test_of_nothing" not in _functions("contracts/test_fault_matrix.py")
