"""Copies, the ways back, checks and repairs, and what tells of errors of our own."""
