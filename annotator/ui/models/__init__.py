"""One Qt item model for each list or table; testable without a view."""
