"""Merging: one file a client, by the thousand; each document is prepared once for all who are alike."""
