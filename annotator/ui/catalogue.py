"""Everything a person can do, as data: menus, tool tips, command palette and key sheet are made of it.

An entry says what the act is called, by which keys it is reached, where it stands, and what it needs to be
possible. What it does is given by the window as a handler of the same id; nothing is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, Flag, auto
from typing import Final

from annotator.ui.i18n import QT_TRANSLATE_NOOP


class Need(Flag):
    """What must be there for an act to be possible."""

    NOTHING = 0
    LIBRARY = auto()
    WRITABLE = auto()
    CORPUS = auto()
    DOCUMENT = auto()
    SPAN = auto()
    IMPORT = auto()
    CHANGEABLE = auto()


class Scope(Enum):
    """Where the keys of an act work: in the whole window, or only while the article has the focus."""

    WINDOW = "window"
    ARTICLE = "article"


LABELLING: Final = Need.DOCUMENT | Need.WRITABLE | Need.CHANGEABLE
"""What labelling needs: a document, open on a layer that may be changed."""

_SPAN: Final = LABELLING | Need.SPAN
_ADDING: Final = Need.LIBRARY | Need.WRITABLE


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a person can do.

    Attributes:
        id: names it in code, tests and settings; "menu.word".
        text: English source of its name (translated in the context "Actions").
        keys: portable key sequences; the first one is shown. A sign is named as it is typed ("Ctrl+{", never
            "Ctrl+Shift+["), whatever the layout: two names of one key press would make it ambiguous to Qt.
        meaning: English source of a few words that say more, for the palette.
        icon: Lucide name, "" for none.
        scope: where the keys work.
        needs: what must be there.
        group: acts of one menu with the same group stand together.
        checkable: whether it is on or off.
        also: keys of an unlisted act that does the same elsewhere, shown beside its own.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    meaning: str = ""
    icon: str = ""
    scope: Scope = Scope.WINDOW
    needs: Need = Need.NOTHING
    group: int = 0
    checkable: bool = False
    also: tuple[str, ...] = ()

    @property
    def menu(self) -> str:
        """Id of the menu it stands in."""
        return self.id.split(".")[0]


MENUS: Final = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "label": QT_TRANSLATE_NOOP("Actions", "&Label"),
    "go": QT_TRANSLATE_NOOP("Actions", "&Go"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}

# fmt: off
CATALOGUE: Final = (
    Act("file.open", QT_TRANSLATE_NOOP("Actions", "Open files…"), ("Ctrl+O",),
        QT_TRANSLATE_NOOP("Actions", "articles and annotated files"), "file-plus", needs=_ADDING),
    Act("file.open_folder", QT_TRANSLATE_NOOP("Actions", "Open a folder…"), ("Ctrl+Shift+O",),
        QT_TRANSLATE_NOOP("Actions", "everything readable in it"), "folder-open", needs=_ADDING),
    Act("file.paste", QT_TRANSLATE_NOOP("Actions", "Paste text as a document"), ("Ctrl+Shift+V",),
        QT_TRANSLATE_NOOP("Actions", "from the clipboard"), "clipboard-paste", needs=_ADDING),
    Act("file.new_corpus", QT_TRANSLATE_NOOP("Actions", "New corpus…"), ("Ctrl+Shift+N",),
        QT_TRANSLATE_NOOP("Actions", "with the five standard labels"), "plus", needs=_ADDING, group=1),
    Act("file.sample", QT_TRANSLATE_NOOP("Actions", "Open the sample corpus"), ("Ctrl+T",),
        QT_TRANSLATE_NOOP("Actions", "articles to try everything on"), "flask-conical", needs=_ADDING,
        group=1),
    Act("file.corpora", QT_TRANSLATE_NOOP("Actions", "Corpora…"), ("Ctrl+Shift+C",),
        QT_TRANSLATE_NOOP("Actions", "choose, rename, put into the bin"), "folder", needs=Need.LIBRARY,
        group=1),
    Act("file.stop_import", QT_TRANSLATE_NOOP("Actions", "Stop the import"), (),
        QT_TRANSLATE_NOOP("Actions", "nothing of the file at hand is kept"), "x", needs=Need.IMPORT, group=1),
    Act("file.export", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+E",),
        QT_TRANSLATE_NOOP("Actions", "form, preview, what would be lost"), "upload", needs=Need.CORPUS,
        group=2),
    Act("file.open_library", QT_TRANSLATE_NOOP("Actions", "Open another library…"), (),
        QT_TRANSLATE_NOOP("Actions", "a file on this machine"), "database", group=3),
    Act("file.new_library", QT_TRANSLATE_NOOP("Actions", "New library…"), (), "", "database", group=3),
    Act("file.quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), "", "log-out", group=4),
    Act("edit.undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",),
        QT_TRANSLATE_NOOP("Actions", "the last step, also after a restart"), "undo-2",
        needs=_ADDING),
    Act("edit.redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "", "redo-2",
        needs=_ADDING),
    Act("edit.remove", QT_TRANSLATE_NOOP("Actions", "Remove the span"), ("Backspace", "Del"), "", "trash-2",
        Scope.ARTICLE, _SPAN, 1),
    Act("edit.find_document", QT_TRANSLATE_NOOP("Actions", "Find a document"), ("Ctrl+P",),
        QT_TRANSLATE_NOOP("Actions", "by title or words"), "search", needs=Need.CORPUS, group=2),
    Act("label.next_span", QT_TRANSLATE_NOOP("Actions", "Next span"), ("Tab",), "", "corner-down-right",
        Scope.ARTICLE, Need.DOCUMENT),
    Act("label.previous_span", QT_TRANSLATE_NOOP("Actions", "Previous span"), ("Shift+Tab",), "", "",
        Scope.ARTICLE, Need.DOCUMENT),
    Act("label.end_back", QT_TRANSLATE_NOOP("Actions", "End one word back"), ("[",),
        QT_TRANSLATE_NOOP("Actions", "narrow"), "move-horizontal", Scope.ARTICLE, LABELLING, 1),
    Act("label.end_on", QT_TRANSLATE_NOOP("Actions", "End one word on"), ("]",),
        QT_TRANSLATE_NOOP("Actions", "widen"), "move-horizontal", Scope.ARTICLE, LABELLING, 1),
    Act("label.start_back", QT_TRANSLATE_NOOP("Actions", "Start one word back"), ("{",),
        QT_TRANSLATE_NOOP("Actions", "widen"), "move-horizontal", Scope.ARTICLE, LABELLING, 1),
    Act("label.start_on", QT_TRANSLATE_NOOP("Actions", "Start one word on"), ("}",),
        QT_TRANSLATE_NOOP("Actions", "narrow"), "move-horizontal", Scope.ARTICLE, LABELLING, 1),
    Act("label.end_back_character", QT_TRANSLATE_NOOP("Actions", "End one character back"), ("Ctrl+[",), "",
        "", Scope.ARTICLE, LABELLING, 1),
    Act("label.end_on_character", QT_TRANSLATE_NOOP("Actions", "End one character on"), ("Ctrl+]",), "", "",
        Scope.ARTICLE, LABELLING, 1),
    Act("label.start_back_character", QT_TRANSLATE_NOOP("Actions", "Start one character back"),
        ("Ctrl+{",), "", "", Scope.ARTICLE, LABELLING, 1),
    Act("label.start_on_character", QT_TRANSLATE_NOOP("Actions", "Start one character on"),
        ("Ctrl+}",), "", "", Scope.ARTICLE, LABELLING, 1),
    Act("label.unsure", QT_TRANSLATE_NOOP("Actions", "Unsure about the span"), ("!",),
        QT_TRANSLATE_NOOP("Actions", "on or off"), "flag", Scope.ARTICLE, _SPAN, 2),
    Act("label.note", QT_TRANSLATE_NOOP("Actions", "Note on the span"), ("Ctrl+M",), "", "message-square",
        needs=_SPAN, group=2),
    Act("label.let_go", QT_TRANSLATE_NOOP("Actions", "Let go of selection and span"), ("Escape",), "", "x",
        Scope.ARTICLE, Need.DOCUMENT, 2),
    Act("label.done", QT_TRANSLATE_NOOP("Actions", "Done, open the next one to do"),
        ("Ctrl+Return", "Ctrl+Enter"), QT_TRANSLATE_NOOP("Actions", "marks this document done"),
        "circle-check", needs=LABELLING, group=3),
    Act("label.in_progress", QT_TRANSLATE_NOOP("Actions", "Mark the document in progress"), (), "",
        "circle-dot", needs=LABELLING, group=3),
    Act("label.new", QT_TRANSLATE_NOOP("Actions", "Mark the document new"), (), "", "circle",
        needs=LABELLING, group=3),
    Act("label.layer", QT_TRANSLATE_NOOP("Actions", "Choose a layer…"), ("Ctrl+L",),
        QT_TRANSLATE_NOOP("Actions", "yours or somebody else's on this document"), "git-compare",
        needs=Need.DOCUMENT, group=4),
    Act("label.exact", QT_TRANSLATE_NOOP("Actions", "Exact characters while selecting"), (),
        QT_TRANSLATE_NOOP("Actions", "or hold Alt while dragging"), "scissors", needs=Need.LIBRARY, group=4,
        checkable=True),
    Act("go.label", QT_TRANSLATE_NOOP("Actions", "Label documents"), ("Ctrl+1",), "", "pencil",
        needs=Need.LIBRARY),
    Act("go.label_set", QT_TRANSLATE_NOOP("Actions", "Label set"), ("Ctrl+2", "Ctrl+,"),
        QT_TRANSLATE_NOOP("Actions", "names, colours, keys, definitions"), "tags", needs=Need.CORPUS),
    Act("go.welcome", QT_TRANSLATE_NOOP("Actions", "Welcome page"), (), "", "book-open", needs=Need.LIBRARY),
    Act("go.next_document", QT_TRANSLATE_NOOP("Actions", "Next document"), ("Ctrl+PgDown",), "", "arrow-down",
        needs=Need.CORPUS, group=1),
    Act("go.previous_document", QT_TRANSLATE_NOOP("Actions", "Previous document"), ("Ctrl+PgUp",), "",
        "arrow-up", needs=Need.CORPUS, group=1),
    Act("go.next_to_do", QT_TRANSLATE_NOOP("Actions", "Next document to do"), ("Ctrl+Shift+Return",), "",
        "corner-down-right", needs=Need.CORPUS, group=1),
    Act("go.next_panel", QT_TRANSLATE_NOOP("Actions", "Next panel"), ("F6",), "", "", group=2),
    Act("go.previous_panel", QT_TRANSLATE_NOOP("Actions", "Previous panel"), ("Shift+F6",), "", "", group=2),
    Act("view.left_panel", QT_TRANSLATE_NOOP("Actions", "Left panel"), ("F9",),
        QT_TRANSLATE_NOOP("Actions", "documents"), "panel-left", checkable=True),
    Act("view.right_panel", QT_TRANSLATE_NOOP("Actions", "Right panel"), ("F8",),
        QT_TRANSLATE_NOOP("Actions", "spans and what is known of them"), "panel-right", checkable=True),
    Act("view.menu_bar", QT_TRANSLATE_NOOP("Actions", "Menu bar"), (), "", "menu", checkable=True),
    Act("view.captions", QT_TRANSLATE_NOOP("Actions", "Label names under spans"), (), "", "eye", group=1,
        checkable=True),
    Act("view.larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+="), "", "zoom-in",
        group=1),
    Act("view.smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), "", "zoom-out", group=1),
    Act("view.normal_size", QT_TRANSLATE_NOOP("Actions", "Text at 100 %"), ("Ctrl+0",), "", "", group=1),
    Act("view.compact", QT_TRANSLATE_NOOP("Actions", "Compact density"), ("Ctrl+Shift+D",),
        QT_TRANSLATE_NOOP("Actions", "lower rows, more of them in sight"), "list", group=1, checkable=True),
    Act("view.theme_system", QT_TRANSLATE_NOOP("Actions", "Light or dark as the system"), (), "", "contrast",
        group=2, checkable=True),
    Act("view.theme_light", QT_TRANSLATE_NOOP("Actions", "Light"), (), "", "sun", group=2, checkable=True),
    Act("view.theme_dark", QT_TRANSLATE_NOOP("Actions", "Dark"), (), "", "moon", group=2, checkable=True),
    Act("view.font_inter", QT_TRANSLATE_NOOP("Actions", "Article in Inter"), (), "", "", group=3,
        checkable=True),
    Act("view.font_be_vietnam_pro", QT_TRANSLATE_NOOP("Actions", "Article in Be Vietnam Pro"), (), "", "",
        group=3, checkable=True),
    Act("view.font_noto_serif", QT_TRANSLATE_NOOP("Actions", "Article in Noto Serif"), (), "", "", group=3,
        checkable=True),
    Act("view.language_system", QT_TRANSLATE_NOOP("Actions", "Language of the system"), (), "", "languages",
        group=4, checkable=True),
    Act("view.language_en", QT_TRANSLATE_NOOP("Actions", "English"), (), "", "languages", group=4,
        checkable=True),
    Act("view.language_vi", QT_TRANSLATE_NOOP("Actions", "Vietnamese"), (), "", "languages", group=4,
        checkable=True),
    Act("help.palette", QT_TRANSLATE_NOOP("Actions", "Search or run a command"), ("Ctrl+K",), "", "search"),
    Act("help.keys", QT_TRANSLATE_NOOP("Actions", "All keys"), ("F1",), "", "keyboard", also=("?",)),
    Act("help.keys_article", QT_TRANSLATE_NOOP("Actions", "All keys"), ("?",), "", "", Scope.ARTICLE),
    Act("help.menu", QT_TRANSLATE_NOOP("Actions", "Menu"), ("F10",), "", "menu"),
    Act("help.about", QT_TRANSLATE_NOOP("Actions", "About the annotator"), (), "", "info", group=1),
)
# fmt: on

UNLISTED: Final = frozenset({"help.keys_article", "help.menu"})
"""Acts that are keys only: neither menus nor palette list them."""


@dataclass(frozen=True, slots=True)
class ArticleKey:
    """A key that the article view answers itself; listed in the key sheet."""

    keys: str
    text: str


ARTICLE_KEYS: Final = (
    ArticleKey("← →", QT_TRANSLATE_NOOP("Actions", "one character")),
    ArticleKey("Ctrl ← →", QT_TRANSLATE_NOOP("Actions", "one word")),
    ArticleKey("Alt ← →", QT_TRANSLATE_NOOP("Actions", "one sentence")),
    ArticleKey("↑ ↓", QT_TRANSLATE_NOOP("Actions", "one line")),
    ArticleKey("Ctrl ↑ ↓", QT_TRANSLATE_NOOP("Actions", "one paragraph")),
    ArticleKey("Home End", QT_TRANSLATE_NOOP("Actions", "the line's ends")),
    ArticleKey("PgUp PgDn", QT_TRANSLATE_NOOP("Actions", "one page")),
    ArticleKey("Ctrl Home End", QT_TRANSLATE_NOOP("Actions", "the text's ends")),
    ArticleKey("Shift", QT_TRANSLATE_NOOP("Actions", "with any of these: select")),
)
