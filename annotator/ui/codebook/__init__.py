"""The codebook in the window: examples, work lists, presets, card of definitions, printed guideline."""
