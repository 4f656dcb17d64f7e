"""What the status line says now: where one is, and the few keys that work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from annotator.model.span import covered_text
from annotator.ui.keymap import caps
from annotator.ui.status_line import Hint

if TYPE_CHECKING:
    from annotator.ui.editor.article_view import ArticleView
    from annotator.ui.editor.session import LabellingSession
    from annotator.ui.main_window import MainWindow

_WORDS_SHOWN = 48


def short(words: str) -> str:
    """Words on one line, cut at a word with "…" after 48 characters."""
    line = " ".join(words.split())
    if len(line) <= _WORDS_SHOWN:
        return line
    head = line[:_WORDS_SHOWN]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head else head}…"


def where_words(article: ArticleView, session: LabellingSession) -> str:
    """The selected span, or the words that a label would be given to, with their length; "" for neither."""
    span, guess = article.selected_span(), session.grabbing.guess
    if guess is not None:
        start, end = guess.stretch
        of = QCoreApplication.translate("Situation", "{one} of {all}")
        which = of.replace("{one}", str(guess.at + 1)).replace("{all}", str(len(guess.choices)))
        return " · ".join((short(article.text[start:end]), guess.label.name, which))
    if span is not None:
        name = next((label.name for label in session.labels if label.uid == span.label), "")
        return " · ".join((short(covered_text(article.text, span)), name, _length(span.end - span.start)))
    if article.selection() is None:
        return _brush_words(session)
    kept = session.kept_selection()
    if kept is None:
        return QCoreApplication.translate("Situation", "only blanks and punctuation are selected")
    start, end = kept
    return " · ".join((short(article.text[start:end]), _length(end - start)))


def _brush_words(session: LabellingSession) -> str:
    held = next((label.name for label in session.labels if label.uid == session.brush.label), None)
    words = QCoreApplication.translate("Situation", "Brush: {label}")
    return "" if held is None else words.replace("{label}", held)


class _Counts(QObject):
    """Counted words: the extractor of strings sees their plural forms in `self.tr` only."""

    def characters(self, count: int) -> str:
        """How many characters, in the language in force."""
        return self.tr("%n character(s)", "", count)


def _length(count: int) -> str:
    return _Counts().characters(count)


def label_keys(session: LabellingSession) -> tuple[str, ...]:
    """The labels' keys as one cap when they are figures in a row ("1–5"), else the first three."""
    keys = [label.key for label in session.labels if label.key]
    if len(keys) > 1 and keys == [str(number + 1) for number in range(len(keys))]:
        return (f"1–{len(keys)}",)
    return tuple(keys[:3])


def own_hints(window: MainWindow) -> list[Hint]:
    """What the page of a window itself says of its keys; empty where the usual ones apply."""
    if window.page == "label":
        return window.place.documents.bin_hints() or window.place.hints()
    return window.late.backups.hints() if window.page == "backups" else window.review.hints()


def hints_for(
    page: str, article: ArticleView, session: LabellingSession, *, in_list: bool, in_field: bool
) -> list[Hint]:
    """At most five keys that work now on the page.

    Args:
        page: its name.
        article: the article view.
        session: its session.
        in_list: whether the list of documents has the focus.
        in_field: whether the cursor is in a field, where letters and figures are typed.
    """
    all_keys = Hint(caps("help.keys"), QCoreApplication.translate("Situation", "all keys"))
    if in_field:
        return [*_field_hints(page), all_keys]
    if page == "label" and in_list:
        return [
            Hint(("↵",), QCoreApplication.translate("Situation", "open the document")),
            Hint(("F2",), QCoreApplication.translate("Situation", "rename")),
            Hint(("Del",), QCoreApplication.translate("Situation", "move to the bin")),
            all_keys,
        ]
    if page == "label" and article.has_document:
        return [*_labelling_hints(article, session), all_keys]
    if page == "find":
        return [
            Hint(("Space",), QCoreApplication.translate("Situation", "tick")),
            Hint(label_keys(session), QCoreApplication.translate("Situation", "label ticked")),
            Hint(("↵",), QCoreApplication.translate("Situation", "show in the article")),
            Hint(("Ctrl C",), QCoreApplication.translate("Situation", "copy lines")),
            all_keys,
        ]
    if page == "figures":
        return [
            Hint(("↵",), QCoreApplication.translate("Situation", "show in the article")),
            Hint(("Ctrl Tab",), QCoreApplication.translate("Situation", "next sheet")),
            Hint(caps("help.palette"), QCoreApplication.translate("Situation", "all commands")),
            all_keys,
        ]
    if page == "export":
        return [*_export_hints(), all_keys]
    if page == "import":
        return [*_import_hints(), all_keys]
    if page == "label_set":
        order = Hint(("Alt", "↑", "↓"), QCoreApplication.translate("Situation", "order"))
        rename = Hint(("F2",), QCoreApplication.translate("Situation", "rename"))
        undo = Hint(caps("edit.undo"), QCoreApplication.translate("Situation", "undo"))
        return [order, rename, undo, all_keys]
    return [*_opening_hints(page), all_keys]


