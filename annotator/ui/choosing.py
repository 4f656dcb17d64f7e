"""Choosing files and folders: the only dialogs of the daily path.

The system's own dialog is used where there is one; Qt's, which stands in elsewhere, opens so wide that names,
sizes and dates can be read without scrolling sideways. A dialog begins in the folder of what was chosen last,
at first among the person's documents: the folder that the program was started in means nothing to anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDir, QFileInfo, QSettings, QSize, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from annotator.paths import config_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

SIZE: Final = QSize(1000, 600)
_Mode = QFileDialog.FileMode
_Accept = QFileDialog.AcceptMode


def files_to_open(parent: QWidget, title: str, kinds: Sequence[str]) -> list[str]:
    """Paths of files that are there; none when the person changed their mind.

    Args:
        parent: the window.
        title: of the dialog.
        kinds: filters as Qt writes them, "Articles (*.txt *.docx)".
    """
    return _ask(dialog_for(parent, title, kinds=kinds, mode=_Mode.ExistingFiles))


def file_to_open(parent: QWidget, title: str, kinds: Sequence[str] = (), where: str = "") -> str:
    """Path of one file that is there, "" for none; `where` is the folder, or the file, to begin at."""
    return _first(_ask(dialog_for(parent, title, where, kinds=kinds, mode=_Mode.ExistingFile)))


def folder_to_open(parent: QWidget, title: str) -> str:
    """Path of a folder that is there, "" for none."""
    return _first(_ask(dialog_for(parent, title, mode=_Mode.Directory)))


def file_to_save(parent: QWidget, title: str, where: str, kinds: Sequence[str] = ()) -> str:
    """Path of a file to be written, "" for none; replacing one that is there has been agreed to.

    Args:
        parent: the window.
        title: of the dialog.
        where: path that is proposed, or a name in the folder of what was chosen last.
        kinds: filters as Qt writes them.
    """
    return _first(_ask(dialog_for(parent, title, where, kinds=kinds, accept=_Accept.AcceptSave)))


def dialog_for(
    parent: QWidget,
    title: str,
    where: str = "",
    *,
    kinds: Sequence[str] = (),
    mode: QFileDialog.FileMode = _Mode.AnyFile,
    accept: QFileDialog.AcceptMode = _Accept.AcceptOpen,
) -> QFileDialog:
    """The dialog, not yet shown."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=mode is _Mode.Directory)
    if kinds:  # without any Qt says itself what is shown
        dialog.setNameFilters(list(kinds))
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    proposed = QFileInfo(where)
    if where and proposed.isAbsolute() and proposed.isDir():
        dialog.setDirectory(where)
    else:
        is_whole = bool(where) and proposed.isAbsolute()
        dialog.setDirectory(proposed.absolutePath() if is_whole else _first_folder())
        dialog.selectFile(proposed.fileName())
    room = parent.screen().availableSize() if parent.screen() else SIZE
    dialog.resize(SIZE.boundedTo(room))
    return dialog


def _kept() -> QSettings:
    return QSettings(str(config_folder() / "window.ini"), QSettings.Format.IniFormat)


def _first_folder() -> str:
    """The folder of what was chosen last if it is still there, else the documents, else the home."""
    last = str(_kept().value("folder") or "")
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((path for path in (last, documents) if path and QFileInfo(path).isDir()), QDir.homePath())


def _ask(dialog: QFileDialog) -> list[str]:
    chosen = dialog.selectedFiles() if dialog.exec() else []
    if chosen:
        _kept().setValue("folder", QFileInfo(chosen[0]).absolutePath())
    dialog.deleteLater()
    return chosen


def _first(paths: Sequence[str]) -> str:
    return paths[0] if paths else ""
