"""What is read off the rows as changes amounts to the rows again, whatever was done to them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from colleagues import colleagues, seed
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def master(tmp_path_factory):
    path = tmp_path_factory.mktemp("master") / "m.annotator"
    seed(path)
    return path


PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking opens libraries for minutes

ACTS = st.tuples(
    st.sampled_from(
        [
            "add",
            "add",
            "add",
            "remove",
            "change",
            "finish",
            "undo",
            "undo",
            "redo",
            "undo_only",
            "bring_back",
            "merge_labels",
        ]
    ),
    st.integers(0, 2),
    st.integers(0, 1),
    st.integers(0, 9),
    st.integers(0, 2),
)


@settings(max_examples=4, phases=PHASES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, max_size=20))
def test_own_changes_amount_to_the_rows(acts, master):
    with tempfile.TemporaryDirectory() as folder:
        (one,) = colleagues(master, Path(folder), 1)
        try:
            for act in acts:
                one.do(*act)
            one.check_changes()
        finally:
            one.close()


@settings(max_examples=4, phases=PHASES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(st.tuples(st.integers(0, 1), ACTS), max_size=12),
    more=st.lists(ACTS, max_size=10),
)
def test_changes_own_and_received_amount_to_the_rows(acts, more, master):
    with tempfile.TemporaryDirectory() as folder:
        one, two = both = colleagues(master, Path(folder), 2)
        try:
            for which, act in acts:
                both[which].do(*act)
            one.take(*two.returns())
            one.check_changes()
            for act in more:
                one.do(*act)
                one.check_changes()
            two.take(*one.returns())
            two.check_changes()
            assert one.problems() == two.problems() == []
        finally:
            one.close()
            two.close()
