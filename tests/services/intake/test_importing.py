"""Importing into a real library: all or nothing per file, known texts, layers, labels, trial, preview."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from annotator.errors import Cancelled, EnvironmentProblem, FormatError
from annotator.language import catalogue
from annotator.messages import say
from annotator.model.reading import ReadingChoice
from annotator.services.intake.child import Child
from annotator.services.library import Library, open_library
from annotator.services.safety.backups import Backups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

    from annotator.services.intake.importing import ImportResult

TEXT = "Bà Nguyễn Thị Hà nói 😀."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(str(tmp_path / "library.annotator")) as library:
        yield library


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., str]:
    """Make a file: of bytes, of a text, or of one JSON line an object; gives its path."""

    def write(name: str, *content: object) -> str:
        path = tmp_path / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content[0], bytes):
            path.write_bytes(content[0])
        elif isinstance(content[0], str):
            path.write_bytes(content[0].encode())
        else:
            lines = [json.dumps(each, ensure_ascii=False) for each in content]
            path.write_bytes("\n".join(lines).encode())
        return str(path)

    return write


def bring(library: Library, *paths: str, **options: object) -> ImportResult:
    return library.importing.import_paths(paths, "Kho", **options)  # type: ignore[arg-type]


def layers(library: Library) -> dict[str, list[tuple[str, int, str]]]:
    corpus = library.corpora.named("Kho")
    return {
        each.title: [(layer.annotator.name, layer.spans, layer.status.value) for layer in each.layers]
        for each in library.documents.listing(corpus.uid)
    }


def line(text: str = TEXT, *spans: tuple[int, int, str], **more: object) -> dict[str, object]:
    return {
        "text": text,
        "spans": [{"start": start, "end": end, "label": label} for start, end, label in spans],
        **more,
    }


def test_a_text_file_becomes_a_document_titled_by_its_first_line(
    library: Library, write: Callable[..., str]
) -> None:
    text = "\r\n  Tiêu đề\u00a0một \r\n\r\nThân bài."
    result = bring(library, write("a.txt", text))
    corpus = library.corpora.named("Kho")
    (document,) = library.documents.listing(corpus.uid)
    assert (result.documents_added, result.files[0].accepted, document.title) == (1, True, "Tiêu đề\u00a0một")
    assert library.documents.open(document.uid).document.text == text
    assert layers(library) == {"Tiêu đề\u00a0một": []}


def test_a_new_corpus_has_the_standard_labels_and_unknown_ones_are_told(
    library: Library, write: Callable[..., str]
) -> None:
    result = bring(library, write("a.jsonl", line(TEXT, (3, 16, "person"), (3, 16, "nhân vật"))))
    names = [each.label.name for each in library.labels.list(library.corpora.named("Kho").uid)]
    assert result.labels_added == ("nhân vật",)
    assert names == ["person", "position", "organization", "campaign", "award", "nhân vật"]


def test_unknown_labels_can_be_refused(library: Library, write: Callable[..., str]) -> None:
    library.corpora.create("Kho")
    path = write("a.jsonl", line(TEXT, (3, 16, "nhân vật")))
    result = bring(library, path, labels="refuse")
    assert result.files[0].accepted is False
    assert "nhân vật" in str(result.files[0].messages[0])
    assert library.corpora.named("Kho").documents == 0


def test_a_new_corpus_takes_the_label_set_of_the_file(library: Library, write: Callable[..., str]) -> None:
    labels = [{"name": "nơi chốn", "key": "x"}, {"name": "person"}]
    head = {"corpus": {"name": "Khác", "labels": labels}, "format": "annotator-jsonl", "version": 1}
    result = bring(library, write("a.jsonl", head, line()))
    listed = [each.label.name for each in library.labels.list(library.corpora.named("Kho").uid)]
    assert (listed, result.labels_added) == (["nơi chốn", "person"], ("nơi chốn",))


def test_refusing_unknown_labels_means_also_those_of_a_new_corpus(
    library: Library, write: Callable[..., str]
) -> None:
    result = bring(library, write("a.jsonl", line(TEXT, (3, 16, "nhân vật"))), labels="refuse")
    assert (result.files[0].accepted, library.corpora.list()) == (False, [])
    assert bring(library, write("b.jsonl", line(TEXT, (3, 16, "person"))), labels="refuse").spans_added == 1


def test_a_bad_file_is_refused_whole_and_the_others_go_in(
    library: Library, write: Callable[..., str]
) -> None:
    bad = write("bad.jsonl", line("Một câu."), line("Hai câu.", (0, 99, "person")))
    result = bring(library, bad, write("good.txt", "Ba câu."))
    assert [file.accepted for file in result.files] == [False, True]
    assert "line 2" in str(result.files[0].messages[0])
    assert (result.documents_added, library.corpora.named("Kho").documents) == (1, 1)


def test_when_every_file_is_refused_no_corpus_is_made(library: Library, write: Callable[..., str]) -> None:
    result = bring(library, write("bad.jsonl", "{"), "nowhere.txt")
    assert [file.accepted for file in result.files] == [False, False]
    assert "nowhere.txt: there is no such file" in str(result.files[1].messages[0])
    assert library.corpora.list() == []


def test_the_same_file_again_doubles_nothing(library: Library, write: Callable[..., str]) -> None:
    path = write("a.jsonl", line(TEXT, (3, 16, "person"), title="Một"))
    bring(library, path)
    result = bring(library, path)
    assert (result.documents_added, result.documents_known, result.spans_added) == (0, 1, 0)
    assert layers(library) == {"Một": [(library.self_annotator.name, 1, "in-progress")]}


def test_annotations_of_another_come_as_a_layer(library: Library, write: Callable[..., str]) -> None:
    bring(library, write("a.jsonl", line(TEXT, title="Một")))
    bring(library, write("b.jsonl", line(TEXT, (3, 16, "person"))), annotator="Lan")
    assert layers(library) == {"Một": [("Lan", 1, "in-progress")]}


def test_a_named_annotator_has_looked_at_every_document(library: Library, write: Callable[..., str]) -> None:
    bring(library, write("a.jsonl", line(TEXT, title="Một"), line("Khác.", title="Hai")), annotator="Lan")
    assert layers(library) == {"Một": [("Lan", 0, "new")], "Hai": [("Lan", 0, "new")]}


def test_a_file_that_names_its_annotators_keeps_them(library: Library, write: Callable[..., str]) -> None:
    document = line(TEXT, title="Một")
    document["spans"] = [
        {"start": 0, "end": 2, "label": "person", "annotator": "Lan"},
        {"start": 3, "end": 9, "label": "person", "annotator": "Minh"},
    ]
    document["layers"] = [{"annotator": "Hoa", "status": "done"}]
    bring(library, write("a.jsonl", document), annotator="Tèo")
    assert sorted(layers(library)["Một"]) == [
        ("Hoa", 0, "done"),
        ("Lan", 1, "in-progress"),
        ("Minh", 1, "in-progress"),
    ]


def test_a_status_without_spans_is_a_layer_of_who_imports(
    library: Library, write: Callable[..., str]
) -> None:
    bring(library, write("a.jsonl", line(TEXT, title="Một", status="done")))
    assert layers(library) == {"Một": [(library.self_annotator.name, 0, "done")]}


def test_one_undo_takes_back_all_files_of_a_command(library: Library, write: Callable[..., str]) -> None:
    bring(library, write("a.txt", "Một."), write("b.txt", "Hai."))
    library.history.undo()
    assert library.corpora.list() == []
    library.history.redo()
    assert library.corpora.named("Kho").documents == 2


def test_files_of_one_command_are_one_act_in_history_undo_and_redo(
    library: Library, write: Callable[..., str]
) -> None:
    bring(library, write("a.jsonl", line(TEXT, (3, 16, "person"))), write("b.txt", "Hai."))
    words = "Import of 2 files: 2 documents, 1 span"
    first = library.history.next_undo()
    assert first is not None
    assert (str(first.summary), first.document) == (words, None)
    assert first.summary.render(catalogue("vi")) == "Nhập 2 tệp: 2 bài, 1 vùng"
    assert str(library.history.undo().value.step.summary) == words
    following = library.history.next_redo()
    assert following is not None
    assert (str(following.summary), following.seq) == (words, first.seq)
    assert [(step.kind, str(step.summary), step.reversed) for step in library.history.steps(limit=2)] == [
        ("undo", words, False),
        ("import", words, True),
    ]
    undone = library.history.redo().value
    assert (str(undone.step.summary), undone.document) == (words, None)


def test_files_with_encodings_of_their_own_are_one_group_with_the_others(
    library: Library, write: Callable[..., str]
) -> None:
    old = write("old.txt", "Chữ cũ".encode("cp1258", errors="ignore") + "caf\xe9".encode("latin-1"))
    result = library.importing.import_paths(
        [old, write("b.txt", "Hai.")], "Kho", choices={old: ReadingChoice(encoding="iso-8859-1")}
    )
    assert [file.accepted for file in result.files] == [True, True]
    library.history.undo()
    assert library.corpora.list() == []


def test_folders_are_walked_and_what_is_no_article_is_named(
    library: Library, write: Callable[..., str], tmp_path: Path
) -> None:
    for name in ("b/2.txt", "a/1.txt", ".hidden/3.txt", ".4.txt"):
        write(name, f"Bài {name}.")
    write("a/picture.png", b"\x89PNG")
    result = bring(library, str(tmp_path / "files"))
    assert [os.path.relpath(file.path, tmp_path) for file in result.files] == [
        "files/a/1.txt",
        "files/b/2.txt",
    ]
    assert [os.path.relpath(path, tmp_path) for path in result.left_out] == ["files/a/picture.png"]


def test_a_trial_tells_what_would_be_and_writes_nothing(library: Library, write: Callable[..., str]) -> None:
    first = write("a.jsonl", line(TEXT, (3, 16, "person")))
    bring(library, first)
    before = library.history.steps()
    trial = bring(
        library, first, write("b.jsonl", line("Mới.", (0, 3, "lạ"))), write("c.txt", "Mới."), dry_run=True
    )
    assert (trial.documents_added, trial.documents_known, trial.spans_added) == (1, 2, 1)
    assert trial.labels_added == ("lạ",)
    assert library.history.steps() == before


def test_progress_counts_bytes_and_can_stop(library: Library, write: Callable[..., str]) -> None:
    paths = [write(f"{number}.txt", f"Bài {number}.") for number in range(3)]
    heard: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        heard.append((done, total))
        if len(heard) == 2:
            raise Cancelled(say("Stopped. Nothing of it was kept."))

    with pytest.raises(Cancelled):
        library.importing.import_paths(paths, "Kho", progress=stop)
    total = sum(os.path.getsize(path) for path in paths)  # noqa: PTH202
    assert heard[-1] == (os.path.getsize(paths[0]) * 2, total)  # noqa: PTH202
    assert library.corpora.named("Kho").documents == 2


def test_for_the_window_a_child_reads_and_its_refusals_come_whole(
    library: Library, write: Callable[..., str]
) -> None:
    library.importing.serve_window(lambda work: work())
    bad = write("bad.jsonl", "{", *()), write("good.jsonl", line(TEXT, (3, 16, "person")))
    result = bring(library, *bad)
    assert [file.accepted for file in result.files] == [False, True]
    assert "bad.jsonl" in str(result.files[0].messages[0])
    assert result.spans_added == 1


def test_one_child_reads_all_files_of_one_act(
    library: Library, write: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library.importing.serve_window(lambda work: work())
    paths = [write(f"{number}.txt", f"Bài {number}.") for number in range(3)]
    started: list[Child] = []
    start = Child._start

    def counted(self: Child) -> Connection:
        started.append(self)
        return start(self)

    monkeypatch.setattr(Child, "_start", counted)
    seen = library.importing.preview(paths, "Kho")
    assert ([each.documents for each in seen], len(started)) == ([1, 1, 1], 1)
    assert (bring(library, *paths).documents_added, len(started)) == (3, 2)


def test_a_reader_that_dies_refuses_its_file_and_the_next_has_a_new_one() -> None:
    with Child() as child:
        with pytest.raises(FormatError, match="ended early"):
            child.do(die, "", lambda *_: None)
        assert child.do(say_who, "you", lambda *_: None) == "you"


def die(order: str, progress: object) -> None:
    os._exit(9)


def say_who(order: str, progress: object) -> str:
    return order


def test_stopping_ends_the_child(library: Library, write: Callable[..., str]) -> None:
    library.importing.serve_window(lambda work: work())
    path = write("a.jsonl", line(TEXT))

    def stop(done: int, total: int) -> None:
        raise Cancelled(say("Stopped. Nothing of it was kept."))

    with pytest.raises(Cancelled):
        library.importing.import_paths([path], "Kho", progress=stop)
    assert library.corpora.list() == []


def test_a_backup_that_fails_before_an_import_is_told_and_the_import_goes_on(
    library: Library, write: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Backups, *_words: object) -> None:
        raise EnvironmentProblem(say("The disk is full."))

    monkeypatch.setattr(Backups, "if_due", fail)
    library.corpora.create("Khác")
    result = bring(library, write("a.txt", "Một."))
    assert ([str(each) for each in result.warnings], result.documents_added) == (["The disk is full."], 1)


def test_a_backup_is_made_before_an_import_into_a_library_with_work_in_it(
    library: Library, write: Callable[..., str]
) -> None:
    bring(library, write("a.txt", "Một."))
    library.corpora.create("Khác")
    bring(library, write("b.txt", "Hai."))
    assert [each.documents for each in library.backups.list()] == [1]


def test_a_pasted_text_makes_its_corpus_and_is_kept_once(library: Library) -> None:
    first = library.importing.import_text("Kho", "", "Dòng đầu\nThân bài")
    again = library.importing.import_text(library.corpora.named("Kho").uid, "Khác", "Dòng đầu\nThân bài")
    assert first.value == again.value
    assert layers(library) == {"Dòng đầu": []}


def test_a_preview_shows_what_a_file_would_bring(library: Library, write: Callable[..., str]) -> None:
    known = write("known.txt", TEXT)
    bring(library, known)
    other = write("b.jsonl", line(TEXT, (0, 2, "person"), title="Một"), line("Khác."))
    first, second, third = library.importing.preview([known, other, write("c.txt", "")], "Kho")
    assert (first.encoding, first.known, first.characters, first.problems) == ("utf-8", 1, len(TEXT), ())
    assert (second.title, second.documents, second.known, second.spans) == ("Một", 2, 1, 1)
    assert (second.beginning, second.encoding) == (TEXT, "")
    assert (first.same_as, first.new) == (TEXT, ())
    assert (second.same_as, len(second.new)) == (TEXT, 1)
    assert "c.txt is empty" in str(third.problems[0])


def test_files_of_other_kinds_in_a_folder_are_named(
    library: Library, write: Callable[..., str], tmp_path: Path
) -> None:
    write("a.txt", TEXT)
    other = write("x.rtf", "{}")
    assert library.importing.others([str(tmp_path / "files")]) == (other,)


def test_a_preview_offers_encodings_that_are_in_doubt(library: Library, write: Callable[..., str]) -> None:
    text = "Chữ Quốc ngữ là hệ chữ viết thống nhất chính thức hiện nay của tiếng Việt."
    data = text.encode("cp1252", errors="ignore") + b"\x93\x94 caf\xe9"
    (doubtful,) = library.importing.preview([write("old.txt", data)])
    assert doubtful.problems
    assert doubtful.candidates
    chosen = doubtful.candidates[0].encoding
    (settled,) = library.importing.preview(
        [doubtful.path], choices={doubtful.path: ReadingChoice(encoding=chosen)}
    )
    assert (settled.problems, settled.encoding, settled.documents) == ((), chosen, 1)
    assert settled.candidates


@pytest.mark.parametrize("files", [1, 2, 30])
def test_two_labels_of_one_uid_are_one_label_in_one_file_as_in_two(
    library: Library, write: Callable[..., str], files: int
) -> None:
    """A file by hand, or by somebody who means harm: found by fuzzing, as an error of the program's own."""
    uid = "0190a0b0-0000-7000-8000-000000000001"
    names = [["a", "b"]] if files == 1 else [["a"], ["b"]]
    paths = []
    for number, each in enumerate(names):
        labels = [{"uid": uid, "name": name} for name in each]
        head = {"format": "annotator-jsonl", "version": 1, "corpus": {"labels": labels}}
        spans = [{"start": 0, "end": 2, "label": name} for name in each]
        body = {"text": f"Bài {number}", "spans": spans}
        paths.append(write(f"{number}.jsonl", f"{json.dumps(head)}\n{json.dumps(body)}\n"))
    paths += [write(f"{number}.txt", f"Tin {number}.") for number in range(2, files)]
    bring(library, *paths)
    assert [each.label.name for each in library.labels.list(library.corpora.list()[0].uid)] == ["a"]
    assert library.checking.check().sound
