"""Composing: a library and a profile → versions, stances and values, chosen once for all documents."""
