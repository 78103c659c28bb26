"""A library is read without the collector of garbage, which is then as it was."""

from __future__ import annotations

import gc
from typing import Any

import pytest

from socialpolicy import Library
from socialpolicy.library.reading import whole
from socialpolicy.library.reading.uncollected import uncollected


def test_nothing_is_collected_within() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_library_is_read_so(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[bool] = []
    opening = whole.open_layers

    def watched(*layers: Any) -> Any:
        found.append(gc.isenabled())
        return opening(*layers)

    monkeypatch.setattr(whole, "open_layers", watched)
    Library.bundled()
    assert found == [False]
    assert gc.isenabled()


def test_a_fault_turns_it_on_again() -> None:
    with pytest.raises(ValueError, match="a fault"), uncollected():
        raise ValueError("a fault")
    assert gc.isenabled()


def test_who_has_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
