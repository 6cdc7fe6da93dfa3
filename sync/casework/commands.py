"""What a person can do to a case. Every body is typed and versioned by its tag, e.g. `note.1`.

A body that a later program writes and this one doesn't know is *not understood*, never guessed at.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, get_args
from uuid import UUID

from sync.casework.case import AwardLine, Case, Document, Note
from sync.casework.places import Party
from sync.casework.understood import Bodies
from sync.casework.values import Outcome, Record, Role, Sensitivity


class Body(Record, frozen=True):
    """Base of all command bodies. `decides`: it sets an outcome and follows the rules for decisions."""

    decides: ClassVar[bool] = False


class OpenCase(Body, frozen=True, tag="open-case.1"):
    """A new application: from intake, or born on a laptop (a walk-in). Numbers come from the server."""

    case: Case
    parties: tuple[Party, ...] = ()


class AddNote(Body, frozen=True, tag="note.1"):
    """A remark."""

    text: str
    sensitivity: Sensitivity = Sensitivity.STANDARD


class AttachDocument(Body, frozen=True, tag="document.1"):
    """Says that a paper exists; its bytes travel apart."""

    document: Document


class CorrectField(Body, frozen=True, tag="correct.1"):
    """A correction of one recorded fact. `path` leads from the case to the field; values are plain."""

    path: tuple[str, ...]
    was: Any = None
    value: Any = None
    reason: str = ""


class MarkChecklist(Body, frozen=True, tag="checklist.1"):
    """Ticks or unticks one item; `was` is what the person saw."""

    item: str
    done: bool
    was: bool | None = None


class RequestInformation(Body, frozen=True, tag="request-information.1"):
    """Asks the applicant for papers or facts."""

    items: tuple[str, ...]
    message: str = ""


class Recommend(Body, frozen=True, tag="recommend.1"):
    """Proposes an outcome to the person who decides."""

    outcome: Outcome
    codes: tuple[str, ...] = ()
    lines: tuple[AwardLine, ...] = ()
    reason: str = ""


class Approve(Body, frozen=True, tag="approve.1"):
    """Approves, line by line. `reason` is required where the worksheet doesn't pass by itself."""

    decides: ClassVar[bool] = True
    lines: tuple[AwardLine, ...]
    reason: str = ""


class Deny(Body, frozen=True, tag="deny.1"):
    """Denies with coded reasons."""

    decides: ClassVar[bool] = True
    codes: tuple[str, ...]
    reason: str = ""


class CloseAtRequest(Body, frozen=True, tag="close-at-request.1"):
    """Closes because the applicant withdrew the application."""

    decides: ClassVar[bool] = True
    reason: str = ""


class Withdraw(Body, frozen=True, tag="withdraw.1"):
    """Undo: takes back an earlier command of the same person."""

    command: UUID


class Reassign(Body, frozen=True, tag="reassign.1"):
    """Moves the case to another caseworker. The epoch it saw is the command's."""

    to: str
    office: str = ""
    note: str = ""


class Settle(Body, frozen=True, tag="settle.1"):
    """A supervisor's choice among contradicting decisions; names every open sibling."""

    keep: UUID
    siblings: tuple[UUID, ...]
    reason: str


class Adopt(Body, frozen=True, tag="adopt.1"):
    """Adopts or declines late work, a stale decision or a suggestion, with the adopter's authority."""

    command: UUID
    reason: str
    decline: bool = False


class Merge(Body, frozen=True, tag="merge.1"):
    """Says that the case is the same application as `into`, and goes on as that one."""

    into: UUID
    reason: str


class Absorb(Body, frozen=True, tag="absorb.1"):
    """The server's own: remarks of the merged case `source` go over to the case it became."""

    source: UUID
    notes: dict[UUID, Note] = {}
    documents: dict[UUID, Document] = {}


AnyBody = (
    OpenCase
    | AddNote
    | AttachDocument
    | CorrectField
    | MarkChecklist
    | RequestInformation
    | Recommend
    | Approve
    | Deny
    | CloseAtRequest
    | Withdraw
    | Reassign
    | Settle
    | Adopt
    | Merge
    | Absorb
)
BODIES: Bodies[AnyBody] = Bodies(get_args(AnyBody))


class Expects(Record, frozen=True, array_like=True):
    """What the author saw: the decision (or assignment) it replaces, and a fingerprint of the facts."""

    replaces: UUID | None = None
    facts: bytes = b""


class Command(Record, frozen=True):
    """A command as the reducer sees it, whichever end runs it.

    `base` is the case version it was made on, `as_of` the server's time of that base; neither is a clock.
    """

    id: UUID
    device: int
    seq: int
    case: UUID
    body: AnyBody
    base: int = 0
    epoch: int = 0
    expects: Expects = Expects()
    as_of: datetime | None = None
    policy: str = ""


class Actor(Record, frozen=True):
    """Who is acting, with which roles, in which offices ('*' in `offices`: all of the agency)."""

    user: str
    roles: frozenset[Role]
    offices: frozenset[str] = frozenset()

    def is_(self, role: Role) -> bool:
        return role in self.roles

    def supervises(self, office: str) -> bool:
        """True for a supervisor of that office, and for the server's own named command line."""
        return Role.SYSTEM in self.roles or (Role.SUPERVISOR in self.roles and office in self.offices)


def kind_of(body: Body) -> str:
    """The kind without its revision: `note`, `approve`, …"""
    return str(type(body).__struct_config__.tag).rsplit(".", 1)[0]
