"""The row of the queue for one case, drawn from what is held of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec

from sync.casework.case import Case
from sync.casework.values import Sensitivity, unpack
from sync.protocol.messages import CaseHeader
from sync.replica.replica_schema import LEFT

_case = msgspec.msgpack.Decoder(Case)
_header = msgspec.msgpack.Decoder(CaseHeader)
Values = dict[str, Any]


def draw(kind: str, row: Any) -> tuple[Values, Case | CaseHeader | None]:
    """The queue's row, and what it was drawn from; None when a newer program wrote it."""
    try:
        if kind == "case":
            case = _case.decode(row.body)
            return _row_of_case(case, row), case
        header = _header.decode(row.body)
        return _row_of_header(header, row), header
    except msgspec.ValidationError:
        return _row_of_unknown(row), None


def _row_of_case(case: Case, row: Any) -> Values:
    return _common(row) | {
        "number": case.number,
        "applicant": case.applicant_name,
        "county": case.county,
        "status": case.status.value,
        "due": case.due,
        "assignee": case.assignment.assignee,
        "epoch": case.assignment.epoch,
        "office": case.assignment.office,
        "program": case.program,
        "version": case.version,
        "submitted": case.submitted,
        "asked_cents": sum(month.cents for month in case.months),
        "contested": bool(case.contested),
        "late_work": len(case.late_work),
        "redetermination_due": case.fact_came_late,
        "eviction_date": case.risk.eviction_date,
        "protected": case.sensitivity is Sensitivity.PROTECTED,
        "synthetic": case.synthetic,
        "whole": True,
    }


def _row_of_header(header: CaseHeader, row: Any) -> Values:
    return _common(row) | {
        "number": header.number,
        "applicant": header.applicant,
        "county": header.county,
        "status": header.status,
        "due": header.due,
        "assignee": header.assignee,
        "epoch": header.epoch,
        "office": row.feed.removeprefix("office:"),
        "program": header.program,
        "asked_cents": header.asked_cents,
        "contested": header.contested,
        "late_work": header.late_work,
        "redetermination_due": header.redetermination_due,
        "synthetic": header.synthetic,
        "version": header.version,
    }


def _row_of_unknown(row: Any) -> Values:
    """A record in a form this program doesn't know: it is listed by what can be read of it."""
    plain = unpack(row.body)
    known = {name: plain.get(name) for name in ("number", "status", "program")}
    texts = {name: value for name, value in known.items() if isinstance(value, str)}
    return _common(row) | texts | {"understood": False, "whole": row.kind == "case"}


def _common(row: Any) -> Values:
    empty = dict.fromkeys(("number", "due", "assignee", "submitted", "eviction_date"))
    texts = dict.fromkeys(("applicant", "county", "status", "office", "program"), "")
    numbers = dict.fromkeys(("epoch", "asked_cents", "late_work"), 0)
    flags = dict.fromkeys(("contested", "redetermination_due", "protected", "synthetic", "whole"), False)
    left = {"left": row.standing == LEFT, "left_to": row.left_to, "understood": True}
    return {"id": UUID(bytes=row.id), "version": row.version} | empty | texts | numbers | flags | left
