"""Fuzz a target with atheris (extra `fuzz`): `python -m tests.fuzz package --runs 5000 --seed 1`.

What it finds is written to `--found`, and the process ends with an error. A find becomes a case of
`tests/guarding/hostile` with the code that it must have.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["socialpolicy.guarding", "socialpolicy.writers.word"]):
    from tests.fuzz.mutate import mutated
    from tests.fuzz.seeds import seeds
    from tests.fuzz.targets import TARGETS

_LONGEST = 200_000  # bytes of an input
_MEMORY = 2_048  # MiB of the process, with the fuzzer


def _mutator(content: bytes, longest: int, seed: int) -> bytes:
    return mutated(content, Random(seed), lambda part, _: atheris.Mutate(part, len(part) + 512))[:longest]  # noqa: S311


def _fuzz(target: str, folder: str, runs: int, seed: int, found: str) -> None:
    for number, content in enumerate(seeds(target)):
        Path(folder, f"seed-{number}").write_bytes(content)
    options = (f"-runs={runs}", f"-seed={seed}", f"-max_len={_LONGEST}", f"-rss_limit_mb={_MEMORY}")
    more = ("-timeout=10", f"-artifact_prefix={found}/", "-print_final_stats=1", "-verbosity=1")
    atheris.Setup([target, *options, *more, folder], _checked(target), custom_mutator=_mutator)
    atheris.Fuzz()


def _checked(name: str) -> Callable[[bytes], None]:
    target = TARGETS[name]

    def once(content: bytes) -> None:
        target(content)

    return once


def main(arguments: Sequence[str]) -> None:
    """Run as asked; atheris ends the process."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--runs", type=int, default=5_000, help="inputs to try (5,000)")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with (1)")
    parser.add_argument("--corpus", default="", help="a folder for inputs that found something new")
    parser.add_argument("--found", default=".", help="a folder for what should not have happened")
    asked = parser.parse_args(arguments)
    if asked.corpus:
        _fuzz(asked.target, asked.corpus, asked.runs, asked.seed, asked.found)
    with TemporaryDirectory() as folder:
        _fuzz(asked.target, folder, asked.runs, asked.seed, asked.found)


if __name__ == "__main__":
    main(sys.argv[1:])
