"""What every test owes: it asserts something, itself or through a function that does."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS = Path(__file__).resolve().parents[1]
ASSERTING = {"raises", "warns", "fail", "waitUntil", "waitSignal", "waitSignals", "assertNotEmitted"}
"""What of pytest and pytest-qt fails when something does not come about."""

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def _called(function: _Function) -> set[str]:
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return {call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls}


def _asserts(function: _Function) -> bool:
    return any(isinstance(node, ast.Assert) for node in ast.walk(function))


def _functions() -> Iterator[tuple[Path, _Function]]:
    for path in sorted(TESTS.rglob("*.py")):
        yield from ((path, each) for each in _within(ast.parse(path.read_text(encoding="utf-8"))))


def _within(node: ast.AST) -> Iterator[_Function]:
    """The functions among the statements of a node, however deep; expressions, most of a tree, have none."""
    for block in ("body", "orelse", "finalbody", "handlers", "cases"):
        below = getattr(node, block, ())
        for each in below if isinstance(below, list) else ():
            if isinstance(each, _Function):
                yield each
            yield from _within(each)


def test_every_test_asserts() -> None:
    functions = list(_functions())
    known = ASSERTING | {node.name for _, node in functions if not _is_test(node) and _asserts(node)}
    bare = [
        f"{path.relative_to(TESTS)}:{node.lineno}: {node.name}"
        for path, node in functions
        if _is_test(node) and not _asserts(node) and not _called(node) & known
    ]
    assert bare == []
    assert sum(_is_test(node) for _, node in functions) > 1000


def _is_test(function: _Function) -> bool:
    return function.name.startswith("test_")
