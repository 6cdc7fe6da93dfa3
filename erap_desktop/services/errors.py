"""Errors a person reads: what happened, what is safe, what to do next."""

from __future__ import annotations

from sync.casework.verdict import Reason


class ServiceError(Exception):
    """Something asked for could not be done. `key` and `values` are what a translation goes by."""

    def __init__(self, text: str, *, key: str = "", **values: str) -> None:
        super().__init__(text)
        self.key = key
        self.values = values


class NotHereError(ServiceError):
    """The case is not on this laptop."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"case {what} is not on this laptop; nothing was changed. Sync, or check the id.",
            key="not_here",
            what=what,
        )


class RefusedError(ServiceError):
    """The rules don't allow it; nothing was saved. `reason` says which rule."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        text = REASONS.get(reason, "this is not possible here").format(detail=detail)
        super().__init__(f"{text}; nothing was saved", key=reason.value, detail=detail)
        self.reason = reason
        self.detail = detail


class CopyError(ServiceError):
    """Another copy of this profile has been at the server."""

    def __init__(self) -> None:
        super().__init__(
            "another copy of this profile has already been at the server (a restored or copied folder); "
            "everything made here is kept. Run `enrol` again on this profile to go on as a new laptop.",
            key="copy",
        )


class ServerBehindError(ServiceError):
    """The server has less of this laptop's history than it once acknowledged."""

    def __init__(self) -> None:
        super().__init__(
            "the server knows less than this laptop has already sent, as after a restored backup; "
            "nothing was sent and nothing here is lost. Tell your administrator before anything else.",
            key="server_behind",
        )


class UnknownHereError(ServiceError):
    """The server doesn't know this laptop any more, or the person is no longer active."""

    def __init__(self) -> None:
        super().__init__(
            "the server does not accept this laptop any more; your work is safe here. "
            "Ask your administrator for a new code and run `enrol` again.",
            key="unknown_device",
        )


REASONS: dict[Reason, str] = {
    Reason.LATE_WORK: "the case has moved to someone else",
    Reason.STALE_FACTS: "facts of the case changed; look at it again",
    Reason.LATER_RULE: "the rules of the program have changed; look at the worksheet again",
    Reason.OUTDATED_ASSIGNMENT: "the case was moved in the meantime",
    Reason.NOT_UNDERSTOOD: "the rules for this are not on this laptop yet; sync first",
    Reason.OTHER_DECISION: "there is already a decision on this case",
    Reason.NOT_ALLOWED: "you may not do this on this case",
    Reason.NO_SUCH_CASE: "there is no such case",
    Reason.NO_SUCH_ITEM: "there is no such item ({detail})",
    Reason.NO_SUCH_PERSON: "{detail} is not an active caseworker",
    Reason.ALREADY_RESOLVED: "this has already been dealt with",
    Reason.INVALID_FIELD: "this can not be recorded: {detail}",
    Reason.INVALID_LINES: "the award is not valid: {detail}",
    Reason.UNKNOWN_CODE: "unknown denial code: {detail}",
    Reason.SUPERVISOR_CODE: "code {detail} is for supervisors",
    Reason.CODE_CONTRADICTS: "code {detail} contradicts the worksheet, where that test passes; give a reason",
    Reason.NEED_INFORMATION: "code {detail} can't be used while information is missing; request it first",
    Reason.REASON_REQUIRED: "the worksheet does not say so by itself; give a reason",
    Reason.PROGRAM_CLOSED: "the program is closed",
    Reason.SIBLINGS_MISSING: "a settlement must name every open decision and keep one of them",
    Reason.NOT_CONTESTED: "the case is not contested",
    Reason.TOO_LARGE: "this is too large to be sent",
    Reason.MALFORMED: "this could not be read",
}
