from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.palette import offered_colours
from annotator.model.span import Span
from annotator.ui import i18n
from annotator.ui.pages.label_set import LabelSetPage
from annotator.ui.pages.swatches import ColourRow, least_contrasts


@pytest.fixture
def page(desk, corpus, on_screen):
    page = LabelSetPage(desk)
    desk._changed = page.refresh
    on_screen(page, 1200, 700)
    page.set_corpus(corpus.uid)
    return page


@pytest.fixture
def use(library, corpus):
    """Put one span of the label at that place into the first document."""

    def use(place):
        label = library.labels.list(corpus.uid)[place].label
        document = library.documents.rows(library.documents.keys(corpus.uid))[0]
        library.annotating.apply(document.uid, (SpanAdded(Span(new_uid(), 0, 4, label.uid)),))
        return label

    return use


def labels(library, corpus):
    return [row.label for row in library.labels.list(corpus.uid)]


def names(library, corpus):
    return [label.name for label in labels(library, corpus)]


def type_into(field, text):
    field.setFocus()
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_standard_labels_are_there_and_the_first_is_shown(page):
    assert page._model.rowCount() == 5
    assert page._form._title.text() == "person"
    assert page._form._use.text() == "Not used yet"


def test_a_rename_is_one_step_and_can_be_undone(page, library, corpus):
    page.view.go_to(1)
    type_into(page._form._name, "chức vụ")
    assert names(library, corpus)[1] == "chức vụ"
    library.history.undo()
    page.reload()
    assert page._form._title.text() == "position"


def test_key_short_name_definition_and_colour(page, library, corpus):
    page.view.go_to(1)
    type_into(page._form._key, "p")
    type_into(page._form._short, "pos")
    page._form._definition.setPlainText("The whole title.")
    page._form._definition.commit()
    free = offered_colours()[6]
    next(swatch for swatch in page._form._colours._swatches if swatch.colour == free).click()
    label = labels(library, corpus)[1]
    assert (label.key, label.short, label.definition, label.colour) == ("p", "pos", "The whole title.", free)


def test_an_own_colour_is_checked_before_it_is_taken(page, library, corpus):
    own = page._form._colours._own
    type_into(own, "blue")
    assert own.property("bad") == "true"
    assert labels(library, corpus)[0].colour == "#0283ce"
    type_into(own, "#112233")
    assert labels(library, corpus)[0].colour == "#112233"


def test_a_taken_name_is_refused_in_place_and_the_field_shows_what_is_kept(page, library, corpus):
    type_into(page._form._name, "position")
    assert page._form._error.isVisible()
    assert page._form._error.text()
    assert page._form._name.text() == "person"
    assert names(library, corpus)[0] == "person"


def test_an_added_label_has_a_free_name_key_and_colour(page, library, corpus):
    page.add_label()
    page.add_label()
    added = labels(library, corpus)[5:]
    assert [label.name for label in added] == ["new label", "new label 2"]
    assert [label.key for label in added] == ["6", "7"]
    assert len({label.colour for label in labels(library, corpus)}) == 7
    assert page._form._title.text() == "new label 2"
    assert page._form._name.selectedText() == "new label 2"


def test_labels_change_places_by_key(page, library, corpus):
    page.view.go_to(1)
    page.move_label(-1)
    assert names(library, corpus)[:2] == ["position", "person"]
    assert page._form._title.text() == "position"
    page.move_label(-1)
    assert names(library, corpus)[:2] == ["position", "person"]


def test_an_unused_label_goes_at_once(page, library, corpus):
    page.view.go_to(4)
    page.remove_label()
    assert names(library, corpus) == ["person", "position", "organization", "campaign"]


def test_a_used_label_asks_where_its_spans_go(page, library, corpus, use):
    use(0)
    page.reload()
    page.view.go_to(0)
    page.remove_label()
    assert page._strip.isVisible()
    assert "person" in page._strip._question.text()
    assert names(library, corpus)[0] == "person"
    page._strip._target.setCurrentIndex(1)
    page._strip._move.click()
    rows = library.labels.list(corpus.uid)
    assert [row.label.name for row in rows] == ["position", "organization", "campaign", "award"]
    assert rows[1].spans == 1


def test_a_used_label_can_go_with_its_spans_or_stay(page, library, corpus, use):
    use(2)
    page.reload()
    page.view.go_to(2)
    page.remove_label()
    page._strip._keep.click()
    assert not page._strip.isVisible()
    page.remove_label()
    page._strip._with_spans.click()
    assert "organization" not in names(library, corpus)
    assert list(library.annotating.spans(corpus.uid)) == []


def test_escape_closes_the_question_first_then_leaves(page, qtbot, use):
    use(0)
    page.reload()
    page.remove_label()
    with qtbot.assertNotEmitted(page.left):
        page._escape()
    with qtbot.waitSignal(page.left):
        page._escape()


def test_no_corpus_no_form(page):
    page.set_corpus(None)
    assert page._model.rowCount() == 0
    assert not page._sheet.isVisible()


def test_every_offered_colour_can_be_read():
    for colour in offered_colours():
        words, rail = least_contrasts(colour)
        assert words >= 4.5
        assert rail >= 3


def test_the_contrasts_of_a_colour_are_read_whole_in_a_narrow_window(desk, corpus, on_screen):
    i18n.language().choose("vi")
    page = LabelSetPage(desk)
    on_screen(page, 1024, 560)
    page.set_corpus(corpus.uid)
    told = page.findChild(ColourRow)._measure
    assert re.fullmatch(r"chữ \d+,\d : 1 · nét \d+,\d : 1", told.text())
    assert told.width() > told.fontMetrics().horizontalAdvance(told.text())
