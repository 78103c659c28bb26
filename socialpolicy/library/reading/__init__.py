"""The files of a library → a library: TOML with lines, clause files, and what they name in each other."""
