"""A second start on a library that is held: who holds it, reading beside it, and when it is free."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDateTime, Qt

from annotator.errors import Holder
from annotator.model.soundness import BackupInfo, WaysBack
from annotator.storage.file.lock import LibraryLock
from annotator.ui.check.doing import CheckDoing
from annotator.ui.i18n import language
from annotator.ui.pages.refused import RefusedPage
from annotator.ui.parts.buttons import Button

from .conftest import WAIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from annotator.ui.main_window import MainWindow

    At = Callable[[Path], MainWindow]

LABELLER = """
import json, sys
from annotator.services.library import open_library
library = open_library(sys.argv[1], program="annotator window")
print(json.dumps("held"), flush=True)
for line in sys.stdin:
    library.documents.add(library.corpora.list()[0].uid, line.strip(), f"Bài của {line}")
    print(json.dumps("saved"), flush=True)
"""


@pytest.fixture
def other(filled: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that writes the library, and adds a document for each line it gets."""
    command = [sys.executable, "-c", LABELLER, str(filled)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert _answer(process) == "held"
        yield process
        process.kill()


def _answer(process: subprocess.Popen[str]) -> object:
    assert process.stdout is not None
    return json.loads(process.stdout.readline())


def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    acquire = LibraryLock.acquire
    monkeypatch.setattr(LibraryLock, "acquire", lambda lock, program: acquire(lock, program, wait=0))


def test_the_holder_is_named_reading_goes_on_beside_it_and_its_end_is_said(
    at: At, filled: Path, other: subprocess.Popen[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _quickly(monkeypatch)
    window = at(filled)
    page = window.late.refused
    assert page.title == "You have this library open already"
    assert "just now" in page.sentence
    other.kill()
    other.wait()
    page.look_again()
    qtbot.waitUntil(lambda: page.title == "This library is free now", timeout=WAIT)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.flow.workbench.library is not None, timeout=WAIT)
    assert window.flow.workbench.library is not None
    assert not window.flow.workbench.library.is_read_only


def test_a_window_that_reads_shows_what_the_other_saves(
    at: At, filled: Path, other: subprocess.Popen[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _quickly(monkeypatch)
    window = at(filled)
    window.late.refused.reading_wanted.emit()
    qtbot.waitUntil(lambda: window.flow.workbench.corpus is not None, timeout=WAIT)
    beside = window.commands.part(CheckDoing).beside
    assert beside.is_watching
    beside.ask()
    qtbot.waitUntil(lambda: beside.known is not None, timeout=WAIT)
    assert other.stdin is not None
    print("Tin mới", file=other.stdin, flush=True)
    assert _answer(other) == "saved"
    beside.ask()

    def documents() -> int:
        corpus = window.flow.workbench.corpus
        return corpus.documents if corpus else 0

    qtbot.waitUntil(lambda: documents() == 4, timeout=WAIT)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(61, "1 minute ago"), (3 * 3600, "3 hours ago"), (2 * 86400, "2 days ago"), (-500, "just now")],
)
def test_since_when_is_said_in_words(qtbot: QtBot, seconds: int, words: str) -> None:
    language().choose("en")
    page = RefusedPage()
    qtbot.addWidget(page)
    since = QDateTime.currentDateTimeUtc().addSecs(-seconds).toString(Qt.DateFormat.ISODateWithMs)
    page.explain("", "", can_read=True, holder=Holder("Lan", "LAB-3", "annotator", "12", since))
    assert page.title == "Lan is writing in this library"
    assert words in page.sentence


@pytest.mark.parametrize("since", ["", "yesterday", "2026-13-45T99:99:99.000Z"])
def test_a_signature_that_says_nothing_is_no_obstacle(qtbot: QtBot, since: str) -> None:
    language().choose("en")
    page = RefusedPage()
    qtbot.addWidget(page)
    page.explain("", "", can_read=False, holder=Holder(since=since))
    assert page.title == "Somebody else is writing in this library"
    assert "Nothing was changed." in page.sentence


def _offered(page: RefusedPage) -> list[str]:
    """What stands on the buttons, the filled one first."""
    buttons = [each for each in page.findChildren(Button) if not each.isHidden()]
    return [each.text() for each in sorted(buttons, key=lambda each: each.property("kind") != "primary")]


OTHER = BackupInfo("/backups/other", "2026-11-23T21:17:00.000Z", 3, 9, 4096, line="ba9876543210")
COPY = BackupInfo("/backups/copy", "2026-11-23T21:17:00.000Z", 3, 9, 4096, "0" * 64, 7)


@pytest.mark.parametrize(
    ("kind", "copies", "first", "never"),
    [
        ("damaged", [COPY], "Put the backup of", {"Try again", "Open for reading"}),
        ("damaged", [], "Save what can be read…", {"Try again", "Open for reading"}),
        ("foreign", [], "Open another library…", {"Try again", "Open for reading", "Save what can be read…"}),
        ("foreign", [COPY], "Put the backup of", {"Try again", "Open for reading", "Save what can be read…"}),
        ("newer", [], "Open another library…", {"Try again", "Open for reading", "Save what can be read…"}),
        ("damaged", [OTHER], "Save what can be read…", {"Try again", "Open for reading"}),
        ("other", [], "Try again", {"Save what can be read…", "Choose a backup…"}),
    ],
)
def test_the_likely_way_is_the_filled_one_and_nothing_useless_is_offered(
    qtbot: QtBot, kind: str, copies: list[BackupInfo], first: str, never: set[str]
) -> None:
    language().choose("en")
    page = RefusedPage()
    qtbot.addWidget(page)
    damaged, foreign = kind == "damaged", kind == "foreign"
    page.explain(
        "/a/b is it.",
        "/a/b",
        can_read=True,
        is_damaged=damaged,
        is_foreign=foreign,
        is_newer=kind == "newer",
    )
    page.offer(WaysBack(tuple(copies), "0123456789ab"))
    offered = _offered(page)
    assert offered[0].startswith(first)
    assert not never & set(offered)
    assert "'annotator" not in page.sentence
    assert ("Choose a backup…" in offered) is (damaged and not copies)


def test_what_is_in_the_backup_and_what_is_newer_is_said_before_it_takes_the_place(qtbot: QtBot) -> None:
    language().choose("en")
    page = RefusedPage()
    qtbot.addWidget(page)
    page.explain("/a/b is damaged.", "/a/b", can_read=True, is_damaged=True)
    assert not page.about_offer
    page.offer(WaysBack((COPY,), "0123456789ab", "2026-11-23T21:17:20.000+00:00"))
    assert "3 documents · 9 spans" in page.about_offer
    assert "last written" not in page.about_offer
    page.offer(WaysBack((OTHER,), "0123456789ab", "2026-11-23T21:57:20.000+00:00"))
    assert "another file of this library" in page.about_offer
    assert "what was done after the backup is not in it" in page.about_offer
    assert "No backup of this very file is known" in page.sentence
    page.offer(WaysBack((COPY,), "0123456789ab"))
    page.set_rescue_failed()
    assert "Save what can be read…" not in _offered(page)
