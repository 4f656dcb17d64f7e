"""Use-cases on label sets. Label acts change the label table, not the spans; every layer follows."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from annotator.errors import UserError
from annotator.messages import say
from annotator.model.colour_vision import next_colour
from annotator.model.identity import new_uid
from annotator.model.label import STANDARD_COLOURS, KeyTakenError, Label, same_key, standard_label_uid
from annotator.model.look_alikes import look_alike
from annotator.model.outcome import Outcome, Touched
from annotator.services.labels.names import require_key, require_name, require_text
from annotator.services.lookup import corpus_key, label_key
from annotator.services.safety.backups import Backups

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.messages import Message
    from annotator.model.codebook import MergePreview
    from annotator.model.listing import LabelCount
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
_BULK: Final = Touched.LABELS | Touched.SPANS | Touched.DOCUMENTS | Touched.WHOLESALE
_ITSELF: Final = say("A label cannot be merged into itself. Choose two labels.")


class Labels:
    """The label sets of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self, corpus: str) -> list[LabelCount]:
        """The label set in its order, with the number of spans and documents of each label."""
        with self._store.reading() as view:
            return view.labels.counted(corpus_key(view, corpus))

    def add(
        self, corpus: str, name: str, key: str = "", colour: str = "", definition: str = "", short: str = ""
    ) -> Outcome[Label]:
        """Add a label at the end of a corpus's set; without a colour it gets the next free one.

        Raises:
            UserError: name or key is taken or not possible, or the colour is none.
        """
        with self._store.saving() as unit:
            home = corpus_key(unit, corpus)
            there = [label.name for label in unit.labels.usable(home).values()]
            made = add_label(unit, home, Label("", name, colour, key, definition, short))
            return Outcome(made, Touched.LABELS, step=unit.commit(), warnings=alike(made.name, there))

    def change(
        self,
        uid: str,
        *,
        corpus: str,
        name: str | None = None,
        key: str | None = None,
        colour: str | None = None,
        definition: str | None = None,
        short: str | None = None,
    ) -> Outcome[Label]:
        """Change what is given of a label of `corpus` (the standard labels are in all); its spans follow.

        Raises:
            UserError: name or key is taken or not possible, the colour is none, or there is no such label.
        """
        key, name = _composed(key), name if name is None else name.strip()
        given = {"name": name, "key": key, "colour": colour, "definition": definition, "short": short}
        with self._store.saving() as unit:
            found, home = label_key(unit, uid, corpus)
            before = unit.labels.usable(home)[found]
            changes = {
                field: value
                for field, value in given.items()
                if value is not None and value != getattr(before, field)
            }
            if not changes:
                return Outcome(before)
            _check(unit, home, changes, unit.labels.usable(home), besides=found)
            step = unit.step(_kind(changes), _change_summary(before, changes), corpus_key=home)
            unit.labels.change(found, step, **changes)
            after = unit.labels.usable(home)[found]
            others = [label.name for key, label in unit.labels.usable(home).items() if key != found]
            told = alike(after.name, others) if "name" in changes else ()
            return Outcome(after, Touched.LABELS, step=unit.commit(), warnings=told)

    def swap_keys(self, uid: str, other: str, *, corpus: str) -> Outcome[None]:
        """Give each of two labels the key of the other one.

        Raises:
            UserError: one of them is not there.
        """
        with self._store.saving() as unit:
            first, home = label_key(unit, uid, corpus)
            second, _ = label_key(unit, other, corpus)
            there = unit.labels.usable(home)
            if there[first].key == there[second].key:
                return Outcome(None)
            summary = say(
                "Labels {one} and {other} swapped their keys", one=there[first].name, other=there[second].name
            )
            step = unit.step("label.change", summary, corpus_key=home)
            unit.labels.swap_keys(first, second, step)
            return Outcome(None, Touched.LABELS, step=unit.commit())

    def reorder(self, corpus: str, uids: Sequence[str]) -> Outcome[None]:
        """Bring the labels into this order; those not named follow in their old order.

        A label that stands beside the set joins it when it is put before one of the set.
        """
        with self._store.saving() as unit:
            home = corpus_key(unit, corpus)
            old = unit.labels.usable(home)
            place = {uid: number for number, uid in enumerate(uids)}
            new = sorted(old, key=lambda key: (place.get(old[key].uid, len(place)), old[key].position))
            if new == list(old):
                return Outcome(None)
            step = unit.step("label.reorder", say("Labels put into another order"), corpus_key=home)
            unit.labels.arrange(home, new, step)
            return Outcome(None, Touched.LABELS, step=unit.commit())

    def merge_preview(self, from_uid: str, into_uid: str, *, corpus: str) -> MergePreview:
        """What `merge` would do; nothing is done.

        Raises:
            UserError: there is no such label, or both are the same.
        """
        with self._store.reading() as view:
            source, _ = label_key(view, from_uid, corpus)
            target, _ = label_key(view, into_uid, corpus)
            if source == target:
                raise UserError(_ITSELF)
            carried = view.labels.carried(source)
            return view.label_spans.preview(carried, view.labels.carried(target), self._store.actor)

    def merge(self, from_uid: str, into_uid: str, *, corpus: str) -> Outcome[int]:
        """Make one label count for another; the number of spans that did so. Equal spans become one.

        Raises:
            UserError: there is no such label, or both are the same.
        """
        warnings = Backups(self._store).before_bulk()
        with self._store.saving() as unit:
            source, home = label_key(unit, from_uid, corpus)
            target, _ = label_key(unit, into_uid, corpus)
            if source == target:
                raise UserError(_ITSELF)
            names = unit.labels.usable(home)
            summary = say("Label {name} merged into {into}", name=names[source].name, into=names[target].name)
            step = unit.step("label.merge", summary, corpus_key=home)
            spans = self._move(unit, source, target, step)
            committed = unit.commit()
        return Outcome(spans, _BULK, step=committed, warnings=warnings)

    @staticmethod
    def _move(unit: UnitOfWork, source: int, target: int, step: int) -> int:
        carried = unit.labels.carried(source)
        number = unit.spans.with_labels(carried)
        unit.projection.mark(unit.spans.documents_with(carried))
        unit.spans.close_repeats(carried, unit.labels.carried(target), step)
        unit.labels.merge(source, target, step)
        unit.projection.refresh()
        return number

    def remove(
        self, uid: str, *, corpus: str, move_to: str | None = None, with_spans: bool = False
    ) -> Outcome[int]:
        """Remove a label; the number of spans that were moved or removed with it.

        Args:
            uid: the label.
            corpus: whose label.
            move_to: label that its spans get.
            with_spans: remove its spans too.

        Raises:
            UserError: spans carry it and neither was given; the sentence counts them.
        """
        if move_to is not None:
            return self.merge(uid, move_to, corpus=corpus)
        warnings = Backups(self._store).before_bulk() if with_spans else ()
        with self._store.saving() as unit:
            key, home = label_key(unit, uid, corpus)
            name = unit.labels.usable(home)[key].name
            carried = unit.labels.carried(key)
            number = unit.spans.with_labels(carried)
            if number and not with_spans:
                raise UserError(
                    say(
                        "The label {name} is on {count} span. Say to which label it is to go, or that it is "
                        "to be removed too.|The label {name} is on {count} spans. Say to which label they "
                        "are to go, or that they are to be removed too.",
                        name=name,
                        count=number,
                    )
                )
            step = unit.step(
                "label.remove",
                say(
                    "Label {name} removed with {count} span|Label {name} removed with {count} spans",
                    name=name,
                    count=number,
                ),
                corpus_key=home,
            )
            unit.projection.mark(unit.spans.documents_with(carried))
            unit.spans.close_labelled(carried, step)
            unit.guidance.close(carried, step)
            unit.labels.remove(key, step)
            unit.projection.refresh()
            committed = unit.commit()
        return Outcome(number, _BULK, step=committed, warnings=warnings)


