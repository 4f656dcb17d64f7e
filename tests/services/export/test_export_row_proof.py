"""A table of spans is read back row by row; what is not in it as it was written is not counted."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import FormatError
from annotator.formats.base import LossReport, OutgoingDocument, OutgoingHead, OutgoingSpan, WriteOptions
from annotator.formats.spans_csv import writer as spans_csv_writer
from annotator.model.document import Annotator, Corpus, Document, Status
from annotator.services.export.row_proof import RowProof, proof_of

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.services.export.proof import Proof

HEAD = OutgoingHead(Corpus("c", "Kho"), (), (Annotator("a", "A1"),))
HOSTILE = st.sampled_from(
    ["=1", "'", "''=x", '"', ",", ";", "\r", "\n", "\r\n", "\u2028", "😀", "e\u0301", "-"]
)
TEXTS = st.lists(HOSTILE | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).map("".join)


def documents(text: str, label: str) -> list[OutgoingDocument]:
    spans = tuple(
        OutgoingSpan(start, len(text), label, "a", f"s{start}", note="a note") for start in range(len(text))
    )
    return [
        OutgoingDocument(Document("d1", "c", text, text), (), spans, Status.NEW),
        OutgoingDocument(Document("d2", "c", "", text), (), (), Status.NEW),
    ]


def table_of(proof: Proof | RowProof, text: str, label: str) -> bytes:
    stream = io.BytesIO()
    written = proof.watch(documents(text, label))
    spans_csv_writer.write(HEAD, written, stream, WriteOptions(), LossReport())
    return stream.getvalue()


@given(TEXTS, TEXTS)
def test_every_row_is_found_again(tmp_path_factory, text, label):
    proof = proof_of("spans-csv", HEAD, LossReport())
    path = tmp_path_factory.getbasetemp() / "table.csv"
    path.write_bytes(table_of(proof, text, label))
    ticks: list[int] = []
    assert proof.recovered([path], lambda: ticks.append(1)) == len(text)
    assert len(ticks) == proof.tally.documents == 2


@pytest.mark.parametrize(
    ("was", "now"), [(b"An", b"Yn"), (b",0,", b",1,"), (b"person", b"award"), (b"d1", b"d9")]
)
def test_what_was_changed_is_not_counted(tmp_path, was, now):
    proof = RowProof(HEAD, LossReport())
    path = tmp_path / "table.csv"
    path.write_bytes(table_of(proof, "An", "person").replace(was, now))
    assert proof.recovered([path], lambda: None) < 2


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"a,b\n1,2\n", "columns of a table of spans are missing"), (b"", "columns of a table of spans")],
)
def test_another_table_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    proof = RowProof(HEAD, LossReport())
    path = tmp_path / "table.csv"
    path.write_bytes(data)
    with pytest.raises(FormatError, match=said):
        proof.recovered([path], lambda: None)


def test_a_row_that_is_none_is_refused(tmp_path):
    proof = RowProof(HEAD, LossReport())
    path = tmp_path / "table.csv"
    path.write_bytes(table_of(proof, "An", "person").replace(b",0,", b",zero,"))
    with pytest.raises(FormatError, match=r"table\.csv, row 1: it is no row of a span\."):
        proof.recovered([path], lambda: None)
