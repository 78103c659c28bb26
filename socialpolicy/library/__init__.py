"""The clause library: what is in it, and how its files are read."""
