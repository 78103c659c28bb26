"""Guarding: text that comes in, files that go out, values that nobody may see."""
