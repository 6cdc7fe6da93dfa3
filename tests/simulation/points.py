"""Where a process can end: each call of a port, SQL statement, commit and change of a file.

A handler sees every point that is passed while it watches. What it raises ends what is going on; what it
copies before is exactly what `kill -9` would have left on the disk, since no clean-up has run yet.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

Handler = Callable[[str], None]
_FILE_EVENTS = frozenset({"os.rename", "os.remove", "os.truncate"})
_WRITING = os.O_WRONLY | os.O_RDWR
_handler: Handler | None = None
_hooked = False
# (old name, new name) of what was renamed, (None, name) of what was made, since a folder was last fsynced.
unsynced: list[tuple[str | None, str]] = []


@contextmanager
def watching(handler: Handler | None) -> Iterator[None]:
    """Tells the handler of each point until the block ends; None: nobody watches."""
    global _handler
    _hook_once()
    before, _handler = _handler, handler
    try:
        yield
    finally:
        _handler = before


def reached(name: str) -> None:
    """Something a process could end at. The handler's own doings are no points."""
    if _handler is None:
        return
    handler = _handler
    with watching(None):
        handler(name)


def _hook_once() -> None:
    """Hooks of this kind can't be taken back; without a handler they do nothing."""
    global _hooked
    if _hooked:
        return
    _hooked = True
    event.listen(Engine, "before_cursor_execute", _statement)
    event.listen(Engine, "commit", lambda connection: reached("commit"))
    sys.addaudithook(_file)


def _statement(_: Any, cursor: Any, statement: str, *rest: Any) -> None:
    if _handler is not None:
        reached(f"sql {statement.split(None, 1)[0]}")


def _file(name: str, arguments: tuple[Any, ...]) -> None:
    if _handler is None:
        return
    if name in _FILE_EVENTS:
        reached(f"file {name}")
        if name == "os.rename":
            unsynced.append((str(arguments[0]), str(arguments[1])))
    elif name == "open" and isinstance(arguments[2], int):
        _open(str(arguments[0]), arguments[2])


def _open(path: str, flags: int) -> None:
    if flags & os.O_DIRECTORY:  # it is opened to be fsynced
        reached("file fsync of a folder")
        unsynced.clear()
    elif flags & _WRITING:
        reached("file open")
        if flags & os.O_EXCL and not os.path.exists(path):
            unsynced.append((None, path))
