"""A short fingerprint of the facts a decision rests on. Notes, papers and ticks are not among them."""

from __future__ import annotations

from hashlib import blake2b

from sync.casework.case import Case
from sync.casework.values import pack

FINGERPRINT_BYTES = 8


def facts_fingerprint(case: Case) -> bytes:
    """Eight bytes that change whenever a material fact changes."""
    facts = (
        case.program,
        case.members,
        case.incomes,
        case.zero_income_attested,
        case.residences,
        case.tenancies,
        case.months,
        case.months_paid_before,
        case.hardship,
        case.risk,
    )
    return blake2b(pack(facts), digest_size=FINGERPRINT_BYTES).digest()
