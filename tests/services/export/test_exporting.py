"""Exports: atomic, read back, compared; refused before anything is written if the recipe is impossible."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.agreement.gathering import agreed
from annotator.errors import Cancelled, EnvironmentProblem, UserError
from annotator.formats.base import OutgoingDocument, OutgoingSpan
from annotator.messages import say
from annotator.model.document import Annotator, AnnotatorKind, Corpus, Document, Status
from annotator.model.identity import fixed_uid
from annotator.model.label import Label, standard_labels
from annotator.model.recipe import Recipe, Split
from annotator.services.export import file as export_file
from annotator.services.export.exporting import Exporting

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

    from annotator.agreement.report import Agreed
    from annotator.model.codebook import Guidance
    from annotator.services.export.store import Refuse

LAN = Annotator(fixed_uid("annotator", "Lan"), "Lan")
MINH = Annotator(fixed_uid("annotator", "Minh"), "Minh")
GOLD = Annotator(fixed_uid("annotator", "gold"), "gold", AnnotatorKind.GOLD)
TEXT = "Ủy viên Ban Thường vụ Tỉnh ủy. Ông An về Huế."


class FakeLibrary:
    """Enough of a library for exports, in memory."""

    def __init__(self, path: Path, *people: Annotator, documents: int = 3) -> None:
        self._path = path
        self._people = people
        self.reading = False
        self._documents = [self._document(number) for number in range(documents)]

    def _document(self, number: int) -> OutgoingDocument:
        text = f"{TEXT} Số {number}."
        spans = [
            OutgoingSpan(start, end, label, person.uid, fixed_uid("span", f"{number} {place} {person.name}"))
            for person in self._people
            for place, (start, end, label) in enumerate(
                [(0, 29, "position"), (8, 29, "organization"), (35, 37, "person"), (31, 38, "award")]
            )
        ]
        spans.sort(key=lambda span: (span.start, -span.end, span.uid))
        layers = tuple(
            (person.uid, Status.DONE if number % 2 else Status.IN_PROGRESS) for person in self._people
        )
        status = layers[0][1] if layers else Status.NEW
        document = Document(fixed_uid("document", str(number)), "c", f"Tin {number}", text)
        return OutgoingDocument(document, layers, tuple(spans), status)

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[FakeLibrary]:
        self.reading = True
        yield self
        self.reading = False

    def own_files(self) -> tuple[str, ...]:
        return (str(self._path), f"{self._path}-wal")

    def corpus(self, name_or_uid: str) -> Corpus:
        if name_or_uid not in ("Tin", "c"):
            raise UserError(say("There is no such corpus."))
        return Corpus("c", "Tin")

    def labels(self, corpus: str) -> tuple[Label, ...]:
        return standard_labels()

    def guidance(self, corpus: str) -> dict[str, Guidance]:
        return {}

    def annotators(self, corpus: str) -> tuple[Annotator, ...]:
        return tuple(sorted(self._people, key=lambda person: person.name))

    def main_of(self, name_or_uid: str) -> str:
        return name_or_uid

    def arrivals(self, corpus: str) -> tuple[Annotator, ...]:
        return self._people

    def count_documents(self, corpus: str, status: Status | None) -> int:
        return sum(status in (None, document.status) for document in self._documents)

    def fitting(self, corpus: str, search: str, status: Status | None) -> frozenset[int]:
        return frozenset(
            key for key, one in enumerate(self._documents) if search in one.document.title.casefold()
        )

    def agreement(
        self,
        corpus: str,
        status: Status | None,
        keys: Container[int] | None,
        takes: Callable[[Document], bool],
    ) -> Agreed:
        return agreed(())

    def rows(
        self,
        corpus: str,
        annotators: Mapping[str, str],
        status: Status | None,
        refuse: Refuse,
        *,
        keys: Container[int] | None = None,
        only: str | None = None,
    ) -> Iterator[OutgoingDocument]:
        for key, one in enumerate(self._documents):
            if keys is not None and key not in keys:
                continue
            if status in (None, one.status) and only in (None, one.document.uid):
                layers = tuple((annotators[uid], done) for uid, done in one.layers if uid in annotators)
                spans = tuple(
                    span._replace(annotator=annotators[span.annotator])
                    for span in one.spans
                    if span.annotator in annotators
                )
                yield OutgoingDocument(one.document, layers, spans, one.status)


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "library.annotator"
    path.write_bytes(b"SQLite format 3\0")
    return path


def exporting(library: Path, *people: Annotator, documents: int = 3) -> Exporting:
    return Exporting(FakeLibrary(library, *people, documents=documents))


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def test_an_export_tells_what_it_wrote_and_found_again(library, tmp_path):
    target = tmp_path / "out.jsonl"
    result = exporting(library, LAN).export("Tin", Recipe("jsonl"), str(target))
    assert (result.output, result.format) == (str(target), "jsonl")
    assert (result.documents, result.spans, result.spans_written, result.spans_recovered) == (3, 12, 12, 12)
    assert result.lost == ()
    assert result.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert [len(line["spans"]) for line in lines(target)[1:]] == [4, 4, 4]


def test_losses_are_told_one_by_one(library, tmp_path):
    result = exporting(library, LAN, documents=1).export("Tin", Recipe("conll"), str(tmp_path / "o.conll"))
    assert (result.spans, result.spans_written, result.spans_recovered) == (4, 2, 2)
    assert {(one.document, one.start, one.end, one.label) for one in result.lost} == {
        (fixed_uid("document", "0"), 31, 38, "award"),
        (fixed_uid("document", "0"), 8, 29, "organization"),
    }
    assert len(result.notes) == 1


@pytest.mark.parametrize(
    ("nested", "left_out"), [("outermost", 6), ("innermost", 6), ("levels", 3), ("per-label", 3)]
)
def test_what_the_file_will_not_hold_is_known_before(library, tmp_path, nested, left_out):
    foreseen = exporting(library, LAN).foresee("Tin", Recipe("conll", nested=nested))
    assert (foreseen.documents, foreseen.spans, foreseen.left_out) == (3, 12, left_out)
    result = exporting(library, LAN).export("Tin", Recipe("conll", nested=nested), str(tmp_path / "o"))
    assert (foreseen.lost, foreseen.notes, foreseen.parts) == (result.lost, result.notes, result.parts)


def test_a_missing_folder_is_refused_with_a_way_out_or_made(library, tmp_path):
    target = tmp_path / "new" / "folder" / "o.jsonl"
    with pytest.raises(EnvironmentProblem, match=r"nothing was written\. Make it first"):
        exporting(library, LAN).export("Tin", Recipe("jsonl"), str(target))
    exporting(library, LAN).export("Tin", Recipe("jsonl"), str(target), make_folder=True)
    assert target.exists()


def test_the_same_recipe_gives_the_same_bytes(library, tmp_path):
    for number in (1, 2):
        exporting(library, LAN).export(
            "Tin", Recipe("conll", nested="levels"), str(tmp_path / f"{number}.conll")
        )
    assert (tmp_path / "1.conll").read_bytes() == (tmp_path / "2.conll").read_bytes()


def test_without_a_choice_the_only_layer_there_is(library, tmp_path):
    result = exporting(library, MINH).export("c", Recipe("jsonl"), str(tmp_path / "o.jsonl"))
    assert result.spans == 12
    with pytest.raises(
        UserError, match=r"more than one layer: Lan, Minh\. Name one with --annotator, or take"
    ):
        exporting(library, LAN, MINH).export("Tin", Recipe("jsonl"), str(tmp_path / "p.jsonl"))
    assert not (tmp_path / "p.jsonl").exists()


def test_a_corpus_without_layers_is_written_too(library, tmp_path):
    result = exporting(library).export("Tin", Recipe("jsonl"), str(tmp_path / "o.jsonl"))
    assert (result.documents, result.spans) == (3, 0)


def test_layers_by_name_by_uid_all_and_gold(library, tmp_path):
    service = exporting(library, LAN, MINH, GOLD)

    def people(name: str, **choice: object) -> list[str]:
        service.export("Tin", Recipe(**choice), str(tmp_path / name))
        return [person["name"] for person in lines(tmp_path / name)[0]["annotators"]]

    assert people("1", annotator="Lan") == ["Lan"]
    assert people("2", annotator=MINH.uid) == ["Minh"]
    assert people("3", layers="all") == ["Lan", "Minh"]
    assert people("4", layers="gold") == ["gold"]


@pytest.mark.parametrize(
    ("people", "choice", "said"),
    [
        ((LAN,), {"annotator": "Nobody"}, r"Nobody has no layer here\. There are: Lan\."),
        ((LAN,), {"layers": "gold"}, r"There is no gold layer yet"),
        (
            (LAN, Annotator("u2", "Lan")),
            {"annotator": "Lan"},
            r"Two annotators are called Lan\. Name one by uid: .*u2\.",
        ),
        ((LAN,), {"labels": ("thing",)}, r"There is no label thing\. There are: person, position, "),
        ((LAN,), {"split": Split((80, 10, 20))}, r"three whole numbers that make 100"),
        ((LAN,), {"nested": "refuse", "format": "conll"}, r"overlap, and “refuse” was chosen"),
        ((LAN,), {"format": "docx"}, r"cannot write the format “docx”"),
    ],
)
def test_recipes_that_are_not_possible_write_nothing(library, tmp_path, people, choice, said):
    with pytest.raises(UserError, match=said):
        exporting(library, *people).export("Tin", Recipe(**choice), str(tmp_path / "o"))
    assert [path.name for path in tmp_path.iterdir()] == ["library.annotator"]


def test_only_documents_of_a_status(library, tmp_path):
    result = exporting(library, LAN).export("Tin", Recipe(status=Status.DONE), str(tmp_path / "o"))
    assert result.documents == 1


def test_only_spans_of_some_labels(library, tmp_path):
    result = exporting(library, LAN).export(
        "Tin", Recipe("conll", labels=("organization", "person")), str(tmp_path / "o")
    )
    assert (result.spans, result.spans_recovered, result.lost) == (6, 6, ())


@pytest.mark.parametrize("force", [False, True])
def test_the_library_itself_is_never_written(library, tmp_path, force):
    link = tmp_path / "link"
    link.symlink_to(library)
    for target in (library, link, Path(f"{library}-wal")):
        with pytest.raises(UserError, match="is the library itself and is never overwritten"):
            exporting(library, LAN).export("Tin", Recipe("jsonl"), str(target), force=force)
    assert library.read_bytes() == b"SQLite format 3\0"


def test_what_is_there_is_replaced_only_when_told(library, tmp_path):
    target = tmp_path / "o.jsonl"
    target.write_bytes(b"old")
    with pytest.raises(
        UserError, match=r"is there already\. Choose another name, or allow it to be replaced"
    ):
        exporting(library, LAN).export("Tin", Recipe("jsonl"), str(target))
    assert target.read_bytes() == b"old"
    exporting(library, LAN).export("Tin", Recipe("jsonl"), str(target), force=True)
    assert target.read_bytes() != b"old"


def test_devices_and_pipes_are_never_replaced(library, tmp_path):
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    to_null = tmp_path / "null"
    to_null.symlink_to("/dev/null")
    for target in (pipe, link, to_null):
        with pytest.raises(UserError, match="is not an ordinary file but a device, a pipe or the like"):
            exporting(library, LAN).export("Tin", Recipe("jsonl"), str(target), force=True)
    assert pipe.is_fifo()
    assert to_null.is_char_device()


def test_folders_and_files_are_not_mixed_up(library, tmp_path):
    with pytest.raises(UserError, match="is a folder, and this export is a file"):
        exporting(library, LAN).export("Tin", Recipe("jsonl"), str(tmp_path), force=True)
    with pytest.raises(UserError, match="is a file, and this export is a folder"):
        (tmp_path / "f").write_bytes(b"")
        exporting(library, LAN).export("Tin", Recipe(split=Split()), str(tmp_path / "f"), force=True)
    with pytest.raises(EnvironmentProblem, match="does not exist"):
        exporting(library, LAN).export("Tin", Recipe("jsonl"), str(tmp_path / "no" / "f"))


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name not in ("library.annotator", "o"))


@pytest.mark.parametrize("fault", ["fsync", "replace", "write"])
def test_a_disk_that_refuses_leaves_the_old_file_and_nothing_else(library, tmp_path, monkeypatch, fault):
    target = tmp_path / "o"
    target.write_bytes(b"old")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    if fault == "fsync":
        monkeypatch.setattr(os, "fsync", refuse)
    elif fault == "replace":
        monkeypatch.setattr(Path, "replace", refuse)
    else:
        monkeypatch.setattr(export_file.tempfile, "mkstemp", refuse)
    with pytest.raises(EnvironmentProblem) as caught:
        exporting(library, LAN).export("Tin", Recipe("jsonl"), str(target), force=True)
    assert str(caught.value) == (
        f"{target}: cannot be written (the disk is full). What was there before is unchanged."
    )
    assert target.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_a_cancelled_export_leaves_nothing(library, tmp_path):
    seen = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 4:
            raise Cancelled(say("Stopped."))

    with pytest.raises(Cancelled):
        exporting(library, LAN).export("Tin", Recipe("jsonl"), str(tmp_path / "o"), progress=stop)
    assert seen == [(1, 6), (2, 6), (3, 6), (4, 6)]
    assert not (tmp_path / "o").exists()
    assert leftovers(tmp_path) == []


def test_what_cannot_be_read_back_is_not_published(library, tmp_path, monkeypatch):
    real = export_file.Delivery.writing

    @contextlib.contextmanager
    def damaging(self, target):
        with real(self, target) as stream:
            yield stream
        self.files[-1].temporary.write_bytes(b'{"text": 1}\n')

    monkeypatch.setattr(export_file.Delivery, "writing", damaging)
    with pytest.raises(EnvironmentProblem, match="what was written could not be read back"):
        exporting(library, LAN).export("Tin", Recipe("jsonl"), str(tmp_path / "o"))
    assert not (tmp_path / "o").exists()


def test_spans_that_do_not_come_back_are_not_counted(library, tmp_path, monkeypatch):
    real = export_file.Delivery.writing

    @contextlib.contextmanager
    def damaging(self, target):
        with real(self, target) as stream:
            yield stream
        file = self.files[-1].temporary
        file.write_bytes(file.read_bytes().replace(b'"start":35', b'"start":36', 1))

    monkeypatch.setattr(export_file.Delivery, "writing", damaging)
    result = exporting(library, LAN).export("Tin", Recipe("jsonl"), str(tmp_path / "o"))
    assert (result.spans_written, result.spans_recovered) == (12, 11)
    assert not result.is_proven


def test_texts_that_do_not_come_back_are_not_counted(library, tmp_path, monkeypatch):
    real = export_file.Delivery.writing

    @contextlib.contextmanager
    def damaging(self, target):
        with real(self, target) as stream:
            yield stream
        file = self.files[-1].temporary
        file.write_bytes(file.read_bytes().replace(b'1."', b'1!"'))

    service = exporting(library, documents=3)
    assert service.export("Tin", Recipe("jsonl"), str(tmp_path / "o")).is_proven
    monkeypatch.setattr(export_file.Delivery, "writing", damaging)
    result = service.export("Tin", Recipe("jsonl"), str(tmp_path / "o"), force=True)
    assert (result.documents, result.documents_recovered, result.is_proven) == (3, 2, False)


def test_a_split_is_a_folder_of_three_files_and_a_manifest(library, tmp_path):
    service = exporting(library, LAN, documents=20)
    result = service.export("Tin", Recipe(split=Split(seed=7, together=())), str(tmp_path / "o"))
    files = {path.name: path for path in (tmp_path / "o").iterdir()}
    assert sorted(files) == ["README.md", "dev.jsonl", "manifest.json", "test.jsonl", "train.jsonl"]
    uids = {
        name: [line["uid"] for line in lines(files[f"{name}.jsonl"])[1:]] for name in ("train", "dev", "test")
    }
    assert [len(uids[name]) for name in ("train", "dev", "test")] == [16, 2, 2]
    assert len(set().union(*uids.values())) == 20
    assert (result.documents, result.spans_recovered) == (20, 80)
    manifest = files["manifest.json"].read_bytes()
    assert result.sha256 == hashlib.sha256(manifest).hexdigest()
    for entry in json.loads(manifest)["files"]:
        assert entry["sha256"] == hashlib.sha256(files[entry["name"]].read_bytes()).hexdigest()


def test_a_split_depends_on_its_seed_alone(library, tmp_path):
    service = exporting(library, LAN, documents=20)
    recipes = [Recipe("conll", split=Split(seed=seed, together=())) for seed in (1, 1, 2)]
    sums = [
        service.export("Tin", recipe, str(tmp_path / str(number))).sha256
        for number, recipe in enumerate(recipes)
    ]
    assert sums[0] == sums[1] != sums[2]


def test_an_empty_part_is_an_empty_file(library, tmp_path):
    result = exporting(library, LAN).export(
        "Tin", Recipe("conll", split=Split((100, 0, 0))), str(tmp_path / "o")
    )
    assert (tmp_path / "o" / "dev.conll").read_bytes() == b""
    assert result.spans_recovered == result.spans_written


def test_a_split_into_a_folder_replaces_its_own_files_only(library, tmp_path):
    folder = tmp_path / "o"
    folder.mkdir()
    (folder / "mine.txt").write_bytes(b"mine")
    exporting(library, LAN).export("Tin", Recipe(split=Split()), str(folder), force=True)
    assert (folder / "mine.txt").read_bytes() == b"mine"
    assert (folder / "train.jsonl").exists()


@pytest.mark.skipif(os.name == "nt", reason="rights of this kind are POSIX's")
def test_a_new_file_has_the_rights_of_any_new_file(library, tmp_path):
    exporting(library, LAN).export("Tin", Recipe("jsonl"), str(tmp_path / "o"))
    other = tmp_path / "other"
    other.write_bytes(b"")
    assert (tmp_path / "o").stat().st_mode == other.stat().st_mode
