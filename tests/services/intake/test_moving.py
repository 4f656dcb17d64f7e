"""A staging file moved into a corpus: the rules of texts, labels and people that meet."""

from __future__ import annotations

import pytest

from annotator.errors import FormatError
from annotator.formats.base import IncomingSpan
from annotator.model.changes import SpanAdded
from annotator.model.document import Annotator, AnnotatorKind, Status
from annotator.model.identity import new_uid
from annotator.model.label import Label
from annotator.model.span import Span
from annotator.services.intake.moving import move_staged
from annotator.storage.repositories.labels import Labels
from annotator.storage.staging import StagedDocument, StagingFile

AN = Annotator("", "An", AnnotatorKind.SOURCE)


@pytest.fixture
def move(library, tmp_path):
    numbers = iter(range(100))

    def run(*documents, labels=(), people=(AN,), policy="add", **options):
        path = tmp_path / f"staging{next(numbers)}"
        staging = StagingFile(path)
        for label in labels:
            staging.list_label(label)
        keys = [staging.add_annotator(person) for person in people]
        for text, spans, *rest in documents:
            more = rest[0] if rest else {}
            staging.add_document(
                StagedDocument(
                    more.get("uid"),
                    more.get("title", text[:9]),
                    text,
                    more.get("metadata", {}),
                    dict.fromkeys(keys if spans is not None else (), more.get("status")),
                    {
                        key: [
                            IncomingSpan(*span[:3], uid=span[3] if len(span) > 3 else None)
                            for span in spans or ()
                        ]
                        for key in keys
                    },
                )
            )
        staging.finish()
        staging.close()
        outcome = move_staged(library.store, path, corpus="C", name="f.jsonl", labels=policy, **options)
        assert [str(problem.message) for problem in library.checking.check().problems] == []
        return outcome

    return run


def _corpus(library):
    return library.corpora.named("C")


def _spans(library):
    return [
        (r.annotator.name, r.span.start, r.span.end, r.label_name)
        for r in library.annotating.spans(_corpus(library).uid)
    ]


def test_a_new_file_comes_in_whole_under_one_step(library, move):
    outcome = move(("một hai", [(0, 3, "person"), (4, 7, "award")]), ("ba", []), ("bốn", None))
    assert (outcome.value.documents_added, outcome.value.spans_added) == (3, 2)
    assert [step.kind for step in library.history.steps()] == ["import", "create"]
    assert _spans(library) == [("An", 0, 3, "person"), ("An", 4, 7, "award")]
    listed = list(library.documents.listing(_corpus(library).uid))
    assert [row.title for row in listed] == ["một hai", "ba", "bốn"]
    assert [row.status for row in listed] == [Status.IN_PROGRESS, Status.NEW, Status.NEW]
    assert [len(row.layers) for row in listed] == [1, 1, 0]
    assert _corpus(library).spans == 2


def test_the_same_file_again_changes_nothing(library, move):
    documents = (("một hai", [(0, 3, "person")]), ("ba", []))
    move(*documents)
    again = move(*documents)
    assert again.step is None
    assert (again.value.documents_added, again.value.documents_known, again.value.spans_added) == (0, 2, 0)
    assert len(library.history.steps()) == 2


def test_a_known_text_keeps_its_document_and_gains_spans(library, move):
    move(("một hai", [(0, 3, "person")], {"uid": (first := new_uid()), "metadata": {"a": "1"}}))
    other = new_uid()
    outcome = move(
        ("một hai", [(0, 3, "person"), (4, 7, "award")], {"uid": other, "metadata": {"a": "2", "b": "3"}})
    )
    assert (outcome.value.documents_known, outcome.value.spans_added) == (1, 1)
    row = next(library.documents.listing(_corpus(library).uid))
    assert (row.uid, row.metadata) == (first, {"a": "1", "b": "3"})
    assert library.documents.open(other).document.uid == first
    assert len(outcome.value.notices) == 3


