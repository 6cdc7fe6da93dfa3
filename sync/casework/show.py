"""A case as plain JSON values for scripts: the same on the laptop and on the server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import msgspec

from sync.casework.case import Case
from sync.casework.places import Party, known_as


def show_case(case: Case, parties: Mapping[UUID, Party]) -> dict[str, Any]:
    """Every recorded fact, with decisions and notes as lists in the order they were made."""
    plain: dict[str, Any] = msgspec.to_builtins(case, str_keys=True)
    plain |= {
        "status": case.status.value,
        "assignee": case.assignment.assignee,
        "applicant_name": case.applicant_name,
        "version": case.version,
        "contested": bool(case.contested),
        "frozen": case.frozen,
        "standing": str(case.standing) if case.standing else None,
        "decisions": [_decision(plain, command) for command in _in_order(case.decisions)],
        "notes": [
            {"command": str(command), **plain["notes"][str(command)]} for command in _in_order(case.notes)
        ],
        "parties": {
            str(id_): msgspec.to_builtins(party, str_keys=True)
            for id_ in case.parties
            if (party := known_as(parties, id_)) is not None
        },
    }
    return plain


def _decision(plain: dict[str, Any], command: UUID) -> dict[str, Any]:
    decision = plain["decisions"][str(command)]
    known: dict[str, Any] = {"codes": [], "reason": "", "lines": [], "disposition": None}
    return {"command": str(command), **known, **decision}


def _in_order(records: Mapping[UUID, Any]) -> list[UUID]:
    return sorted(records, key=lambda command: (records[command].at, command))
