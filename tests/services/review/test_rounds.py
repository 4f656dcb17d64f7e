"""Work is handed out in one go, remembered, and followed until it is done."""

from __future__ import annotations

import subprocess
import sys

import pytest

from annotator.errors import Cancelled, EnvironmentProblem, UserError
from annotator.exchange.package_reading import read
from annotator.messages import say
from annotator.model.changes import StatusChanged
from annotator.model.document import Status
from annotator.model.rounds import Round, RoundWish, dump, load
from annotator.services.export.leftovers import passing_prefix


@pytest.fixture
def documents(library, corpus):
    return [
        library.documents.add(corpus, f"Bài {number}", f"Bà Mai số {number}.").value.uid
        for number in range(3)
    ]


def _wish(corpus, documents, folder, **more):
    hands = (("Lan", tuple(documents[:2])), ("Minh", tuple(documents[1:])))
    given = {"sample": (documents[1],), "is_blind": True, "is_unaided": True, **more}
    return RoundWish(corpus, "Đợt 1", str(folder), hands, **given)


def test_everybody_gets_a_package_of_their_own(library, corpus, documents, tmp_path):
    told = []
    round_, made = library.rounds.hand_out(
        _wish(corpus, documents, tmp_path), lambda done, total: told.append((done, total))
    )
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert [one.path.rsplit("/", 1)[-1] for one in made] == ["Đợt 1 – Lan.zip", "Đợt 1 – Minh.zip"]
    for handed, one in zip(round_.handed, made, strict=True):
        package = read(tmp_path / one.path)
        assert {each.uid for each in package.documents} == set(handed.documents)
        assert package.manifest.recipient.uid == handed.annotator
        settings = package.settings
        assert (settings.round, settings.round_uid, settings.is_blind) == ("Đợt 1", round_.uid, True)
        assert package.settings.unaided == (documents[1],)
    assert library.rounds.of(corpus) == [round_]


def test_a_round_says_how_far_people_are(library, corpus, documents, tmp_path):
    round_, _ = library.rounds.hand_out(_wish(corpus, documents, tmp_path))
    lan = round_.handed[0].annotator
    library.annotating.apply(documents[0], (StatusChanged(Status.NEW, Status.DONE),), annotator_uid=lan)
    begun = (StatusChanged(Status.NEW, Status.IN_PROGRESS),)
    library.annotating.apply(documents[1], begun, annotator_uid=lan)
    ((kept, standings),) = library.rounds.standings(corpus)
    assert kept == round_
    assert [(one.name, one.documents, one.done, one.begun) for one in standings] == [
        ("Lan", 2, 1, 1),
        ("Minh", 2, 0, 0),
    ]
    library.rounds.remove(round_.uid)
    assert library.rounds.of(corpus) == []


def test_nothing_is_left_of_a_round_that_cannot_be_handed_out(library, corpus, documents, tmp_path):
    (tmp_path / "Đợt 1 – Minh.zip").write_bytes(b"mine")
    with pytest.raises(UserError, match=r"Minh\.zip is there already\. Choose another folder"):
        library.rounds.hand_out(_wish(corpus, documents, tmp_path))
    assert [path.read_bytes() for path in tmp_path.glob("*.zip")] == [b"mine"]
    wish = _wish(corpus, documents, tmp_path / "new")
    strange = RoundWish(corpus, "Đợt 1", str(tmp_path), (*wish.hands[:1], ("Minh 2", ("nowhere",))))
    with pytest.raises(UserError):
        library.rounds.hand_out(strange)
    assert [path.name for path in tmp_path.glob("*.zip")] == ["Đợt 1 – Minh.zip"]
    assert library.rounds.of(corpus) == []


def _stop_at(place):
    def stop(done, _total):
        if done == place:
            raise Cancelled(say("Stopped."))

    return stop


@pytest.mark.parametrize("place", [0, 1, 2])
def test_stopping_midway_leaves_nobody_and_no_file(library, corpus, documents, tmp_path, place):
    before = library.history.total(), library.people.list()
    with pytest.raises(Cancelled):
        library.rounds.hand_out(_wish(corpus, documents, tmp_path / "out"), _stop_at(place))
    assert (library.history.total(), library.people.list()) == before
    assert list((tmp_path / "out").iterdir()) == []


def test_people_and_round_are_one_step(library, corpus, documents, tmp_path):
    before, steps = library.people.list(), library.history.total()
    round_, _ = library.rounds.hand_out(_wish(corpus, documents, tmp_path))
    assert library.history.total() == steps + 1
    assert [one.name for one in library.people.list() if one not in before] == ["Lan", "Minh"]
    library.history.undo()
    assert (library.people.list(), library.rounds.of(corpus)) == (before, [])
    library.history.redo()
    assert library.rounds.of(corpus) == [round_]


def test_a_file_that_cannot_get_its_name_takes_the_others_with_it(
    library, corpus, documents, tmp_path, monkeypatch
):
    before = library.people.list()
    rename = type(tmp_path).rename

    def refuse(path, target):
        if "Minh" in path.name:
            raise PermissionError(13, "no")
        return rename(path, target)

    monkeypatch.setattr(type(tmp_path), "rename", refuse)
    with pytest.raises(EnvironmentProblem, match=r"Minh\.zip cannot be written"):
        library.rounds.hand_out(_wish(corpus, documents, tmp_path / "out"))
    assert list((tmp_path / "out").iterdir()) == []
    assert (library.people.list(), library.rounds.of(corpus)) == (before, [])


@pytest.mark.skipif(sys.platform == "win32", reason="there it is swept away after a day")
def test_what_a_killed_program_left_is_swept_away(library, corpus, documents, tmp_path):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = tmp_path / f"{passing_prefix().rsplit('-', 2)[0]}-{ended.pid}-abc.part"
    left.mkdir()
    (left / "Đợt 1 – Lan.zip").write_bytes(b"half")
    library.rounds.hand_out(_wish(corpus, documents, tmp_path))
    names = sorted(path.name for path in tmp_path.iterdir())
    assert not any(name.startswith(".") for name in names)
    assert [name for name in names if name.endswith(".zip")] == ["Đợt 1 – Lan.zip", "Đợt 1 – Minh.zip"]


def test_who_is_named_twice_is_one_person(library, corpus, documents, tmp_path):
    hands = (("Lan", (documents[0],)), ("Lan", (documents[1],)))
    round_, made = library.rounds.hand_out(RoundWish(corpus, "Đợt", str(tmp_path), hands))
    assert len({handed.annotator for handed in round_.handed}) == 1
    assert len({one.path for one in made}) == 2


def test_names_of_rounds_are_given_once_and_somebody_must_get_something(library, corpus, documents, tmp_path):
    library.rounds.hand_out(_wish(corpus, documents, tmp_path))
    with pytest.raises(UserError, match=r"There is a round named Đợt 1 already"):
        library.rounds.hand_out(_wish(corpus, documents, tmp_path / "other"))
    with pytest.raises(UserError, match=r"Nobody gets anything"):
        library.rounds.hand_out(RoundWish(corpus, "Đợt 2", str(tmp_path), (("Lan", ()),)))


def test_what_is_kept_of_a_round_comes_back():
    round_ = Round("u", "n", "2026-11-23T10:00:00.000Z", (), ("d",), 7, True, True, True)
    assert load("u", "n", dump(round_)) == round_
