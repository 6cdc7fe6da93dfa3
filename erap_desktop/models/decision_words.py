"""Who acts next on a case and what became of decisions, in words of the language that is shown."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from sync.casework.case import Decision
from sync.casework.values import DecisionState, Disposition, Outcome, Status

_NEXT: dict[Status, object] = {
    Status.SUBMITTED: QT_TRANSLATE_NOOP("DecisionWords", "The office assigns it to a caseworker."),
    Status.ASSIGNED: QT_TRANSLATE_NOOP("DecisionWords", "The caseworker begins the review."),
    Status.IN_REVIEW: QT_TRANSLATE_NOOP("DecisionWords", "The caseworker completes the facts and decides."),
    Status.INFORMATION_REQUESTED: QT_TRANSLATE_NOOP(
        "DecisionWords", "The applicant sends what was asked for; the caseworker then goes on."
    ),
    Status.SECOND_REVIEW: QT_TRANSLATE_NOOP(
        "DecisionWords", "A supervisor reads the recommendation and decides."
    ),
    Status.APPROVED: QT_TRANSLATE_NOOP(
        "DecisionWords", "The office sets the money aside and writes to the applicant."
    ),
    Status.DENIED: QT_TRANSLATE_NOOP("DecisionWords", "The applicant gets a letter and may appeal."),
    Status.WITHDRAWN: QT_TRANSLATE_NOOP("DecisionWords", "Nothing; the applicant may apply again."),
    Status.CONTESTED: QT_TRANSLATE_NOOP(
        "DecisionWords", "A supervisor chooses between the decisions; nothing is paid before."
    ),
}
_OUTCOME: dict[Outcome, object] = {
    Outcome.APPROVE: QT_TRANSLATE_NOOP("DecisionWords", "Approval"),
    Outcome.DENY: QT_TRANSLATE_NOOP("DecisionWords", "Denial"),
    Outcome.CLOSE: QT_TRANSLATE_NOOP("DecisionWords", "Closing at the applicant's request"),
}
_STATE: dict[DecisionState, object] = {
    DecisionState.SAVED: QT_TRANSLATE_NOOP("DecisionWords", "Saved on this laptop, not sent yet"),
    DecisionState.RECEIVED: QT_TRANSLATE_NOOP("DecisionWords", "At the office, not answered yet"),
    DecisionState.ACCEPTED: QT_TRANSLATE_NOOP("DecisionWords", "Stands"),
    DecisionState.CONTESTED: QT_TRANSLATE_NOOP("DecisionWords", "Contested"),
    DecisionState.HELD: QT_TRANSLATE_NOOP("DecisionWords", "Held: waits for somebody to adopt or decline it"),
    DecisionState.REJECTED: QT_TRANSLATE_NOOP("DecisionWords", "Not accepted by the office"),
    DecisionState.WITHDRAWN: QT_TRANSLATE_NOOP("DecisionWords", "Taken back"),
    DecisionState.SUPERSEDED: QT_TRANSLATE_NOOP("DecisionWords", "Replaced by a later decision"),
}
_DISPOSITION: dict[Disposition, object] = {
    Disposition.ADOPTED: QT_TRANSLATE_NOOP("DecisionWords", "Adopted"),
    Disposition.DECLINED: QT_TRANSLATE_NOOP("DecisionWords", "Declined"),
    Disposition.RETRIED: QT_TRANSLATE_NOOP("DecisionWords", "Made again"),
}


def next_step(status: Status) -> str:
    """Who acts next and what they do, in a sentence."""
    return QCoreApplication.translate("DecisionWords", str(_NEXT[status]))


def outcome_word(outcome: Outcome) -> str:
    """What a decision is: "Approval"."""
    return QCoreApplication.translate("DecisionWords", str(_OUTCOME[outcome]))


def decision_state_word(decision: Decision) -> str:
    """What became of a decision; a contested or held one that was dealt with says how."""
    if decision.disposition is not None:
        return QCoreApplication.translate("DecisionWords", str(_DISPOSITION[decision.disposition]))
    return QCoreApplication.translate("DecisionWords", str(_STATE[decision.state]))


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
        return QCoreApplication.translate("DecisionWords", str(_STATE[DecisionState.SAVED]))
    if state == "received":
        return QCoreApplication.translate("DecisionWords", str(_STATE[DecisionState.RECEIVED]))
    if state == "accepted":
        return QCoreApplication.translate("DecisionWords", "Accepted by the office")
    return QCoreApplication.translate("DecisionWords", str(_STATE[DecisionState(state)]))
