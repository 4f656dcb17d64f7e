"""A copy beside the living library: what differs by name, and single documents brought back out of it."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from annotator.errors import Cancelled, EnvironmentProblem, UserError
from annotator.messages import say
from annotator.model.changes import SpanAdded, SpanRemoved, SpanReplaced, StatusChanged
from annotator.model.difference import Aspect, BroughtBack, Change
from annotator.model.document import AnnotatorKind, Status
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.services.library import Library, open_library

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "Đồng chí Nguyễn Văn A, Bí thư Tỉnh ủy, dự lễ trao Huân chương Lao động 🏅."


def _quiet(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


class Home(NamedTuple):
    """A library with two documents; the first has spans of two people."""

    library: Library
    corpus: str
    first: str
    second: str
    person: str
    award: str
    spans: tuple[Span, ...]

    def copy(self) -> str:
        """A verified copy of it as it is."""
        return self.library.backups.make().path

    def documents(self, file: str) -> list[tuple[Any, ...]]:
        """What differs, in short."""
        return [
            (each.change.value, each.title, each.gained, each.lost, each.changed, bool(each.aspects))
            for each in self.library.copies.compare(file, _quiet).documents
        ]

    def apply(self, *changes: Any, document: str = "", annotator: str | None = None) -> None:
        """Label."""
        self.library.annotating.apply(document or self.first, changes, annotator_uid=annotator)

    def held(self, document: str = "", annotator: str | None = None) -> dict[str, Span]:
        """The spans of a layer by uid."""
        opened = self.library.documents.open(document or self.first, annotator)
        return {span.uid: span for span in opened.state.spans()}

    def state(self) -> Any:
        """Everything, as a comparison with itself sees it."""
        from annotator.storage.copies.side_by_side import Held

        with self.library.store.reading() as view:
            held = Held(view.connection)
            documents = held.documents()
            contents = held.contents([row.key for row in documents.values()])
            found = {uid: (row[1:], contents[row.key]) for uid, row in documents.items()}
            return found, held.labels(), held.corpora(), view.people.all()


@pytest.fixture
def home(empty_library: Path, tmp_path: Path) -> Iterator[Home]:
    with open_library(str(shutil.copyfile(empty_library, tmp_path / "library.annotator"))) as library:
        corpus = library.corpora.create("Báo").value.uid
        first = library.documents.add(corpus, "Một", TEXT).value.uid
        second = library.documents.add(corpus, "Hai", f"{TEXT} Hai.").value.uid
        labels = {each.label.name: each.label.uid for each in library.labels.list(corpus)}
        spans = tuple(
            Span(new_uid(), start, end, labels[name], note=note)
            for start, end, name, note in (
                (9, 21, "person", "ai?"),
                (23, 37, "position", ""),
                (50, 70, "award", ""),
            )
        )
        lan = library.people.annotator("Lan", AnnotatorKind.SOURCE)
        library.annotating.apply(first, tuple(map(SpanAdded, spans[:2])))
        library.annotating.apply(first, (SpanAdded(spans[2]),), annotator_uid=lan.uid)
        library.comments.add(first, "Xem lại", span=spans[0].uid)
        yield Home(library, corpus, first, second, labels["person"], labels["award"], spans)


class TestDifference:
    def test_a_copy_of_the_present_state_differs_in_nothing(self, home):
        found = home.library.copies.compare(home.copy(), _quiet)
        assert found.is_same
        assert found.copy == found.library
        assert (found.copy.documents, found.copy.spans, found.copy.labels) == (2, 3, 5)

    def test_spans_gained_lost_and_changed_are_counted(self, home):
        copy = home.copy()
        kept, gone = home.spans[:2]
        home.apply(SpanRemoved(gone), SpanReplaced(kept, Span(kept.uid, 9, 21, home.award)))
        home.apply(SpanAdded(Span(new_uid(), 0, 8, home.person)))
        assert home.documents(copy) == [("changed", "Một", 1, 1, 1, False)]
        difference = home.library.copies.compare(copy, _quiet)
        assert difference.spans == {Change.GAINED: 1, Change.LOST: 1, Change.CHANGED: 1}
        own = home.library.self_annotator.name
        assert [
            (each.change.value, each.words, each.label, each.annotator, each.now, each.now_label)
            for each in home.library.copies.spans(copy, home.first)
        ] == [
            ("lost", "Đồng chí", "person", own, "", ""),
            ("changed", "Nguyễn Văn A", "person", own, "Nguyễn Văn A", "award"),
            ("gained", "Bí thư Tỉnh ủy", "position", own, "", ""),
        ]

    def test_documents_that_came_went_and_lie_in_the_bin(self, home):
        copy = home.copy()
        home.library.documents.bin([home.first])
        home.library.documents.add(home.corpus, "Ba", "Bài thứ ba")
        assert home.documents(copy) == [("lost", "Ba", 0, 0, 0, False), ("gained", "Một", 3, 0, 0, False)]
        (binned,) = [each for each in home.library.copies.compare(copy, _quiet).documents if each.gained]
        assert binned.is_binned
        home.library.purging.empty_bin()
        (purged,) = [each for each in home.library.copies.compare(copy, _quiet).documents if each.gained]
        assert (purged.uid, purged.is_binned, purged.corpus) == (home.first, False, "Báo")
        assert home.library.copies.spans(copy, home.first)[0].words == "Nguyễn Văn A"

    def test_what_stands_beside_the_spans_is_a_difference(self, home):
        copy = home.copy()
        home.library.documents.rename(home.second, "Hai mới")
        home.apply(StatusChanged(Status.IN_PROGRESS, Status.DONE))
        assert home.documents(copy) == [
            ("changed", "Hai mới", 0, 0, 0, True),
            ("changed", "Một", 0, 0, 0, True),
        ]
        found = home.library.copies.compare(copy, _quiet).documents
        assert [each.aspects for each in found] == [(Aspect.TITLE,), (Aspect.STATUS,)]

    def test_what_the_copy_held_in_its_bin_is_found_once_the_library_emptied_its_own(self, home):
        home.library.documents.bin([home.first])
        emptied = home.library.purging.empty_bin().value
        assert (emptied.documents, emptied.corpora) == (1, 0)
        copy = emptied.copy.path
        assert [(each.path, each.documents, each.binned) for each in home.library.backups.list()] == [
            (copy, 1, 1)
        ]
        (found,) = home.library.copies.compare(copy, _quiet).documents
        assert (found.change, found.title, found.gained) == (Change.GAINED, "Một", 3)
        assert (found.was_binned, found.is_binned) == (True, False)
        assert len(home.library.copies.spans(copy, home.first)) == 3
        home.library.copies.bring_back(copy, [home.first])
        assert len(home.held()) == 2
        assert home.library.copies.compare(copy, _quiet).is_same

    def test_a_corpus_of_the_copys_bin_comes_back_with_its_documents(self, home):
        home.library.corpora.bin(home.corpus)
        copy = home.library.purging.empty_bin().value.copy.path
        found = home.library.copies.compare(copy, _quiet)
        assert {each.title for each in found.documents if each.was_binned} == {"Một", "Hai"}
        assert [(each.change, each.name) for each in found.corpora] == [(Change.GAINED, "Báo")]
        home.library.copies.bring_back(copy, [home.first])
        assert [corpus.name for corpus in home.library.corpora.list()] == ["Báo"]
        assert len(home.held()) == 2

    def test_what_lies_in_both_bins_or_has_left_the_bin_since_is_not_only_in_the_copy(self, home):
        home.library.documents.bin([home.first])
        copy = home.copy()
        assert home.library.copies.compare(copy, _quiet).is_same
        home.library.documents.unbin([home.first])
        assert home.library.copies.compare(copy, _quiet).is_same
        home.library.documents.rename(home.first, "Một mới")
        (found,) = home.library.copies.compare(copy, _quiet).documents
        assert (found.change, found.aspects, found.was_binned) == (Change.CHANGED, (Aspect.TITLE,), True)
        assert len(home.library.copies.spans(copy, home.first)) == 0

    def test_labels_and_corpora_by_name(self, home):
        copy = home.copy()
        home.library.labels.change(home.award, corpus=home.corpus, name="Huân chương")
        home.library.labels.add(home.corpus, "mới")
        home.library.corpora.create("Sách")
        found = home.library.copies.compare(copy, _quiet)
        labels = [(each.change.value, each.name, each.was) for each in found.labels if each.corpus == "Báo"]
        assert labels == [("changed", "Huân chương", "award"), ("lost", "mới", "")]
        assert [(each.change.value, each.name) for each in found.corpora] == [("lost", "Sách")]
        assert found.documents == ()

    def test_a_text_that_is_no_longer_the_one_that_came_in_differs(self, home):
        copy = home.copy()
        with home.library.store.saving() as unit:
            unit.connection.exec_driver_sql("UPDATE document SET text = text || 'x' WHERE id = 1")
            unit.commit()
        (found,) = home.library.copies.compare(copy, _quiet).documents
        assert (found.uid, found.has_other_text, found.aspects) == (home.first, True, ())

    def test_a_copy_of_another_library_is_refused(self, home, tmp_path):
        other = tmp_path / "other.annotator"
        open_library(str(other)).close()
        with pytest.raises(UserError, match="another library"):
            home.library.copies.compare(str(other), _quiet)
        with pytest.raises(EnvironmentProblem):
            home.library.copies.compare(str(tmp_path / "nothing"), _quiet)

    def test_a_copy_that_changed_is_refused(self, home):
        copy = Path(home.copy())
        copy.write_bytes(copy.read_bytes()[:-1] + b"x")
        with pytest.raises(EnvironmentProblem, match="bytes have changed"):
            home.library.copies.compare(str(copy), _quiet)

    def test_it_can_be_stopped(self, home):
        def stop(_done: int, _total: int) -> None:
            raise Cancelled(say("Stopped."))

        with pytest.raises(Cancelled):
            home.library.copies.compare(home.copy(), stop)


class TestBack:
    def test_a_purged_document_comes_back_with_every_layer(self, home):
        before, copy = home.state(), home.copy()
        home.library.documents.bin([home.first])
        home.library.purging.empty_bin()
        without = home.state()
        outcome = home.library.copies.bring_back(copy, [home.first])
        assert outcome.value == BroughtBack(1, 3)
        assert home.state()[0].keys() == before[0].keys()
        assert home.library.copies.compare(copy, _quiet).is_same
        assert home.library.checking.check().sound
        assert outcome.documents == (home.first,)
        step = home.library.history.steps()[0]
        assert (step.kind, step.document) == ("bring-back", home.first)
        assert "“Một” brought back from the backup of 20" in str(step.summary)
        home.library.history.undo()
        assert home.state() == without
        home.library.history.redo()
        assert home.library.copies.compare(copy, _quiet).is_same
        assert home.library.checking.check().sound

    def test_what_was_made_since_stays_beside_what_comes_back(self, home):
        copy = home.copy()
        home.apply(SpanRemoved(home.spans[0]))
        newer = Span(new_uid(), 0, 8, home.person)
        home.apply(SpanAdded(newer), SpanReplaced(home.spans[1], Span(home.spans[1].uid, 23, 30, home.award)))
        before = home.state()
        outcome = home.library.copies.bring_back(copy, [home.first])
        assert outcome.value == BroughtBack(1, 1, 1)
        assert home.held().keys() == {newer.uid, home.spans[0].uid, home.spans[1].uid}
        assert home.held()[home.spans[1].uid] == home.spans[1]
        assert home.library.checking.check().sound
        home.library.history.undo()
        assert home.state() == before

    def test_exactly_as_it_was_takes_what_was_made_since_away(self, home):
        copy = home.copy()
        home.apply(
            SpanAdded(Span(new_uid(), 0, 8, home.person)), StatusChanged(Status.IN_PROGRESS, Status.DONE)
        )
        minh = home.library.people.annotator("Minh", AnnotatorKind.SOURCE)
        home.apply(SpanAdded(Span(new_uid(), 0, 8, home.person)), annotator=minh.uid)
        home.library.comments.add(home.first, "Sau này")
        home.library.documents.rename(home.first, "Tên khác")
        before = home.state()
        outcome = home.library.copies.bring_back(copy, [home.first], exactly=True)
        assert (outcome.value.gained, outcome.value.removed) == (0, 2)
        assert home.documents(copy) == []
        assert home.library.checking.check().sound
        home.library.history.undo()
        assert home.state() == before

    def test_a_document_out_of_the_bin_and_one_that_is_as_it_was(self, home):
        copy = home.copy()
        assert home.library.copies.bring_back(copy, [home.first, home.second]).step is None
        home.library.documents.bin([home.second])
        outcome = home.library.copies.bring_back(copy, [home.first, home.second])
        assert outcome.value == BroughtBack(2)
        assert home.library.copies.compare(copy, _quiet).is_same

    def test_with_a_corpus_that_is_gone_come_its_labels(self, home):
        copy = home.copy()
        home.library.corpora.bin(home.corpus)
        with pytest.raises(UserError, match="lies in the bin"):
            home.library.copies.bring_back(copy, [home.first])
        home.library.purging.empty_bin()
        home.library.corpora.create("báo")
        outcome = home.library.copies.bring_back(copy, [home.first, home.second])
        assert outcome.value == BroughtBack(2, 3)
        assert sorted(each.name for each in home.library.corpora.list()) == ["Báo (2)", "báo"]
        assert len(home.library.labels.list(home.corpus)) == 5
        assert home.library.checking.check().sound
        assert "2 documents brought back" in str(home.library.history.steps()[0].summary)
        home.library.history.undo()
        assert [each.name for each in home.library.corpora.list()] == ["báo"]
        assert home.library.checking.check().sound

    def test_a_label_that_is_gone_comes_back_or_its_name_is_met(self, home):
        copy = home.copy()
        for uid in (home.person, home.award):
            home.library.labels.remove(uid, corpus=home.corpus, with_spans=True)
        home.library.labels.add(home.corpus, "Award")
        outcome = home.library.copies.bring_back(copy, [home.first])
        assert outcome.value == BroughtBack(1, 2)
        counted = {each.label.name: each.spans for each in home.library.labels.list(home.corpus)}
        assert (counted["person"], counted["Award"]) == (1, 1)
        assert "award" not in counted
        assert home.library.checking.check().sound

    def test_words_that_carry_the_label_again_stay_as_they_are(self, home):
        copy = home.copy()
        home.apply(SpanRemoved(home.spans[0]))
        again = Span(new_uid(), 9, 21, home.person)
        home.apply(SpanAdded(again))
        outcome = home.library.copies.bring_back(copy, [home.first])
        assert (outcome.value.gained, outcome.value.left) == (0, 1)
        assert "stays as it is" in str(outcome.value.reasons[0])
        assert again.uid in home.held()

    def test_a_text_that_is_there_again_is_refused(self, home):
        copy = home.copy()
        home.library.documents.bin([home.first])
        home.library.purging.empty_bin()
        home.library.documents.add(home.corpus, "Lại", TEXT)
        before = home.state()
        with pytest.raises(UserError, match="very text"):
            home.library.copies.bring_back(copy, [home.first])
        assert home.state() == before

    def test_a_document_that_the_copy_does_not_hold_is_refused(self, home):
        with pytest.raises(UserError, match="holds no document"):
            home.library.copies.bring_back(home.copy(), [home.first, new_uid()])

    def test_a_text_that_is_not_the_one_written_is_refused(self, home, tmp_path):
        copy = tmp_path / "copy.annotator"
        shutil.copyfile(home.copy(), copy)
        altered = sqlite3.connect(copy)
        altered.execute("UPDATE span_version SET covered = 'x' WHERE start = 9")
        altered.commit()
        altered.close()
        home.apply(SpanRemoved(home.spans[0]))
        with pytest.raises(EnvironmentProblem, match="as it was written"):
            home.library.copies.bring_back(str(copy), [home.first])
        assert home.library.checking.check().sound

    def test_nothing_is_kept_when_the_disk_refuses(self, home, monkeypatch):
        copy = home.copy()
        home.apply(SpanRemoved(home.spans[0]))
        before = home.state()
        from annotator.storage.rewriting import Plan

        def fail(*_words: Any) -> None:
            raise EnvironmentProblem(say("The disk is full."))

        monkeypatch.setattr(Plan, "write", fail)
        with pytest.raises(EnvironmentProblem):
            home.library.copies.bring_back(copy, [home.first])
        assert home.state() == before
        assert home.library.checking.check().sound
