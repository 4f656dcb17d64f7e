BEGIN TRANSACTION;
CREATE TABLE alias_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    kind TEXT NOT NULL,
    main_uid TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_alias_version PRIMARY KEY (id),
    CONSTRAINT ck_alias_version_kind CHECK (kind IN ('document', 'annotator', 'label', 'span',
    'cluster')),
    CONSTRAINT ck_alias_version_life CHECK (to_step >= from_step)
)
 STRICT;
CREATE TABLE annotator (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    CONSTRAINT pk_annotator PRIMARY KEY (id),
    CONSTRAINT uq_annotator_uid UNIQUE (uid)
)
 STRICT;
INSERT INTO "annotator" VALUES(1,'01a207ab-8044-735b-8aa1-3e87d3db42bf');
CREATE TABLE annotator_version (
    id INTEGER NOT NULL,
    annotator INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_annotator_version PRIMARY KEY (id),
    CONSTRAINT ck_annotator_version_kind CHECK (kind IN ('person', 'source', 'machine', 'gold')),
    CONSTRAINT ck_annotator_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_annotator_version_annotator FOREIGN KEY(annotator) REFERENCES annotator (id) ON
    DELETE RESTRICT
)
 STRICT;
INSERT INTO "annotator_version" VALUES(1,1,'Lan','lan','person',1,NULL);
CREATE TABLE comment_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    document INTEGER NOT NULL,
    span TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    author INTEGER NOT NULL,
    text TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    resolved INTEGER NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_comment_version PRIMARY KEY (id),
    CONSTRAINT ck_comment_version_resolved CHECK (resolved IN (0, 1)),
    CONSTRAINT ck_comment_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_comment_version_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_comment_version_author FOREIGN KEY(author) REFERENCES annotator (id) ON DELETE
    RESTRICT
)
 STRICT;
CREATE TABLE corpus (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    CONSTRAINT pk_corpus PRIMARY KEY (id),
    CONSTRAINT uq_corpus_uid UNIQUE (uid)
)
 STRICT;
INSERT INTO "corpus" VALUES(1,'01a207ab-805b-7aa5-ab92-860ace8e43ea');
CREATE TABLE corpus_version (
    id INTEGER NOT NULL,
    corpus INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    guidelines TEXT NOT NULL,
    binned INTEGER NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_corpus_version PRIMARY KEY (id),
    CONSTRAINT ck_corpus_version_binned CHECK (binned IN (0, 1)),
    CONSTRAINT ck_corpus_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_corpus_version_corpus FOREIGN KEY(corpus) REFERENCES corpus (id) ON DELETE
    RESTRICT
)
 STRICT;
INSERT INTO "corpus_version" VALUES(1,1,'Thi đua','thi đua','',0,2,NULL);
CREATE TABLE decision_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    document INTEGER NOT NULL,
    cluster TEXT NOT NULL,
    reviewer INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    gold_span TEXT NOT NULL,
    variants TEXT NOT NULL,
    reason TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_decision_version PRIMARY KEY (id),
    CONSTRAINT ck_decision_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_decision_version_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_decision_version_reviewer FOREIGN KEY(reviewer) REFERENCES annotator (id) ON
    DELETE RESTRICT
)
 STRICT;
CREATE TABLE document (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    length INTEGER NOT NULL,
    text_sha256 TEXT NOT NULL,
    fold_sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_document PRIMARY KEY (id),
    CONSTRAINT ck_document_length CHECK (length >= 0),
    CONSTRAINT uq_document_uid UNIQUE (uid)
)
 STRICT;
