"""How the labels of a package meet those of a corpus: by uid, then by name; none is dropped, none renamed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from annotator.exchange.members import LabelState, PackageLabel
from annotator.model.label import LONGEST_NAME, Label, name_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from annotator.model.codebook import Guidance
    from annotator.storage.repositories.meeting import LabelRow

ACTIVE: Final = "active"
INACTIVE: Final = "inactive"
MERGED: Final = "merged"

UNKNOWN_COLOUR: Final = "#808080"
"""Of a label of which nothing but the uid is known."""


@dataclass(frozen=True, slots=True)
class NewLabel:
    """A label to be written; `merged_into` is the uid of the label that it counts for, "" for none."""

    label: Label
    state: str
    merged_into: str = ""
    guidance: Guidance | None = None


@dataclass(slots=True)
class _Place:
    """What of a label decides how another one meets it."""

    uid: str
    name_key: str
    state: str
    merged_into: str


@dataclass(slots=True)
class MetLabels:
    """The labels of a corpus once a package's have come.

    Attributes:
        new: those to be written, targets of merged ones before them.
        same: uid of each merged label -> uid of the label that it counts for.
    """

    new: list[NewLabel] = field(default_factory=list)
    same: dict[str, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the labels that the corpus gains."""
        return tuple(each.label.name for each in self.new if each.state != MERGED)


def meet_labels(
    there: Sequence[LabelRow],
    sent: Sequence[PackageLabel],
    needed: Collection[str],
    who: str,
    *,
    is_offered: bool,
) -> MetLabels:
    """Which labels a corpus gains by a package.

    Args:
        there: living labels of the corpus.
        sent: those of the package.
        needed: uids of the labels that what comes to be seen carries.
        who: name of who made the package.
        is_offered: whether labels that are new are on offer (the corpus is new, or the lead's word), or kept
            beside the label set.
    """
    meeting = _LabelMeeting(there, sent, who, is_offered=is_offered)
    for each in sorted(sent, key=_targets_first):
        if each.state is not LabelState.INACTIVE or each.label.uid in needed:
            meeting.meet(each)
    for uid in sorted(needed):
        meeting.make_sure_of(uid)
    return meeting.met()


def _targets_first(label: PackageLabel) -> tuple[bool, int, str]:
    return (label.state is LabelState.MERGED, label.label.position, label.label.uid)


class _LabelMeeting:
    def __init__(
        self, there: Sequence[LabelRow], sent: Sequence[PackageLabel], who: str, *, is_offered: bool
    ) -> None:
        self._places = {row.uid: _Place(row.uid, row.name_key, row.state, row.merged_into) for row in there}
        self._letters = {row.letter.casefold() for row in there if row.state == ACTIVE and row.letter}
        self._targets = {each.label.uid: each.merged_into for each in sent}
        self._who = who
        self._is_offered = is_offered
        self._number = max((row.position for row in there), default=-1) + 1
        self._new: list[NewLabel] = []

    def met(self) -> MetLabels:
        merged = [place.uid for place in self._places.values() if place.state == MERGED]
        return MetLabels(self._new, {uid: self._counts_for(uid) for uid in merged})

    def meet(self, sent: PackageLabel) -> None:
        """Write the label unless it is there; uids under which it was known elsewhere lead to it."""
        uid = sent.label.uid
        if uid not in self._places:
            self._come(sent)
        for alias in sent.aliases:
            if alias not in self._places:
                self._write(
                    replace(sent, label=replace(sent.label, uid=alias)), MERGED, self._counts_for(uid)
                )

    def make_sure_of(self, uid: str) -> None:
        """Keep a label of which nothing but the uid is known: its spans are not dropped."""
        if uid not in self._places:
            self._write(PackageLabel(Label(uid, uid, UNKNOWN_COLOUR)), INACTIVE)

    def _come(self, sent: PackageLabel) -> None:
        if sent.state is LabelState.MERGED:
            target = self._known_target(sent.merged_into)
            if target:
                self._write(sent, MERGED, target)
                return
        held = self._named(name_key(sent.label.name))
        twin = self._twin(sent.label.uid) or (held[0].uid if held else "")
        if twin and not self._is_told_apart(sent.label.uid, twin):
            self._write(sent, MERGED, self._counts_for(twin))
        elif held:
            self._write(self._renamed(sent), INACTIVE)
        else:
            self._write(sent, ACTIVE if self._is_offered and sent.state is LabelState.ACTIVE else INACTIVE)

    def _twin(self, uid: str) -> str:
        """A label that is here and that counts for `uid` where the package was made, "" for none."""
        return next((own for own in self._places if own in self._targets and self._there(own) == uid), "")

    def _is_told_apart(self, uid: str, other: str) -> bool:
        """Whether the package has both, and neither counts for the other there."""
        return other in self._targets and self._there(other) != self._there(uid)

    def _there(self, uid: str) -> str:
        """The label that one counts for where the package was made."""
        passed = set[str]()
        while self._targets.get(uid) and uid not in passed:
            passed.add(uid)
            uid = self._targets[uid]
        return uid

    def _known_target(self, uid: str) -> str:
        """The label here that the one named counts for, "" when it did not come."""
        passed = set[str]()
        while uid not in self._places and uid not in passed:
            passed.add(uid)
            uid = self._targets.get(uid, "")
        return self._counts_for(uid) if uid in self._places else ""

    def _counts_for(self, uid: str) -> str:
        while self._places[uid].state == MERGED:
            uid = self._places[uid].merged_into
        return uid

    def _named(self, key: str) -> list[_Place]:
        """Labels of that name that stand for themselves, those on offer first."""
        held = [place for place in self._places.values() if place.name_key == key and place.state != MERGED]
        return sorted(held, key=lambda place: place.state)

    def _renamed(self, sent: PackageLabel) -> PackageLabel:
        """The label under a name that says where it comes from and that no other has."""
        number = 1
        while True:
            more = f" (from {self._who})" if number == 1 else f" (from {self._who} {number})"
            name = f"{sent.label.name[: LONGEST_NAME - len(more)]}{more}"
            if not self._named(name_key(name)):
                return replace(sent, label=replace(sent.label, name=name))
            number += 1

    def _write(self, sent: PackageLabel, state: str, target: str = "") -> None:
        letter = sent.label.key if state == ACTIVE else ""
        if letter.casefold() in self._letters:
            letter = ""
        if letter:
            self._letters.add(letter.casefold())
        label = replace(sent.label, key=letter, position=self._number)
        self._number += 1
        self._places[label.uid] = _Place(label.uid, name_key(label.name), state, target)
        self._new.append(NewLabel(label, state, target, sent.guidance if state != MERGED else None))


def needed_labels(bodies: Iterable[Iterable[str]]) -> frozenset[str]:
    """Uids that any of the bodies names."""
    return frozenset(uid for body in bodies for uid in body)
