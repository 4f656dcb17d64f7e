from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator.paths import default_library

SEED = Path(__file__).resolve().parents[3] / "shared" / "samples" / "articles" / "seed.txt"


def test_it_tells_files_and_gains_as_promised(annotator: Any, data: Any) -> None:
    good = data("a.jsonl", {"text": "Một.", "spans": [{"start": 0, "end": 3, "label": "lạ"}]})
    bad = data("b.jsonl", {"text": "Hai.", "spans": [{"start": 0, "end": 99, "label": "x"}]})
    answer = annotator("--json", "import", good, bad, "--corpus", "Kho")
    told = answer.json
    assert answer.status == 1
    assert list(told) == ["files", "documents_added", "documents_known", "spans_added", "labels_added"]
    assert told["files"][0] == {
        "path": good,
        "format": "jsonl",
        "accepted": True,
        "documents": 1,
        "spans": 1,
        "message": "",
    }
    assert told["files"][1]["accepted"] is False
    assert "line 1" in told["files"][1]["message"]
    assert (told["documents_added"], told["spans_added"], told["labels_added"]) == (1, 1, ["lạ"])
    assert told["files"][1]["message"] in answer.err.replace("\n", " ")


def test_without_json_the_gains_are_a_sentence(annotator: Any, data: Any) -> None:
    answer = annotator("import", data("a.txt", "Một."), "--corpus", "Kho")
    assert (answer.status, answer.out, answer.err) == (
        0,
        "Documents added: 1, known already: 0; spans added: 0.\n",
        "",
    )


def test_a_trial_needs_no_library_and_makes_none(annotator: Any, data: Any) -> None:
    answer = annotator("import", data("a.txt", "Một."), "--corpus", "Kho", "--dry-run", "--json")
    assert (answer.status, answer.json["documents_added"]) == (0, 1)
    assert not Path(default_library()).exists()


def test_a_trial_beside_a_library_writes_nothing(annotator: Any, data: Any, labelled: str) -> None:
    before = Path(default_library()).read_bytes()
    answer = annotator("import", data("a.txt", "Một."), "--corpus", "Kho", "--dry-run")
    assert "nothing was written" in answer.out
    assert Path(default_library()).read_bytes() == before


def test_files_of_a_folder_that_are_no_articles_are_named(annotator: Any, data: Any, tmp_path: Path) -> None:
    data("in/a.txt", "Một.")
    data("in/b.png", "x")
    answer = annotator("import", str(tmp_path / "in"), "--corpus", "Kho")
    assert answer.status == 0
    assert f"{tmp_path}/in/b.png: left out" in answer.err


def test_an_encoding_can_be_chosen(annotator: Any, tmp_path: Path) -> None:
    path = tmp_path / "cũ.txt"
    path.write_bytes("Tiếng Việt, thời sự".encode("utf-16-le"))
    answer = annotator("import", str(path), "--corpus", "Kho", "--encoding", "utf-16-le", "--json")
    assert answer.json["documents_added"] == 1
    assert annotator("documents", "--corpus", "Kho", "--json").json[0]["title"] == "Tiếng Việt, thời sự"


@pytest.mark.skipif(not SEED.exists(), reason="the samples are not here")
def test_the_seed_article_is_kept_to_the_last_character(annotator: Any) -> None:
    annotator("import", str(SEED), "--corpus", "Kho")
    (document,) = annotator("documents", "--corpus", "Kho", "--json").json
    assert document["characters"] == len(SEED.read_bytes().decode())
    assert document["layers"] == []


