"""The keys in force: those the acts are shipped with, but for what the person has changed.

Only the differences are kept. What makes no sense among them (an act that this program does not know, a key
that cannot be one, a key that two acts claim) is not put in force, and nothing else suffers from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotator.ui.catalogue import CATALOGUE
from annotator.ui.parts.key_cap import key_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.ui.acts.act import Act

Keys = tuple[str, ...]


class Keymap(QObject):
    """Keeps the keys in force.

    Signals:
        changed: some act has other keys now.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wanted: dict[str, Keys] = {}
        self._keys = shipped()
        self._acts: dict[str, str] = {}

    def of(self, act: str) -> Keys:
        """The keys of an act, the one to show first."""
        return self._keys[act]

    def act_of(self, pressed: str) -> str:
        """The act that has a key, by the portable name of the key; "" when none has it."""
        if not self._acts:
            from annotator.ui.key_rules import portable

            self._acts = {portable(key): act for act, keys in self._keys.items() for key in keys}
        return self._acts.get(pressed, "")

    def choose(self, differences: Mapping[str, Sequence[str]]) -> None:
        """Put the shipped keys with these differences in force."""
        wanted = {act: tuple(keys) for act, keys in differences.items()}
        if wanted != self._wanted:
            self._wanted = wanted
            self._keys = in_force(wanted)
            self._acts = {}
            self.changed.emit()


_keymap: list[Keymap] = []


def keymap() -> Keymap:
    """The one key map of the process, made at its first use."""
    if not _keymap:
        _keymap.append(Keymap())
    return _keymap[0]


def keys_of(act: Act) -> Keys:
    """The keys of an act and those of the unlisted one that does the same elsewhere."""
    return (*keymap().of(act.id), *(keymap().of(act.also) if act.also else ()))


def caps(*acts: str) -> Keys:
    """What key caps show for acts: the first key of each, none for one without a key."""
    return tuple(key_text(keys[0]) for keys in map(keymap().of, acts) if keys)


def cap(act: str) -> str:
    """What the key cap of one act shows, "" when it has no key."""
    return "".join(caps(act))


def key_of(act: str) -> str:
    """The key of an act that is shown, by its portable name, "" when it has none."""
    return next(iter(keymap().of(act)), "")


def spoken(words: str, *acts: str) -> str:
    """A sentence that names shipped keys ("Ctrl Z", "Ctrl+Z") of acts, with the keys in force instead.

    An act without a key is named by its words.
    """
    first = shipped()
    for act in acts:
        before = first[act][0]
        now = cap(act) or f"“{_names()[act]}”"
        if key_of(act) != before:
            words = words.replace(key_text(before), now).replace(before.replace("Return", "Enter"), now)
    return words


def _names() -> dict[str, str]:
    texts = {act.id: QCoreApplication.translate("Actions", act.text) for act in CATALOGUE}
    return {act: text.replace("&", "") for act, text in texts.items()}


# Differences


def shipped() -> dict[str, Keys]:
    """The keys that the acts are shipped with."""
    return {act.id: act.keys for act in CATALOGUE}


def in_force(differences: Mapping[str, Sequence[str]]) -> dict[str, Keys]:
    """Act id -> its keys; no key is given twice, and what a person chose goes before what was shipped."""
    if not differences:
        return shipped()
    from annotator.ui.key_rules import portable

    chosen = {act.id: _possible(act, differences[act.id]) for act in CATALOGUE if act.id in differences}
    taken: set[str] = set()
    keys: dict[str, Keys] = {}
    order = sorted(CATALOGUE, key=lambda act: chosen.get(act.id) is None)
    for act in order:
        wanted = chosen.get(act.id)
        names = {portable(key): key for key in (act.keys if wanted is None else wanted)}
        keys[act.id] = tuple(key for name, key in names.items() if name not in taken)
        taken |= set(names)
    return keys


def with_keys(
    differences: Mapping[str, Sequence[str]], act: str, keys: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """The differences after an act got exactly these keys; an act that had one of them loses it."""
    from annotator.ui.key_rules import portable

    wanted = {portable(key) for key in keys}
    before, now = in_force(differences), {}
    for other, theirs in before.items():
        now[other] = tuple(key for key in theirs if portable(key) not in wanted)
    now[act] = tuple(keys)
    unknown = {name: tuple(theirs) for name, theirs in differences.items() if name not in before}
    first = shipped()
    changed = {
        name: tuple(map(portable, theirs))
        for name, theirs in now.items()
        if tuple(map(portable, theirs)) != tuple(map(portable, first[name]))
    }
    return unknown | changed


def holder(differences: Mapping[str, Sequence[str]], key: str) -> Act | None:
    """The act that has a key now."""
    from annotator.ui.key_rules import portable

    keys, name = in_force(differences), portable(key)
    return next((act for act in CATALOGUE if name in map(portable, keys[act.id])), None)


def _possible(act: Act, keys: Sequence[str]) -> Keys | None:
    """Those of the keys that the act may have; None when keys are named and not one of them is possible."""
    from annotator.ui.key_rules import portable, refusal

    possible = tuple(dict.fromkeys(portable(key) for key in keys if refusal(act, key) is None))
    return possible if possible or not keys else None
