"""A package that is written and read again is the same, and equal packages are equal files."""

from __future__ import annotations

import io
import sys
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from package_bench import LAN, LEAD, PERSON, POSITION, change, parts_of, read, small, step, without_digest

from annotator import archive
from annotator.errors import UserError
from annotator.exchange import package_file, package_reading
from annotator.exchange.members import ChangeKind, PackageDocument, PackageLayer, PackageSettings


def test_what_is_written_is_read_again(tmp_path):
    path = tmp_path / "gói.zip"
    written = package_file.write(path, small())
    assert package_reading.read(path) == written
    assert without_digest(written) == small()
    assert len(written.digest) == 64
    assert package_reading.is_package(path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such rights there")
def test_it_can_be_given_away(tmp_path):
    for name, write in (
        ("a.zip", lambda path: package_file.write(path, small())),
        ("b", type(tmp_path).touch),
    ):
        write(tmp_path / name)
    assert (tmp_path / "a.zip").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_equal_content_makes_equal_bytes_in_whatever_order_it_was_gathered():
    package = small()
    mixed = replace(
        package,
        **{
            name: tuple(reversed(getattr(package, name)))
            for name in ("documents", "labels", "annotators", "layers", "steps", "changes")
        },
    )
    assert package_file.packed(mixed) == package_file.packed(package)


def test_a_package_packed_anew_is_the_same(tmp_path):
    data = package_file.packed(small())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as other:
        for name, part in reversed(parts_of(data).items()):
            other.writestr(name, part)
        other.comment = b"packed by hand"
    assert stream.getvalue() != data
    assert read(stream.getvalue()) == read(data)


def test_a_text_that_packs_like_a_bomb_is_written_so_that_it_can_be_read():
    long = replace(small(), documents=(*small().documents, PackageDocument("d3", "", "a" * 3_000_000)))
    assert read(package_file.packed(long)).documents[2].text == "a" * 3_000_000


def test_a_package_beyond_the_readers_limits_is_not_made(tmp_path, monkeypatch):
    monkeypatch.setattr(package_file, "LARGEST_ENTRY", 300)
    with pytest.raises(UserError, match=r"too large: its part .* Choose fewer documents\."):
        package_file.write(tmp_path / "a.zip", small())
    assert not list(tmp_path.iterdir())
    assert archive.LARGEST_ENTRY == 200_000_000


@pytest.mark.parametrize("body", [{"start": 0, "end": 99, "label": PERSON.uid}, {"start": 0, "end": 1}])
def test_what_nobody_could_read_is_not_written(tmp_path, body):
    wrong = replace(small(), changes=(change(ChangeKind.SPAN, step(1), "t", body),))
    with pytest.raises(UserError, match=r"was not written, for another program could not read it"):
        package_file.write(tmp_path / "a.zip", wrong)
    assert not list(tmp_path.iterdir())


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
NUMBERS = st.integers(1, 2**53)


@st.composite
def packages(draw):
    texts = draw(st.lists(WORDS, unique=True, max_size=4))
    documents = tuple(
        PackageDocument(f"d{place}", draw(WORDS), text, draw(st.dictionaries(WORDS, WORDS, max_size=2)))
        for place, text in enumerate(texts)
    )
    counters = draw(st.lists(NUMBERS, unique=True, max_size=4))
    lamports = sorted(draw(NUMBERS) for _ in counters)
    pairs = enumerate(zip(counters, lamports, strict=True))
    steps = tuple(step(place, LEAD, counter=counter, lamport=lamport) for place, (counter, lamport) in pairs)
    changes = [
        change(ChangeKind.SPAN, made_in, f"t{place}", _body(draw, document), document=document.uid)
        for place, made_in in enumerate(sorted(steps, key=lambda one: (one.lamport, one.uid)))
        for document in documents[:1]
        if document.text
    ]
    layers = tuple(PackageLayer(document.uid, LAN.uid) for document in documents)
    unaided = PackageSettings(
        draw(st.sampled_from(["", "r"])),
        draw(st.booleans()),
        tuple(d.uid for d in documents),
        draw(st.sampled_from(["", "u1"])),
    )
    return replace(
        small(),
        documents=documents,
        steps=tuple(sorted(steps, key=lambda one: (one.lamport, one.uid))),
        changes=tuple(sorted(changes, key=lambda c: (c.change.lamport, c.step, c.change.thing))),
        layers=layers,
        settings=draw(st.sampled_from([None, unaided])),
    )


def _body(draw, document):
    start = draw(st.integers(0, len(document.text) - 1))
    end = draw(st.integers(start + 1, len(document.text)))
    body = {"start": start, "end": end, "label": draw(st.sampled_from([PERSON.uid, POSITION.uid]))}
    return draw(st.sampled_from([None, body, {**body, "note": draw(WORDS)}]))


@settings(max_examples=60)
@given(packages())
def test_whatever_it_holds_it_comes_back_as_it_was(package):
    data = package_file.packed(package)
    assert without_digest(read(data)) == package
    assert package_file.packed(read(data)) == data
