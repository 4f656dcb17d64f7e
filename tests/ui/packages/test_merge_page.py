"""The page of a package: what it brings is shown before anything happens, then comes in as one step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.messages import say
from annotator.model.changes import SpanAdded, SpanReplaced
from annotator.model.identity import new_uid
from annotator.model.package import (
    ComingDocument,
    ConflictSide,
    MergeConflict,
    MergePreview,
    PackageWish,
    RefusedDocument,
)
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.ui.i18n import language
from annotator.ui.packages.merge_page import MergePage
from annotator.ui.packages.merge_view import MergeView
from annotator.ui.parts.heading import SectionHeading
from annotator.ui.parts.plain_label import PlainLabel


@pytest.fixture
def assignment(library, corpus, tmp_path):
    path = str(tmp_path / "out.zip")
    library.packages.make(PackageWish(corpus.uid, "assignment", path, "Hoa", round="Đợt 1"))
    return path


@pytest.fixture
def other(tmp_path):
    with open_library(str(tmp_path / "other.annotator")) as opened:
        yield opened


@pytest.fixture
def returned(assignment, other, tmp_path):
    """The work of Hoa: one span."""
    other.packages.merge(assignment)
    home = other.corpora.list()[0]
    other.people.become("Hoa")
    label = other.labels.list(home.uid)[0].label.uid
    document = other.documents.rows(other.documents.keys(home.uid))[0].uid
    other.annotating.apply(document, (SpanAdded(Span(new_uid(), 0, 4, label)),))
    path = str(tmp_path / "back.zip")
    other.packages.make(PackageWish(home.uid, "return", path, "Hoa"))
    return path


@pytest.fixture
def page(desk, on_screen):
    page = MergePage(desk)
    on_screen(page, 1200, 800)
    page.setFocus()
    return page


def test_a_return_is_shown_and_comes_in_by_ctrl_enter(page, returned, library, corpus):
    came, said = [], []
    page.came.connect(came.append)
    page.told.connect(said.append)
    page.open_package(returned)
    assert page.name.text() == "back.zip"
    assert page.facts.what == "Work of Hoa"
    assert "1 document that is here already" in page.facts.words
    assert "1 span comes" in page.facts.words
    changes = page._seen.preview.changes_new
    assert page.main.text() == f"Take in {changes} changes"
    assert not page.becoming.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(each.kind, each.corpus_uid) for each in came] == [("return", corpus.uid)]
    assert changes == 2
    assert said == ["Taken in: Hoa's work: 1 document, 1 span."]
    (listed,) = [each for each in library.documents.listing(corpus.uid) if each.layers]
    assert [(layer.annotator.name, layer.spans) for layer in listed.layers] == [("Hoa", 1)]
    page.open_package(returned)
    assert not page.main.isEnabled()
    assert page.hint.text() == "All of it is here already; taking it in would change nothing."
    library.history.undo()
    page.open_package(returned)
    assert page.main.isEnabled()


def test_an_assignment_offers_to_be_whom_it_is_for(assignment, other, on_screen):
    from annotator.ui.desk import InlineDesk

    page = MergePage(InlineDesk(other))
    on_screen(page, 1200, 800)
    page.open_package(assignment)
    assert page.facts.what == "Work for Hoa"
    assert page.main.text() == "Take in 3 documents"
    assert page.becoming.isVisible()
    assert page.becoming.isChecked()
    assert page._for.text() == "This work is for Hoa. What you mark from then on is theirs."
    assert page.into.into.currentText() == "Thi đua khen thưởng (new)"
    page.act()
    assert other.people.profile().name == "Hoa"
    assert other.documents.counts(other.corpora.list()[0].uid).total == 3


def test_whoever_has_begun_is_not_made_another_person_unasked(assignment, other, on_screen):
    from annotator.ui.desk import InlineDesk

    home = other.corpora.create("Của tôi").value.uid
    mine = other.documents.add(home, "Bài", "Ông An.").value.uid
    label = other.labels.list(home)[0].label.uid
    other.annotating.apply(mine, (SpanAdded(Span(new_uid(), 4, 6, label)),))
    page = MergePage(InlineDesk(other))
    on_screen(page, 1200, 800)
    page.open_package(assignment)
    assert page.becoming.isVisible()
    assert not page.becoming.isChecked()


def test_who_made_it_is_told_so_and_stays_who_they_are(assignment, page, library, corpus):
    """Whoever hands out and takes their own package in by mistake has marked nothing themselves."""
    library.documents.bin([library.documents.rows(library.documents.keys(corpus.uid))[0].uid])
    page.open_package(assignment)
    assert page._seen.recipient.name == "Hoa"
    assert page._seen.is_from_here
    assert not page.becoming.isChecked()
    assert page.facts.made.startswith(f"This package was made here by {library.people.profile().name}, ")


def test_where_others_have_worked_one_stays_who_one_is(returned, other, tmp_path, on_screen):
    """A third machine that has Hoa's work gets work for Minh."""
    from annotator.ui.desk import InlineDesk

    with open_library(str(tmp_path / "third.annotator")) as third:
        third.packages.merge(returned)
        home, path = other.corpora.list()[0].uid, str(tmp_path / "minh.zip")
        other.packages.make(PackageWish(home, "assignment", path, "Minh"))
        page = MergePage(InlineDesk(third))
        on_screen(page, 1200, 800)
        page.open_package(path)
        assert not page._seen.is_from_here
        assert not page.becoming.isChecked()


