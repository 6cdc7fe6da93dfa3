"""How long this laptop may be worked on without the office, as far as it can be known while it is locked."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from erap_desktop.vault.lease import STANDARD_DAYS, LeaseDays, LeaseState, lease_state


class LeaseNote(NamedTuple):
    """`until`: the end of what the state allows; None when it has no end or never began."""

    state: LeaseState
    last_contact: datetime
    until: datetime | None


class LockFacts(NamedTuple):
    """What can be known while locked. `wait` in seconds; `opens`: there is a passphrase that opens it.

    `copies`: there are sealed copies that may still have to be delivered.
    """

    lease: LeaseNote | None
    opens: bool
    wait: int
    copies: bool = False


def lease_note(last_contact: datetime, now: datetime, days: LeaseDays = STANDARD_DAYS) -> LeaseNote:
    """What holds now, and until when: offline work ends with reading only, reading ends with the lock."""
    state = lease_state(last_contact, now, days)
    ends = {"active": days[1], "warn": days[1], "read-only": days[2]}
    until = last_contact + timedelta(days=ends[state]) if state in ends else None
    return LeaseNote(state, last_contact, until)


def read_lock_facts(folder: Path, days: LeaseDays = STANDARD_DAYS) -> LockFacts:
    """Reads what needs no key; on a thread of its own. Raises VaultError."""
    from erap_desktop.services.delivering import has_copies
    from erap_desktop.services.session import utc_now
    from erap_desktop.services.syncing import last_sync
    from erap_desktop.vault.vault import Vault

    state = Vault(folder).state()
    last = last_sync(folder)
    note = lease_note(last, utc_now(), days) if last else None
    return LockFacts(note, state.passphrase_opens, state.wait, has_copies(folder))
