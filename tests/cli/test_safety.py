from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator.paths import default_library
from annotator.services.library import open_library


def test_a_sound_library_is_sound(annotator: Any, labelled: str) -> None:
    before = Path(default_library()).read_bytes()
    answer = annotator("check", "--json")
    assert (answer.status, answer.json["sound"], answer.json["problems"]) == (0, True, [])
    assert answer.json["counts"]["documents"] == 1
    assert Path(default_library()).read_bytes() == before
    assert "sound" in annotator("check").out


def test_a_library_that_is_none_is_refused_and_left_alone(annotator: Any, tmp_path: Path) -> None:
    path = tmp_path / "foreign.annotator"
    path.write_bytes(b"this is a letter, not a library")
    for words in (("check",), ("check", "--repair"), ("corpora",), ("undo",), ("backup",)):
        answer = annotator("--library", str(path), *words)
        assert (answer.status, answer.out) == (1, "")
        assert str(path) in answer.err
    assert path.read_bytes() == b"this is a letter, not a library"
    assert sorted(each.name for each in tmp_path.iterdir() if "foreign" in each.name) == ["foreign.annotator"]


def test_a_backup_is_listed_and_comes_back_as_a_new_library(
    annotator: Any, labelled: str, tmp_path: Path
) -> None:
    made = annotator("backup", "--json").json
    assert (list(made), made["documents"], made["spans"]) == (["path", "documents", "spans", "sha256"], 1, 2)
    assert [each["path"] for each in annotator("backups", "--json").json] == [made["path"]]
    new = tmp_path / "new.annotator"
    assert annotator("restore", made["path"], "--output", str(new)).status == 0
    assert (
        annotator("--library", str(new), "documents", "--corpus", "Kho", "--json").json[0]["uid"] == labelled
    )
    assert annotator("restore", made["path"], "--output", str(new)).status == 1


def test_a_backup_never_overwrites(annotator: Any, labelled: str, tmp_path: Path) -> None:
    output = tmp_path / "copy.annotator"
    assert annotator("backup", "--output", str(output)).status == 0
    before = output.read_bytes()
    assert annotator("backup", "--output", str(output)).status == 1
    assert annotator("backup", "--output", default_library()).status == 1
    assert output.read_bytes() == before


def test_backups_of_a_library_that_was_damaged_or_lost_are_found(annotator: Any, labelled_here: str) -> None:
    made = annotator("backup", "--json").json["path"]
    library = Path(default_library())
    library.write_bytes(b"\0" * 4096)
    assert [each["path"] for each in annotator("backups", "--json").json] == [made]
    library.unlink()
    assert [each["path"] for each in annotator("backups", "--json").json] == [made]
    assert annotator("--library", f"{library}.other", "backups").status == 1


def test_backups_of_a_newer_library_are_refused(annotator: Any, labelled: str) -> None:
    annotator("backup")
    library = Path(default_library())
    content = bytearray(library.read_bytes())
    content[60:64] = (99).to_bytes(4)
    library.write_bytes(content)
    answer = annotator("backups", "--json")
    assert (answer.status, list(answer.json)) == (1, ["refused"])
    assert "99" in answer.err
    assert library.read_bytes() == content


def test_no_backups_is_an_empty_list(annotator: Any, labelled: str) -> None:
    assert annotator("backups", "--json").out == "[]\n"
    assert annotator("backups").out == ""


def test_a_server_library_is_not_in_this_version(annotator: Any) -> None:
    answer = annotator("--library", "postgresql+psycopg://somewhere/x", "corpora")
    assert answer.status == 1
    assert "team store" in answer.err


def test_a_damaged_library_is_a_finding_of_the_check(annotator: Any, labelled: str) -> None:
    library = Path(default_library())
    content = bytearray(library.read_bytes())
    content[60:64] = bytes(4)
    library.write_bytes(content)
    for words in (("check",), ("check", "--repair")):
        answer = annotator(*words, "--json")
        (problem,) = answer.json["problems"]
        assert (answer.status, answer.json["sound"], answer.json["counts"]) == (1, False, {})
        assert (problem["kind"], problem["where"]) == ("structure", str(library))
        assert problem["repairable"] is False
        assert "damaged" in problem["message"]
        assert "damaged" in answer.err
    assert library.read_bytes() == content


@pytest.mark.parametrize(
    "command", [("check",), ("corpora",), ("undo",), ("backup",), ("restore", "x", "--output", "y")]
)
def test_a_refusal_is_one_document_too(annotator: Any, tmp_path: Path, command: tuple[str, ...]) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("Không phải thư viện.", encoding="utf-8")
    answer = annotator("--library", str(other), *command, "--json")
    assert (answer.status, answer.json) == (1, {"refused": answer.err.strip()})
    assert annotator("--library", str(other), *command).out == ""


