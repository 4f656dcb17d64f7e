"""The facade: corpora, documents, labels, people, labelling, copies, the bin."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator import paths
from annotator.errors import EnvironmentProblem, OutcomeUnknownError, UserError
from annotator.messages import say
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.document import AnnotatorKind, Status
from annotator.model.identity import new_uid
from annotator.model.outcome import Touched
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.storage import projection
from annotator.storage.copies import backups, thinning
from annotator.storage.copies import names as backup_names
from annotator.storage.titles import sort_key
from annotator.storage.unit_of_work import UnitOfWork

TEXT = "Đồng chí Nguyễn Văn A, Bí thư Tỉnh ủy"


@pytest.fixture
def document(library, corpus):
    return library.documents.add(corpus, "Bài 1", TEXT).value.uid


@pytest.fixture
def labels(library, corpus):
    return {each.label.name: each.label.uid for each in library.labels.list(corpus)}


def _add(library, document, start, end, label, **more):
    span = Span(new_uid(), start, end, label, **more)
    return span, library.annotating.apply(document, (SpanAdded(span),))


class TestCorpora:
    def test_names_are_unique_among_the_living(self, library, corpus):
        for name in ("Báo", "BÁO", "Ba\u0301o"):
            with pytest.raises(UserError, match="already"):
                library.corpora.create(name)
        library.corpora.bin(corpus)
        other = library.corpora.create("báo").value
        with pytest.raises(UserError, match="already"):
            library.corpora.unbin(corpus)
        library.corpora.rename(other.uid, "khác")
        library.corpora.unbin(corpus)
        assert [each.name for each in library.corpora.list()] == ["Báo", "khác"]

    def test_an_unknown_name_is_answered_with_those_there_are(self, library, corpus):
        with pytest.raises(UserError, match="Báo"):
            library.corpora.named("x")
        assert library.corpora.named("BÁO").uid == library.corpora.named(corpus).uid == corpus

    def test_counts_follow(self, library, corpus, document, labels):
        _add(library, document, 0, 8, labels["person"])
        library.annotating.apply(document, (StatusChanged(Status.IN_PROGRESS, Status.DONE),))
        assert [(c.documents, c.spans, c.done) for c in library.corpora.list()] == [(1, 1, 1)]


class TestDocuments:
    def test_text_comes_back_exactly(self, library, corpus):
        for text in ("a\r\nb\rc", "\ufeffx", "e\u0301 é", "a\0b", "😀\u2028\u00a0", "\ud7ff\U0010ffff"):
            uid = library.documents.add(corpus, text, text, {"k": text}).value.uid
            opened = library.documents.open(uid).document
            assert (opened.text, opened.title, opened.metadata) == (text, text, {"k": text})

    def test_half_a_character_and_nothing_are_refused(self, library, corpus):
        for text in ("", "a\ud800"):
            with pytest.raises(UserError):
                library.documents.add(corpus, "t", text)

    def test_a_known_text_is_recognised(self, library, corpus, document):
        outcome = library.documents.add(corpus, "other", TEXT)
        assert (outcome.value.uid, outcome.step) == (document, None)
        library.documents.bin([document])
        assert library.documents.add(corpus, "other", TEXT).value.uid == document
        assert library.documents.counts(corpus).total == 1

    def test_keys_are_ordered_searched_and_filtered(self, library, corpus):
        titles = ["Bài 10", "Ân", "bài 9", "An", "Đò", "do", "Dọ"]
        uids = [library.documents.add(corpus, title, title).value.uid for title in titles]
        library.annotating.apply(uids[0], (StatusChanged(Status.NEW, Status.DONE),))

        def shown(**options):
            return [row.title for row in library.documents.rows(library.documents.keys(corpus, **options))]

        assert shown() == titles
        assert shown(order="title") == ["An", "Ân", "bài 9", "Bài 10", "do", "Dọ", "Đò"]
        assert shown(order="title", descending=True)[0] == "Đò"
        assert shown(search="BAI 1") == ["Bài 10"]
        assert shown(search="do") == ["Đò", "do", "Dọ"]
        assert shown(status=Status.DONE) == ["Bài 10"]
        assert shown(order="status")[-1] == "Bài 10"
        assert library.documents.counts(corpus).done == 1
        assert library.documents.next_unfinished(corpus, uids[-1]) == uids[1]

    def test_the_bin_hides_and_gives_back(self, library, corpus, document, labels):
        _add(library, document, 0, 8, labels["person"])
        outcome = library.documents.bin([document])
        assert outcome.value == 1
        assert Touched.DOCUMENTS in outcome.touched
        assert library.documents.counts(corpus).total == 0
        assert library.labels.list(corpus)[0].spans == 0
        assert [row.uid for row in library.documents.binned(corpus)] == [document]
        with pytest.raises(UserError, match="bin"):
            _add(library, document, 0, 4, labels["person"])
        library.documents.unbin([document])
        assert library.labels.list(corpus)[0].spans == 1

    def test_a_document_that_is_not_there_is_said(self, library, corpus):
        for act in (library.documents.open, library.documents.key_of):
            with pytest.raises(UserError, match="no document"):
                act(new_uid())


class TestLabels:
    def test_names_and_keys_are_unique(self, library, corpus, labels):
        with pytest.raises(UserError, match="already"):
            library.labels.add(corpus, "PERSON")
        with pytest.raises(UserError, match="belongs to"):
            library.labels.add(corpus, "x", key="1")
        with pytest.raises(UserError, match="one letter"):
            library.labels.add(corpus, "x", key="ab")
        with pytest.raises(UserError, match="colour"):
            library.labels.add(corpus, "x", colour="red")
        made = library.labels.add(corpus, "x", key="x").value
        with pytest.raises(UserError, match="already"):
            library.labels.change(labels["person"], corpus=corpus, name="X")
        assert made.position == 5

    def test_spans_follow_a_rename_and_the_same_label_elsewhere_does_not(
        self, library, corpus, document, labels
    ):
        other = library.corpora.create("khác").value.uid
        _add(library, document, 0, 8, labels["person"])
        library.labels.change(labels["person"], corpus=corpus, name="người")
        assert next(library.annotating.spans(corpus)).label_name == "người"
        assert library.labels.list(other)[0].label.name == "person"
        assert library.labels.list(corpus)[0].spans == 1

    def test_a_used_label_is_removed_only_when_told_how(self, library, corpus, document, labels):
        _add(library, document, 0, 8, labels["person"])
        _add(library, document, 0, 4, labels["award"])
        with pytest.raises(UserError, match="1 span"):
            library.labels.remove(labels["person"], corpus=corpus)
        assert library.labels.remove(labels["person"], corpus=corpus, move_to=labels["award"]).value == 1
        assert [each.spans for each in library.labels.list(corpus)] == [0, 0, 0, 2]
        assert library.labels.remove(labels["award"], corpus=corpus, with_spans=True).value == 2
        assert len(library.documents.open(document).state) == 0
        assert library.corpora.list()[0].spans == 0

    def test_merged_spans_are_removed_and_relabelled_like_others(self, library, corpus, document, labels):
        span, _ = _add(library, document, 0, 8, labels["person"])
        library.labels.merge(labels["person"], labels["award"], corpus=corpus)
        shown = library.documents.open(document).state.spans()[0]
        assert shown.label == labels["award"]
        with pytest.raises(UserError, match="already"):
            _add(library, document, 0, 8, labels["award"])
        library.annotating.apply(document, (SpanReplaced(shown, Span(span.uid, 0, 9, labels["award"])),))
        library.annotating.apply(document, (SpanRemoved(Span(span.uid, 0, 9, labels["award"])),))
        assert library.checking.check().sound
        assert library.labels.list(corpus)[-1].spans == 0

    def test_order_is_kept(self, library, corpus, labels):
        library.labels.reorder(corpus, [labels["award"], labels["person"]])
        names = [each.label.name for each in library.labels.list(corpus)]
        assert names == ["award", "person", "position", "organization", "campaign"]


class TestAnnotating:
    def test_the_first_span_makes_layer_and_status(self, library, document, labels):
        _, outcome = _add(library, document, 0, 8, labels["person"])
        assert outcome.value[1] == StatusChanged(Status.NEW, Status.IN_PROGRESS)
        assert outcome.documents == (document,)
        opened = library.documents.open(document)
        assert [(layer.annotator, layer.spans) for layer in opened.layers] == [(library.self_annotator, 1)]
        assert opened.state.status is Status.IN_PROGRESS

    def test_what_does_not_fit_changes_nothing(self, library, document, labels):
        span, _ = _add(library, document, 0, 8, labels["person"])
        good = SpanAdded(Span(new_uid(), 1, 2, labels["award"]))
        for bad in (
            SpanAdded(Span(new_uid(), 0, 8, labels["person"])),
            SpanAdded(Span(new_uid(), 0, 5000, labels["person"])),
            SpanAdded(Span(new_uid(), 0, 3, new_uid())),
            SpanAdded(Span(span.uid, 0, 3, labels["person"])),
            SpanRemoved(Span(new_uid(), 0, 3, labels["person"])),
        ):
            with pytest.raises(UserError):
                library.annotating.apply(document, (good, bad))
            assert library.documents.open(document).state.spans() == [span]

    def test_everything_of_a_span_comes_back(self, library, document, labels):
        given = Span(
            new_uid(),
            0,
            8,
            labels["person"],
            "ghi chú\0",
            ("question", "unsure"),
            "propagate",
            ((0, 3), (5, 8)),
        )
        library.annotating.apply(document, (SpanAdded(given),))
        assert library.documents.open(document).state.spans() == [given]
        assert next(library.annotating.spans(library.corpora.list()[0].uid)).text == "Đồn … chí"

    def test_a_step_sent_again_after_an_unknown_end_is_made_once(
        self, library, document, labels, monkeypatch
    ):
        def keep_and_fail(unit):
            commit(unit)
            raise OutcomeUnknownError(say("The disk failed."))

        step, added = new_uid(), (SpanAdded(Span(new_uid(), 0, 4, labels["person"])),)
        commit = UnitOfWork.commit
        with monkeypatch.context() as patch:
            patch.setattr(UnitOfWork, "commit", keep_and_fail)
            with pytest.raises(OutcomeUnknownError):
                library.annotating.apply(document, added, step_uid=step)
        again = library.annotating.apply(document, added, step_uid=step)
        assert again.value == (*added, StatusChanged(Status.NEW, Status.IN_PROGRESS))
        assert again.step == library.history.steps()[0].seq
        assert len(library.documents.open(document).state) == 1

    def test_an_opened_document_says_which_steps_it_holds(self, library, document, labels):
        _, kept = _add(library, document, 0, 4, labels["person"])
        step = library.history.steps()[0].uid
        opened = library.documents.open(document, None, lambda: [step, "on its way"])
        assert (opened.step, opened.seen) == (kept.step, {step})

    def test_a_uid_of_another_document_is_refused(self, library, corpus, document, labels):
        span, _ = _add(library, document, 0, 8, labels["person"])
        other = library.documents.add(corpus, "2", "another text").value.uid
        with pytest.raises(UserError, match=span.uid):
            library.annotating.apply(other, (SpanAdded(Span(span.uid, 0, 3, labels["person"])),))

    def test_two_people_have_a_layer_each(self, library, corpus, document, labels):
        binh = library.people.annotator("Bình")
        machine = library.people.annotator("máy", AnnotatorKind.MACHINE)
        for who in (None, binh.uid, machine.uid):
            span = Span(new_uid(), 0, 8, labels["person"])
            library.annotating.apply(document, (SpanAdded(span),), annotator_uid=who, actor_uid=who)
        assert [len(library.documents.open(document, who).state) for who in (None, binh.uid)] == [1, 1]
        assert library.labels.list(corpus)[0].spans == 2
        assert library.history.steps()[1].actor == "Bình"
        assert len(list(library.annotating.spans(corpus, "Bình"))) == 1
        assert library.checking.check().sound
        assert library.measuring.stats(corpus)["by_annotator"][binh.name] == 1

    def test_status_of_a_document_is_the_least_advanced_of_people(self, library, corpus, document):
        library.annotating.apply(document, (StatusChanged(Status.NEW, Status.DONE),))
        other = library.people.annotator("Bình").uid
        library.annotating.apply(
            document, (StatusChanged(Status.NEW, Status.IN_PROGRESS),), annotator_uid=other
        )
        assert library.documents.counts(corpus).in_progress == 1

    def test_remove_names_what_is_not_there(self, library, corpus, document, labels):
        span, _ = _add(library, document, 0, 8, labels["person"])
        with pytest.raises(UserError, match="no span"):
            library.annotating.remove([span.uid, new_uid()])
        assert library.annotating.remove([span.uid]).value == 1
        assert library.corpora.list()[0].spans == 0


class TestPeople:
    def test_a_name_that_two_carry_is_refused_with_both_uids(self, library):
        one = library.people.annotator("An")
        assert library.people.annotator("an") == one
        two = library.people.annotator("Bình")
        library.people.rename(two.uid, "An")
        with pytest.raises(UserError, match=two.uid):
            library.people.find("An")
        assert library.people.find(two.uid).name == "An"


class TestStats:
    def test_counts_lengths_and_nesting(self, library, corpus, document, labels):
        for start, end, label in ((0, 20, "person"), (0, 8, "award"), (4, 12, "award"), (2, 4, "person")):
            _add(library, document, start, end, labels[label])
        stats = library.measuring.stats(corpus)
        assert stats["by_label"] == {"person": 2, "position": 0, "organization": 0, "campaign": 0, "award": 2}
        assert stats["lengths"] == {"shortest": 2, "median": 8, "mean": 9.5, "longest": 20}
        assert stats["nesting"] == {"nested": 3, "crossing": 1, "depth": 3}
        assert stats["by_status"] == {"new": 0, "in-progress": 1, "done": 0}


class TestBackups:
    def test_a_copy_is_proved_listed_and_restored(self, library, corpus, document, labels, tmp_path):
        _add(library, document, 0, 8, labels["person"])
        made = library.backups.make()
        assert (made.documents, made.spans) == (1, 1)
        assert [info.path for info in library.backups.list()] == [made.path]
        assert Path(made.path).parent == paths.backup_folder() / library.uid
        before = Path(made.path).read_bytes()
        restored = library.backups.restore(made.path, str(tmp_path / "new.annotator"))
        assert Path(made.path).read_bytes() == before
        with open_library(restored.path) as again:
            assert again.corpora.list() == library.corpora.list()
            assert again.checking.check().sound

    def test_nothing_is_overwritten(self, library, corpus, tmp_path):
        there = tmp_path / "there"
        there.write_bytes(b"x")
        made = library.backups.make()
        for output in (str(there), str(library.path)):
            with pytest.raises(UserError):
                library.backups.make(output)
            with pytest.raises(UserError):
                library.backups.restore(made.path, output)
        assert there.read_bytes() == b"x"

    def test_what_is_no_library_is_not_restored(self, library, tmp_path):
        (tmp_path / "x").write_bytes(b"text")
        with pytest.raises(EnvironmentProblem):
            library.backups.restore(str(tmp_path / "x"), str(tmp_path / "new"))
        assert not (tmp_path / "new").exists()

    def test_a_copy_is_due_when_something_changed_and_time_went_by(self, library, corpus):
        assert library.backups.if_due(60) is not None
        assert library.backups.if_due() is None
        library.corpora.create("D")
        assert library.backups.if_due(60) is None
        assert library.backups.if_due() is not None

    def test_half_a_copy_is_never_listed(self, library, corpus):
        made = Path(library.backups.make().path)
        (made.parent / "unfinished-1").write_bytes(b"half")
        made.with_name(made.name.replace("-s0", "-s9")).write_bytes(b"damaged")
        assert [info.path for info in library.backups.list()] == [str(made)]

    def test_old_copies_are_thinned_by_period(self):
        stamps = [f"202601{day:02d}T{hour:02d}0000000Z" for day in range(1, 29) for hour in range(24)]
        files = [Path(f"{stamp}-step1-d1-s1-{'0' * 64}.annotator") for stamp in reversed(stamps)]
        copies = [backup_names.read(file) for file in files]
        kept = sorted((copy.file for copy in thinning.keepers(copies)), reverse=True)
        assert [file.name[:11] for file in kept[:10]] == [f"20260128T{hour}" for hour in range(23, 13, -1)]
        assert len(kept) == 10 + 13 + 2

    def test_a_copy_can_be_made_while_labelling_goes_on(self, library, corpus, document, labels):
        with library.store.reading() as view:
            view.steps.newest()
            _add(library, document, 0, 8, labels["person"])
            made = backups.make(view.connection, library.path)
        assert made.spans == 0
        assert Path(made.path).stat().st_size == made.size


class TestBin:
    def test_emptying_takes_all_and_ends_undo_there(self, library, corpus, document, labels):
        keep = library.documents.add(corpus, "2", "giữ lại").value.uid
        _add(library, document, 0, 8, labels["person"])
        _add(library, keep, 0, 3, labels["award"])
        library.documents.bin([document])
        assert library.purging.content() == (1, 0)
        assert library.purging.empty_bin().value.documents == 1
        assert library.checking.check().sound
        assert library.documents.binned(corpus) == []
        assert library.backups.list()[0].documents == 1
        assert library.documents.add(corpus, "again", TEXT).value.uid != document

    def test_a_corpus_goes_with_all_it_holds(self, library, corpus, document, labels):
        _add(library, document, 0, 8, labels["person"])
        library.corpora.bin(corpus)
        assert library.purging.content() == (1, 1)
        library.purging.empty_bin()
        assert library.checking.check().sound
        assert library.corpora.binned() == []
        assert library.history.steps()[0].kind == "purge"
        assert library.purging.empty_bin().step is None

    def test_undo_passes_by_what_is_gone_for_ever_and_says_where_it_is(
        self, library, corpus, document, labels
    ):
        keep = library.documents.add(corpus, "2", "giữ lại").value.uid
        _add(library, keep, 0, 3, labels["award"])
        _add(library, document, 0, 8, labels["person"])
        library.documents.bin([document])
        assert library.history.passed_by() is None
        library.purging.empty_bin()
        assert library.history.next_undo().document == keep, "nothing that cannot be undone is promised"
        assert "is not brought back by undo. The backup of " in str(library.history.passed_by())
        done = library.history.undo()
        assert done.warnings[0].text.startswith("What was deleted for ever")
        assert library.documents.open(keep).state.spans() == []
        assert library.history.passed_by() is None, "said once"
        assert library.history.undo().warnings == ()
        assert library.checking.check().sound

    def test_of_an_act_on_several_documents_the_rest_is_undone(self, library, corpus, document, labels):
        keep = library.documents.add(corpus, "2", "giữ lại").value.uid
        _add(library, keep, 0, 3, labels["award"])
        library.documents.bin([document, keep])
        library.documents.unbin([keep])
        library.purging.empty_bin()
        library.history.undo()
        library.history.undo()
        assert [row.uid for row in library.documents.rows(library.documents.keys(corpus))] == [keep]
        library.history.undo()
        assert library.documents.open(keep).state.spans() == []
        library.history.redo()
        assert len(library.documents.open(keep).state.spans()) == 1
        assert library.checking.check().sound


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("an", "ăn"),
        ("ăn", "ân"),
        ("d", "đ"),
        ("o", "ô"),
        ("ô", "ơ"),
        ("ma", "mà"),
        ("mà", "mả"),
        ("mả", "mã"),
        ("mã", "má"),
        ("má", "mạ"),
        ("mạ", "mb"),
        ("Bài 9", "bài 10"),
        ("az", "ă"),
    ],
)
def test_titles_sort_as_in_a_dictionary(first, second):
    assert sort_key(first) < sort_key(second)


@pytest.mark.parametrize("lot", [1, 2, 3, 500])
def test_labels_are_counted_lot_by_lot_as_they_are_at_once(library, corpus, labels, monkeypatch, lot):
    monkeypatch.setattr(projection, "_LOT", lot)
    documents = [library.documents.add(corpus, f"{number}", f"Bài {number}").value.uid for number in range(5)]
    for number, document in enumerate(documents):
        _add(library, document, 0, 3, labels["person"])
        if number % 2:
            _add(library, document, 0, 2, labels["award"])
    library.documents.bin(documents)
    library.history.undo()
    counted = {each.label.name: (each.spans, each.documents) for each in library.labels.list(corpus)}
    assert (counted["person"], counted["award"], counted["position"]) == ((5, 5), (2, 2), (0, 0))
    assert not library.checking.check().problems
