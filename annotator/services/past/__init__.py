"""The line of steps: told in words, taken back, made again, and single things brought back."""
