"""The search led by coverage: its inputs are cases, what is at fault is kept, and it says when it cannot run.

That it finds anything is a matter of hours and of atheris, which no run of the suite has.
"""

from __future__ import annotations

import importlib.util
from itertools import count
from types import SimpleNamespace

import pytest

from tests.reliability import guided
from tests.reliability.guided_child import LEADS, OF_LIBRARIES
from tests.reliability.guided_inputs import HEADER, Inputs, Judge
from tests.reliability.judging import LABEL_SET, LIBRARY, PACKAGE, Case


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def reversed_blindly(data, longest):
    return data[::-1][:longest]


@pytest.mark.parametrize("reader", ["brat", "txt", PACKAGE, LABEL_SET, LIBRARY])
def test_it_begins_with_the_sound_files(place, reader):
    inputs = Inputs(reader, place)
    for data in inputs.begin():
        case = inputs.case(data)
        assert case.reader == reader
        assert data[HEADER:] in (case.data, *case.beside.values())
        assert case == Case(reader, case.name, case.data, case.beside)
        assert len(data) <= inputs.longest()


def test_an_input_is_altered_in_the_same_way_by_the_same_seed(place):
    inputs = Inputs("brat", place)
    sound = inputs.begin()[0]
    made = [inputs.altered(sound, 500, seed, reversed_blindly) for seed in range(200)]
    assert made == [inputs.altered(sound, 500, seed, reversed_blindly) for seed in range(200)]
    assert len(set(made)) > 100
    assert max(map(len, made)) <= 500


def test_whatever_the_bytes_are_they_stand_for_a_case(place):
    inputs = Inputs("brat", place)
    cases = [inputs.case(bytes((byte,)) * length) for byte in range(256) for length in (0, 1, 2, 3, 9)]
    assert {each.reader for each in cases} == {"brat", "auto"}
    assert {each.inspects for each in cases} == {True, False}
    assert len({each.choice for each in cases}) > 4


def test_a_library_that_no_statement_runs_on_is_altered_all_the_same(place):
    inputs = Inputs(LIBRARY, place)
    made = {inputs.altered(b"\0\0\0no library", 10**6, seed, reversed_blindly) for seed in range(40)}
    assert len(made) > 10


def test_what_is_at_fault_is_kept_and_the_search_goes_on(place, tmp_path, monkeypatch):
    monkeypatch.setattr("annotator.formats.articles.txt.read", lambda source, options, notices: 1 / 0)
    inputs = Inputs("txt", place)
    judge = Judge(inputs, place, tmp_path / "found", tmp_path / "tally-1.json")
    for data in inputs.begin()[:3]:
        judge.judge(data)
    kept = list((tmp_path / "found").glob("txt/*/FAULT"))
    assert len(kept) == 1
    assert "ZeroDivisionError" in kept[0].read_text()
    assert guided.tally_of(tmp_path)["tried"]["txt"] == 1  # the others are told a second later


def test_what_a_process_died_of_is_kept_and_another_one_begins(tmp_path, monkeypatch):
    begun = []

    def ended(command, log, seconds):
        begun.append(command)
        if len(begun) < 3:
            (tmp_path / "txt" / f"left-crash-{len(begun)}").write_bytes(b"\0\0\0An")
        return "died -11"

    monkeypatch.setattr(guided, "_ended", ended)
    monkeypatch.setattr(guided, "_SHORTEST", 0.0)
    monkeypatch.setattr(guided, "time", SimpleNamespace(monotonic=count().__next__))
    searched = guided.search("txt", tmp_path, 6)
    assert len(begun) == 5
    assert searched.found == 3  # the later ones died in one way, at nobody knows what
    kept = [path.read_bytes() for path in tmp_path.glob("txt/found/txt/*/*") if path.name != "FAULT"]
    assert sorted(kept) == [b"", b"An", b"An"]


@pytest.mark.parametrize("module", (*LEADS, *OF_LIBRARIES))
def test_what_leads_the_search_is_there(module):
    assert importlib.util.find_spec(module)


def test_without_atheris_it_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr("sys.argv", ["guided", "--found", str(tmp_path / "found")])
    assert guided.main() == 2
    assert capsys.readouterr().err.startswith("atheris is not installed")
    assert not (tmp_path / "found").exists()