@pytest.mark.parametrize(
    "words",
    [
        ("import", "--corpus", "Kho"),
        ("import", "a.txt"),
        ("import", "a.txt", "--corpus", "Kho", "--format", "papyrus"),
        ("import", "a.txt", "--corpus", "Kho", "--labels", "maybe"),
        ("agree", "--corpus", "Kho"),
        ("import", "a.txt", "--corp", "Kho"),
    ],
)
def test_wrong_usage_is_two_and_says_how(annotator: Any, words: tuple[str, ...]) -> None:
    answer = annotator(*words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("usage: annotator")


UID = "01a20744-9c49-7a4e-ba23-6d2c62d7936c"


def test_a_uid_with_another_text_is_refused_with_file_and_line(annotator: Any, data: Any) -> None:
    assert annotator("import", data("a.jsonl", {"uid": UID, "text": "Một."}), "--corpus", "Kho").status == 0
    other = data("b.jsonl", {"text": "Hai."}, {"uid": UID, "text": "Ba.", "title": "Bài ba"})
    answer = annotator("import", other, "--corpus", "Kho", "--json")
    (file,) = answer.json["files"]
    assert (answer.status, file["accepted"], answer.json["documents_added"]) == (1, False, 0)
    assert file["message"] == (
        f"{other}, line 2: the document {UID} (Bài ba) is in the library with another text. Give it another "
        "uid, or none. Nothing was imported."
    )


def test_documents_of_another_corpus_get_new_uids_and_it_is_told(
    annotator: Any, data: Any, labelled: str, tmp_path: Path
) -> None:
    whole = str(tmp_path / "whole.jsonl")
    assert annotator("export", "--corpus", "Kho", "--format", "jsonl", "--output", whole).status == 0
    answer = annotator("import", whole, "--corpus", "Bản sao", "--json")
    (file,) = answer.json["files"]
    assert (answer.status, file["accepted"], answer.json["spans_added"]) == (0, True, 2)
    assert "1 document got a new uid: its own belongs to the same text in another corpus" in file["message"]
    again = annotator("import", whole, "--corpus", "Kho", "--json").json
    assert "new uid" not in again["files"][0]["message"]


def test_labels_that_are_refused_name_the_file_as_it_was_given(annotator: Any, data: Any) -> None:
    path = data("in/a.jsonl", {"text": "Một.", "spans": [{"start": 0, "end": 3, "label": "lạ"}]})
    answer = annotator("import", path, "--corpus", "Kho", "--labels", "refuse")
    assert answer.err.startswith(f"{path}: the corpus does not have the labels lạ.")


def test_a_folder_without_files_to_read_is_refused(annotator: Any, data: Any, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    other = data("other/b.png", "x")
    for folder in (tmp_path / "empty", Path(other).parent):
        for more in ((), ("--dry-run",)):
            answer = annotator("import", str(folder), "--corpus", "Kho", "--json", *more)
            (file,) = answer.json["files"]
            assert (answer.status, file["accepted"]) == (1, False)
            assert file["message"] == f"{folder}: there are no files to read in this folder."
    assert annotator("corpora", "--json").status == 1 or annotator("corpora", "--json").json == []


@pytest.mark.parametrize(
    "words",
    [
        ("{a}", "--corpus", "Kho", "{b}"),
        ("{a}", "--corpus", "Kho", "{b}", "--format", "auto", "--language", "en"),
        ("--corpus", "Kho", "{a}", "--json", "{b}"),
        ("--corpus", "Kho", "{a}", "--json", "--", "{b}"),
    ],
)
def test_paths_may_go_on_after_an_option(annotator: Any, data: Any, words: tuple[str, ...]) -> None:
    places = {"a": data("a.txt", "Một bài."), "b": data("b.txt", "Hai bài.")}
    told = annotator("--json", "import", *(word.format(**places) for word in words)).json
    assert [file["path"] for file in told["files"]] == list(places.values())


def test_after_two_dashes_a_path_may_begin_with_one(
    annotator: Any, data: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data("-b.txt", "Hai bài.")
    monkeypatch.chdir(tmp_path)
    for words in (("--", "-b.txt"), (data("a.txt", "Một bài."), "--json", "--", "-b.txt")):
        told = annotator("--json", "import", "--corpus", "Kho", *words).json
        assert told["files"][-1]["path"] == "-b.txt"


def test_an_option_that_is_none_is_refused_as_ever(annotator: Any, data: Any) -> None:
    answer = annotator("import", data("a.txt", "Một."), "--corpus", "Kho", "--oops", data("b.txt", "Hai."))
    assert answer.status == 2
    assert "This is not understood here: --oops" in answer.err