def test_a_copy_is_compared_by_name(annotator: Any, labelled: str) -> None:
    made = annotator("backup", "--json").json["path"]
    assert annotator("backups", "--compare", made, "--json").json["same"] is True
    assert "holds what the copy holds" in annotator("backups", "--compare", made).out
    annotator("undo")
    answer = annotator("backups", "--compare", made, "--json")
    (document,) = answer.json["documents"]
    assert (answer.json["same"], document["uid"], document["change"]) == (False, labelled, "gained")
    assert document["spans_gained"] == answer.json["spans"]["gained"] > 0
    assert labelled in annotator("backups", "--compare", made).out
    assert annotator("backups", "--compare", "nowhere").status == 1


def test_a_document_comes_back_out_of_a_copy_and_can_be_undone(annotator: Any, labelled: str) -> None:
    made = annotator("backup", "--json").json["path"]
    annotator("undo")
    answer = annotator("restore", made, "--document", labelled, "--json")
    assert (answer.status, answer.json["documents"], answer.json["saved"]) == (0, 1, True)
    assert annotator("backups", "--compare", made, "--json").json["same"] is True
    again = annotator("restore", made, "--document", labelled)
    assert (again.status, "as in the copy already" in again.out) == (0, True)
    annotator("undo")
    assert annotator("backups", "--compare", made, "--json").json["same"] is False
    assert "takes it back" in annotator("restore", made, "--document", labelled, "--exactly").out
    assert annotator("restore", made, "--document", "nobody").status == 1


def test_a_copy_takes_the_place_of_a_damaged_library(annotator: Any, labelled: str) -> None:
    made = annotator("backup", "--json").json["path"]
    library = Path(default_library())
    library.write_bytes(b"\0" * 4096)
    answer = annotator("restore", made, "--in-place", "--json")
    assert (answer.status, answer.json["path"]) == (0, str(library))
    assert Path(answer.json["kept"]).read_bytes() == b"\0" * 4096
    assert answer.json["kept"] in answer.err
    assert annotator("documents", "--corpus", "Kho", "--json").json[0]["uid"] == labelled
    annotator("backup")
    assert len(annotator("backups", "--json").json) == 2
    assert annotator("backups", "--thin-out").status == 0


def test_a_list_says_why_each_copy_was_made(annotator: Any, labelled: str) -> None:
    annotator("backup")
    (listed,) = annotator("backups", "--json").json
    assert (listed["why"], listed["bytes"]) == ("asked", Path(listed["path"]).stat().st_size)
    assert listed["of_another_file"] is False
    assert "asked for" in annotator("backups").out


def test_a_list_says_which_copies_were_made_of_another_file(
    annotator: Any, labelled: str, tmp_path: Path
) -> None:
    copy, other = annotator("backup", "--json").json["path"], str(tmp_path / "other.annotator")
    assert annotator("restore", copy, "--output", other).status == 0
    (listed,) = annotator("--library", other, "backups", "--json").json
    assert listed["of_another_file"] is True
    assert "asked for, of another file of this library" in annotator("--library", other, "backups").out


def test_a_library_begun_where_one_with_backups_was_says_so(
    annotator: Any, labelled: str, data: Any, tmp_path: Path
) -> None:
    where = str(tmp_path / "own.annotator")
    path = data("more.jsonl", {"title": "Hai", "text": "Hai."})
    words = ("--library", where, "import", path, "--corpus", "Kho")
    assert "was not there" not in annotator(*words).err
    assert annotator("--library", where, "backup").status == 0
    copy = annotator("--library", where, "backups", "--json").json[0]["path"]
    other = str(tmp_path / "other.annotator")
    assert annotator("restore", copy, "--output", other).status == 0
    assert annotator("--library", other, "labels", "--corpus", "Kho", "add", "mới").status == 0
    assert annotator("--library", other, "backup").status == 0
    Path(where).unlink()
    begun = annotator(*words)
    assert begun.status == 0
    assert f"{where} was not there, so an empty library is begun; but 2 backups" in begun.err
    assert "was not there" not in annotator(*words).err


@pytest.mark.parametrize("words", [(), ("--output", "x", "--in-place"), ("--output", "x", "--exactly")])
def test_one_way_of_restoring_is_named(annotator: Any, labelled: str, words: tuple[str, ...]) -> None:
    assert annotator("restore", "file", *words).status == 2


def test_what_the_copy_before_emptying_the_bin_holds_is_found_and_comes_back(
    annotator: Any, labelled: str
) -> None:
    with open_library(str(default_library())) as library:
        library.documents.bin([labelled])
        library.purging.empty_bin()
    (copy,) = annotator("backups", "--json").json
    assert (copy["why"], copy["documents"], copy["binned"]) == ("purge", 0, 1)
    answer = annotator("backups", "--compare", copy["path"], "--json")
    (document,) = answer.json["documents"]
    assert (answer.json["same"], document["uid"], document["in_bin_of_backup"]) == (False, labelled, True)
    assert "only in the backup, in its bin" in annotator("backups", "--compare", copy["path"]).out
    undone = annotator("undo")
    assert "not brought back by undo. The backup of " in undone.err
    assert annotator("restore", copy["path"], "--document", labelled).status == 0
    assert annotator("documents", "--corpus", "Kho", "--json").json[0]["uid"] == labelled
