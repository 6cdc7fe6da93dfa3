"""Where the files that are carried along live: policy, icons, translations, letters."""

import os
import sys
from pathlib import Path


def resource_path(relative: str) -> Path:
    """The path of a carried file or folder, such as ``icons/queue.svg``; it need not exist.

    Looked for under ``ERAP_RESOURCES`` when that is set, in the frozen program, or beside the packages.
    """
    named = os.environ.get("ERAP_RESOURCES")
    if named:
        return Path(named) / relative
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root / "resources" / relative
