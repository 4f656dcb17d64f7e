"""Samples to accept somebody's work."""
