from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QStandardPaths, Qt

from annotator.cli.choices import add_choices, chosen
from annotator.errors import Cancelled
from annotator.formats.registry import FORMATS, WRITABLE
from annotator.messages import say
from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import AnnotatorKind, Status
from annotator.model.identity import new_uid
from annotator.model.recipe import KeptRecipe, Recipe, Split
from annotator.model.span import Span
from annotator.services.saving.job import Job, Progress
from annotator.ui.i18n import language
from annotator.ui.pages.export_page import ExportPage
from annotator.ui.pages.export_run import Sparing
from annotator.ui.pages.recipe_fields import choose as choose_quietly
from annotator.ui.pages.recipe_place import fitted
from annotator.ui.panels.name_card import NameCard


@pytest.fixture
def page(desk, corpus, library, on_screen, tmp_path):
    labels = [row.label.uid for row in library.labels.list(corpus.uid)]
    document = library.documents.rows(library.documents.keys(corpus.uid))[0]
    changes = (
        SpanAdded(Span(new_uid(), 0, 12, labels[2])),
        SpanAdded(Span(new_uid(), 5, 12, labels[0], note="a note", flags=("unsure",))),
        StatusChanged(Status.IN_PROGRESS, Status.DONE),
    )
    library.annotating.apply(document.uid, changes)
    library.describing.retag([document.uid], add=["mật"])
    page = ExportPage(desk, still=0)
    on_screen(page, 1300, 860)
    page.set_corpus(corpus)
    page.form.place.output.setText(str(tmp_path / "out.jsonl"))
    yield page
    shiboken6.delete(page)  # its 350 widgets would hear of every language and theme to come


def field(page, name):
    form = page.form
    for group in (form.what, form.form, form.split):
        if hasattr(group, name):
            return getattr(group, name)
    return form.form.options[name]


def choose(page, name, value):
    choice = field(page, name)
    choice.setCurrentIndex(choice.findData(value))


def tick(page, name, *values):
    ticks = field(page, name)
    ticks.choose(values)
    ticks.ticked.emit()


# Before it is written


def test_before_an_export_the_page_says_what_would_be_in_the_file(page):
    assert "3" in page._export.text()
    assert page.proof.answer == "2 of 2 spans will be in the file"
    assert page.proof.kept.kept == ("2 spans", "3 documents, 2 without a span", "2 labels")
    assert page._export.isEnabled()


def test_losses_are_told_before(page):
    choose(page, "format", "conll")
    assert page.proof.answer == "1 of 2 spans will be in the file"
    assert page.proof.kept.left[0].startswith("1 ")
    (lost,) = page.proof.left.model._rows
    assert lost.words == "thi đua"
    choose(page, "nested", "levels")
    assert page.proof.answer == "2 of 2 spans will be in the file"


def test_what_is_refused_is_said_before(page):
    choose(page, "format", "conll")
    choose(page, "nested", "refuse")
    assert page.proof.answer == "This cannot be exported so"
    assert "overlap" in page.proof.how


def test_every_format_of_the_registry_can_be_chosen_and_has_its_options(page):
    choice = field(page, "format")
    assert [choice.itemData(row) for row in range(choice.count())] == list(WRITABLE)
    choose(page, "format", "spacy")
    assert {name for name, each in page.form.form.options.items() if each.isVisible()} == {
        "tokens",
        "nested",
        "edges",
    }
    assert field(page, "nested").findData("levels") < 0


def test_tags_and_flags_keep_things_in(page):
    tick(page, "without_tags", "mật")
    assert page.proof.kept.kept[1].startswith("2 documents")
    assert page.proof.kept.left[0] == "1 document, because of tags"
    tick(page, "without_tags")
    tick(page, "without_flags", "unsure")
    assert "1 span, because of label or flag" in page.proof.kept.left
    page.export()
    assert "1 span, because of label or flag" in page.proof.kept.left
    tick(page, "with_tags", "none has it")
    assert page.proof.answer == "No document fits"
    assert not page._export.isEnabled()
    tick(page, "with_tags")
    assert page._export.text() == "Export 3 documents"


