"""Pages that fill the middle of the window: welcome, label set, import, export, corpora."""