def test_what_cannot_go_into_a_corpus_is_said_and_the_choice_stays(page, returned, library):
    home = library.corpora.create("Khác").value
    page.open_package(returned)
    page.into.into.setCurrentIndex(page.into.into.findData(home.uid))
    assert "is in the corpus Thi đua khen thưởng of this library already" in page._strip.sentence
    assert not page.main.isEnabled()
    page.into.into.setCurrentIndex(0)
    assert not page._strip.isVisible()
    assert page.main.isEnabled()


def test_a_bad_file_says_why_where_the_rest_would_stand(page, tmp_path):
    (tmp_path / "bad.zip").write_bytes(b"PK")
    page.open_package(str(tmp_path / "bad.zip"))
    assert page._strip.isVisible()
    assert "is not a ZIP archive, or a damaged one" in page._strip.sentence
    assert not page.main.isEnabled()
    assert page.facts.isHidden()


def test_what_needs_a_look_comes_first_and_is_plain_text(on_screen):
    def side(words, body):
        return ConflictSide("c", "Hoa", "2026-11-23T10:00:00.000Z", body, say("{words}", words=words))

    conflict = MergeConflict(
        "span", "d", "<b>Bài</b>", "a", "t", side("removed", None), (side("other edge", {}),)
    )
    refused = RefusedDocument("d2", "Bài 2", ("--- here", "+++ there", "-Ông An", "+Ông Ân"))
    counts = {"documents_new": 0, "documents_known": 1, "documents_joined": 0, "layers": 1}
    changes = {"changes_new": 1, "changes_known": 0, "spans_added": 0, "spans_removed": 0, "spans_changed": 1}
    seen = MergePreview(
        "p", "return", "Hoa", "", "Hoa", "Báo", "u", False, **counts, **changes,
        conflicts=(conflict,), labels_new=("địa danh",), refused=(refused,),
    )  # fmt: skip
    view = MergeView()
    on_screen(view, 600, 600)
    view.show_preview(seen)
    assert view.words[0] == "“Bài 2” is here with another text; the package cannot be taken in."
    assert view.words[1:5] == ["--- here", "+++ there", "-Ông An", "+Ông Ân"]
    assert view.words[5:8] == ["<b>Bài</b>", "Holds: removed", "Does not hold: other edge"]
    assert view.words[8] == "địa danh"


