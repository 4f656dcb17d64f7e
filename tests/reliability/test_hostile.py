"""Hostile files, as many as there is time for in each run of the suite."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from annotator.errors import FormatError
from annotator.formats import registry
from annotator.messages import say
from tests.reliability import hostile, judging
from tests.reliability.figures import Scale
from tests.reliability.judging import Case, judged
from tests.reliability.seeds import ROOT


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    return hostile.run(Scale.SHORT, tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize("number", range(4), ids=["made", "kept", "altered", "alone"])
def test_hostile_files_do_no_harm(figures, number):
    assert figures[number].holds, figures[number]


READERS = {
    "crashes": lambda: 1 / 0,
    "says nothing": lambda: refuse("no"),
    "speaks to the terminal": lambda: refuse("{file}: \x1b[31m is red."),
}


def refuse(words):
    raise FormatError(say(words, file="a"))


@pytest.mark.parametrize("fault", READERS)
def test_a_reader_at_fault_is_found(tmp_path, monkeypatch, fault):
    """Teeth: what is looked for is found where it is planted."""

    def read(source, options, notices):
        yield READERS[fault]()

    monkeypatch.setattr("annotator.formats.articles.txt.read", read)
    assert registry.reader_for(tmp_path, "txt")[1] is read
    assert judged(Case("txt", "a.txt", b"An"), tmp_path).fault


def test_a_reader_without_an_end_is_found(tmp_path, monkeypatch):
    def read(source, options, notices):
        while True:
            pass

    monkeypatch.setattr("annotator.formats.articles.txt.read", read)
    monkeypatch.setattr(judging, "LONGEST", 0.2)
    assert "takes over" in judged(Case("txt", "a.txt", b"An"), tmp_path).fault


AT_FAULT = """
import sys
from pathlib import Path
from annotator.formats.articles import txt
from tests.reliability import watched

def read(source, options, notices):
    yield eval(source.path.read_text())

txt.read = read
watched.main(Path(sys.argv[1]))
"""

FAULTS = {
    "open": "open('/etc/hosts')",
    "socket.getaddrinfo": "__import__('socket').getaddrinfo('localhost', 9)",
    "pickle.find_class": "__import__('pickle').loads(b'cos\\ngetpid\\n(tR.')",
    "subprocess.Popen": "__import__('subprocess').run(['true'])",
}


def test_a_reader_that_does_more_than_read_is_found(tmp_path):
    """Teeth of the watched process."""
    files = [tmp_path / f"{event}.txt" for event in FAULTS]
    for file, fault in zip(files, FAULTS.values(), strict=True):
        file.write_text(fault)
    (tmp_path / "orders").write_text("\n".join(f"txt\t{file}" for file in files))
    command = [sys.executable, "-c", AT_FAULT, str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert [each.split()[0] for each in json.loads(ended.stdout)] == [*FAULTS]
