"""The sub-tab Agreement: the figure, its tables, and the places behind each of their rows and cells."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.model.outcome import Touched
from annotator.model.review import ReviewFilter, blind_names
from annotator.ui import choosing
from annotator.ui.find.latest import Latest
from annotator.ui.i18n import language, sentence
from annotator.ui.keymap import caps
from annotator.ui.parts.bars import Hairline
from annotator.ui.parts.tabs import PlaceTab
from annotator.ui.review.agreement.detail import AgreementDetail
from annotator.ui.review.agreement.head import AgreementHead
from annotator.ui.review.agreement.sheet import Sheet
from annotator.ui.review.agreement.sheets import Sheets
from annotator.ui.review.page import ReviewPage
from annotator.ui.review.side import fit_panel
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from annotator.agreement.report import AgreementReport, PlacePair
    from annotator.model.outcome import Outcome
    from annotator.services.library import Library
    from annotator.services.saving.job import Progress
    from annotator.ui.review.agreement.sheets import Meant
    from annotator.ui.review.shared import Shared

_COMPARED: Final = (
    Touched.SPANS | Touched.LABELS | Touched.DOCUMENTS | Touched.CORPORA | Touched.PEOPLE | Touched.WHOLESALE
)
_PAUSE: Final = 1500
"""Milliseconds without a change after which the figures are reckoned anew."""
_SHOWN: Final = 300
_IDS: Final = ("pairs", "labels", "differences", "confusion", "edges", "documents", "weeks", "chance")


class AgreementPage(ReviewPage):
    """How far people agree; every figure leads to its places, every place to Compare."""

    def __init__(self, shared: Shared, parent: QWidget | None = None) -> None:
        super().__init__(shared, parent)
        self._corpus: str | None = None
        self._report: AgreementReport | None = None
        self._meant: Meant | None = None
        self.head, self.detail = AgreementHead(), AgreementDetail()
        self.sheets = {
            name: Sheet(has_grid=name in ("pairs", "confusion"), has_table=name != "confusion")
            for name in _IDS
        }
        self.tabs = {name: PlaceTab() for name in _IDS}
        self._stack = QStackedWidget()
        self._reckoning, self._behind, self._going = (Latest(shared.desk, self) for _ in range(3))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(18, 0, 24, 0)
        row.setSpacing(0)
        for name in _IDS:
            row.addWidget(self.tabs[name])
            self._stack.addWidget(self.sheets[name])
        row.addStretch(1)
        self.tabs[_IDS[0]].setChecked(True)
        bar = QWidget()
        bar.setLayout(row)
        bar.setFixedHeight(36)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self._stack, 1)
        halves.addWidget(self.detail)
        self._body = QWidget()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(bar)
        inner.addWidget(Hairline())
        inner.addLayout(halves, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._body, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        for name in _IDS:
            self.tabs[name].clicked.connect(partial(self.show_sheet, name))
            self.sheets[name].picked.connect(partial(self._pick, name))
            self.sheets[name].opened.connect(self.detail.open_current)
        self.detail.place_wanted.connect(self._open_place)
        self.head.save_wanted.connect(self.save)
        self.head.scope_changed.connect(self._load)
        self.shared.names_changed.connect(self._draw)
        self._pause.timeout.connect(self._load)

    # What the frame calls

    @property
    def sheet(self) -> str:
        """Name of the sheet that is shown."""
        return _IDS[self._stack.currentIndex()]

    @property
    def first_focus(self) -> QWidget:
        """The table or matrix of the sheet."""
        return self.sheets[self.sheet].first_focus

    def set_corpus(self, uid: str | None, *, is_writable: bool) -> None:  # noqa: ARG002  (nothing is written)
        """Show a corpus as it is now."""
        if uid != self._corpus:
            self._corpus, self._report = uid, None
            self._draw()
        self._load()

    def refresh(self, outcome: Outcome[object]) -> None:
        """Follow a committed write, once there is a pause in them."""
        if outcome.touched & _COMPARED:
            self._pause.start()

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Open the current place; a figure goes to a sheet."""
        if self._body.isHidden():
            return {}
        found: dict[str, Callable[[], None]] = {
            str(place): partial(self.show_sheet, name) for place, name in enumerate(_IDS, 1)
        }
        if self.detail.current is not None:
            found["review.take"] = self.detail.open_current
        return found

    def hints(self) -> list[Hint]:
        """Sheets, rows, places."""
        if self._body.isHidden():
            return []
        told = [Hint((f"1–{len(_IDS)}",), self.tr("tables")), Hint(("↑", "↓"), self.tr("figure"))]
        if self.detail.current is not None:
            told.append(Hint(caps("review.take"), self.tr("open in Compare")))
        return told

    # What can be done

    def show_sheet(self, name: str) -> None:
        """Go to a sheet, and show what stands behind what is current in it."""
        self._stack.setCurrentIndex(_IDS.index(name))
        self.tabs[name].setChecked(True)
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if name == "chance" and self._report is not None and self._report.chance is None:
            self._load()
        self._pick(name, self.sheets[name].meant)

    def save(self) -> None:
        """Ask for a file and write the report into it, as a page or as tables."""
        report = self._report
        kinds = [self.tr("Pages") + " (*.html)", self.tr("Tables") + " (*.csv)"]
        if report is None:
            return
        name = choosing.file_to_save(self.window(), self.tr("Save the report"), "agreement.html", kinds)
        if name:
            path = Path(name)
            self.save_as(path if path.suffix else path.with_name(f"{path.name}.html"))

    def save_as(self, path: Path) -> None:
        """Write the report; whatever does not end in .csv is a page."""
        report, code = self._report, language().code
        if report is None:
            return

        def write(_library: Library, _progress: Progress) -> None:
            from annotator.services.review.agreement_page import save_report

            save_report(report, path, code, sentence)

        said = self.tr("Saved as %1").replace("%1", str(path))
        self.shared.desk.run(
            write, lambda *_: None, lambda _: self.shared.said.emit(said), self.shared.failed.emit
        )

    # Reckoning

    def _load(self) -> None:
        corpus = self._corpus
        if corpus is None:
            return
        is_whole, only_ready = self.sheet == "chance", self.head.only_ready.isChecked()

        def reckon(library: Library, progress: Progress) -> AgreementReport:
            from annotator.agreement.report import AgreementScope
            from annotator.services.find.apart import counting

            with counting(library, progress) as counted:
                scope = AgreementScope(ready_only=only_ready)
                return counted.agreeing.report(corpus, scope, is_whole, progress)

        self._reckoning.ask(reckon, self._take, self.shared.failed.emit, self._say_progress)

    def _say_progress(self, done: int, total: int) -> None:
        if total:
            words = self.tr("Being reckoned: %1 %").replace("%1", str(100 * done // total))
            self.sheets["chance"].say(words)

    def _take(self, report: AgreementReport) -> None:
        self._report = report
        self._draw()
        self._pick(self.sheet, self.sheets[self.sheet].meant)

    # Showing

    @property
    def _names(self) -> dict[str, str]:
        """What people are called: their names, or a letter each while names are hidden."""
        report = self._report
        if report is None:
            return {}
        if self.shared.names_shown:
            return report.names
        return blind_names(self._corpus or "", [each.annotator.uid for each in report.people])

    def _draw(self) -> None:
        report = self._report
        self.head.show_report(report)
        has_pairs = report is not None and bool(report.pairs)
        self._body.setVisible(has_pairs)
        if report is not None and has_pairs:
            self._fill(report, Sheets(report, self._names))

    def _fill(self, report: AgreementReport, made: Sheets) -> None:
        sheets, words = self.sheets, self._words()
        sheets["pairs"].show_cells(made.matrix(), words["pairs"], least=3)
        sheets["confusion"].show_cells(made.confusion(), words["confusion"])
        tables = {
            "pairs": made.pairs(),
            "labels": made.labels(),
            "differences": made.differences(),
            "edges": made.edges(),
            "documents": made.documents(),
            "weeks": made.weeks(),
            "chance": ([], []) if report.chance is None else made.chance(report.chance),
        }
        for name, table in tables.items():
            sheets[name].show_table(table, words[name])
        self._say_notes(report)

    def _say_notes(self, report: AgreementReport) -> None:
        """The sentence at the top of each sheet."""
        notes = dict.fromkeys(_IDS, "")
        notes["labels"] = self.tr("Alpha is reckoned on syllables, all annotators at once.")
        notes["confusion"] = self.tr(
            "Where two marked the very same words: at the left what the first called them, on top the second."
        )
        if not report.confusion:
            notes["confusion"] = self.tr("No two people marked the very same words.")
        notes["edges"] = self.tr("By these words edges differ. Each is a question for the guideline.")
        if not report.edges:
            notes["edges"] = self.tr("No edges differ.")
        notes["weeks"] = self.tr("Documents by the week in which their layers were last changed.")
        notes["chance"] = self.tr("For reports that ask for them; the manual says what they do not tell.")
        if report.chance is None:
            notes["chance"] = self.tr("Being reckoned…")
        for name, words in notes.items():
            self.sheets[name].say(words)

    def _pick(self, name: str, meant: Meant | None) -> None:
        """Show what stands behind a row or cell, as soon as it is read."""
        if name != self.sheet:
            return
        self._meant = meant
        self.detail.show_meant(meant, "")
        self._behind.stop()
        corpus = self._corpus
        if meant is None or meant.figure is None or corpus is None or not self.isVisible():
            self.shared.acts_changed.emit()
            return
        figure, only_ready = meant.figure, self.head.only_ready.isChecked()

        def look(library: Library, progress: Progress) -> list[PlacePair]:
            from annotator.agreement.report import AgreementScope
            from annotator.services.find.apart import counting

            with counting(library, progress) as counted:
                scope = AgreementScope(ready_only=only_ready)
                return counted.agreeing.spans_behind(corpus, figure, scope, _SHOWN + 1)

        def arrived(places: list[PlacePair]) -> None:
            labels = self._report.labels if self._report is not None else {}
            is_cut = len(places) > _SHOWN
            self.detail.show_places(places[:_SHOWN], self._names, labels, is_cut=is_cut)
            self.shared.acts_changed.emit()

        self._behind.ask(look, arrived, self.shared.failed.emit)

    def _open_place(self, place: PlacePair) -> None:
        """Open the cluster of a place in Compare, narrowed to the same two people and the same class."""
        spans = {each.uid for each in (place.one, place.other) if each is not None}

        def find(library: Library, _progress: Progress) -> str:
            for cluster in library.review.document(place.document).clusters:
                if any(vote.span.uid in spans for one in cluster.variants for vote in one.votes):
                    return cluster.uid
            return ""

        def found(cluster: str) -> None:
            is_narrow = self._meant is not None and self._meant.figure is not None and self._meant.figure.pair
            self.shared.choose(ReviewFilter(pair=place.pair if is_narrow else None, open_only=False))
            self.shared.document_wanted.emit(place.document, cluster)

        self._going.ask(find, found, self.shared.failed.emit)

    # Words

    def _words(self) -> dict[str, str]:
        names = (
            self.tr("Pairs"),
            self.tr("Labels"),
            self.tr("Differences"),
            self.tr("Confusion"),
            self.tr("Edges"),
            self.tr("Documents"),
            self.tr("Weeks"),
            self.tr("Beyond chance"),
        )
        return dict(zip(_IDS, names, strict=True))

    def retranslate(self) -> None:
        """Take the texts of the language in force."""
        for name, words in self._words().items():
            self.tabs[name].setText(words)
            self.tabs[name].updateGeometry()
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the tables have what the places do not need."""
        super().resizeEvent(event)
        fit_panel(self.detail, self.width())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Want no answers while nobody looks."""
        self._pause.stop()
        for question in (self._reckoning, self._behind, self._going):
            question.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
