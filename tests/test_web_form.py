"""The web form of docs/ask.md: short, served for real, and asked by a real client."""

from __future__ import annotations

import re
import threading
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.server import HTTPServer
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "ask.md"
(SOURCE,) = re.findall(r"<!-- file: form\.py -->\n```text\n(.*?)^```", PAGE.read_text(), re.S | re.M)


@pytest.fixture
def form() -> Iterator[tuple[str, dict[str, Any]]]:
    """The address where it is served, and what it keeps."""
    names: dict[str, Any] = {"__name__": "form"}
    exec(compile(SOURCE, "form.py", "exec"), names)  # noqa: S102 – our own page
    names["Form"].log_message = lambda *args: None
    server = HTTPServer(("localhost", 0), names["Form"])
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_port}", names["KEPT"]
    server.shutdown()
    server.server_close()
    thread.join()


def ask(address: str, **sent: str) -> str:
    data = urllib.parse.urlencode(sent).encode() if sent else None
    with urllib.request.urlopen(address, data, timeout=30) as answer:  # noqa: S310 – our own server
        return str(answer.read().decode())


def test_it_is_under_sixty_lines_of_code() -> None:
    assert len([line for line in SOURCE.splitlines() if line.strip()]) < 60


def test_it_asks_the_most_decisive_question_and_goes_on(form: tuple[str, dict[str, Any]]) -> None:
    address, kept = form
    assert "Where is the practice?" in ask(address)
    assert "Which professions work here?" in ask(address, fact="region", value="GB-WLS")
    ask(address, fact="professions", value="counsellor")
    page = ask(address, fact="practice_name", value="<Hazel> & Row")
    assert "Do you work alone or with others?" in page
    assert "If you say nothing: alone." in page
    assert kept["kept"] == {
        "region": "GB-WLS",
        "professions": ["counsellor"],
        "practice_name": "<Hazel> & Row",
    }


def test_a_wrong_answer_is_said_and_not_kept(form: tuple[str, dict[str, Any]]) -> None:
    address, kept = form
    page = ask(address, fact="reply_within", value="never")
    assert "a whole number of working days" in page
    assert kept["kept"] == {}
    ask(address, fact="reply_within", value="3")
    ask(address, fact="has_staff", value="true")
    assert kept["kept"] == {"reply_within": 3, "has_staff": True}
