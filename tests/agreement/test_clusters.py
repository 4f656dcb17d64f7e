"""Clusters of what several annotators marked."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.clusters import clusters
from annotator.agreement.compared import Compared
from annotator.agreement.pairing import pair
from annotator.model.review import Difference
from annotator.model.span import Span

ranges = st.tuples(st.integers(0, 14), st.integers(1, 8), st.sampled_from("PQ"))
people = st.lists(st.lists(ranges, max_size=6), min_size=2, max_size=4)


def _compared(*layers):
    return Compared(
        "d",
        "x" * 40,
        {
            "ABCD"[voter]: [
                Span(f"{voter}{place}", start, start + length, label)
                for place, (start, length, label) in enumerate(layer)
            ]
            for voter, layer in enumerate(layers)
        },
    )


def _said(cluster):
    return [
        (variant.start, variant.end, variant.label, "".join(variant.annotators))
        for variant in cluster.variants
    ]


def test_all_agree():
    (cluster,) = clusters(_compared([(0, 5, "P")], [(0, 5, "P")], [(0, 5, "P")]))
    assert cluster.difference is Difference.AGREE
    assert cluster.is_unanimous
    assert cluster.majority == 0
    assert _said(cluster) == [(0, 5, "P", "ABC")]


def test_who_looked_and_marked_nothing_makes_it_missing_who_has_not_looked_does_not():
    (cluster,) = clusters(_compared([(0, 5, "P")], [(0, 5, "P")], []))
    assert cluster.difference is Difference.MISSING
    assert not cluster.is_unanimous
    assert cluster.majority == 0
    (cluster,) = clusters(_compared([(0, 5, "P")], [(0, 5, "P")]))
    assert cluster.is_unanimous


def test_the_worst_pair_gives_the_class_and_most_votes_come_first():
    (cluster,) = clusters(_compared([(2, 5, "P")], [(0, 7, "P")], [(0, 7, "Q")], [(0, 7, "Q")]))
    assert cluster.difference is Difference.BOTH
    assert _said(cluster) == [(0, 7, "Q", "CD"), (0, 7, "P", "B"), (2, 7, "P", "A")]
    assert cluster.majority is None
    assert (cluster.start, cluster.end) == (0, 7)


def test_a_chain_is_one_cluster_though_its_ends_do_not_meet():
    (cluster,) = clusters(_compared([(0, 4, "P")], [(3, 5, "P")], [(7, 3, "P")]))
    assert cluster.difference is Difference.MISSING
    assert len(cluster.variants) == 3


def test_true_nesting_is_two_clusters_and_is_told():
    outer, inner = clusters(_compared([(0, 20, "P"), (8, 8, "Q")], [(0, 20, "P"), (8, 8, "Q")]))
    assert [vote.is_nested for vote in outer.variants[0].votes] == [False, False]
    assert [vote.is_nested for vote in inner.variants[0].votes] == [True, True]


def test_two_labels_on_the_same_words_are_not_nested():
    found = clusters(_compared([(0, 5, "P"), (0, 5, "Q")], []))
    assert [cluster.variants[0].votes[0].is_nested for cluster in found] == [False, False]


def test_spans_that_differ_by_parts_alone_are_clusters_of_their_own():
    split = Span("1", 0, 9, "P", parts=((0, 3), (6, 9)))
    other = Span("2", 0, 9, "P", parts=((0, 2), (6, 9)))
    found = clusters(Compared("d", "x" * 9, {"A": [split, other], "B": []}))
    assert len({cluster.uid for cluster in found}) == 2


def test_repeats_of_one_person_are_one_vote():
    (cluster,) = clusters(_compared([(0, 5, "P"), (0, 5, "P")], [(0, 5, "P")]))
    assert cluster.variants[0].annotators == ("A", "B")


@given(people)
def test_it_is_what_the_definition_says(layers):
    compared = _compared(*layers)
    found = {
        frozenset(variant.place for variant in each.variants): each.difference for each in clusters(compared)
    }
    assert found == _by_the_book(compared)


@given(people, st.randoms(use_true_random=False))
def test_the_order_of_spans_says_nothing_and_uids_are_one_of_a_kind(layers, dice):
    compared = _compared(*layers)
    mixed = {voter: dice.sample(spans, len(spans)) for voter, spans in compared.layers.items()}
    found = clusters(compared)
    assert clusters(Compared("d", compared.text, mixed)) == found
    assert len({cluster.uid for cluster in found}) == len(found)
    firsts = [min((variant.start, -variant.end) for variant in cluster.variants) for cluster in found]
    assert firsts == sorted(firsts)


def _by_the_book(compared):
    """Joins whatever any two people's pairs join, until nothing moves; then looks for the worst pair."""
    groups = [{place} for place in {span.place for spans in compared.layers.values() for span in spans}]
    told = []
    for one, other in itertools.combinations(compared.layers.values(), 2):
        pairing = pair(one, other)
        told += [({first.place, second.place}, kind) for first, second, kind in pairing.pairs]
        told += [({span.place}, Difference.MISSING) for span in (*pairing.only_a, *pairing.only_b)]
    for places, _ in told:
        together = [group for group in groups if group & places]
        groups = [group for group in groups if not group & places] + [set().union(*together)]
    return {
        frozenset(group): max((kind for places, kind in told if places <= group), key=lambda kind: kind.rank)
        for group in groups
    }
