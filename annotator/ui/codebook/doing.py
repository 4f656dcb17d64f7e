"""What the acts of the codebook do in the window: definitions, pinning, guideline, label sets as files."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from annotator.errors import AnnotatorError, UserError
from annotator.messages import say
from annotator.paths import preset_folder
from annotator.ui import choosing
from annotator.ui.i18n import language, sentence
from annotator.ui.panels.picker import likely_label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from annotator.model.codebook import Codebook, Example
    from annotator.model.listing import OpenDocument
    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.settings import Place
    from annotator.ui.codebook.definition_card import DefinitionCard
    from annotator.ui.codebook.pin_card import PinCard
    from annotator.ui.main_window import MainWindow
    from annotator.ui.pages.label_set import LabelSetPage

HELD: Final = 0.35
"""Seconds from which on a key counts as held: letting it go closes the card."""


_SETTLED: Final = 60
"""Milliseconds after which a key that is up stays up: under load X11's repeats look like being let go."""


class CodebookDoing(QObject):
    """The handlers of `ui/acts/codebook.py`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._card: DefinitionCard | None = None
        self._pin: PinCard | None = None
        self._pressed: float | None = None
        self._released = 0.0
        self._is_kept = False
        self._letting_go = QTimer(self, singleShot=True, interval=_SETTLED)
        self._letting_go.timeout.connect(self._let_go)
        self._words: tuple[str, int, int] = ("", 0, 0)
        self._goes_to: tuple[str, int, int] | None = None
        window.flow.workbench.document_opened.connect(self._opened)
        window.place.article.selection_changed.connect(self._follow)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Act id -> handler."""
        return {
            "file.guideline": self.export_guideline,
            "file.load_label_set": self.load_label_set,
            "label.definitions": self.show_definitions,
            "label.pin": self.pin,
        }

    def connect_page(self, page: LabelSetPage) -> None:
        """Do what the label set's page asks of the window."""
        page.span_wanted.connect(self.go_to)
        page.save_wanted.connect(self.save_label_set)

    # Definitions

    def show_definitions(self) -> None:
        """Show what the labels mean while the key is held; pressed shortly, until it is pressed again."""
        if self._pressed is not None:  # the key repeats while it is held
            self._letting_go.stop()
            return
        card = self._card
        if card is not None and card.isVisible():
            self._close_card()
            return
        corpus = self._corpus()
        if not self._window.place.article.has_document:
            return
        self._pressed = monotonic()
        QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        if corpus is not None:
            desk, failed = self._window.library_desk.desk, self._window.flow.tell_failure
            desk.read(lambda library: library.codebook.whole(corpus), self._open_card, failed)

    def _open_card(self, book: Codebook) -> None:
        from annotator.ui.codebook.definition_card import DefinitionCard

        if self._pressed is None and not self._is_kept:
            return
        if self._card is None:
            self._card = DefinitionCard(self._window)
        span = self._window.place.article.selected_span()
        family = self._window.personal.now.reading_font
        line, room = self._line(), self._room()
        self._card.show_labels(book, span.label if span else "", family, line, room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """See the key let go, the window left, and Escape."""
        if event.type() is QEvent.Type.WindowDeactivate and self._pressed is not None:
            self._close_card()
        elif isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            return self._hear(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _hear(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for the card."""
        if event.type() is QEvent.Type.KeyRelease and self._pressed is not None:
            if not self._letting_go.isActive():  # whatever key it was: other keys may be chosen for it
                self._released = monotonic()
                self._letting_go.start()
            return False
        if event.key() != Qt.Key.Key_Escape or (not self._is_kept and self._pressed is None):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:  # else Escape would let go of the span as well
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            self._close_card()
            return True
        return False

    def _let_go(self) -> None:
        """The key is really up: what was held goes, what was pressed shortly stays."""
        if self._pressed is not None:
            self._is_kept = self._released - self._pressed < HELD
            self._pressed = None
            if not self._is_kept:
                self._close_card()

    def _close_card(self) -> None:
        self._letting_go.stop()
        self._is_kept, self._pressed = False, None
        QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        if self._card is not None:
            self._card.hide()

    def _follow(self) -> None:
        if self._card is not None and self._card.isVisible():
            self._card.move_from(self._line(), self._room())

    def _line(self) -> QRect:
        """The line being read, in the window's coordinates: that of the selected span, else the caret's."""
        article = self._window.place.article
        span = article.selected_span()
        place = article.caret_rect() if span is None else article.rect_of(span.start, span.end)
        return place.translated(self._corner())

    def _room(self) -> QRect:
        return QRect(self._corner(), self._window.place.article.viewport().size())

    def _corner(self) -> QPoint:
        return self._window.place.article.viewport().mapTo(self._window, QPoint(0, 0))

    # Pinning

    def pin(self) -> None:
        """Ask of which label the selected words, or the selected span, are an example."""
        from annotator.ui.codebook.pin_card import PinCard

        place = self._window.place
        article, document = place.article, place.session.document
        span, chosen = article.selected_span(), place.session.kept_selection()
        if document is None or (span is None and chosen is None):
            self._window.flow.telling.tell(self.tr("Select the words to pin, or a span, first."))
            return
        start, end = chosen or ((span.start, span.end) if span else (0, 0))
        self._words = (document.uid, start, end)
        label = (
            span.label if span is not None else likely_label(article.text, place.session.state, start, end)
        )
        if self._pin is None:
            self._pin = PinCard(self._window)
            self._pin.pinned.connect(self._keep)
            self._pin.closed.connect(place.focus_article)
        words = " ".join(article.text[start : min(end, start + 200)].split())
        rect = article.rect_of(start, end).translated(self._corner())
        place.picker.close_picker()
        self._pin.open_at(words, label or "", place.session.labels, rect, self._room())

    def _keep(self, label: str, counter: bool) -> None:
        document, start, end = self._words
        corpus, spans = self._corpus(), self._window.place.session.state.spans()
        if corpus is None:
            return

        def task(library: Library) -> Outcome[Example]:
            return library.codebook.pin(
                label, corpus=corpus, document=document, start=start, end=end, counter=counter, spans=spans
            )

        def done(_outcome: Outcome[Any]) -> None:
            words = self.tr("Pinned as a counter-example.") if counter else self.tr("Pinned as an example.")
            self._window.flow.telling.tell(words)

        self._window.library_desk.desk.write(task, done, self._window.flow.tell_failure)

    # Files

    def export_guideline(self) -> None:
        """Ask for a file and write the codebook into it, as PDF or HTML."""
        corpus = self._corpus()
        here = self._window.flow.workbench.corpus
        if corpus is None or here is None:
            return
        kinds = [self.tr("Pages to print") + " (*.pdf)", self.tr("Page for a browser") + " (*.html)"]
        name = f"{_file_name(here.name)}.pdf"
        chosen = choosing.file_to_save(self._window, self.tr("Export guideline"), name, kinds)
        if chosen:
            self.write_guideline(Path(chosen))

    def write_guideline(self, path: Path) -> None:
        """Write the guideline of the open corpus into a file; a name without ending gets .pdf."""
        corpus, code = self._corpus(), language().code
        target = path if path.suffix else path.with_name(f"{path.name}.pdf")

        def make(library: Library) -> str:
            from annotator.services.labels.guideline import guideline_html

            return guideline_html(library.codebook.whole(corpus or ""), code, sentence)

        def write(page: str) -> None:
            from annotator.ui.codebook.printing import write_guideline

            try:
                if target != path and target.exists():
                    raise UserError(
                        say("{path} is there already and was not touched. Name a new file.", path=str(target))
                    )
                write_guideline(target, page)
            except AnnotatorError as error:
                self._window.flow.tell_failure(error)
            else:
                self._window.flow.telling.tell(self.tr("Guideline written to %1").replace("%1", str(target)))

        self._window.library_desk.desk.read(make, write, self._window.flow.tell_failure)

    def load_label_set(self) -> None:
        """Offer label sets to load."""
        self._window.show_page("label_set")
        self._window.late.label_set.show_presets()

    def save_label_set(self) -> None:
        """Ask for a file and write the label set into it, to begin other corpora with."""
        corpus, here = self._corpus(), self._window.flow.workbench.corpus
        if corpus is None or here is None:
            return
        folder = preset_folder()
        folder.mkdir(parents=True, exist_ok=True)
        kinds = [self.tr("Label sets") + " (*.json)"]
        proposed = str(folder / f"{_file_name(here.name)}.json")
        chosen = choosing.file_to_save(self._window, self.tr("Save the label set"), proposed, kinds)
        if not chosen:
            return
        path = Path(chosen)
        target = path if path.suffix.lower() == ".json" else path.with_name(f"{path.name}.json")
        flow = self._window.flow
        self._window.library_desk.desk.read(
            lambda library: library.presets.save(corpus, target.stem, str(target)),
            lambda where: flow.telling.tell(self.tr("Label set saved as %1").replace("%1", where)),
            flow.tell_failure,
        )

    # Going to a span

    def go_to(self, document: str, start: int, end: int, owner: str) -> None:
        """Open a document on somebody's layer and select what is there."""
        self._goes_to = (document, start, end)
        bench = self._window.flow.workbench
        bench.turn_to_layer(document, owner or None)
        self._window.show_page("label")
        bench.open_document(document)

    def _opened(self, opened: OpenDocument, _place: Place | None) -> None:
        self._close_pin()
        if self._goes_to is None or self._goes_to[0] != opened.document.uid:
            return
        _, start, end = self._goes_to
        self._goes_to = None
        article = self._window.place.article
        found = next((span for span in opened.state.spans() if (span.start, span.end) == (start, end)), None)
        article.select(start, end)
        if found is not None:
            article.select_span(found.uid)

    def _close_pin(self) -> None:
        if self._pin is not None:
            self._pin.hide()
        if self._card is not None and self._card.isVisible():
            self._close_card()

    def _corpus(self) -> str | None:
        here = self._window.flow.workbench.corpus
        return here.uid if here is not None else None


def _file_name(name: str) -> str:
    """A corpus's name as a file may be called on every system."""
    return "".join(sign if sign.isalnum() or sign in " -_" else "-" for sign in name).strip() or "labels"
