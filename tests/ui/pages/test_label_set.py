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


@pytest.mark.parametrize("typed", ["position", "", "  "])
def test_a_refused_name_stays_to_be_mended_with_the_reason_right_under_it(page, library, corpus, typed):
    form, name = page._form, page._form._name
    type_into(name, typed)
    assert form._error.isVisible()
    assert form._error.text()
    below = form._error.mapTo(page, form._error.rect().topLeft()).y()
    assert 0 < below - name.mapTo(page, name.rect().bottomLeft()).y() < 24
    assert (name.text(), name.property("bad")) == (typed, "true")
    assert names(library, corpus)[0] == "person"
    page.reload()
    assert name.text() == typed
    type_into(name, "who")
    assert form._error.isHidden()
    assert name.property("bad") == "false"
    assert names(library, corpus)[0] == "who"


def test_escape_first_takes_a_refused_name_back_then_leaves(page, qtbot):
    type_into(page._form._name, "position")
    with qtbot.assertNotEmitted(page.left):
        page._escape()
    assert page._form._name.text() == "person"
    assert page._form._error.isHidden()
    with qtbot.waitSignal(page.left):
        page._escape()


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
    assert "person" in page._strip.question.text()
    assert names(library, corpus)[0] == "person"
    assert not page._strip.do_button.isEnabled()
    page._strip.target.setCurrentIndex(1)
    QTest.keyClick(page._strip.target, Qt.Key.Key_Return)
    rows = library.labels.list(corpus.uid)
    assert [row.label.name for row in rows] == ["position", "organization", "campaign", "award"]
    assert rows[1].spans == 1


def test_a_used_label_can_go_with_its_spans_or_stay(page, library, corpus, use):
    use(2)
    page.reload()
    page.view.go_to(2)
    page.remove_label()
    page._strip.keep_button.click()
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


def test_whether_a_colour_can_be_read_is_said_in_words_that_are_whole_in_a_narrow_window(
    desk, corpus, on_screen
):
    i18n.language().choose("vi")
    page = LabelSetPage(desk)
    on_screen(page, 1024, 560)
    page.set_corpus(corpus.uid)
    told = page.findChild(ColourRow)._measure
    assert told.text() == "Dễ đọc, cả nền sáng lẫn nền tối"
    assert re.search(r"chữ \d+,\d : 1, nét \d+,\d : 1", told.toolTip())
    assert told.width() > told.fontMetrics().horizontalAdvance(told.text())


# The codebook


def _book(library, corpus):
    return library.codebook.whole(corpus.uid).entries


def _marked(library, corpus, place, times):
    """Put `times` spans of the label at that place into the first document."""
    label = labels(library, corpus)[place]
    document = library.documents.rows(library.documents.keys(corpus.uid))[0]
    for number in range(times):
        span = Span(new_uid(), number, number + 4, label.uid)
        library.annotating.apply(document.uid, (SpanAdded(span),))
    return label


def test_rules_are_kept_when_their_field_is_left(page, library, corpus):
    page.view.go_to(1)
    page._form._use_when.setPlainText("A title stands with a name.")
    page._form._use_when.commit()
    page._form._avoid_when.setPlainText("It is a rank.")
    page._form._avoid_when.commit()
    told = _book(library, corpus)[1].guidance
    assert (told.use_when, told.avoid_when) == ("A title stands with a name.", "It is a rank.")
    library.history.undo()
    page.reload()
    assert page._form._avoid_when.toPlainText() == ""


def test_a_label_moves_to_its_group_and_over_headings(page, library, corpus):
    for row in (0, 2):
        page.view.go_to(page._model.row_of(labels(library, corpus)[row].uid))
        type_into(page._form._group, "Ai")
    assert names(library, corpus)[:2] == ["person", "organization"]
    assert [page._model.heading_over(row) for row in range(3)] == ["Ai", "", ""]
    page.view.go_to(1)
    page.move_label(1)
    assert [row.guidance.heading for row in _book(library, corpus)][:3] == ["Ai", "", ""]
    library.history.undo()
    page.reload()
    assert page._form._group.text() == "Ai"


def test_a_taken_key_is_swapped_on_wish(page, library, corpus):
    type_into(page._form._key, "3")
    assert page._form._swap.isVisible()
    assert page._form._key.text() == "3"
    page._form._swap.click()
    assert [label.key for label in labels(library, corpus)][:3] == ["3", "2", "1"]
    assert not page._form._swap.isVisible()


