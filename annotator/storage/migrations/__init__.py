"""Numbered steps from one format of the library to the next."""
