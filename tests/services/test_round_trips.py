"""The sample corpus goes out in every format and comes in again into an empty library, the same."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from annotator.formats.registry import FORMATS, READABLE, WRITABLE
from annotator.model.recipe import Recipe, Split
from annotator.paths import resource
from annotator.services.library import Library, open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from annotator.messages import Message
    from annotator.model.document import Document
    from annotator.services.export.facts import ExportResult

BOTH = [name for name in WRITABLE if name in READABLE]


@pytest.fixture(scope="module")
def sample(empty_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The sample corpus in the corpus Mẫu; only read by the tests."""
    path = shutil.copyfile(empty_library, tmp_path_factory.mktemp("sample") / "l.annotator")
    with open_library(str(path)) as library:
        library.importing.import_paths([str(resource("samples", "sample-corpus.jsonl"))], "Mẫu")
        yield library


def unexpected(document: Document, reason: Message) -> None:
    """No document of the samples is damaged."""
    pytest.fail(f"{document.title}: {reason}")


def held(library: Library, corpus: str) -> dict[str, Counter[tuple[int, int, str]]]:
    """Text of each document -> its spans."""
    with library.snapshots.snapshot() as snapshot:
        home = snapshot.corpus(corpus).uid
        people = {person.uid: person.uid for person in snapshot.annotators(home)}
        return {
            row.document.text: Counter((span.start, span.end, span.label) for span in row.spans)
            for row in snapshot.rows(home, people, None, unexpected)
        }


def expected(library: Library, result: ExportResult) -> dict[str, Counter[tuple[int, int, str]]]:
    """What the library holds, without what the export told to be lost."""
    left = held(library, "Mẫu")
    texts = {}
    with library.snapshots.snapshot() as snapshot:
        for row in snapshot.rows(snapshot.corpus("Mẫu").uid, {}, None, unexpected):
            texts[row.document.uid] = row.document.text
    for one in result.lost:
        left[texts[one.document]] -= Counter([(one.start, one.end, one.label)])
    return left


@pytest.mark.parametrize(
    ("format_name", "split"),
    [*((name, None) for name in BOTH), *((name, Split((50, 25, 25))) for name in ("jsonl", "conll", "brat"))],
)
def test_what_went_out_comes_in_again(sample, empty_library, tmp_path, format_name, split):
    known = FORMATS[format_name]
    if known.extra:
        pytest.importorskip(known.extra)
    output = tmp_path / (f"o.{known.extension}" if known.extension and not known.in_folder else "o")
    result = sample.exporting.export("Mẫu", Recipe(format_name, layers="all", split=split), str(output))
    assert result.spans_recovered == result.spans_written == result.spans - len(result.lost)
    assert result.spans_written > 100
    with open_library(str(shutil.copyfile(empty_library, tmp_path / "l.annotator"))) as other:
        report = other.importing.import_paths([str(output)], "Mới")
        assert [file.path for file in report.files if not file.accepted] == []
        came = held(other, "Mới")
    assert came == expected(sample, result)
