"""The sub-tab Agreement: how far people agree, and the places behind each figure."""
