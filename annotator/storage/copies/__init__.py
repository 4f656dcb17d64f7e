"""Verified copies of a library, how they differ from it, and the ways back out of them."""
