"""How the history says when, who and in what way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QObject

from annotator.ui.i18n import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.messages import Message
    from annotator.model.outcome import StepInfo


def moment(time: str) -> datetime:
    """The time of a step on the clock of this machine."""
    return datetime.fromisoformat(time).astimezone()


def day_of(time: str) -> date:
    """The day of a step on the calendar of this machine."""
    return moment(time).date()


def clock(time: str) -> str:
    """Hour and minute: "14:20"."""
    return f"{moment(time):%H:%M}"


def time_words(time: str) -> str:
    """Day and clock in few words: "Today 14:20", "19/11 14:20"."""
    is_today = day_of(time) == now()
    return f"{DayWords().today() if is_today else date_words(time)} {clock(time)}"


def date_words(time: str) -> str:
    """The day alone, in the short form of the language in force: "19/11/2026"."""
    day = day_of(time)
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def now() -> date:
    """Today."""
    return datetime.now(UTC).astimezone().date()


class DayWords(QObject):
    """Words of days and of ways in which something was done, in the language in force."""

    def today(self) -> str:
        """This day."""
        return self.tr("Today")

    def yesterday(self) -> str:
        """The day before."""
        return self.tr("Yesterday")

    def undone(self) -> str:
        """Said of an act that was taken back."""
        return self.tr("undone")

    def again(self) -> dict[str, str]:
        """Kind of step -> what it says of the act it names, which is another one's."""
        return {"undo": self.tr("Took back: %1"), "redo": self.tr("Made again: %1")}

    def ways(self) -> dict[str, str]:
        """Kind of step -> the way it was done."""
        return {
            "annotate": self.tr("by hand"),
            "import": self.tr("import"),
            "propagate": self.tr("everywhere at once"),
            "relabel": self.tr("everywhere at once"),
            "remove": self.tr("everywhere at once"),
            "undo": self.tr("undo"),
            "redo": self.tr("redo"),
            "undo-only": self.tr("undone alone"),
            "undo-from": self.tr("brought back"),
            "bring-back": self.tr("brought back"),
            "restore": self.tr("restored"),
            "decide": self.tr("review"),
            "premerge": self.tr("review"),
            "review.close": self.tr("review"),
            "review.finish": self.tr("review"),
            "review.reopen": self.tr("review"),
            "comment": self.tr("comment"),
            "rule": self.tr("review"),
        }


def day_words(day: date) -> str:
    """A day as the headings say it: "Today", "Thursday 19 November", with the year when it is another."""
    gone = (now() - day).days
    if gone in (0, 1):
        return DayWords().today() if gone == 0 else DayWords().yesterday()
    form = "dddd d MMMM" if day.year == now().year else "dddd d MMMM yyyy"
    words = QLocale().toString(QDate(day.year, day.month, day.day), form)
    return words[:1].upper() + words[1:]


def person_words(act: StepInfo) -> str:
    """Who did it and in what way: "Lan, by hand"."""
    words = [act.actor, DayWords().ways().get(act.kind, "")]
    if act.reversed:
        words.append(DayWords().undone())
    return ", ".join(word for word in words if word)


def act_words(act: StepInfo) -> str:
    """What was done, on one line; an undo and a redo say which act they took back or made again."""
    return _said(act, act.summary)


def fitting_act_words(act: StepInfo, fits: Callable[[str], bool]) -> str:
    """What was done, in words that fit: those of a span are cut, so that its label stays in sight."""
    whole, quoted = act_words(act), act.summary.values.get("words")
    if not isinstance(quoted, str) or fits(whole):
        return whole
    inner = quoted.strip("“”").removesuffix("…")
    for length in range(len(inner) - 1, _LEAST_WORDS - 1, -1):
        values = {**act.summary.values, "words": f"“{inner[:length].rstrip()}…”"}
        if fits(cut := _said(act, replace(act.summary, values=values))):
            return cut
    return whole


_LEAST_WORDS: Final = 6
"""Code points of a span's words that stay when they are cut for its label."""


def _said(act: StepInfo, summary: Message) -> str:
    return DayWords().again().get(act.kind, "%1").replace("%1", " ".join(sentence(summary).split()))


_BY_SENTENCE: Final = {
    "Note on {words}": "message-square",
    "Moved the edge of {words}": "move-horizontal",
    "Removed {label} from {words}": "trash-2",
    "{words} is now {label}": "arrow-right-left",
    "{words} is marked unsure": "flag",
    "{words} is no longer marked unsure": "flag",
    "Marked “{title}” as new": "circle",
    "Marked “{title}” as in progress": "circle-dot",
    "Marked “{title}” as done": "circle-check",
    "{count} span removed|{count} spans removed": "trash-2",
}
_BY_KIND: Final = {
    "import": "file-down",
    "propagate": "list-checks",
    "relabel": "arrow-right-left",
    "remove": "trash-2",
    "undo": "undo-2",
    "redo": "redo-2",
    "undo-only": "undo-2",
    "undo-from": "history",
    "bring-back": "history",
    "restore": "rotate-ccw",
    "decide": "git-compare",
    "premerge": "git-compare",
    "purge": "trash-2",
    "create": "database",
    "document.add": "file-plus",
    "document.bin": "trash-2",
    "document.unbin": "archive-restore",
    "label.merge": "merge",
    "label.remove": "trash-2",
    "label.add": "plus",
}
_BY_FAMILY: Final = {
    "document": "file-text",
    "label": "tags",
    "corpus": "folder",
    "annotator": "pencil",
    "review": "circle-check",
}


def icon_of(act: StepInfo) -> str:
    """The icon of what an act did."""
    if act.kind == "annotate":
        return _BY_SENTENCE.get(act.summary.text, "tag")
    family = _BY_FAMILY.get(act.kind.split(".")[0], "pencil")
    return _BY_KIND.get(act.kind, family)
