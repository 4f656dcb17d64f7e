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
    'cluster', 'corpus')),
    CONSTRAINT ck_alias_version_life CHECK (to_step >= from_step)
)
 STRICT;
INSERT INTO "alias_version" VALUES(1,'01a20a0b-8350-71c1-bb5e-354c003bb01b','corpus','01a2092d-bbb8-7e02-9ba1-d585abe53650',13,NULL);
CREATE TABLE annotator (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    CONSTRAINT pk_annotator PRIMARY KEY (id),
    CONSTRAINT uq_annotator_uid UNIQUE (uid)
)
 STRICT;
INSERT INTO "annotator" VALUES(1,'01a2092d-bb9d-7cf9-8c8a-b035405f65a6');
INSERT INTO "annotator" VALUES(2,'01a20a0b-84b4-777f-b140-be0e3c351eb6');
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
INSERT INTO "annotator_version" VALUES(1,1,'root','root','person',1,2);
INSERT INTO "annotator_version" VALUES(2,1,'Lan','lan','person',2,NULL);
INSERT INTO "annotator_version" VALUES(3,2,'Bình','bình','person',13,NULL);
CREATE TABLE comment_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    document INTEGER NOT NULL,
    span TEXT NOT NULL,
    cluster TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    author INTEGER NOT NULL,
    text TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    made TEXT NOT NULL,
    resolved INTEGER NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_comment_version PRIMARY KEY (id),
    CONSTRAINT ck_comment_version_resolved CHECK (resolved IN (0, 1)),
    CONSTRAINT ck_comment_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_comment_version_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_comment_version_author FOREIGN KEY(author) REFERENCES annotator (id) ON DELETE RESTRICT
)
 STRICT;
CREATE TABLE corpus (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    CONSTRAINT pk_corpus PRIMARY KEY (id),
    CONSTRAINT uq_corpus_uid UNIQUE (uid)
)
 STRICT;
