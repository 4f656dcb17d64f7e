"""Corpora and the documents in them: lists, words said about them, the bin."""
