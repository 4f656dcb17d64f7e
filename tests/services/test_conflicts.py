"""What was changed apart stands in a list until somebody settles it, here or elsewhere."""

from __future__ import annotations

import pytest
from colleagues import change, mark, places, remove

from annotator.errors import UserError
from annotator.model.label import standard_label_uid
from annotator.model.review import Ruling, Verdict

PERSON, POSITION, AWARD = map(standard_label_uid, ("person", "position", "award"))


@pytest.fixture
def shared(lead, lan, second):
    """A span that Lan's two machines and the lead have."""
    path = lead.package("assignment", "Lan")
    lan.take(path)
    second.take(path)
    span = mark(lan, lead.documents[0], 0, 3)
    sent = lan.package("return", "Lan")
    second.take(sent)
    lead.take(sent)
    return span


@pytest.fixture
def apart(lead, lan, second, shared):
    """The span, after Lan changed it on both machines and the lead took both in."""
    change(lan, lead.documents[0], shared, label=AWARD)
    change(second, lead.documents[0], shared, note="?")
    lead.take(lan.package("return", "Lan"), second.package("return", "Lan"))
    return shared


def _standing(colleague):
    return colleague.library.packages.conflicts(colleague.corpus)


def test_it_stands_with_both_sides_whichever_package_brought_it(lead, lan, second, apart):
    (told,) = _standing(lead)
    assert (told.kind, told.thing, told.document, told.title) == (
        "span",
        apart.uid,
        lead.documents[0],
        "Bài 0",
    )
    bodies = [each.body for each in (told.kept, *told.others)]
    assert sorted((body["label"] == AWARD, body.get("note", "")) for body in bodies) == [
        (False, "?"),
        (True, ""),
    ]
    assert "Thi" in str(told.kept.says)
    lead.take(lead.package("assignment", "Lan"))
    assert _standing(lead) == (told,)
    assert _standing(lan) == _standing(second) == ()


@pytest.mark.parametrize("side", ["kept", "other"])
def test_settled_on_one_machine_it_is_settled_on_all(lead, lan, second, apart, side):
    (told,) = _standing(lead)
    wanted = told.kept if side == "kept" else told.others[0]
    lead.library.packages.restore(told, wanted.change)
    assert _standing(lead) == ()
    packages = lead.package("return", "Lan"), second.package("return", "Lan")
    for order in (packages, packages[::-1]):
        lan.take(*order)
        assert _standing(lan) == ()
        assert places(lan, lead.documents[0]) == [(0, 3, wanted.body["label"])]
    with pytest.raises(UserError, match="already as it was"):
        lead.library.packages.restore(told, wanted.change)
    lead.library.history.undo()
    assert _standing(lead) == (told,)
    assert lead.problems() == []


def test_a_change_made_on_both_settles_it_too(lead, apart):
    span = next(one for one in lead.spans(lead.documents[0], lead.library.people.find("Lan").uid))
    change(lead, lead.documents[0], span, label=POSITION)
    assert _standing(lead) == ()


def test_a_removal_that_holds_can_be_kept(lead, lan, second, shared):
    remove(lan, lead.documents[0], shared)
    change(second, lead.documents[0], shared, label=AWARD)
    lead.take(second.package("return", "Lan"), lan.package("return", "Lan"))
    (told,) = _standing(lead)
    assert told.kept.body is None
    steps = lead.library.history.total()
    lead.library.packages.restore(told, told.kept.change)
    assert _standing(lead) == () and places(lead, lead.documents[0]) == []
    lan.take(lead.package("return", "Lan"), second.package("return", "Lan"))
    assert _standing(lan) == () and places(lan, lead.documents[0]) == []
    lead.library.history.undo()
    assert _standing(lead) == (told,) and places(lead, lead.documents[0]) == []
    assert lead.library.history.total() == steps + 4
    assert lead.problems() == lan.problems() == []


def test_comments_and_decisions_stand_too(lead, lan, handed_out):
    first = handed_out[0]
    mark(lan, first, 0, 3)
    mark(lan, first, 4, 7, who=lan.library.people.profile().name)
    cluster = lan.library.review.document(first).clusters[0].uid
    lan.library.review.decide(Ruling(first, cluster, Verdict.REJECT, reason="a"))
    said = lan.library.comments.add(first, "a").value
    lead.take(*lan.returns())
    for one, words in ((lan, "b"), (lead, "c")):
        one.library.comments.edit(said.uid, words)
        one.library.review.decide(Ruling(first, cluster, Verdict.DEFER, reason=words))
    lead.take(lan.package("gold"))
    assert {told.kind for told in _standing(lead)} == {"comment", "decision"}
    for told in _standing(lead):
        lead.library.packages.restore(told, told.kept.change)
    assert _standing(lead) == ()
