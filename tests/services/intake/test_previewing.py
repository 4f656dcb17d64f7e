"""What an import says of files before it, and what a person may decide: oddities, website lines, likeness."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from annotator.model.reading import REMOVE, ReadingChoice
from annotator.services.intake.reading import unreadable
from annotator.services.library import Library, open_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BODY = "\n".join(
    f"Câu thứ {n} của bài về phong trào thi đua yêu nước ở tỉnh Đông Lĩnh năm {n}." for n in range(12)
)
TAIL = "\n\n>> Xem danh sách\nCác tin khác\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(str(tmp_path / "library.annotator")) as library:
        yield library


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], str]:
    def write(name: str, text: str) -> str:
        path = tmp_path / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return str(path)

    return write


def texts(library: Library) -> list[str]:
    corpus = library.corpora.named("Kho")
    return [library.documents.open(each.uid).document.text for each in library.documents.listing(corpus.uid)]


def test_what_is_odd_is_said_and_kept(library: Library, write: Callable[[str, str], str]) -> None:
    text = f"Tie\u0302\u0301ng Việt\u200b\n{BODY}"
    (seen,) = library.importing.preview([write("a.txt", text)], "Kho")
    assert seen.is_suspect
    assert [str(each) for each in seen.oddities] == [
        "1 character that nobody sees is kept: zero width space (U+200B) ×1.",
        (
            "1 word is written with its marks apart (NFD), others are not; the text stays so, and searches "
            "find both."
        ),
    ]
    library.importing.import_paths([seen.path], "Kho")
    assert texts(library) == [text]


def test_website_lines_are_kept_unless_a_person_says_otherwise(
    library: Library, write: Callable[[str, str], str]
) -> None:
    path = write("a.txt", BODY + TAIL)
    (seen,) = library.importing.preview([path], "Kho")
    assert [seen.beginning[start:end] for start, end in seen.boilerplate] == [
        ">> Xem danh sách",
        "Các tin khác",
    ]
    assert seen.boilerplate_lines == 2
    library.importing.import_paths([path], "Kho")
    result = library.importing.import_paths([path], "Kho", choice=ReadingChoice(boilerplate=REMOVE))
    assert texts(library) == [BODY + TAIL, BODY]
    assert [str(each) for each in result.files[0].messages] == [
        "2 lines that look like part of the web page were left out: “>> Xem danh sách”, “Các tin khác”."
    ]


def test_texts_with_spans_lose_no_line(library: Library, write: Callable[[str, str], str]) -> None:
    line = '{"text": "Bà Hà\\n>> Xem thêm", "spans": [{"start": 3, "end": 5, "label": "person"}]}\n'
    path = write("a.jsonl", line)
    result = library.importing.import_paths([path], "Kho", choice=ReadingChoice(boilerplate=REMOVE))
    assert texts(library) == ["Bà Hà\n>> Xem thêm"]
    assert "were kept in 1 document" in str(result.files[0].messages[0])
    assert library.importing.preview([path], "Khác")[0].boilerplate == ()


def test_a_choice_holds_for_its_file_alone(library: Library, write: Callable[[str, str], str]) -> None:
    first, second = write("a.txt", f"Một {BODY}{TAIL}"), write("b.txt", f"Hai {BODY}{TAIL}")
    choices = {first: ReadingChoice(boilerplate=REMOVE)}
    library.importing.import_paths([first, second], "Kho", choices=choices)
    assert texts(library) == [f"Một {BODY}", f"Hai {BODY}{TAIL}"]


def test_nearly_the_same_text_is_named(library: Library, write: Callable[[str, str], str]) -> None:
    library.importing.import_paths([write("a.txt", f"Tin gốc\n{BODY}")], "Kho")
    near, same, other = (
        write("b.txt", f"Tin lại\n{BODY.replace('thứ 3', 'số 3')}"),
        write("c.txt", f"Tin gốc\n{BODY}"),
        write("d.txt", " ".join(f"khác{n}" for n in range(100))),
    )
    seen = library.importing.preview([near, same, other], "Kho")
    assert [[like.title for like in each.like] for each in seen] == [["Tin gốc"], [], []]
    assert 70 < seen[0].like[0].percent < 100
    assert seen[1].same_as == "Tin gốc"
    assert library.importing.preview([near], "Khác")[0].like == ()


def test_a_document_in_the_bin_is_like_nothing(library: Library, write: Callable[[str, str], str]) -> None:
    library.importing.import_paths([write("a.txt", f"Tin gốc\n{BODY}")], "Kho")
    path = write("b.txt", f"Tin lại\n{BODY}")
    assert library.importing.preview([path], "Kho")[0].like
    library.history.undo()
    assert library.importing.preview([path], "Kho")[0].like == ()


def test_short_texts_are_alike_by_chance(library: Library, write: Callable[[str, str], str]) -> None:
    library.importing.import_paths([write("a.txt", "Một tin ngắn về thi đua")], "Kho")
    assert library.importing.preview([write("b.txt", "Một tin ngắn về thi đua năm")], "Kho")[0].like == ()


def test_a_trial_tells_what_is_odd(library: Library, write: Callable[[str, str], str]) -> None:
    path = write("a.txt", BODY + TAIL)
    trial = library.importing.import_paths([path], "Kho", dry_run=True)
    assert "2 lines look like parts of a web page" in str(trial.files[0].messages[0])
    assert library.importing.import_paths([path], "Kho").files[0].messages == ()


def test_what_explains_an_export_is_no_article(
    library: Library, write: Callable[[str, str], str], tmp_path: Path
) -> None:
    for name in ("README.md", "manifest.json", "a.txt", "train/b.txt"):
        write(name, "Một" + name)
    folder = str(tmp_path / "files")
    assert [each.path[len(folder) + 1 :] for each in library.importing.preview([folder])] == [
        "a.txt",
        "train/b.txt",
    ]
    assert library.importing.others([folder]) == ()


def test_a_trial_tells_which_texts_are_nearly_the_same(
    library: Library, write: Callable[[str, str], str]
) -> None:
    library.importing.import_paths([write("a.txt", f"Tin gốc\n{BODY}")], "Kho")
    near = f"Tin lại\n{BODY.replace('thứ 3', 'số 3')}"
    paths = [write("same.txt", f"Tin gốc\n{BODY}"), write("b.txt", near), write("c.txt", near)]
    other = " ".join(f"khác{n}" for n in range(100))
    paths += [write("d.txt", f"Đầu {other}"), write("e.txt", f"Cuối {other}")]
    trial = library.importing.import_paths(paths, "Kho", dry_run=True)
    told = [" ".join(map(str, each.messages)) for each in trial.files]
    assert "nearly the same as another one: “Tin gốc”" in told[1]
    assert "“Đầu khác0" in told[4]
    assert not any("nearly" in each for each in (told[0], told[2], told[3]))


def test_what_a_file_has_of_spans_is_told(library: Library, write: Callable[[str, str], str]) -> None:
    lines = (
        '{"text": "Bà Hà nói", "spans": [{"start": 3, "end": 5, "label": "person"}]}\n'
        '{"text": "Ông An ở Huế", "spans": [{"start": 4, "end": 6, "label": "person"}, '
        '{"start": 9, "end": 12, "label": "place"}]}\n'
    )
    (seen,) = library.importing.preview([write("a.jsonl", lines)], "Kho")
    assert (seen.marked.labels, seen.marked.people, seen.marked.layers) == (("person", "place"), (), 2)
    assert [each.text for each in seen.samples] == ["Bà Hà nói", "Ông An ở Huế"]
    assert seen.samples[1].marks == ((4, 6, "person"), (9, 12, "place"))


def test_a_file_that_the_system_keeps_back_says_why_in_our_words() -> None:
    told = unreadable("a.txt", PermissionError(errno.EACCES, "Permission denied")).message
    assert str(told) == "a.txt: cannot be read (you may not read or write it). Nothing was imported."
    assert str(unreadable("a.txt", OSError("odd")).message).startswith("a.txt: cannot be read (OSError)")
