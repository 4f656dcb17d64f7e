"""The one door of the program: reads the first words, looks whether a window can open, then goes there.

At import only the standard library and our own two lowest modules are needed, so that a machine that lacks
something is told what, in one sentence, before anything that needs it is loaded. No traceback reaches a
person.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.cli import COMMANDS
from annotator.errors import AnnotatorError, UserError
from annotator.messages import Message, say
from annotator.preflight import check_machine
from annotator.streams import ended_quietly, only_ascii, restart_in_utf8, settle_streams, shown_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_GLOBAL_WITH_VALUE: Final = ("--library", "--language")
_GLOBAL_FLAGS: Final = ("--debug", "--json")


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of the command ask for.

    Attributes:
        library: path or URL, None for the default one.
        language: "en", "vi" or None for the system's.
        debug: whether to say where the log is.
        files: files to open in the window.
        is_command: whether the command line must answer: a command, a wish for help, or wrong words.
    """

    library: str | None = None
    language: str | None = None
    debug: bool = False
    files: list[str] = field(default_factory=list)
    is_command: bool = False


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these words (those of the process by default); gives the exit status."""
    settle_streams()
    if argv is None and only_ascii():
        restart_in_utf8()
    with ended_quietly():
        return _run(list(sys.argv[1:] if argv is None else argv))


def _run(arguments: list[str]) -> int:
    unreadable = next((shown for word in arguments if (shown := shown_name(word)) != word), None)
    if unreadable is not None:
        return _refuse_word(unreadable, arguments)
    words = read_words(arguments)
    try:
        _start_log(words)
        if words.is_command:
            from annotator.cli.main import main as run_command

            return run_command(arguments)
        return _open_window(words)
    except AnnotatorError as problem:
        _tell(problem.message, words.language)
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.split(".")[0] == "annotator":
            raise
        _tell(_packages_missing(missing.name), words.language)
    except BrokenPipeError:
        pass  # whoever was to read the sentence has gone
    return 1


def _refuse_word(shown: str, arguments: Sequence[str]) -> int:
    """Tell which word is no text: it could neither be kept in a library nor be said again."""
    from annotator.cli.console import Console
    from annotator.cli.parser import language_in

    console = Console(language_in(arguments), as_json="--json" in arguments)
    console.refuse(
        say(
            "“{word}” is not valid UTF-8. Write it in UTF-8, rename the file if it is one, and try again. "
            "Nothing was changed.",
            word=shown,
        )
    )
    return 1


def read_words(arguments: Sequence[str]) -> Words:
    """What the words ask for, without judging more of them than their beginning."""
    found: dict[str, str] = {}
    place, only_files = 0, False
    while place < len(arguments) and arguments[place].startswith("-") and arguments[place] != "-":
        word = arguments[place]
        name, has_value, value = word.partition("=")
        place += 1
        if word == "--":
            only_files = True
            break
        if name in _GLOBAL_WITH_VALUE:
            if not has_value and place == len(arguments):
                return Words(is_command=True)
            value = value if has_value else arguments[place]
            place += not has_value
        elif word not in _GLOBAL_FLAGS:
            return Words(language=found.get("--language"), is_command=True)
        found[name] = value
    rest = list(arguments[place:])
    return Words(
        library=found.get("--library"),
        language=found.get("--language"),
        debug="--debug" in found,
        files=rest,
        is_command="--json" in found or not (only_files or _are_files(rest)) or not _speaks(found),
    )


def _speaks(found: Mapping[str, str]) -> bool:
    return found.get("--language", "en") in ("en", "vi")


def _are_files(rest: Sequence[str]) -> bool:
    """Whether the words can be meant as files; nothing at all can, one that is a command cannot."""
    if not rest:
        return True
    first = rest[0]
    if first in COMMANDS:
        return False
    return os.sep in first or Path(first).exists() or bool(Path(first).suffix)


def _start_log(words: Words) -> None:
    from annotator.logs import log_file, start_log

    start_log(lambda message: _tell(message, words.language))
    if words.debug:
        print(log_file(), file=sys.stderr)  # noqa: T201


def _open_window(words: Words) -> int:
    for name in words.files:
        if not Path(name).exists():
            raise UserError(say("{path}: there is no such file or folder.", path=name))
    check_machine(os.environ)
    from annotator.app import run
    from annotator.paths import default_library

    library = default_library() if words.library is None else words.library
    return run(library, words.language, words.files)


def _packages_missing(name: str) -> Message:
    return say(
        "The Python package {name} is missing; in the folder of the program this command installs all "
        "it needs: {python} -m pip install -e .",
        name=name,
        python=sys.executable,
    )


def _tell(message: Message, language: str | None) -> None:
    """Say one sentence on stderr, in the person's language when its catalogue can be had."""
    try:
        from annotator.language import catalogue, persons_language
    except ModuleNotFoundError:
        text = message.render()
    else:
        text = message.render(catalogue(persons_language(language)))
    print(f"annotator: {text}", file=sys.stderr)  # noqa: T201
