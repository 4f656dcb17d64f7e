"""The floors of exports in other tools' formats: two ordered selects, and the least that writes such a file.

Each takes uid, title, text and uid, range and label of every span, and writes what its format has of them: no
loss is counted or told, nothing is escaped beyond what a value of the sample needs, nothing is flushed to the
disk, and nothing is read back. What the program does beyond is timed as part of it. Tagged formats have the
outermost spans only, by sentences, as `raw.export_conll` has them.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from benchmarks import raw
from benchmarks.child import Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.child import Result

    Spans = list[tuple[str, int, int, str]]

_TAGS = {"O": 0}


def write(source: str, target: str, format_name: str) -> Result:
    """Write what `source` (see `raw.import_bare`) holds in one of `FLOORS`."""
    clock = Clock()
    FLOORS[format_name](source, Path(target))
    return clock.result()


def _doccano(source: str, target: Path) -> None:
    _lines(source, target, lambda uid, title, text, spans: {
        "text": text, "label": [span[1:] for span in spans], "meta": {"uid": uid, "title": title},
    })  # fmt: skip


def _prodigy(source: str, target: Path) -> None:
    _lines(source, target, lambda uid, title, text, spans: {
        "text": text, "meta": {"uid": uid, "title": title}, "answer": "accept", "_view_id": "ner_manual",
        "spans": [{"start": start, "end": end, "label": label} for _, start, end, label in spans],
    })  # fmt: skip


def _hugging_face(source: str, target: Path) -> None:
    def record(uid: str, title: str, text: str, spans: Spans) -> dict[str, Any]:
        tagged = [line.split("\t") for line in raw.token_lines(text, raw.outermost(spans), 0, len(text))]
        tags = [_TAGS.setdefault(tag, len(_TAGS)) for _, tag in tagged]
        tokens = [token for token, _ in tagged]
        return {"id": uid, "title": title, "text": text, "tokens": tokens, "ner_tags": tags}

    target.mkdir()
    _lines(source, target / "data.jsonl", record)


def _lines(source: str, target: Path, record: Callable[[str, str, str, Spans], dict[str, Any]]) -> None:
    with target.open("w", encoding="utf-8") as file:
        for row in raw.documents(source):
            file.write(json.dumps(record(*row), ensure_ascii=False) + "\n")


def _label_studio(source: str, target: Path) -> None:
    with target.open("w", encoding="utf-8") as file:
        file.write("[\n")
        for number, (_, title, text, spans) in enumerate(raw.documents(source)):
            result = [_region(text, *span) for span in spans]
            task = {"id": number, "data": {"title": title, "text": text}, "annotations": [{"result": result}]}
            file.write((",\n" if number else "") + json.dumps(task, ensure_ascii=False))
        file.write("\n]\n")


def _region(text: str, uid: str, start: int, end: int, label: str) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": text[start:end], "labels": [label]}
    return {"id": uid, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def _spans_csv(source: str, target: Path) -> None:
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
        for uid, title, text, spans in raw.documents(source):
            rows.writerows(
                (uid, title, start, end, label, text[start:end], "", "", span_uid)
                for span_uid, start, end, label in spans
            )


def _brat(source: str, target: Path) -> None:
    def files(uid: str, _: str, text: str, spans: Spans) -> Iterator[tuple[str, str]]:
        yield f"{uid}.txt", text
        yield (
            f"{uid}.ann",
            "".join(
                f"T{number}\t{label} {start} {end}\t{text[start:end].replace(chr(10), ' ')}\n"
                for number, (_, start, end, label) in enumerate(spans, 1)
            ),
        )

    _folder(source, target, files)


def _webanno(source: str, target: Path) -> None:
    def files(uid: str, _: str, text: str, spans: Spans) -> Iterator[tuple[str, str]]:
        sentences = (
            f"\n#Text={found.group()}\n{_webanno_rows(text, spans, number, *found.span())}"
            for number, found in enumerate(raw.SENTENCE.finditer(text), 1)
        )
        yield f"{uid}.tsv", "#FORMAT=WebAnno TSV 3.3\n" + "".join(sentences)

    _folder(source, target, files)


def _webanno_rows(text: str, spans: Spans, sentence: int, first: int, last: int) -> str:
    """A row a token with the labels of all spans over it."""
    near = [span for span in spans if span[1] < last and first < span[2]]
    rows = []
    for number, found in enumerate(raw.TOKEN.finditer(text, first, last), 1):
        start, end = found.span()
        labels = "|".join(span[3] for span in near if span[1] < end and start < span[2]) or "_"
        rows.append(f"{sentence}-{number}\t{start}-{end}\t{found.group()}\t{labels}\t\n")
    return "".join(rows)


def _xmi(source: str, target: Path) -> None:
    def files(uid: str, title: str, text: str, spans: Spans) -> Iterator[tuple[str, str]]:
        marks = (
            f'<ner:NamedEntity xmi:id="{number}" sofa="1" begin="{start}" end="{end}" '
            f"value={quoteattr(label)}/>\n"
            for number, (_, start, end, label) in enumerate(spans, 3)
        )
        data = f'<meta xmi:id="2" documentId="{uid}" documentTitle={quoteattr(title)}/>\n'
        yield f"{uid}.xmi", f"<X>\n{data}{''.join(marks)}<cas:Sofa sofaString={quoteattr(text)}/>\n</X>\n"

    _folder(source, target, files)


def _cas_json(source: str, target: Path) -> None:
    def files(uid: str, title: str, text: str, spans: Spans) -> Iterator[tuple[str, str]]:
        found: list[dict[str, Any]] = [
            {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": text},
            {"%ID": 2, "%TYPE": "DocumentMetaData", "documentId": uid, "documentTitle": title},
        ]
        found += [
            {"%ID": number, "%TYPE": "NamedEntity", "@sofa": 1, "begin": start, "end": end, "value": label}
            for number, (_, start, end, label) in enumerate(spans, 3)
        ]
        members = {"%SOFA": 1, "%MEMBERS": [one["%ID"] for one in found]}
        whole = {"%FEATURE_STRUCTURES": found, "%VIEWS": {"_InitialView": members}}
        yield f"{uid}.json", json.dumps(whole, ensure_ascii=False, indent=1)

    _folder(source, target, files)


def _folder(
    source: str, target: Path, files: Callable[[str, str, str, Spans], Iterator[tuple[str, str]]]
) -> None:
    target.mkdir()
    for row in raw.documents(source):
        for name, text in files(*row):
            (target / name).write_text(text, encoding="utf-8", newline="")


FLOORS: dict[str, Callable[[str, Path], None]] = {
    "doccano": _doccano,
    "prodigy": _prodigy,
    "label-studio": _label_studio,
    "spans-csv": _spans_csv,
    "huggingface": _hugging_face,
    "brat": _brat,
    "webanno": _webanno,
    "uima-xmi": _xmi,
    "uima-json": _cas_json,
}
"""Text formats by name -> what writes them; `raw` has those of own JSONL and CoNLL."""
