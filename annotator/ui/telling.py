"""What the window says by itself: in the status line, or in a strip that must be seen."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from annotator.ui.status_line import READING_TIME

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.parts.strip import Tone

_READING_TIME: Final = READING_TIME / 1000


class Telling(QObject):
    """Says things in status line and strip, and takes a strip away when it was read."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._strip_until: float | None = None
        self._has_told = False
        self._is_of_library = False

    def tell(self, words: str) -> None:
        """Say something in the status line."""
        if words:
            self._has_told = True
            self._window.status_line.tell(words)

    def add(self, words: str) -> None:
        """Say in the status line what is no answer, without taking the place of one."""
        self._has_told = True
        self._window.status_line.also(words)

    def warn(self, words: str) -> None:
        """Say in a strip what the person must see; it stays until they close it. Nothing to say closes it."""
        self._say_in_strip(words, "warn")
        self._window.failed_strip.note("")

    def assure(self, words: str) -> None:
        """Say in a strip what went well and must be seen; it stays until the person closes it."""
        self._say_in_strip(words, "ok")

    def assure_briefly(self, words: str) -> None:
        """As `assure`, but it goes by itself once something else was done."""
        self.assure(words)
        self._strip_until = monotonic() + _READING_TIME

    def say_failure(self, words: str, *, of_library: bool = False) -> None:
        """Say in a strip what did not work just now; it goes by itself once something else was done.

        While a strip says that changes are not saved, it stands in that one. What is said `of_library`, that
        it cannot be read, goes as soon as it is told in its own place or is over.
        """
        if self._window.failed_strip.sentence:
            self._window.failed_strip.note(words)
        else:
            self._say_in_strip(words, "warn")
        self._strip_until = monotonic() + _READING_TIME
        self._is_of_library = of_library

    def library_told(self) -> None:
        """What became of the library is told elsewhere, or over."""
        if self._is_of_library:
            self.warn("")

    def _say_in_strip(self, words: str, tone: Tone) -> None:
        self._strip_until, self._is_of_library = None, False
        self._window.notice_strip.set_tone(tone)
        self._window.notice_strip.say(words)

    def something_done(self) -> None:
        """Something else worked since: what was told before goes, once it could be read."""
        if self._strip_until is not None and monotonic() > self._strip_until:
            self.warn("")
        self.page_turned()

    def page_turned(self) -> None:
        """The person went on to another page: what was told before goes, once it could be read."""
        if self._has_told:
            self._has_told = False
            self._window.say_where()
