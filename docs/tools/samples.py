"""Make the sample corpus and the stand-in article's files out of our own articles.

    python docs/tools/samples.py ARTICLES

ARTICLES is the folder of the articles a01.txt to a06.txt and annotated/a07.gold.jsonl to a10.gold.jsonl. The
stand-in is written as marked text, tests/data/standin.marked.txt: `⟦label:words⟧`, nested at will. It gives
tests/data/standin.txt (bare text), tests/data/standin.gold.jsonl (text and spans) and the first document of
the sample corpus in resources/samples. All is a function of its sources: made again, it has the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.identity import fixed_uid
from annotator.model.label import standard_labels

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
CORPUS = "Sample articles"
DEFINITIONS = {
    "en": {
        "person": "A name without form of address or title: “Cao Thị Mai Khuê” in “Bà Cao Thị Mai Khuê”.",
        "position": "A title with the body it belongs to, the body marked once more inside: "
        "“Chủ tịch [Hội Chữ thập đỏ tỉnh]”.",
        "organization": "An authority, association, company, school, unit or committee, by its whole name.",
        "campaign": "The name of an emulation movement or drive, without its quotation marks.",
        "award": "A medal, title or certificate with its class and who gives it: "
        "“Bằng khen của [Chủ tịch [UBND tỉnh]]”.",
    },
    "vi": {
        "person": "Tên người, không kèm từ xưng hô hay chức vụ: “Cao Thị Mai Khuê” trong "
        "“Bà Cao Thị Mai Khuê”.",
        "position": "Chức vụ kèm cơ quan mà chức vụ đó thuộc về; tên cơ quan bên trong được đánh dấu lần "
        "nữa: “Chủ tịch [Hội Chữ thập đỏ tỉnh]”.",
        "organization": "Cơ quan, hội, doanh nghiệp, trường học, đơn vị hoặc ban, gọi bằng tên đầy đủ.",
        "campaign": "Tên phong trào thi đua hoặc cuộc vận động, không kèm dấu ngoặc kép.",
        "award": "Huân chương, danh hiệu hoặc bằng khen, kèm hạng và nơi trao: "
        "“Bằng khen của [Chủ tịch [UBND tỉnh]]”.",
    },
}
GUIDELINES = {
    "en": "Mark the longest name first, then the names inside it. Outer blanks, punctuation and quotation "
    "marks stay outside. Each mention is marked, also the second and third of the same words.",
    "vi": "Đánh dấu tên dài nhất trước, rồi đến các tên nằm trong nó. Khoảng trắng, dấu câu và dấu ngoặc kép "
    "ở hai đầu để ngoài. Lần nhắc đến nào cũng được đánh dấu, kể cả khi lặp lại cùng những từ ấy.",
}
SAMPLES = {"en": "sample-corpus.jsonl", "vi": "sample-corpus.vi.jsonl"}
"""The sample corpus, once with a label set defined in each language; all else in it is the same."""

Span = tuple[int, int, str]


@dataclass(frozen=True)
class Article:
    """One article: its short name, its text, its spans and how far its labelling is."""

    name: str
    text: str
    spans: list[Span]
    status: str


def parse_marked(marked: str) -> tuple[str, list[Span]]:
    """The bare text and the spans, outer before inner, of a text with `⟦label:words⟧` marks."""
    text: list[str] = []
    length = 0
    open_marks: list[tuple[int, str]] = []
    spans: list[Span] = []
    for piece in re.split(r"(⟦\w+:|⟧)", marked):
        if piece.startswith("⟦"):
            open_marks.append((length, piece[1:-1]))
        elif piece == "⟧":
            start, label = open_marks.pop()
            spans.append((start, length, label))
        else:
            text.append(piece)
            length += len(piece)
    return "".join(text), in_reading_order(spans)


def in_reading_order(spans: list[Span]) -> list[Span]:
    """By start, the longer first."""
    return sorted(spans, key=lambda span: (span[0], -span[1], span[2]))


def labelled_article(file: Path) -> Article:
    """The article of a gold file: one JSON object with text and spans."""
    record = json.loads(file.read_text(encoding="utf-8"))
    spans = [(span["start"], span["end"], span["label"]) for span in record["spans"]]
    return Article(record["id"], record["text"], in_reading_order(spans), "done")


def articles(folder: Path) -> Iterator[Article]:
    """All documents of the sample corpus; first one that shows something and is still to do."""
    text, spans = parse_marked((ROOT / "tests/data/standin.marked.txt").read_text(encoding="utf-8"))
    yield Article("standin", text, spans, "in-progress")
    for file in sorted(folder.glob("annotated/a*.gold.jsonl")):
        yield labelled_article(file)
    for file in sorted(folder.glob("a*.txt")):
        yield Article(file.stem, file.read_bytes().decode("utf-8"), [], "new")


def span_record(article: Article, span: Span) -> dict[str, object]:
    """One span of the sample corpus, checkable against its words."""
    start, end, label = span
    uid = fixed_uid("span", f"{article.name}:{start}:{end}:{label}")
    return {
        "uid": uid,
        "start": start,
        "end": end,
        "label": label,
        "text": article.text[start:end],
    }


def document_record(article: Article) -> dict[str, object]:
    """One line of the sample corpus."""
    return {
        "uid": fixed_uid("document", article.name),
        "title": article.text.partition("\n")[0],
        "text": article.text,
        "metadata": {"source": f"{article.name}, CC0"},
        "spans": [span_record(article, span) for span in article.spans],
        "status": article.status,
    }


def head_record(language: str) -> dict[str, object]:
    """The first line: name, label set, guidelines. The spans name nobody: they become the library's own."""
    labels = [
        {
            "uid": label.uid,
            "name": label.name,
            "colour": label.colour,
            "key": label.key,
            "definition": DEFINITIONS[language][label.name],
        }
        for label in standard_labels()
    ]
    corpus = {"uid": fixed_uid("corpus", CORPUS), "name": CORPUS, "labels": labels}
    corpus["guidelines"] = GUIDELINES[language]
    return {"format": "annotator-jsonl", "version": 1, "corpus": corpus}


def write_lines(file: Path, records: list[dict[str, object]]) -> None:
    """One JSON object a line, UTF-8, ended by LF."""
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    file.write_bytes("".join(lines).encode("utf-8"))


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", type=Path, metavar="ARTICLES")
    found = list(articles(parser.parse_args().articles))
    standin = found[0]
    data = ROOT / "tests/data"
    (data / "standin.txt").write_bytes(standin.text.encode("utf-8"))
    spans = [
        {"start": start, "end": end, "label": label, "text": standin.text[start:end]}
        for start, end, label in standin.spans
    ]
    write_lines(data / "standin.gold.jsonl", [{"text": standin.text, "spans": spans}])
    for language, name in SAMPLES.items():
        records = [head_record(language), *(document_record(article) for article in found)]
        write_lines(ROOT / "resources/samples" / name, records)


if __name__ == "__main__":
    main()
