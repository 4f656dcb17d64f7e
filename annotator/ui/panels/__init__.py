"""Panels beside the article: documents, spans, inspector, label keys, picker."""