INSERT INTO "document" VALUES(1,'01a207ab-8067-7312-a778-6e87c8ae9774',85,'882d3b9c337943556a57924512aebcbf37100beff61da19804e008bd013d3fce','882d3b9c337943556a57924512aebcbf37100beff61da19804e008bd013d3fce','Đồng chí Lò Văn Hùng, Bí thư Tỉnh ủy Điện Biên, trao Huân chương Lao động hạng Nhì 🎉.');
INSERT INTO "document" VALUES(2,'01a207ab-806d-7125-a370-2d95f8ffdfef',34,'b99f8fc9a44c196d0799ff9a75b408dc3553fab04750b824e482c50ee4746817','b99f8fc9a44c196d0799ff9a75b408dc3553fab04750b824e482c50ee4746817','Phong trào “Dân vận khéo” lan tỏa.');
CREATE TABLE document_row (
    document INTEGER NOT NULL,
    corpus INTEGER NOT NULL,
    uid TEXT NOT NULL,
    status INTEGER NOT NULL,
    spans INTEGER NOT NULL,
    characters INTEGER NOT NULL,
    title TEXT NOT NULL,
    title_folded TEXT NOT NULL,
    title_sort TEXT NOT NULL,
    CONSTRAINT pk_document_row PRIMARY KEY (document)
)
 STRICT;
INSERT INTO "document_row" VALUES(1,1,'01a207ab-8067-7312-a778-6e87c8ae9774',1,2,85,'Khen thưởng','khen thuong','khen thuขoขng 00b1');
INSERT INTO "document_row" VALUES(2,1,'01a207ab-806d-7125-a370-2d95f8ffdfef',0,0,34,'Ghi chú','ghi chu','ghi chu 0073');
CREATE TABLE document_version (
    id INTEGER NOT NULL,
    document INTEGER NOT NULL,
    corpus INTEGER NOT NULL,
    title TEXT NOT NULL,
    title_folded TEXT NOT NULL,
    title_sort TEXT NOT NULL,
    metadata TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    binned INTEGER NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_document_version PRIMARY KEY (id),
    CONSTRAINT ck_document_version_binned CHECK (binned IN (0, 1)),
    CONSTRAINT ck_document_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_document_version_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_document_version_corpus FOREIGN KEY(corpus) REFERENCES corpus (id) ON DELETE
    RESTRICT
)
 STRICT;
INSERT INTO "document_version" VALUES(1,1,1,'Khen thưởng','khen thuong','khen thuขoขng 00b1','{}','882d3b9c337943556a57924512aebcbf37100beff61da19804e008bd013d3fce',0,3,NULL);
INSERT INTO "document_version" VALUES(2,2,1,'Ghi chú','ghi chu','ghi chu 0073','{}','b99f8fc9a44c196d0799ff9a75b408dc3553fab04750b824e482c50ee4746817',0,4,NULL);
CREATE TABLE label (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    corpus INTEGER NOT NULL,
    CONSTRAINT pk_label PRIMARY KEY (id),
    CONSTRAINT uq_label_corpus_uid UNIQUE (corpus, uid),
    CONSTRAINT fk_label_corpus FOREIGN KEY(corpus) REFERENCES corpus (id) ON DELETE RESTRICT
)
 STRICT;
INSERT INTO "label" VALUES(1,'cd91fe30-e88b-5422-82c0-cd3072304484',1);
INSERT INTO "label" VALUES(2,'377d8ce1-d8c2-5704-b252-0e1f654ba636',1);
INSERT INTO "label" VALUES(3,'6919dcc1-98ba-5ccd-9fac-62528c17d398',1);
INSERT INTO "label" VALUES(4,'0a7540b5-0007-5c4e-bd0c-bb882317f711',1);
INSERT INTO "label" VALUES(5,'2dd2fcd4-f1d6-55d3-82b0-c4d036c9ba14',1);
CREATE TABLE label_count (
    label INTEGER NOT NULL,
    spans INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    CONSTRAINT pk_label_count PRIMARY KEY (label)
)
 STRICT;
