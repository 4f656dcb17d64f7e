"""The words that were marked stay the words that are marked: nasty texts through every path of the program.

A text is kept or imported, spans are made on it, it is closed and opened again, goes out in every format and
comes in again; and it is drawn over, walked through and labelled in the article view. Each time the covered
words are compared with what was meant, which is known from the text itself.
"""

from __future__ import annotations

import csv
import io
import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from annotator.errors import AnnotatorError
from annotator.formats.registry import FORMATS, READABLE, WRITABLE
from annotator.model.changes import SpanAdded
from annotator.model.identity import new_uid
from annotator.model.recipe import Recipe
from annotator.model.span import Span
from annotator.services.library import open_library
from tests.reliability.figures import Figures, Scale
from tests.reliability.nasty import CATALOGUE, by_chance, crossing_characters, stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from annotator.services.library import Library

BOTH: Final = tuple(name for name in WRITABLE if name in READABLE)
_LIGHT: Final = tuple(name for name in BOTH if not FORMATS[name].extra and name != "huggingface")
"""Those that need no other library, which takes seconds to load."""

_CORPUS: Final = "Nasty"
_OPTIONAL: Final = {"spacy": "spacy", "huggingface": "pyarrow"}
Spans = list[tuple[int, int, str]]
Covered = Counter[tuple[str, str]]
"""Words and label -> how many spans."""


@dataclass(slots=True)
class Tally:
    """What came of one path.

    Attributes:
        spans: that were compared.
        wrong: in words: spans whose covered text is another, or that are gone without a word.
        altered: texts that are not as they were.
        refused: documents or files that the program said it cannot take, in a sentence.
        told: spans that the program said are lost.
        crashes: errors that are no sentence for a person.
    """

    texts: int = 0
    spans: int = 0
    wrong: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)
    refused: int = 0
    told: int = 0
    crashes: list[str] = field(default_factory=list)

    def figures(self, promise: str, **notes: str) -> Figures:
        """As a row of the report."""
        first = [*self.wrong, *self.altered, *self.crashes][:3]
        further = {"texts": f"{self.texts:,}"} | notes
        further |= {"refused in a sentence": f"{self.refused:,}"} if self.refused else {}
        further |= {"told as lost": f"{self.told:,}"} if self.told else {}
        further |= {"first": " / ".join(first)[:500]} if first else {}
        return Figures(
            promise,
            trials=self.spans,
            lost=len(self.wrong),
            damaged=len(self.altered),
            crashes=len(self.crashes),
            notes=further,
        )


def run(scale: Scale, folder: Path) -> list[Figures]:
    """All paths."""
    chance = random.Random(9)  # noqa: S311  (the same each time)
    number = 6 if scale is Scale.SHORT else 1_500
    texts = dict(CATALOGUE) | {f"by chance {count}": by_chance(chance) for count in range(number)}
    found = [kept(texts, folder, chance), imported(texts, folder, chance)]
    found += exported(folder, _LIGHT if scale is Scale.SHORT else BOTH)
    found.append(shown(texts, chance, 4 if scale is Scale.SHORT else 25))
    if scale is Scale.FULL:
        found += [
            large(
                folder / "lines", "50 MB of lines", ("Đoàn Văn Hùng 😀 ở Sông Vàng. " * 9 + "\n") * 130_000
            ),
            large(folder / "line", "one line of a million characters", "Lê Văn Tám 𝒜 " * 72_000),
        ]
    return found


# Kept in a library


def kept(texts: Mapping[str, str], folder: Path, chance: random.Random) -> Figures:
    """Every text is kept, labelled at whole and at half characters, closed, opened and compared."""
    tally = Tally()
    meant: dict[str, Covered] = {}
    with open_library(str(folder / "kept.annotator")) as library:
        corpus = library.corpora.create(_CORPUS).value.uid
        names = _labels(library, corpus)
        for name, text in texts.items():
            document = library.documents.add(corpus, name, text).value
            places = stretches(text, chance, 6) + crossing_characters(text, chance, 2)
            meant[text] = Counter()
            for number, (start, end) in enumerate(sorted(set(places))):
                label = sorted(names)[number % len(names)]
                library.annotating.apply(document.uid, (SpanAdded(Span(new_uid(), start, end, label)),))
                meant[text][text[start:end], names[label]] += 1
    with open_library(str(folder / "kept.annotator")) as library:
        _compare(library, corpus, meant, tally)
        if problems := library.checking.check().problems:
            tally.altered += [str(problem) for problem in problems]
    return tally.figures("kept, labelled, closed and opened again: the same words")


