"""What a recipe lets out of the library, under which names, into folders; foreseen, and shown beforehand."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from annotator.errors import Cancelled, UserError
from annotator.formats.base import Lost
from annotator.formats.registry import FORMATS, WRITABLE
from annotator.messages import Message, say
from annotator.model.changes import SpanAdded
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.recipe import Recipe, Split
from annotator.model.span import Span
from annotator.services.export import preview as export_preview
from annotator.services.export.facts import kinds_of, summed
from annotator.services.library import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.services.library import Library

TEXT = "Ông An về Huế 😀, bà Hà ở lại."
PEOPLE = {"Lan": "person", "Minh": "source", "vi-ner": "machine"}
ALL = {"layers": "all"}


def document(number: int) -> dict[str, Any]:
    """A text with three layers of two spans, one within the other; the first one's tags are secret."""
    spans = [
        {"start": 0 if label == "award" else 4, "end": 6, "label": label, "annotator": name, **more}
        for name in PEOPLE
        for label, more in (("award", {}), ("person", {"flags": ["unsure"]}))
    ]
    tags = {"tags": "Mật"} if number == 0 else {}
    return {"title": f"Tin {number}", "text": f"{TEXT} {number}", "spans": spans, "metadata": tags}


@pytest.fixture(scope="module")
def filled(empty_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Ten documents in the corpus Kho; only read by the tests."""
    people = [{"name": name, "kind": kind} for name, kind in PEOPLE.items()]
    head = {"format": "annotator-jsonl", "version": 1, "corpus": {"labels": []}, "annotators": people}
    folder = tmp_path_factory.mktemp("filled")
    path = folder / "in.jsonl"
    path.write_text("\n".join(map(json.dumps, [head, *map(document, range(10))])), "utf-8")
    with open_library(str(shutil.copyfile(empty_library, folder / "l.annotator"))) as library:
        library.importing.import_paths([str(path)], "Kho")
        yield library


def written(filled: Library, tmp_path: Path, **choices: Any) -> list[dict[str, Any]]:
    """The lines of an export."""
    filled.exporting.export("Kho", Recipe(**choices), str(tmp_path / "o"), force=True)
    return [json.loads(line) for line in (tmp_path / "o").read_text("utf-8").splitlines()]


def test_own_jsonl_names_people_and_numbers_them_on_demand(filled, tmp_path):
    named = written(filled, tmp_path, **ALL)[0]["annotators"]
    assert [person["name"] for person in named] == ["Lan", "Minh", "vi-ner"]
    head, first, *_ = written(filled, tmp_path, people="pseudonyms", **ALL)
    assert [(each["name"], each["kind"]) for each in head["annotators"]] == [
        ("A1", "person"),
        ("A2", "source"),
        ("vi-ner", "machine"),
    ]
    assert {span["annotator"] for span in first["spans"]} == {"A1", "A2", "vi-ner"}
    everything = json.dumps([head, first])
    assert not any(name in everything for name in ("Lan", "Minh", named[0]["uid"], named[1]["uid"]))


def test_a_number_is_the_persons_whoever_is_chosen(filled, tmp_path):
    head, *_ = written(filled, tmp_path, people="pseudonyms", annotator="Minh")
    both = written(filled, tmp_path, people="pseudonyms", **ALL)[0]["annotators"]
    assert head["annotators"] == both[1:2]


def test_other_formats_number_people_unless_told(filled, tmp_path):
    def names(**choices: Any) -> str:
        filled.exporting.export(
            "Kho", Recipe("label-studio", **ALL, **choices), str(tmp_path / "l"), force=True
        )
        return (tmp_path / "l").read_text("utf-8")

    assert "Lan" not in names()
    assert '"A1"' in names()
    assert "Lan" in names(people="names")


def test_the_manifest_tells_the_search_but_nobody(filled, tmp_path):
    def told(**choices: Any) -> str:
        recipe = Recipe(**ALL, card=True, search="by:Lan tin", **choices)
        filled.exporting.export("Kho", recipe, str(tmp_path / "o"), force=True)
        return json.loads((tmp_path / "o.manifest.json").read_text("utf-8"))["recipe"]["search"]

    assert told() == "by:Lan tin"
    assert told(people="pseudonyms") == "tin by:…"


@pytest.mark.parametrize("format_name", [name for name in WRITABLE if name != "jsonl"])
def test_no_format_tells_who_annotated(filled, tmp_path, format_name):
    if FORMATS[format_name].extra:
        pytest.importorskip(FORMATS[format_name].extra)
    uids = {person.uid for person in filled.people.list() if person.name in ("Lan", "Minh")}
    assert len(uids) == 2
    filled.exporting.export("Kho", Recipe(format_name, **ALL, card=True), str(tmp_path / "o"))
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    told = b"".join(path.read_bytes() for path in files) + "".join(map(str, files)).encode()
    assert not [name for name in ("Lan", "Minh", *uids) if name.encode() in told]


@pytest.mark.parametrize(
    ("choices", "documents", "spans"),
    [
        ({}, 10, 20),
        ({"without_tags": ("MẬT",)}, 9, 18),
        ({"without_tags": ("#mật",)}, 9, 18),
        ({"with_tags": ("mật", "khác")}, 1, 2),
        ({"with_tags": ("mật",), "without_tags": ("mật",)}, 0, 0),
        ({"without_flags": ("unsure",)}, 10, 10),
        ({"labels": ("person",), "without_flags": ("unsure",)}, 10, 0),
        ({"status": Status.DONE}, 0, 0),
    ],
)
@pytest.mark.parametrize("split", [None, Split(seed=2)])
def test_what_must_not_leave_stays(filled, tmp_path, choices, documents, spans, split):
    seen: list[tuple[int, int]] = []
    recipe = Recipe("conll", annotator="Lan", nested="levels", split=split, **choices)
    result = filled.exporting.export(
        "Kho", recipe, str(tmp_path / "o"), progress=lambda *told: seen.append(told)
    )
    assert (result.documents, result.spans, result.spans_recovered) == (documents, spans, spans)
    assert [part.name for part in result.parts] == (["train", "dev", "test"] if split else [""])
    assert sum(sum(part.labels.values()) for part in result.parts) == result.spans_written
    assert seen[-1:] == [(documents * (3 if split else 2),) * 2][: len(seen)]
    foreseen = filled.exporting.foresee("Kho", recipe)
    assert (foreseen.documents, foreseen.spans, foreseen.parts) == (documents, spans, result.parts)
    if "status" not in choices:
        assert foreseen.documents_excluded == 10 - documents
        assert foreseen.spans_excluded == 2 * documents - spans


@pytest.mark.parametrize("format_name", ["brat", "webanno"])
@pytest.mark.parametrize("split", [None, Split((50, 30, 20), together=())])
def test_formats_of_many_files_make_a_folder_that_is_read_back(filled, tmp_path, format_name, split):
    recipe = Recipe(format_name, annotator="Lan", split=split)
    result = filled.exporting.export("Kho", recipe, str(tmp_path / "o"))
    assert (result.spans, result.spans_written, result.spans_recovered) == (20, 20, 20)
    manifest = json.loads((tmp_path / "o" / "manifest.json").read_text("utf-8"))
    present = {
        path.relative_to(tmp_path / "o").as_posix() for path in (tmp_path / "o").rglob("*") if path.is_file()
    }
    assert {each["name"] for each in manifest["files"]} | {"manifest.json"} <= present == set(result.files)
    if split:
        assert [part.documents for part in result.parts] == [5, 3, 2]
        assert {name.partition("/")[0] for name in present if "/" in name} == {"train", "dev", "test"}
    again = filled.exporting.export("Kho", recipe, str(tmp_path / "o"), force=True)
    assert again.sha256 == result.sha256


def test_the_same_recipe_gives_the_same_bytes_wherever_it_is_written(filled, tmp_path):
    recipe = Recipe("conll", layers="all", split=Split(seed=5), licence="CC0")
    sums = {filled.exporting.export("Kho", recipe, str(tmp_path / name)).sha256 for name in ("a", "b")}
    assert len(sums) == 1


def test_a_card_beside_a_single_file_is_named_after_it(filled, tmp_path):
    recipe = Recipe("conll", annotator="Lan", card=True)
    target = tmp_path / "kho.conll"
    result = filled.exporting.export("Kho", recipe, str(target))
    assert (tmp_path / "kho.conll.manifest.json").is_file()
    assert all(name.startswith("kho.conll") for name in result.files)
    target.unlink()
    with pytest.raises(UserError, match=r"kho\.conll\.[\w.]+ is there already"):
        filled.exporting.export("Kho", recipe, str(target))


def test_the_future_is_told_by_kind_and_can_be_stopped(filled):
    foreseen = filled.exporting.foresee("Kho", Recipe("conll", annotator="Lan"))
    assert (foreseen.left_out, len(foreseen.lost)) == (10, 10)
    assert [(kind.count, str(kind.reason)[:24]) for kind in foreseen.kinds] == [
        (10, "It lies inside another s")
    ]
    assert "titles" in str(foreseen.notes[0])

    def stop(done: int, total: int) -> None:
        if done == 4:
            assert total == 10
            raise Cancelled(say("Stopped."))

    with pytest.raises(Cancelled):
        filled.exporting.foresee("Kho", Recipe("conll", annotator="Lan"), stop)


def test_the_passage_is_shown_beside_its_file(filled):
    seen = filled.exporting.preview("Kho", Recipe("conll", annotator="Lan"), lines=5)
    assert (seen.title, seen.text, seen.goes_on) == ("Tin 0", f"{TEXT} 0", False)
    assert [(span.start, span.end, span.label, span.lost is None) for span in seen.spans] == [
        (0, 6, "award", True),
        (4, 6, "person", False),
    ]
    (file,) = seen.files
    assert (file.name, file.is_text, file.goes_on) == ("Kho.conll", True, True)
    assert file.lines[2:] == ("Ông\tB-award", "An\tI-award", "về\tO")
    assert seen.notes


def test_a_preview_of_a_folder_shows_its_files(filled):
    uid = filled.documents.rows(filled.documents.keys(filled.corpora.named("Kho").uid))[3].uid
    seen = filled.exporting.preview("Kho", Recipe("brat", annotator="Lan"), document=uid)
    assert seen.title == "Tin 3"
    assert {file.name.rpartition(".")[2] for file in seen.files} >= {"ann", "txt", "conf"}
    assert filled.exporting.preview("Kho", Recipe(annotator="Lan"), document="nothing") is None
    binary = filled.exporting.preview("Kho", Recipe("spacy", annotator="Lan"))
    assert [(file.is_text, file.lines) for file in binary.files] == [(False, ())]


def test_all_layers_leave_suggestions_out_where_a_file_cannot_tell_them(filled, tmp_path):
    seen = filled.exporting.foresee("Kho", Recipe("spans-csv", layers="all"))
    assert seen.spans == 40
    assert any("vi-ner" in str(note) and "nobody accepted" in str(note) for note in seen.notes)
    assert filled.exporting.foresee("Kho", Recipe("spans-csv", annotator="vi-ner")).spans == 20
    kept = filled.exporting.foresee("Kho", Recipe("label-studio", layers="all"))
    assert kept.spans == 60
    assert not any("vi-ner" in str(note) for note in kept.notes)


def test_a_preview_of_a_split_names_the_file_that_will_be(filled):
    recipe = Recipe("conll", annotator="Lan", split=Split(seed=5))
    parts = filled.exporting.foresee("Kho", recipe).part_of
    assert len(parts) == 10
    for uid, part in list(parts.items())[:3]:
        seen = filled.exporting.preview("Kho", recipe, document=uid, part_of=parts)
        assert [file.name for file in seen.files] == [f"{part}.conll"]


def test_files_that_explain_others_come_last_in_a_preview(filled):
    seen = filled.exporting.preview("Kho", Recipe("huggingface", annotator="Lan"))
    assert [file.holds_documents for file in seen.files] == [True, False]
    assert seen.files[1].name == "dataset_info.json"


def test_notes_of_parts_are_summed_up():
    notes = (say("{count} gone.", count=2), say("Other."), say("{count} gone.", count=3), say("Other."))
    assert [str(note) for note in summed(notes)] == ["5 gone.", "Other."]


def test_a_long_document_is_cut_between_sentences(filled, monkeypatch):
    monkeypatch.setattr(export_preview, "_PASSAGE", 20)
    seen = filled.exporting.preview("Kho", Recipe(annotator="Lan"))
    assert TEXT.startswith(seen.text)
    assert len(seen.spans) == 2
    monkeypatch.setattr(export_preview, "_PASSAGE", 2)
    assert filled.exporting.preview("Kho", Recipe(annotator="Lan")).goes_on


def test_a_folder_never_replaces_the_library_that_stands_in_it(library, tmp_path):
    folder = tmp_path / "kho"
    (folder / "train").mkdir(parents=True)
    path = folder / "train" / "documents.json"
    with open_library(str(path)) as inside:
        inside.corpora.create("Kho")
        with pytest.raises(UserError, match=r"documents\.json is the library itself"):
            inside.exporting.export("Kho", Recipe("brat", split=Split()), str(folder), force=True)
        assert inside.checking.check().sound
    assert path.read_bytes().startswith(b"SQLite format 3")


def test_reasons_that_differ_by_span_are_one_kind():
    def lost(reason: Message) -> Lost:
        return Lost("d", 0, 2, "person", reason, "Tin", "An")

    same = say("It lies inside another span.")
    told = [lost(say("It is now “{words}”.", words=words)) for words in ("a", "b", "b")]
    kinds = kinds_of([lost(same), *told, lost(same)])
    assert [(str(kind.reason), kind.count) for kind in kinds] == [
        ("It is now “…”.", 3),
        ("It lies inside another span.", 2),
    ]


def test_labelling_goes_on_while_an_export_reads(library, corpus, tmp_path):
    uids = [library.documents.add(corpus, f"Tin {n}", f"{TEXT} {n}").value.uid for n in range(3)]
    label = library.labels.list(corpus)[0].label.uid

    def annotate(done: int, total: int) -> None:
        library.annotating.apply(uids[2], (SpanAdded(Span(new_uid(), done, done + 2, label)),))

    result = library.exporting.export(corpus, Recipe(layers="all"), str(tmp_path / "o"), progress=annotate)
    assert (result.documents, result.spans, result.spans_recovered) == (3, 0, 0)
    assert library.exporting.foresee(corpus, Recipe(layers="all")).spans == 6
    assert library.checking.check().sound


def test_what_explains_a_file_is_no_article(filled, library, tmp_path):
    recipe = Recipe("conll", annotator="Lan", card=True)
    filled.exporting.export("Kho", recipe, str(tmp_path / "out" / "kho.conll"), make_folder=True)
    report = library.importing.import_paths([str(tmp_path / "out")], "Mới")
    assert [file.path for file in report.files] == [str(tmp_path / "out" / "kho.conll")]
    assert report.documents_added == 10
