"""The overview of Review: documents by annotators."""