def _labels(library: Library, corpus: str) -> dict[str, str]:
    """Uid -> name."""
    return {count.label.uid: count.label.name for count in library.labels.list(corpus)}


def _compare(
    library: Library,
    corpus: str,
    meant: Mapping[str, Covered],
    tally: Tally,
    told: Mapping[str, Covered] | None = None,
    refused: int = 0,
) -> None:
    """Every text of the corpus must be one of those that are meant, with these words covered.

    Args:
        library: where it is.
        corpus: uid.
        meant: what must be there.
        tally: takes what is wrong.
        told: what was said to be lost; something of it may be there.
        refused: how many texts were refused, so that as many are not there.
    """
    names, found = _labels(library, corpus), set()
    for row in library.documents.rows(library.documents.keys(corpus)):
        opened = library.documents.open(row.uid)
        text = opened.document.text
        if text not in meant:
            tally.altered.append(f"{row.title}: {text[:60]!r}")
            continue
        found.add(text)
        covered = Counter((text[s.start : s.end], names[s.label]) for s in opened.state.spans())
        tally.spans += meant[text].total()
        tally.wrong += [f"{row.title}: without {words!r}" for words in (meant[text] - covered).elements()]
        tally.wrong += [
            f"{row.title}: has {words!r}" for words in _strange(covered - meant[text], (told or {}).get(text))
        ]
    tally.texts += len(found)
    gone = sorted(meant.keys() - found)
    if len(gone) > refused:
        tally.altered += [f"gone: {text[:60]!r}" for text in gone]


def _strange(more: Covered, told: Covered | None) -> Iterator[tuple[str, str]]:
    """What is no part of a span that was said to be lost."""
    for words, label in more.elements():
        if not any(words in lost and label == name for lost, name in told or ()):
            yield words, label


# Out and in again


def exported(folder: Path, names: Iterable[str] = BOTH) -> list[Figures]:
    """What `kept` left goes out in every format and comes in again into an empty library."""
    with open_library(str(folder / "kept.annotator")) as library:
        corpus = library.corpora.list()[0].uid
        texts, meant = _held(library, corpus)
        return [_there_and_back(library, name, folder, texts, meant) for name in names]


def _held(library: Library, corpus: str) -> tuple[dict[str, str], dict[str, Covered]]:
    """Uid -> text, and text -> the words covered in it."""
    names = _labels(library, corpus)
    texts, meant = {}, {}
    for row in library.documents.rows(library.documents.keys(corpus)):
        opened = library.documents.open(row.uid)
        text = texts[row.uid] = opened.document.text
        meant[text] = Counter((text[s.start : s.end], names[s.label]) for s in opened.state.spans())
    return texts, meant


def _there_and_back(
    library: Library, name: str, folder: Path, texts: Mapping[str, str], meant: Mapping[str, Covered]
) -> Figures:
    tally, known = Tally(), FORMATS[name]
    promise = f"out as {name} and in again: the same words"
    if known.extra and not _is_there(_OPTIONAL[name]):
        return Figures(promise, skipped=f"{_OPTIONAL[name]} is not installed")
    place = (
        folder / f"o-{name}" / (f"o.{known.extension}" if known.extension and not known.in_folder else "o")
    )
    place.parent.mkdir()
    try:
        result = library.exporting.export(_CORPUS, Recipe(name, layers="all"), str(place))
        refused = {texts[one.document] for one in result.refused}
        left = {text: Counter(covered) for text, covered in meant.items() if text not in refused}
        told: dict[str, Covered] = {}
        for one in result.lost:
            text = texts[one.document]
            gone = Counter([(text[one.start : one.end], one.label)])
            left[text] -= gone
            told[text] = told.get(text, Counter()) + gone
        tally.refused, tally.told = len(refused), len(result.lost)
        tally.wrong += _misread(name, place, left)
        with open_library(str(place.parent / "l.annotator")) as other:
            report = other.importing.import_paths([str(place)], "New")
            tally.crashes += [f"{file.path}: {file.messages}" for file in report.files if not file.accepted]
            _compare(other, other.corpora.list()[0].uid, left, tally, told)
    except AnnotatorError as error:
        tally.crashes.append(f"{name}: {error}")
    return tally.figures(promise)


