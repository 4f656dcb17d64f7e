"""The acts, menu by menu and part by part; `catalogue` puts them together."""
