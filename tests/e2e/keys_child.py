"""A window that knows every act of the catalogue and prints the id of each one that a key reaches."""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.actions import Actions
from annotator.ui.catalogue import CATALOGUE


def tell(words: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> None:
    """Show the window, print its number, then what the keys do, until the pipe is closed."""
    app = QApplication(sys.argv)
    window = QWidget()
    window.resize(400, 300)
    handlers = {act.id: partial(tell, act.id) for act in CATALOGUE}
    actions = Actions(window, window, handlers)
    for act in CATALOGUE:
        actions[act.id].setCheckable(False)
    window.show()
    window.setFocus()
    tell(str(int(window.winId())))
    app.exec()


main()
