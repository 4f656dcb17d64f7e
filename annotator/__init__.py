"""The annotator: label spans in articles, keep corpora, export training data that proves itself."""

__version__ = "0.1.0"
