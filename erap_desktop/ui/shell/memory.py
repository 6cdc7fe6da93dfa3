"""What the window remembers about how somebody likes it.

Size, language, light or dark. Nothing of any case.
"""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QByteArray, QSettings


class Memory(Protocol):
    """Keeps small values under names, over restarts."""

    def read(self, name: str) -> str:
        """The value, or an empty text."""

    def write(self, name: str, value: str) -> None:
        """Keep a value."""


class ShortMemory:
    """Forgets with the program: for tests, and until a profile is open."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def read(self, name: str) -> str:
        """The value, or an empty text."""
        return self._values.get(name, "")

    def write(self, name: str, value: str) -> None:
        """Keep a value until the program ends."""
        self._values[name] = value


class FileMemory:
    """Keeps values in an INI file, such as ``window.ini`` in the profile folder."""

    def __init__(self, path: str) -> None:
        self._settings = QSettings(path, QSettings.Format.IniFormat)

    def read(self, name: str) -> str:
        """The value, or an empty text."""
        return str(self._settings.value(name, "", str))

    def write(self, name: str, value: str) -> None:
        """Keep a value; written to the file soon."""
        self._settings.setValue(name, value)


def to_text(data: QByteArray) -> str:
    """Bytes such as a window's geometry as text."""
    return data.toBase64().toStdString()


def to_bytes(text: str) -> QByteArray:
    """The bytes that :func:`to_text` wrote."""
    return QByteArray.fromBase64(QByteArray(text.encode("ascii", "ignore")))


def to_list(text: str) -> list[str]:
    """The names that :func:`from_list` wrote."""
    return [part for part in text.split(",") if part]


def from_list(parts: Sequence[str]) -> str:
    """Names without commas as one text."""
    return ",".join(parts)
