"""That a fact came after the decision it matters for, in words: the same wherever it has to be said."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from sync.casework.case import Case


def late_fact_words(case: Case) -> tuple[str, str] | None:
    """Title and sentence, or None when nothing came late."""
    if case.redetermination_due:
        return (
            QCoreApplication.translate("LateFacts", "A fact the decision rests on was changed afterwards."),
            QCoreApplication.translate("LateFacts", "Nothing is paid until the case is decided again."),
        )
    if case.unsettled:
        return (
            QCoreApplication.translate(
                "LateFacts", "Somebody says that a fact the decision rests on is otherwise."
            ),
            QCoreApplication.translate("LateFacts", "Nothing is paid until that is adopted or declined."),
        )
    return None
