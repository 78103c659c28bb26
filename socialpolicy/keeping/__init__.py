"""Keeping: what a policy was made from, so that its files can be understood and built again."""
