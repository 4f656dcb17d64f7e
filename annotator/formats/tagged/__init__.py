"""What formats with a row a token share: tokens, tags, nesting, edges."""
