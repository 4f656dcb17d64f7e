"""The log file, and what happens to an error nobody expected: it is written down and said in one sentence.

No words of a document get into the log, nor names of people or of their files: of an exception its kind and
the way to it are kept, and of its message the words that stand in the program's own code on that way, or
that Python itself says (`_PYTHONS`); every other word becomes "…". Nothing is ever sent anywhere.
"""

from __future__ import annotations

import errno
import faulthandler
import logging
import re
import sys
import threading
import traceback
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

import annotator
from annotator import paths
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, TracebackType

    from annotator.messages import Message

LOG_NAME: Final = "annotator.log"
CRASH_NAME: Final = "crash.log"

_SPEAKS_OF_PROGRAM: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    ImportError,
    MemoryError,
    NameError,
    NotImplementedError,
    RuntimeError,
    TypeError,
)
"""Errors whose messages mostly speak of the program; those of others are mostly what was worked with."""

_WORD: Final = re.compile(r"\w+")
_QUOTED: Final = re.compile(r"([\"'\u201c\u2018]).*?[\"'\u201d\u2019]", re.DOTALL)
_REPEATED: Final = re.compile(r"…+")
_LONGEST: Final = 300
_PYTHONS: Final = """
    a an and any are argument arguments at attribute be been but by bytes callable cannot changed closed
    defined deleted dict division during exceeded expected False float for from function generator given
    got has in index instance int integer internal is it item items iterable iteration key keyword large
    list local maximum method missing module more must no None NoneType not object of on only open
    operand operands or out positional range recursion required returned sequence set size str
    subscriptable supported takes than that the to too True tuple type types unexpected unhashable unpack
    unsupported value values variable was were with wrong zero 0 1 2 3 4 5 6 7 8 9
"""
"""Words that Python's own messages are made of."""
_SIZE: Final = 1_000_000
_KEPT: Final = 3

_BEGINNING: Final = {"name": "annotator", "levelno": logging.INFO, "levelname": "INFO"}

_log = logging.getLogger("annotator")


def log_file() -> Path:
    """Where the log is written."""
    return paths.log_folder() / LOG_NAME


def crash_file() -> Path:
    """Where Python writes when it falls over itself."""
    return paths.log_folder() / CRASH_NAME


class _LogFile(logging.Handler):
    """Opens the file at its first line: what rotates it is not loaded while there is nothing to tell.

    Before that line stands by which versions of what the system brings along this process reads and keeps.
    """

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
            self._file.emit(logging.makeLogRecord({**_BEGINNING, "msg": versions()}))
        self._file.emit(record)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
        super().close()


def start_log(tell: Callable[[Message], None]) -> None:
    """Write the log from now on, and bring errors that nobody caught into it.

    Args:
        tell: shows one sentence to the person when such an error came; called in the thread where it came.
    """
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _LogFile(log_file())
        # Never closed: a crash of the interpreter itself writes here at any time.
        faulthandler.enable(crash_file().open("a"))
    except OSError:
        # Without a place to write, the program works all the same.
        handler = logging.NullHandler()
        faulthandler.enable()
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False
    _catch_the_uncaught(tell)


def versions() -> str:
    """The versions of this program, Python, SQLite and Expat; "-" for what this Python came without."""
    return (
        f"annotator {annotator.__version__}, Python {sys.version.split()[0]} ({sys.platform}), "
        f"SQLite {_version('sqlite3', 'sqlite_version')}, Expat {expat_version()}"
    )


def expat_version() -> str:
    """The version of the parser of XML that this Python carries; "-" where it came without."""
    return _version("pyexpat", "EXPAT_VERSION").removeprefix("expat_")


def _version(module: str, name: str) -> str:
    try:
        return str(getattr(import_module(module), name))
    except ImportError:
        return "-"


def record_start() -> None:
    """Write down that a window came up, and so the versions."""
    _log.info("a window came up")


def record_failure(error: BaseException) -> Message:
    """Write an error of the program itself into the log; gives the sentence for the person."""
    _log.error("unexpected error\n%s", described(error))
    return say(
        "The program met an error of its own ({kind}). What was saved is safe. Please report it with the log "
        "file {path}.",
        kind=type(error).__name__,
        path=str(log_file()),
    )


def record_qt(kind: str, words: str) -> str:
    """Write down what Qt complains about, without what stands in quotes or is not plain ASCII; gives it."""
    shown = "".join(sign if " " <= sign <= "~" else "…" for sign in _QUOTED.sub("…", words))
    told = f"{kind}: {without_home(_REPEATED.sub('…', shown)[:_LONGEST])}"
    _log.warning("Qt: %s", told)
    return told


def described(error: BaseException) -> str:
    """The way to an error, its kind and what of its message is the program's own; no words of a document."""
    frames = without_home("".join(traceback.format_tb(error.__traceback__)))
    told = _own_words(error)
    own = f"{frames}{type(error).__qualname__}{f': {told}' if told else ''}"
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return own if cause is None else f"{described(cause)}\n\n{own}"


def without_home(text: str) -> str:
    """The text with the person's home folder as "~": its name is mostly theirs."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text


def _own_words(error: BaseException) -> str:
    if isinstance(error, OSError):
        return "" if error.errno is None else errno.errorcode.get(error.errno, str(error.errno))
    if not isinstance(error, _SPEAKS_OF_PROGRAM):
        return ""
    known = {*_PYTHONS.split()} | _words_on_the_way(error.__traceback__)
    told = _WORD.sub(lambda found: found[0] if found[0] in known else "…", str(error))
    return re.sub(r"(?:…[^\w…]*)+…", "…", told) if any(sign.isalnum() for sign in told) else ""


def _words_on_the_way(trace: TracebackType | None) -> set[str]:
    """Words of names and literals in the functions that an error came through."""
    found: set[str] = set()
    while trace is not None:
        code: CodeType = trace.tb_frame.f_code
        literals = [each for each in code.co_consts if isinstance(each, str)]
        for text in (code.co_name, *code.co_names, *code.co_varnames, *literals):
            found.update(_WORD.findall(text))
        trace = trace.tb_next
    return found


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
    sys.unraisablehook = lambda args: caught(args.exc_type, args.exc_value, args.exc_traceback)
    threading.excepthook = lambda args: caught(args.exc_type, args.exc_value, args.exc_traceback)
