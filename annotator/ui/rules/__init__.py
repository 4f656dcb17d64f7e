"""The rules that decisions suggested: what they settle, what was decided against them."""