INSERT INTO "label_count" VALUES(1,1,1);
INSERT INTO "label_count" VALUES(2,1,1);
INSERT INTO "label_count" VALUES(3,0,0);
CREATE TABLE label_version (
    id INTEGER NOT NULL,
    label INTEGER NOT NULL,
    corpus INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    short TEXT NOT NULL,
    colour TEXT NOT NULL,
    "key" TEXT NOT NULL,
    definition TEXT NOT NULL,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    merged_into INTEGER,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_label_version PRIMARY KEY (id),
    CONSTRAINT ck_label_version_state CHECK (state IN ('active', 'merged', 'inactive')),
    CONSTRAINT ck_label_version_merged CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
    CONSTRAINT ck_label_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_label_version_label FOREIGN KEY(label) REFERENCES label (id) ON DELETE RESTRICT,
    CONSTRAINT fk_label_version_corpus FOREIGN KEY(corpus) REFERENCES corpus (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_label_version_merged_into FOREIGN KEY(merged_into) REFERENCES label (id) ON DELETE
    RESTRICT
)
 STRICT;
INSERT INTO "label_version" VALUES(1,1,1,'person','person','','#0283ce','1','',0,'active',NULL,2,NULL);
INSERT INTO "label_version" VALUES(2,2,1,'position','position','','#bd8703','2','',1,'active',NULL,2,NULL);
INSERT INTO "label_version" VALUES(3,3,1,'organization','organization','','#057836','3','',2,'active',NULL,2,NULL);
INSERT INTO "label_version" VALUES(4,4,1,'campaign','campaign','','#c54c79','4','',3,'active',NULL,2,NULL);
INSERT INTO "label_version" VALUES(5,5,1,'award','award','','#652f94','5','',4,'active',NULL,2,NULL);
CREATE TABLE layer (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    document INTEGER NOT NULL,
    annotator INTEGER NOT NULL,
    CONSTRAINT pk_layer PRIMARY KEY (id),
    CONSTRAINT uq_layer_document_annotator UNIQUE (document, annotator),
    CONSTRAINT uq_layer_uid UNIQUE (uid),
    CONSTRAINT fk_layer_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE RESTRICT,
    CONSTRAINT fk_layer_annotator FOREIGN KEY(annotator) REFERENCES annotator (id) ON DELETE
    RESTRICT
)
 STRICT;
INSERT INTO "layer" VALUES(1,'01a207ab-8074-7845-b36b-86719ba55e78',1,1);
CREATE TABLE layer_version (
    id INTEGER NOT NULL,
    layer INTEGER NOT NULL,
    status TEXT NOT NULL,
    based_on TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_layer_version PRIMARY KEY (id),
    CONSTRAINT ck_layer_version_status CHECK (status IN ('new', 'in-progress', 'done')),
    CONSTRAINT ck_layer_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_layer_version_layer FOREIGN KEY(layer) REFERENCES layer (id) ON DELETE RESTRICT
)
 STRICT;
INSERT INTO "layer_version" VALUES(1,1,'in-progress','',5,NULL);
CREATE TABLE package_log (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    time TEXT NOT NULL,
    changes_new INTEGER NOT NULL,
    changes_known INTEGER NOT NULL,
    active INTEGER NOT NULL,
    CONSTRAINT pk_package_log PRIMARY KEY (id),
    CONSTRAINT ck_package_log_active CHECK (active IN (0, 1)),
    CONSTRAINT uq_package_log_uid UNIQUE (uid)
)
 STRICT;
CREATE TABLE setting (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (name)
)
 STRICT;
INSERT INTO "setting" VALUES('uid','01a207ab-8044-7531-8e73-6046c36aae31');
INSERT INTO "setting" VALUES('created','2026-11-23T09:10:09.732Z');
INSERT INTO "setting" VALUES('self','01a207ab-8044-735b-8aa1-3e87d3db42bf');
INSERT INTO "setting" VALUES('replica_machine','01a20732-7370-7a71-869f-fa7a6546f075');
INSERT INTO "setting" VALUES('replica_path','2f746d702f746d7074657769313233712f6f6e652e616e6e6f7461746f72');
INSERT INTO "setting" VALUES('replica_file','65024:2220959');
INSERT INTO "setting" VALUES('replica','01a207ab-8059-7626-833f-d9dcdaa468e7');
CREATE TABLE span_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    layer INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    parts TEXT NOT NULL,
    label INTEGER NOT NULL,
    note TEXT NOT NULL,
    flags TEXT NOT NULL,
    origin TEXT NOT NULL,
    suggestion_uid TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    covered TEXT NOT NULL,
    CONSTRAINT pk_span_version PRIMARY KEY (id),
    CONSTRAINT ck_span_version_life CHECK (to_step >= from_step),
    CONSTRAINT ck_span_version_range CHECK (0 <= start AND start < "end"),
    CONSTRAINT fk_span_version_layer FOREIGN KEY(layer) REFERENCES layer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_span_version_label FOREIGN KEY(label) REFERENCES label (id) ON DELETE RESTRICT
)
 STRICT;
