"""What can go wrong with the files on a laptop. Each error says what is safe and what to do next.

They carry no value from a row, no key and no SQL.
"""

from __future__ import annotations

from pathlib import Path

from sync.protocol.errors import CursorMovedError as CursorMovedError


class StoreError(RuntimeError):
    """Base: a file of this profile can not be used as asked."""


class UnsafeSqliteError(StoreError):
    """The SQLite in use loses data in WAL mode (before 3.51.3), or isn't SQLCipher."""


class SettingsError(StoreError):
    """A setting did not take: running on would be less safe than was promised."""

    def __init__(self, name: str, wanted: str, found: str) -> None:
        super().__init__(f"the database setting {name} is {found!r} and not {wanted!r}; nothing was opened")


class WrongKeyError(StoreError):
    """The file was made with another key. It is as it was."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} belongs to other keys; nothing in it was changed")
        self.path = path


class DamagedError(StoreError):
    """The file is not whole any more."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path.name} is damaged: {detail}")
        self.path = path


class NewerSchemaError(StoreError):
    """The file was written by a newer program. It is as it was."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"{path.name} was written by a newer version of this program (form {found}, this one knows "
            f"{known}); nothing in it was changed: please install the newer version"
        )
        self.path = path


class DiskError(StoreError):
    """The disk refused. What was saved before is safe; what was being saved is not saved."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"the disk did not take {path.name} ({detail}): this was not saved, everything before it is safe"
        )
        self.path = path


class DiskFullError(DiskError):
    """No space is left. What was saved before is safe; what was being saved is not saved."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "it is full; free some space and try again")


class BusyError(StoreError):
    """Another program held the file for too long. Nothing was changed; trying again is safe."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is in use by another program; nothing was changed, please try again")
        self.path = path


class NotEnrolledError(StoreError):
    """This profile has no device number yet, so nothing can be saved for the server."""

    def __init__(self) -> None:
        super().__init__("this laptop is not enrolled yet")


class NotUnderstoodError(StoreError):
    """A record was written by a newer program and can not be shown here. It is kept as it is."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"a {kind} was written by a newer version of the program and can not be shown here")
