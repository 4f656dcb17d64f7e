"""Pages and cards that the first paint does not need: each is loaded and made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from annotator.ui.ahead import Ahead

if TYPE_CHECKING:
    from annotator.ui.backups.page import BackupsPage
    from annotator.ui.check.page import CheckPage
    from annotator.ui.command_palette import CommandPalette
    from annotator.ui.figures.page import FiguresPage
    from annotator.ui.find.find_page import FindPage
    from annotator.ui.key_sheet import KeySheet
    from annotator.ui.main_window import MainWindow
    from annotator.ui.packages.frame import PackagePage
    from annotator.ui.packages.hand_page import HandOutPage
    from annotator.ui.packages.merge_page import MergePage
    from annotator.ui.packages.send_page import SendPage
    from annotator.ui.pages.about import AboutCard
    from annotator.ui.pages.corpora import CorporaPage
    from annotator.ui.pages.export_page import ExportPage
    from annotator.ui.pages.import_page import ImportPage
    from annotator.ui.pages.label_set import LabelSetPage
    from annotator.ui.pages.opening import OpeningPage
    from annotator.ui.pages.refused import RefusedPage
    from annotator.ui.pages.welcome import WelcomePage
    from annotator.ui.palette_entries import Recent
    from annotator.ui.parts.overlay import Overlay
    from annotator.ui.reporting.page import ReportPage
    from annotator.ui.review.frame import ReviewFrame
    from annotator.ui.self_test.page import SelfTestPage
    from annotator.ui.settings.page import SettingsPage

_PARTS: Final = {"import": "import_page", "export": "export_page"}
"""Page -> what it is called here: one is no word that a part can bear, the other an act."""

Page = TypeVar("Page", bound=QWidget)
Package = TypeVar("Package", bound="PackagePage")
Card = TypeVar("Card", bound="Overlay")


class LateParts:
    """What the window may show later; a part that was asked for once stays."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._ahead = Ahead(window)
        window.library_desk.opened.connect(self._ahead.begin)

    @property
    def _stack(self) -> QWidget:
        """Where pages lie; a big one is made in it, for a tree that moves there is styled anew as a whole."""
        stack = self._window.place.parentWidget()
        assert stack is not None  # noqa: S101  (the window put the page Label there before all others)
        return stack

    def page(self, name: str) -> QWidget:
        """The page of that name of `MainWindow.show_page`.

        Raises:
            AttributeError: there is no such page.
        """
        page = getattr(self, _PARTS.get(name, name))
        assert isinstance(page, QWidget)  # noqa: S101  (tells the type of what getattr gave)
        return page

    def go(self, name: str) -> None:
        """Go to a big page: the first time it is loaded, made and shown in three turns of the window.

        All at once would keep the window from answering for too long.
        """
        if self.has(name):
            self._window.show_page(name)
            return
        here = self._window.page
        self._ahead.hurry({"export": "pages"}.get(name, name))

        def make() -> None:
            self.page(name)
            QTimer.singleShot(0, self._window, show)

        def show() -> None:
            if self._window.page == here:  # else the person went elsewhere meanwhile
                self._window.show_page(name)

        QTimer.singleShot(0, self._window, make)

    def has(self, name: str) -> bool:
        """Whether the page of that name was asked for already."""
        return _PARTS.get(name, name) in vars(self)

    # Pages

    @cached_property
    def welcome(self) -> WelcomePage:
        """What an empty library offers."""
        from annotator.ui.pages.welcome import WelcomePage

        page = self._added(WelcomePage())
        self._window.greet(page)
        return page

    @cached_property
    def opening(self) -> OpeningPage:
        """What is shown while the library opens."""
        from annotator.ui.pages.opening import OpeningPage

        return self._added(OpeningPage())

    @cached_property
    def corpora(self) -> CorporaPage:
        """All corpora."""
        from annotator.ui.pages.corpora import CorporaPage

        page = self._added(CorporaPage(self._window.library_desk.desk))
        page.corpus_chosen.connect(self._window.flow.go_to_corpus)
        page.told.connect(self._window.flow.telling.tell)
        self._connect(page)
        return page

    @cached_property
    def label_set(self) -> LabelSetPage:
        """The labels of the open corpus."""
        from annotator.ui.codebook.doing import CodebookDoing
        from annotator.ui.pages.label_set import LabelSetPage

        page = self._added(LabelSetPage(self._window.library_desk.desk, self._stack))
        self._connect(page)
        self._window.commands.part(CodebookDoing).connect_page(page)
        return page

    @cached_property
    def figures(self) -> FiguresPage:
        """Counts, strings, work and consistency of the open corpus."""
        from annotator.ui.figures.doing import FiguresDoing
        from annotator.ui.figures.page import FiguresPage

        page = self._added(FiguresPage(self._window.library_desk.desk, self._stack))
        self._connect(page)
        self._window.commands.part(FiguresDoing).connect_page(page)
        return page

    @cached_property
    def review(self) -> ReviewFrame:
        """The place Review with its pages."""
        from annotator.ui.review.doing import ReviewDoing
        from annotator.ui.review.frame import ReviewFrame

        doing = self._window.commands.part(ReviewDoing)
        frame = self._added(ReviewFrame(self._window, doing.shared))
        doing.connect_pages()
        return frame

    @cached_property
    def find(self) -> FindPage:
        """The hits of a search in the corpus."""
        from annotator.ui.find.find_page import FindPage

        return self._added(FindPage())

    @cached_property
    def import_page(self) -> ImportPage:
        """What files would bring."""
        from annotator.ui.pages.import_page import ImportPage

        page = self._added(ImportPage(self._window.library_desk.desk))
        self._window.flow.imports.connect_page(page)
        self._connect(page)
        return page

    @cached_property
    def export_page(self) -> ExportPage:
        """Form, preview and losses of an export."""
        from annotator.ui.pages.export_page import ExportPage

        page = self._added(ExportPage(self._window.library_desk.desk, self._stack))
        self._window.flow.exports.connect_page(page)
        self._connect(page)
        return page

    @cached_property
    def hand_out(self) -> HandOutPage:
        """Documents dealt out to people."""
        from annotator.ui.packages.hand_page import HandOutPage

        return self._of_packages(HandOutPage(self._window.library_desk.desk))

    @cached_property
    def send_back(self) -> SendPage:
        """A person's work on its way back."""
        from annotator.ui.packages.send_page import SendPage

        return self._of_packages(SendPage(self._window.library_desk.desk, "return"))

    @cached_property
    def send_gold(self) -> SendPage:
        """Gold on its way to those who annotated."""
        from annotator.ui.packages.send_page import SendPage

        return self._of_packages(SendPage(self._window.library_desk.desk, "gold"))

    @cached_property
    def merge(self) -> MergePage:
        """What a package brings."""
        from annotator.ui.packages.doing import PackagesDoing
        from annotator.ui.packages.merge_page import MergePage

        page = self._of_packages(MergePage(self._window.library_desk.desk))
        self._window.commands.part(PackagesDoing).connect_merge(page)
        return page

    @cached_property
    def report(self) -> ReportPage:
        """What a person may hand on when something went wrong."""
        from annotator.ui.reporting.doing import ReportingDoing
        from annotator.ui.reporting.page import ReportPage

        page = self._added(ReportPage())
        self._window.commands.part(ReportingDoing).connect_report(page)
        return page

    @cached_property
    def self_test(self) -> SelfTestPage:
        """Whether anything saved is lost when the program is killed."""
        from annotator.ui.reporting.doing import ReportingDoing
        from annotator.ui.self_test.page import SelfTestPage

        page = self._added(SelfTestPage())
        self._window.commands.part(ReportingDoing).connect_self_test(page)
        return page

    @cached_property
    def backups(self) -> BackupsPage:
        """The verified copies, and the ways back."""
        from annotator.ui.backups.doing import BackupsDoing
        from annotator.ui.backups.page import BackupsPage

        page = self._added(BackupsPage(self._window.library_desk.desk))
        self._window.commands.part(BackupsDoing).connect_page(page)
        return page

    @cached_property
    def check(self) -> CheckPage:
        """Whether the library is sound, and what can be done where it is not."""
        from annotator.ui.check.doing import CheckDoing
        from annotator.ui.check.page import CheckPage

        page = self._added(CheckPage(self._window.library_desk.desk))
        self._window.commands.part(CheckDoing).connect_page(page)
        return page

    @cached_property
    def refused(self) -> RefusedPage:
        """Why a library did not open."""
        from annotator.ui.backups.doing import BackupsDoing
        from annotator.ui.check.doing import CheckDoing
        from annotator.ui.pages.refused import RefusedPage

        page = self._added(RefusedPage())
        self._window.flow.connect_refused(page)
        self._window.commands.part(BackupsDoing).connect_refused(page)
        self._window.commands.part(CheckDoing).connect_refused(page)
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        """Everything a person may prefer."""
        from annotator.ui.settings.page import SettingsPage

        page = self._added(
            SettingsPage(self._window.personal, lambda: self._window.library_desk.where, self._stack)
        )
        page.left.connect(self._window.flow.go_home)
        page.people_wanted.connect(self._window.actions_["go.people"].trigger)
        page.backups_wanted.connect(self._window.actions_["file.backups"].trigger)
        return page

    # Cards over the window

    @cached_property
    def palette(self) -> CommandPalette:
        """The command palette."""
        from annotator.ui.command_palette import CommandPalette

        card = self._covering(CommandPalette(self._window))
        card.keys_wanted.connect(self._window.commands.help_keys)
        card.documents_wanted.connect(self._window.flow.find_documents)
        return card

    @cached_property
    def recent(self) -> Recent:
        """What was run from the palette last."""
        from annotator.ui.palette_entries import Recent

        return Recent()

    @cached_property
    def key_sheet(self) -> KeySheet:
        """All keys."""
        from annotator.ui.key_sheet import KeySheet

        return self._covering(KeySheet(self._window))

    @cached_property
    def about(self) -> AboutCard:
        """Which program this is."""
        from annotator.ui.pages.about import AboutCard

        return self._covering(AboutCard(self._window))

    def _of_packages(self, page: Package) -> Package:
        from annotator.ui.packages.doing import PackagesDoing

        self._window.commands.part(PackagesDoing).connect_page(page)
        return self._added(page)

    def _added(self, page: Page) -> Page:
        self._window.add_page(page)
        return page

    def _connect(self, page: CorporaPage | LabelSetPage | ImportPage | ExportPage | FiguresPage) -> None:
        page.failed.connect(self._window.flow.tell_failure)
        page.left.connect(self._window.flow.go_home)

    def _covering(self, card: Card) -> Card:
        card.shown.connect(self._window.cover)
        card.closed.connect(self._window.refresh)
        return card