def alike(name: str, others: Sequence[str]) -> tuple[Message, ...]:
    """What to say of a new name that looks like one of the others although its letters are others."""
    other = look_alike(name, others)
    if not other:
        return ()
    return (
        say(
            "The label “{name}” looks like “{other}” but is another one: some of its letters are of another "
            "alphabet. If it should be the same, merge them in the label set.",
            name=name,
            other=other,
        ),
    )


def add_label(
    unit: UnitOfWork,
    home: int,
    wanted: Label,
    step: int | None = None,
    there: dict[int, Label] | None = None,
) -> Label:
    """Add a label within a transaction, under a step of its own unless one is given.

    Args:
        unit: the transaction.
        home: key of the corpus.
        wanted: name and whatever else is known of it; an empty uid or colour is filled in.
        step: the running step.
        there: the usable labels of the corpus, to which the new one is added; without them they are asked
            for, which for each of thousands takes long.

    Raises:
        UserError: name or key is taken or not possible, or the colour is none.
    """
    wanted = replace(wanted, name=wanted.name.strip())
    there = unit.labels.usable(home) if there is None else there
    colour = wanted.colour.lower() or next_colour(label.colour for label in there.values())
    texts = {"definition": wanted.definition, "short": wanted.short}
    told = {"name": wanted.name, "key": _composed(wanted.key) or "", "colour": colour, **texts}
    _check(unit, home, told, there)
    made = Label(
        wanted.uid or _free_uid(unit, home, wanted.name),
        wanted.name,
        colour,
        _composed(wanted.key) or "",
        wanted.definition,
        wanted.short,
        len(there),
    )
    seq = step or unit.step("label.add", say("Label {name} added", name=wanted.name), corpus_key=home)
    there[unit.labels.add(made, home, seq)] = made
    return made


