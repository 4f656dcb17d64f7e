from __future__ import annotations

from types import SimpleNamespace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.model.document import Corpus
from annotator.model.label import standard_labels
from annotator.ui.models.corpus_model import CORPUS_ROLE, CURRENT_ROLE, CorpusModel
from annotator.ui.models.label_model import LABEL_ROLE, LabelModel


def counted(labels, spans=2):
    return [SimpleNamespace(label=label, spans=spans, documents=1) for label in labels]


def checked(model):
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    return model


def test_labels_in_their_order_with_counts(qtbot):
    model = checked(LabelModel())
    model.set_labels(counted(standard_labels()))
    assert model.rowCount() == 5
    assert model.data(model.index(1, 0)) == "position"
    assert "2" in model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert model.row_of(model.uids()[3]) == 3
    assert model.label_at(9) is None


def test_new_counts_of_the_same_labels_do_not_reset_the_list(qtbot):
    model = checked(LabelModel())
    model.set_labels(counted(standard_labels()))
    resets = []
    model.modelReset.connect(lambda: resets.append(True))
    model.set_labels(counted(standard_labels(), spans=7))
    assert resets == []
    assert model.data(model.index(0, 0), LABEL_ROLE).spans == 7
    model.set_labels(counted(standard_labels()[:2]))
    assert resets == [True]


def test_corpora_know_the_current_one(qtbot):
    model = checked(CorpusModel())
    model.set_corpora([Corpus("u1", "Báo tỉnh", 4), Corpus("u2", "Thi đua", 11)], "u2")
    assert [model.data(model.index(row, 0), CURRENT_ROLE) for row in (0, 1)] == [False, True]
    assert model.data(model.index(0, 0), CORPUS_ROLE).documents == 4
    assert model.row_of("u1") == 0
    assert model.row_of("u9") is None
    assert "11" in model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