INSERT INTO "span_version" VALUES(1,'01a207ab-806f-7400-a771-c5492c330d43',1,9,20,'',1,'','','hand','',5,NULL,'Lò Văn Hùng');
INSERT INTO "span_version" VALUES(2,'01a207ab-806f-7460-991c-75011bdad604',1,22,46,'',2,'','','hand','',6,NULL,'Bí thư Tỉnh ủy Điện Biên');
INSERT INTO "span_version" VALUES(3,'01a207ab-806f-7474-a0d7-2c7c4d522818',1,29,46,'',3,'','','hand','',7,8,'Tỉnh ủy Điện Biên');
INSERT INTO "span_version" VALUES(4,'01a207ab-806f-7474-a0d7-2c7c4d522818',1,29,46,'',3,'','','hand','',9,10,'Tỉnh ủy Điện Biên');
CREATE TABLE step (
    seq INTEGER NOT NULL,
    uid TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor INTEGER NOT NULL,
    replica TEXT NOT NULL,
    counter INTEGER NOT NULL,
    lamport INTEGER NOT NULL,
    time TEXT NOT NULL,
    corpus INTEGER,
    document TEXT,
    summary TEXT NOT NULL,
    reverses INTEGER,
    "group" TEXT,
    merge TEXT,
    row_count INTEGER NOT NULL,
    digest TEXT NOT NULL,
    CONSTRAINT pk_step PRIMARY KEY (seq),
    CONSTRAINT uq_step_replica_counter UNIQUE (replica, counter),
    CONSTRAINT uq_step_uid UNIQUE (uid),
    CONSTRAINT fk_step_actor FOREIGN KEY(actor) REFERENCES annotator (id) ON DELETE RESTRICT,
    CONSTRAINT fk_step_corpus FOREIGN KEY(corpus) REFERENCES corpus (id) ON DELETE RESTRICT,
    CONSTRAINT uq_step_reverses UNIQUE (reverses)
)
 STRICT;
