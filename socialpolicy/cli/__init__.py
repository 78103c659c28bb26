"""The command line; the only part that knows click."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line with the arguments of this process."""
    from socialpolicy.cli.group import group

    group()
