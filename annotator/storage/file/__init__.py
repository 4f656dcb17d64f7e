"""The file of a library: where it lies, whose it is, how it is opened, what became of it."""
