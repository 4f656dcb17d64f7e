"""The whole program, labelling by itself without a pause until a signal ends it.

Usage: ending_child.py LIBRARY
Writes a line for each step that is said to be saved.
"""

import sys

from PySide6.QtCore import QTimer

from annotator import app


def main() -> int:
    """Run the program; gives its exit status."""
    open_window = app.open_window

    def open_and_label(*words):  # type: ignore[no-untyped-def]
        window = open_window(*words)
        place = window.place
        marks = ((start, label) for label in range(5) for start in range(200))
        clock = QTimer(window, interval=2)

        def label_next() -> None:
            if not place.article.has_document:
                return
            start, label = next(marks)
            if start < len(place.article.text.rstrip()) and not place.article.text[start].isspace():
                place.article.select(start, start + 1)
                place.session.label(place.session.labels[label].uid)

        def tell(_step, _by):  # type: ignore[no-untyped-def]
            saved = window.windows.saving.steps - window.library_desk.pending
            sys.stdout.write(f"{saved}\n")
            sys.stdout.flush()

        window.windows.saving.kept.connect(tell)
        clock.timeout.connect(label_next)
        clock.start()
        return window

    app.open_window = open_and_label
    return app.run(sys.argv[1], "en", ())


if __name__ == "__main__":
    raise SystemExit(main())
