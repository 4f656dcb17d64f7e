"""Merges on the line of steps; where packages go; what must not be mixed up."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from colleagues import bytes_of, change, colleagues, mark, places, remove, seed, uid_of

from annotator.errors import UserError
from annotator.exchange import package_file, package_reading
from annotator.model.changes import SpanAdded, StatusChanged
from annotator.model.document import Status
from annotator.model.identity import new_uid
from annotator.model.label import standard_label_uid
from annotator.services.library import open_library

PERSON, POSITION, AWARD = map(standard_label_uid, ("person", "position", "award"))


@pytest.fixture(scope="module")
def master(tmp_path_factory):
    path = tmp_path_factory.mktemp("master") / "m.annotator"
    seed(path)
    return path


def test_a_merge_is_one_step_that_can_be_undone_made_again_and_merged_again(lead, lan, handed_out):
    first = handed_out[0]
    mark(lan, first, 0, 3)
    path = lan.package("return", "Lan")
    before, steps = lead.state(), lead.library.history.total()
    lead.take(path)
    after = lead.state()
    assert lead.library.history.total() == steps + 1
    lead.library.history.undo()
    assert lead.state() == before
    lead.library.history.redo()
    assert lead.state() == after
    lead.library.history.undo()
    assert lead.take(path)[0].changes_new == 2
    assert lead.state() == after
    lead.check_changes()
    assert lead.problems() == []


def test_why_a_merge_is_not_undone_alone_is_told(lead, lan, handed_out):
    mark(lan, handed_out[0], 0, 3)
    lead.take(lan.package("return", "Lan"))
    merge = lead.library.history.steps(lead.corpus)[0]
    told = lead.library.history.details(merge.uid)
    assert not told.can_undo
    assert told.why_not.text.startswith("What others sent")


def test_nothing_of_an_undone_merge_travels(lead, lan, handed_out):
    first = handed_out[0]
    span = mark(lan, first, 0, 3)
    lead.take(lan.package("return", "Lan"))
    change(lead, first, span, label=AWARD)
    lead.library.history.undo()
    lead.library.history.undo()
    assert lead.library.documents.open(first, uid_of(lead, "Lan")).state.spans() == []
    package = package_reading.read(Path(lead.package("return", "Lan")))
    assert package.changes == ()
    lead.check_changes()
    lead.take(lan.package("return", "Lan"))
    assert places(lead, first) == [(0, 3, PERSON)]
    lead.check_changes()


def test_a_merge_is_not_undone_out_of_the_middle(lead, lan, handed_out):
    first = handed_out[0]
    mark(lan, first, 0, 3)
    lead.take(lan.package("return", "Lan"))
    merge = lead.library.history.steps(limit=1)[0]
    with pytest.raises(UserError, match="Take it back with Undo"):
        lead.library.history.undo_only(merge.uid)
    lead.library.people.annotator("Minh")
    mark(lead, first, 4, 7, who="Minh")
    with pytest.raises(UserError, match="1 span added"):
        lead.library.history.undo_only(merge.uid)
    earlier = lead.library.history.steps(lead.corpus)[-1]
    with pytest.raises(UserError, match="in your name"):
        lead.library.history.bring_back(first, lead.library.history.steps(lead.corpus, first)[-1].uid)
    assert earlier.kind != "merge"


# ---------------------------------------------------------------------- where it goes, and who


def test_another_corpus_of_that_name_is_left_alone_unless_named(lead, lan):
    own = lan.library.corpora.create("Báo").value
    path = lead.package("assignment", "Lan")
    with pytest.raises(UserError, match="another corpus named Báo"):
        lan.library.packages.merge(path)
    assert lan.library.packages.merge(path, "Báo").value.corpus_uid == own.uid
    assert len(lan.documents) == 2


def test_two_numberings_that_collide_are_refused(lead, lan, handed_out, tmp_path):
    mark(lan, handed_out[0], 0, 3)
    path = lan.package("return", "Lan")
    lead.take(path)
    package = package_reading.read(Path(path))
    twin = tmp_path / "twin.zip"
    uids = {step.uid: new_uid() for step in package.steps}
    package_file.write(
        twin,
        replace(
            package,
            steps=tuple(replace(step, uid=uids[step.uid]) for step in package.steps),
            changes=tuple(
                replace(
                    each,
                    step=uids[each.step],
                    change=replace(each.change, uid=each.change.uid.replace(each.step, uids[each.step])),
                )
                for each in package.changes
            ),
        ),
    )
    before = bytes_of(lead)
    with pytest.raises(UserError, match="bears the number"):
        lead.library.packages.merge(str(twin))
    assert bytes_of(lead) == before


def test_the_next_step_comes_after_all_that_was_received(lead, lan, handed_out):
    for place in range(5):
        mark(lan, handed_out[0], place, place + 2)
    path = lan.package("return", "Lan")
    lead.take(path)
    latest = max(step.lamport for step in package_reading.read(Path(path)).steps)
    lead.library.people.annotator("Minh")
    mark(lead, handed_out[0], 0, 3, who="Minh")
    sent = package_reading.read(Path(lead.package("return", "Minh"))).steps
    assert all(step.lamport > latest + 1 for step in sent)


def test_equal_names_of_different_people_stay_two(lead, lan, handed_out):
    lan.library.people.rename(uid_of(lan, "Lan"), "Hoa")
    lead.library.people.annotator("Hoa")
    mark(lan, handed_out[0], 0, 3, who="Hoa")
    lead.take(lan.package("return", "Hoa"))
    assert sorted(each.name for each in lead.library.people.list() if each.name in ("Hoa", "Lan")) == [
        "Hoa",
        "Lan",
    ]


def test_status_and_an_empty_layer_travel(lead, lan, handed_out):
    lan.apply(handed_out[0], uid_of(lan, "Lan"), StatusChanged(Status.NEW, Status.DONE))
    lead.take(lan.package("return", "Lan"))
    row = next(lead.library.documents.listing(lead.corpus))
    assert [(layer.annotator.name, layer.status, layer.spans) for layer in row.layers] == [
        ("Lan", Status.DONE, 0)
    ]


def test_a_document_in_the_bin_stays_there_when_its_package_comes_again(lead, lan):
    path = lead.package("assignment", "Lan")
    lan.take(path)
    lan.library.documents.bin(lan.documents[:1])
    assert lan.library.packages.merge(path).step is None
    assert len(lan.documents) == 1
    lan.take(lead.package("assignment", "Lan"))  # handed out anew
    assert lan.documents == lead.documents


def test_a_span_whose_uid_another_layer_has_gets_a_second_one(lead, lan, handed_out):
    first = handed_out[0]
    span = mark(lan, first, 0, 3)
    lead.library.people.annotator("Minh")
    lead.apply(first, uid_of(lead, "Minh"), SpanAdded(span))  # as a file that keeps uids brings it
    lead.take(lan.package("return", "Lan"))
    (shown,) = lead.library.documents.open(first, uid_of(lead, "Lan")).state.spans()
    assert shown.uid != span.uid and (shown.start, shown.end) == (0, 3)
    remove(lead, first, shown)
    lan.take(lead.package("return", "Lan"))
    assert places(lan, first) == []
    lead.check_changes()
    assert lead.problems() == []


def test_texts_that_were_purged_come_anew(lead, lan, handed_out):
    mark(lan, handed_out[0], 0, 3)
    path = lan.package("return", "Lan")
    lead.take(path)
    lead.library.documents.bin([handed_out[0]])
    lead.library.purging.empty_bin()
    told = lead.take(path)[0]
    assert (told.documents_new, told.changes_new, told.spans_added) == (1, 2, 1)
    assert lead.problems() == []


def test_a_library_made_of_the_same_file_is_another_copy(master, tmp_path):
    one, other = colleagues(master, tmp_path, 2)
    try:
        first = one.documents[0]
        mark(one, first, 0, 3)
        mark(other, first, 4, 7)
        one.take(*other.returns())
        other.take(*one.returns())
        assert one.state() == other.state()
        assert places(one, first) == [(0, 3, PERSON), (4, 7, PERSON)]
    finally:
        one.close()
        other.close()


def test_a_damaged_received_change_is_found(lead, lan, handed_out):
    mark(lan, handed_out[0], 0, 3)
    lead.take(lan.package("return", "Lan"))
    assert lead.problems() == []
    path = lead.library.path
    lead.library.close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE received_version SET body = '[' WHERE kind = 'span'")
        connection.commit()
    lead.library = open_library(str(path), writable=False)
    kinds = {problem.kind for problem in lead.library.checking.check().problems}
    assert {"received", "log"} <= kinds


def test_what_stands_elsewhere_under_the_same_uid_is_not_mixed_up(lead, lan, handed_out, tmp_path):
    first, second_document = handed_out
    lead.library.comments.add(first, "một")
    comment = lead.library.comments.of_document(first)[0]
    package = package_reading.read(Path(lead.package("gold")))
    (told,) = package.changes
    moved = tmp_path / "moved.zip"
    texts = {each.uid: each for each in package_reading.read(Path(lead.package("assignment"))).documents}
    package_file.write(
        moved,
        replace(
            package,
            documents=(texts[second_document],),
            steps=tuple(replace(step, replica=new_uid(), uid=(other := new_uid())) for step in package.steps),
            changes=(
                replace(
                    told,
                    document=second_document,
                    step=other,
                    change=replace(told.change, uid=f"{other}/{told.change.thing}"),
                ),
            ),
        ),
    )
    before = bytes_of(lead)
    with pytest.raises(UserError, match=comment.uid):
        lead.library.packages.merge(str(moved))
    assert bytes_of(lead) == before


def test_own_work_that_comes_back_is_nothing_new(lead, lan, handed_out):
    first = handed_out[0]
    own = lan.library.labels.add(lan.corpus, "tạm").value
    span = mark(lan, first, 0, 3, own.uid)
    remove(lan, first, span)
    lan.library.labels.remove(own.uid, corpus=lan.corpus)
    mark(lan, first, 4, 7)
    told = lead.take(lan.package("return", "Lan"))[0]
    assert told.labels_new == ()  # a label that nothing seen carries
    back = lead.package("return", "Lan")  # names the label still, in what was removed
    assert lan.take(back)[0].is_nothing_new
    assert lan.library.packages.merge(lan.package("return", "Lan")).step is None


def test_the_history_of_a_span_says_who_did_what_on_the_other_machine(lead, lan, handed_out):
    first = handed_out[0]
    span = mark(lan, first, 0, 3)
    lead.take(lan.package("return", "Lan"))
    change(lead, first, span, note="?")
    remove(lan, first, span)
    lead.take(lan.package("return", "Lan"))
    told = lead.library.history.of_span(span.uid)
    assert [(each.step.actor, str(each.step.summary), each.past is None) for each in told] == [
        ("Lan", "1 span removed", True),
        ("Lan", "1 span changed", False),
        ("Lan", "1 span added", False),
    ]
    lead.library.history.restore_span(span.uid, told[2].step.uid)
    assert places(lead, first) == [(0, 3, PERSON)]


def test_a_label_does_not_come_back_beside_one_of_its_name_that_a_package_brought(lead, lan, handed_out):
    own = lead.library.labels.add(lead.corpus, "tạm").value
    lead.library.labels.remove(own.uid, corpus=lead.corpus)
    removal = lead.library.history.steps(limit=1)[0]
    there = lan.library.labels.add(lan.corpus, "Tạm").value
    mark(lan, handed_out[0], 0, 3, there.uid)
    lead.take(lan.package("return", "Lan"))
    with pytest.raises(UserError, match="there already"):
        lead.library.history.undo_only(removal.uid)
    with pytest.raises(UserError, match="named Tạm already"):
        lead.library.labels.add(lead.corpus, "tạm")
    lead.library.labels.change(there.uid, corpus=lead.corpus, name="khác", key="9")
    assert lead.library.labels.list(lead.corpus)[-1].label.key == "9"


def test_a_corpus_that_a_merge_made_goes_and_comes_with_it(lead, lan):
    path = lead.package("assignment", "Lan")
    lan.take(path)
    made = lan.state(), lan.corpus, lan.documents
    lan.library.history.undo()
    assert list(lan.library.corpora.list()) == [] and lan.library.people.find("Lan") is None
    told = lan.take(path)[0]
    assert (told.corpus_new, told.documents_new, told.people_new) == (True, 2, ("Lan",))
    assert (lan.state(), lan.corpus, lan.documents) == made
    lan.library.history.undo()
    lan.library.history.redo()
    assert (lan.state(), lan.corpus, lan.documents) == made
    assert lan.problems() == []


def test_a_count_that_nobody_could_go_on_from_is_refused(lead, lan, handed_out, tmp_path):
    mark(lan, handed_out[0], 0, 3)
    package = package_reading.read(Path(lan.package("return", "Lan")))
    far = tmp_path / "far.zip"
    number = (1 << 53) - 1
    package_file.write(
        far,
        replace(
            package,
            steps=tuple(replace(step, lamport=number) for step in package.steps),
            changes=tuple(
                replace(each, change=replace(each.change, lamport=number)) for each in package.changes
            ),
        ),
    )
    before = bytes_of(lead)
    with pytest.raises(UserError, match="further than anybody"):
        lead.library.packages.merge(str(far))
    assert bytes_of(lead) == before
