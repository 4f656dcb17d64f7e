"""Title, tags and metadata of a document, beside the article."""