def test_the_same_text_twice_in_one_file_is_one_document(library, move):
    outcome = move(("một", [(0, 3, "person")]), ("một", [(0, 3, "person"), (0, 2, "award")]))
    assert (outcome.value.documents_added, outcome.value.documents_known) == (1, 1)
    assert _spans(library) == [("An", 0, 3, "person"), ("An", 0, 2, "award")]


def test_equal_spans_and_uids_in_one_file_are_kept_once(library, move):
    uid = new_uid()
    outcome = move(
        ("một hai", [(0, 3, "person"), (0, 3, "Person"), (0, 2, "award", uid), (1, 2, "award", uid)])
    )
    assert outcome.value.spans_added == 3
    assert len({record.span.uid for record in library.annotating.spans(_corpus(library).uid)}) == 3


def test_a_uid_with_another_text_is_refused_whole(library, move):
    uid = new_uid()
    move(("một", [], {"uid": uid}))
    steps = library.history.steps()
    with pytest.raises(FormatError, match=uid):
        move(("mới", [(0, 1, "person")]), ("khác", [], {"uid": uid}))
    assert library.history.steps() == steps
    assert _corpus(library).documents == 1


def test_a_document_in_the_bin_comes_out_of_it(library, move):
    move(("một", [(0, 1, "person")]))
    library.documents.bin([next(library.documents.listing(_corpus(library).uid)).uid])
    outcome = move(("một", [(0, 2, "person")]))
    assert outcome.value.documents_known == 1
    assert len(_spans(library)) == 2
    assert "bin" in str(outcome.value.notices[0])


def test_a_file_whose_import_was_undone_comes_in_again(library, move):
    document = ("một", [(0, 1, "person", new_uid())], {"uid": new_uid()})
    move(document)
    library.history.undo()
    outcome = move(document)
    assert outcome.value.documents_added == 1
    assert next(library.documents.listing(_corpus(library).uid)).uid == document[2]["uid"]
    library.history.undo()
    move(("other text", [], {"uid": document[2]["uid"]}))
    assert next(library.documents.listing(_corpus(library).uid)).characters == 10


def test_labels_meet_by_name_and_unknown_ones_are_added(library, move):
    outcome = move(("một hai", [(0, 1, "PERSON"), (0, 2, "Lễ hội")]))
    assert outcome.value.labels_added == ("Lễ hội",)
    assert [each.label.name for each in library.labels.list(_corpus(library).uid)][-1] == "Lễ hội"


def test_unknown_labels_can_be_refused(library, move):
    library.corpora.create("C")
    with pytest.raises(FormatError, match="Lễ hội"):
        move(("một hai", [(0, 2, "Lễ hội")]), policy="refuse")
    assert _corpus(library).documents == 0


def test_a_corpus_made_for_a_file_has_the_label_set_of_the_file(library, move):
    uid = new_uid()
    move(("một", [(0, 1, "x")]), labels=[Label(uid, "x", "#112233", "q", "what"), Label("", "y", "#445566")])
    labels = [each.label for each in library.labels.list(_corpus(library).uid)]
    assert [label.name for label in labels] == ["x", "y"]
    assert (labels[0].uid, labels[0].key, labels[0].definition) == (uid, "q", "what")


def test_a_merged_label_is_an_alias_for_what_arrives_later(library, move):
    move(("một hai", [(0, 3, "person"), (0, 3, "award")]))
    corpus = _corpus(library).uid
    uids = {each.label.name: each.label.uid for each in library.labels.list(corpus)}
    library.labels.merge(uids["award"], uids["person"], corpus=corpus)
    assert _spans(library) == [("An", 0, 3, "person")]
    outcome = move(("một hai", [(0, 3, "award"), (4, 7, "award")]))
    assert outcome.value.spans_added == 1
    assert _spans(library) == [("An", 0, 3, "person"), ("An", 4, 7, "person")]


