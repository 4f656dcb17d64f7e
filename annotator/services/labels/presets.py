"""Use-cases on presets: label sets as files, shipped ones and the person's own; loaded as one step."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.errors import EnvironmentProblem, FormatError, UserError, reason_of
from annotator.files import no_file, write_atomically
from annotator.formats.label_set import LARGEST, read_label_set, write_label_set
from annotator.messages import say
from annotator.model.codebook import Guidance, Mark, Preset, PresetChange, PresetLabel, PresetLoaded
from annotator.model.label import name_key, same_key
from annotator.model.outcome import Outcome, Touched
from annotator.paths import preset_folder, resource
from annotator.services.labels.codebook import told_of
from annotator.services.labels.labels import add_label
from annotator.services.labels.names import require_name
from annotator.services.lookup import corpus_key

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from annotator.model.codebook import Example
    from annotator.storage.repositories import Repositories
    from annotator.storage.store import Store
    from annotator.storage.unit_of_work import UnitOfWork

_NO_FILE_SIGNS: Final = re.compile(r"[^\w.-]+")
_OF_LABEL: Final = ("colour", "key", "short", "definition")
_OF_GUIDANCE: Final = ("heading", "use_when", "avoid_when", "examples")


class Presets:
    """Label sets as files."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @staticmethod
    def listed(language: str = "en") -> list[Preset]:
        """The shipped presets, then the person's own by name; one that cannot be read says why."""
        shipped = sorted(resource("presets").glob("*.json"))
        folder = preset_folder()
        own = sorted(folder.glob("*.json")) if folder.is_dir() else []
        found = [_listed(path, language, is_own=False) for path in shipped]
        return found + sorted(
            (_listed(path, language, is_own=True) for path in own), key=lambda each: name_key(each.name)
        )

    @staticmethod
    def read(path: str, language: str = "en") -> Preset:
        """The preset in a file.

        Raises:
            FormatError: it is damaged, none at all, or made by a newer version.
            EnvironmentProblem: the file cannot be read.
        """
        return _read(Path(path), language)

    def find(self, name: str, language: str = "en") -> Preset:
        """The preset in that file, or the listed one of that name or file name.

        Raises:
            UserError: there is none; the sentence lists those there are.
            FormatError: its file cannot be read.
        """
        if Path(name).is_file() or no_file(Path(name), name):
            return self.read(name, language)
        presets = self.listed(language)
        wanted = name_key(name)
        for preset in presets:
            if wanted in (name_key(preset.name), name_key(Path(preset.path).stem)):
                return self.read(preset.path, language)
        known = ", ".join(Path(preset.path).stem for preset in presets)
        raise UserError(say("There is no label set {name}. There are: {known}.", name=name, known=known))

    def preview(self, corpus: str, preset: Preset) -> list[PresetChange]:
        """What loading would do to each label of the preset, in its order; nothing is done.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.reading() as view:
            there = _There(view, corpus_key(view, corpus))
            return [there.change(each, place) for place, each in enumerate(preset.labels)]

    def load(
        self, corpus: str, preset: Preset, places: Collection[int] | None = None
    ) -> Outcome[PresetLoaded]:
        """Add the preset's labels to a corpus and change those that are there, all as one step.

        Labels meet by uid, else by name; names stay as they are in the corpus. What the preset leaves empty
        stays. A key that another label has is not taken. Examples are added to those there are.

        Args:
            corpus: uid.
            preset: what to load.
            places: of the labels in the preset that are wanted, None for all.

        Raises:
            UserError: there is no such corpus.
        """
        with self._store.saving() as unit:
            home = corpus_key(unit, corpus)
            wanted = [
                (place, each) for place, each in enumerate(preset.labels) if places is None or place in places
            ]
            there = _There(unit, home)
            changes = [there.change(each, place) for place, each in wanted]
            done = PresetLoaded(
                sum(change.is_new for change in changes),
                sum(bool(change.fields) and not change.is_new for change in changes),
                tuple(change.name for change in changes if not change.is_same),
            )
            if not done.names:
                return Outcome(done)
            summary = say("Label set {name} loaded", name=preset.name)
            step = unit.step("label.preset", summary, corpus_key=home)
            _Loading(unit, home, step).load([each for _, each in wanted])
            if preset.guidelines and not unit.corpora.get(home).guidelines:
                unit.corpora.change(home, step, guidelines=preset.guidelines)
            return Outcome(done, Touched.LABELS, step=unit.commit())

    def save(self, corpus: str, name: str, path: str = "") -> str:
        """Write the label set of a corpus as a preset; where to.

        Args:
            corpus: uid.
            name: by which it is listed.
            path: of the file; "" for one in the person's folder, where one of the same name is replaced.

        Raises:
            UserError: the name is not possible.
            EnvironmentProblem: it could not be written.
        """
        require_name(name)
        with self._store.reading() as view:
            home = corpus_key(view, corpus)
            labels = view.labels.active(home)
            told = told_of(view, home, list(labels))
            names = {label.uid: label.name for label in view.labels.usable(home).values()}
            rows = tuple(
                PresetLabel(label, _named(told[key], names), (label.name,)) for key, label in labels.items()
            )
            preset = Preset(name, labels=rows, guidelines=view.corpora.get(home).guidelines)
        target = Path(path) if path else preset_folder() / f"{_NO_FILE_SIGNS.sub('-', name).strip('-.')}.json"
        try:
            write_atomically(target, write_label_set(preset))
        except OSError as error:
            raise EnvironmentProblem(
                say(
                    "{path} could not be written ({reason}). Choose another place.",
                    path=str(target),
                    reason=reason_of(error),
                )
            ) from error
        return str(target)


class _There:
    """The label set that a preset meets."""

    def __init__(self, view: Repositories, home: int) -> None:
        self.labels = view.labels.usable(home)
        self.told = view.guidance.of(list(self.labels))
        self._by_uid = {label.uid: key for key, label in self.labels.items()}
        self._by_name = {name_key(label.name): key for key, label in self.labels.items()}

    def met(self, each: PresetLabel) -> int | None:
        """The key of the label that one of a preset is, None for a new one."""
        if each.label.uid in self._by_uid:
            return self._by_uid[each.label.uid]
        names = (each.label.name, *each.names)
        return next(
            (self._by_name[name_key(name)] for name in names if name_key(name) in self._by_name), None
        )

    def holder(self, key: str, besides: int | None) -> bool:
        """Whether another label has that key of the keyboard."""
        return any(same_key(label.key, key) for number, label in self.labels.items() if number != besides)

    def change(self, each: PresetLabel, place: int) -> PresetChange:
        """What loading does to one label."""
        key = self.met(each)
        is_lost = bool(each.label.key) and self.holder(each.label.key, key)
        lost = each.label.key if is_lost else ""
        if key is None:
            return PresetChange(each.label.name, place, is_new=True, lost_key=lost)
        fields = (*self.label_changes(key, each), *self.guidance_changes(key, each))
        return PresetChange(self.labels[key].name, place, is_new=False, fields=fields, lost_key=lost)

    def label_changes(self, key: int, each: PresetLabel) -> dict[str, str]:
        """Columns of the label that become others."""
        wanted = {field: getattr(each.label, field) for field in _OF_LABEL if getattr(each.label, field)}
        if "key" in wanted and self.holder(wanted["key"], key):
            del wanted["key"]
        return {field: value for field, value in wanted.items() if value != getattr(self.labels[key], field)}

    def guidance_changes(self, key: int, each: PresetLabel) -> tuple[str, ...]:
        """Names of what becomes another of its guidance."""
        after = _joined(self.told[key], each.guidance)
        return tuple(name for name in _OF_GUIDANCE if getattr(after, name) != getattr(self.told[key], name))


class _Loading:
    """A preset on its way into a corpus, within a transaction."""

    def __init__(self, unit: UnitOfWork, home: int, step: int) -> None:
        self._unit, self._home, self._step = unit, home, step

    def load(self, wanted: list[PresetLabel]) -> None:
        keys = [self._put(each) for each in wanted]
        there = _There(self._unit, self._home)
        uids = {name_key(label.name): label.uid for label in there.labels.values()}
        uids |= {
            name_key(name): there.labels[key].uid
            for key, each in zip(keys, wanted, strict=True)
            for name in each.names
        }
        for key, each in zip(keys, wanted, strict=True):
            after = _joined(there.told[key], replace(each.guidance, examples=_with_uids(each, uids)))
            if after != there.told[key]:
                self._unit.guidance.put(key, after, self._step)

    def _put(self, each: PresetLabel) -> int:
        """The key of the label, which is made or changed."""
        unit, there = self._unit, _There(self._unit, self._home)
        key = there.met(each)
        if key is None:
            label = each.label if not there.holder(each.label.key, None) else replace(each.label, key="")
            made = add_label(unit, self._home, label, self._step)
            return unit.labels.living_key(made.uid, self._home)
        changes = there.label_changes(key, each)
        if changes:
            unit.labels.change(key, self._step, **changes)
        return key


def _joined(there: Guidance, wanted: Guidance) -> Guidance:
    """The guidance of a label after a preset's was added to it."""
    known = {(one.text, one.start, one.end, one.is_counter) for one in there.examples}
    new = [one for one in wanted.examples if (one.text, one.start, one.end, one.is_counter) not in known]
    return replace(
        there,
        heading=wanted.heading or there.heading,
        use_when=wanted.use_when or there.use_when,
        avoid_when=wanted.avoid_when or there.avoid_when,
        examples=(*there.examples, *new),
    )


