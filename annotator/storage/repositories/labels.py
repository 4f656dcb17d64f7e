"""Labels: the label sets of corpora, and which label a merged one counts for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select

from annotator.model.label import Label
from annotator.model.listing import LabelCount
from annotator.storage import versions
from annotator.storage.tables import VERSIONED, label, label_count, label_version
from annotator.storage.titles import label_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Select

    from annotator.storage.types import AnyRow

LABELS: Final = next(entry for entry in VERSIONED if entry.table is label_version)
ACTIVE: Final = "active"
MERGED: Final = "merged"

_own, _target = label_version.alias("own"), label_version.alias("target")
_SHOWN: Final = (
    select(_own.c.label, label.c.uid, _target.c.name)
    .join(_target, _target.c.label == func.coalesce(_own.c.merged_into, _own.c.label))
    .join(label, label.c.id == _target.c.label)
    .where(_own.c.corpus == bindparam("corpus"), _own.c.to_step.is_(None), _target.c.to_step.is_(None))
)
"""Of every label of a corpus what it counts for; made once, for making it costs ten times asking it."""

_own_label, _target_label = label.alias("own_label"), label.alias("target_label")
_MERGED_UIDS: Final = (
    select(_own_label.c.uid, _target_label.c.uid)
    .join(_own, _own.c.label == _own_label.c.id)
    .join(_target_label, _target_label.c.id == _own.c.merged_into)
    .where(_own.c.corpus == bindparam("corpus"), _own.c.to_step.is_(None))
)


class Labels:
    """The labels of a library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def usable(self, corpus_key: int) -> dict[int, Label]:
        """All labels that spans of a corpus may carry, by key: the label set in its order, then the others.

        The others are inactive: they came with packages, and have no key of the keyboard until somebody
        gives them one, whereby they join the set. They can be used, renamed and merged like any other.
        """
        rows = self._connection.execute(_usable(corpus_key))
        return {row.label: _label(row, place) for place, row in enumerate(rows)}

    def active(self, corpus_key: int) -> dict[int, Label]:
        """The label set of a corpus alone, by key, in its order."""
        rows = self._connection.execute(_usable(corpus_key).where(label_version.c.state == ACTIVE))
        return {row.label: _label(row, place) for place, row in enumerate(rows)}

    def told(self, corpus_key: int) -> dict[str, Label]:
        """The usable labels by uid, in the same order."""
        return {label.uid: label for label in self.usable(corpus_key).values()}

    def counted(self, corpus_key: int) -> list[LabelCount]:
        """The usable labels of a corpus in their order, with counts."""
        usable, offered = self.usable(corpus_key), self.active(corpus_key)
        statement = select(label_count).where(label_count.c.label.in_(list(usable)))
        counts = {row.label: (row.spans, row.documents) for row in self._connection.execute(statement)}
        return [
            LabelCount(value, *counts.get(key, (0, 0)), is_offered=key in offered)
            for key, value in usable.items()
        ]

    def named(self, corpus_key: int, name: str) -> int | None:
        """The key of the label of that name that counts for itself, case and form of accents aside."""
        statement = select(label_version.c.label).where(
            label_version.c.corpus == corpus_key,
            label_version.c.name_key == label_key(name),
            label_version.c.state != MERGED,
            versions.is_current(label_version),
        )
        return self._connection.execute(statement).scalar_one_or_none()

    def all_uids(self, corpus_key: int) -> dict[int, str]:
        """Uid of every label that spans of a corpus may carry, by key: of a merged one that of its target."""
        return self._of_all(corpus_key, "uid")

    def all_names(self, corpus_key: int) -> dict[int, str]:
        """Name of every living label of a corpus by key: of a merged one that of its target."""
        return self._of_all(corpus_key, "name")

    def meeting(self, corpus_key: int, uid: str, name: str) -> int | None:
        """The label that one from elsewhere is, by uid, else by name; of a merged one its target."""
        own = label_version
        living = select(func.coalesce(own.c.merged_into, own.c.label)).where(
            own.c.corpus == corpus_key, versions.is_current(own)
        )
        by_uid = living.join(label, label.c.id == own.c.label).where(label.c.uid == uid)
        by_name = living.where(own.c.name_key == label_key(name)).order_by(own.c.state, own.c.label)
        for statement in (by_uid, by_name) if uid else (by_name,):
            found = self._connection.execute(statement.limit(1)).scalar_one_or_none()
            if found is not None:
                return int(found)
        return None

    def names_now(self, corpus_key: int) -> dict[str, str]:
        """Every name that labels of a corpus have or had, as `label_key` has it -> the one that is there now.

        A label that was merged goes by its target's name. Of several labels that had a name the one that has
        it counts, else the last one; names that only removed labels had are left out.
        """
        past, now, target = label_version.alias("past"), _own, _target
        statement = (
            select(past.c.name_key, target.c.name)
            .join(now, now.c.label == past.c.label)
            .join(target, target.c.label == func.coalesce(now.c.merged_into, now.c.label))
            .where(past.c.corpus == corpus_key, now.c.to_step.is_(None), target.c.to_step.is_(None))
            .order_by(past.c.id)
        )
        found = {row.name_key: row.name for row in self._connection.execute(statement)}
        return found | {label_key(each.name): each.name for each in self.usable(corpus_key).values()}

    def _of_all(self, corpus_key: int, column: str) -> dict[int, str]:
        rows = self._connection.execute(_SHOWN, {"corpus": corpus_key})
        return {row.label: getattr(row, column) for row in rows}

    def homes(self, uid: str) -> list[tuple[int, int]]:
        """(label key, corpus key) of every living label of that uid: standard ones live in many corpora."""
        statement = select(label_version.c.label, label_version.c.corpus).join(
            label, label.c.id == label_version.c.label
        )
        rows = self._connection.execute(
            statement.where(
                label.c.uid == uid, label_version.c.state != MERGED, versions.is_current(label_version)
            )
        )
        return [(row.label, row.corpus) for row in rows]

    def version(self, key: int) -> AnyRow | None:
        """The present version row of a label, whatever its state."""
        return versions.current(self._connection, LABELS, key)

    def identity(self, uid: str, corpus_key: int) -> int | None:
        """The key of the label of that uid in that corpus, living or not."""
        statement = select(label.c.id).where(label.c.uid == uid, label.c.corpus == corpus_key)
        return self._connection.execute(statement).scalar_one_or_none()

    def living_key(self, uid: str, corpus_key: int) -> int:
        """The key of the label of that uid in that corpus, which must exist."""
        statement = select(label.c.id).where(label.c.uid == uid, label.c.corpus == corpus_key)
        return int(self._connection.execute(statement).scalar_one())

    def add(self, value: Label, corpus_key: int, step: int) -> int:
        """Make a label, or make anew one that was removed; its key."""
        key = self.identity(value.uid, corpus_key)
        if key is None:
            key = versions.insert_identity(self._connection, label, uid=value.uid, corpus=corpus_key)
        versions.open_rows(
            self._connection,
            label_version,
            step,
            [{"label": key, "corpus": corpus_key, "state": ACTIVE, **label_values(value)}],
        )
        return key

    def change(self, key: int, step: int, /, **changes: object) -> None:
        """Change columns of a label; an inactive one that is given a key joins the label set."""
        if changes.get("key"):
            changes["state"] = ACTIVE
        if "name" in changes:
            changes["name_key"] = label_key(str(changes["name"]))
        versions.replace(self._connection, LABELS, step, key, **changes)

    def arrange(self, corpus_key: int, order: Sequence[int], step: int) -> None:
        """Bring the usable labels into this order; an inactive one put before one of the set joins it."""
        offered, before = self.active(corpus_key), list(self.usable(corpus_key))
        last = max((place for place, key in enumerate(order) if key in offered), default=-1)
        for place, key in enumerate(order):
            row = self.version(key)
            joins = {"state": ACTIVE} if place < last else {}
            if row is not None and (row.position != place or before[place] != key):
                self.change(key, step, position=place, **joins)

    def swap_keys(self, first: int, second: int, step: int) -> None:
        """Give each of two labels the key of the other one; at no moment do both have the same."""
        rows = {key: versions.current(self._connection, LABELS, key) for key in (first, second)}
        versions.close_rows(self._connection, LABELS, step, [first, second])
        written = []
        for key, other in ((first, second), (second, first)):
            row, held = rows[key], rows[other]
            if row is None or held is None:
                raise LookupError(f"label {key} or {other} has no present version")
            values = {name: value for name, value in row._asdict().items() if name not in ("id", "to_step")}
            state = ACTIVE if held.key else row.state
            written.append({**values, "key": held.key, "state": state})
        versions.open_rows(self._connection, label_version, step, written)

    def shown_as(self, corpus_key: int) -> dict[str, str]:
        """Uid of every label that was merged into another -> uid of the one it counts for."""
        rows = self._connection.execute(_MERGED_UIDS, {"corpus": corpus_key})
        return dict(rows.all())

    def merge(self, key: int, target: int, step: int) -> None:
        """Make a label, and all that were merged into it, count for `target`; its spans stay as they are."""
        for follower in self.carried(key):
            self.change(follower, step, state=MERGED, merged_into=target)

    def remove(self, key: int, step: int) -> None:
        """End a label that no living span carries, and those merged into it."""
        versions.close_rows(self._connection, LABELS, step, self.carried(key))

    def carried(self, key: int) -> list[int]:
        """The label and those merged into it: every key by which a span carries it."""
        statement = select(label_version.c.label).where(
            label_version.c.merged_into == key, versions.is_current(label_version)
        )
        return [key, *self._connection.execute(statement).scalars()]


def _current() -> Select[Any]:
    return (
        select(label_version, label.c.uid)
        .join(label, label.c.id == label_version.c.label)
        .where(versions.is_current(label_version))
    )


def _usable(corpus_key: int) -> Select[Any]:
    own = label_version.c
    wanted = _current().where(own.corpus == corpus_key, own.state != MERGED)
    return wanted.order_by(own.state != ACTIVE, own.position, own.label)


def label_values(value: Label) -> Mapping[str, object]:
    """The columns of a label's version that the label itself says."""
    return {
        "name": value.name,
        "name_key": label_key(value.name),
        "short": value.short,
        "colour": value.colour,
        "key": value.key,
        "definition": value.definition,
        "position": value.position,
    }


def _label(row: AnyRow, place: int) -> Label:
    return Label(row.uid, row.name, row.colour, row.key, row.definition, row.short, place)
