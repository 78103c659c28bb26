"""Run in a child: import, read, compose and build everything under an audit hook; print what was touched."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# everything that would reach the network or start a process
FORBIDDEN = (
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.spawn",
    "os.posix_spawn",
    "os.fork",
    "pty.spawn",
    "webbrowser.",
)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def listen(out: Path) -> list[str]:
    """The list that fills with everything forbidden, and every file opened for writing outside `out`."""
    touched: list[str] = []

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event.startswith(FORBIDDEN):
            touched.append(f"{event} {args!r}")
        elif event == "open" and isinstance(args[2], int) and args[2] & WRITES:
            path = os.fspath(args[0]) if isinstance(args[0], str | bytes | os.PathLike) else str(args[0])
            if not str(path).startswith(str(out)) and path != os.devnull:
                touched.append(f"{event} {path!r}")

    sys.addaudithook(hook)
    return touched


def build_everything(out: Path) -> None:
    """Every document of every example in every format, with a client's name in it."""
    import socialpolicy
    from socialpolicy.library.bundled import examples_folder

    library = socialpolicy.Library.bundled()
    for example in sorted(examples_folder().glob("*.toml")):
        policy = socialpolicy.compose(library, socialpolicy.Profile.read(example, library))
        for name in policy.documents:
            for to in ("docx", "txt", "md"):
                file = out / f"{example.stem}-{name}.{to}"
                policy.document(name).write(file, client={"client_name": "Sam Fern"})


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    seen = listen(Path(sys.argv[1]))
    build_everything(Path(sys.argv[1]))
    print("\n".join(seen))
