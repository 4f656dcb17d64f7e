"""Archives of INCEpTION: every person's work on a document becomes a layer of it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from annotator.errors import FormatError
from annotator.formats.base import IncomingLayer, Notices, ReadOptions, Source
from annotator.formats.registry import reader_for
from annotator.formats.uima.inception import read
from annotator.model.document import Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from annotator.formats.base import IncomingDocument

    Reading = Callable[..., tuple[list[IncomingDocument], list[str]]]

NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type"
TYPES = (
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription>'
    f"<name>{NER}.NamedEntity</name><supertypeName>uima.tcas.Annotation</supertypeName></typeDescription>"
    "</types></typeSystemDescription>"
)


def xmi(text: str, *spans: tuple[int, int, str], title: str = "") -> str:
    elements = "".join(
        f'<n:NamedEntity xmi:id="{number}" sofa="1" begin="{begin}" end="{end}" value="{label}"/>'
        for number, (begin, end, label) in enumerate(spans, 5)
    )
    about = f'<m:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="1" documentTitle="{title}"/>' * bool(
        title
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" '
        'xmlns:cas="http:///uima/cas.ecore" '
        'xmlns:m="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" '
        f'xmlns:n="http:///{NER.replace(".", "/")}.ecore" xmi:version="2.0">{elements}{about}'
        f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="{text}"/></xmi:XMI>'
    )


def tsv(text: str, label: str) -> str:
    return (
        f"#FORMAT=WebAnno TSV 3.3\n#T_SP={NER}.NamedEntity|value\n#T_RL=a.R|BT_{NER}.NamedEntity\n\n\n"
        f"#Text={text}\n1-1\t0-{len(text)}\t{text}\t{label}\t1-1\t\n"
    )


def packed(entries: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    def reads(entries: dict[str, str | bytes], layer: str = "") -> tuple[list[IncomingDocument], list[str]]:
        path = tmp_path / "project.zip"
        path.write_bytes(packed(entries))
        notices = Notices()
        found = list(read(Source(path, "project.zip"), ReadOptions(layer=layer), notices))
        return found, [str(message) for message in notices.messages]

    return reads


def by(person: str, text: str, *spans: tuple[int, int, str]) -> bytes:
    return packed({f"{person}.xmi": xmi(text, *spans), "TypeSystem.xml": TYPES})


def test_a_project_gives_a_layer_for_every_person_and_for_what_was_curated(reading):
    found, said = reading(
        {
            "exportedproject1.json": "{}",
            "source/b.txt": "An Bo",
            "annotation/b.txt/webanno1export.zip": by("lan", "An Bo", (0, 2, "PER"), (3, 5, "PER")),
            "annotation/b.txt/webanno2export.zip": by("minh", "An Bo"),
            "annotation/b.txt/webanno3export.zip": by("INITIAL_CAS", "An Bo", (0, 5, "OLD")),
            "curation/b.txt/webanno4export.zip": by("CURATION_USER", "An Bo", (0, 2, "PER")),
            "annotation/a.txt/webanno5export.zip": by("INITIAL_CAS", "Cy", (0, 2, "OLD")),
        }
    )
    assert [(one.title, one.text) for one in found] == [("a.txt", "Cy"), ("b.txt", "An Bo")]
    assert [(span.annotator, *span[:3]) for span in found[1].spans] == [
        ("lan", 0, 2, "PER"),
        ("lan", 3, 5, "PER"),
        ("CURATION_USER", 0, 2, "PER"),
    ]
    assert found[1].layers == tuple(
        IncomingLayer(person, Status.NEW) for person in ("lan", "minh", "CURATION_USER")
    )
    assert ([span[:4] for span in found[0].spans], found[0].layers) == ([(0, 2, "OLD", None)], ())
    assert said == []


def test_what_is_said_of_single_files_is_added_up(reading):
    found, said = reading(
        {"annotation/a.txt/lan.tsv": tsv("An", "PER"), "annotation/a.txt/minh.tsv": tsv("An", "LOC")}
    )
    assert [(span.annotator, span.label) for span in found[0].spans] == [("lan", "PER"), ("minh", "LOC")]
    assert said == ["2 relations were left out."]


def test_an_exported_document_is_one(reading, tmp_path):
    entries = {"admin.xmi": xmi("An", (0, 2, "PER"), title="a.txt"), "TypeSystem.xml": TYPES}
    found, said = reading(entries)
    assert [(one.title, [span[:4] for span in one.spans]) for one in found] == [
        ("a.txt", [(0, 2, "PER", None)])
    ]
    assert said == []
    assert reader_for(tmp_path / "project.zip")[0] == "inception"
    assert reading({"admin.xmi": xmi("An")})[1] == [
        "No TypeSystem.xml stands beside the file; features of spans were taken as texts."
    ]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (
            {"annotation/a/lan.txt": "An", "exportedproject.json": "{}"},
            (
                "project.zip: holds no annotations as UIMA CAS XMI, CAS JSON or WebAnno TSV 3. Export the "
                "project from INCEpTION with one of these as its format."
            ),
        ),
        (
            {"annotation/a/lan.tsv": tsv("An", "PER"), "annotation/a/minh.tsv": tsv("Bo", "PER")},
            ("project.zip, annotation/a/minh.tsv: its text is not that of annotation/a/lan.tsv."),
        ),
        (
            {"annotation/a/x.zip": packed({"lan.xmi": "<a/>"})},
            ("project.zip, annotation/a/x.zip/lan.xmi: is no XMI of a UIMA CAS (it begins with <a>)."),
        ),
        (
            {"annotation/a/x.zip": b"no"},
            "project.zip, annotation/a/x.zip: is not a ZIP archive, or a damaged one.",
        ),
        (
            {"../a.xmi": "<a/>"},
            "project.zip: the part ../a.xmi points outside the archive.",
        ),
    ],
)
def test_bad_archives_are_refused(reading, entries, said):
    with pytest.raises(FormatError, match=r".") as caught:
        reading(entries)
    assert str(caught.value) == f"{said} Nothing was imported."
