"""Pipes, sockets and devices where a file is read: said to be none, and nobody waits for them."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError, EnvironmentProblem
from annotator.exchange import package_reading
from annotator.files import no_file
from annotator.formats.base import Notices, ReadOptions, Source
from annotator.formats.registry import reader_for
from annotator.model.reading import ReadingChoice
from annotator.services.library import open_library
from annotator.services.safety.backups import Backups
from annotator.ui.settings.key_file import read_keys

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are not tried: this system has none"),
    pytest.mark.timeout(30),
]
PIPE = "is a named pipe and no file. Save what comes out of it as a file, and name that."


@pytest.fixture
def pipe(tmp_path):
    path = tmp_path / "pipe.jsonl"
    os.mkfifo(path)
    return str(path)


def refusals(library, *paths):
    result = library.importing.import_paths(list(paths), "Kho")
    assert (result.documents_added, [each.accepted for each in result.files]) == (0, [False] * len(paths))
    return [str(message) for each in result.files for message in each.messages]


def test_what_they_are_is_said(tmp_path, monkeypatch, pipe):
    monkeypatch.chdir(tmp_path)  # the names of sockets are short
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("talk")
        assert (
            str(no_file(Path("talk"), "talk"))
            == "talk is a socket and no file: nothing is kept in it. Name a file."
        )
    assert str(no_file(Path(pipe), "it")) == f"it {PIPE}"
    assert str(no_file(Path(os.devnull), "it")).startswith("it is a device and no file.")
    Path("link").symlink_to(pipe)
    assert no_file(Path("link"), "link")
    for none in (tmp_path, Path("gone"), Path(__file__)):
        assert no_file(none, "it") is None


def test_none_is_imported_however_it_is_asked_for(library, pipe):
    assert refusals(library, pipe, os.devnull) == [
        f"{pipe} {PIPE}",
        f"{os.devnull} is a device and no file. Copy what you need of it to a file, and name that.",
    ]
    result = library.importing.import_paths([pipe], "Kho", dry_run=True, choice=ReadingChoice("tcvn3"))
    assert not result.files[0].accepted
    for choice in (ReadingChoice(), ReadingChoice("tcvn3")):
        (seen,) = library.importing.preview([pipe], "Kho", choices={pipe: choice})
        assert [str(each) for each in seen.problems] == [f"{pipe} {PIPE}"]


def test_in_a_folder_they_are_left_out(library, pipe):
    folder = Path(pipe).parent
    (folder / "a.txt").write_text("An.")
    result = library.importing.import_paths([str(folder)], "Kho")
    assert result.documents_added == 1
    assert pipe in result.left_out


@pytest.mark.parametrize(
    ("file", "data", "beside", "is_read"),
    [
        ("a.ann", b"T1\tx 0 2\tAn\n", "a.txt", False),
        ("a.ann", b"", "annotation.conf", True),
        ("a.ann", b"", "documents.json", True),
        ("a.xmi", b"", "TypeSystem.xml", True),
        ("a.xmi", b"", "b-typesystem.xml", True),
        ("a.jsonl", b'{"tokens": ["An"], "ner_tags": ["O"]}\n', "dataset_info.json", True),
    ],
)
def test_nobody_waits_for_one_beside_a_file(tmp_path, file, data, beside, is_read):
    os.mkfifo(tmp_path / beside)
    if beside != "a.txt":
        (tmp_path / "a.txt").write_text("An")
    (tmp_path / file).write_bytes(data)
    name, reader = reader_for(tmp_path / file, {"a.xmi": "uima-xmi"}.get(file, "auto"), name=file)
    try:
        found = list(reader(Source(tmp_path / file, file), ReadOptions(), Notices()))
    except AnnotatorError as error:
        assert name == "uima-xmi" or not is_read, error
    else:
        assert is_read
        assert found


def test_no_label_set_is_waited_for(library, corpus, pipe, tmp_path):
    for read in (library.presets.read, library.presets.find):
        with pytest.raises(AnnotatorError, match="named pipe"):
            read(pipe)
    library.presets.save(corpus, "Của tôi")
    own = Path(next(each.path for each in library.presets.listed() if each.is_own))
    os.mkfifo(own.with_name("other.json"))
    told = {Path(each.path).name: each.problem for each in library.presets.listed()}
    assert "named pipe" in str(told["other.json"])
    assert told[own.name] is None


def test_no_keys_and_no_package_are_waited_for(pipe):
    for read in (read_keys, package_reading.read):
        with pytest.raises(AnnotatorError, match="named pipe"):
            read(Path(pipe))


def test_no_copy_takes_the_place_of_one(library, pipe, tmp_path):
    """A device had been given another name, and was a library then."""
    made = library.backups.make(str(tmp_path / "copy.annotator"))
    (tmp_path / "link").symlink_to(pipe)
    for place in (pipe, str(tmp_path / "link")):
        with pytest.raises(EnvironmentProblem, match="never replaced"):
            Backups.put_back(made.path, place)
    assert Path(pipe).is_fifo()
    assert not list(tmp_path.glob("*.damaged-*"))
    assert not list(tmp_path.glob("pipe*.lock"))


def test_no_library_is_waited_for(pipe):
    with pytest.raises(EnvironmentProblem, match="named pipe"):
        open_library(pipe)
