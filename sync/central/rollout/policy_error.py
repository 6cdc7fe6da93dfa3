"""The one error of the policy files: which file, which line, why."""

from __future__ import annotations

from pathlib import Path


class PolicyFileError(Exception):
    """A policy file can not be used, so none of it is. `line` counts from 1; None: the file as a whole."""

    def __init__(self, file: Path, line: int | None, reason: str) -> None:
        self.file = file
        self.line = line
        self.reason = reason
        super().__init__(f"{file}{f', line {line}' if line else ''}: {reason}")


def read_text(file: Path) -> str:
    """The file's text. Raises PolicyFileError when it is missing, unreadable or not UTF-8."""
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise PolicyFileError(file, None, f"can not be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise PolicyFileError(file, line, "is not UTF-8 text") from error
