"""A question in words: what kind it is, what happened, what each side says, what choosing one would do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from erap_desktop.models.format import money
from erap_desktop.services import contests
from erap_desktop.services.contests import BEFORE, Question, Side
from erap_desktop.ui.widgets.badge import BadgeKind
from erap_desktop.ui.words.values import field_name, value_text
from sync.casework.values import Outcome

Names = dict[str, str]


def kind_word(question: Question) -> str:
    """What kind of question it is, for a badge."""
    words = {
        contests.CONTEST: QCoreApplication.translate("Contested", "Two decisions"),
        contests.LATE_DECISION: QCoreApplication.translate("Contested", "Late decision"),
        contests.STALE_DECISION: QCoreApplication.translate("Contested", "Facts changed"),
        contests.LATE_VALUE: QCoreApplication.translate("Contested", "Late correction"),
        contests.SECOND_VALUE: QCoreApplication.translate("Contested", "Second value"),
        contests.REASSIGNMENT: QCoreApplication.translate("Contested", "Moved twice"),
    }
    return words[question.kind]


def kind_badge(question: Question) -> tuple[BadgeKind, str]:
    """Kind and icon of that badge; what was answered here is quiet."""
    if question.answered is not None:
        return "info", "on-laptop"
    icons = {
        contests.CONTEST: "contested",
        contests.LATE_DECISION: "history",
        contests.STALE_DECISION: "edit",
        contests.LATE_VALUE: "history",
        contests.SECOND_VALUE: "edit",
        contests.REASSIGNMENT: "reassign",
    }
    return ("error" if question.kind == contests.CONTEST else "warning"), icons[question.kind]


def story(question: Question, names: Names) -> str:
    """What happened and what it holds up, in one or two sentences."""
    last = question.sides[-1]
    who = names.get(last.by, last.by)
    if question.kind == contests.CONTEST:
        return QCoreApplication.translate(
            "Contested",
            "This case was decided more than once, and differently. Payment and letters are on hold until "
            "a supervisor chooses. No decision is lost.",
        )
    texts = {
        contests.LATE_DECISION: QCoreApplication.translate(
            "Contested",
            "{who} decided this before it was known that the case had moved to {holder}. The decision has "
            "no effect unless it is adopted.",
        ),
        contests.STALE_DECISION: QCoreApplication.translate(
            "Contested",
            "{who} decided this before it was known that facts of the case had changed. The decision has no "
            "effect unless it is adopted.",
        ),
        contests.LATE_VALUE: QCoreApplication.translate(
            "Contested",
            "{who} corrected this before it was known that the case had moved to {holder}. The recorded "
            "value stands unless the correction is adopted.",
        ),
        contests.SECOND_VALUE: QCoreApplication.translate(
            "Contested",
            "Somebody else had changed the same fact before {who} did. The first value stands unless this "
            "one is adopted.",
        ),
        contests.REASSIGNMENT: QCoreApplication.translate(
            "Contested",
            "{who} moved this case without knowing that it had just been moved. It stays where it is unless "
            "the second move is adopted.",
        ),
    }
    holder = names.get(question.assignee, question.assignee) or QCoreApplication.translate(
        "Contested", "somebody else"
    )
    return texts[question.kind].format(who=who, holder=holder)


def short(side: Side, question: Question, names: Names) -> str:
    """What a side says, short enough for a button: "Approval of $2,175.00"."""
    if side.outcome == Outcome.APPROVE:
        return QCoreApplication.translate("Contested", "approval of {amount}").format(
            amount=money(side.total_cents)
        )
    if side.outcome == Outcome.DENY:
        return QCoreApplication.translate("Contested", "denial ({codes})").format(codes=", ".join(side.codes))
    if side.outcome == Outcome.CLOSE:
        return QCoreApplication.translate("Contested", "closing at the applicant’s request")
    return value_text(side.value, question.path, names)


def button_text(question: Question, key: str, names: Names) -> str:
    """What the main button does, said as the act."""
    side = question.side(key)
    if side is None:
        return QCoreApplication.translate("Contested", "Choose a side first")
    if key == BEFORE:
        return QCoreApplication.translate("Contested", "Leave it as it is")
    what, who = short(side, question, names), names.get(side.by, side.by)
    if question.kind == contests.CONTEST:
        text = QCoreApplication.translate("Contested", "Keep {who}: {what}")
    elif question.kind == contests.REASSIGNMENT:
        text = QCoreApplication.translate("Contested", "Move the case to {what}")
    else:
        text = QCoreApplication.translate("Contested", "Adopt {who}: {what}")
    return text.format(who=who, what=what)


def outcome_preview(question: Question, key: str, names: Names) -> str:
    """What choosing a side would do, before it is done."""
    side = question.side(key)
    if side is None:
        return QCoreApplication.translate(
            "Contested", "Choose a side to see what would happen. Nothing changes until you confirm."
        )
    if key == BEFORE:
        return QCoreApplication.translate(
            "Contested", "Nothing changes on the case. What was set aside stays on record as declined."
        )
    if side.outcome:
        return _decided(question, side)
    if question.kind == contests.REASSIGNMENT:
        return QCoreApplication.translate("Contested", "The case moves to {who}’s laptop.").format(
            who=value_text(side.value, (), names)
        )
    return QCoreApplication.translate("Contested", "{field} becomes {value}.").format(
        field=field_name(question.path), value=value_text(side.value, question.path, names)
    )


def _decided(question: Question, side: Side) -> str:
    becomes = {
        Outcome.APPROVE.value: QCoreApplication.translate(
            "Contested", "The case becomes approved: {amount}."
        ),
        Outcome.DENY.value: QCoreApplication.translate("Contested", "The case becomes denied."),
        Outcome.CLOSE.value: QCoreApplication.translate("Contested", "The case becomes closed."),
    }[side.outcome].format(amount=money(side.total_cents))
    if question.kind == contests.CONTEST:
        rest = QCoreApplication.translate(
            "Contested",
            "The hold on payment and letters ends. The other decision stays on record as declined.",
        )
    else:
        rest = QCoreApplication.translate(
            "Contested", "You adopt it as your own decision, made on the facts as they are now."
        )
    return f"{becomes} {rest}"
