"""What the code may not do or grow to."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "annotator").rglob("*.py"))

NETWORK = {
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
    "aiohttp",
    "asyncio",
    "ftplib",
    "http.client",
    "http.server",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socketserver",
    "ssl",
    "urllib.request",
    "urllib3",
    "xmlrpc",
}
UNSAFE_MODULES = {"pickle", "cPickle", "marshal", "shelve", "dill", "joblib", "yaml"}
UNSAFE_CALLS = {"eval", "exec", "compile", "os.system", "os.popen"}
_ENDINGS = {name.rpartition(".")[2] for name in UNSAFE_CALLS}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _imported(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_of(module: str, family: set[str]) -> bool:
    return any(module == name or module.startswith(name + ".") for name in family)


def _docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    if ast.get_docstring(node) is None or first.end_lineno is None:
        return 0
    return first.end_lineno - first.lineno + 1


def _unsafe(node: ast.Call) -> str:
    """The unsafe function that is called; only what ends as one does is looked at wholly."""
    ending = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    called = ast.unparse(node.func) if ending in _ENDINGS else ""
    return called if called in UNSAFE_CALLS else ""


def _faults(text: str) -> list[str]:
    nodes = list(ast.walk(ast.parse(text)))
    faults = [f"imports {module}" for module in _imported(nodes) if _is_of(module, NETWORK | UNSAFE_MODULES)]
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            length = node.end_lineno - node.lineno + 1 - _docstring_lines(node)
            if length > 60:
                faults.append(f"line {node.lineno}: {node.name} has {length} lines")
        if isinstance(node, ast.Call):
            if called := _unsafe(node):
                faults.append(f"line {node.lineno}: calls {called}")
            if any(key.arg == "shell" and ast.unparse(key.value) != "False" for key in node.keywords):
                faults.append(f"line {node.lineno}: runs a shell")
    if len(text.splitlines()) > 1000:
        faults.append("more than 1,000 lines")
    return faults


def test_modules_keep_the_house_rules() -> None:
    assert len(SOURCES) > 500
    found = {_name(path): _faults(path.read_text(encoding="utf-8")) for path in SOURCES}
    assert not {name: faults for name, faults in found.items() if faults}


@pytest.mark.parametrize(
    "source",
    [
        "import pickle",
        "from urllib.request import urlopen",
        "eval('1')",
        "os.system('ls')",
        "run('ls', shell=True)",
        "\n" * 1001,
        "def long():\n" + "    pass\n" * 61,
    ],
)
def test_what_is_against_the_rules_is_found(source: str) -> None:
    assert _faults(source)


def test_no_machine_is_named() -> None:
    places = ("/home/", "/root/", "C:\\Users")
    texts = {_name(path): path.read_text(encoding="utf-8") for path in SOURCES}
    assert not [name for name, text in texts.items() if any(place in text for place in places)]


def test_no_attic_is_opened() -> None:
    attics = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
    assert not [_name(path) for path in SOURCES if path.stem in attics or path.parent.name in attics]
