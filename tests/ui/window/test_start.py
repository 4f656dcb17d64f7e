from __future__ import annotations

import subprocess
import sys

_LOOK = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from annotator import app
from annotator.ui.library_desk import LibraryDesk
opened = []
LibraryDesk.open = lambda self, where, **_: opened.append((where, sorted(sys.modules)))
window = app.open_window("somewhere.annotator", "en")
while not opened:
    application.processEvents()
where, modules = opened[0]
heavy = ("sqlalchemy", "sqlite3", "lxml", "trafilatura", "annotator.services", "annotator.storage")
print([name for name in modules if name.startswith(heavy)])
window.library_desk.close()
"""


def test_the_window_is_painted_before_anything_of_the_library_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", _LOOK], capture_output=True, check=False, encoding="utf-8")
    assert done.stdout.strip() == "[]", done.stderr
