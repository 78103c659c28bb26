"""Rules across clauses: a condition and what may never be so under it, one kind a file."""
