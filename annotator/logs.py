"""The log file, and what happens to an error nobody expected: it is written down and said in one sentence.

No words of a document get into the log: of an exception its kind and the way to it are kept, its message only
for kinds whose messages speak of the program (`_SAFE`). Nothing is ever sent anywhere.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from typing import TYPE_CHECKING, Final

from annotator import paths
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from annotator.messages import Message

LOG_NAME: Final = "annotator.log"

_SAFE: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    ImportError,
    MemoryError,
    NameError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
)
_SIZE: Final = 1_000_000
_KEPT: Final = 3

_log = logging.getLogger("annotator")


def log_file() -> Path:
    """Where the log is written."""
    return paths.log_folder() / LOG_NAME


class _LogFile(logging.Handler):
    """Opens the file at its first line: what rotates it is not loaded while there is nothing to tell."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(
                self._path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True
            )
            self._file.setFormatter(self.formatter)
        self._file.emit(record)


def start_log(tell: Callable[[Message], None]) -> None:
    """Write the log from now on, and bring errors that nobody caught into it.

    Args:
        tell: shows one sentence to the person when such an error came; called in the thread where it came.
    """
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _LogFile(log_file())
        # Never closed: a crash of the interpreter itself writes here at any time.
        faulthandler.enable((log_file().parent / "crash.log").open("a"))
    except OSError:
        # Without a place to write, the program works all the same.
        handler = logging.NullHandler()
        faulthandler.enable()
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False
    _catch_the_uncaught(tell)


def record_failure(error: BaseException) -> Message:
    """Write an error of the program itself into the log; gives the sentence for the person."""
    _log.error("unexpected error\n%s", described(error))
    return say(
        "The program met an error of its own ({kind}). What was saved is safe. Please report it with the log "
        "file {path}.",
        kind=type(error).__name__,
        path=str(log_file()),
    )


def described(error: BaseException) -> str:
    """The way to an error and its kind, without words of a document."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    told = f": {error}" if isinstance(error, _SAFE) else ""
    own = f"{frames}{type(error).__qualname__}{told}"
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return own if cause is None else f"{described(cause)}\n\n{own}"


def _catch_the_uncaught(tell: Callable[[Message], None]) -> None:
    telling = threading.local()

    def caught(
        kind: type[BaseException], error: BaseException | None, trace: TracebackType | None = None
    ) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt) or getattr(telling, "now", False):
            return
        telling.now = True  # an error while telling of an error ends here
        try:
            tell(record_failure(error.with_traceback(trace)))
        finally:
            telling.now = False

    sys.excepthook = caught
    threading.excepthook = lambda args: caught(args.exc_type, args.exc_value, args.exc_traceback)
