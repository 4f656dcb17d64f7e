"""Every word a person reads is a literal that translators find, is translated, and is shown as plain text."""

from __future__ import annotations

import ast
import functools
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from string import Formatter

import PySide6
import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "annotator"
SOURCES = sorted(PACKAGE.rglob("*.py"))
WINDOW = [path for path in SOURCES if path.is_relative_to(PACKAGE / "ui")]
TRANSLATIONS = ROOT / "resources" / "translations"
TOOLS = Path(PySide6.__file__).parent


@functools.cache
def _calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


@functools.cache
def _function(call: ast.Call) -> str:
    return ast.unparse(call.func)


def _called(call: ast.Call) -> str:
    return _function(call).split(".")[-1]


_PLACES = {"tr": 0, "QCoreApplication.translate": 1, "say": 0}
"""Functions that translators look for, and which argument of theirs is the source."""


def _spoken_by(call: ast.Call) -> str:
    """The function as `_PLACES` names it; `str.translate` and methods called `say` are something else."""
    name = _function(call)
    return name if name in _PLACES else name.rpartition(".")[2].replace("translate", "").replace("say", "")


def _places(path: Path, calls: list[ast.Call]) -> list[str]:
    return [f"{path.relative_to(ROOT)}:{call.lineno}" for call in calls]


# literal and plain


def _is_literal(call: ast.Call, place: int) -> bool:
    return len(call.args) > place and isinstance(call.args[place], ast.Constant)


def test_translated_strings_are_literals() -> None:
    """A source in a variable is possible only where all sources of its context are marked elsewhere."""
    calls = [(path, call) for path in SOURCES for call in _calls(path)]
    marked = {ast.unparse(call.args[0]) for _, call in calls if _called(call) == "QT_TRANSLATE_NOOP"}
    wrong: list[str] = []
    for path, call in calls:
        place = _PLACES.get(_spoken_by(call))
        if place is not None and not _is_literal(call, place) and ast.unparse(call.args[0]) not in marked:
            wrong += _places(path, [call])
    assert not wrong


def _may_be_markup(call: ast.Call) -> bool:
    if _called(call) == "QLabel":
        return True
    given = ast.unparse(call.args[0]) if call.args else ""
    return _called(call) == "setToolTip" and given != "''" and "plain_tip(" not in given


def test_labels_and_tool_tips_are_made_by_the_parts() -> None:
    """Bare QLabel and setToolTip guess whether a text is HTML; text from data never is."""
    wrong: list[str] = []
    for path in WINDOW:
        if not path.is_relative_to(PACKAGE / "ui" / "parts"):
            wrong += _places(path, [call for call in _calls(path) if _may_be_markup(call)])
    assert not wrong


# sentences below the window


def _templates() -> dict[str, str]:
    """Every template of `say`, with one place where it stands."""
    found: dict[str, str] = {}
    for path in SOURCES:
        for call in _calls(path):
            if _spoken_by(call) == "say" and call.args and isinstance(call.args[0], ast.Constant):
                found[call.args[0].value] = _places(path, [call])[0]
    return found


def test_the_window_sends_nobody_to_a_command() -> None:
    """A command is named by the command line, and by the side of a `Way` that only the command line says."""
    wrong: list[str] = []
    for path in SOURCES:
        calls = _calls(path)
        by_command = {id(call.args[0]) for call in calls if _called(call) == "Way"}
        said = [call for call in calls if _spoken_by(call) in _PLACES and id(call) not in by_command]
        if not path.is_relative_to(PACKAGE / "cli"):
            wrong += _places(path, [call for call in said if any(map(_names_command, call.args))])
    assert not wrong


def _names_command(given: ast.expr) -> bool:
    return isinstance(given, ast.Constant) and bool(re.search("['‘“`]annotator [a-z]", str(given.value)))


def _vietnamese() -> dict[str, str]:
    entries: dict[str, str] = {}
    for file in sorted((TRANSLATIONS / "vi.d").glob("*.json")):
        entries |= json.loads(file.read_text(encoding="utf-8"))
    return entries


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template.replace("|", " ")) if name}


def test_every_sentence_has_its_vietnamese() -> None:
    entries = _vietnamese()
    assert not {place: text for text, place in _templates().items() if not entries.get(text)}


def test_vietnamese_sentences_name_the_same_values() -> None:
    entries = _vietnamese()
    assert not [text for text, vietnamese in entries.items() if not _fields(vietnamese) <= _fields(text)]


# strings of the window


def _messages(file: Path) -> dict[tuple[str, str, str], ET.Element]:
    """Context, source and comment of each living message of a .ts file."""
    found: dict[tuple[str, str, str], ET.Element] = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314  (our own file)
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") in {"obsolete", "vanished"}:
                continue
            name = context.findtext("name", "")
            found[name, message.findtext("source", ""), message.findtext("comment", "")] = message
    return found


def _is_whole(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
    return all(forms)


def _tool(name: str) -> str:
    found = shutil.which(name, path=str(TOOLS)) or shutil.which(name, path=str(TOOLS / "Qt" / "libexec"))
    assert found, f"{name} is part of PySide6-Essentials"
    return found


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A .ts file of all strings that the sources hold now."""
    made = tmp_path_factory.mktemp("ts") / "fresh_vi.ts"
    sources = [str(path) for path in SOURCES if path in WINDOW or path.name == "app.py"]
    command = [_tool("lupdate"), *sources, "-ts", str(made), "-source-language", "en_US", "-silent"]
    subprocess.run(command, check=True, capture_output=True)
    return made


@pytest.mark.parametrize("language", ["vi", "en"])
def test_all_strings_of_the_window_are_translated(fresh: Path, language: str) -> None:
    wanted = _messages(fresh)
    held = _messages(TRANSLATIONS / f"annotator_{language}.ts")
    if language == "en":
        wanted = {key: message for key, message in wanted.items() if message.get("numerus") == "yes"}
    assert not sorted(key for key in wanted if key not in held or not _is_whole(held[key]))


def test_translators_are_shown_every_string() -> None:
    """lupdate passes over calls within f-strings, and over some with reckoning in them, without a word."""
    held = {source for _, source, _ in _messages(TRANSLATIONS / "annotator_vi.ts")}
    wrong: list[str] = []
    for path in WINDOW:
        for call in _calls(path):
            place = {"tr": 0, "QCoreApplication.translate": 1}.get(_spoken_by(call))
            if (
                place is not None
                and _is_literal(call, place)
                and ast.literal_eval(call.args[place]) not in held
            ):
                wrong += _places(path, [call])
    assert not wrong


def test_translations_keep_places_and_plural_marks() -> None:
    wrong = []
    for (_, source, _), message in _messages(TRANSLATIONS / "annotator_vi.ts").items():
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        marks = set(re.findall(r"%\d|%n|\{\w*\}", source))
        wrong += [source for form in forms if set(re.findall(r"%\d|%n|\{\w*\}", form)) != marks]
    assert not wrong


@pytest.mark.parametrize("language", ["vi", "en"])
def test_compiled_translations_are_those_of_the_sources(tmp_path: Path, language: str) -> None:
    made = tmp_path / "made.qm"
    source = TRANSLATIONS / f"annotator_{language}.ts"
    tool = ROOT / "docs" / "tools" / "translations.py"
    command = [sys.executable, str(tool), "--compile", str(source), str(made)]
    subprocess.run(command, check=True, capture_output=True)
    assert made.read_bytes() == source.with_suffix(".qm").read_bytes()
