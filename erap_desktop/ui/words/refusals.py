"""Why something can not be done, in plain sentences: one for each reason the rules can give.

The reducer's details are English words for the log; a sentence here repeats only a detail that means the
same in every language, such as a code.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from erap_desktop.services.errors import NotHereError, RefusedError, ServiceError
from sync.casework.verdict import Reason

SENTENCES: dict[Reason, object] = {
    Reason.NONE: QT_TRANSLATE_NOOP("Refusals", "This is not possible here. Nothing was saved."),
    Reason.LATE_WORK: QT_TRANSLATE_NOOP(
        "Refusals", "The case has moved to someone else. Nothing was saved; tell them what you know."
    ),
    Reason.STALE_FACTS: QT_TRANSLATE_NOOP(
        "Refusals", "Facts of the case changed while you worked. Read it again, then decide."
    ),
    Reason.LATER_RULE: QT_TRANSLATE_NOOP(
        "Refusals", "The rules of the program have changed. Read the worksheet again, then decide."
    ),
    Reason.OUTDATED_ASSIGNMENT: QT_TRANSLATE_NOOP(
        "Refusals", "The case was moved in the meantime. Sync, then look who has it."
    ),
    Reason.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "Refusals", "The rules for this are not on this laptop yet. Sync once, then try again."
    ),
    Reason.OTHER_DECISION: QT_TRANSLATE_NOOP(
        "Refusals", "There is already a decision on this case. Read it first; a new decision can replace it."
    ),
    Reason.CORROBORATES: QT_TRANSLATE_NOOP(
        "Refusals", "Another decision already says the same. Nothing is left to do."
    ),
    Reason.KEPT_BESIDE: QT_TRANSLATE_NOOP(
        "Refusals", "Somebody else changed the same fact. Both values are kept for you to choose."
    ),
    Reason.FROM_PREVIOUS: QT_TRANSLATE_NOOP("Refusals", "This came from the person who had the case before."),
    Reason.NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "Refusals",
        "You may not do this on this case: it is not assigned to you, or it waits for another step.",
    ),
    Reason.NO_SUCH_CASE: QT_TRANSLATE_NOOP(
        "Refusals", "This case is not known. Sync, then look for it again."
    ),
    Reason.NO_SUCH_ITEM: QT_TRANSLATE_NOOP("Refusals", "What this was about is not there any more."),
    Reason.NO_SUCH_PERSON: QT_TRANSLATE_NOOP(
        "Refusals", "{detail} is not an active caseworker. Choose somebody else."
    ),
    Reason.ALREADY_RESOLVED: QT_TRANSLATE_NOOP("Refusals", "This has already been dealt with."),
    Reason.INVALID_FIELD: QT_TRANSLATE_NOOP(
        "Refusals", "This can not be recorded as it stands. Check what you typed; nothing was saved."
    ),
    Reason.INVALID_LINES: QT_TRANSLATE_NOOP(
        "Refusals",
        "The award is not valid: it needs at least one line, each between $0.01 and $10,000.00.",
    ),
    Reason.UNKNOWN_CODE: QT_TRANSLATE_NOOP(
        "Refusals", "A denial needs at least one of the program's reasons."
    ),
    Reason.SUPERVISOR_CODE: QT_TRANSLATE_NOOP(
        "Refusals", "Reason {detail} is for supervisors. Recommend the denial instead."
    ),
    Reason.CODE_CONTRADICTS: QT_TRANSLATE_NOOP(
        "Refusals",
        "The worksheet meets the test behind {detail}. Write why you decide otherwise.",
    ),
    Reason.NEED_INFORMATION: QT_TRANSLATE_NOOP(
        "Refusals",
        "{detail} can not be used while information is missing. Ask the applicant for it first.",
    ),
    Reason.REASON_REQUIRED: QT_TRANSLATE_NOOP(
        "Refusals", "The worksheet does not say so by itself. Write why you decide this way."
    ),
    Reason.PROGRAM_CLOSED: QT_TRANSLATE_NOOP(
        "Refusals", "The program is closed: nothing can be awarded any more. Notes and appeals go on."
    ),
    Reason.SIBLINGS_MISSING: QT_TRANSLATE_NOOP(
        "Refusals", "A settlement must name every open decision and keep one of them. Sync, then look again."
    ),
    Reason.NOT_CONTESTED: QT_TRANSLATE_NOOP("Refusals", "Nothing is contested on this case any more."),
    Reason.CASE_CLOSED: QT_TRANSLATE_NOOP("Refusals", "The case is closed. Only notes can be added."),
    Reason.CASE_MERGED: QT_TRANSLATE_NOOP(
        "Refusals", "This application goes on as another case. Only notes and papers can be added here."
    ),
    Reason.TOO_LARGE: QT_TRANSLATE_NOOP("Refusals", "This is too large to be sent. Make it shorter."),
    Reason.MALFORMED: QT_TRANSLATE_NOOP("Refusals", "This could not be read. Nothing was saved."),
    Reason.CRASHED: QT_TRANSLATE_NOOP(
        "Refusals", "The program could not work this out; that is a fault of ours. Nothing was saved."
    ),
}


def refusal(reason: Reason, detail: str = "") -> str:
    """The sentence for a reason; `detail` is a code or a user's name."""
    sentence = QCoreApplication.translate("Refusals", str(SENTENCES[reason]))
    return sentence.replace("{detail}", detail)


def problem_sentence(error: Exception) -> str:
    """What a person reads when something they asked for could not be done."""
    if isinstance(error, RefusedError):
        return refusal(error.reason, error.detail)
    if isinstance(error, NotHereError):
        return QCoreApplication.translate(
            "Refusals", "This case is not on this laptop. Nothing was changed. Sync, or look for it again."
        )
    if isinstance(error, ServiceError) and error.key == "already_left":
        return QCoreApplication.translate(
            "Refusals",
            "This has already left the laptop. It can't be taken back, only followed by a new decision.",
        )
    if isinstance(error, ServiceError) and error.key == "already_withdrawn":
        return QCoreApplication.translate("Refusals", "This has already been taken back.")
    return QCoreApplication.translate(
        "Refusals", "This could not be saved: {reason}. What was saved before is safe; try again."
    ).replace("{reason}", str(error))
