"""What feedback says of a place, in the language in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject

from annotator.agreement.undefined import Undefined
from annotator.model.review import Category, Difference, Verdict
from annotator.ui.i18n import number, sentence
from annotator.ui.past.days import date_words
from annotator.ui.review.compare.words import CompareWords
from annotator.ui.review.overview.figures_words import figure_words

if TYPE_CHECKING:
    from datetime import date

    from annotator.agreement.feedback import FeedbackPlace, FeedbackReport
    from annotator.agreement.undefined import Figure
    from annotator.model.review import Decision

_WEEKS = 6


class FeedbackWords(QObject):
    """The words; made when they are needed.

    Args:
        person: what whose work it is is called; "" for whoever reads it.
    """

    def __init__(self, person: str = "") -> None:
        super().__init__()
        self._person = person

    @property
    def own(self) -> str:
        """What the own layer is called in a head."""
        return self._person or self.tr("You")

    def what(self, place: FeedbackPlace) -> str:
        """How gold and the own layer differ."""
        if place.gold is None:
            return self.tr("not in gold")
        if place.own is None:
            return self.tr("not marked")
        return {
            Difference.LABEL: self.tr("another label"),
            Difference.BOUNDARY: self.tr("other edges"),
            Difference.BOTH: self.tr("other edges and label"),
        }[place.difference]

    def head(self, report: FeedbackReport) -> str:
        """The answer of the screen."""
        if not report.documents:
            words = self.tr("No gold on the documents of %1 yet")
            return (
                words.replace("%1", self._person)
                if self._person
                else self.tr("No gold on your documents yet")
            )
        if not report.places:
            words = self.tr("Gold is as %1 labelled")
            return words.replace("%1", self._person) if self._person else self.tr("Gold is as you labelled")
        return self.tr("Gold differs at %n place(s)", "", len(report.places))

    def note(self, report: FeedbackReport) -> str:
        """The score, and how it goes from week to week."""
        if not report.documents:
            return self.tr("When a reviewer has decided, or gold came in a package, it is compared here.")
        documents = self.tr("%n document(s) with gold.", "", report.documents)
        score = self.tr("Strict F1 with gold: %1.").replace("%1", figure(report.score))
        told = [documents, score]
        if len(report.weeks) > 1:
            weeks = ", ".join(
                f"{_day(week.monday)} {figure(week.strict_f1)}" for week in report.weeks[-_WEEKS:]
            )
            told.append(self.tr("By week: %1.").replace("%1", weeks))
        if isinstance(report.score, Undefined):
            told[1] = sentence(report.score.reason)
        return " ".join(told)

    def decided(self, decision: Decision | None, reviewer: str) -> str:
        """Who made gold so, and when; `reviewer`: what that person is called."""
        if decision is None:
            return self.tr("Gold came without a decision on this place.")
        verdict = {
            Verdict.TAKE: self.tr("Taken by %1"),
            Verdict.TAKE_EDITED: self.tr("Taken otherwise by %1"),
            Verdict.REJECT: self.tr("Rejected by %1"),
            Verdict.DEFER: self.tr("Put off by %1"),
        }[decision.verdict]
        told = [verdict.replace("%1", reviewer), date_words(decision.made)]
        if decision.category is not Category.NONE:
            told.append(CompareWords().category(decision.category))
        return " · ".join(told)

    def where(self, here: int, total: int) -> str:
        """Which place is current."""
        words = self.tr("place %1 of %2")
        return words.replace("%1", number(here)).replace("%2", number(total))


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")


def figure(value: Figure) -> str:
    """A figure as it is written: ".87", or a dash."""
    return figure_words(None if isinstance(value, Undefined) else value)
