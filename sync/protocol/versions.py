"""The window of protocol revisions this program speaks."""

from __future__ import annotations

CURRENT = 1  # 2026-11: first revision
OLDEST_PULL = 1  # a laptop below this is asked to upgrade before it may pull; push is always accepted

MAX_COMMANDS = 50
MAX_WISHES = 200  # cases asked for, pinned or let go in one exchange
MAX_PUSH_BYTES = 64 * 1024
MAX_REQUEST_BYTES = 256 * 1024
MAX_COMMAND_BYTES = 64 * 1024
MAX_FRAME_BYTES = 4 * 1024 * 1024
MAX_CASE_BYTES = 2 * 1024 * 1024  # so that any one case fits into a frame
MAX_NAME = 64
