"""A program that is going to be killed: labels the stand-in by keyboard and tells each mark that is saved.

Usage: labelling_child.py LIBRARY GOLD-FILE
"""

import json
import sys
from pathlib import Path

from person import Person
from PySide6.QtWidgets import QApplication

AHEAD = 2
"""Marks that may wait to be saved: a person is no faster, and the kill comes while some do."""


def main() -> None:
    """Label until killed."""
    application = QApplication([])
    gold = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    marks = sorted((span["start"], span["end"], span["label"]) for span in gold["spans"])
    person = Person(Path(sys.argv[1]))
    person.wait_document()
    told = 0
    for made, mark in enumerate(marks, start=1):
        person.label_by_keys(mark)
        person.wait(lambda: person.window.library_desk.pending <= AHEAD, "the disk keeps up")
        application.processEvents()
        saved = made - person.window.library_desk.pending
        if saved > told:
            told = saved
            sys.stdout.write(f"{told}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
