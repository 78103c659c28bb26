"""Facts: typed answers about a practice or a client, and the words for them."""
