"""A program that is going to be killed: labels the stand-in by keyboard and tells each mark that is saved.

Usage: labelling_child.py LIBRARY GOLD-FILE
"""

import json
import sys
from pathlib import Path

from person import Person
from PySide6.QtWidgets import QApplication


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
        application.processEvents()
        if person.window.library_desk.pending == 0 and told < made:
            told = made
            sys.stdout.write(f"{told}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
