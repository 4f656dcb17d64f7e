"""What a sample says so far, in the language in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from annotator.agreement.acceptance import Standing, least_without_error
from annotator.agreement.sampled import Fault
from annotator.agreement.undefined import Undefined
from annotator.ui.i18n import number

if TYPE_CHECKING:
    from annotator.agreement.acceptance import Rate
    from annotator.agreement.sampled import SampleReport


class SampleWords(QObject):
    """The words; made when they are needed, since it keeps nothing."""

    def head(self, report: SampleReport) -> str:
        """The answer of the screen."""
        return {
            Standing.GOOD: self.tr("Enough: the work is good"),
            Standing.BAD: self.tr("Enough: the work is not good"),
            Standing.USED_UP: self.tr("All judged, and still not sure"),
            Standing.GO_ON: self.tr("%1 of %2 judged")
            .replace("%1", number(len(report.sample.judgements)))
            .replace("%2", number(len(report.sample.spans))),
        }[report.standing]

    def note(self, report: SampleReport) -> str:
        """Error rate, its interval, and what it takes."""
        wish, whole = report.sample.wish, report.whole
        told = []
        if whole.judged:
            told.append(self.tr("Errors: %1.").replace("%1", rate_words(whole)))
        wanted = self.tr("Accepted at %1 errors, refused at %2; %3 right ones in a row are enough.")
        for place, words in (
            ("%1", percent(wish.good)),
            ("%2", percent(wish.bad)),
            ("%3", number(least_without_error(wish.good, wish.bad))),
        ):
            wanted = wanted.replace(place, words)
        told.append(wanted)
        if report.looked_through:
            told.append(
                self.tr("%n document(s) looked through:", "", report.looked_through)
                + " "
                + self.tr("%n span(s) missing.", "", report.missing)
            )
        return " ".join(told)

    def fault(self, fault: Fault) -> str:
        """What is wrong with a span."""
        return {
            Fault.NONE: self.tr("right"),
            Fault.LABEL: self.tr("wrong label"),
            Fault.BOUNDARY: self.tr("wrong edges"),
            Fault.EXTRA: self.tr("should not be marked"),
        }[fault]


def percent(share: float) -> str:
    """A share with at most one place: "2 %", never torn at the end of a line."""
    rounded = round(share * 100, 1)
    digits = 0 if rounded == int(rounded) else 1
    return f"{QLocale().toString(rounded, 'f', digits)}\u00a0%"


def rate_words(rate: Rate) -> str:
    """An error rate with its interval: "4 % (0,5 % – 13,7 %)"; a dash while nothing was judged."""
    if isinstance(rate.value, Undefined):
        return "–"
    return f"{percent(rate.value)} ({percent(rate.low)} – {percent(rate.high)})"
