"""Properties over every practice that can be described: what never happens, and what can."""
