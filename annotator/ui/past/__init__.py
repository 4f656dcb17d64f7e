"""The history beside the article: what was done, day by day, and the ways back."""
