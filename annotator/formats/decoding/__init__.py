"""Bytes to text: encodings, and letters that are not what they seem."""
