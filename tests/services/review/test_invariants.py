"""What holds whatever is ruled in whatever order: undo and redo, gold and its decisions, order of layers."""

from __future__ import annotations

import itertools
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.agreement.clusters import clusters
from annotator.agreement.compared import Compared
from annotator.model.changes import SpanRemoved
from annotator.model.document import Annotator
from annotator.model.review import GOLD_UID, Decision, GoldRange, Premerge, Verdict
from annotator.model.span import Span
from annotator.services.library import open_library
from annotator.services.review.gold import seen_in
from annotator.services.review.joining import join

_LABELS = ("a", "b")
_REVIEWER = Annotator("r", "R")
_FEW = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])

_place = st.tuples(st.integers(0, 20), st.integers(1, 6), st.sampled_from(_LABELS))
_layer = st.lists(_place, max_size=6, unique=True)


def _spans(name, places):
    return [
        Span(f"{name}{number}", start, start + length, label)
        for number, (start, length, label) in enumerate(places)
    ]


def _found(layers):
    return clusters(Compared("d", "", {name: _spans(name, places) for name, places in layers.items()}))


@given(st.lists(_layer, min_size=2, max_size=2), st.lists(_layer, min_size=1, max_size=2), st.data())
def test_decisions_survive_layers_that_arrive_in_any_order(first, later, data):
    layers = dict(zip("AB", first, strict=True))
    made = [
        Decision(
            f"d{number}",
            "d",
            each.uid,
            _REVIEWER,
            Verdict.REJECT,
            seen_in(each),
            made=f"2026-01-{number + 10}",
        )
        for number, each in enumerate(_found(layers))
        if data.draw(st.booleans())
    ]
    arriving = list(zip("CD", later, strict=False))
    states = []
    for order in itertools.permutations(arriving):
        joined = join(_found({**layers, **dict(order)}), made)
        uids = [each.cluster.uid for each in joined]
        assert len(set(uids)) == len(uids)
        for decision in made:
            on = [each for each in joined if decision in each.decisions]
            assert on, "no cluster has the decision"
            called = {uid for each in joined for uid in (each.cluster.uid, *each.cluster.aliases)}
            assert decision.cluster in called
        states.append({(each.cluster.start, each.cluster.end, each.cluster.uid) for each in joined})
    assert all(state == states[0] for state in states)


_act = st.tuples(
    st.sampled_from(
        ("take", "all", "edit", "reject", "defer", "back", "premerge", "majority", "out", "finish")
    ),
    st.integers(0, 9),
    st.integers(0, 3),
)


class _Seat:
    """A reviewer at a library; each act is at most one step."""

    def __init__(self, made):
        self.made = made
        self.review = made.library.review

    def state(self):
        seen = self.made.reviewed()
        return (seen.clusters, seen.gold, seen.gold_status)

    def act(self, what, number, variant):
        found = self.made.reviewed().clusters
        cluster = found[number % len(found)]
        chosen = cluster.variants[variant % len(cluster.variants)]
        match what:
            case "take":
                return self.made.take(cluster, chosen)
            case "all":
                return self.made.take(cluster, *cluster.variants)
            case "edit":
                return self.made.rule(
                    cluster, Verdict.TAKE, GoldRange(chosen.start, chosen.end + 1, chosen.label)
                )
            case "reject" | "defer":
                return self.made.rule(cluster, Verdict(what))
            case "back":
                return self.review.take_back(cluster.uid, cluster.document) if cluster.decision else None
            case "premerge" | "majority":
                return self._premerge(Premerge.MAJORITY if what == "majority" else Premerge.UNANIMOUS)
            case "out":
                return self._take_out(number)
        return self.review.finish(cluster.document)

    def _premerge(self, how):
        before = {each.uid: each.decision for each in self.made.reviewed().clusters if each.decision}
        done = self.review.premerge(self.made.corpus, how)
        after = {each.uid: each.decision for each in self.made.reviewed().clusters}
        assert all(after[uid] == decision for uid, decision in before.items())
        return done

    def _take_out(self, number):
        gold = self.made.reviewed().gold
        if not gold:
            return None
        gone = SpanRemoved(gold[number % len(gold)])
        return self.made.library.annotating.apply(self.made.uid, (gone,), annotator_uid=GOLD_UID)

    def check(self):
        seen = self.made.reviewed()
        decisions = [each.decision for each in seen.clusters if each.decision]
        from_them = {gold.uid for decision in decisions for gold in decision.gold}
        assert {span.uid for span in seen.gold} == from_them, "gold without a decision, or without gold"
        places = {span.uid: span.place for span in seen.gold}
        assert all(places[gold.uid] == gold.place for each in decisions for gold in each.gold)
        assert (seen.gold_status is None) <= (not seen.gold)


@pytest.fixture
def fresh(library, corpus, two, tmp_path):
    """A way to a copy of the library in which An, Bình and Chi have marked one document."""
    two.marks("Chi", (0, 4, two.PERSON), (12, 20, two.ORG), (30, 38, two.POSITION))
    library.close()
    copies = itertools.count()

    def opened():
        path = tmp_path / f"copy{next(copies)}.annotator"
        shutil.copyfile(library.path, path)
        return open_library(str(path))

    return opened


@_FEW
@given(acts=st.lists(_act, min_size=3, max_size=7))
def test_whatever_is_ruled_can_be_undone_and_made_again(fresh, two, acts):
    with fresh() as library:
        made = type(two)(library, two.corpus)
        made.uid = two.uid
        seat = _Seat(made)
        states = [seat.state()]
        for act in acts:
            outcome = seat.act(*act)
            seat.check()
            if outcome is not None and outcome.step is not None:
                states.append(seat.state())
            else:
                assert seat.state() == states[-1]
        for state in reversed(states[:-1]):
            library.history.undo()
            assert seat.state() == state
        for state in states[1:]:
            library.history.redo()
            assert seat.state() == state
        assert library.checking.check().sound
