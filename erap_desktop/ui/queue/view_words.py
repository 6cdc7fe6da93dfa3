"""The saved views in words: their tabs, and what stands where one of them is empty."""

from PySide6.QtCore import QCoreApplication

from erap_desktop.models.queue_rows import View

ORDER = (View.DUE_SOON, View.IN_REVIEW, View.WAITING, View.NEEDS_YOU, View.CONTESTED, View.ALL)


def view_word(view: View) -> str:
    """The name on the tab."""
    names = {
        View.DUE_SOON: QCoreApplication.translate("QueueViews", "Due soon"),
        View.IN_REVIEW: QCoreApplication.translate("QueueViews", "In review"),
        View.WAITING: QCoreApplication.translate("QueueViews", "Waiting on applicant"),
        View.NEEDS_YOU: QCoreApplication.translate("QueueViews", "Needs you"),
        View.CONTESTED: QCoreApplication.translate("QueueViews", "Contested or late"),
        View.ALL: QCoreApplication.translate("QueueViews", "All"),
    }
    return names[view]


def nothing_here(view: View) -> tuple[str, str]:
    """A sentence for an empty view, and what would be in it."""
    sentences = {
        View.DUE_SOON: (
            QCoreApplication.translate("QueueViews", "Nothing is due soon."),
            QCoreApplication.translate(
                "QueueViews", "Undecided cases that are late or due within 7 days would be here."
            ),
        ),
        View.IN_REVIEW: (
            QCoreApplication.translate("QueueViews", "No case is in review."),
            QCoreApplication.translate("QueueViews", "Cases you have begun to work on would be here."),
        ),
        View.WAITING: (
            QCoreApplication.translate("QueueViews", "Nobody owes you an answer."),
            QCoreApplication.translate(
                "QueueViews", "Cases in which an applicant was asked for information would be here."
            ),
        ),
        View.NEEDS_YOU: (
            QCoreApplication.translate("QueueViews", "Nothing needs you."),
            QCoreApplication.translate(
                "QueueViews",
                "Work of yours that the office did not accept as it was, and decided cases whose facts "
                "changed, would be here.",
            ),
        ),
        View.CONTESTED: (
            QCoreApplication.translate("QueueViews", "No contested or late work."),
            QCoreApplication.translate(
                "QueueViews",
                "Cases that two people decided differently, and work that arrived after a case had moved, "
                "would be here.",
            ),
        ),
        View.ALL: (
            QCoreApplication.translate("QueueViews", "No cases are assigned to you."),
            QCoreApplication.translate(
                "QueueViews", "When a case is assigned to you, it comes with the next sync."
            ),
        ),
    }
    return sentences[view]
