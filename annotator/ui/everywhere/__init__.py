"""Everywhere at once: the strip that counts the same words, and the list in which they are chosen."""
