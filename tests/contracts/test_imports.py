"""The layers of docs/architecture.md hold, and what must stay out of the start stays out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

_LOADED_BY = """
import importlib, json, pkgutil, sys
for name in {roots!r}:
    root = importlib.import_module(name)
    for module in pkgutil.walk_packages(getattr(root, "__path__", []), name + "."):
        importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""


def _modules_loaded_by(*roots: str) -> set[str]:
    """Names of all modules that are loaded after importing these packages wholly, in a fresh process."""
    command = [sys.executable, "-c", _LOADED_BY.format(roots=roots)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    answer = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT)
    return set(answer.stdout.translate(str.maketrans("", "", '[]"\n')).split(", "))


def test_imports_go_downward() -> None:
    program = "from importlinter.cli import lint_imports_command as c; c(['--no-cache'])"
    command = [sys.executable, "-c", program]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_window_modules_need_neither_sql_nor_services() -> None:
    loaded = _modules_loaded_by("annotator.ui")
    assert "PySide6.QtWidgets" in loaded
    slow = {"sqlalchemy", "sqlite3", "trafilatura", "lxml", "pypdf", "charset_normalizer", "numpy"}
    assert not loaded & slow
    below = ("annotator.services", "annotator.storage", "annotator.formats")
    assert not [name for name in loaded if name.startswith(below)]


@pytest.mark.parametrize("package", ["cli", "services", "formats", "text"])
def test_qt_is_not_needed_without_a_window(package: str) -> None:
    loaded = _modules_loaded_by(f"annotator.{package}")
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6"))]
