"""What labels, corpora and annotators may be called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.errors import UserError
from annotator.services.library import Library, open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(str(tmp_path / "library.annotator")) as made:
        made.corpora.create("Tin")
        yield made


@pytest.mark.parametrize("name", ["a\nb", "a\tb", "a\0b", "x" * 201, "a\u2028b", "a\x7f"])
def test_what_is_not_one_line_is_no_name(library: Library, tmp_path: Path, name: str) -> None:
    uid = library.corpora.named("Tin").uid
    label = library.labels.list(uid)[0].label.uid
    article = tmp_path / "a.txt"
    article.write_text("Bài.", encoding="utf-8")
    with pytest.raises(UserError, match="cannot be used as a name: a name is one line of at most 200"):
        library.corpora.create(name)
    for act in (
        lambda: library.corpora.rename(uid, name),
        lambda: library.labels.add(uid, name),
        lambda: library.labels.change(label, corpus=uid, name=name),
        lambda: library.people.annotator(name),
        lambda: library.people.rename(library.self_annotator.uid, name),
    ):
        with pytest.raises(UserError, match="cannot be used as a name"):
            act()
    (file,) = library.importing.import_paths([str(article)], name).files
    assert file.accepted is False
    assert [corpus.name for corpus in library.corpora.list()] == ["Tin"]


def test_a_name_may_have_200_characters_of_any_script(library: Library) -> None:
    name = ("Tin tức 新聞 " * 30)[:200]
    assert library.corpora.create(name).value.name == name


def test_a_taken_name_is_told_as_it_is_written_there(library: Library) -> None:
    uid = library.corpora.named("Tin").uid
    library.labels.add(uid, "Địa danh")
    with pytest.raises(UserError, match="There is a label named Địa danh already"):
        library.labels.add(uid, "ĐỊA DANH")
    with pytest.raises(UserError, match="There is a corpus named Tin already"):
        library.corpora.create("TIN")
