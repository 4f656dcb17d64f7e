"""What strip and list say: which words are what, and how many more there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.ui import theme
from annotator.ui.everywhere.grouping import Group
from annotator.ui.everywhere.runs import Run, runs_of
from annotator.ui.i18n import number
from annotator.ui.keymap import spoken
from annotator.ui.parts.counts import separated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.model.label import Label
    from annotator.model.search import Action, Propagated
    from annotator.ui.everywhere.subject import Subject

_WORDS = 80


class Sentences(QObject):
    """Sentences on a subject, in the language in force."""

    def head(
        self, subject: Subject, labels: Mapping[str, Label], here: int, away: int, documents: int
    ) -> list[Run]:
        """Which words are what, and how many more."""
        counts = self.counts(here, away, documents)
        parts = {
            "%1": Run(_short(subject.words), "text", is_strong=True),
            "%2": _label_run(labels, subject.label),
            "%3": Run(counts, "text", is_strong=True),
            "%4": _label_run(labels, subject.only),
        }
        if subject.action == "remove":
            bare = self.tr("%1 is no longer %2.")
            template = self.tr("%1 is no longer %2. Still so: %3") if counts else bare
        elif subject.action == "relabel":
            template = self.tr("%1 is %2. Still %4: %3") if counts else self.tr("%1 is %2, no longer %4.")
        else:
            template = self.tr("%1 is %2. %3") if counts else self.tr("%1 is %2.")
        return runs_of(template, _opened(template, parts))

    def task(self, subject: Subject, labels: Mapping[str, Label], counts: str) -> list[Run]:
        """What the list would do to words that are not changed yet."""
        parts = {
            "%1": Run(_short(subject.words), "text", is_strong=True),
            "%2": _label_run(labels, subject.label),
            "%3": Run(counts, "text", is_strong=True),
            "%4": _label_run(labels, subject.only),
        }
        return self._task(subject, parts)

    def _task(self, subject: Subject, parts: Mapping[str, Run]) -> list[Run]:
        if subject.action == "remove":
            template = self.tr("Remove %2 from %1. %3")
        elif subject.action == "relabel":
            template = self.tr("%1: %4 becomes %2. %3")
        else:
            template = self.tr("%1 as %2. %3")
        if subject.action == "relabel" and not subject.label:
            template = self.tr("%1: press the key of a label to have instead of %4.")
        return runs_of(template, _opened(template, parts))

    def counts(self, here: int, away: int, documents: int, *, own: bool = False) -> str:
        """Words like "3 more here, 212 in 64 other documents", "" for none; `own`: the span is among them."""
        said = []
        if here:
            words = self.tr("%n here", "", here) if own else self.tr("%n more here", "", here)
            said.append(separated(words, here))
        if away:
            words = separated(self.tr("%1 in %n other document(s)", "", documents), documents)
            said.append(words.replace("%1", number(away)))
        return ", ".join(said)

    def group(self, group: Group, subject: Subject, labels: Mapping[str, Label]) -> str:
        """The heading of a group."""
        name = labels[subject.label].name if subject.label in labels else ""
        only = labels[subject.only].name if subject.only is not None and subject.only in labels else ""
        if group is Group.MEANT and subject.action != "label":
            return self.tr("Labelled %1").replace("%1", only)
        return {
            Group.MEANT: self.tr("Not labelled yet"),
            Group.NESTED: self.tr("Inside or around another span"),
            Group.IN_NAME: self.tr("Part of a longer name"),
            Group.TOUCHING: self.tr("Across a span, or inside or around one that is %1").replace("%1", name),
            Group.OTHER: self.tr("With another label"),
            Group.WITHIN: self.tr("Inside a longer word"),
            Group.FINISHED: self.tr("In documents that are done"),
            Group.SAME: self.tr("Already %1").replace("%1", name),
        }[group]

    def button(self, action: Action, count: int) -> str:
        """What Enter does."""
        match action:
            case "label":
                words = self.tr("Label %n ticked", "", count)
            case "relabel":
                words = self.tr("Relabel %n ticked", "", count)
            case _:
                words = self.tr("Remove %n ticked", "", count)
        return separated(words, count)

    def busy(self, now: int, total: int) -> str:
        """How far it is."""
        return self.tr("%1 of %2").replace("%1", number(now)).replace("%2", number(total))

    def done(self, action: Action, done: Propagated, label: str) -> str:
        """What came of it."""
        if not done.changed and not done.skipped and not done.already:
            return self.tr("Nothing else like this is left here.")
        match action:
            case "label":
                words = self.tr("%n span(s) labelled %2 in %1.", "", done.changed)
            case "relabel":
                words = self.tr("%n span(s) relabelled %2 in %1.", "", done.changed)
            case _:
                words = self.tr("%n span(s) removed in %1.", "", done.changed)
        where = separated(self.tr("%n document(s)", "", done.documents), done.documents)
        words = separated(words, done.changed).replace("%1", where).replace("%2", label)
        if done.already:
            already = self.tr("%n place(s) had that label already.", "", done.already)
            words = f"{words} {separated(already, done.already)}"
        if done.skipped:
            skipped = self.tr("%n place(s) changed meanwhile and stay as they are.", "", done.skipped)
            words = f"{words} {separated(skipped, done.skipped)}"
        undo = spoken(self.tr("One step: Ctrl Z takes all of it back."), "edit.undo")
        return f"{words} {undo}" if done.changed else words


def _opened(template: str, parts: Mapping[str, Run]) -> dict[str, Run]:
    """The parts, counts with a capital and a full stop where they are a sentence of their own."""
    counts = parts["%3"]
    if not counts.words or not template.endswith(". %3"):
        return dict(parts)
    sentence = f"{counts.words[0].upper()}{counts.words[1:]}."
    return {**parts, "%3": replace(counts, words=sentence)}


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS else f"{line[:_WORDS]}…"


def _label_run(labels: Mapping[str, Label], uid: str | None) -> Run:
    label = labels.get(uid or "")
    if label is None:
        return Run("")
    return Run(label.name, theme.colours_of(label.colour).ink)
