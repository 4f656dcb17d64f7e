"""Files, corpora and libraries."""

from __future__ import annotations

from typing import Final

from annotator.ui.acts.act import ADDING, Act, Need
from annotator.ui.i18n import QT_TRANSLATE_NOOP

# fmt: off
ACTS: Final = (
    Act("file.open", QT_TRANSLATE_NOOP("Actions", "Open files…"), ("Ctrl+O",),
        QT_TRANSLATE_NOOP("Actions", "articles and annotated files"), "file-plus", needs=ADDING),
    Act("file.open_folder", QT_TRANSLATE_NOOP("Actions", "Open a folder…"), ("Ctrl+Shift+O",),
        QT_TRANSLATE_NOOP("Actions", "everything readable in it"), "folder-open", needs=ADDING),
    Act("file.paste", QT_TRANSLATE_NOOP("Actions", "Paste text as a document"), ("Ctrl+Shift+V",),
        QT_TRANSLATE_NOOP("Actions", "from the clipboard"), "clipboard-paste", needs=ADDING),
    Act("file.new_corpus", QT_TRANSLATE_NOOP("Actions", "New corpus…"), ("Ctrl+Shift+N",),
        QT_TRANSLATE_NOOP("Actions", "with the five standard labels"), "plus", needs=ADDING, group=1),
    Act("file.sample", QT_TRANSLATE_NOOP("Actions", "Open the sample corpus"), ("Ctrl+T",),
        QT_TRANSLATE_NOOP("Actions", "articles to try everything on"), "flask-conical", needs=ADDING,
        group=1),
    Act("file.corpora", QT_TRANSLATE_NOOP("Actions", "Corpora…"), ("Ctrl+Shift+C",),
        QT_TRANSLATE_NOOP("Actions", "choose, rename, put into the bin"), "folder", needs=Need.LIBRARY,
        group=1),
    Act("file.bin", QT_TRANSLATE_NOOP("Actions", "Documents in the bin"), (),
        QT_TRANSLATE_NOOP("Actions", "what was deleted: take it back, or empty the bin"), "trash-2",
        needs=Need.CORPUS, group=1),
    Act("file.stop_import", QT_TRANSLATE_NOOP("Actions", "Stop the import"), (),
        QT_TRANSLATE_NOOP("Actions", "nothing of the file at hand is kept"), "x", needs=Need.IMPORT, group=1),
    Act("file.export", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+E",),
        QT_TRANSLATE_NOOP("Actions", "form, preview, what would be lost"), "upload", needs=Need.CORPUS,
        group=2),
    Act("file.open_library", QT_TRANSLATE_NOOP("Actions", "Open another library…"), (),
        QT_TRANSLATE_NOOP("Actions", "a file on this machine"), "database", group=3),
    Act("file.new_library", QT_TRANSLATE_NOOP("Actions", "New library…"), (), "", "database", group=3),
    Act("file.quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), "", "log-out", group=4),
)
# fmt: on
