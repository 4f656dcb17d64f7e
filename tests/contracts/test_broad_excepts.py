"""Who catches everything either cleans up and raises it again, or is the border of a thread or process."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]

BORDERS = {
    "annotator/services/intake/child.py: _answer",  # of the child process: the parent must hear of it
    "annotator/services/saving/task.py: attempt",  # of writer, reader and jobs: the thread must go on
    "annotator/services/saving/desk.py: _open",  # of the writer: the window must hear that nothing was opened
}
BROAD = {"Exception", "BaseException"}


def _names(caught: ast.expr | None) -> set[str]:
    if caught is None:
        return {"BaseException"}
    return {node.id for node in ast.walk(caught) if isinstance(node, ast.Name)}


def _cleans_up(handler: ast.ExceptHandler) -> bool:
    """Whether what was caught is always raised again: the last word, and no way out before it."""
    last = handler.body[-1]
    leaves = any(isinstance(node, ast.Return | ast.Continue | ast.Break) for node in ast.walk(handler))
    return isinstance(last, ast.Raise) and last.exc is None and not leaves


def _broad(tree: ast.AST, within: str = "") -> Iterator[tuple[str, ast.ExceptHandler]]:
    """Every handler that catches everything, with the function it stands in."""
    for node in ast.iter_child_nodes(tree):
        name = node.name if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else within
        if isinstance(node, ast.ExceptHandler) and _names(node.type) & BROAD:
            yield name, node
        yield from _broad(node, name)


def _found() -> Iterator[tuple[str, ast.ExceptHandler, str]]:
    for path in sorted((ROOT / "annotator").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "except" in text:
            lines = text.splitlines()
            for name, handler in _broad(ast.parse(text)):
                place = f"{path.relative_to(ROOT).as_posix()}: {name}"
                yield place, handler, lines[handler.lineno - 1]


def test_everything_is_caught_only_to_clean_up_or_at_a_border_that_is_listed() -> None:
    swallowing = {place for place, handler, _ in _found() if not _cleans_up(handler)}
    assert swallowing == BORDERS


def test_a_border_says_why_and_lets_the_end_of_the_program_through() -> None:
    borders = [(handler, line) for place, handler, line in _found() if place in BORDERS]
    assert all("(a border: " in line for _, line in borders)
    assert not [handler for handler, _ in borders if "BaseException" in _names(handler.type)]


def test_nothing_is_suppressed_whatever_it_is() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "annotator").rglob("*.py")]
    assert not [text for text in texts if any(f"suppress({name}" in text for name in BROAD)]