def _with_uids(each: PresetLabel, uids: Mapping[str, str]) -> tuple[Example, ...]:
    """The examples of a preset's label, their marks by uid; marks of labels that are not there go."""
    return tuple(
        replace(
            one,
            document=None,
            around=tuple(
                Mark(mark.start, mark.end, uids[name_key(mark.label)])
                for mark in one.around
                if name_key(mark.label) in uids
            ),
        )
        for one in each.guidance.examples
    )


def _named(told: Guidance, names: Mapping[str, str]) -> Guidance:
    """Guidance as a preset has it: marks by the labels' names, no documents of this library."""
    examples = tuple(
        replace(
            one,
            document=None,
            around=tuple(
                replace(mark, label=names[mark.label]) for mark in one.around if mark.label in names
            ),
        )
        for one in told.examples
    )
    return replace(told, examples=examples)


def _listed(path: Path, language: str, *, is_own: bool) -> Preset:
    try:
        return replace(_read(path, language), is_own=is_own)
    except (FormatError, EnvironmentProblem) as error:
        return Preset(path.stem, path=str(path), is_own=is_own, problem=error.message)


def _read(path: Path, language: str) -> Preset:
    if problem := no_file(path, str(path)):
        raise FormatError(problem)
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise EnvironmentProblem(
            say("{path} cannot be read ({reason}).", path=str(path), reason=reason_of(error))
        ) from error
    return replace(read_label_set(data, path.name, language), path=str(path))
