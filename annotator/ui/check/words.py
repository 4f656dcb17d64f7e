"""What the page of the check says: the answer in large words, what it means, and what the one button does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject

from annotator.errors import Cancelled, EnvironmentProblem
from annotator.ui.i18n import number, sentence

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError
    from annotator.model.soundness import CheckReport, Rescued

Doing = Literal["", "check", "repair", "rescue"]
Act = Literal["check", "repair", "rescue", "open", "reopen", "backups"]


class CheckWords(QObject):
    """What is known, for the words of the page.

    Attributes:
        doing: what goes on.
        part: how far that is.
        has_library: whether one is open that could be checked.
        report: of the last check.
        is_repaired: whether that check followed a repair.
        was_frozen: whether the window took the library for damaged before the repair.
        rescued: what could be read.
        error: why there is no answer.
        failed: what it was that came to no answer.
    """

    def __init__(
        self,
        *,
        doing: Doing = "",
        report: CheckReport | None = None,
        is_repaired: bool = False,
        was_frozen: bool = False,
        rescued: Rescued | None = None,
        error: AnnotatorError | None = None,
        failed: Doing = "",
    ) -> None:
        super().__init__()
        self.doing = doing
        self.part = (0, 0)
        self.has_library = True
        self.report = report
        self.is_repaired = is_repaired
        self.was_frozen = was_frozen
        self.rescued = rescued
        self.error = error
        self.failed = failed

    @property
    def is_in_trouble(self) -> bool:
        """Whether problems were found, or not even that could be done: what can be read is to be saved."""
        has_failed = self.error is not None and not isinstance(self.error, Cancelled)
        return has_failed or (self.report is not None and not self.report.sound)

    def answer(self) -> str:
        """The largest words of the page."""
        if self.doing:
            return self._going_on()
        if self.error is not None:
            return self.tr("Stopped") if isinstance(self.error, Cancelled) else self.tr("Not done")
        if self.rescued is not None:
            return self.tr("%n document(s) saved", "", self.rescued.documents)
        if self.report is None:
            return self.tr("Is everything in the library as it was saved?")
        if self.report.sound:
            return self.tr("Sound: %n span(s) looked at", "", self.report.counts.get("spans", 0))
        return self.tr("%n problem(s)", "", len(self.report.problems))

    def _going_on(self) -> str:
        if self.doing == "repair":
            return self.tr("Putting right…")
        if self.doing == "check":
            return self.tr("Looking at the library…")
        return self.tr("Saving what can be read…")

    def ink(self) -> str:
        """The colour of the answer."""
        if self.doing or self.error is not None or (self.report is None and self.rescued is None):
            return "text"
        if self.rescued is not None:
            return "ok" if self.rescued.is_whole else "warn"
        return "ok" if self.report is not None and self.report.sound else "bad"

    def meaning(self) -> str:
        """What the answer means, and what is safe."""
        if self.doing:
            return self._how_far()
        if self.error is not None:
            return sentence(self.error.message)
        if self.rescued is not None:
            return self._of_rescue(self.rescued)
        if self.report is None:
            return ""
        return self._of_report(self.report)

    def _how_far(self) -> str:
        if self.doing == "repair":
            return self.tr(
                "A copy of the library as it is comes first. Then all that is proved is put right."
            )
        done, total = self.part
        if not total:
            return self.tr("You can go on working meanwhile.")
        words = self.tr("%1 of %2. You can go on working meanwhile.")
        return words.replace("%1", number(done)).replace("%2", number(total))

    def _of_report(self, report: CheckReport) -> str:
        if report.sound:
            said = [self._looked_at(report)]
        elif report.mendable:
            count = sum(each.repairable for each in report.problems)
            said = [
                self.tr(
                    "%n of them can be put right safely. A copy of the library as it is comes first, and "
                    "nothing is written that is not proved.",
                    "",
                    count,
                )
            ]
        else:
            said = [
                self.tr(
                    "None of this can be put right safely, so nothing is written. Save what can be read as a "
                    "new library, or restore a backup."
                )
            ]
        if self.is_repaired and report.copy is not None:
            count_words = self.tr("%n thing(s) put right.", "", report.repaired)
            kept = self.tr("The library as it was is kept as %1.").replace("%1", report.copy)
            said = [f"{count_words} {kept}", *said]
        return "\n".join(said)

    def _looked_at(self, report: CheckReport) -> str:
        words = self.tr(
            "Structure, references, the hash of every text, the words under every span, and every step of "
            "the log, replayed: %1 documents, %2 labels, %3 steps. All is as it was saved."
        )
        for place, name in (("%1", "documents"), ("%2", "labels"), ("%3", "steps")):
            words = words.replace(place, number(report.counts.get(name, 0)))
        return words

    def _of_rescue(self, rescued: Rescued) -> str:
        said = [
            self.tr("%1 spans are in it. The damaged library was only read.").replace(
                "%1", number(rescued.spans)
            ),
            rescued.path,
        ]
        spans, rest = _lost(rescued)
        if spans:
            said.append(self.tr("%n span(s) could not be read, past ones among them.", "", spans))
        if rest:
            said.append(self.tr("%n other row(s) could not be read.", "", rest))
        if rescued.altered:
            said.append(
                self.tr(
                    "%n step(s) lost rows or hold altered ones: they can be read, not undone.",
                    "",
                    rescued.altered,
                )
            )
        if rescued.problems:
            said.append(self.tr("The check still finds %n problem(s) in it.", "", rescued.problems))
        if rescued.changed:
            said.append(
                self.tr("Not the text that was imported, and there as it is: %1").replace(
                    "%1", ", ".join(rescued.changed)
                )
            )
        if rescued.left_out:
            said.append(self.tr("Lost: %1").replace("%1", ", ".join(rescued.left_out)))
        if rescued.is_whole:
            said.append(self.tr("Nothing was lost."))
        return "\n".join(said)

    def main_act(self) -> Act:
        """What the one filled button does."""
        if self.rescued is not None:
            return "open"
        if self.report is not None and self.report.sound and self.is_repaired and self.was_frozen:
            return "reopen"
        if self.failed == "rescue" and isinstance(self.error, EnvironmentProblem):
            return "backups"
        if not self.has_library:
            return "rescue"
        if self.report is None or self.report.sound:
            return "check"
        return "repair" if self.report.mendable else "rescue"

    def main_word(self) -> str:
        """What stands on it."""
        act = self.main_act()
        if act == "open":
            return self.tr("Open the new library")
        if act == "reopen":
            return self.tr("Open the library again")
        if act == "rescue":
            return self.tr("Save what can be read…")
        if act == "backups":
            return self.tr("Look for a backup…")
        if act == "repair" and self.report is not None:
            count = sum(each.repairable for each in self.report.problems)
            return self.tr("Put %n right", "", count)
        return self.tr("Check again") if self.report is not None else self.tr("Check")


def _lost(rescued: Rescued) -> tuple[int, int]:
    """Span versions that could not be read, and other rows."""
    spans = rescued.unread.get("span_version", 0)
    return spans, sum(rescued.unread.values()) - spans
