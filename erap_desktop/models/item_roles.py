"""Item roles that models answer and the tables of the program understand, beyond Qt's own.

Column 0 of a table model also answers ``Qt.ItemDataRole.AccessibleTextRole`` with one sentence for the
whole row.
"""

from enum import IntEnum

from PySide6.QtCore import Qt


class ItemRole(IntEnum):
    """Roles beyond Qt's own."""

    BADGE = Qt.ItemDataRole.UserRole + 100
    """Kind of badge ("success", "warning", "error", "info", "neutral", "demo".

    "accent") around the cell's text.
    """

    BADGE_ICON = Qt.ItemDataRole.UserRole + 101
    """Name of the icon inside the badge; without it the kind's own."""

    ROW_ID = Qt.ItemDataRole.UserRole + 102
    """What identifies the row's record, so that a selection outlives a refresh."""
