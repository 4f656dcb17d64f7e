"""What runs code out of data is never used: no pickles, no evaluation, no shell, no bare parser of XML."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = {
    "pickle",
    "cPickle",
    "joblib",
    "marshal",
    "shelve",
    "dill",
    "cloudpickle",
    "torch",
    "yaml",
    "tarfile",
}
CALLS = {"eval", "exec", "extractall", "system", "popen", "literal_eval", "from_disk"}
PARSERS = {"fromstring", "XML", "XMLParser"}
"""Of XML; `formats/xml.py` is the one place that parses it."""


def found_in(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {each.name.partition(".")[0] for each in node.names} & MODULES
        elif isinstance(node, ast.ImportFrom):
            found |= {(node.module or "").partition(".")[0]} & MODULES
            found |= {each.name for each in node.names} & PARSERS
        elif isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in CALLS and not _is_of_qt(node.func):
                found.add(name)
            found |= {"shell" for each in node.keywords if each.arg == "shell"}
    return found


def _is_of_qt(called: ast.expr) -> bool:
    name = ast.unparse(called)
    return name == "QLocale.system" or (name.endswith(".exec") and isinstance(called, ast.Attribute))


def test_nothing_that_runs_data_is_used():
    files = sorted((ROOT / "annotator").rglob("*.py"))
    found = {str(path): words for path in files if (words := found_in(path.read_text(encoding="utf-8")))}
    assert len(files) > 500
    assert found == {}


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("import pickle", "pickle"),
        ("from yaml import load", "yaml"),
        ("eval('1')", "eval"),
        ("archive.extractall()", "extractall"),
        ("run('x', shell=True)", "shell"),
        ("from xml.etree.ElementTree import fromstring", "fromstring"),
    ],
)
def test_each_would_be_found(source, word):
    assert found_in(source) == {word}
