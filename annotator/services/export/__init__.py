"""Exports: a choice of a corpus becomes files that were read back before anybody relies on them."""
