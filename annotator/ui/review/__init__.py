"""The place Review: differences between annotators, what is ruled on them, how far people agree."""
