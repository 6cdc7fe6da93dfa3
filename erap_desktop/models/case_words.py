"""Where a case stands and what became of decisions, in words of the language that is shown."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from sync.casework.case import Decision
from sync.casework.values import DecisionState, Disposition, Outcome, Status

_STATUS: dict[Status, str] = {
    Status.SUBMITTED: QT_TRANSLATE_NOOP("CaseWords", "Submitted"),
    Status.ASSIGNED: QT_TRANSLATE_NOOP("CaseWords", "Assigned"),
    Status.IN_REVIEW: QT_TRANSLATE_NOOP("CaseWords", "In review"),
    Status.INFORMATION_REQUESTED: QT_TRANSLATE_NOOP("CaseWords", "Waiting for the applicant"),
    Status.SECOND_REVIEW: QT_TRANSLATE_NOOP("CaseWords", "Second review"),
    Status.APPROVED: QT_TRANSLATE_NOOP("CaseWords", "Approved"),
    Status.DENIED: QT_TRANSLATE_NOOP("CaseWords", "Denied"),
    Status.WITHDRAWN: QT_TRANSLATE_NOOP("CaseWords", "Closed at the applicant's request"),
    Status.CONTESTED: QT_TRANSLATE_NOOP("CaseWords", "Contested"),
}
_BADGE: dict[Status, str] = {
    Status.SUBMITTED: "neutral",
    Status.ASSIGNED: "info",
    Status.IN_REVIEW: "info",
    Status.INFORMATION_REQUESTED: "warning",
    Status.SECOND_REVIEW: "accent",
    Status.APPROVED: "success",
    Status.DENIED: "error",
    Status.WITHDRAWN: "neutral",
    Status.CONTESTED: "warning",
}
_NEXT: dict[Status, str] = {
    Status.SUBMITTED: QT_TRANSLATE_NOOP("CaseWords", "The office assigns it to a caseworker."),
    Status.ASSIGNED: QT_TRANSLATE_NOOP("CaseWords", "The caseworker begins the review."),
    Status.IN_REVIEW: QT_TRANSLATE_NOOP("CaseWords", "The caseworker completes the facts and decides."),
    Status.INFORMATION_REQUESTED: QT_TRANSLATE_NOOP(
        "CaseWords", "The applicant sends what was asked for; the caseworker then goes on."
    ),
    Status.SECOND_REVIEW: QT_TRANSLATE_NOOP(
        "CaseWords", "A supervisor reads the recommendation and decides."
    ),
    Status.APPROVED: QT_TRANSLATE_NOOP(
        "CaseWords", "The office sets the money aside and writes to the applicant."
    ),
    Status.DENIED: QT_TRANSLATE_NOOP("CaseWords", "The applicant gets a letter and may appeal."),
    Status.WITHDRAWN: QT_TRANSLATE_NOOP("CaseWords", "Nothing; the applicant may apply again."),
    Status.CONTESTED: QT_TRANSLATE_NOOP(
        "CaseWords", "A supervisor chooses between the decisions; nothing is paid before."
    ),
}
_OUTCOME: dict[Outcome, str] = {
    Outcome.APPROVE: QT_TRANSLATE_NOOP("CaseWords", "Approval"),
    Outcome.DENY: QT_TRANSLATE_NOOP("CaseWords", "Denial"),
    Outcome.CLOSE: QT_TRANSLATE_NOOP("CaseWords", "Closing at the applicant's request"),
}
_STATE: dict[DecisionState, str] = {
    DecisionState.SAVED: QT_TRANSLATE_NOOP("CaseWords", "Saved on this laptop, not sent yet"),
    DecisionState.RECEIVED: QT_TRANSLATE_NOOP("CaseWords", "At the office, not answered yet"),
    DecisionState.ACCEPTED: QT_TRANSLATE_NOOP("CaseWords", "Stands"),
    DecisionState.CONTESTED: QT_TRANSLATE_NOOP("CaseWords", "Contested"),
    DecisionState.HELD: QT_TRANSLATE_NOOP("CaseWords", "Held: waits for somebody to adopt or decline it"),
    DecisionState.REJECTED: QT_TRANSLATE_NOOP("CaseWords", "Not accepted by the office"),
    DecisionState.WITHDRAWN: QT_TRANSLATE_NOOP("CaseWords", "Taken back"),
    DecisionState.SUPERSEDED: QT_TRANSLATE_NOOP("CaseWords", "Replaced by a later decision"),
}
_DISPOSITION: dict[Disposition, str] = {
    Disposition.ADOPTED: QT_TRANSLATE_NOOP("CaseWords", "Adopted"),
    Disposition.DECLINED: QT_TRANSLATE_NOOP("CaseWords", "Declined"),
    Disposition.RETRIED: QT_TRANSLATE_NOOP("CaseWords", "Made again"),
}


def status_word(status: Status) -> str:
    """Where a case stands: "In review"."""
    return QCoreApplication.translate("CaseWords", _STATUS[status])


def status_badge(status: Status) -> str:
    """The kind of badge a status is shown in."""
    return _BADGE[status]


def next_step(status: Status) -> str:
    """Who acts next and what they do, in a sentence."""
    return QCoreApplication.translate("CaseWords", _NEXT[status])


def outcome_word(outcome: Outcome) -> str:
    """What a decision is: "Approval"."""
    return QCoreApplication.translate("CaseWords", _OUTCOME[outcome])


def decision_state_word(decision: Decision) -> str:
    """What became of a decision; a contested or held one that was dealt with says how."""
    if decision.disposition is not None:
        return QCoreApplication.translate("CaseWords", _DISPOSITION[decision.disposition])
    return QCoreApplication.translate("CaseWords", _STATE[decision.state])


def decision_badge(decision: Decision) -> str:
    """The kind of badge the state of a decision is shown in."""
    if decision.open:
        return "warning"
    if decision.disposition is Disposition.DECLINED or decision.state is DecisionState.REJECTED:
        return "error"
    return "success" if decision.state is DecisionState.ACCEPTED else "neutral"


def command_state_word(state: str) -> str:
    """How far a command of this laptop has come: a state of the outbox in words."""
    if state == "saved":
        return QCoreApplication.translate("CaseWords", _STATE[DecisionState.SAVED])
    if state == "received":
        return QCoreApplication.translate("CaseWords", _STATE[DecisionState.RECEIVED])
    if state == "accepted":
        return QCoreApplication.translate("CaseWords", "Accepted by the office")
    return QCoreApplication.translate("CaseWords", _STATE[DecisionState(state)])