def test_a_search_chooses_documents_and_the_button_says_how_many(page):
    page.form.what.search.setText("Lão nông")
    page.form.what.search.textEdited.emit("Lão nông")
    assert page.form.recipe().search == "Lão nông"
    assert page._export.text() == "Export 1 document"


def test_a_split_is_counted_by_label_and_its_leaks_are_told(page):
    choose(page, "parts", "split")
    columns = page.proof.parts.table.model.columns
    assert [column.head.split()[0] for column in columns] == ["Label", "train", "dev", "test"]
    assert "Leak check" in page.proof.parts._told.text()
    assert page.form.wish().output.endswith("/out")


def test_shares_always_make_a_hundred(page):
    choose(page, "parts", "split")
    train, dev, _test = page.form.split.shares._boxes
    train.setValue(60)
    dev.setValue(90)
    assert page.form.recipe().split.shares == (60, 40, 0)
    assert train.lineEdit().width() > train.fontMetrics().horizontalAdvance(train.text())


def test_the_passage_stands_in_the_library_and_in_the_file(page):
    choose(page, "format", "conll")
    preview = page.proof.preview
    assert preview.passage.text.startswith("Khối thi đua")
    assert "Khối" in preview.lines.toPlainText()
    assert "1 dashed" in preview._library._count.text()
    first = preview.document
    preview.next.click()
    assert preview.document != first
    assert not page.grab().isNull()


def test_a_file_that_is_no_text_shows_the_spans_it_holds(page):
    pytest.importorskip("spacy")
    choose(page, "format", "spacy")
    assert "5–12" in page.proof.preview.lines.toPlainText()
    assert "not text" in page.proof.preview._told.text()


# The file


def test_own_jsonl_recovers_everything(page, tmp_path, qtbot):
    with qtbot.waitSignal(page.exported):
        page.export()
    assert page.proof.answer == "2 of 2 spans recovered"
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if "text" in json.loads(line)]) == 3


def test_the_same_corpus_again_keeps_layer_and_file(page, library, corpus, tmp_path):
    document = library.documents.rows(library.documents.keys(corpus.uid))[1].uid
    lan = library.people.annotator("Lan", AnnotatorKind.SOURCE)
    library.annotating.apply(document, (StatusChanged(Status.NEW, Status.DONE),), annotator_uid=lan.uid)
    page.set_corpus(corpus)
    choose(page, "layer", lan.uid)
    page.set_corpus(corpus)
    wish = page.form.wish()
    assert (wish.recipe.annotator, wish.output) == (lan.uid, str(tmp_path / "out.jsonl"))
    page.set_corpus(library.corpora.create("Khác").value)
    assert page.form.wish().output.endswith("/Khác.jsonl")


def test_exporting_again_asks_to_replace_what_was_written(page, qtbot):
    page.export()
    assert page.form.place.replace.isVisible()
    assert not page._export.isEnabled()
    page.form.place.replace.setChecked(True)
    with qtbot.waitSignal(page.exported):
        page.export()
    assert page.proof.answer == "2 of 2 spans recovered"


def test_only_done_documents(page, qtbot):
    choose(page, "status", "done")
    assert "1" in page._export.text()
    with qtbot.waitSignal(page.exported) as exported:
        page.export()
    assert exported.args[0].documents == 1


@pytest.mark.parametrize(
    ("path", "recipe", "expected"),
    [
        ("/a/b.jsonl", Recipe(format="conll"), "/a/b.conll"),
        ("/a/b.jsonl", Recipe(format="brat"), "/a/b"),
        ("/a/b.jsonl", Recipe(split=Split()), "/a/b"),
        ("/a/b", Recipe(format="conll"), "/a/b.conll"),
        ("/a/b.mine", Recipe(format="conll"), "/a/b.mine"),
        ("", Recipe(format="conll"), ""),
    ],
)
def test_the_ending_follows_the_format(path, recipe, expected):
    assert fitted(path, Recipe(), recipe, FORMATS) == expected


