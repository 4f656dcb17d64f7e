"""What the annotators of a document are called on screen: by name, or by letters that give nobody away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from annotator.model.review import blind_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from annotator.model.document import Annotator

_MOST_NAMED: Final = 3
"""Names in a caption; of more only the first and a count are said."""


class Names:
    """The names of the people of one document, in the order in which they are compared."""

    def __init__(self, document: str, people: Sequence[Annotator], *, blind: bool = False) -> None:
        self.is_blind = blind
        uids = [person.uid for person in people]
        if blind:
            self._names: Mapping[str, str] = blind_names(document, uids)
            self._initials = self._names
        else:
            self._names = {person.uid: person.name for person in people}
            self._initials = initials([person.name for person in people], uids)
        self._known: dict[tuple[str, ...], tuple[str, str]] = {}
        self._order = {uid: self._names[uid] if blind else place for place, uid in enumerate(uids)}

    def name(self, uid: str) -> str:
        """What one annotator is called."""
        return self._names.get(uid, "…")

    def of(self, person: Annotator) -> str:
        """What a person is called here; one who is not compared goes by name."""
        return self._names.get(person.uid, person.name)

    def initial(self, uid: str) -> str:
        """One or two letters for the annotator."""
        return self._initials.get(uid, "…")

    def in_order(self, uids: Iterable[str]) -> list[str]:
        """Uids, each once, as they are told: hidden names by letter, so that the order tells nothing."""
        known = [uid for uid in dict.fromkeys(uids) if uid in self._order]
        return sorted(known, key=lambda uid: (len(self._names[uid]) * self.is_blind, self._order[uid]))

    def joined(self, uids: Iterable[str]) -> str:
        """The names of several: "Lan, Thảo"."""
        return self._both(tuple(uids))[0]

    def joined_initials(self, uids: Iterable[str]) -> str:
        """Their initials: "L, T"."""
        return self._both(tuple(uids))[1]

    def _both(self, uids: tuple[str, ...]) -> tuple[str, str]:
        """Names and initials; kept, for a long document asks thousands of times for the same few."""
        if uids not in self._known:
            order = self.in_order(uids)
            names, letters = [self.name(uid) for uid in order], [self.initial(uid) for uid in order]
            self._known[uids] = (_joined(names), _joined(letters))
        return self._known[uids]


def _joined(names: Sequence[str]) -> str:
    if len(names) <= _MOST_NAMED:
        return ", ".join(names)
    return f"{', '.join(names[: _MOST_NAMED - 1])} +{len(names) - _MOST_NAMED + 1}"


def initials(names: Sequence[str], uids: Sequence[str]) -> dict[str, str]:
    """One letter for each, of the last word as in Vietnamese names; two where one would be ambiguous.

    >>> initials(["Lan", "Trần Thảo", "Lý Minh", "Võ Mai"], ["1", "2", "3", "4"])
    {'1': 'L', '2': 'T', '3': 'LM', '4': 'VM'}
    """
    single = [(name.split() or ["?"])[-1][:1].upper() for name in names]
    return {
        uid: letter if single.count(letter) == 1 else _two_letters(name)
        for uid, letter, name in zip(uids, single, names, strict=True)
    }


def _two_letters(name: str) -> str:
    words = name.split() or ["?"]
    if len(words) == 1:
        return words[0][:2].capitalize()
    return (words[0][:1] + words[-1][:1]).upper()
