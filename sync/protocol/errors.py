"""Errors that both sides of a port must mean the same by, and what decoding foreign bytes may raise."""

from __future__ import annotations

import msgspec

# All that msgspec raises for bytes that are not what was expected: text that is no UTF-8 and nesting without
# end come as Python's own errors.
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class CursorMovedError(RuntimeError):
    """A frame doesn't continue where the replica stands: another sync of this profile was faster."""