def test_a_folder_is_written_and_its_name_says_folder(page, tmp_path, qtbot):
    choose(page, "format", "brat")
    assert page.form.place._captions["output"].text() == "Folder"
    with qtbot.waitSignal(page.exported):
        page.export()
    assert (tmp_path / "out" / "manifest.json").is_file()


def test_what_conll_cannot_hold_is_listed_one_by_one(page, qtbot):
    choose(page, "format", "conll")
    with qtbot.waitSignal(page.exported) as exported:
        page.export()
    assert page.proof.answer == "1 of 1 spans recovered"
    assert "1 span of the choice is not in it" in page.proof.how
    assert page.proof._mark._state == "ok"  # what was written was found
    (lost,) = exported.args[0].lost
    assert lost.title.startswith("Khối thi đua")
    page.proof.tabs["left"].click()
    assert "Khối thi đua" in page.proof.left.model.as_text()
    assert page.proof.left.table.isVisible()


def test_the_table_shows_words_and_the_whole_reason_and_ends_on_a_whole_row(page):
    choose(page, "format", "conll")
    page.export()
    page.proof.show_sheet("left")
    table = page.proof.left.table
    (lost,) = page.proof.left.model._rows
    why = table.columnWidth(4)
    needed = table.fontMetrics().boundingRect(0, 0, why - 8, 999, int(Qt.TextFlag.TextWordWrap), lost.reason)
    row = table.verticalHeader().defaultSectionSize()
    assert needed.height() <= row
    assert sum(table.columnWidth(column) for column in range(5)) <= table.viewport().width()
    assert table.viewport().height() % row == 0


