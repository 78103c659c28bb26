"""Which tests go to one process, because they share what is costly to make.

pytest-xdist's own groups (`xdist_group`) change the ids of tests, which pytest 9.2 does not let them.
"""

from __future__ import annotations

from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

__all__ = ["Grouped", "group_of"]

_ROOT = Path(__file__).parents[1]
# the longest first: a clause's name may begin another's
_CLAUSES = sorted({path.parent.name for path in _ROOT.glob("clauses/*/*/*.md")}, key=len, reverse=True)
# texts of one clause are rendered once and looked at by several tests
_TEXTS = tuple(f"tests/content/test_{name}.py" for name in ("agreement", "texts", "wording"))
# a module whose fixture is costly, whole
_WHOLE = ("tests/guarding/hostile/", "tests/proving/test_bundled.py")


class Grouped(LoadScopeScheduling):
    """Hands out groups of tests instead of single ones."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


def group_of(nodeid: str) -> str:
    """The group of a test: its own id for one that stands for itself.

    >>> group_of("tests/content/test_texts.py::test_a[complaints-practice-first-website-policy]")
    'the texts of complaints'
    """
    for module in _WHOLE:
        if nodeid.startswith(module):
            return module
    if nodeid.startswith(_TEXTS) and "[" in nodeid:
        case = nodeid.partition("[")[2]
        return next((f"the texts of {name}" for name in _CLAUSES if case.startswith(f"{name}-")), nodeid)
    return nodeid
