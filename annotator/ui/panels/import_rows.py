"""How a file of an import is painted: verdict by shape, title, file and encoding, what it brings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt

from annotator.model.reading import KEEP
from annotator.text.encoding_names import encoding_name
from annotator.ui import fonts, icons, theme
from annotator.ui.i18n import number
from annotator.ui.models.import_model import FILE_ROLE, Verdict
from annotator.ui.models.span_model import one_line
from annotator.ui.parts.counts import separated
from annotator.ui.parts.rows import RowDelegate, draw_words, title_font

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from annotator.ui.models.import_model import ImportFile
    from annotator.ui.parts.rows import Index

_ICONS: Final = {
    Verdict.GOOD: "circle-check",
    Verdict.ODD: "circle-alert",
    Verdict.DOUBTFUL: "circle-alert",
    Verdict.KNOWN: "copy",
    Verdict.REFUSED: "circle-alert",
    Verdict.LEFT_OUT: "minus",
}
_INKS: Final = {Verdict.ODD: "warn", Verdict.DOUBTFUL: "warn", Verdict.REFUSED: "bad"}
_FORMATS: Final = {
    "docx": "Word",
    "pdf": "PDF",
    "html": "HTML",
    "txt": "",
    "conll": "CoNLL",
    "jsonl": "JSONL",
}
_LINE = 18


class ImportDelegate(RowDelegate):
    """A row of the import list."""

    inset = 12

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, *, chosen: bool) -> None:
        """Paint glyph, title over file and problem, and how much comes in."""
        file: ImportFile = index.data(FILE_ROLE)
        tokens = theme.current()
        ink = getattr(tokens, _INKS.get(file.verdict, "faint"))
        glyph = QRectF(area.left() + 12, area.center().y() - 8, 16, 16)
        icons.paint(painter, "copy" if self._is_repeat(file) else _ICONS[file.verdict], glyph, ink)
        brings = self._brings(file)
        figures = fonts.interface(12, tabular=True)
        inner = area.adjusted(40, 0, -12, 0)
        draw_words(painter, inner, brings, figures, tokens.muted, Qt.AlignmentFlag.AlignRight)
        inner.setRight(inner.right() - fonts.width(brings, figures) - 12)
        top = area.top() + (area.height() - 2 * _LINE) / 2
        title = QRectF(inner.left(), top, inner.width(), _LINE)
        words = one_line(file.title) or file.name
        title_ink = tokens.text if file.comes_in else tokens.text2
        draw_words(painter, title, words, title_font(chosen=chosen), title_ink)
        self._paint_second(painter, title.translated(0, _LINE), file)

    def _paint_second(self, painter: QPainter, place: QRectF, file: ImportFile) -> None:
        tokens, small = theme.current(), fonts.interface(12)
        kind = encoding_name(file.encoding) or _FORMATS.get(file.format, file.format)
        facts = " · ".join(filter(None, (file.name if file.title else "", kind, *self._marked(file))))
        width = draw_words(painter, place, facts, small, tokens.muted)
        problem = self._problem(file)
        if problem:
            lead = " · " if facts else ""
            room = place.adjusted(width, 0, 0, 0)
            ink = getattr(tokens, _INKS.get(file.verdict, "text2"))
            draw_words(painter, room, lead + problem, small, ink)

    def _problem(self, file: ImportFile) -> str:
        if file.verdict is Verdict.DOUBTFUL:
            if not file.readings:
                return self.tr("which column?")
            return self.tr("encoding guessed") if file.documents else self.tr("which letters?")
        if file.verdict is Verdict.KNOWN:
            return self.tr("already in the corpus")
        if self._is_repeat(file):
            return self.tr("same text as {name}").replace("{name}", file.repeats)
        if file.verdict is Verdict.ODD and (odd := self._odd(file)):
            return odd
        known = file.documents - file.adds
        if file.comes_in and known:
            return separated(self.tr("%n text(s) known already", "", known), known)
        return file.reason

    def _odd(self, file: ImportFile) -> str:
        if (lines := file.boilerplate_lines) and file.choice.boilerplate == KEEP:
            return separated(self.tr("%n line(s) look like website text", "", lines), lines)
        if file.like:
            return self.tr("nearly the same as {name}").replace("{name}", file.like)
        if file.in_parts:
            return separated(self.tr("%n span(s) in parts", "", file.in_parts), file.in_parts)
        if file.is_suspect:
            return file.oddities[0]
        if file.choice.text_column:
            return self.tr("very short texts: the right column?")
        return self.tr("which layer?")

    def _marked(self, file: ImportFile) -> Iterator[str]:
        """What there is of spans, beside what stands at the right."""
        if file.documents > 1 and file.spans:
            yield separated(self.tr("%n span(s)", "", file.spans), file.spans)
        if file.marked and (people := len(file.marked.people)):
            yield separated(self.tr("%n people", "", people), people)
        if file.marked and file.marked.machines:
            yield self.tr("predictions")

    def _is_repeat(self, file: ImportFile) -> bool:
        return file.is_nothing_new and bool(file.repeats)

    def _brings(self, file: ImportFile) -> str:
        if not file.comes_in:
            return self.tr("left out")
        if file.is_nothing_new and not file.spans:
            return self.tr("nothing new")
        if file.documents > 1:
            return separated(self.tr("%n document(s)", "", file.documents), file.documents)
        if file.spans:
            return separated(self.tr("%n span(s)", "", file.spans), file.spans)
        return number(file.characters) if file.characters else ""

    def tip(self, index: Index) -> str:
        """Path and every sentence about the file."""
        file: ImportFile = index.data(FILE_ROLE)
        return " · ".join((file.path, *file.sentences, *file.oddities))
