"""The program at work where no network may be reached, in one process and the children it starts.

Usage: network_child.py commands FOLDER GOLD-FILE   every command, every format that is written
       network_child.py window FOLDER GOLD-FILE     a stretch of work in the window, every page of it

Prints one JSON object: what was done, and whether any library of Qt's network was loaded.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from person import Person

HOSTILE = "http://127.0.0.1:9/a <img src='http://127.0.0.1:9/b.png'> <link href='http://127.0.0.1:9/c.css'>"
PAGES = (
    "go.review",
    "go.find",
    "go.figures",
    "go.label_set",
    "file.corpora",
    "file.export",
    "view.settings",
    "help.report",
    "help.self_test",
    "help.keys",
    "go.label",
)


def commands(folder: Path, gold: Path) -> Iterator[list[str]]:
    """Words of every command, in an order in which each has something to work on."""
    from annotator.formats.registry import WRITABLE

    page = folder / "page.html"
    page.write_text(f"<!DOCTYPE html><html><body><p>{HOSTILE}</p><p>{'Một bài báo. ' * 40}</p></body></html>")
    other = folder / "lan.jsonl"
    other.write_text(gold.read_text(encoding="utf-8"), encoding="utf-8")
    yield ["import", str(gold), "--corpus", "News", "--annotator", "Lan"]
    yield ["import", str(page), str(other), "--corpus", "News", "--annotator", "Hà"]
    yield ["corpora"]
    yield ["documents", "--corpus", "News"]
    yield ["stats", "--corpus", "News"]
    yield ["search", "--corpus", "News", "tỉnh"]
    yield ["labels", "--corpus", "News", "rename", "award", "prize"]
    yield ["labels", "--corpus", "News", "guideline", "--output", str(folder / "guideline.html")]
    yield ["spans", "list", "--corpus", "News"]
    yield ["agreement", "--corpus", "News", "--output", str(folder / "agreement.html")]
    yield ["review", "--corpus", "News", "--annotators", "Lan,Hà"]
    yield ["recipes", "--corpus", "News", "list"]
    for name in WRITABLE:
        target = str(folder / f"out-{name}")
        yield ["export", "--corpus", "News", "--format", name, "--annotator", "Lan", "--output", target]
    package = str(folder / "lan.package")
    yield [
        "package",
        "make",
        "--corpus",
        "News",
        "--kind",
        "return",
        "--annotator",
        "Lan",
        "--output",
        package,
    ]
    yield ["package", "show", package]
    yield ["package", "merge", package, "--dry-run"]
    yield ["history", "--corpus", "News"]
    yield ["undo"]
    yield ["redo"]
    yield ["check"]
    yield ["backup", "--output", str(folder / "copy.annotator")]
    yield ["backups"]
    yield ["restore", str(folder / "copy.annotator"), "--output", str(folder / "restored.annotator")]
    yield ["self-test", "--kills", "1"]


def run_commands(folder: Path, gold: Path) -> list[str]:
    """Do all of them; gives the words of those that ended otherwise than expected."""
    from annotator.entry import main

    return [" ".join(words) for words in commands(folder, gold) if main(words) not in (0, _partly(words))]


def _partly(words: list[str]) -> int:
    """A format that cannot hold everything says so by 1."""
    return 1 if words[0] in ("export", "import") else 0


def work(person: Person, folder: Path) -> list[str]:
    """Label, undo, look at every page, take in a page from the web; gives the pages that were seen."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    window = person.window
    person.wait_document()
    person.label_by_keys((0, 4, "person"))
    person.wait_saved()
    person.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.wait_saved()
    seen = []
    for act in PAGES:
        window.actions_[act].trigger()
        QTest.qWait(30)
        seen.append(act)
        if act == "help.keys":
            window.late.key_sheet.dismiss()
    person.wait(lambda: window.late.report.save_button.isEnabled(), "the report", 30)
    window.bring_in([folder / "page.html"])
    corpus = window.flow.workbench
    person.wait(lambda: corpus.corpus is not None and corpus.corpus.documents == 2, "the page", 60)
    return seen


def run_window(folder: Path, gold: Path) -> list[str]:
    """Open the window on a library with a hostile title and text, and work."""
    from person import Person
    from PySide6.QtWidgets import QApplication

    from annotator.services.library import open_library

    path = folder / "window.annotator"
    with open_library(str(path)) as library:
        corpus = library.corpora.create("News").value
        library.documents.add(corpus.uid, HOSTILE, f"{HOSTILE}\n\n{gold.name}", {"source": HOSTILE})
    (folder / "page.html").write_text(f"<html><body><p>{HOSTILE}</p><p>{'Một bài. ' * 80}</p></body></html>")
    application = QApplication([])
    person = Person(path)
    seen = work(person, folder)
    person.close()
    application.processEvents()
    return seen


def main() -> None:
    """Do what the words ask for and tell what came of it."""
    way, folder, gold = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    told = run_commands(folder, gold) if way == "commands" else run_window(folder, gold)
    maps = Path("/proc/self/maps")
    loaded = maps.read_text(encoding="utf-8", errors="replace") if maps.exists() else ""
    answer = {"told": told, "qt_network": "Qt6Network" in loaded or "PySide6.QtNetwork" in sys.modules}
    sys.stdout.write(f"\n{json.dumps(answer)}\n")


if __name__ == "__main__":
    main()