def test_a_merge_says_beforehand_what_it_does(page, library, corpus):
    _marked(library, corpus, 0, 3)
    page.reload()
    page.merge_label()
    strip = page._merging
    assert (strip.chosen, strip.do_button.isEnabled()) == ("", False)
    strip.target.setCurrentIndex(0)
    assert strip.told.text() == "3 spans in 1 document take the label position."
    QTest.keyClick(strip.target, Qt.Key.Key_Return)
    rows = library.labels.list(corpus.uid)
    assert (rows[0].label.name, rows[0].spans) == ("position", 3)
    assert page._form._title.text() == "position"


def test_a_label_is_split_by_ticking_its_spans(page, library, corpus):
    _marked(library, corpus, 2, 3)
    page.reload()
    page.view.go_to(2)
    page.show_spans()
    sheet = page.sheet
    assert sheet._title.text() == "3 spans of organization"
    sheet.view.setFocus()
    QTest.keyClick(sheet.view, Qt.Key.Key_Space)
    QTest.keyClick(sheet.view, Qt.Key.Key_Space)
    assert not sheet._move.isEnabled()
    sheet._name.setText("cấp ủy")
    sheet.move_ticked()
    counts = {row.label.name: row.spans for row in library.labels.list(corpus.uid)}
    assert (counts["organization"], counts["cấp ủy"]) == (1, 2)
    assert sheet._model.rowCount() == 1
    library.history.undo()
    assert library.labels.list(corpus.uid)[2].spans == 3


def test_spans_under_an_older_definition_are_looked_through(page, library, corpus):
    label = _marked(library, corpus, 1, 2)
    library.labels.change(label.uid, corpus=corpus.uid, definition="The whole title.")
    page.reload()
    page.view.go_to(1)
    assert page._form._stale.text() == "2 spans decided under an older definition"
    page._form._look.click()
    sheet = page.sheet
    sheet._toggle()
    sheet.keep_ticked()
    assert sheet._model.rowCount() == 1
    sheet._toggle_all()
    sheet.remove_ticked()
    assert sheet._model.rowCount() == 0
    sheet.left.emit()
    assert page._form._stale.isHidden()
    assert library.labels.list(corpus.uid)[1].spans == 1


def test_examples_are_noted_turned_and_taken_out(page, library, corpus):
    document = library.documents.rows(library.documents.keys(corpus.uid))[0]
    label = labels(library, corpus)[0]
    library.codebook.pin(label.uid, corpus=corpus.uid, document=document.uid, start=0, end=4, counter=False)
    page.reload()
    item = page._examples._items[0]
    item._edit.trigger()
    type_into(item._field, "Why")
    item = page._examples._items[0]
    assert item._note.text() == "Why"
    item._move.trigger()
    assert _book(library, corpus)[0].guidance.examples[0].is_counter
    page._examples._items[0]._remove.trigger()
    assert _book(library, corpus)[0].guidance.examples == ()
    assert page._examples._items == []


def test_a_label_set_is_loaded_so_far_as_it_is_ticked(page, library, corpus):
    page.show_presets()
    sheet = page.presets
    assert sheet._choice.count() >= 4
    assert sheet._load.text() == "Change 5 labels"
    sheet._choose(sheet._presets[1])
    assert sheet._load.text() == "Add 4 labels"
    sheet._rows[0].tick.setChecked(False)
    sheet.load()
    assert names(library, corpus)[5:] == ["LOC", "ORG", "MISC"]
    assert page._stack.currentWidget() is page._area
    library.history.undo()
    assert len(names(library, corpus)) == 5


def test_a_file_that_is_no_label_set_is_refused_in_place(page, tmp_path):
    page.show_presets()
    (tmp_path / "x.json").write_text('{"format": "annotator-label-set", "version": 9, "labels": []}')
    page.presets.open_file(str(tmp_path / "x.json"))
    assert "newer version" in page.presets._error.text()


def test_names_of_labels_are_never_markup(page, library, corpus):
    type_into(page._form._name, "<b>tên</b>")
    assert page._form._title.text() == "<b>tên</b>"
    assert page._form._title.textFormat() is Qt.TextFormat.PlainText
