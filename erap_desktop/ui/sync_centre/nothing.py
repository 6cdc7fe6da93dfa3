"""What an empty list of the sync centre says: what would be in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erap_desktop.services.sync_items import NEEDS, RECEIVED


def nothing_in(group: str) -> tuple[str, str]:
    """Sentence and explanation for a list without items."""
    if group == NEEDS:
        return (
            QCoreApplication.translate("SyncCentreScreen", "Nothing needs you"),
            QCoreApplication.translate("SyncCentreScreen", "Changes the office set aside would be here."),
        )
    if group == RECEIVED:
        return (
            QCoreApplication.translate("SyncCentreScreen", "Nothing confirmed lately"),
            QCoreApplication.translate(
                "SyncCentreScreen",
                "Changes the office has confirmed stay here while their case is on this laptop.",
            ),
        )
    return (
        QCoreApplication.translate("SyncCentreScreen", "Nothing waits to be sent"),
        QCoreApplication.translate("SyncCentreScreen", "Changes that are only on this laptop would be here."),
    )