INSERT INTO "corpus" VALUES(1,'01a2092d-bbb8-7e02-9ba1-d585abe53650');
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
INSERT INTO "corpus_version" VALUES(1,1,'Thi đua','thi đua','',0,3,NULL);
CREATE TABLE decision_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    document INTEGER NOT NULL,
    cluster TEXT NOT NULL,
    reviewer INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    variants TEXT NOT NULL,
    gold TEXT NOT NULL,
    category TEXT NOT NULL,
    reason TEXT NOT NULL,
    source TEXT NOT NULL,
    made TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_decision_version PRIMARY KEY (id),
    CONSTRAINT ck_decision_version_verdict CHECK (verdict IN ('take', 'take-edited', 'reject', 'defer')),
    CONSTRAINT ck_decision_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_decision_version_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_decision_version_reviewer FOREIGN KEY(reviewer) REFERENCES annotator (id) ON DELETE
    RESTRICT
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
INSERT INTO "document" VALUES(1,'01a2092d-bbc2-708b-a544-65d4f5ca4fa6',79,'138a8436468096869728b8418984a0236ed558f3bced0645a2ef9fda203a6341','44a96e4a1f75da87f6b491758a1fe4c30974b631ec20720030a165bacdcef58e','Đồng chí Lò Văn Hùng, Bí thư Tỉnh ủy Điện Biên, trao Cờ thi đua của Chính phủ.
');
INSERT INTO "document" VALUES(2,'01a2092d-bbc8-784c-898a-0592ff0c0942',34,'c4dbf20354c282d0831d004cf66e1328db11e42885e9ed13cc3b3e06310ec0af','4eb3596bbd21e21bc4be6521453f9505b98d65bdeb34dd77c5a650f5059817b3','Phong trào thi đua yêu nước 2025.
');
INSERT INTO "document" VALUES(3,'01a20a0b-83b2-7cf6-a976-db4b4e74caff',46,'2be29c57e2351c5af222de5bcce3398eb7d38899866343340c9908eb8a7bcc41','2be29c57e2351c5af222de5bcce3398eb7d38899866343340c9908eb8a7bcc41','Đồng chí Trần Thị B nhận Huân chương Lao động.');
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
INSERT INTO "document_row" VALUES(1,1,'01a2092d-bbc2-708b-a544-65d4f5ca4fa6',1,2,79,'Khen thưởng','khen thuong','khen thuขoขng 00b1');
INSERT INTO "document_row" VALUES(2,1,'01a2092d-bbc8-784c-898a-0592ff0c0942',0,0,34,'Ghi chú','ghi chu','ghi chu 0073');
INSERT INTO "document_row" VALUES(3,1,'01a20a0b-83b2-7cf6-a976-db4b4e74caff',0,0,46,'Bài của Bình','bai cua binh','bai cua binh 0020006100a0');
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
INSERT INTO "document_version" VALUES(1,1,1,'Khen thưởng','khen thuong','khen thuขoขng 00b1','{}','138a8436468096869728b8418984a0236ed558f3bced0645a2ef9fda203a6341',0,4,NULL);
INSERT INTO "document_version" VALUES(2,2,1,'Ghi chú','ghi chu','ghi chu 0073','{}','c4dbf20354c282d0831d004cf66e1328db11e42885e9ed13cc3b3e06310ec0af',0,5,NULL);
INSERT INTO "document_version" VALUES(3,3,1,'Bài của Bình','bai cua binh','bai cua binh 0020006100a0','{}','2be29c57e2351c5af222de5bcce3398eb7d38899866343340c9908eb8a7bcc41',0,13,NULL);
CREATE TABLE effort (
    step INTEGER NOT NULL,
    keys INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    CONSTRAINT pk_effort PRIMARY KEY (step)
)
 STRICT;
CREATE TABLE guidance_version (
    id INTEGER NOT NULL,
    label INTEGER NOT NULL,
    heading TEXT NOT NULL,
    use_when TEXT NOT NULL,
    avoid_when TEXT NOT NULL,
    examples TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_guidance_version PRIMARY KEY (id),
    CONSTRAINT ck_guidance_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_guidance_version_label FOREIGN KEY(label) REFERENCES label (id) ON DELETE RESTRICT
)
 STRICT;
CREATE TABLE kept_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    corpus INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    body TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_kept_version PRIMARY KEY (id),
    CONSTRAINT ck_kept_version_kind CHECK (kind IN ('filter', 'recipe', 'intended', 'assignment',
    'sample', 'rule')),
    CONSTRAINT ck_kept_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_kept_version_corpus FOREIGN KEY(corpus) REFERENCES corpus (id) ON DELETE RESTRICT
)
 STRICT;
INSERT INTO "kept_version" VALUES(1,'01a2092d-bbdd-7a13-afc6-9d4795fdacc4',1,'filter','dở dang','dở dang','{"search": "khen", "shown": "todo"}',8,NULL);
INSERT INTO "kept_version" VALUES(2,'01a2092d-bbe0-7ef8-b81a-461a5a28ec63',1,'recipe','để huấn luyện','để huấn luyện','{"format": "conll"}',9,NULL);
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
INSERT INTO "label_version" VALUES(1,1,1,'person','person','','#0283ce','1','',0,'active',NULL,3,NULL);
INSERT INTO "label_version" VALUES(2,2,1,'position','position','','#bd8703','2','',1,'active',NULL,3,NULL);
INSERT INTO "label_version" VALUES(3,3,1,'organization','organization','','#057836','3','',2,'active',NULL,3,NULL);
INSERT INTO "label_version" VALUES(4,4,1,'campaign','campaign','','#c54c79','4','',3,'active',NULL,3,NULL);
INSERT INTO "label_version" VALUES(5,5,1,'award','award','','#652f94','5','',4,'active',NULL,3,NULL);
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
INSERT INTO "layer" VALUES(1,'01a2092d-bbd2-7123-a191-6652e1dc1f63',1,1);
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
INSERT INTO "layer_version" VALUES(1,1,'in-progress','',6,NULL);
CREATE TABLE package_log (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL,
    creator TEXT NOT NULL,
    time TEXT NOT NULL,
    step INTEGER NOT NULL,
    changes_new INTEGER NOT NULL,
    changes_known INTEGER NOT NULL,
    CONSTRAINT pk_package_log PRIMARY KEY (id)
)
 STRICT;
INSERT INTO "package_log" VALUES(1,'01a20a0b-84c2-74be-9c71-7fc89c9282ea','5b519aa558e44671ee0278539fb124ba7ee0eeccc2f3787119b755db4449bcc6','assignment','01a20a0b-82af-7f07-b9a9-b6c205181006','2026-11-23T20:14:17.412Z',13,0,0);
CREATE TABLE received_step (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    replica TEXT NOT NULL,
    counter INTEGER NOT NULL,
    lamport INTEGER NOT NULL,
    time TEXT NOT NULL,
    summary TEXT NOT NULL,
    CONSTRAINT pk_received_step PRIMARY KEY (id),
    CONSTRAINT uq_received_step_replica_counter UNIQUE (replica, counter),
    CONSTRAINT uq_received_step_uid UNIQUE (uid)
)
 STRICT;
CREATE TABLE received_version (
    id INTEGER NOT NULL,
    uid TEXT NOT NULL,
    kind TEXT NOT NULL,
    thing TEXT NOT NULL,
    document INTEGER,
    annotator INTEGER,
    made_in INTEGER NOT NULL,
    base TEXT NOT NULL,
    body TEXT NOT NULL,
    from_step INTEGER NOT NULL,
    to_step INTEGER,
    CONSTRAINT pk_received_version PRIMARY KEY (id),
    CONSTRAINT ck_received_version_kind CHECK (kind IN ('span', 'layer', 'decision', 'comment', 'label',
    'annotator')),
    CONSTRAINT ck_received_version_life CHECK (to_step >= from_step),
    CONSTRAINT fk_received_version_document FOREIGN KEY(document) REFERENCES document (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_received_version_annotator FOREIGN KEY(annotator) REFERENCES annotator (id) ON DELETE
    RESTRICT,
    CONSTRAINT fk_received_version_made_in FOREIGN KEY(made_in) REFERENCES received_step (id) ON DELETE
    RESTRICT
)
 STRICT;
CREATE TABLE search_text (
    document INTEGER NOT NULL,
    folded TEXT NOT NULL,
    CONSTRAINT pk_search_text PRIMARY KEY (document)
)
 STRICT;
CREATE TABLE setting (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (name)
)
 STRICT;
INSERT INTO "setting" VALUES('uid','01a2092d-bb9e-700b-a944-e04b5017377d');
INSERT INTO "setting" VALUES('created','2026-11-23T16:12:01.822Z');
INSERT INTO "setting" VALUES('self','01a2092d-bb9d-7cf9-8c8a-b035405f65a6');
INSERT INTO "setting" VALUES('replica_machine','01a20732-7370-7a71-869f-fa7a6546f075');
INSERT INTO "setting" VALUES('replica_path','2f746d702f746d707930316b386e33792f74776f2e616e6e6f7461746f72');
INSERT INTO "setting" VALUES('replica_file','65024:2212478');
INSERT INTO "setting" VALUES('replica','01a20a0b-8640-78bc-8668-cfae42ac6c0b');
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
INSERT INTO "span_version" VALUES(1,'01a2092d-bbcd-75e3-978b-2e3ecfc353f3',1,9,20,'',1,'','','hand','',6,NULL,'Lò Văn Hùng');
INSERT INTO "span_version" VALUES(2,'01a2092d-bbd9-72e4-8ee6-9b455fb7e5be',1,22,46,'',2,'','','hand','',7,NULL,'Bí thư Tỉnh ủy Điện Biên');
INSERT INTO "span_version" VALUES(3,'01a2092d-bbe2-7a4a-949c-7cb0508c4362',1,29,46,'',3,'','','hand','',10,11,'Tỉnh ủy Điện Biên');
INSERT INTO "span_version" VALUES(4,'01a2092d-bbe2-7a4a-949c-7cb0508c4362',1,29,46,'',3,'','','hand','',12,14,'Tỉnh ủy Điện Biên');
INSERT INTO "span_version" VALUES(5,'01a20a0b-8887-7e0b-99d6-902341fc36c2',1,29,46,'',3,'','','hand','',15,16,'Tỉnh ủy Điện Biên');
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
INSERT INTO "step" VALUES(1,'01a2092d-bba1-7aea-ac63-3454809d14af','create',1,'01a2092d-bb9e-708f-a2ef-14cd6352b2fe',1,1,'2026-11-23T16:12:01.825Z',NULL,NULL,'{"text": "Library made", "values": {}}',NULL,NULL,NULL,1,'d74c8fa664daf2629ce93bdf7a0d80b49ca9074f1b6e5afdf92f11e74a1899a6');
INSERT INTO "step" VALUES(2,'01a2092d-bbb2-780a-8069-5d6a652aa35d','annotator.rename',1,'01a2092d-bbb1-7319-9140-bdbbe8d1e51e',1,2,'2026-11-23T16:12:01.842Z',NULL,NULL,'{"text": "Annotator {old} renamed to {new}", "values": {"new": "Lan", "old": "root"}}',NULL,NULL,NULL,2,'6d0b3b66d72d578c82536815cc8d7f3348341ca72f1642d2263c2b7db7f3668b');
INSERT INTO "step" VALUES(3,'01a2092d-bbb8-779d-bc81-14248a1f586b','corpus.create',1,'01a2092d-bbb1-7319-9140-bdbbe8d1e51e',2,3,'2026-11-23T16:12:01.848Z',NULL,NULL,'{"text": "Corpus {name} made", "values": {"name": "Thi đua"}}',NULL,NULL,NULL,6,'136ad50aab3f2517a4f14b56a412ec11e729244bff93e87d00e35f9ce80b3bdf');
INSERT INTO "step" VALUES(4,'01a2092d-bbc2-7235-90a8-962fd81ee663','document.add',1,'01a2092d-bbb1-7319-9140-bdbbe8d1e51e',3,4,'2026-11-23T16:12:01.858Z',1,'01a2092d-bbc2-708b-a544-65d4f5ca4fa6','{"text": "Document {title} added", "values": {"title": "Khen thưởng"}}',NULL,NULL,NULL,1,'09857df1048a6ecb47898b282ccd1ece57754f29db2fc828d4d86d84316bfc2e');
INSERT INTO "step" VALUES(5,'01a2092d-bbc8-7a67-b2c6-72f743f90b07','document.add',1,'01a2092d-bbb1-7319-9140-bdbbe8d1e51e',4,5,'2026-11-23T16:12:01.864Z',1,'01a2092d-bbc8-784c-898a-0592ff0c0942','{"text": "Document {title} added", "values": {"title": "Ghi chú"}}',NULL,NULL,NULL,1,'7df3d8ced48e26db9aca4bcef9fe33195ae97645b05deb6e4e18675bd4df1dba');
INSERT INTO "step" VALUES(6,'01a2092d-bbd1-7931-85ad-94ce61c189f0','annotate',1,'01a2092d-bbb1-7319-9140-bdbbe8d1e51e',5,6,'2026-11-23T16:12:01.873Z',1,'01a2092d-bbc2-708b-a544-65d4f5ca4fa6','{"text": "{count} span added|{count} spans added", "values": {"count": 1}}',NULL,NULL,NULL,2,'e8bfe99e2d13768804a3cdf647abd5de23660d55ee3d13bb45e6569ace65630d');
INSERT INTO "step" VALUES(7,'01a2092d-bbda-72be-8010-8b448349db7c','annotate',1,'01a2092d-bbb1-7319-9140-bdbbe8d1e51e',6,7,'2026-11-23T16:12:01.882Z',1,'01a2092d-bbc2-708b-a544-65d4f5ca4fa6','{"text": "{count} span added|{count} spans added", "values": {"count": 1}}',NULL,NULL,NULL,1,'377bac01dbf783b9176d0b340f47d4f5919287f0c6e223c80c301827f6249fee');
INSERT INTO "step" VALUES(8,'01a2092d-bbdd-7be3-851a-3ef5bbeea326','filter',1,'01a2092d-bbb1-7319-9140-bdbbe8d1e51e',7,8,'2026-11-23T16:12:01.885Z',1,NULL,'{"text": "Filter {name} kept", "values": {"name": "dở dang"}}',NULL,NULL,NULL,1,'051e181113db8a60073fa265e421a910528fe39f78d76141d74b83c1aa4739ce');
INSERT INTO "step" VALUES(9,'01a2092d-bbe1-708b-bd90-85f5f413e1a4','recipe',1,'01a2092d-bbb1-7319-9140-bdbbe8d1e51e',8,9,'2026-11-23T16:12:01.889Z',1,NULL,'{"text": "Recipe {name} kept", "values": {"name": "để huấn luyện"}}',NULL,NULL,NULL,1,'1e10d34d993075a72b45ea46ad3e8fd874568ec3fdfa895e1d00137e9d13559e');
INSERT INTO "step" VALUES(10,'01a2092d-bbe6-734f-95f6-6882f8f0e4bb','annotate',1,'01a2092d-bbb1-7319-9140-bdbbe8d1e51e',9,10,'2026-11-23T16:12:01.894Z',1,'01a2092d-bbc2-708b-a544-65d4f5ca4fa6','{"text": "{count} span added|{count} spans added", "values": {"count": 1}}',NULL,NULL,NULL,1,'cee01759a5aa1758b92e1f115d715d501530a6d5e41e92c710cddda1c07db109');
INSERT INTO "step" VALUES(11,'01a2092d-bbed-7e45-b08a-8a0016813e9d','undo',1,'01a2092d-bbb1-7319-9140-bdbbe8d1e51e',10,11,'2026-11-23T16:12:01.901Z',1,'01a2092d-bbc2-708b-a544-65d4f5ca4fa6','{"text": "{count} span added|{count} spans added", "values": {"count": 1}}',10,NULL,NULL,1,'4852bbbc38db993b3da72d62a3a07baff5170d6719992cf995deb8df81ea7ec7');
INSERT INTO "step" VALUES(12,'01a20a0b-8659-7798-a263-8c935353c4be','redo',1,'01a20a0b-8640-78bc-8668-cfae42ac6c0b',1,12,'2026-11-23T20:14:17.177Z',1,'01a2092d-bbc2-708b-a544-65d4f5ca4fa6','{"text": "{count} span added|{count} spans added", "values": {"count": 1}}',11,NULL,NULL,1,'fd51d265649e0b530b878535dc7f4bc5b23d7c5b86684403f4ee416621eeee76');
INSERT INTO "step" VALUES(13,'01a20a0b-8726-751c-be39-250cd8edf978','merge',1,'01a20a0b-8640-78bc-8668-cfae42ac6c0b',2,13,'2026-11-23T20:14:17.382Z',1,'01a20a0b-83b2-7cf6-a976-db4b4e74caff','{"text": "Package from {name} merged: {count} document|Package from {name} merged: {count} documents", "values": {"count": 1, "name": "root"}}',NULL,NULL,NULL,3,'730826ac97af8d0cd4006941561b1dae753431dfc65e1e148eec02e710b2459d');
INSERT INTO "step" VALUES(14,'01a20a0b-877a-79d1-8267-9d45c8b2df83','annotate',1,'01a20a0b-8640-78bc-8668-cfae42ac6c0b',3,14,'2026-11-23T20:14:17.466Z',1,'01a2092d-bbc2-708b-a544-65d4f5ca4fa6','{"text": "{count} span removed|{count} spans removed", "values": {"count": 1}}',NULL,NULL,NULL,1,'119006133a1167ee6affd77ce81af543e7a8579eab01d4302bcc4bbfbee877b6');
INSERT INTO "step" VALUES(15,'01a20a0b-88b1-7069-9f83-cfbc9522a6c1','annotate',1,'01a20a0b-8640-78bc-8668-cfae42ac6c0b',4,15,'2026-11-23T20:14:17.777Z',1,'01a2092d-bbc2-708b-a544-65d4f5ca4fa6','{"text": "{count} span added|{count} spans added", "values": {"count": 1}}',NULL,NULL,NULL,1,'ed7f4ddc511e0e772e404dfe155dc9acda2feb98f57c2f94a5615fa1e33b43d0');
INSERT INTO "step" VALUES(16,'01a20a0b-88e5-7602-9d2a-5f0189ccf4a9','undo',1,'01a20a0b-8640-78bc-8668-cfae42ac6c0b',5,16,'2026-11-23T20:14:17.829Z',1,'01a2092d-bbc2-708b-a544-65d4f5ca4fa6','{"text": "{count} span added|{count} spans added", "values": {"count": 1}}',15,NULL,NULL,1,'87c87b7f0d24de437dbfc8f8f768fc9032f2aaba8d1dc44ac464f74fe323b93d');
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
CREATE INDEX ix_guidance_version_from ON guidance_version (from_step);
CREATE INDEX ix_guidance_version_to ON guidance_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_guidance_version_living_label ON guidance_version (label) WHERE to_step IS NULL;
CREATE INDEX ix_decision_version_from ON decision_version (from_step);
CREATE INDEX ix_decision_version_living_document_cluster ON decision_version (document, cluster) WHERE
    to_step IS NULL;
CREATE INDEX ix_decision_version_to ON decision_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_decision_version_living_uid ON decision_version (uid) WHERE to_step IS NULL;
CREATE INDEX ix_comment_version_from ON comment_version (from_step);
CREATE INDEX ix_comment_version_living_document ON comment_version (document) WHERE to_step IS NULL;
CREATE INDEX ix_comment_version_to ON comment_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_comment_version_living_uid ON comment_version (uid) WHERE to_step IS NULL;
CREATE INDEX ix_received_version_document ON received_version (document, annotator);
CREATE INDEX ix_received_version_from ON received_version (from_step);
CREATE INDEX ix_received_version_to ON received_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_received_version_living_uid ON received_version (uid) WHERE to_step IS NULL;
CREATE INDEX ix_package_log_uid ON package_log (uid);
CREATE INDEX ix_kept_version_from ON kept_version (from_step);
CREATE INDEX ix_kept_version_to ON kept_version (to_step) WHERE to_step IS NOT NULL;
CREATE UNIQUE INDEX uq_kept_version_living_corpus_kind_name_key ON kept_version (corpus, kind, name_key)
    WHERE to_step IS NULL;
CREATE UNIQUE INDEX uq_kept_version_living_uid ON kept_version (uid) WHERE to_step IS NULL;
CREATE UNIQUE INDEX uq_alias_version_living_uid ON alias_version (uid) WHERE to_step IS NULL;
CREATE INDEX ix_alias_version_to ON alias_version (to_step) WHERE to_step IS NOT NULL;
CREATE INDEX ix_alias_version_from ON alias_version (from_step);
COMMIT;
