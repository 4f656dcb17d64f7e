"""The sub-tabs of Review: one row each, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from annotator.ui.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.ui.main_window import MainWindow
    from annotator.ui.review.page import ReviewPage
    from annotator.ui.review.shared import Shared


@dataclass(frozen=True, slots=True)
class Tab:
    """One sub-tab.

    Attributes:
        id: names it in code.
        title: English source of its word (context "ReviewTabs").
        make: makes its page when it is first shown; what is heavy is imported there.
        is_filtered: whether the filter says anything here.
    """

    id: str
    title: str
    make: Callable[[MainWindow, Shared], ReviewPage]
    is_filtered: bool = False

    @property
    def words(self) -> str:
        """Its word in the language in force."""
        return QCoreApplication.translate("ReviewTabs", self.title)


def _overview(window: MainWindow, shared: Shared) -> ReviewPage:
    from annotator.ui.review.overview.page import OverviewPage

    page = OverviewPage(shared)
    page.act_wanted.connect(lambda act: window.actions_[act].trigger())
    return page


def _compare(window: MainWindow, shared: Shared) -> ReviewPage:
    from annotator.ui.review.compare.page import ComparePage

    page = ComparePage(shared)
    page.take_preferences(window.personal.now)
    window.personal.changed.connect(page.take_preferences)
    return page


def _rules(_window: MainWindow, shared: Shared) -> ReviewPage:
    from annotator.ui.rules.page import RulesPage

    return RulesPage(shared)


def _people(_window: MainWindow, shared: Shared) -> ReviewPage:
    from annotator.ui.people.page import PeoplePage

    return PeoplePage(shared)


def _agreement(_window: MainWindow, shared: Shared) -> ReviewPage:
    from annotator.ui.review.agreement.page import AgreementPage

    return AgreementPage(shared)


def _strings(_window: MainWindow, shared: Shared) -> ReviewPage:
    from annotator.ui.review.strings.page import StringsPage

    return StringsPage(shared)


def _feedback(_window: MainWindow, shared: Shared) -> ReviewPage:
    from annotator.ui.review.feedback.page import FeedbackPage

    return FeedbackPage(shared)


def _samples(_window: MainWindow, shared: Shared) -> ReviewPage:
    from annotator.ui.review.samples.page import SamplesPage

    return SamplesPage(shared)


TABS: Final = (
    Tab("overview", QT_TRANSLATE_NOOP("ReviewTabs", "Overview"), _overview, is_filtered=True),
    Tab("compare", QT_TRANSLATE_NOOP("ReviewTabs", "Compare"), _compare, is_filtered=True),
    Tab("agreement", QT_TRANSLATE_NOOP("ReviewTabs", "Agreement"), _agreement),
    Tab("strings", QT_TRANSLATE_NOOP("ReviewTabs", "Strings"), _strings),
    Tab("samples", QT_TRANSLATE_NOOP("ReviewTabs", "Samples"), _samples),
    Tab("feedback", QT_TRANSLATE_NOOP("ReviewTabs", "My feedback"), _feedback),
    Tab("rules", QT_TRANSLATE_NOOP("ReviewTabs", "Rules"), _rules),
    Tab("people", QT_TRANSLATE_NOOP("ReviewTabs", "People"), _people),
)
