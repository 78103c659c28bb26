"""Assembling: what was chosen for a practice → one document tree, numbered, linked and filled."""
