"""What the acts of the catalogue do: one small method for each, all on the window they belong to.

The acts of the frame are done here; a part of the window that brings acts of its own (`ui/acts/PART.py`)
brings a class that does them, which is named in `_PARTS`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QGuiApplication

from annotator.model.document import Status
from annotator.paths import resource
from annotator.settings import ZOOM_RANGE, Preferences
from annotator.ui.backups.doing import BackupsDoing
from annotator.ui.catalogue import CATALOGUE
from annotator.ui.check.doing import CheckDoing
from annotator.ui.codebook.doing import CodebookDoing
from annotator.ui.comfort import Comfort
from annotator.ui.density import COMPACT
from annotator.ui.describing.doing import DescribingDoing
from annotator.ui.editing import Editing
from annotator.ui.figures.doing import FiguresDoing
from annotator.ui.find.doing import FindDoing
from annotator.ui.i18n import language
from annotator.ui.packages.doing import PackagesDoing
from annotator.ui.past.doing import PastActs
from annotator.ui.people.doing import PeopleDoing
from annotator.ui.reporting.doing import ReportingDoing
from annotator.ui.review.doing import ReviewDoing
from annotator.ui.unsaved.doing import SavingDoing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.ui.main_window import MainWindow


Part = TypeVar("Part")


class Doing(Protocol):
    """What does the acts of one part of the window."""

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""


_PARTS: Final[tuple[Callable[[MainWindow], Doing], ...]] = (
    Editing,
    SavingDoing,
    PastActs,
    Comfort,
    CodebookDoing,
    DescribingDoing,
    FiguresDoing,
    FindDoing,
    PackagesDoing,
    BackupsDoing,
    CheckDoing,
    ReviewDoing,
    PeopleDoing,
    ReportingDoing,
)
"""What does the acts of the parts. Made with the window: what is heavy is imported when it is asked for."""


class Commands(QObject):
    """The handlers of all acts."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = [make(window) for make in _PARTS]

    def part(self, kind: type[Part]) -> Part:
        """What does the acts of one part, by its class."""
        return next(part for part in self._parts if isinstance(part, kind))

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler. The method of "file.open" is `file_open`, so for every act of the frame."""
        done = {name: handler for part in self._parts for name, handler in part.handlers().items()}
        own = {act.id: getattr(self, act.id.replace(".", "_")) for act in CATALOGUE if act.id not in done}
        return {**own, **done}

    # File

    def file_open(self) -> None:
        """Choose files and take them in."""
        self._window.ask_for_files()

    def file_open_folder(self) -> None:
        """Choose a folder and take in what is in it."""
        self._window.ask_for_folder()

    def file_paste(self) -> None:
        """Make a document of the clipboard's text."""
        data = QGuiApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data else []
        if paths:
            self._window.bring_in(paths)
        else:
            self._window.flow.imports.paste(data.text() if data else "")

    def file_new_corpus(self) -> None:
        """Go where corpora are made."""
        self._window.show_page("corpora")
        self._window.late.corpora.new_corpus()

    def file_sample(self) -> None:
        """Take in the sample corpus that is shipped, or go to it when it is there."""
        name = "sample-corpus.vi.jsonl" if language().code == "vi" else "sample-corpus.jsonl"
        self._window.flow.imports.bring_sample(resource("samples", name))

    def file_corpora(self) -> None:
        """Show all corpora."""
        self._window.show_page("corpora")

    def file_bin(self) -> None:
        """Show the documents in the bin, where the documents are."""
        self._window.show_page("label")
        self._window.place.show_panel("left", shown=True)
        self._window.place.documents.show_bin()

    def file_stop_import(self) -> None:
        """Stop the import under way."""
        self._window.flow.imports.stop()

    def file_export(self) -> None:
        """Show the export page."""
        self._window.late.go("export")

    def file_open_library(self) -> None:
        """Choose another library."""
        self._window.ask_for_library(new=False)

    def file_new_library(self) -> None:
        """Choose where a new library shall be."""
        self._window.ask_for_library(new=True)

    def file_quit(self) -> None:
        """Close all windows."""
        self._window.windows.quit(self._window)

    def file_new_window(self) -> None:
        """Open one more window on the library."""
        self._window.windows.open_beside(self._window)

    def file_close_window(self) -> None:
        """Close this window."""
        self._window.close()

    # Edit

    def edit_undo(self) -> None:
        """Take the last step back."""
        self._window.commit_fields()
        review, flow = self._window.review, self._window.flow
        if not flow.taking_back.undo():
            flow.undoing.undo(review.document_in_front(), rulings_first=review.is_comparing)

    def edit_redo(self) -> None:
        """Make the step that was taken back again."""
        self._window.commit_fields()
        self._window.flow.undoing.redo(self._window.review.document_in_front())

    def edit_remove(self) -> None:
        """Remove the selected span."""
        self._window.place.session.remove()

    def edit_find_document(self) -> None:
        """Put the cursor into the documents' search field."""
        self._window.show_page("label")
        self._window.place.show_panel("left", shown=True)
        self._window.place.documents.find_document()

    # Label

    def label_next_span(self) -> None:
        """Select the next span."""
        self._window.place.session.next_span()

    def label_previous_span(self) -> None:
        """Select the previous span."""
        self._window.place.session.previous_span()

    def label_end_back(self) -> None:
        """Move the end one word back."""
        self._window.place.session.narrow("end", "word")

    def label_end_on(self) -> None:
        """Move the end one word on."""
        self._window.place.session.widen("end", "word")

    def label_start_back(self) -> None:
        """Move the start one word back."""
        self._window.place.session.widen("start", "word")

    def label_start_on(self) -> None:
        """Move the start one word on."""
        self._window.place.session.narrow("start", "word")

    def label_end_back_character(self) -> None:
        """Move the end one character back."""
        self._window.place.session.narrow("end", "character")

    def label_end_on_character(self) -> None:
        """Move the end one character on."""
        self._window.place.session.widen("end", "character")

    def label_start_back_character(self) -> None:
        """Move the start one character back."""
        self._window.place.session.widen("start", "character")

    def label_start_on_character(self) -> None:
        """Move the start one character on."""
        self._window.place.session.narrow("start", "character")

    def label_unsure(self) -> None:
        """Flag the selected span as unsure, or take the flag away."""
        self._window.place.session.toggle_unsure()

    def label_note(self) -> None:
        """Put the cursor into the note."""
        self._window.place.show_panel("right", shown=True)
        self._window.place.inspector.edit_note()

    def label_let_go(self) -> None:
        """Let go of selection, then of the span."""
        self._window.place.session.escape()

    def label_done(self) -> None:
        """Mark the document done and open the next one to do."""
        self._window.commit_fields()
        self._window.place.session.set_status(Status.DONE)
        self.go_next_to_do()

    def label_in_progress(self) -> None:
        """Mark the document in progress."""
        self._window.place.session.set_status(Status.IN_PROGRESS)

    def label_new(self) -> None:
        """Mark the document new."""
        self._window.place.session.set_status(Status.NEW)

    def label_layer(self) -> None:
        """Open the list of layers, or say that there is no choice."""
        layers = self._window.place.bar.layers
        if layers.isHidden():
            words = QCoreApplication.translate("Commands", "Nobody else has a layer on this document.")
            self._window.flow.telling.tell(words)
        else:
            layers.open_menu()

    def label_work_here(self) -> None:
        """Work in the open layer of somebody else."""
        self._window.flow.work_in_layer()

    def label_exact(self) -> None:
        """Take exact characters while selecting, or whole words again."""
        personal = self._window.personal
        personal.change(exact_selection=not personal.now.exact_selection)

    # Go

    def go_label(self) -> None:
        """Go to labelling."""
        self._window.show_page("label")

    def go_label_set(self) -> None:
        """Go to the label set."""
        self._window.show_page("label_set")

    def go_welcome(self) -> None:
        """Go to the welcome page."""
        self._window.show_page("welcome")

    def go_next_document(self) -> None:
        """Open the next document."""
        self._window.flow.workbench.open_neighbour(1)

    def go_previous_document(self) -> None:
        """Open the previous document."""
        self._window.flow.workbench.open_neighbour(-1)

    def finish_and_go_on(self) -> None:
        """What Ctrl+Enter does; where nothing may be marked it only goes on."""
        act = self._window.actions_["label.done"]
        if act.isEnabled():
            act.trigger()
        else:
            self.go_next_to_do()

    def go_next_to_do(self) -> None:
        """Open the next document that is not done."""
        search = self._window.place.documents.query.search
        words = (
            QCoreApplication.translate("Commands", "Nothing else is left to do of what the list shows.")
            if search
            else QCoreApplication.translate("Commands", "Nothing else is left to do in this corpus.")
        )
        self._window.flow.workbench.open_next_to_do(words, search)

    def go_next_panel(self) -> None:
        """Put the focus into the next panel."""
        self._window.go_panel(1)

    def go_previous_panel(self) -> None:
        """Put the focus into the previous panel."""
        self._window.go_panel(-1)

    # View

    def view_left_panel(self) -> None:
        """Open or fold the left panel."""
        self._toggle_panel("left")

    def view_right_panel(self) -> None:
        """Open or fold the right panel."""
        self._toggle_panel("right")

    def view_menu_bar(self) -> None:
        """Show or hide the classic menu bar."""
        bar = self._window.menuBar()
        bar.setVisible(bar.isHidden())
        self._window.refresh_ticks()

    def view_captions(self) -> None:
        """Show or hide label names under spans."""
        personal = self._window.personal
        personal.change(captions_shown=not personal.now.captions_shown)

    def view_larger(self) -> None:
        """Set the article larger."""
        self._zoom(self._window.personal.now.zoom + 1)

    def view_smaller(self) -> None:
        """Set the article smaller."""
        self._zoom(self._window.personal.now.zoom - 1)

    def view_normal_size(self) -> None:
        """Set the article in its usual size."""
        self._zoom(Preferences().zoom)

    def view_compact(self) -> None:
        """Set rows and paddings closer, or as they were."""
        is_compact = self._window.personal.now.density == COMPACT
        self._window.personal.change(density=Preferences().density if is_compact else COMPACT)

    def view_theme_system(self) -> None:
        """Be light or dark as the system is."""
        self._window.personal.change(theme="system")

    def view_theme_light(self) -> None:
        """Be light."""
        self._window.personal.change(theme="light")

    def view_theme_dark(self) -> None:
        """Be dark."""
        self._window.personal.change(theme="dark")

    def view_font_inter(self) -> None:
        """Set the article in the interface's font."""
        self._window.personal.change(reading_font="Inter")

    def view_font_be_vietnam_pro(self) -> None:
        """Set the article in a font drawn for Vietnamese."""
        self._window.personal.change(reading_font="Be Vietnam Pro")

    def view_font_noto_serif(self) -> None:
        """Set the article in a font with serifs."""
        self._window.personal.change(reading_font="Noto Serif")

    def view_language_system(self) -> None:
        """Speak the system's language."""
        self._window.personal.change(language="system")

    def view_language_en(self) -> None:
        """Speak English."""
        self._window.personal.change(language="en")

    def view_language_vi(self) -> None:
        """Speak Vietnamese."""
        self._window.personal.change(language="vi")

    def _zoom(self, px: int) -> None:
        self._window.personal.change(zoom=max(ZOOM_RANGE[0], min(ZOOM_RANGE[1], px)))

    def _toggle_panel(self, side: str) -> None:
        self._window.toggle_panel(side)

    # Help

    def help_palette(self) -> None:
        """Open the command palette."""
        self._window.open_palette()

    def help_keys(self) -> None:
        """Show all keys."""
        self._window.late.key_sheet.show_keys(self._window.place.session.labels)

    def help_keys_article(self) -> None:
        """Show all keys."""
        self.help_keys()

    def help_menu(self) -> None:
        """Open the menu."""
        self._window.ring.expect_key(True)
        self._window.top_bar.menu_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.ring.expect_key(False)
        self._window.top_bar.menu_button.showMenu()

    def help_about(self) -> None:
        """Say which program this is."""
        self._window.late.about.open()
