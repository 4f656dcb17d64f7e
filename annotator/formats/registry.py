"""Which reader and writer a format has, and which format a file is of: by its suffix, and by its content."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from annotator.errors import FormatError, UserError
from annotator.formats.first_record import first_keys
from annotator.formats.foreign import foreign_kind
from annotator.formats.recognition import JSON, LOOK, recognised
from annotator.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from annotator.formats.base import FolderWriter, Reader, Writer

AUTO: Final = "auto"


@dataclass(frozen=True, slots=True)
class Format:
    """What is known of a format before its module is loaded.

    Attributes:
        reader: module of this package with `read`, "" if it is only written.
        writer: module of this package with `write` (a `Writer`) or `write_folder` (a `FolderWriter`), "" if
            it is only read.
        suffixes: of file names that are likely of it.
        extension: what written files end in, without the dot; "" where the writer names its files.
        in_folder: whether an export is a folder with a file a document or a file and what explains it; with
            an extension it is a single file where the chosen name ends in that.
        options: names of the `WriteOptions` that its writer heeds.
        partners: suffixes, or whole names, of files that stand beside a file of this format and are read with
            it, never as articles of their own.
        extra: of this program's installation, that its modules need; "" for none.
        tells_suggestions: whether a file says which spans only a machine suggests.
    """

    reader: str = ""
    writer: str = ""
    suffixes: tuple[str, ...] = ()
    extension: str = ""
    in_folder: bool = False
    options: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    extra: str = ""
    tells_suggestions: bool = False

    def makes_folder(self, path: Path) -> bool:
        """Whether an export to `path` is a folder.

        A format in a folder that has an extension too can be one file: where the name ends in the extension.
        """
        return self.in_folder and path.suffix.lower() != f".{self.extension}"


_TAGGED: Final = ("scheme", "tokens", "nested", "edges")

FORMATS: Final[Mapping[str, Format]] = {
    "jsonl": Format("jsonl.reader", "jsonl.writer", (".jsonl", ".ndjson"), "jsonl", tells_suggestions=True),
    "txt": Format("articles.txt", suffixes=(".txt", ".text", ".md")),
    "docx": Format("articles.docx", suffixes=(".docx",)),
    "pdf": Format("articles.pdf", suffixes=(".pdf",)),
    "html": Format("articles.html", suffixes=(".html", ".htm", ".xhtml")),
    "csv": Format("articles.table", suffixes=(".csv",)),
    "tsv": Format("articles.table", suffixes=(".tsv", ".tab")),
    "doccano": Format(
        "doccano.reader",
        "doccano.writer",
        (".jsonl", ".json"),
        "jsonl",
        partners=("label_types.json", "label_config.json"),
    ),
    "prodigy": Format("prodigy.reader", "prodigy.writer", (".jsonl", ".json"), "jsonl"),
    "conll": Format(
        "conll.reader",
        "conll.writer",
        (".conll", ".conllu", ".iob", ".iob2", ".bio", ".bioes"),
        "conll",
        options=_TAGGED,
    ),
    "spacy": Format(
        "spacy.reader",
        "spacy.writer",
        (".spacy", ".json"),
        "spacy",
        options=("tokens", "nested", "edges"),
        extra="spacy",
    ),
    "huggingface": Format(
        "huggingface.reader",
        "huggingface.writer",
        (".parquet", ".jsonl"),
        "parquet",
        in_folder=True,
        options=_TAGGED,
        partners=("dataset_info.json",),
    ),
    "brat": Format(
        "brat.reader",
        "brat.writer",
        (".ann", ".a1"),
        in_folder=True,
        partners=(".txt", ".a2", "annotation.conf", "visual.conf", "documents.json"),
    ),
    "webanno": Format("webanno.reader", "webanno.writer", (".tsv",), in_folder=True),
    "label-studio": Format(
        "label_studio.reader", "label_studio.writer", (".json",), "json", tells_suggestions=True
    ),
    "spans-csv": Format(writer="spans_csv.writer", extension="csv"),
    "uima-xmi": Format(
        "uima.xmi_reader", "uima.xmi_writer", (".xmi",), in_folder=True, partners=("TypeSystem.xml",)
    ),
    "uima-json": Format("uima.json_reader", "uima.json_writer", (".json",), in_folder=True),
    "inception": Format("uima.inception", suffixes=(".zip",)),
}
"""Every format by the name that `--format` takes; its module is loaded when it is used."""

_SUFFIXES: Final[Mapping[str, str]] = {
    suffix: name for name, known in reversed([*FORMATS.items()]) for suffix in known.suffixes
}
"""Of formats that share a suffix the first has it; the others are known by what their files begin with."""

_PARTNERS: Final[Mapping[str, Format]] = {
    partner: known for known in reversed([*FORMATS.values()]) for partner in known.partners
}

SUFFIXES: Final = tuple(
    dict.fromkeys(suffix for known in FORMATS.values() if known.reader for suffix in known.suffixes)
)
"""Endings of names of files that can be imported, with their dot."""

READABLE: Final = tuple(name for name, known in FORMATS.items() if known.reader)
"""Formats that can be imported, by the name that `--format` takes."""

WRITABLE: Final = tuple(name for name, known in FORMATS.items() if known.writer)
"""Formats that can be exported."""


def reader_for(path: Path, format_name: str = AUTO, *, name: str | None = None) -> tuple[str, Reader]:
    """The format's name and its reader.

    Args:
        path: the file, which is looked into when the format is "auto".
        format_name: "auto" or one of `READABLE`.
        name: the file's name as the person gave it, for messages.

    Raises:
        FormatError: the format is not known, or the file is of none that can be read.
        OSError: the file cannot be read.
    """
    chosen = detect(path, name or str(path)) if format_name == AUTO else format_name
    if chosen not in READABLE:
        raise FormatError(
            say(
                "{file}: this version cannot read the format “{format}”; it reads {known}. Nothing was "
                "imported.",
                file=name or str(path),
                format=chosen,
                known=", ".join(READABLE),
            )
        )
    return chosen, cast("Reader", import_module(f"annotator.formats.{FORMATS[chosen].reader}").read)


def writer_for(format_name: str) -> Writer:
    """The writer of a format; raises UserError when there is none."""
    if format_name not in WRITABLE:
        raise UserError(
            say(
                "This version cannot write the format “{format}”; it writes {known}.",
                format=format_name,
                known=", ".join(WRITABLE),
            )
        )
    return cast("Writer", import_module(f"annotator.formats.{FORMATS[format_name].writer}").write)


def folder_writer_for(format_name: str) -> FolderWriter:
    """The writer of a format whose export is a folder; see `writes_folder`."""
    module = import_module(f"annotator.formats.{FORMATS[format_name].writer}")
    return cast("FolderWriter", module.write_folder)


def writes_folder(format_name: str, path: Path) -> bool:
    """Whether an export to `path` is a folder; not for a format that is not known."""
    return FORMATS.get(format_name, Format()).makes_folder(path)


def extension_of(format_name: str) -> str:
    """What file names of the format end in, without the dot."""
    return FORMATS[format_name].extension


def can_be_read(path: Path) -> bool:
    """Whether a file in a folder looks, by its name, like one to import."""
    return path.suffix.lower() in _SUFFIXES and not path.name.startswith((".", "~$"))


def is_partner(path: Path) -> bool:
    """Whether the file belongs to one beside it, with which it is read; `Format.partners` says of which."""
    if known := _PARTNERS.get(path.name):
        return any(any(path.parent.glob(f"*{suffix}")) for suffix in known.suffixes)
    if known := _PARTNERS.get(path.suffix.lower()):
        return any(path.with_suffix(suffix).is_file() for suffix in known.suffixes)
    return False


def detect(path: Path, name: str) -> str:
    """The format of a file: what it begins with decides where that is unmistakable, else the suffix.

    Raises:
        FormatError: neither says anything, or it is of a kind that is known and not read.
        OSError: the file cannot be read.
    """
    suffix = path.suffix.lower()
    with path.open("rb") as stream:
        start = stream.read(LOOK)
        keys = first_keys(start, stream) if len(start) == LOOK and suffix in JSON else None
    if kind := foreign_kind(start, suffix, keys or frozenset()):
        raise FormatError(
            say(
                "{file}: looks like {kind}, which is not read. Convert it to a format that is ({known}) and "
                "try again. Nothing was imported.",
                file=name,
                kind=kind,
                known=", ".join(READABLE),
            )
        )
    found = recognised(start, suffix, keys)
    if found:
        return found
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    if not suffix:
        return "txt"
    raise FormatError(
        say(
            "{file}: cannot tell what kind of file it is. Choose its format ({known}) and try again. "
            "Nothing was imported.",
            file=name,
            known=", ".join(READABLE),
        )
    )
