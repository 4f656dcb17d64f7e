"""Strings, samples and feedback on a real library, by the keys they answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.agreement.sampled import Fault
from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.span import Span
from annotator.ui.desk import InlineDesk
from annotator.ui.i18n import language
from annotator.ui.parts.plain_label import PlainLabel
from annotator.ui.past.days import date_words
from annotator.ui.review.feedback.page import FeedbackPage
from annotator.ui.review.feedback.words import FeedbackWords
from annotator.ui.review.samples.page import SamplesPage
from annotator.ui.review.shared import Shared
from annotator.ui.review.strings.page import StringsPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from annotator.model.document import Corpus
    from annotator.services.library import Library
    from annotator.ui.review.page import ReviewPage

TEXT = "Tỉnh ủy họp ở Sở Y tế, ông Hà dự."
DONE = StatusChanged(Status.IN_PROGRESS, Status.DONE)


@pytest.fixture
def labels(library: Library, corpus: Corpus) -> dict[str, str]:
    return {each.label.name: each.label.uid for each in library.labels.list(corpus.uid)}


@pytest.fixture
def documents(library: Library, corpus: Corpus, labels: dict[str, str]) -> list[str]:
    """Two documents; Lan and Tú differ about two strings and about the edges of a name."""
    people = [library.people.create(name).value.uid for name in ("Lan", "Tú")]
    marks = (
        [("Tỉnh ủy", "organization"), ("Sở Y tế", "organization"), ("ông Hà", "person")],
        [("Tỉnh ủy", "position"), ("Sở Y tế", "organization"), ("Hà", "person")],
    )
    made = []
    for number in range(2):
        document = library.documents.add(corpus.uid, f"Bài {number}", f"{number} {TEXT}").value.uid
        for person, layer in zip(people, marks, strict=True):
            added = []
            for words, label in layer:
                start = TEXT.index(words) + 2
                added.append(SpanAdded(Span(new_uid(), start, start + len(words), labels[label])))
            library.annotating.apply(document, (*added, DONE), annotator_uid=person)
        made.append(document)
    return made


@pytest.fixture
def shown(
    library: Library, corpus: Corpus, documents: list[str], on_screen: Callable[[QWidget, int, int], None]
) -> Callable[[type[ReviewPage]], ReviewPage]:
    def show(kind: type[ReviewPage]) -> ReviewPage:
        shared = Shared(InlineDesk(library))
        shared.desk._changed = shared.changed.emit
        page = kind(shared)
        shared.changed.connect(page.refresh)
        on_screen(page, 1200, 700)
        page.set_corpus(corpus.uid, is_writable=True)
        return page

    return show


def gold(library: Library, document: str) -> list[str]:
    reviewed = library.review.document(document)
    text, names = reviewed.document.text, reviewed.labels
    return [f"{text[span.start : span.end]} {names[span.label].name}" for span in reviewed.gold]


def test_a_figure_gives_a_label_to_all_places_of_a_string(library, documents, shown):
    page = shown(StringsPage)
    assert page.answer.text() == "2 strings with open places"
    assert (page.row.words, page.row.open) == ("Tỉnh ủy", 2)
    deeds = [button.deed for button in page.panel.deeds.buttons if button.isVisible()]
    own_keys = {each.label.name: each.label.key for each in library.labels.list(page._corpus)}
    assert {deed.words: deed.label.key for deed in deeds if deed.label is not None} == own_keys
    said = []
    page.shared.said.connect(said.append)
    page.handlers()[own_keys["position"]]()
    assert [gold(library, uid) for uid in documents] == [["Tỉnh ủy position"]] * 2
    assert said == ["“Tỉnh ủy”: 2 places decided. One step: Ctrl+Z takes all of it back."]
    assert page.row.words == "Sở Y tế"
    page.handlers()["review.reject"]()
    assert [gold(library, uid) for uid in documents] == [["Tỉnh ủy position"]] * 2
    assert "1" not in page.handlers()


def test_a_letter_of_a_label_names_it_after_a_key_that_asks_for_it(library, corpus, documents, labels, shown):
    library.labels.change(labels["position"], corpus=corpus.uid, key="j")
    page = shown(StringsPage)
    assert "2" not in page.handlers()
    page.handlers()["review.relabel"]()
    assert "review.next" not in page.handlers()
    QTest.keyClick(page.table.view, Qt.Key.Key_Escape)
    QTest.keyClick(page.table.view, Qt.Key.Key_J)
    assert [gold(library, uid) for uid in documents] == [[], []]
    page.handlers()["review.relabel"]()
    QTest.keyClick(page.table.view, Qt.Key.Key_J)
    assert [gold(library, uid) for uid in documents] == [["Tỉnh ủy position"]] * 2
    assert "review.next" in page.handlers()


def test_places_in_documents_that_wait_are_left_out_and_counted(library, documents, labels, shown):
    lan = library.people.find("Lan").uid
    library.annotating.apply(
        documents[1], (StatusChanged(Status.DONE, Status.IN_PROGRESS),), annotator_uid=lan
    )
    page = shown(StringsPage)
    assert (page.row.words, page.row.open, page.row.waiting) == ("Tỉnh ủy", 1, 1)
    assert "Left out: 4 places in documents that wait for somebody." in page.note.text()
    assert "1 place in documents that wait for somebody." in page.panel.note.text()
    titles = [place.title for place in page.panel.places.rows.places()]
    assert titles == ["Bài 0", "waits · Bài 1"]


def test_strings_are_found_and_opened_in_compare(documents, shown):
    page = shown(StringsPage)
    wanted = []
    page.shared.document_wanted.connect(lambda *place: wanted.append(place))
    page.handlers()["review.filter"]()
    QTest.keyClicks(page.search, "ha")
    assert {row.cells[0] for row in page.table.model.rows()} == {"Hà", "ông Hà"}
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.focusWidget() is page.table.view
    page.handlers()["review.take"]()
    assert wanted[0][0] == documents[0]
    page.table.view.go_to(0)
    assert "Marked by: " in page.panel.note.text()
    page.shared.show_names(shown=False)
    assert "Marked by: " not in page.panel.note.text()


def test_feedback_says_what_gold_has_instead_and_why(library, documents, labels, shown):
    from annotator.model.review import Category, GoldRange, Ruling, Verdict

    reviewed = library.review.document(documents[0])
    start = reviewed.document.text.index("Hà")
    cluster = next(each for each in reviewed.clusters if each.start <= start < each.end)
    take = (GoldRange(start, start + 2, labels["person"]),)
    library.review.decide(
        Ruling(documents[0], cluster.uid, Verdict.TAKE, take, Category.MISREAD, "Không lấy danh xưng")
    )
    page = shown(FeedbackPage)
    assert page.answer.text() == "Gold differs at 1 place"
    assert "Strict F1 with gold: .00." in page.note.text()
    (row,) = page.table.model.rows()
    assert row.cells[:2] == ("ông Hà", "other edges")
    assert page.place.decision.reason == "Không lấy danh xưng"
    page.whose.setCurrentIndex(page.whose.findText("Tú"))
    page.whose.activated.emit(page.whose.currentIndex())
    assert page.answer.text() == "Gold is as Tú labelled"
    assert page.handlers() == {}


def test_feedback_calls_whose_work_it_is_by_name_and_dates_by_locale(library, documents, shown, qapp):
    library.review.finish(documents[0])
    page = shown(FeedbackPage)
    assert [column.head for column in page.table.model.columns][2] == "Lan"
    page._self = page._report.annotator.uid
    page._show()
    assert [column.head for column in page.table.model.columns][2] == "You"
    language().choose("vi")
    try:
        qapp.processEvents()
        assert date_words("2026-11-23T09:00:00+00:00") == "23/11/26"
        assert FeedbackWords("Lan").what(replace(page.place, own=None, gold=page.place.own)) == "không gán"
    finally:
        language().choose("en")


def test_a_narrow_page_gives_its_width_to_the_table(documents, shown, on_screen):
    page = shown(StringsPage)
    wide = page.panel.width()
    page.resize(900, 700)
    assert (wide, page.panel.width()) == (336, 280)


def test_feedback_without_gold_says_so(documents, shown):
    page = shown(FeedbackPage)
    assert page.answer.text() == "No gold on the documents of Lan yet"


def test_a_sample_is_drawn_and_judged_by_figures(library, corpus, documents, shown):
    page = shown(SamplesPage)
    assert page.first_focus is page.form.whose
    page.form.spans.setValue(4)
    QTest.keyClick(page.form.spans, Qt.Key.Key_Return)
    assert page.answer.text() == "0 of 4 judged"
    assert page.form.isHidden()
    page.handlers()["1"]()
    page.handlers()["3"]()
    assert page.answer.text() == "2 of 4 judged"
    (sample,) = library.accepting.of(corpus.uid)
    assert [sample.judgements[place].fault for place in (0, 1)] == [Fault.NONE, Fault.BOUNDARY]
    assert page.panel.count.text().startswith("Span 3 of 4")
    page.handlers()["review.previous"]()
    page.handlers()["review.take_back"]()
    assert page.answer.text() == "1 of 4 judged"
    for _ in range(3):
        page.handlers()["4"]()
    assert page.answer.text() == "Enough: the work is not good"


def test_the_form_stays_open_while_others_change_something(library, corpus, documents, shown):
    page = shown(SamplesPage)
    page.form.draw.click()
    page.new_button.click()
    library.people.create("Mai")
    page.set_corpus(corpus.uid, is_writable=True)
    assert page.form.isVisible()
    assert page.handlers() == {}
    QTest.keyClick(page.form.spans, Qt.Key.Key_Escape)
    assert page.form.isHidden()
    page.new_button.click()
    page.form.spans.setValue(2)
    page.form.draw.click()
    assert page.answer.text() == "0 of 2 judged"
    assert [each.name for each in library.accepting.of(corpus.uid)] == ["Lan 1", "Lan 2"]


def test_what_documents_lack_is_counted_by_figures(library, corpus, documents, labels, shown):
    page = shown(SamplesPage)
    page.form.draw.click()
    page.documents.table.view.setFocus()
    assert page.documents.is_current
    names = list(labels)
    page.handlers()["1"]()
    page.handlers()["1"]()
    page.handlers()["2"]()
    (sample,) = library.accepting.of(corpus.uid)
    assert sample.looked_through[0].missing == {labels[names[0]]: 2, labels[names[1]]: 1}
    assert "1 document looked through: 3 spans missing." in page.note.text()
    page.handlers()["review.reject"]()
    assert library.accepting.of(corpus.uid)[0].looked_through[0].missing == {}


def test_feedback_without_places_shows_no_empty_table_nor_panel(library, documents, shown):
    page = shown(FeedbackPage)
    assert page.table.isHidden()
    assert page.panel.isHidden()
    assert page.first_focus is page.whose
    assert page.answer.mapTo(page, QPoint(0, 0)).x() == 32
    library.review.finish(documents[0])
    page.set_corpus(page._corpus, is_writable=True)
    assert page.table.isVisible()
    assert page.panel.isVisible()
    assert page.first_focus is page.table.view


def test_hidden_names_are_letters_in_feedback_and_samples(library, corpus, documents, labels, shown):
    from annotator.model.review import GoldRange, Ruling, Verdict, blind_names

    reviewed = library.review.document(documents[0])
    letters = blind_names(corpus.uid, [person.uid for person in reviewed.people])
    lan, tu = reviewed.people
    cluster = next(each for each in reviewed.clusters if not each.is_unanimous)
    take = (GoldRange(*cluster.variants[0].place[:3]),)
    library.review.decide(Ruling(documents[0], cluster.uid, Verdict.TAKE, take), tu.uid)
    feedback, samples = shown(FeedbackPage), shown(SamplesPage)
    samples.form.draw.click()
    assert samples.which.itemText(0) == "Lan 1"
    for page in (feedback, samples):
        page.shared.show_names(shown=False)
    offered = [feedback.whose.itemText(place) for place in range(feedback.whose.count())]
    assert offered == sorted(letters.values())
    assert feedback.whose.currentData() == feedback._report.annotator.uid
    said = " ".join(label.text() for label in feedback.panel.findChildren(PlainLabel))
    assert f"Taken by {letters[tu.uid]}" in said
    assert samples.which.itemText(0) == f"{letters[lan.uid]} 1"
    assert samples.where() == f"{letters[lan.uid]} 1 · {letters[lan.uid]}"
    assert samples.form.whose.findText("Lan") < 0
    feedback.shared.show_names(shown=True)
    assert feedback.whose.findText("Lan") >= 0


def test_labels_rates_and_seed_of_a_sample_are_behind_more(library, corpus, documents, labels, shown):
    page = shown(SamplesPage)
    form, more = page.form, page.form.more
    assert more.isHidden()
    form.more_button.click()
    assert more.isVisible()
    fields = (form.whose, form.spans, form.draw, more.labels, more.good, more.bad, more.seed)
    assert {field.height() for field in fields} == {32}
    more.labels.choose([labels["person"]])
    more.good.setValue(10)
    assert more.bad.value() == 11
    more.bad.setValue(30)
    more.seed.setValue(7)
    QTest.keyClick(more.seed, Qt.Key.Key_Return)
    (sample,) = library.accepting.of(corpus.uid)
    wish = sample.wish
    assert (wish.labels, wish.good, wish.bad, wish.seed) == ((labels["person"],), 0.1, 0.3, 7)
    assert {span.words for span in sample.spans} == {"ông Hà"}
    assert "Accepted at 10\u00a0% errors, refused at 30\u00a0%" in page.note.text()


def test_the_pages_speak_vietnamese(documents, shown, qapp):
    pages = [shown(kind) for kind in (StringsPage, FeedbackPage, SamplesPage)]
    english = [page.answer.text() for page in pages]
    language().choose("vi")
    qapp.processEvents()
    vietnamese = [page.answer.text() for page in pages]
    assert not set(english) & set(vietnamese)
