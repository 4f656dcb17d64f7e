"""Label sets as files: the shipped ones, saving, previewing, loading as one step, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.errors import EnvironmentProblem, FormatError, UserError
from annotator.formats.label_set import read_label_set, write_label_set
from annotator.model.codebook import Preset

FORM = {"format": "annotator-label-set", "version": 1}


def _file(tmp_path, **parts):
    path = tmp_path / "set.json"
    path.write_text(json.dumps({**FORM, **parts}, ensure_ascii=False), encoding="utf-8")
    return str(path)


def _names(library, corpus):
    return [row.label.name for row in library.labels.list(corpus)]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_shipped_presets_are_whole_in_both_languages(library, language):
    presets = library.presets.listed(language)
    assert len(presets) >= 4
    for preset in presets:
        assert preset.problem is None
        assert preset.about
        assert preset.guidelines
        for each in preset.labels:
            assert each.label.definition
            assert each.guidance.use_when
            assert each.guidance.avoid_when
            for example in each.guidance.examples:
                assert example.words == example.words.strip()
                assert {mark.label for mark in example.around} <= {
                    name for other in preset.labels for name in other.names
                }


def test_a_preset_defines_the_standard_labels_in_one_step(library, corpus):
    preset = library.presets.find("1-commendation", "vi")
    changes = library.presets.preview(corpus, preset)
    assert [change.name for change in changes] == ["person", "position", "organization", "campaign", "award"]
    assert all("definition" in change.fields and not change.is_new for change in changes)
    done = library.presets.load(corpus, preset).value
    assert (done.added, done.changed) == (0, 5)
    book = library.codebook.whole(corpus)
    assert book.entries[1].label.definition.startswith("Toàn bộ chức vụ")
    assert book.entries[1].guidance.heading == "Ai"
    assert book.guidelines
    inner = book.entries[1].guidance.examples[0].around[0].label
    assert inner == book.entries[2].label.uid
    assert all(change.is_same for change in library.presets.preview(corpus, preset))
    assert library.presets.load(corpus, preset).step is None
    library.history.undo()
    assert library.labels.list(corpus)[0].label.definition == ""
    assert all(told.is_empty for told in library.codebook.of(corpus))
    assert library.checking.check().sound


def test_new_labels_come_and_keys_that_are_taken_do_not(library, corpus):
    preset = library.presets.find("CoNLL four")
    changes = library.presets.preview(corpus, preset)
    assert all(change.is_new and change.lost_key for change in changes)
    assert library.presets.load(corpus, preset, [0, 2]).value.names == ("PER", "ORG")
    assert _names(library, corpus)[5:] == ["PER", "ORG"]
    assert [row.label.key for row in library.labels.list(corpus)[5:]] == ["", ""]


def test_a_saved_label_set_begins_another_corpus(library, corpus):
    library.presets.load(corpus, library.presets.find("1-commendation"))
    library.labels.add(corpus, "địa danh", key="đ", definition="Nơi chốn")
    path = library.presets.save(corpus, "Của tôi: bộ 1")
    assert [preset.name for preset in library.presets.listed() if preset.is_own] == ["Của tôi: bộ 1"]
    other = library.corpora.create("Khác", with_labels=False).value.uid
    library.presets.load(other, library.presets.read(path))
    before, after = library.codebook.whole(corpus), library.codebook.whole(other)
    assert [each.label for each in after.entries] == [each.label for each in before.entries]
    assert [each.guidance for each in after.entries] == [each.guidance for each in before.entries]


def test_a_renamed_standard_label_is_met_by_uid_and_keeps_its_name(library, corpus):
    path = library.presets.save(corpus, "Mine")
    person = library.labels.list(corpus)[0].label
    library.labels.change(person.uid, corpus=corpus, name="người", colour="#123456")
    change = library.presets.preview(corpus, library.presets.read(path))[0]
    assert (change.name, change.is_new, change.fields) == ("người", False, ("colour",))


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"version": 2, "labels": [{"name": "x"}]}, "newer version"),
        ({"format": "other", "labels": [{"name": "x"}]}, "no label set"),
        ({"labels": []}, "no labels"),
        ({"labels": [{"name": ""}]}, "no name"),
        ({"labels": [{"name": "a\u202eb"}]}, "no name"),
        ({"labels": [{"name": "x" * 10_000}]}, "no name"),
        ({"labels": [{"name": "x"}, {"name": "X"}]}, "two labels have the name"),
        ({"labels": [{"name": "x", "key": "p"}, {"name": "y", "key": "P"}]}, "two labels have the key"),
        ({"labels": [{"name": "x", "colour": "red"}]}, "no colour"),
        ({"labels": [{"name": "x", "key": "12"}]}, "no key"),
        ({"labels": [{"name": "x", "examples": [{"text": "ab", "start": 1, "end": 9}]}]}, "does not fit"),
        ({"labels": [{"name": 7}]}, "name"),
    ],
)
def test_what_is_damaged_or_of_the_future_is_refused_in_a_sentence(library, tmp_path, parts, words):
    with pytest.raises(FormatError, match=words) as caught:
        library.presets.read(_file(tmp_path, **parts))
    assert "Nothing was changed" in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b"\xff\xfe", b'{"a":1,"a":2}', b'{"format":NaN}'])
def test_bytes_that_are_no_label_set_are_refused(data):
    with pytest.raises(FormatError, match="cannot be loaded as a label set"):
        read_label_set(data, "x.json", "en")


def test_a_damaged_own_file_is_listed_with_its_problem(library, corpus):
    path = library.presets.save(corpus, "Mine")
    Path(path).write_text("{", encoding="utf-8")
    broken = library.presets.listed()[-1]
    assert broken.problem is not None
    assert broken.is_own


def test_names_and_places_that_are_none_are_refused(library, corpus, tmp_path):
    with pytest.raises(UserError, match="There is no label set"):
        library.presets.find("nowhere")
    with pytest.raises(EnvironmentProblem, match="cannot be read"):
        library.presets.read(str(tmp_path / "none.json"))
    with pytest.raises(EnvironmentProblem, match="could not be written"):
        library.presets.save(corpus, "Mine", str(tmp_path))


def test_equal_label_sets_are_equal_bytes(library):
    preset = library.presets.find("Historical sources")
    written = write_label_set(preset)
    again = read_label_set(written, "x.json", "en")
    assert write_label_set(again) == written
    assert isinstance(again, Preset)