def _preview(*documents):
    counts = {"documents_new": 1, "documents_known": 0, "documents_joined": 0, "layers": 1}
    changes = {"changes_new": 1, "changes_known": 0, "spans_added": 0, "spans_removed": 0, "spans_changed": 1}
    return MergePreview(
        "p", "return", "Hoa", "", "Hoa", "Báo", "u", False, **counts, **changes, documents=documents
    )  # fmt: skip


def test_the_documents_are_named_new_ones_first(on_screen):
    view = MergeView()
    on_screen(view, 600, 600)
    view.show_preview(
        _preview(
            ComingDocument("<b>Cũ</b>", False, 0),
            ComingDocument("Đã sửa\nhai dòng", False, 2),
            ComingDocument("Mới", True, 3),
        )
    )
    headings = [each.findChild(PlainLabel).text() for each in view.findChildren(SectionHeading)]
    assert headings == ["New documents", "Documents with changes", "Documents without changes"]
    assert view.words == [
        "Nothing in it needs a look.", "Mới", "Đã sửa hai dòng · 2 changes", "<b>Cũ</b>"
    ]  # fmt: skip


def test_of_many_documents_the_first_are_named(on_screen):
    view = MergeView()
    on_screen(view, 600, 600)
    view.show_preview(_preview(*(ComingDocument(f"Bài {place}", True, 0) for place in range(1203))))
    assert view.words[1:201] == [f"Bài {place}" for place in range(200)]
    assert view.words[201:] == ["… and 1,003 more"]


def test_how_far_the_taking_in_is_stands_on_the_button(page, returned, library):
    said = []
    page.open_package(returned)
    merge = library.packages.merge

    def watched(path, into, progress):
        def told(done, total):
            progress(done, total)
            said.append((page.main.text(), page.bar.part))

        return merge(path, into, told)

    library.packages.merge = watched
    page.act()
    all_ = said[-1][0].split(" of ")[1].rstrip("…")
    assert said[0] == (f"Taking in 0 of {all_}…", 0)
    assert said[-1] == (f"Taking in {all_} of {all_}…", 1)


def test_what_does_not_hold_can_be_restored_once_it_is_taken_in(
    page, returned, assignment, other, library, tmp_path
):
    """Two machines of Hoa change the same span; the later change holds."""
    home, paths = other.corpora.list()[0].uid, [returned]
    document = other.documents.rows(other.documents.keys(home))[0].uid
    (span,) = [record.span for record in other.annotating.spans(home)]
    with open_library(str(tmp_path / "second.annotator")) as second:
        second.packages.merge(returned)
        second.people.become("Hoa")
        for place, (machine, end) in enumerate(((other, 8), (second, 12))):
            machine.annotating.apply(document, (SpanReplaced(span, replace(span, end=end)),))
            paths.append(str(tmp_path / f"{place}.zip"))
            machine.packages.make(PackageWish(home, "return", paths[-1], "Hoa"))
    came = []
    page.came.connect(came.append)
    for path in paths[1:]:
        page.open_package(path)
        page.act()
    assert [each.corpus_uid for each in came] == [home]
    assert page.main.text() == "Go to the corpus"
    assert page.facts.words[-1] == "1 thing changed apart"
    (button,) = page.view.offers
    held = _end_of(library, document)
    button.click()
    assert {held, _end_of(library, document)} == {8, 12}
    assert page.view.offers == []
    page.act()
    assert [each.corpus_uid for each in came] == [home, home]


def _end_of(library, document):
    corpus = library.corpora.list()[0].uid
    (record,) = [each for each in library.annotating.spans(corpus) if each.document == document]
    return record.span.end


def test_it_speaks_vietnamese(page, returned, qtbot):
    page.open_package(returned)
    language().choose("vi")
    qtbot.waitUntil(lambda: page.facts.what == "Bài làm của Hoa")
    assert page.title.text() == "Nhận một gói"
