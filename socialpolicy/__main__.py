"""`python -m socialpolicy`: the command line."""

from socialpolicy.cli import main

__all__: list[str] = []

main()
