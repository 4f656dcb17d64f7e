"""Labels under headings: moving one never cuts a group in two."""

from __future__ import annotations

from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.codebook import Entry, Guidance
from annotator.model.groups import moved, regrouped
from annotator.model.label import Label


def _entries(*headings):
    return [
        Entry(Label(str(place), str(place), "#000000"), Guidance(str(place), heading))
        for place, heading in enumerate(headings)
    ]


def test_within_a_group_a_label_changes_its_place():
    assert moved(_entries("A", "A", "B"), 0, 1) == (["1", "0", "2"], "A")


def test_over_a_heading_it_changes_only_its_group():
    assert moved(_entries("A", "A", "B"), 1, 1) == (["0", "1", "2"], "B")
    assert moved(_entries("A", "A", "B"), 2, -1) == (["0", "1", "2"], "A")


def test_at_the_ends_it_stays():
    assert moved(_entries("A", "B"), 0, -1) is None
    assert moved(_entries("A", "B"), 1, 1) is None
    assert moved([], 0, 1) is None


def test_a_label_goes_to_the_end_of_its_new_group_or_behind_its_old_one():
    assert regrouped(_entries("A", "A", "B", "C"), "0", "B") == ["1", "2", "0", "3"]
    assert regrouped(_entries("A", "A", "A", "B"), "1", "new") == ["0", "2", "1", "3"]
    assert regrouped(_entries("A", "A", "B"), "0", "new") == ["0", "1", "2"]


headings = st.lists(st.sampled_from(["", "A", "B", "C"]), min_size=1, max_size=8).map(sorted)


@settings(max_examples=60)
@given(headings, st.data())
def test_groups_stay_whole(names, data):
    entries = _entries(*names)
    uid = data.draw(st.sampled_from([entry.label.uid for entry in entries]))
    heading = data.draw(st.sampled_from(["", "A", "B", "C", "D"]))
    after = {entry.label.uid: entry.guidance.heading for entry in entries} | {uid: heading}
    order = regrouped(entries, uid, heading)
    assert sorted(order) == sorted(after)
    runs = [name for name, _ in groupby(after[each] for each in order)]
    assert len(runs) == len(set(runs))