INSERT INTO "step" VALUES(1,'01a207ab-8047-7d39-aace-1803a97649c7','create',1,'01a207ab-8044-758d-b898-12f8db1d33c3',1,1,'2026-11-23T09:10:09.735Z',NULL,NULL,'{"text": "Library made", "values": {}}',NULL,NULL,NULL,1,'d23103781e174c9286680ad11f22de92de4bbdc4a84f0a699e32e6c8e6d044a1');
INSERT INTO "step" VALUES(2,'01a207ab-805a-7ceb-a973-3ccd33757a1a','corpus.create',1,'01a207ab-8059-7626-833f-d9dcdaa468e7',1,2,'2026-11-23T09:10:09.754Z',NULL,NULL,'{"text": "Corpus {name} made", "values": {"name": "Thi đua"}}',NULL,NULL,NULL,6,'1527ac5fa15916223977387e6a199e525112298b596f378dba480ef242aced74');
INSERT INTO "step" VALUES(3,'01a207ab-8067-74b7-b505-79c17c5aa407','document.add',1,'01a207ab-8059-7626-833f-d9dcdaa468e7',2,3,'2026-11-23T09:10:09.767Z',1,'01a207ab-8067-7312-a778-6e87c8ae9774','{"text": "Document {title} added", "values": {"title": "Khen thưởng"}}',NULL,NULL,NULL,1,'0ae86273ef7c9658726d8ab35736dd8f7cf111c551eab7618494d7298509f8aa');
INSERT INTO "step" VALUES(4,'01a207ab-806d-7320-bf76-e7432a2d776e','document.add',1,'01a207ab-8059-7626-833f-d9dcdaa468e7',3,4,'2026-11-23T09:10:09.773Z',1,'01a207ab-806d-7125-a370-2d95f8ffdfef','{"text": "Document {title} added", "values": {"title": "Ghi chú"}}',NULL,NULL,NULL,1,'5928088f5874ae2fdee2089510c71eb7799438b073a483e55c524651fc2bfb9d');
INSERT INTO "step" VALUES(5,'01a207ab-8074-71a8-a0be-eb941b1d4a80','annotate',1,'01a207ab-8059-7626-833f-d9dcdaa468e7',4,5,'2026-11-23T09:10:09.780Z',1,'01a207ab-8067-7312-a778-6e87c8ae9774','{"text": "{count} span added|{count} spans added", "values": {"count": 1}}',NULL,NULL,NULL,2,'21ddb74f56f8f0df930329db07c6948f2c5919324ef9b973b8c95e32fb230599');
INSERT INTO "step" VALUES(6,'01a207ab-807a-7dbf-8273-ee4d14c80a3e','annotate',1,'01a207ab-8059-7626-833f-d9dcdaa468e7',5,6,'2026-11-23T09:10:09.786Z',1,'01a207ab-8067-7312-a778-6e87c8ae9774','{"text": "{count} span added|{count} spans added", "values": {"count": 1}}',NULL,NULL,NULL,1,'7bcbef9a6fe5db243caef08c5556e6b1d30dee4513953517a9162488aa81256f');
INSERT INTO "step" VALUES(7,'01a207ab-807d-7e6b-a772-b0b752a3ccbb','annotate',1,'01a207ab-8059-7626-833f-d9dcdaa468e7',6,7,'2026-11-23T09:10:09.789Z',1,'01a207ab-8067-7312-a778-6e87c8ae9774','{"text": "{count} span added|{count} spans added", "values": {"count": 1}}',NULL,NULL,NULL,1,'53ed444ad7b5106d116105a0dec501cfe7931fbf8aca38b66f348db393f6a746');
INSERT INTO "step" VALUES(8,'01a207ab-8084-77ee-9110-7a7f4d0719ac','undo',1,'01a207ab-8059-7626-833f-d9dcdaa468e7',7,8,'2026-11-23T09:10:09.796Z',1,'01a207ab-8067-7312-a778-6e87c8ae9774','{"text": "{count} span added|{count} spans added", "values": {"count": 1}}',7,NULL,NULL,1,'abbbe9c491e1aaa55445ee214107690bfa1823c14d95596d2ead1632116f09b5');
INSERT INTO "step" VALUES(9,'01a207ab-809c-7daf-b4d9-26a077664cbf','redo',1,'01a207ab-8059-7626-833f-d9dcdaa468e7',8,9,'2026-11-23T09:10:09.820Z',1,'01a207ab-8067-7312-a778-6e87c8ae9774','{"text": "{count} span added|{count} spans added", "values": {"count": 1}}',8,NULL,NULL,1,'b34a960a40acc23d79f5a1789812dd67092e5228f6d59e8756c6005179462087');
INSERT INTO "step" VALUES(10,'01a207ab-80a6-774b-b01f-e926d2db3bf1','undo',1,'01a207ab-8059-7626-833f-d9dcdaa468e7',9,10,'2026-11-23T09:10:09.830Z',1,'01a207ab-8067-7312-a778-6e87c8ae9774','{"text": "{count} span added|{count} spans added", "values": {"count": 1}}',9,NULL,NULL,1,'de6e5d64b8c284993a33136305b6de3aefe1f4d9cbf18d4c0092bde1cb28ac2d');
CREATE TABLE step_gap (
    step INTEGER NOT NULL,
    purge INTEGER NOT NULL,
    CONSTRAINT pk_step_gap PRIMARY KEY (step)
)
 STRICT;
