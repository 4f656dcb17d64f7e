"""Packages exchanged in whatever order, and repeatedly, bring everybody to the same state."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from colleagues import Colleague, colleagues, seed
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking opens libraries for minutes


@pytest.fixture(scope="module")
def master(tmp_path_factory):
    path = tmp_path_factory.mktemp("master") / "m.annotator"
    seed(path)
    return path


LABELLING = ["add", "add", "add", "remove", "change", "finish", "label", "rename", "import"]
REVIEWING = ["decide", "decide", "undecide", "comment", "recomment", "restore", "join", "part"]
ACTS = st.tuples(
    st.sampled_from([*LABELLING, *REVIEWING, "undo", "redo", "undo_only", "meet", "meet"]),
    st.integers(0, 2),
    st.integers(0, 1),
    st.integers(0, 9),
    st.integers(0, 2),
)


@settings(max_examples=2, phases=PHASES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(st.tuples(st.integers(0, 2), ACTS), min_size=6, max_size=18),
    order=st.randoms(use_true_random=False),
)
def test_three_libraries_that_know_the_same_show_the_same(acts, order, master):
    with tempfile.TemporaryDirectory() as folder:
        three = colleagues(master, Path(folder))
        try:
            for which, act in acts:
                if act[0] == "meet":
                    three[which].take(*three[act[3] % 3].returns())
                else:
                    three[which].do(*act)
            sent = [path for each in three for path in each.returns()]
            for each in three:
                packages = [*sent, *order.sample(sent, len(sent))]
                order.shuffle(packages)
                each.take(*packages)
                each.check_changes()
                before = each.library.history.total()
                again = each.take(*sent)
                assert all(told.is_nothing_new for told in again)
                assert each.library.history.total() == before
            assert three[0].content() == three[1].content() == three[2].content()
            assert [each.problems() for each in three] == [[], [], []]
        finally:
            for each in three:
                each.close()


@settings(max_examples=1, phases=PHASES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(st.tuples(st.integers(0, 2), ACTS), min_size=6, max_size=16),
    order=st.randoms(use_true_random=False),
)
def test_three_who_took_the_same_texts_in_apart_show_the_same(acts, order):
    with tempfile.TemporaryDirectory() as folder:
        three = []
        for place in range(3):
            path = Path(folder) / f"{place}.annotator"
            seed(path)  # other uids of corpus, documents and people each time
            three.append(Colleague(path, Path(folder)))
        try:
            for which, act in acts:
                if act[0] == "meet":
                    three[which].take(*three[act[3] % 3].returns(), into="Báo")
                else:
                    three[which].do(*act)
            sent = [path for each in three for path in each.returns()]
            for each in three:
                packages = [*sent, *order.sample(sent, len(sent))]
                order.shuffle(packages)
                each.take(*packages, into="Báo")
                each.check_changes()
                assert all(told.is_nothing_new for told in each.take(*sent, into="Báo"))
            sent = [path for each in three for path in each.returns()]  # with all uids of the texts
            for each in three:
                each.take(*sent, into="Báo")
            assert three[0].content() == three[1].content() == three[2].content()
            assert [each.problems() for each in three] == [[], [], []]
        finally:
            for each in three:
                each.close()
