"""Errors that both sides of a port must mean the same by."""

from __future__ import annotations


class CursorMovedError(RuntimeError):
    """A frame doesn't continue where the replica stands: another sync of this profile was faster."""
