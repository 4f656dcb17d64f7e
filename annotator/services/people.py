"""Use-cases on annotators: who is meant by a name, and making one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.document import Annotator, AnnotatorKind
from annotator.model.identity import new_uid
from annotator.model.outcome import Outcome, Touched
from annotator.services.names import require_name

if TYPE_CHECKING:
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork


class People:
    """The annotators of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> list[Annotator]:
        """All annotators in the order they came."""
        with self._store.reading() as view:
            return list(view.people.all().values())

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
        if not name.strip():
            raise UserError(say("An annotator needs a name. Write one and try again."))
        require_name(name)
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
    if found := view.people.living(name_or_uid):
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
    if not name_or_uid.strip():
        raise UserError(say("An annotator needs a name. Write one and try again."))
    require_name(name_or_uid)
    made = Annotator(uid or new_uid(), name_or_uid.strip(), kind)
    seq = step or unit.step("annotator.add", say("Annotator {name} added", name=made.name))
    return unit.people.add(made, seq)