def _misread(name: str, place: Path, meant: Mapping[str, Covered]) -> Iterator[str]:
    """What a file says to somebody who reads it without this program, where that is wrong."""
    for text, marks in _READERS.get(name, lambda _: ())(place):
        covered = Counter((text[start:end], label) for start, end, label in marks)
        if text not in meant or covered != meant[text]:
            yield f"{name} as others read it: {text[:40]!r}"


def _read_lines(place: Path) -> Iterator[tuple[str, Spans]]:
    for line in place.read_bytes().decode("utf-8").split("\n"):
        record = json.loads(line or "{}")
        if "text" in record:
            marks = record.get("spans", record.get("label", []))
            yield (
                record["text"],
                [
                    tuple(mark) if isinstance(mark, list) else (mark["start"], mark["end"], mark["label"])
                    for mark in marks
                ],
            )


def _read_tasks(place: Path) -> Iterator[tuple[str, Spans]]:
    for task in json.loads(place.read_bytes()):
        regions = [region["value"] for each in task["annotations"] for region in each["result"]]
        yield (
            task["data"]["text"],
            [(region["start"], region["end"], region["labels"][0]) for region in regions],
        )


_READERS: Final[dict[str, Callable[[Path], Iterable[tuple[str, Spans]]]]] = {
    "jsonl": _read_lines,
    "doccano": _read_lines,
    "prodigy": _read_lines,
    "label-studio": _read_tasks,
}


def _is_there(module: str) -> bool:
    from importlib.util import find_spec

    return find_spec(module) is not None


# Files of others


def imported(texts: Mapping[str, str], folder: Path, chance: random.Random) -> Figures:
    """Files that are written here, without the program, are read: its offsets must mean the same words."""
    tally = Tally()
    for name, write in _WRITERS.items():
        meant: dict[str, Covered] = {}
        place = folder / f"i-{name}"
        place.mkdir()
        for number, text in enumerate(texts.values()):
            spans = [
                (start, end, ("person", "award")[count % 2])
                for count, (start, end) in enumerate(stretches(text, chance, 4))
            ]
            written = write(place / f"{number:04}", text, spans)
            meant[text] = Counter((text[start:end], label) for start, end, label in written)
        with open_library(str(place / "l.annotator")) as library:
            report = library.importing.import_paths([str(place)], _CORPUS)
            refused = sum(not file.accepted for file in report.files)
            tally.refused += refused
            _compare(library, library.corpora.list()[0].uid, meant, tally, refused=refused)
    return tally.figures("files of others, written with offsets in code points: the same words")


def _write_jsonl(place: Path, text: str, spans: Spans) -> Spans:
    marks = [{"start": start, "end": end, "label": label} for start, end, label in spans]
    _json(place.with_suffix(".jsonl"), {"text": text, "spans": marks})
    return spans


def _write_doccano(place: Path, text: str, spans: Spans) -> Spans:
    _json(place.with_suffix(".jsonl"), {"id": 1, "text": text, "label": [list(span) for span in spans]})
    return spans


def _write_label_studio(place: Path, text: str, spans: Spans) -> Spans:
    regions = [
        {
            "id": f"r{number}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {"start": start, "end": end, "text": text[start:end], "labels": [label]},
        }
        for number, (start, end, label) in enumerate(spans)
    ]
    task = {"id": 1, "data": {"text": text}, "annotations": [{"id": 1, "result": regions}]}
    place.with_suffix(".json").write_text(json.dumps([task]), encoding="utf-8")
    return spans


