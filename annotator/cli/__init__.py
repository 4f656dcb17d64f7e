"""The use-cases as commands; never needs a display and never imports Qt."""