def _free_uid(unit: UnitOfWork, home: int, name: str) -> str:
    fixed = standard_label_uid(name)
    if name in STANDARD_COLOURS and unit.labels.identity(fixed, home) is None:
        return fixed
    return new_uid()


def _check(
    unit: UnitOfWork,
    home: int,
    changes: dict[str, str],
    there: Mapping[int, Label],
    besides: int | None = None,
) -> None:
    if "name" in changes:
        _check_name(unit, home, changes["name"], besides)
    key = changes.get("key", "")
    if key:
        require_key(key)
    others = (label for known, label in there.items() if known != besides)
    holder = next((label for label in others if same_key(label.key, key)), None) if key else None
    if holder is not None:
        raise KeyTakenError(
            say("The key {key} belongs to the label {name}. Choose another.", key=key, name=holder.name),
            holder.uid,
        )
    for field in ("definition", "short"):
        require_text(changes.get(field, ""))
    if "colour" in changes:
        changes["colour"] = changes["colour"].lower()
        if not _COLOUR.fullmatch(changes["colour"]):
            raise UserError(
                say(
                    "“{colour}” is no colour. Write it as # and six digits, such as #0283ce.",
                    colour=changes["colour"],
                )
            )


def _check_name(unit: UnitOfWork, home: int, name: str, besides: int | None) -> None:
    if not name.strip():
        raise UserError(say("A label needs a name. Write one and try again."))
    require_name(name)
    holder = unit.labels.named(home, name)
    if holder is not None and holder != besides:
        there = unit.labels.usable(home)[holder].name
        raise UserError(say("There is a label named {name} already. Choose another name.", name=there))


def _composed(key: str | None) -> str | None:
    """A key as one code point, if it can be one: keyboards give it so."""
    return None if key is None else unicodedata.normalize("NFC", key)


def _kind(changes: dict[str, str]) -> str:
    return "label.rename" if "name" in changes else "label.change"


def _change_summary(before: Label, changes: dict[str, str]) -> Message:
    if "name" in changes:
        return say("Label {old} renamed to {new}", old=before.name, new=changes["name"])
    return say("Label {name} changed", name=before.name)
