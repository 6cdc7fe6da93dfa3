"""Why the office answered as it did, and what that means: one passage for each verdict and reason.

What happened, is the work safe, what happens next, what one can do. `refusals.py` beside this one has the
sentences for what could not be saved in the first place.
"""

from PySide6.QtCore import QCoreApplication

from erap_desktop.ui.i18n import QT_TRANSLATE_NOOP
from sync.casework.values import Disposition
from sync.casework.verdict import Reason, Verdict

_KEPT: dict[Reason, str] = {
    Reason.LATE_WORK: QT_TRANSLATE_NOOP(
        "Reasons",
        "The case had moved to someone else before this arrived. Nothing is lost: it waits for them or "
        "your supervisor to adopt it.",
    ),
    Reason.STALE_FACTS: QT_TRANSLATE_NOOP(
        "Reasons",
        "Facts of the case changed before this arrived, so the decision was set aside and has no effect "
        "yet. Open the case, read what changed, and decide again or adopt it.",
    ),
    Reason.LATER_RULE: QT_TRANSLATE_NOOP(
        "Reasons",
        "The rules of the program had changed before this arrived, and under the new ones the case comes out "
        "differently. Nothing is lost: open the case and decide again, or adopt it.",
    ),
    Reason.OUTDATED_ASSIGNMENT: QT_TRANSLATE_NOOP(
        "Reasons",
        "Somebody else had moved the case first. Both moves are kept; a supervisor chooses.",
    ),
    Reason.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "Reasons",
        "The office’s program does not know this kind of change yet. It is kept and will be tried again "
        "after the office has upgraded.",
    ),
    Reason.OTHER_DECISION: QT_TRANSLATE_NOOP(
        "Reasons",
        "Somebody else decided this case too, and differently. Both decisions are kept, and payment is on "
        "hold until a supervisor chooses.",
    ),
    Reason.CASE_MERGED: QT_TRANSLATE_NOOP(
        "Reasons",
        "The application had become part of another case before this arrived. It is kept for a supervisor; "
        "do it again on the other case if it still counts.",
    ),
    Reason.ALREADY_RESOLVED: QT_TRANSLATE_NOOP(
        "Reasons", "Somebody else had dealt with this before yours arrived. Theirs stands."
    ),
    Reason.SIBLINGS_MISSING: QT_TRANSLATE_NOOP(
        "Reasons",
        "One more decision had arrived that this settlement did not know of. Look at all of them and "
        "settle again.",
    ),
    Reason.NOT_CONTESTED: QT_TRANSLATE_NOOP(
        "Reasons", "The case was settled before this arrived. Nothing is left to do."
    ),
    Reason.CRASHED: QT_TRANSLATE_NOOP(
        "Reasons",
        "The office’s program could not work this out; that is a fault of ours. It is kept. Please copy "
        "the details and send them to support.",
    ),
}
_NOT_ACCEPTED: dict[Reason, str] = {
    Reason.NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "Reasons",
        "The case was not yours to change when this arrived, or waited for another step. It had no effect.",
    ),
    Reason.NO_SUCH_CASE: QT_TRANSLATE_NOOP(
        "Reasons", "The office does not know this case. It had no effect."
    ),
    Reason.NO_SUCH_ITEM: QT_TRANSLATE_NOOP(
        "Reasons", "What this was about is not there any more. It had no effect."
    ),
    Reason.NO_SUCH_PERSON: QT_TRANSLATE_NOOP(
        "Reasons", "There is no active caseworker or laptop of that name. It had no effect."
    ),
    Reason.ALREADY_RESOLVED: QT_TRANSLATE_NOOP(
        "Reasons", "This had already been done. It had no second effect."
    ),
    Reason.INVALID_FIELD: QT_TRANSLATE_NOOP(
        "Reasons", "The value can not be recorded as it stands. It had no effect; enter it again."
    ),
    Reason.INVALID_LINES: QT_TRANSLATE_NOOP(
        "Reasons", "The award was not valid: a month, an amount or a payee does not fit. Decide again."
    ),
    Reason.UNKNOWN_CODE: QT_TRANSLATE_NOOP(
        "Reasons", "A reason for denial is not one of the program’s. Decide again."
    ),
    Reason.SUPERVISOR_CODE: QT_TRANSLATE_NOOP(
        "Reasons", "A reason for denial is for supervisors. Recommend the denial instead."
    ),
    Reason.CODE_CONTRADICTS: QT_TRANSLATE_NOOP(
        "Reasons",
        "The worksheet meets the test behind a reason for denial, and no reason was written. Decide again.",
    ),
    Reason.NEED_INFORMATION: QT_TRANSLATE_NOOP(
        "Reasons", "Information is still missing: it can not be held against the applicant. Ask for it first."
    ),
    Reason.REASON_REQUIRED: QT_TRANSLATE_NOOP(
        "Reasons", "A written reason was needed. Do it again and say why."
    ),
    Reason.PROGRAM_CLOSED: QT_TRANSLATE_NOOP(
        "Reasons", "The program is closed: nothing can be awarded any more. Notes and appeals go on."
    ),
    Reason.SIBLINGS_MISSING: QT_TRANSLATE_NOOP(
        "Reasons", "The settlement did not keep one of the decisions. Look at all of them and settle again."
    ),
    Reason.CASE_CLOSED: QT_TRANSLATE_NOOP("Reasons", "The case is closed. Only notes can be added."),
    Reason.TOO_LARGE: QT_TRANSLATE_NOOP("Reasons", "It was too large. Make it shorter and do it again."),
    Reason.MALFORMED: QT_TRANSLATE_NOOP(
        "Reasons", "It could not be read. Please copy the details and send them to support."
    ),
}
_TAKEN_IN: dict[Reason, str] = {
    Reason.CORROBORATES: QT_TRANSLATE_NOOP(
        "Reasons", "Somebody else had decided the same. Both are on record; nothing is left to do."
    ),
    Reason.KEPT_BESIDE: QT_TRANSLATE_NOOP(
        "Reasons",
        "Somebody else had changed the same fact. Their value stands and yours is kept beside it, for the "
        "caseworker to choose.",
    ),
    Reason.FROM_PREVIOUS: QT_TRANSLATE_NOOP(
        "Reasons", "It is on the case, marked as from the previous caseworker."
    ),
}
_VERDICT: dict[Verdict, str] = {
    Verdict.ACCEPTED: QT_TRANSLATE_NOOP("Reasons", "It is at the office and counts."),
    Verdict.CONTESTED: _KEPT[Reason.OTHER_DECISION],
    Verdict.HELD: QT_TRANSLATE_NOOP(
        "Reasons", "The office keeps this until somebody has looked at it. Nothing is lost."
    ),
    Verdict.REJECTED: QT_TRANSLATE_NOOP(
        "Reasons", "The office did not accept this. It had no effect; everything else went through."
    ),
    Verdict.WITHDRAWN: QT_TRANSLATE_NOOP("Reasons", "You took this back before it had any effect."),
}
_WAITS: dict[str, str] = {
    "saved": QT_TRANSLATE_NOOP(
        "Reasons", "It is saved here, twice, and goes out with the next sync. You can still take it back."
    ),
    "received": QT_TRANSLATE_NOOP(
        "Reasons", "It is at the office; its answer comes with the next sync. It will not be sent twice."
    ),
}
_DISPOSITIONS: dict[Disposition, str] = {
    Disposition.ADOPTED: QT_TRANSLATE_NOOP("Reasons", "It was adopted and counts now."),
    Disposition.DECLINED: QT_TRANSLATE_NOOP("Reasons", "It was read and declined. It stays on record."),
    Disposition.RETRIED: QT_TRANSLATE_NOOP(
        "Reasons", "The office tried it again after its upgrade. Open the case to see what came of it."
    ),
}


def explanation(state: str, reason: str = "", disposition: str | None = None) -> str:
    """What became of a command, in one or two sentences. `state` is the outbox's word."""
    if disposition in set(Disposition):
        return _say(_DISPOSITIONS[Disposition(disposition)])
    if state in _WAITS:
        return _say(_WAITS[state])
    verdict = Verdict(state) if state in set(Verdict) else Verdict.HELD
    known = Reason(reason) if reason in set(Reason) else Reason.NONE
    table = {Verdict.REJECTED: _NOT_ACCEPTED, Verdict.ACCEPTED: _TAKEN_IN}.get(verdict, _KEPT)
    return _say(table.get(known, _VERDICT[verdict]))


def _say(text: str) -> str:
    return QCoreApplication.translate("Reasons", text)
