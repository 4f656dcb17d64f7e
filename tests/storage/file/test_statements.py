"""What was asked once is not compiled again, neither by another connection nor in another library."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from annotator.services.library import open_library
from annotator.storage.file import sqlite

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_next_library_compiles_nothing_again(
    empty_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(name: str) -> list[str]:
        with open_library(str(shutil.copyfile(empty_library, tmp_path / name))) as library:
            library.corpora.create("Báo")
            return [each.name for each in library.corpora.list()]

    work("one.annotator")
    compiled: list[object] = []
    compiler = sqlite._DIALECT.statement_compiler

    def compile_again(_dialect: object, statement: object, *rest: object, **more: object) -> object:
        compiled.append(statement)
        return compiler(sqlite._DIALECT, statement, *rest, **more)

    monkeypatch.setattr(sqlite._DIALECT, "statement_compiler", compile_again)
    assert work("two.annotator") == ["Báo"]
    assert compiled == []
