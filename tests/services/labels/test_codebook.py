"""The codebook: guidance, examples, work lists, what was decided under an older definition; all undoable."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.errors import UserError
from annotator.model.changes import SpanAdded
from annotator.model.codebook import MergePreview
from annotator.model.identity import new_uid
from annotator.model.label import KeyTakenError
from annotator.model.recipe import Recipe
from annotator.model.span import Span
from annotator.services.labels.guideline import guideline_html
from annotator.services.library import open_library

TEXT = "Đồng chí Nguyễn Văn A, Bí thư Tỉnh ủy Sông Vàng,\nđược Chủ tịch nước tặng Huân chương Lao động."


@pytest.fixture
def document(library, corpus):
    return library.documents.add(corpus, "Bài 1", TEXT).value.uid


@pytest.fixture
def labels(library, corpus):
    return {each.label.name: each.label.uid for each in library.labels.list(corpus)}


def _mark(library, document, words, label, annotator=None):
    start = TEXT.index(words)
    span = Span(new_uid(), start, start + len(words), label)
    library.annotating.apply(document, (SpanAdded(span),), annotator_uid=annotator)
    return span


def _spans(library, corpus):
    return sorted((one.text, one.label_name, one.annotator.name) for one in library.annotating.spans(corpus))


class TestGuidance:
    def test_it_is_kept_stamped_and_undone(self, library, corpus, labels):
        before = library.codebook.whole(corpus)
        library.codebook.change(labels["position"], corpus=corpus, use_when=" Có chức danh ", heading="Ai")
        told = library.codebook.of(corpus)[1]
        assert (told.use_when, told.heading) == ("Có chức danh", "Ai")
        after = library.codebook.whole(corpus)
        assert after.version == before.version + 1
        assert after.changed
        assert after.actor
        library.history.undo()
        assert library.codebook.of(corpus)[1].is_empty
        assert library.checking.check().sound

    def test_the_same_again_is_no_step(self, library, corpus, labels):
        library.codebook.change(labels["award"], corpus=corpus, avoid_when="x")
        assert library.codebook.change(labels["award"], corpus=corpus, avoid_when="x").step is None

    @pytest.mark.parametrize("text", ["x" * 20_001, "a\0b", "a\ud800b"])
    def test_what_cannot_be_kept_is_refused(self, library, corpus, labels, text):
        with pytest.raises(UserError):
            library.codebook.change(labels["award"], corpus=corpus, use_when=text)
        with pytest.raises(UserError):
            library.labels.change(labels["award"], corpus=corpus, definition=text)

    def test_a_label_moves_with_its_heading_in_one_step(self, library, corpus, labels):
        order = [labels[name] for name in ("position", "person", "organization", "campaign", "award")]
        library.codebook.arrange(corpus, order, labels["position"], "Chức")
        rows = library.codebook.whole(corpus).entries
        assert [(row.label.name, row.guidance.heading) for row in rows][:2] == [
            ("position", "Chức"),
            ("person", ""),
        ]
        library.history.undo()
        assert library.codebook.whole(corpus).entries[0].label.name == "person"

    def test_a_removed_label_takes_its_guidance_along_and_brings_it_back(self, library, corpus, labels):
        library.codebook.change(labels["award"], corpus=corpus, use_when="x")
        library.labels.remove(labels["award"], corpus=corpus)
        library.labels.add(corpus, "award")
        assert library.codebook.of(corpus)[-1].is_empty
        library.history.undo()
        library.history.undo()
        assert library.codebook.of(corpus)[-1].use_when == "x"


class TestExamples:
    def test_words_are_pinned_with_their_passage_and_spans(self, library, corpus, document, labels):
        label = labels["position"]
        inner = _mark(library, document, "Tỉnh ủy Sông Vàng", labels["organization"])
        start = TEXT.index("Bí thư")
        made = library.codebook.pin(
            labels["position"],
            corpus=corpus,
            document=document,
            start=start,
            end=start + len("Bí thư Tỉnh ủy Sông Vàng"),
            counter=False,
            spans=[inner],
        ).value
        assert made.words == "Bí thư Tỉnh ủy Sông Vàng"
        assert "\n" not in made.text
        assert made.text[made.around[0].start : made.around[0].end] == "Tỉnh ủy Sông Vàng"
        assert library.codebook.of(corpus)[1].examples == (made,)
        with pytest.raises(UserError, match="already"):
            library.codebook.pin(
                label, corpus=corpus, document=document, start=start, end=start + 24, counter=True
            )

    def test_a_note_is_changed_and_an_example_goes(self, library, corpus, document, labels):
        made = library.codebook.pin(
            labels["person"], corpus=corpus, document=document, start=0, end=21, counter=True
        ).value
        noted = replace(made, note="“Đồng chí” để ngoài.")
        library.codebook.change_example(labels["person"], made, noted, corpus=corpus)
        assert library.codebook.of(corpus)[0].examples == (noted,)
        with pytest.raises(UserError, match="not in the codebook"):
            library.codebook.change_example(labels["person"], made, None, corpus=corpus)
        library.codebook.change_example(labels["person"], noted, None, corpus=corpus)
        assert library.codebook.of(corpus)[0].examples == ()
        library.history.undo()
        assert library.codebook.of(corpus)[0].examples == (noted,)

    def test_marks_of_a_merged_label_are_those_of_its_target(self, library, corpus, document, labels):
        inner = _mark(library, document, "Tỉnh ủy Sông Vàng", labels["organization"])
        start = TEXT.index("Bí thư")
        library.codebook.pin(
            labels["position"],
            corpus=corpus,
            document=document,
            start=start,
            end=start + 24,
            counter=False,
            spans=[inner],
        )
        library.labels.merge(labels["organization"], labels["campaign"], corpus=corpus)
        assert library.codebook.of(corpus)[1].examples[0].around[0].label == labels["campaign"]

    @pytest.mark.parametrize(("start", "end"), [(5, 5), (-1, 3), (0, 10_000)])
    def test_words_that_are_none_are_refused(self, library, corpus, document, labels, start, end):
        with pytest.raises(UserError):
            library.codebook.pin(
                labels["person"], corpus=corpus, document=document, start=start, end=end, counter=False
            )


class TestMergePreview:
    def test_it_counts_what_the_merge_then_does(self, library, corpus, document, labels):
        lan = library.people.annotator("Lan")
        _mark(library, document, "Tỉnh ủy Sông Vàng", labels["organization"])
        _mark(library, document, "Bí thư", labels["organization"])
        _mark(library, document, "Bí thư", labels["position"])
        _mark(library, document, "Tỉnh ủy", labels["organization"], lan.uid)
        preview = library.labels.merge_preview(labels["organization"], labels["position"], corpus=corpus)
        assert preview == MergePreview(spans=3, documents=1, others=1, equal=1)
        before = _spans(library, corpus)
        assert library.labels.merge(labels["organization"], labels["position"], corpus=corpus).value == 3
        assert len(_spans(library, corpus)) == 3
        library.history.undo()
        assert _spans(library, corpus) == before
        assert library.checking.check().sound

    def test_into_itself_is_refused(self, library, corpus, labels):
        for act in (library.labels.merge_preview, library.labels.merge):
            with pytest.raises(UserError, match="into itself"):
                act(labels["person"], labels["person"], corpus=corpus)


class TestKeys:
    def test_a_taken_key_names_its_holder_and_both_can_swap(self, library, corpus, labels):
        with pytest.raises(KeyTakenError) as caught:
            library.labels.change(labels["person"], corpus=corpus, key="2")
        assert caught.value.holder == labels["position"]
        library.labels.swap_keys(labels["person"], labels["position"], corpus=corpus)
        keys = {row.label.name: row.label.key for row in library.labels.list(corpus)}
        assert (keys["person"], keys["position"]) == ("2", "1")
        library.history.undo()
        assert library.labels.list(corpus)[0].label.key == "1"
        assert library.checking.check().sound

    def test_letter_case_does_not_tell_keys_apart(self, library, corpus, labels):
        library.labels.change(labels["person"], corpus=corpus, key="p")
        with pytest.raises(KeyTakenError):
            library.labels.change(labels["award"], corpus=corpus, key="P")

    @pytest.mark.parametrize("key", ["12", " ", "\t", "!", "[", "\u202e", "\ud800", "\u200b"])
    def test_what_is_no_key_is_refused(self, library, corpus, labels, key):
        with pytest.raises(UserError, match="cannot be a label's key"):
            library.labels.change(labels["person"], corpus=corpus, key=key)


class TestNames:
    @pytest.mark.parametrize(
        "name", ["", "  ", "POSITION", "positio\u0301n".upper(), "x" * 10_000, "a\u202eb", "a\u200bb", "a\nb"]
    )
    def test_what_is_no_name_is_refused(self, library, corpus, labels, name):
        library.labels.change(labels["award"], corpus=corpus, name="positión")
        with pytest.raises(UserError):
            library.labels.change(labels["person"], corpus=corpus, name=name)

    def test_markup_is_a_name_like_any_other(self, library, corpus, labels):
        name = "<b>&amp;</b>"
        assert library.labels.change(labels["person"], corpus=corpus, name=name).value.name == name


class TestWorkLists:
    def test_a_label_is_split_by_hand_in_one_step(self, library, corpus, document, labels):
        for words in ("Tỉnh ủy Sông Vàng", "Tỉnh ủy", "Bí thư"):
            _mark(library, document, words, labels["organization"])
        before = _spans(library, corpus)
        places = library.work_lists.of_label(corpus, labels["organization"])
        shown = library.work_lists.shown([place.key for place in places])
        assert [one.match for one in shown] == ["Bí thư", "Tỉnh ủy Sông Vàng", "Tỉnh ủy"]
        assert shown[1].left.endswith("Bí thư ")
        ticked = [one.key for one in shown if one.match.startswith("Tỉnh ủy")]
        done = library.work_lists.relabel(corpus, ticked, new_name="cấp ủy").value
        assert (done.changed, done.documents, done.joined) == (2, 1, 0)
        rows = {row.label.name: row.spans for row in library.labels.list(corpus)}
        assert (rows["organization"], rows["cấp ủy"]) == (1, 2)
        library.history.undo()
        assert _spans(library, corpus) == before
        assert "cấp ủy" not in {row.label.name for row in library.labels.list(corpus)}
        assert library.checking.check().sound

    def test_moved_spans_join_those_on_the_same_words(self, library, corpus, document, labels):
        _mark(library, document, "Bí thư", labels["organization"])
        _mark(library, document, "Bí thư", labels["position"])
        keys = [place.key for place in library.work_lists.of_label(corpus, labels["organization"])]
        done = library.work_lists.relabel(corpus, keys, labels["position"]).value
        assert (done.changed, done.joined) == (1, 1)
        assert [row[:2] for row in _spans(library, corpus)] == [("Bí thư", "position")]
        library.history.undo()
        assert len(_spans(library, corpus)) == 2
        assert library.checking.check().sound

    def test_what_changed_meanwhile_is_left_alone_and_counted(self, library, corpus, document, labels):
        span = _mark(library, document, "Bí thư", labels["organization"])
        keys = [place.key for place in library.work_lists.of_label(corpus, labels["organization"])]
        library.annotating.remove([span.uid])
        assert library.work_lists.remove(corpus, keys).value.skipped == 1
        assert library.work_lists.shown(keys) == []

    def test_a_taken_name_changes_nothing(self, library, corpus, document, labels):
        _mark(library, document, "Bí thư", labels["organization"])
        keys = [place.key for place in library.work_lists.of_label(corpus, labels["organization"])]
        with pytest.raises(UserError, match="already"):
            library.work_lists.relabel(corpus, keys, new_name="Person")
        assert library.labels.list(corpus)[2].spans == 1


class TestOlderDefinitions:
    def _old(self, library, corpus, label):
        keys = [place.key for place in library.codebook.decided_before(corpus, label)]
        return [one.match for one in library.work_lists.shown(keys)]

    def test_spans_before_a_new_definition_are_listed_until_decided(self, library, corpus, document, labels):
        label = labels["position"]
        _mark(library, document, "Bí thư", label)
        assert self._old(library, corpus, label) == []
        library.labels.change(label, corpus=corpus, definition="Cả cơ quan.")
        _mark(library, document, "Chủ tịch nước", label)
        assert self._old(library, corpus, label) == ["Bí thư"]
        keys = [place.key for place in library.codebook.decided_before(corpus, label)]
        assert library.work_lists.keep(corpus, label, keys).value.changed == 1
        assert self._old(library, corpus, label) == []
        library.history.undo()
        assert self._old(library, corpus, label) == ["Bí thư"]
        library.history.redo()
        assert self._old(library, corpus, label) == []
        assert library.checking.check().sound

    def test_a_definition_that_is_taken_back_counts_as_the_old_one(self, library, corpus, document, labels):
        label = labels["position"]
        _mark(library, document, "Bí thư", label)
        library.codebook.change(label, corpus=corpus, use_when="Luôn luôn")
        _mark(library, document, "Chủ tịch nước", label)
        assert self._old(library, corpus, label) == ["Bí thư"]
        library.codebook.change(label, corpus=corpus, use_when="")
        assert self._old(library, corpus, label) == ["Chủ tịch nước"]

    def test_names_colours_and_examples_are_no_definition(self, library, corpus, document, labels):
        label = labels["position"]
        _mark(library, document, "Bí thư", label)
        library.labels.change(label, corpus=corpus, name="chức vụ", colour="#123456")
        library.codebook.change(label, corpus=corpus, heading="Ai")
        library.codebook.pin(label, corpus=corpus, document=document, start=0, end=8, counter=True)
        assert self._old(library, corpus, label) == []

    def test_merged_spans_were_decided_under_the_other_label(self, library, corpus, document, labels):
        library.labels.change(labels["position"], corpus=corpus, definition="Chức")
        _mark(library, document, "Bí thư", labels["organization"])
        library.labels.merge(labels["organization"], labels["position"], corpus=corpus)
        assert self._old(library, corpus, labels["position"]) == ["Bí thư"]

    def test_a_removed_label_brought_back_keeps_what_its_spans_were_decided_by(
        self, library, corpus, document, labels
    ):
        label = labels["position"]
        _mark(library, document, "Bí thư", label)
        library.labels.change(label, corpus=corpus, definition="Cả cơ quan.")
        library.labels.remove(label, corpus=corpus, with_spans=True)
        library.history.undo()
        assert self._old(library, corpus, label) == ["Bí thư"]


class TestGuideline:
    def test_all_of_the_codebook_is_in_it_and_nothing_is_markup(self, library, corpus, document, labels):
        library.labels.change(labels["person"], corpus=corpus, name="<i>x</i>", definition="a < b & c\nhai")
        library.codebook.change(labels["person"], corpus=corpus, heading="<h1>", use_when="<script>")
        library.codebook.pin(
            labels["person"], corpus=corpus, document=document, start=9, end=21, counter=False
        )
        page = guideline_html(library.codebook.whole(corpus), "en", str)
        assert "<script>" not in page
        assert "&lt;i&gt;x&lt;/i&gt;" in page
        assert "a &lt; b &amp; c" in page
        assert "Nguyễn Văn A" in page
        assert page.count("<h3>") == 5
        assert page.count("<span") == page.count("</span>")


class TestTravelling:
    def test_own_jsonl_carries_the_codebook_and_gives_the_same_bytes(
        self, library, corpus, document, labels, tmp_path
    ):
        inner = _mark(library, document, "Tỉnh ủy Sông Vàng", labels["organization"])
        start = TEXT.index("Bí thư")
        library.codebook.pin(
            labels["position"],
            corpus=corpus,
            document=document,
            start=start,
            end=start + 24,
            counter=False,
            spans=[inner],
        )
        library.codebook.change(labels["position"], corpus=corpus, heading="Ai", avoid_when="Quân hàm")
        first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
        library.exporting.export("Báo", Recipe("jsonl"), str(first))
        with open_library(str(tmp_path / "other.annotator")) as other:
            other.importing.import_paths([str(first)], "Khác")
            home = other.corpora.named("Khác").uid
            assert other.codebook.of(home) == library.codebook.of(corpus)
            other.exporting.export("Khác", Recipe("jsonl"), str(second))
        assert first.read_bytes() == second.read_bytes()