def _opening_hints(page: str) -> list[Hint]:
    hints = [Hint(caps("help.palette"), QCoreApplication.translate("Situation", "all commands"))]
    if page == "welcome":
        words = QCoreApplication.translate("Situation", "take in a package")
        hints.insert(0, Hint(caps("file.take_in"), words))
    if page in ("welcome", "label", "corpora"):
        hints.insert(0, Hint(caps("file.open"), QCoreApplication.translate("Situation", "open files")))
    return hints


def _field_hints(page: str) -> list[Hint]:
    if page == "export":
        return _export_hints()
    if page != "find":
        return [Hint(caps("help.palette"), QCoreApplication.translate("Situation", "all commands"))]
    return [
        Hint(("↵",), QCoreApplication.translate("Situation", "search")),
        Hint(("↓",), QCoreApplication.translate("Situation", "go to the hits")),
        Hint(("Esc",), QCoreApplication.translate("Situation", "back to the article")),
    ]


def _export_hints() -> list[Hint]:
    return [
        Hint(("Ctrl ↵",), QCoreApplication.translate("Situation", "export")),
        Hint(("Ctrl S",), QCoreApplication.translate("Situation", "save the recipe")),
        Hint(("Esc",), QCoreApplication.translate("Situation", "back to the article")),
    ]


def _import_hints() -> list[Hint]:
    return [
        Hint(("J",), QCoreApplication.translate("Situation", "next problem")),
        Hint(("B",), QCoreApplication.translate("Situation", "lines in or out")),
        Hint(("Space",), QCoreApplication.translate("Situation", "file in or out")),
    ]


def _labelling_hints(article: ArticleView, session: LabellingSession) -> list[Hint]:
    keys, ends = label_keys(session), caps("label.end_back", "label.end_on")
    if session.is_reading:
        hints = [
            Hint(caps("label.next_span"), QCoreApplication.translate("Situation", "next span")),
            Hint(caps("go.next_document"), QCoreApplication.translate("Situation", "next document")),
            Hint(caps("edit.find"), QCoreApplication.translate("Situation", "find")),
        ]
    elif session.is_fixed:
        hints = [
            Hint(caps("label.next_span"), QCoreApplication.translate("Situation", "next span")),
            Hint(caps("label.layer"), QCoreApplication.translate("Situation", "choose a layer")),
        ]
        if session.is_guarded:
            words = QCoreApplication.translate("Situation", "work in this layer")
            hints.append(Hint(caps("label.work_here"), words))
    elif (guess := session.grabbing.meant) is not None:
        hints = [
            Hint((guess.label.key,), QCoreApplication.translate("Situation", "take others")),
            Hint(ends, QCoreApplication.translate("Situation", "narrow, widen")),
            Hint(caps("label.let_go"), QCoreApplication.translate("Situation", "take back")),
            Hint(caps("label.next_gap"), QCoreApplication.translate("Situation", "next name")),
        ]
    elif session.brush.label is not None:
        hints = [
            Hint(keys, QCoreApplication.translate("Situation", "hold another label")),
            Hint(caps("label.let_go"), QCoreApplication.translate("Situation", "let go of the brush")),
        ]
    elif article.selected_span() is not None:
        hints = [
            Hint(keys, QCoreApplication.translate("Situation", "relabel")),
            Hint(ends, QCoreApplication.translate("Situation", "narrow, widen")),
            Hint(caps("edit.remove"), QCoreApplication.translate("Situation", "remove")),
            Hint(caps("label.next_span"), QCoreApplication.translate("Situation", "next span")),
        ]
    elif article.selection() is not None:
        hints = [
            Hint(keys, QCoreApplication.translate("Situation", "label")),
            Hint(caps("label.let_go"), QCoreApplication.translate("Situation", "let go")),
        ]
    else:
        hints = [
            Hint(keys, QCoreApplication.translate("Situation", "label the name here")),
            Hint(caps("label.next_gap"), QCoreApplication.translate("Situation", "next name")),
            Hint(caps("label.next_span"), QCoreApplication.translate("Situation", "next span")),
            Hint(caps("label.done"), QCoreApplication.translate("Situation", "done, next")),
        ]
    return [hint for hint in hints if hint.keys]
