"""Figures of a corpus and of the work on it."""
