"""What a reader may see of a case: protected parts are for the holder and the named readers only."""

from __future__ import annotations

from msgspec.structs import replace

from sync.casework.case import Case
from sync.casework.values import Sensitivity


def may_read(case: Case, user: str) -> bool:
    """A protected case is for its holder and its named readers."""
    if case.sensitivity is Sensitivity.STANDARD:
        return True
    return user == case.assignment.assignee or user in case.readers


def has_protected_parts(case: Case) -> bool:
    labels = [note.sensitivity for note in case.notes.values()]
    labels += [document.sensitivity for document in case.documents.values()]
    return Sensitivity.PROTECTED in labels


def redacted(case: Case, user: str) -> Case:
    """The case as this reader may have it."""
    if user == case.assignment.assignee or user in case.readers or not has_protected_parts(case):
        return case
    standard = Sensitivity.STANDARD
    return replace(
        case,
        notes={key: note for key, note in case.notes.items() if note.sensitivity is standard},
        documents={key: d for key, d in case.documents.items() if d.sensitivity is standard},
    )
