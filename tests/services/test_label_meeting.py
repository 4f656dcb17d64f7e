"""Labels of a package meet those of a corpus by uid, then by name; none is dropped, none renamed."""

from __future__ import annotations

from dataclasses import replace

from annotator.exchange.members import LabelState, PackageLabel
from annotator.model.label import Label, name_key
from annotator.services.packages.label_meeting import meet_labels
from annotator.storage.repositories.meeting import LabelRow


def here(uid, name, letter="", state="active", merged_into=""):
    return LabelRow(1, uid, name, name_key(name), "", "#000000", letter, "", 0, state, merged_into)


def sent(uid, name, key="", merged_into=""):
    state = LabelState.MERGED if merged_into else LabelState.ACTIVE
    return PackageLabel(Label(uid, name, "#000000", key), state, merged_into)


def written(met):
    return [(each.label.uid, each.label.name, each.state, each.merged_into) for each in met.new]


def meet(there, coming, needed=(), *, is_offered=False):
    return meet_labels(there, coming, needed, "Lan", is_offered=is_offered)


def test_a_label_that_is_known_by_uid_keeps_the_name_it_has_here():
    met = meet([here("a", "Giải thưởng")], [sent("a", "award")])
    assert met.new == [] and met.names == ()


def test_a_label_of_the_same_name_counts_for_the_one_that_is_here():
    met = meet([here("a", "Award")], [sent("b", "award")])
    assert written(met) == [("b", "award", "merged", "a")]
    assert met.same == {"b": "a"}
    assert met.names == ()


def test_an_unknown_label_is_kept_beside_the_set_and_offered_when_the_lead_sends_it():
    assert written(meet([here("a", "x", "1")], [sent("b", "y", "1")])) == [("b", "y", "inactive", "")]
    met = meet([here("a", "x", "1")], [sent("b", "y", "1"), sent("c", "z", "2")], is_offered=True)
    assert [(each.label.uid, each.label.key, each.state) for each in met.new] == [
        ("b", "", "active"),  # its key is taken
        ("c", "2", "active"),
    ]


def test_a_name_that_the_sender_gave_to_another_label_of_both_is_not_taken_for_it():
    # Lan renamed "a" from x to y, and then made a new label x
    met = meet([here("a", "x")], [sent("a", "y"), sent("b", "x")])
    assert written(met) == [("b", "x (from Lan)", "inactive", "")]
    again = meet(
        [here("a", "x"), here("b", "x (from Lan)", state="inactive")], [sent("c", "x"), sent("a", "y")]
    )
    assert written(again) == [("c", "x (from Lan 2)", "inactive", "")]


def test_renamed_on_both_sides_is_still_one_label():
    assert written(meet([here("a", "mine")], [sent("a", "theirs")])) == []


def test_a_label_merged_elsewhere_leads_to_its_target_here():
    met = meet([here("a", "x")], [sent("a", "x"), sent("b", "old", merged_into="a")])
    assert written(met) == [("b", "old", "merged", "a")]
    fresh = meet([], [sent("b", "old", merged_into="a"), sent("a", "x")], is_offered=True)
    assert written(fresh) == [("a", "x", "active", ""), ("b", "old", "merged", "a")]


def test_labels_that_met_by_name_elsewhere_meet_the_same_way_on_the_way_back():
    # here is "b"; the sender took it for his own "a", and renamed that since
    met = meet([here("b", "award")], [sent("a", "prize"), sent("b", "award", merged_into="a")])
    assert written(met) == [("a", "prize", "merged", "b")]
    assert met.same == {"a": "b"}


def test_a_label_that_is_not_on_offer_comes_only_where_something_seen_carries_it():
    gone = replace(sent("b", "gone"), state=LabelState.INACTIVE)
    assert meet([], [gone]).new == []
    assert written(meet([], [gone], needed={"b"})) == [("b", "gone", "inactive", "")]


def test_other_uids_of_a_label_lead_to_it():
    met = meet([here("a", "x")], [replace(sent("a", "x"), aliases=("c",))])
    assert written(met) == [("c", "x", "merged", "a")]


def test_a_label_of_which_only_the_uid_is_known_is_kept_for_its_spans():
    assert written(meet([here("a", "x")], [], needed={"a", "b"})) == [("b", "b", "inactive", "")]
