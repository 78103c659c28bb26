"""Run as a child: read every hostile file within 512 MiB of memory, and print what came of each as JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator

from socialpolicy.errors import WrongValue
from socialpolicy.guarding.package import read_package
from tests.guarding.hostile import bounds, disguises, markup, names, relating, zips
from tests.guarding.hostile.made import Case

__all__ = ["MEMORY", "cases", "main"]

MEMORY = 512 * 1024 * 1024  # bytes of addresses, with Python itself and the file that is made


def cases() -> Iterator[Case]:
    """Every file of the corpus."""
    for module in (bounds, disguises, markup, names, relating, zips):
        yield from module.cases()


def _outcome(case: Case) -> tuple[str | None, float]:
    """The code, and the seconds of this process that it took; what else is raised is its name."""
    content = case.make()
    start = time.process_time()
    try:
        read_package(content)
        code = None
    except WrongValue as refused:
        code = str(refused.code)
    except BaseException as fault:
        code = repr(fault)
    return code, time.process_time() - start


def main() -> None:
    """Print {name: [code, seconds]}."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    json.dump({case.name: _outcome(case) for case in cases()}, sys.stdout)


if __name__ == "__main__":
    main()
