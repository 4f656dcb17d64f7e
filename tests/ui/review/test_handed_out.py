from __future__ import annotations

from annotator.model.rounds import Handed, Round, Standing
from annotator.ui.review.overview.handed_out import handed_out


def test_rounds_are_taken_together_and_the_newest_is_told() -> None:
    first = Round("r1", "Đợt 1", "2026-11-01", (Handed("lan", "Lan", ("d1",)), Handed("l2", "Lan", ("d2",))))
    second = Round("r2", "Đợt 2", "2026-11-08", (Handed("minh", "Minh", ("d1", "d3")),))
    told = handed_out(
        [
            (second, [Standing("minh", "Minh", 2, 1, 0)]),
            (first, [Standing("lan", "Lan", 1, 1, 0), Standing("lan", "Lan", 1, 0, 0)]),
        ]
    )
    assert told.name == "Đợt 2"
    assert [share.done for share in told.shares] == [1]
    assert [person.name for person in told.people] == ["Minh", "Lan"]
    assert told.together() == (Standing("", "", 2, 1, 0),)
    assert told.given == {"d1": {"minh", "lan"}, "d2": {"lan"}, "d3": {"minh"}}


def test_without_a_round_nothing_was_given() -> None:
    told = handed_out([])
    assert not told.given
    assert told.together() == ()
