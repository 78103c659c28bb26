"""Reading: the files of a library, every fault in them at once, each with its line."""
