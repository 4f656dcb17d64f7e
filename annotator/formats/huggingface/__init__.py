"""Hugging Face datasets: rows of tokens and tags."""