CREATE TABLE suggestion (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    layer INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    label INTEGER NOT NULL,
    source TEXT NOT NULL,
    source_version TEXT NOT NULL,
    score INTEGER NOT NULL,
    time TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_suggestion PRIMARY KEY (id),
    CONSTRAINT ck_suggestion_range CHECK (0 <= start AND start < "end"),
    CONSTRAINT uq_suggestion_uid UNIQUE (uid),
    CONSTRAINT fk_suggestion_layer FOREIGN KEY(layer) REFERENCES layer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_suggestion_label FOREIGN KEY(label) REFERENCES label (id) ON DELETE RESTRICT
)
 STRICT;
CREATE UNIQUE INDEX uq_alias_version_living_uid ON alias_version (uid) WHERE to_step IS NULL;
CREATE INDEX ix_alias_version_to ON alias_version (to_step) WHERE to_step IS NOT NULL;
CREATE INDEX ix_alias_version_from ON alias_version (from_step);
CREATE INDEX ix_document_row_title ON document_row (corpus, title_sort, document, status,
    title_folded);
CREATE INDEX ix_document_row_status ON document_row (corpus, status, document);
CREATE INDEX ix_document_row_spans ON document_row (corpus, spans, document, status);
CREATE INDEX ix_step_corpus ON step (corpus);
CREATE INDEX ix_step_document ON step (document);
CREATE UNIQUE INDEX uq_annotator_version_living_annotator ON annotator_version (annotator) WHERE
    to_step IS NULL;
CREATE INDEX ix_annotator_version_to ON annotator_version (to_step) WHERE to_step IS NOT NULL;
CREATE INDEX ix_annotator_version_from ON annotator_version (from_step);
CREATE INDEX ix_corpus_version_to ON corpus_version (to_step) WHERE to_step IS NOT NULL;
CREATE INDEX ix_corpus_version_from ON corpus_version (from_step);
CREATE UNIQUE INDEX uq_corpus_version_living_name_key ON corpus_version (name_key) WHERE to_step IS
    NULL AND binned = 0;
CREATE UNIQUE INDEX uq_corpus_version_living_corpus ON corpus_version (corpus) WHERE to_step IS NULL;
CREATE INDEX ix_document_version_to ON document_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_document_version_living_corpus_text_sha256 ON document_version (corpus,
    text_sha256) WHERE to_step IS NULL AND binned = 0;
CREATE INDEX ix_document_version_from ON document_version (from_step);
CREATE UNIQUE INDEX uq_document_version_living_document ON document_version (document) WHERE to_step
    IS NULL;
CREATE INDEX ix_decision_version_from ON decision_version (from_step);
CREATE UNIQUE INDEX uq_decision_version_living_uid ON decision_version (uid) WHERE to_step IS NULL;
CREATE INDEX ix_decision_version_to ON decision_version (to_step) WHERE to_step IS NOT NULL;
CREATE INDEX ix_comment_version_from ON comment_version (from_step);
CREATE UNIQUE INDEX uq_comment_version_living_uid ON comment_version (uid) WHERE to_step IS NULL;
CREATE INDEX ix_comment_version_to ON comment_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_label_version_living_corpus_name_key ON label_version (corpus, name_key)
    WHERE to_step IS NULL AND state = 'active';
CREATE UNIQUE INDEX uq_label_version_living_label ON label_version (label) WHERE to_step IS NULL;
CREATE INDEX ix_label_version_from ON label_version (from_step);
CREATE INDEX ix_label_version_to ON label_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_label_version_living_corpus_key ON label_version (corpus, "key") WHERE
    to_step IS NULL AND state = 'active' AND key <> '';
CREATE INDEX ix_layer_version_from ON layer_version (from_step);
CREATE INDEX ix_layer_version_to ON layer_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_layer_version_living_layer ON layer_version (layer) WHERE to_step IS NULL;
CREATE UNIQUE INDEX uq_span_version_living_layer_start_end_label_parts ON span_version (layer,
    start, "end", label, parts) WHERE to_step IS NULL;
CREATE INDEX ix_span_version_from ON span_version (from_step);
CREATE INDEX ix_span_version_to ON span_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_span_version_living_uid ON span_version (uid) WHERE to_step IS NULL;
CREATE INDEX ix_suggestion_layer ON suggestion (layer);
COMMIT;
