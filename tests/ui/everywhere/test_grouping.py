"""Places of the same words are put into groups; equal contexts become one row."""

from __future__ import annotations

from annotator.model.document import Status
from annotator.model.search import Candidate, Hit, HitState
from annotator.ui.everywhere.grouping import Group, grouped, ticked


def place(
    document: str, state: HitState, left: str = "ở ", *, label: str = "", is_done: bool = False
) -> Candidate:
    hit = Hit(document, document, Status.NEW, 2, 6, left, "UBND", " tỉnh")
    uid = "span" if label else None
    proposed = state in (HitState.BARE, HitState.NESTED) and not is_done
    return Candidate(hit, state, uid, label, is_done=is_done, ticked=proposed)


def test_groups_come_in_their_order_and_only_what_is_proposed_is_ticked() -> None:
    states = list(HitState)[::-1]
    places = [place("a", state, label="x" if state is HitState.OTHER else "") for state in states]
    made = grouped(places, "a", "label", None)
    groups = [row.group for row in made.rows]
    assert groups == [group for group in Group if group is not Group.FINISHED]
    assert [row.is_ticked for row in made.rows] == [True, True, False, False, False, False, False]
    assert not made.rows[-1].can_tick


def test_documents_that_are_done_are_listed_and_not_ticked() -> None:
    made = grouped([place("b", HitState.BARE, is_done=True)], "a", "label", None)
    assert [(row.group, row.is_ticked) for row in made.rows] == [(Group.FINISHED, False)]
    assert (made.here, made.elsewhere) == (0, 0)


def test_equal_contexts_are_one_row_that_is_ticked_as_a_whole() -> None:
    places = [place(name, HitState.BARE) for name in ("a", "b", "c", "d")]
    made = grouped([*places, place("e", HitState.BARE, "tại ")], "a", "label", None)
    assert [len(row.places) for row in made.rows] == [1, 3, 1]
    assert (made.here, made.elsewhere, made.documents) == (1, 4, 4)
    assert len(ticked(made.rows)) == 5


def test_what_differs_out_of_sight_is_one_row() -> None:
    near = "hôm nay tại hội trường lớn, đại diện "
    places = [place("b", HitState.BARE, f"{far} {near}") for far in ("Sáng", "Chiều")]
    assert [len(row.places) for row in grouped(places, "a", "label", None).rows] == [2]


def test_to_remove_the_spans_of_the_chosen_label_are_meant() -> None:
    places = [place("a", HitState.SAME, label="x"), place("b", HitState.OTHER, label="y")]
    made = grouped(places, "a", "remove", "x")
    assert [row.group for row in made.rows] == [Group.MEANT, Group.OTHER]
