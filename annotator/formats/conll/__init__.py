"""CoNLL: a token a row, tags in columns."""