def test_the_file_is_proposed_in_a_folder_that_is_there(page, library, monkeypatch, tmp_path):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _where: str(tmp_path / "missing"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    page.set_corpus(library.corpora.create("Mới").value)
    assert page.form.wish().output == str(tmp_path / "Mới.jsonl")


def test_a_missing_folder_is_made_when_that_is_ticked(page, tmp_path, qtbot):
    path = tmp_path / "new" / "out.jsonl"
    page.form.place.output.setText(str(path))
    assert page.form.place.make.isVisible()
    assert not page._export.isEnabled()
    page.form.place.make.setChecked(True)
    with qtbot.waitSignal(page.exported):
        page.export()
    assert path.exists()


def test_a_file_that_is_there_is_replaced_only_when_ticked(page, tmp_path, qtbot):
    path = tmp_path / "there.jsonl"
    path.write_text("old", encoding="utf-8")
    page.form.place.output.setText(str(path))
    assert not page._export.isEnabled()
    page.export()
    assert path.read_text(encoding="utf-8") == "old"
    page.form.place.replace.setChecked(True)
    with qtbot.waitSignal(page.exported):
        page.export()
    assert path.read_text(encoding="utf-8") != "old"


def test_a_refused_recipe_says_why_and_writes_nothing(page, tmp_path, qtbot):
    choose(page, "format", "conll")
    choose(page, "nested", "refuse")
    with qtbot.waitSignal(page.refused):
        page.export()
    assert page.proof.answer == "Nothing was written"
    assert page.proof.how
    assert not (tmp_path / "out.conll").exists()


def test_an_empty_choice_cannot_be_exported(page):
    choose(page, "status", "in-progress")
    assert page.proof.answer == "No document fits"
    assert not page._export.isEnabled()


def test_the_command_makes_the_same_export(page, commands_of):
    choose(page, "format", "conll")
    tick(page, "without_tags", "mật")
    choose(page, "parts", "split")
    tick(page, "together")
    page.export()
    words = commands_of(shlex.split(page.proof._line))
    assert chosen(words, Recipe()) == page.form.recipe()


@pytest.fixture
def commands_of():
    import argparse

    class Commands:
        render = staticmethod(lambda message: message.render())

    def parse(words):
        parser = argparse.ArgumentParser()
        add_choices(Commands(), parser)
        return parser.parse_known_args(words[words.index("--format") :])[0]

    return parse


# While it goes on


class SlowDesk:
    """A desk whose long work waits for the test; everything else is done at once."""

    def __init__(self, inner):
        self._inner = inner
        self.works = []

    def __getattr__(self, name):
        return getattr(self._inner, name)

    def run(self, task, progress, done, failed=None):
        work = Work(task, progress, done, failed)
        self.works.append(work)
        return work


class Work:
    def __init__(self, task, progress, done, failed):
        self.task, self.progress, self.done, self.failed = task, progress, done, failed
        self.is_cancelled = False

    def cancel(self):
        self.is_cancelled = True


def test_leaving_the_page_stops_no_export_and_the_proof_is_there_afterwards(page, corpus, library, qtbot):
    page._desk = slow = SlowDesk(page._desk)
    page.export()
    with qtbot.waitSignal(page.progressed):
        slow.works[0].progress(1, 6)
    assert page._export.text() == "Exporting… 16 %"
    with qtbot.waitSignal(page.left):
        page._close.click()
    page.set_corpus(corpus)
    assert not slow.works[0].is_cancelled
    page.hide()
    slow.works[0].done(slow.works[0].task(library, Progress(Job(), lambda _done, _total: None)))
    assert page.proof.answer == "2 of 2 spans recovered"
    page.set_corpus(corpus)
    assert page.proof.answer == "2 of 2 spans recovered"
    page.set_corpus(corpus)
    assert "will be in the file" in page.proof.answer


def test_thousands_of_documents_are_few_figures_and_a_stop_is_heard_at_once():
    job, told = Job(), []
    sparing = Sparing(Progress(job, lambda done, total: told.append((done, total))))
    for done in range(5_000):
        sparing(done + 1, 5_000)
    assert told[0] == (1, 5_000)
    assert told[-1] == (5_000, 5_000)
    assert len(told) < 500
    job.cancel()
    with pytest.raises(Cancelled):
        sparing(1, 5_000)


def test_an_export_is_stopped_by_its_button_and_said_to_have_stopped(page, qtbot):
    page._desk = slow = SlowDesk(page._desk)
    page.export()
    page._stop.click()
    assert slow.works[0].is_cancelled
    with qtbot.waitSignal(page.refused):
        slow.works[0].failed(Cancelled(say("Stopped. Nothing of it was kept.")))
    assert "will be in the file" in page.proof.answer
    assert page._export.isEnabled()


def test_a_library_that_is_left_takes_its_export_along(page, library, qtbot):
    page._desk = slow = SlowDesk(page._desk)
    page.export()
    page.stop()
    assert slow.works[0].is_cancelled
    with qtbot.assertNotEmitted(page.exported):
        slow.works[0].done((None, None))
    assert not page._is_busy


def test_what_is_exported_before_it_was_looked_into_has_its_own_preview(page):
    page._foreseeing._timer.setInterval(60_000)
    choose(page, "format", "conll")
    assert '"text"' in page.proof.preview.lines.toPlainText()
    page.export()
    assert "\tO" in page.proof.preview.lines.toPlainText()


# Recipes


def named(page, name):
    (card,) = [each for each in page.window().findChildren(NameCard) if not each.isHidden()]
    card.field.setText(name)
    card._keep()


def test_a_recipe_is_saved_chosen_changed_renamed_and_removed(page, library, corpus):
    choose(page, "format", "brat")
    page._save.click()
    named(page, "Cho brat")
    assert [each.name for each in library.recipes.of(corpus.uid)] == ["Cho brat"]
    assert page.kept.choice.currentText() == "Cho brat"
    assert not page._save.isEnabled()
    choose(page, "status", "done")
    assert page.kept.choice.currentText() == "Cho brat (changed)"
    page._save.click()
    (kept,) = library.recipes.of(corpus.uid)
    assert kept.recipe.status is Status.DONE
    page.kept._ask_other_name()
    named(page, "Khác")
    assert page.kept.choice.currentText() == "Khác"
    page.kept._remove()
    assert library.recipes.of(corpus.uid) == []
    assert page.kept.choice.currentData() == ""


def test_a_chosen_recipe_fills_every_field(page, library, corpus):
    person = library.self_annotator
    recipe = Recipe(
        format="conll",
        annotator=person.uid,
        status=Status.DONE,
        search="Khối",
        labels=(library.labels.list(corpus.uid)[0].label.name,),
        with_tags=("mật",),
        without_tags=("không còn",),
        without_flags=("question",),
        people="names",
        scheme="bilou",
        tokens="characters",
        nested="levels",
        edges="widen",
        split=Split((70, 20, 10), 7, ("source",), stratified=False),
        licence="CC BY 4.0",
        card=True,
    )
    library.recipes.keep(corpus.uid, "Đủ", recipe)
    page.refresh()
    choose_quietly(page.kept.choice, page.kept.recipes[0].uid)
    page.kept._choose()
    assert page.form.recipe() == recipe
    assert not page.kept.is_changed


def test_a_recipe_of_a_newer_version_is_not_run_as_if_it_were_known(page):
    page._take_recipe(KeptRecipe("u", "Mới", Recipe(), {"shuffle": True}))
    assert "shuffle" in page.proof.how


def test_a_recipe_for_somebody_who_is_gone_is_not_run_for_another(page):
    page.form.show_recipe(Recipe(annotator="Lan"))
    assert page.form.recipe().annotator == "Lan"
    assert "Lan" in page.proof.how


# Words and looks


def test_an_answer_that_takes_its_time_takes_the_old_one_away(page, qtbot):
    page.proof.reckon()
    assert page.proof.answer == "2 of 2 spans will be in the file"  # a quick answer takes its place
    qtbot.waitUntil(lambda: page.proof.answer == "Reckoning…")
    choose(page, "format", "conll")
    assert page.proof.answer == "1 of 2 spans will be in the file"


def test_a_grey_button_says_what_it_waits_for(page, tmp_path):
    why = page.form.place._why
    assert not why.isVisible()
    page.form.place.output.setText(str(tmp_path / "none" / "out.jsonl"))
    assert "Make the folder" in why.text()
    (tmp_path / "there.jsonl").touch()
    page.form.place.output.setText(str(tmp_path / "there.jsonl"))
    assert "Replace the file" in why.text()
    assert not page._export.isEnabled()
    page.form.place.replace.setChecked(True)
    assert not why.isVisible()


def test_the_name_of_a_recipe_is_asked_where_it_can_be_seen(page, qtbot):
    page.resize(1024, 560)
    page._form_scrolled.verticalScrollBar().setValue(10_000)
    page.kept.save()
    card = page.window().findChild(NameCard)
    assert page.window().rect().contains(card.geometry())
    card.leave()


def test_saving_over_a_recipe_is_told(page, qtbot):
    page.kept._keep("One")
    choose(page, "format", "conll")
    with qtbot.waitSignal(page.kept.told) as told:
        page.kept.save()
    assert told.args == ["Recipe One saved anew; Ctrl Z brings the old one back"]


def test_the_focus_stays_on_the_foot_when_an_export_ends(page, qtbot, tmp_path):
    page.form.place.output.setText(str(tmp_path))  # a folder that is there
    page.form.place.replace.setChecked(True)
    page._export.setFocus()
    with qtbot.waitSignal(page.refused):
        page.export()
    assert page.window().focusWidget() is page._export


def test_both_halves_of_the_preview_are_equally_wide(page):
    page.resize(1024, 700)
    choose(page, "format", "huggingface")
    preview = page.proof.preview
    assert abs(preview.passage.width() - preview.lines.width()) <= 2
    assert preview.lines.width() > 200


def test_everything_is_said_in_vietnamese_after_a_change_of_language(page, qtbot):
    choose(page, "parts", "split")
    language().choose("vi")
    qtbot.waitUntil(lambda: page._save.text() == "Lưu công thức")
    assert page._save.text() == "Lưu công thức"
    assert page.proof.answer.endswith("sẽ có trong tệp")
    assert page.form.recipe().split == Split()


def test_both_sides_are_painted(page):
    page.export()
    for name in ("labels", "left", "preview"):
        page.proof.show_sheet(name)
        assert not page.grab().isNull()
