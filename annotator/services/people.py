"""Use-cases on annotators: who is meant by a name, who is at the desk, who is one person with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.document import COUNTED, Annotator, AnnotatorKind
from annotator.model.identity import new_uid
from annotator.model.outcome import Outcome, Touched
from annotator.model.people import Person
from annotator.services.labels.names import require_name
from annotator.storage.replica import write_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from annotator.storage.repositories import Repositories
    from annotator.storage.repositories.people import Work
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork


class People:
    """The annotators of a library."""

    def __init__(self, store: Store, on_change: Callable[[], None]) -> None:
        """Make it; `on_change` is called when somebody else is at the desk."""
        self._store = store
        self._on_change = on_change

    def list(self) -> list[Annotator]:
        """All annotators in the order they came; of several that are one person the main one."""
        with self._store.reading() as view:
            return list(dict.fromkeys(view.people.all().values()))

    def persons(self) -> tuple[Person, ...]:
        """All annotators in the order they came, with what they have and who was joined to them."""
        with self._store.reading() as view:
            work, united = view.people.work(), view.people.united
            each = view.people.each()
            own = united.main(self._store.actor)
            return tuple(
                _person(
                    view,
                    person,
                    [each[other] for other in united.members(key)[1:]],
                    work.get(key),
                    is_at_desk=key == own,
                )
                for key, person in each.items()
                if united.main(key) == key
            )

    def profile(self) -> Annotator:
        """Who is at the desk: in whose name steps are made, and whose layers open first."""
        with self._store.reading() as view:
            return view.people.by_key(self._store.actor)

    def become(self, name_or_uid: str) -> Outcome[Annotator]:
        """Let somebody else be at the desk; no step, for nothing of the work changes.

        Raises:
            UserError: nobody or more than one is named so, or it is a machine or gold.
        """
        with self._store.saving() as unit:
            found = find_annotator(unit, name_or_uid)
            if found is None:
                raise UserError(say("There is no annotator {uid} in this library.", uid=name_or_uid))
            if found.kind not in COUNTED:
                raise UserError(
                    say("{name} is nobody who could be at the desk. Choose a person.", name=found.name)
                )
            key = unit.people.living_key(found.uid)
            write_settings(unit.connection, {"self": found.uid})
            unit.commit()
        self._store.actor = key
        self._on_change()
        return Outcome(found, Touched.PEOPLE | Touched.WHOLESALE)

    def create(self, name: str) -> Outcome[Annotator]:
        """Make a person, also where another has that name: the uid tells them apart.

        Raises:
            UserError: the name is empty or none.
        """
        _check_name(name)
        with self._store.saving() as unit:
            made = Annotator(new_uid(), name.strip(), AnnotatorKind.PERSON)
            step = unit.step("annotator.add", say("Annotator {name} added", name=made.name))
            unit.people.add(made, step)
            return Outcome(made, Touched.PEOPLE, step=unit.commit())

    def join(self, uid: str, main_uid: str) -> Outcome[Annotator]:
        """Say that two annotators are one person: from now on their layers are read as one, under `main_uid`.

        Nothing that was written is changed, so that `part` gives back what there was.

        Raises:
            UserError: there is no such annotator, they are one person already, or one is a machine or gold.
        """
        with self._store.saving() as unit:
            person, main = (_living(unit, each) for each in (uid, main_uid))
            keys = [unit.people.living_key(each.uid) for each in (person, main)]
            _check_can_join(unit, person, main, keys)
            main = unit.people.by_key(keys[1])
            step = unit.step(
                "annotator.join", say("{name} and {main} are one person", name=person.name, main=main.name)
            )
            documents = unit.aliases.documents([*_all_keys(unit, keys)])
            unit.projection.mark(documents)
            unit.aliases.join(person.uid, main.uid, step)
            unit.projection.refresh()
            return Outcome(main, _UNITED, step=unit.commit())

    def part(self, uid: str) -> Outcome[Annotator]:
        """Say that an annotator is another person again than whom they were joined to.

        Raises:
            UserError: there is no such annotator, or they were not joined to anybody.
        """
        with self._store.saving() as unit:
            person = _living(unit, uid)
            key = unit.people.living_key(uid)
            main = unit.people.by_key(key)
            if main.uid == uid:
                raise UserError(say("{name} was joined to nobody.", name=person.name))
            step = unit.step(
                "annotator.part", say("{name} and {main} are two people", name=person.name, main=main.name)
            )
            unit.projection.mark(unit.aliases.documents(_all_keys(unit, [key])))
            unit.aliases.part(uid, step)
            unit.projection.refresh()
            return Outcome(person, _UNITED, step=unit.commit())

    def find(self, name_or_uid: str) -> Annotator | None:
        """The annotator of that uid or name, None when there is none.

        Raises:
            UserError: more than one has the name; both uids are named.
        """
        with self._store.reading() as view:
            return find_annotator(view, name_or_uid)

    def annotator(self, name_or_uid: str, kind: AnnotatorKind = AnnotatorKind.PERSON) -> Annotator:
        """The annotator of that uid or name; one of `kind` is made when there is none.

        Raises:
            UserError: more than one has the name, or the name is empty.
        """
        found = self.find(name_or_uid)
        if found is not None:
            return found
        with self._store.saving() as unit:
            made = unit.people.by_key(resolve(unit, name_or_uid, kind))
            unit.commit()
            return made

    def rename(self, uid: str, name: str) -> Outcome[Annotator]:
        """Give an annotator another name; two may share one.

        Raises:
            UserError: the name is empty or there is no such annotator.
        """
        _check_name(name)
        with self._store.saving() as unit:
            before = unit.people.living(uid)
            if before is None:
                raise UserError(say("There is no annotator {uid} in this library.", uid=uid))
            step = unit.step(
                "annotator.rename", say("Annotator {old} renamed to {new}", old=before.name, new=name)
            )
            unit.people.rename(uid, name, step)
            return Outcome(Annotator(uid, name, before.kind), Touched.PEOPLE, step=unit.commit())


def find_annotator(view: Repositories, name_or_uid: str) -> Annotator | None:
    """The annotator of that uid or name, None when there is none; files may bring uids of any form.

    Raises:
        UserError: more than one has the name.
    """
    if found := view.people.main_of(name_or_uid):
        return found
    named = view.people.named(name_or_uid)
    if len(named) > 1:
        raise UserError(
            say(
                "More than one annotator is named {name}: {uids}. Say which by the uid.",
                name=name_or_uid,
                uids=", ".join(one.uid for one in named),
            )
        )
    return named[0] if named else None


def resolve(
    unit: UnitOfWork, name_or_uid: str, kind: AnnotatorKind, step: int | None = None, uid: str | None = None
) -> int:
    """The key of the annotator of that uid or name, made under `step` (or one of its own) when there is none.

    Raises:
        UserError: more than one has the name, or the name is empty.
    """
    found = find_annotator(unit, name_or_uid)
    if found is not None:
        return unit.people.living_key(found.uid)
    _check_name(name_or_uid)
    made = Annotator(uid or new_uid(), name_or_uid.strip(), kind)
    seq = step or unit.step("annotator.add", say("Annotator {name} added", name=made.name))
    return unit.people.add(made, seq)


def uids_of(view: Repositories, uid: str) -> frozenset[str]:
    """All uids under which the layers of an annotator stand: joined annotators are one person."""
    key = view.people.key_of(uid)
    if key is None:
        return frozenset([uid])
    return frozenset(view.people.itself(each).uid for each in view.people.united.members(key))


def meant(view: Repositories, name_or_uid: str) -> Annotator:
    """The annotator of that uid or name; a person who is still to be added when there is none.

    Raises:
        UserError: more than one has the name, or it is none.
    """
    found = find_annotator(view, name_or_uid)
    if found is not None:
        return found
    _check_name(name_or_uid)
    return Annotator(new_uid(), name_or_uid.strip(), AnnotatorKind.PERSON)


def add_missing(unit: UnitOfWork, people: Iterable[Annotator], step: int | None = None) -> None:
    """Add those who are not there, under `step` or one of its own each."""
    for person in people:
        if unit.people.living(person.uid) is None:
            added = say("Annotator {name} added", name=person.name)
            unit.people.add(person, step or unit.step("annotator.add", added))


def require_desk(unit: UnitOfWork) -> None:
    """Refuse that who is at the desk goes, as when their making is undone.

    Raises:
        UserError: the sentence says what to do first.
    """
    person = unit.people.itself(unit.actor)
    if unit.people.living(person.uid) is None:
        raise UserError(
            say(
                "{name} is at the desk and cannot go. Let somebody else be at the desk, then try again.",
                name=person.name,
            )
        )


def _check_name(name: str) -> None:
    if not name.strip():
        raise UserError(say("An annotator needs a name. Write one and try again."))
    require_name(name)


def _living(view: Repositories, uid: str) -> Annotator:
    """The annotator of that uid itself, joined or not."""
    found = view.people.living(uid)
    if found is None:
        raise UserError(say("There is no annotator {uid} in this library.", uid=uid))
    return found


def _check_can_join(unit: UnitOfWork, person: Annotator, main: Annotator, keys: Sequence[int]) -> None:
    other = next((each for each in (person, main) if each.kind not in COUNTED), None)
    if other is not None:
        raise UserError(say("{name} is no person and cannot be joined with one.", name=other.name))
    known = unit.people.by_key(keys[0])
    if known == unit.people.by_key(keys[1]):
        raise UserError(say("{name} and {main} are one person already.", name=person.name, main=main.name))
    if known.uid != person.uid:
        raise UserError(
            say("{name} was joined to {main}. Part these two first.", name=person.name, main=known.name)
        )


def _all_keys(unit: UnitOfWork, keys: Sequence[int]) -> list[int]:
    return unit.people.united.everyone(keys)


def _person(
    view: Repositories, person: Annotator, joined: Sequence[Annotator], work: Work | None, *, is_at_desk: bool
) -> Person:
    if work is None:
        return Person(person, tuple(joined), is_at_desk=is_at_desk)
    step = view.steps.info(work.step)
    changed = "" if step is None else step.time
    return Person(person, tuple(joined), work.documents, work.done, work.spans, changed, is_at_desk)


_UNITED: Final = (
    Touched.PEOPLE | Touched.SPANS | Touched.DOCUMENTS | Touched.LABELS | Touched.WHOLESALE | Touched.REVIEW
)
