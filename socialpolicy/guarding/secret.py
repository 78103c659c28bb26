"""A client's value in a wrapping that no repr, message, log or traceback can see through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final, Generic, TypeVar

__all__ = ["MASK", "Secret", "wrapped"]

MASK: Final = "<client value>"

T_co = TypeVar("T_co", covariant=True)


class Secret(Generic[T_co]):
    """A value that shows itself only to `reveal()`.

    It cannot be a key: a hash of a name or of a date of birth can be guessed. It can be copied and
    pickled, because whoever merges in several processes must hand it over.
    """

    __slots__ = ("_value",)
    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __init__(self, value: T_co) -> None:
        object.__setattr__(self, "_value", value)

    def reveal(self) -> T_co:
        """The value itself; keep it in no name longer than it takes to print it."""
        value: T_co = object.__getattribute__(self, "_value")
        return value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and bool(self.reveal() == other.reveal())

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a secret does not change")

    def __repr__(self) -> str:
        return MASK

    def __format__(self, spec: str) -> str:
        return MASK

    def __reduce__(self) -> tuple[type[Secret[T_co]], tuple[T_co]]:
        return Secret, (self.reveal(),)


def wrapped(values: Mapping[str, object] | None) -> dict[str, Secret[object]]:
    """The values, each in its wrapping; who rebinds the name of what came in keeps tracebacks clean."""
    return {
        name: value if isinstance(value, Secret) else Secret(value) for name, value in (values or {}).items()
    }
