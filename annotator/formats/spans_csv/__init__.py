"""A table of spans for spreadsheets."""
