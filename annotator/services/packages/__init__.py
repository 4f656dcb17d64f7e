"""Packages: making them out of a library, and merging them into one."""
