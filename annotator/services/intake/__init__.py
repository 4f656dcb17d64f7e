"""Imports: files become documents of a corpus, all or nothing, read under limits."""