def _write_brat(place: Path, text: str, spans: Spans) -> Spans:
    """Only spans within a line: what a line of the form cannot hold is not written by others either."""
    place.with_suffix(".txt").write_bytes(_marked(text).encode("utf-8"))
    within = [span for span in spans if text[span[0] : span[1]].splitlines() == [text[span[0] : span[1]]]]
    lines = [
        f"T{n}\t{label} {start} {end}\t{text[start:end]}\n" for n, (start, end, label) in enumerate(within, 1)
    ]
    place.with_suffix(".ann").write_bytes("".join(lines).encode("utf-8"))
    return within


def _marked(text: str) -> str:
    """As a file holds it: the first U+FEFF of a file is its mark and no character of the text."""
    return f"\ufeff{text}" if text.startswith("\ufeff") else text


def _json(place: Path, value: Any) -> None:
    place.write_text(json.dumps(value, ensure_ascii=False) + "\n", encoding="utf-8", newline="")


def _write_txt(place: Path, text: str, _spans: Spans) -> Spans:
    place.with_suffix(".txt").write_bytes(_marked(text).encode("utf-8"))
    return []


def _write_csv(place: Path, text: str, _spans: Spans) -> Spans:
    made = io.StringIO()
    writer = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([("title", "text"), (place.name, text)])
    place.with_suffix(".csv").write_bytes(made.getvalue().encode("utf-8"))
    return []


_WRITERS: Final[dict[str, Callable[[Path, str, Spans], Spans]]] = {
    "jsonl": _write_jsonl,
    "doccano": _write_doccano,
    "label-studio": _write_label_studio,
    "brat": _write_brat,
    "txt": _write_txt,
    "csv": _write_csv,
}


# Drawn over


def shown(texts: Mapping[str, str], chance: random.Random, most: int) -> Figures:
    """In the article view: by mouse and by keys, what is selected, copied and labelled is what was meant."""
    from tests.reliability.text_view import Viewing

    tally, viewing = Tally(), Viewing()
    for name, text in texts.items():
        viewing.open(text)
        tally.texts += 1
        for start, end in stretches(text, chance, most):
            tally.spans += 2
            tally.wrong += [f"{name}: {words}" for words in viewing.try_stretch(start, end)]
    viewing.close()
    return tally.figures("drawn over and walked through in the view, copied, labelled: the same words")


# Large


def large(folder: Path, name: str, text: str) -> Figures:
    """A text at the limits: imported, labelled at its far end, closed, opened, exported."""
    folder.mkdir()
    source = folder / "big.txt"
    source.write_bytes(text.encode("utf-8"))
    tally, began = Tally(texts=1), time.process_time()
    words, start = "Sông Vàng" if "Sông" in text else "Lê Văn Tám", 0
    places = [text.rindex(words), text.index(words), text.index(words, len(text) // 2)]
    with open_library(str(folder / "l.annotator")) as library:
        library.importing.import_paths([str(source)], _CORPUS)
        corpus = library.corpora.list()[0].uid
        (row,) = library.documents.rows(library.documents.keys(corpus))
        label = next(iter(_labels(library, corpus)))
        for start in places:
            made = SpanAdded(Span(new_uid(), start, start + len(words), label))
            library.annotating.apply(row.uid, (made,))
    with open_library(str(folder / "l.annotator")) as library:
        opened = library.documents.open(row.uid)
        held = opened.document.text
        if held != text:
            tally.altered.append("the text is another one")
        tally.spans = len(places)
        tally.wrong += [
            repr(held[s.start : s.end]) for s in opened.state.spans() if held[s.start : s.end] != words
        ]
        result = library.exporting.export(_CORPUS, Recipe("jsonl", layers="all"), str(folder / "o.jsonl"))
        tally.wrong += (
            [] if result.spans_recovered == len(places) else [f"{result.spans_recovered} came back"]
        )
    used = f"{time.process_time() - began:.1f} s"
    return tally.figures(f"{name}: the same words", computing=used, characters=f"{len(text):,}")
