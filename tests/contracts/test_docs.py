"""The papers say what the program does, completely."""

from __future__ import annotations

import argparse
import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.cli import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "docs" / "manual"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def _read(*names: str) -> str:
    return ROOT.joinpath(*names).read_text(encoding="utf-8")


def _tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _parsers(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    yield "", parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, child in action.choices.items():
                yield from ((f"{name} {rest}".strip(), found) for rest, found in _parsers(child))


def test_every_command_and_option_is_in_the_manual() -> None:
    from annotator.cli.main import build_parser

    page = _read("docs", "manual", "command-line.md")
    missing: list[str] = []
    for name, parser in _parsers(build_parser(str)):
        missing += [name] if name and name.split()[-1] not in page else []
        for action in parser._actions:
            options = [option for option in action.option_strings if option.startswith("--")]
            missing += [f"{name} {option}" for option in options if option not in page]
    assert not missing
    assert set(COMMANDS) <= set(re.findall(r"[\w-]+", page))


def test_every_action_and_its_keys_are_in_the_manual() -> None:
    keys = _tool("keys")
    head, mark, tail = _read("docs", "manual", "keys.md").partition(keys.MARK + "\n")
    assert mark, "the page keeps its mark"
    assert "Ctrl+K" in head
    assert tail == keys.tables(), "run docs/tools/keys.py"


def _names(section: str) -> list[str]:
    """What stands in the second column of the tables of formats in a section of the page."""
    page = _read("docs", "manual", "import-export.md").partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    tables = re.findall(r"^\| format \| name \|.*\n\|---.*\n((?:\|.*\n)+)", page, re.MULTILINE)
    cells = [row.split("|")[2] for table in tables for row in table.splitlines()]
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


def test_the_manual_names_exactly_the_formats_there_are() -> None:
    from annotator.formats import registry

    assert set(_names("Getting articles in")) == set(registry.READABLE)
    assert set(_names("Getting training data out")) == set(registry.WRITABLE)


def test_the_help_names_exactly_the_formats_there_are() -> None:
    from annotator.cli.main import build_parser
    from annotator.formats import registry

    parsers = dict(_parsers(build_parser(str)))
    for command, expected in (
        ("import", (registry.AUTO, *registry.READABLE)),
        ("export", registry.WRITABLE),
        ("recipes save", registry.WRITABLE),
    ):
        told = re.search(r"--format \{([^}]*)\}", re.sub(r"\s+", " ", parsers[command].format_help()))
        assert told is not None
        assert tuple(name.strip() for name in told.group(1).split(",")) == expected


def test_the_test_command_of_the_readme_is_that_of_the_checks() -> None:
    commands = re.findall(r"^python3 -m venv .*$", _read("README.md"), re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith("main.py")
    assert f"test_command='{commands[1]}'" in _read(".ci", "run")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert not [target for target in targets if not (page.parent / target).exists()]


def test_every_package_of_the_annotator_is_in_the_picture_of_the_house() -> None:
    page = _read("docs", "architecture.md")
    rooms = [path.name for path in (ROOT / "annotator").iterdir() if (path / "__init__.py").exists()]
    assert not [room for room in rooms if f"annotator/{room}/" not in page]


def test_every_decision_is_in_the_index() -> None:
    index = _read("docs", "decisions", "README.md")
    records = [path.name for path in (ROOT / "docs" / "decisions").glob("0*.md")]
    assert not [name for name in records if f"]({name})" not in index]
