"""Formats that are not read are called by name, and nothing that is read is taken for one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import FormatError
from annotator.formats.foreign import foreign_kind
from annotator.formats.registry import detect

SAMPLES = Path(__file__).parents[2].parent / "shared" / "samples"
OTHERS = {"bioc", "gate", "medtator", "nested-ner", "pubtator", "tei", "yedda", "review-sets", "label-studio"}

FILES = [
    ("a.xml", b'<?xml version="1.0"?>\n<!DOCTYPE collection SYSTEM "BioC.dtd">\n<collection>', "BioC"),
    ("a.json", b'{"infons": {}, "documents": []}', "BioC"),
    ("a.xml", b"<GateDocument version='3'>", "GATE XML"),
    ("a.bdocjs", b'{"features": {}}', "GATE bdoc"),
    ("a.xml", b"\xef\xbb\xbf<TEI xmlns='x'>", "TEI"),
    ("a.txt.xml", b"<MY_TASK>\n<TEXT><![CDATA[An]]></TEXT>", "MedTator"),
    ("a.json", b'{"text": "An", "denotations": []}', "PubAnnotation"),
    ("a.pubtator", b"120|t|Title\n120|a|Text", "PubTator"),
    ("a.txt.ann", b"A [@US#Location*] here", "YEDDA"),
    ("a.json", b'[{"tokens": [], "text": "", "entities": [{"entity_type": "x"}]}]', "Thai-NNER"),
    ("config.xml", b"<View>\n <Labels/>", "a labelling configuration of Label Studio"),
]
READ = [
    ("a.txt", b"<TEI> as a text"),
    ("a.txt", b"1|t|x"),
    ("a.jsonl", b'{"text": "An", "entities": [], "tokens": []}'),
    ("a.ann", b"T1\tperson 0 2\tAn"),
    ("a.html", b"<!DOCTYPE html><html><body><text>"),
    ("a.xmi", b'<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI">'),
    ("a.csv", b"text,n\nAn,1"),
    ("a.conll", b"An\tO"),
]


@pytest.mark.parametrize(("name", "start", "kind"), FILES)
def test_a_kind_that_is_not_read_is_refused_by_name(tmp_path, name, start, kind):
    (tmp_path / name).write_bytes(start)
    with pytest.raises(FormatError) as caught:
        detect(tmp_path / name, name)
    assert str(caught.value).startswith(f"{name}: looks like {kind}, which is not read. Convert it to ")


@pytest.mark.parametrize(("name", "start"), READ)
def test_what_is_read_is_none_of_them(name, start):
    assert foreign_kind(start, Path(name).suffix) is None


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
def test_no_sample_of_a_format_that_is_read_is_taken_for_another():
    paths = [path for path in SAMPLES.rglob("*") if path.is_file() and path.parent.name not in OTHERS]
    taken = [path.name for path in paths if foreign_kind(path.read_bytes()[:65536], path.suffix.lower())]
    assert paths
    assert taken == []
