"""The format of a file, by its content and its name."""

from __future__ import annotations

import pytest

from annotator.errors import FormatError, UserError
from annotator.formats.registry import (
    FORMATS,
    READABLE,
    WRITABLE,
    can_be_read,
    extension_of,
    folder_writer_for,
    reader_for,
    writer_for,
)

PAGE = b"<!DOCTYPE html><html><body><p>An</p></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"An", "txt"),
        ("a.TXT", b"An", "txt"),
        ("a.md", b"# An", "txt"),
        ("a", b"An", "txt"),
        ("a.txt", b"<html>as text", "txt"),
        ("a.htm", b"An", "html"),
        ("saved", PAGE, "html"),
        ("saved.php", b"\xef\xbb\xbf  " + PAGE, "html"),
        ("a.jsonl", b"{}", "jsonl"),
        ("a.json", b'{"text": "An"}', "jsonl"),
        ("a.conll", b"An\tO", "conll"),
        ("a.docx", b"An", "docx"),
        ("renamed", b"PK\x03\x04....[Content_Types].xml", "docx"),
    ],
)
def test_formats_are_told(tmp_path, name, data, expected):
    path = tmp_path / name
    path.write_bytes(data)
    assert reader_for(path)[0] == expected


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "a.xyz",
            b"An",
            (
                f"a.xyz: cannot tell what kind of file it is. Choose its format ({', '.join(READABLE)}) and "
                "try again. Nothing was imported."
            ),
        ),
    ],
)
def test_unknown_files_are_refused(tmp_path, name, data, said):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FormatError, match=r".") as caught:
        reader_for(path, name=name)
    assert str(caught.value) == said


def test_a_format_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(FormatError) as caught:
        reader_for(tmp_path / "a.cha", "chat", name="a.cha")
    assert str(caught.value) == (
        f"a.cha: this version cannot read the format “chat”; it reads {', '.join(READABLE)}. Nothing was "
        "imported."
    )


def test_every_format_named_is_there(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"An")
    for name in READABLE:
        assert callable(reader_for(path, name)[1])
    for name in WRITABLE:
        assert callable(folder_writer_for(name) if FORMATS[name].in_folder else writer_for(name))
        assert extension_of(name) or FORMATS[name].in_folder


def test_a_format_that_cannot_be_written_is_refused():
    with pytest.raises(UserError, match="cannot write the format “docx”; it writes jsonl, "):
        writer_for("docx")


def test_folders_give_their_articles_only(tmp_path):
    names = ["a.txt", "b.docx", "~$b.docx", ".hidden.txt", "c.png", "d.html"]
    assert [name for name in names if can_be_read(tmp_path / name)] == ["a.txt", "b.docx", "d.html"]


@pytest.mark.parametrize("suffix", [".xmi", ".zip", ".parquet", ".docx", ".json", ".spacy", ".pdf", ".csv"])
def test_a_file_with_nothing_in_it_is_empty_and_not_damaged(bench, suffix):
    assert bench.problems(f"a{suffix}", b"") == [f"a{suffix} is empty. There is nothing to import."]
