"""Files of plain articles: text, tables, Word, PDF, web pages."""
