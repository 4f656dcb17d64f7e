"""Opening and closing libraries: one services desk after the other behind the window's desk."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.errors import AnnotatorError
from annotator.ui.desk import Bridge, WindowDesk
from annotator.ui.i18n import language
from annotator.ui.workbench import LibraryFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from annotator.model.document import Status
    from annotator.model.span import Span
    from annotator.services.library import Library
    from annotator.services.saving.desk import Desk as ServicesDesk
    from annotator.services.saving.elsewhere import Elsewhere
    from annotator.services.saving.job import Progress

    LayerShown = tuple[str, str, tuple[Span, ...], Status]

_CLOSING_SECONDS = 10.0


class LibraryDesk(QObject):
    """Holds the desk of the open library.

    Signals:
        opened: `LibraryFacts`.
        refused: an `AnnotatorError` and where the library is.
        save_state: `SaveState`.
        changed: `Outcome` of a committed write.
        warned: an `AnnotatorError` about something beside the work, a backup for example.
        backups_found: `WaysBack`, and where their library is.
        frozen: an `AnnotatorError`: the library was found damaged and is open for reading only from now on.
        kept_aside: `KeptAside`: the newest backup of a library whose file is gone, None without any.
    """

    opened = Signal(object)
    refused = Signal(object, str)
    save_state = Signal(object)
    changed = Signal(object)
    warned = Signal(object)
    backups_found = Signal(object, str)
    frozen = Signal(object)
    kept_aside = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = WindowDesk()
        self.where = ""
        self._bridge = Bridge(self)
        self._inner: ServicesDesk | None = None

    @property
    def pending(self) -> int:
        """Changes that are not committed yet."""
        return self.desk.pending

    def open(self, where: str, *, writable: bool = True, anew: bool = False) -> None:
        """Open a library in the background, in place of the one before, which must be closed.

        One that is gone is begun `anew` only if the person wants that: copies of it may be kept.
        """
        # Loaded only now: the window is painted before anything of the services is.
        from annotator.services.saving.desk import Desk
        from annotator.services.saving.hooks import Hooks

        def open_library(name: str) -> Library:
            from annotator.services.library import open_library as open_it
            from annotator.services.library import path_of

            if not anew and not path_of(name).exists():
                from annotator.services.safety.rescue import require_not_lost

                require_not_lost(name)
            library = open_it(name, writable=writable)
            library.begin_in(lambda: language().code)
            return library

        self.where = where
        inner: list[ServicesDesk] = []

        def is_mine() -> bool:
            return bool(inner) and self._inner is inner[0]

        def opened(library: Library) -> None:
            if is_mine():
                self.opened.emit(LibraryFacts.of(library))

        def refused(error: AnnotatorError) -> None:
            if is_mine():
                self.refused.emit(error, where)

        hooks = Hooks(
            opened,
            refused,
            lambda state: self.save_state.emit(state) if is_mine() else None,
            lambda outcome: self.changed.emit(outcome) if is_mine() else None,
            lambda error: self.warned.emit(error) if is_mine() else None,
            lambda error: self.frozen.emit(error) if is_mine() else None,
            lambda kept: self.kept_aside.emit(kept) if is_mine() else None,
        )
        inner.append(Desk(where, self._bridge.deliver, hooks, open_library))
        self._inner = inner[0]
        self.desk.attach(inner[0])
        inner[0].start()

    def find_backups(self, where: str) -> None:
        """Look in the background for copies of a library that does not open."""

        def look() -> None:
            from annotator.services.safety.rescue import ways_back

            try:
                found = ways_back(where)
            except AnnotatorError:
                return  # none is known: there is nothing to offer
            self._bridge.deliver(lambda: self.backups_found.emit(found, where))

        Thread(target=look, name="backups", daemon=True).start()

    def settle(self, seconds: float) -> bool:
        """Wait until all changes are saved or the disk has refused one; whether all are saved."""
        return self._inner is None or self._inner.settle(seconds)

    def save_elsewhere(
        self,
        path: str,
        shown: Sequence[LayerShown],
        done: Callable[[Elsewhere], None],
        failed: Callable[[AnnotatorError], None],
    ) -> None:
        """Copy the library into the new file `path`, with all that could not be saved in its own.

        `shown` are the layers on the screen, which count when the library cannot be read any more.
        """
        waiting = [] if self._inner is None else self._inner.waiting()

        def task(library: Library, _progress: Progress) -> Elsewhere:
            from annotator.services.saving.elsewhere import Shown, save_elsewhere

            return save_elsewhere(library, path, waiting, [Shown(*layer) for layer in shown])

        self.desk.run(task, lambda _now, _total: None, done, failed)

    def retry(self) -> None:
        """Send the change that failed again."""
        if self._inner is not None:
            self._inner.retry()

    def withdraw(self) -> bool:
        """Take the newest change out of those that the disk refuses; False when that is too late."""
        return self._inner is not None and self._inner.withdraw()

    def close(self) -> int:
        """Write what waits and close; gives the number of changes that could not be saved."""
        inner, self._inner = self._inner, None
        self.desk.attach(None)
        return 0 if inner is None else inner.close(_CLOSING_SECONDS)
