"""The rules of packages between desktops (one test each and more), on real libraries."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from colleagues import TEXTS, bytes_of, change, mark, places, remove, uid_of

from annotator.errors import FormatError, UserError
from annotator.exchange import package_file, package_reading
from annotator.model.label import standard_label_uid
from annotator.model.package import PackageWish
from annotator.services.packages.telling import TextDiffersError

PERSON, POSITION, AWARD = map(standard_label_uid, ("person", "position", "award"))


def test_rule_1_the_same_package_again_is_nothing_new(lead, lan, handed_out, tmp_path):
    mark(lan, handed_out[0], 0, 3)
    path = lan.package("return", "Lan")
    lead.take(path)
    before, steps = bytes_of(lead), lead.library.history.total()
    again = lead.library.packages.merge(path)
    assert again.step is None
    assert (again.value.changes_new, again.value.documents_new, again.value.changes_known) == (0, 0, 2)
    assert again.value.already and again.value.is_nothing_new
    packed_anew = tmp_path / "anew.zip"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(packed_anew, "w", zipfile.ZIP_STORED) as target:
        for name in reversed(source.namelist()):
            target.writestr(name, source.read(name))
    assert packed_anew.read_bytes() != Path(path).read_bytes()
    made_anew = lan.package("return", "Lan")  # another uid, the same changes
    assert [told.changes_new for told in lead.take(str(packed_anew), made_anew)] == [0, 0]
    assert lead.library.history.total() == steps
    assert bytes_of(lead) == before


def test_rule_2_an_older_package_after_a_newer_one_rolls_nothing_back(lead, lan, handed_out):
    first = handed_out[0]
    one = mark(lan, first, 0, 3)
    older = lan.package("return", "Lan")
    two = mark(lan, first, 4, 7)
    remove(lan, first, one)
    newer = lan.package("return", "Lan")
    assert lead.take(newer)[0].changes_new == 4
    assert lead.take(older)[0].is_nothing_new
    assert places(lead, first) == [(two.start, two.end, PERSON)]
    change(lan, first, two, label=AWARD)
    told = lead.take(lan.package("return", "Lan"))[0]
    assert (told.changes_new, told.changes_known, told.spans_changed) == (1, 4, 1)
    assert places(lead, first) == [(4, 7, AWARD)]


def test_rule_3_the_same_text_is_joined_and_both_uids_lead_to_it(lead, lan):
    own = lan.library.corpora.create("Riêng").value
    there = lan.library.documents.add(own.uid, "Cũ", TEXTS[0], {"nguồn": "báo"}).value
    path = lead.package("assignment", "Lan")
    told = lan.library.packages.merge(path, "Riêng").value
    assert (told.documents_new, told.documents_known, told.documents_joined) == (1, 1, 1)
    assert lan.library.documents.open(lead.documents[0]).document.uid == there.uid
    assert lan.library.documents.open(there.uid).document.title == "Cũ"
    mark(lan, there.uid, 0, 3)
    assert lead.library.packages.merge(lan.package("return", "Lan"), lead.corpus).value.changes_new == 2
    assert places(lead, lead.documents[0]) == [(0, 3, PERSON)]


def test_where_a_package_was_said_to_go_the_next_ones_of_its_corpus_go_by_themselves(lead, lan):
    own = lan.library.corpora.create("Riêng").value
    lan.library.packages.merge(lead.package("assignment", "Lan"), "Riêng")
    lead.library.documents.add(lead.corpus, "Mới", "Một bài mới.")
    seen = lan.library.packages.preview(lead.package("assignment", "Lan"))
    assert (seen.corpus, seen.corpus_new, seen.documents_new) == ("Riêng", False, 1)
    assert lan.take(lead.package("assignment", "Lan"))[0].corpus_uid == own.uid
    other = lan.library.corpora.create("Khác").value
    package = lead.package("assignment", "Lan", tuple(lead.documents[:0]))
    with pytest.raises(UserError, match="is in the corpus Riêng"):
        lan.take(package, into="Khác")
    lan.library.history.undo()
    lan.library.history.undo()
    lan.library.history.undo()
    told = lan.library.packages.preview(package)
    assert told.corpus_new and told.corpus == "Báo", "with the merge its word is taken back"
    assert lan.library.packages.merge(package).value.corpus_uid not in (own.uid, other.uid)
    assert lan.problems() == []


def test_rule_3_the_same_uid_with_another_text_is_refused_with_the_difference(lead, lan, tmp_path):
    path = lead.package("assignment", "Lan")
    package = package_reading.read(Path(path))
    altered = [replace(package.documents[0], text=package.documents[0].text.replace("yêu", "YÊU"))]
    other = tmp_path / "other.zip"
    package_file.write(other, replace(package, documents=(*altered, *package.documents[1:])))
    lan.take(path)
    before, steps = bytes_of(lan), lan.library.history.total()
    with pytest.raises(TextDiffersError, match="another text") as caught:
        lan.library.packages.merge(str(other))
    assert altered[0].uid in str(caught.value.message)
    assert "YÊU" in str(caught.value.message)
    seen = lan.library.packages.preview(str(other))
    assert [each.uid for each in seen.refused] == [altered[0].uid]
    assert any(line.startswith("+") and "YÊU" in line for line in seen.refused[0].diff)
    assert bytes_of(lan) == before and lan.library.history.total() == steps


def test_rule_4_two_machines_of_one_person_unite_and_one_span_changed_twice_is_told(lead, lan, second):
    path = lead.package("assignment", "Lan")
    lan.take(path)
    second.take(path)
    first = lead.documents[0]
    shared = mark(lan, first, 0, 3)
    second.take(lan.package("return", "Lan"))
    mark(lan, first, 4, 7)
    mark(second, first, 8, 10)
    change(lan, first, shared, label=AWARD)
    change(second, first, shared, note="?")
    packages = [lan.package("return", "Lan"), second.package("return", "Lan")]
    told = lead.take(*packages)
    assert told[0].conflicts == ()
    (conflict,) = told[1].conflicts
    assert (conflict.kind, conflict.thing, conflict.document) == ("span", shared.uid, first)
    assert len(conflict.others) == 1
    for one, other in ((lan, packages[1]), (second, packages[0])):
        one.take(other)
        assert one.state() == lead.state()
    assert len(places(lead, first)) == 3
    loser = conflict.others[0]
    lead.library.packages.restore(conflict, loser.change)
    restored = next(
        span
        for span in lead.library.documents.open(first, uid_of(lead, "Lan")).state.spans()
        if span.uid == shared.uid
    )
    assert (restored.label, restored.note) == (loser.body["label"], loser.body.get("note", ""))
    for one in (lan, second):
        assert one.take(lead.package("return", "Lan"))[0].conflicts == ()
        assert one.state() == lead.state()


def test_rule_4_a_removal_goes_before_an_edit_and_can_be_restored(lead, lan, second):
    path = lead.package("assignment", "Lan")
    lan.take(path)
    second.take(path)
    first = lead.documents[0]
    shared = mark(lan, first, 0, 3)
    second.take(lan.package("return", "Lan"))
    remove(lan, first, shared)
    edited = change(second, first, shared, label=AWARD)
    told = lead.take(second.package("return", "Lan"), lan.package("return", "Lan"))
    assert places(lead, first) == []
    (conflict,) = told[1].conflicts
    assert conflict.kept.body is None and conflict.others[0].body["label"] == edited.label
    lead.library.packages.restore(conflict, conflict.others[0].change)
    assert places(lead, first) == [(0, 3, AWARD)]
    lan.take(lead.package("return", "Lan"))
    assert places(lan, first) == [(0, 3, AWARD)]


def test_rule_4_equal_spans_from_two_machines_are_one_and_a_removal_takes_both(lead, lan, second):
    path = lead.package("assignment", "Lan")
    lan.take(path)
    second.take(path)
    first = lead.documents[0]
    one, other = mark(lan, first, 0, 3), mark(second, first, 0, 3)
    packages = [lan.package("return", "Lan"), second.package("return", "Lan")]
    lead.take(*reversed(packages))
    lan.take(packages[1])
    shown = lead.library.documents.open(first, uid_of(lead, "Lan")).state.spans()
    assert [span.uid for span in shown] == [min(one.uid, other.uid)]
    assert lan.state() == lead.state()
    remove(lan, first, shown[0])
    lead.take(lan.package("return", "Lan"))
    assert places(lead, first) == []
    lead.take(*packages)
    assert places(lead, first) == []


def test_rule_5_an_unknown_label_is_kept_with_its_spans(lead, lan, handed_out, tmp_path):
    first = handed_out[0]
    own = lan.library.labels.add(lan.corpus, "địa danh", key="6").value
    span = mark(lan, first, 0, 3, own.uid)
    told = lead.take(lan.package("return", "Lan"))[0]
    assert told.labels_new == ("địa danh",)
    shown = lead.library.labels.list(lead.corpus)[-1]
    assert (shown.label.name, shown.label.key, shown.spans) == ("địa danh", "", 1)
    opened = lead.library.documents.open(first, uid_of(lead, "Lan"))
    assert opened.state.spans() == [span]
    assert span.label in [label.uid for label in opened.labels]
    assert [record.label_name for record in lead.library.annotating.spans(lead.corpus)] == ["địa danh"]
    change(lead, first, span, note="đã xem")
    lead.library.labels.merge(own.uid, POSITION, corpus=lead.corpus)
    assert places(lead, first) == [(0, 3, POSITION)]
    mark(lan, first, 4, 7, own.uid)
    lead.take(lan.package("return", "Lan"))
    assert places(lead, first) == [(0, 3, POSITION), (4, 7, POSITION)]
    assert lead.problems() == []


def test_rule_5_a_renamed_label_is_known_by_its_uid(lead, lan, handed_out):
    lead.library.labels.change(PERSON, corpus=lead.corpus, name="Người")
    lan.library.labels.change(PERSON, corpus=lan.corpus, name="nhân vật")
    mark(lan, handed_out[0], 0, 3)
    told = lead.take(lan.package("return", "Lan"))[0]
    assert told.labels_new == ()
    assert [record.label_name for record in lead.library.annotating.spans(lead.corpus)] == ["Người"]


def test_rule_5_labels_made_apart_with_one_name_are_one(lead, lan, handed_out):
    first = handed_out[0]
    here = lead.library.labels.add(lead.corpus, "địa danh").value
    there = lan.library.labels.add(lan.corpus, "Địa danh").value
    assert here.uid != there.uid
    mark(lan, first, 0, 3, there.uid)
    told = lead.take(lan.package("return", "Lan"))[0]
    assert told.labels_new == ()
    assert places(lead, first) == [(0, 3, here.uid)]
    mark(lead, first, 4, 7, here.uid)
    lan.take(lead.package("return", "Lan"))
    assert places(lan, first) == [(0, 3, there.uid), (4, 7, there.uid)]
    assert lead.problems() == lan.problems() == []


@pytest.mark.parametrize("cut", [10, 400, -30])
def test_rule_6_a_broken_file_changes_nothing(lead, lan, handed_out, tmp_path, cut):
    mark(lan, handed_out[0], 0, 3)
    data = Path(lan.package("return", "Lan")).read_bytes()
    broken = tmp_path / "broken.zip"
    broken.write_bytes(data[:cut])
    before = bytes_of(lead)
    for act in (lead.library.packages.merge, lead.library.packages.preview):
        with pytest.raises(FormatError):
            act(str(broken))
    assert bytes_of(lead) == before


def test_rule_6_a_preview_says_what_the_merge_does_and_changes_nothing(lead, lan, handed_out):
    mark(lan, handed_out[0], 0, 3)
    path = lan.package("return", "Lan")
    before = bytes_of(lead)
    seen = lead.library.packages.preview(path)
    assert bytes_of(lead) == before
    done = lead.library.packages.merge(path)
    assert done.value == seen
    assert lead.library.history.steps(limit=1)[0].seq == done.step
    assert done.documents == (handed_out[0],)


def test_rule_7_what_a_foreign_file_brought_is_joined_by_its_text(lead, lan, handed_out, tmp_path):
    file = tmp_path / "x.jsonl"
    line = {"text": TEXTS[0], "spans": [{"start": 0, "end": 3, "label": "person"}]}
    file.write_text(json.dumps(line), encoding="utf-8")
    lan.library.importing.import_paths([str(file)], lan.corpus, annotator="doccano")
    told = lead.take(lan.package("return", "doccano"))[0]
    assert (told.documents_known, told.people_new) == (1, ("doccano",))
    assert places(lead, handed_out[0], "doccano") == [(0, 3, PERSON)]


def test_rule_8_a_blind_assignment_says_so(lead, tmp_path):
    path = tmp_path / "blind.zip"
    lead.library.packages.make(
        PackageWish(lead.corpus, "assignment", str(path), "Lan", is_blind=True, unaided=(lead.documents[0],))
    )
    settings = lead.library.packages.show(str(path)).settings
    assert settings.is_blind and settings.unaided == (lead.documents[0],)
