"""The private SQLite file through which an import goes: what its tables are called and what goes in.

A child process parses and checks a file and fills these tables; `storage.bulk.move` takes them into the
library by INSERT..SELECT in one transaction. Everything that needs Python (hashes, folding, covered text,
uids) is therefore computed by the child, so that the library's one writer only moves rows.

How to fill it (order and rules that `move` relies on):

* Open it with `journal_mode=OFF, synchronous=OFF`, run `CREATE`, fill in one transaction, close.
* `document.id` counts from 1 in the order of the file; `layer` rows in the order of their documents, `span`
  rows in the order of their layers and, within one, by start: the library's indexes are then appended to.
* `document.uid`: what the file says, else a new uid with `given = 0`; `span.uid` likewise, without `given`.
* `document.title_folded` and `title_sort` come from `storage.titles.folded` and `storage.titles.sort_key`,
  `text_sha256` and `fold_sha256` from `text.digest`, `length` is `len(text)`.
* `document.line`: of the file where it begins, 0 if the file is one document.
* `metadata` is a JSON object of strings with sorted keys: `storage.types.dump_json`.
* `layer.annotator` names `annotator.id`; `layer.status` is a word of `model.Status`, or '' for "not said"
  (then in-progress with spans, new without). One row for each (document, annotator), also for an empty layer.
* `span.label` names `label.id`; `parts` is '' or JSON [[start,end],...]; `flags` is '' or words joined by
  one blank; `covered` is `model.covered_text`. The caller has checked every range against its text.
* `label`: one row for each name met, as `titles.label_key` compares them, without blanks at the ends; those
  of the head first, in its order; `spellings` is '' or a JSON list of the names that spans have;
  `uid` is '' when the file gives none; `used = 1` when a span carries it, `listed = 1` when the head
  lists it; `guidance` is '' or JSON as `model.codebook.guidance_parts` makes it.
* `annotator`: `uid` is '' when the file gives none; `kind` a word of `model.AnnotatorKind`.
* Columns called `target...` belong to `move`; leave them out of your INSERTs.
"""

from __future__ import annotations

from typing import Final

CREATE: Final = """
CREATE TABLE head (guidelines TEXT NOT NULL) STRICT;
CREATE TABLE annotator (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, target INTEGER
) STRICT;
CREATE TABLE label (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, colour TEXT NOT
    NULL, key TEXT NOT NULL, definition TEXT NOT NULL, short TEXT NOT NULL, listed INTEGER NOT NULL, used
    INTEGER NOT NULL, guidance TEXT NOT NULL DEFAULT '', spellings TEXT NOT NULL DEFAULT '', target INTEGER
) STRICT;
CREATE TABLE document (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, given INTEGER NOT NULL, title TEXT NOT NULL,
    line INTEGER NOT NULL, title_folded TEXT NOT NULL, title_sort TEXT NOT NULL, metadata TEXT NOT NULL,
    length INTEGER NOT NULL, text_sha256 TEXT NOT NULL, fold_sha256 TEXT NOT NULL, target INTEGER,
    target_new INTEGER, text TEXT NOT NULL
) STRICT;
CREATE TABLE layer (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, document INTEGER NOT NULL, annotator INTEGER NOT NULL,
    status TEXT NOT NULL
) STRICT;
CREATE TABLE span (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, layer INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER
    NOT NULL, label INTEGER NOT NULL, covered TEXT NOT NULL, origin TEXT NOT NULL, note TEXT NOT NULL DEFAULT
    '', flags TEXT NOT NULL DEFAULT '', parts TEXT NOT NULL DEFAULT ''
) STRICT;
"""
"""All tables of a staging file."""
