"""Changes made on several machines amount to one state, whatever order they arrive in."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.exchange.changes import Change, change_uid, heads, place_of, project, project_layer
from annotator.exchange.lineage import as_never_made


class Machine:
    """A copy of a layer on which somebody works: it knows changes, and makes new ones on what it sees."""

    def __init__(self, name):
        self.name = name
        self.known = {}
        self.steps = 0

    @property
    def state(self):
        return project_layer(self.known.values())

    def receive(self, changes):
        self.known.update(changes)

    def make(self, thing, body):
        self.steps += 1
        own = [change for change in self.known.values() if change.thing == thing]
        lamport = 1 + max((change.lamport for change in self.known.values()), default=0)
        base = tuple(sorted(change.uid for change in heads(own)))
        uid = change_uid(f"{self.name}-{self.steps}", thing)
        self.known[uid] = Change(uid, thing, lamport, self.name, base, body)

    def add(self, place, label):
        self.steps += 1
        body = _body(place, label)
        if all(place_of(held) != place_of(body) for held in self.state.bodies.values()):
            self.make(f"{self.steps:03}-{self.name}", body)

    def act(self, kind, number, place, label):
        living = sorted(self.state.bodies)
        removed = sorted({change.thing for change in self.known.values()} - set(living))
        if kind == "add":
            self.add(place, label)
        elif kind == "remove" and living:
            self.make(living[number % len(living)], None)
        elif kind == "change" and living:
            self._give(living[number % len(living)], _body(place, label))
        elif kind == "restore" and removed:
            self._give(removed[number % len(removed)], _body(place, label))

    def _give(self, thing, body):
        others = (held for uid, held in self.state.bodies.items() if uid != thing)
        if all(place_of(held) != place_of(body) for held in others):
            self.make(thing, body)


def _body(place, label):
    return {"start": place, "end": place + 3, "label": label}


ACTS = st.tuples(
    st.integers(0, 2),
    st.sampled_from(["add", "add", "remove", "change", "restore", "meet"]),
    st.integers(0, 5),
    st.integers(0, 3),
    st.sampled_from("AB"),
)


@settings(max_examples=300)
@given(st.lists(ACTS, max_size=25))
def test_three_machines_that_know_the_same_show_the_same(acts):
    machines = [Machine(name) for name in ("x", "y", "z")]
    for who, kind, number, place, label in acts:
        if kind == "meet":
            machines[who].receive(machines[number % 3].known)
        else:
            machines[who].act(kind, number, place, label)
            shown = list(map(place_of, machines[who].state.bodies.values()))
            assert len(shown) == len(set(shown))
    for order in itertools.permutations(range(3)):
        packages = [machines[place].known for place in order]
        merged = Machine("merged")
        for package in packages + packages:  # each twice
            merged.receive(dict(reversed(package.items())))
        everything = {**machines[0].known, **machines[1].known, **machines[2].known}
        assert merged.state == project_layer(everything.values())


@given(st.lists(ACTS.filter(lambda act: act[1] != "meet"), max_size=25))
def test_what_one_machine_did_alone_is_what_it_shows(acts):
    machine, shown = Machine("x"), {}
    for _, kind, number, place, label in acts:
        before = dict(machine.known)
        machine.act(kind, number, place, label)
        for uid in machine.known.keys() - before.keys():
            change = machine.known[uid]
            if change.body is None:
                del shown[change.thing]
            else:
                shown[change.thing] = change.body
        assert machine.state.bodies == shown
        assert machine.state.conflicts == ()


def _change(uid, thing, lamport, body, base=(), replica="r"):
    return Change(uid, thing, lamport, replica, base, body)


FIRST = _change("a", "t", 1, _body(0, "A"))


def test_a_removal_made_apart_goes_before_a_later_edit_which_is_told():
    removal = _change("b", "t", 2, None, ("a",))
    edit = _change("c", "t", 9, _body(0, "B"), ("a",))
    state = project([FIRST, edit, removal])
    assert state.bodies == {}
    assert [(c.thing, c.kept, c.others) for c in state.conflicts] == [("t", removal, (edit,))]


def test_a_restore_made_after_seeing_the_removal_is_simply_later():
    removal = _change("b", "t", 2, None, ("a",))
    restored = _change("c", "t", 3, _body(0, "A"), ("b",))
    state = project_layer([restored, FIRST, removal])
    assert state.bodies == {"t": _body(0, "A")}
    assert state.conflicts == ()


def test_of_two_edits_made_apart_the_one_that_saw_more_steps_goes():
    early = _change("b", "t", 5, _body(0, "B"), ("a",), "z")
    late = _change("c", "t", 6, _body(0, "C"), ("a",), "a")
    assert project([FIRST, early, late]).bodies == {"t": _body(0, "C")}
    assert project([FIRST, early, _change("c", "t", 5, _body(0, "C"), ("a",), "a")]).bodies == {
        "t": _body(0, "B")
    }


def test_the_same_done_apart_is_no_conflict():
    twice = [_change("b", "t", 2, _body(0, "B"), ("a",)), _change("c", "t", 3, _body(0, "B"), ("a",), "s")]
    assert project([FIRST, *twice]).conflicts == ()


def test_a_removal_takes_the_equal_span_of_another_uid_that_was_there_before_it():
    other = _change("o", "u", 1, _body(0, "A"), replica="s")
    removal = _change("b", "t", 2, None, ("a",))
    assert project_layer([FIRST, other]).hidden == {"u": "t"}
    assert project_layer([FIRST, other, removal]).bodies == {}
    newer = _change("n", "v", 3, _body(0, "A"), replica="s")
    assert list(project_layer([FIRST, other, removal, newer]).bodies) == ["v"]


def test_what_was_taken_back_right_away_was_never_made():
    one = Change("a/t", "t", 1, "A", (), {"v": 1})
    two = Change("b/t", "t", 2, "A", ("a/t",), {"v": 2})
    three = Change("c/t", "t", 3, "A", ("b/t",), {"v": 3})
    back = [Change("d/t", "t", 4, "A", ("c/t",), {"v": 2}), Change("e/t", "t", 5, "A", ("d/t",), {"v": 1})]
    later = Change("f/t", "t", 6, "A", ("e/t",), {"v": 9})
    reverses = {"d": "c", "e": "b"}
    assert as_never_made([one, two, three, *back], reverses) == [one]
    assert as_never_made([one, two, three, *back, later], reverses) == [one, replace(later, base=("a/t",))]
    elsewhere = Change("g/t", "t", 3, "B", ("b/t",), {"v": 7})
    assert as_never_made([one, two, back[1], elsewhere], {"e": "b"}) == [one, two, back[1], elsewhere]