def test_people_meet_by_uid_and_name(library, move):
    uid = new_uid()
    move(("một", [(0, 1, "person")]), people=[Annotator(uid, "An", AnnotatorKind.PERSON)])
    move(("hai", [(0, 1, "person")]), people=[Annotator("", "An", AnnotatorKind.SOURCE)])
    assert [person.uid for person in library.people.list()][1:] == [uid]


def test_labelling_goes_on_after_an_import_on_the_same_layer(library, move):
    own = library.self_annotator
    move(("một hai", [(0, 3, "person")]), people=[own])
    uid = next(library.documents.listing(_corpus(library).uid)).uid
    label = library.documents.open(uid).labels[0].uid
    library.annotating.apply(uid, (SpanAdded(Span(new_uid(), 0, 1, label)),))
    move(("một hai", [(4, 7, "person")]), people=[own])
    library.annotating.apply(uid, (SpanAdded(Span(new_uid(), 0, 2, label)),))
    assert len(library.documents.open(uid).state) == 4


def test_a_dry_run_writes_nothing(library, move):
    outcome = move(("một", [(0, 1, "person")]), dry_run=True)
    assert (outcome.value.documents_added, outcome.step) == (1, None)
    assert library.corpora.list() == []


def test_files_of_one_group_are_undone_as_one(library, move):
    group = new_uid()
    for text in ("một", "hai", "ba"):
        move((text, [(0, 1, "person")]), group=group)
    library.history.undo()
    assert library.corpora.list() == []
    library.history.redo()
    assert (_corpus(library).documents, _corpus(library).spans) == (3, 3)
    assert library.history.next_redo() is None


def test_an_undone_document_and_its_text_again_in_one_file_are_one(library, move):
    uid = new_uid()
    move(("một", [], {"uid": uid}))
    library.history.undo()
    outcome = move(
        ("một", [(0, 1, "person")]), ("một", [(0, 2, "person")], {"uid": uid}), ("một", [], {"uid": uid})
    )
    assert (outcome.value.documents_added, outcome.value.documents_known) == (1, 2)
    assert next(library.documents.listing(_corpus(library).uid)).uid == uid


def _looks(library):
    found = [each.label for each in library.labels.list(_corpus(library).uid)]
    return {label.name: (label.colour, label.key) for label in found}


def test_labels_known_by_name_alone_get_colour_and_key(library, move):
    bare = [Label("", "Lễ hội", ""), Label("", "person", ""), Label("", "y", "", "2")]
    move(("một", [(0, 1, "position"), (0, 2, "x")]), labels=bare)
    looks = _looks(library)
    assert looks["person"] == ("#0283ce", "1")
    assert looks["position"][0] == "#bd8703"
    assert [looks[name][1] for name in ("Lễ hội", "y", "position", "x")] == ["3", "2", "4", "5"]
    assert len({colour for colour, _ in looks.values()}) == 5


def test_a_label_met_in_spans_gets_the_next_free_digit_beside_those_there(library, move):
    move(("một", [(0, 1, "x")]))
    move(("hai", [(0, 1, "z")]))
    looks = _looks(library)
    assert (looks["x"][1], looks["z"][1]) == ("6", "7")
    assert len({colour for colour, _ in looks.values()}) == 7


def test_a_label_with_a_colour_and_no_key_is_meant_to_have_none(library, move):
    move(("một", [(0, 1, "person")]), labels=[Label("", "person", "#112233")])
    assert _looks(library) == {"person": ("#112233", "")}


def test_labels_are_not_read_anew_for_each_one(library, move, monkeypatch):
    """A file of three thousand labels had taken minutes while nobody could save."""
    asked = []
    usable = Labels.usable
    monkeypatch.setattr(Labels, "usable", lambda self, home: asked.append(home) or usable(self, home))
    move(("An", [(0, 2, f"L{number}") for number in range(100)]))
    assert len(asked) < 20
    names = [each.label.name for each in library.labels.list(_corpus(library).uid)]
    assert [name for name in names if name.startswith("L")] == [f"L{number}" for number in range(100)]
    assert len({each.label.colour for each in library.labels.list(_corpus(library).uid)}) == len(names)
