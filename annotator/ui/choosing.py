"""Choosing files and folders: the only dialogs of the daily path.

The system's own dialog is used where there is one; Qt's, which stands in elsewhere, opens so wide that names,
sizes and dates can be read without scrolling sideways.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileInfo, QSize
from PySide6.QtWidgets import QFileDialog

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
        where: path that is proposed.
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
    dialog.setNameFilters(list(kinds))
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    proposed = QFileInfo(where)
    if where and proposed.isDir():
        dialog.setDirectory(where)
    elif where:
        dialog.setDirectory(proposed.absolutePath())
        dialog.selectFile(proposed.fileName())
    room = parent.screen().availableSize() if parent.screen() else SIZE
    dialog.resize(SIZE.boundedTo(room))
    return dialog


def _ask(dialog: QFileDialog) -> list[str]:
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return chosen


def _first(paths: Sequence[str]) -> str:
    return paths[0] if paths else ""
