"""Review: what several annotators marked in one text, what was ruled on it, and the gold that comes of it."""
