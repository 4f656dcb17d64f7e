"""What goes out comes in again, the same; all by commands, without a display, without a network."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Article, CommandLine

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "samples" / "sample-corpus.jsonl"


def _marks(file: Path) -> set[tuple[int, int, str]]:
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
    return {(s["start"], s["end"], s["label"]) for line in lines for s in line.get("spans", [])}


def test_export_import_export_gives_the_same_bytes(annotator: CommandLine, tmp_path: Path) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    annotator("import", SAMPLE, "--corpus", "Sample articles")
    export = ("export", "--corpus", "Sample articles", "--format", "jsonl", "--output")
    report = annotator(*export, first, "--json").json
    assert report["documents"] == 11
    assert report["spans"] == report["spans_written"] == report["spans_recovered"] == 172
    other = tmp_path / "other.annotator"
    annotator("import", first, "--corpus", "Sample articles", library=other)
    annotator(*export, second, library=other)
    assert second.read_bytes() == first.read_bytes()


def test_text_comes_back_exactly(annotator: CommandLine, article: Article, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_bytes("a\r\nb\u2028c\u00a0  e\u0301😀\x0bđ\ufeff.\r".encode())
    annotator("import", hostile, article.file, "--corpus", "News")
    out = tmp_path / "out.jsonl"
    annotator("export", "--corpus", "News", "--format", "jsonl", "--output", out)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").split("\n") if line]
    texts = [line["text"] for line in lines if "text" in line]
    assert texts == [hostile.read_bytes().decode("utf-8"), article.text]


def test_gold_of_the_article_survives_the_round_trip(
    annotator: CommandLine, article: Article, tmp_path: Path
) -> None:
    annotator("import", article.gold_file, "--corpus", "Gold", "--annotator", "Lan")
    out = tmp_path / "out.jsonl"
    annotator("export", "--corpus", "Gold", "--format", "jsonl", "--output", out)
    assert _marks(out) == article.gold


def test_conll_names_what_it_leaves_out(annotator: CommandLine, article: Article, tmp_path: Path) -> None:
    annotator("import", article.gold_file, "--corpus", "Gold", "--annotator", "Lan")
    export = ("export", "--corpus", "Gold", "--format", "conll", "--json", "--output")
    report = annotator(*export, tmp_path / "out.conll").json
    lost = {(item["start"], item["end"], item["label"]) for item in report["lost"]}
    inside = {a for a in article.gold for b in article.gold if a != b and b[0] <= a[0] and a[1] <= b[1]}
    assert lost == inside
    assert report["spans_written"] == report["spans_recovered"] == len(article.gold) - len(lost)
    assert all(item["reason"] for item in report["lost"])
    whole = annotator(*export, tmp_path / "levels.conll", "--nested", "levels").json
    assert whole["lost"] == []
    assert whole["spans_recovered"] == len(article.gold)


def test_undo_goes_back_to_the_first_change(annotator: CommandLine, article: Article) -> None:
    annotator("import", article.gold_file, "--corpus", "Gold", "--annotator", "Lan")
    annotator("labels", "--corpus", "Gold", "rename", "award", "prize")
    steps = len(annotator("history", "--corpus", "Gold", "--json").json)
    assert steps >= 2
    annotator("undo")
    assert "award" in {label["name"] for label in annotator("labels", "--corpus", "Gold", "--json").json}
    annotator("redo")
    assert "prize" in {label["name"] for label in annotator("labels", "--corpus", "Gold", "--json").json}
    assert annotator("check", "--json").json["sound"] is True


def test_a_bad_file_changes_nothing(annotator: CommandLine, article: Article, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(b'{"text": "Ann", "spans": [{"start": 0, "end": 99, "label": "person"}]}\n')
    answer = annotator("import", bad, article.file, "--corpus", "News", "--json", status=1)
    files = {Path(file["path"]).name: file for file in answer.json["files"]}
    assert files["bad.jsonl"]["accepted"] is False
    assert "99" in files["bad.jsonl"]["message"]
    assert files["standin.txt"]["accepted"] is True
    documents = annotator("documents", "--corpus", "News", "--json").json
    assert [document["characters"] for document in documents] == [len(article.text)]


def test_the_guard_sees_a_network(no_network: Path) -> None:
    program = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "no network in tests" in done.stderr
    with pytest.raises(PermissionError, match="no network in tests"):
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    assert len(no_network.read_text(encoding="utf-8").splitlines()) == 2
    no_network.unlink()
