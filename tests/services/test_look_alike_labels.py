"""A label whose name only looks like another one's is said, by hand and by import."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from annotator.services.library import open_library

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CYRILLIC = "pers\u043en"


def test_a_new_name_that_looks_like_another_is_said(empty_library: Path, tmp_path: Path) -> None:
    path = tmp_path / "l.annotator"
    path.write_bytes(empty_library.read_bytes())
    with open_library(str(path)) as library:
        corpus = library.corpora.create("News").value.uid
        made = library.labels.add(corpus, CYRILLIC)
        assert "looks like “person” but is another one" in str(made.warnings[0])
        renamed = library.labels.change(made.value.uid, corpus=corpus, name="place")
        assert renamed.warnings == ()
        again = library.labels.change(made.value.uid, corpus=corpus, name="aw\u0430rd")
        assert "“award”" in str(again.warnings[0])
        assert library.labels.add(corpus, "thing").warnings == ()


def test_a_file_that_brings_one_is_told_of(
    empty_library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from annotator.cli.main import main

    path, file = tmp_path / "l.annotator", tmp_path / "in.jsonl"
    path.write_bytes(empty_library.read_bytes())
    line = {"text": "Bà Lan nói.", "spans": [{"start": 0, "end": 6, "label": CYRILLIC}]}
    file.write_text(json.dumps(line), encoding="utf-8")
    assert main(["--library", str(path), "import", str(file), "--corpus", "News"]) == 0
    assert f"The label “{CYRILLIC}” looks like “person” but is another one" in capsys.readouterr().err
