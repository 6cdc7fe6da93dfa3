"""Many laptops whose line comes back in the same moment: some have to wait, nothing is lost (I1, I2)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import select

from sync.central.api.admission import LONGEST_SECONDS, ROOM, Admission, BusyError
from sync.central.service import Central
from sync.central.store import schema
from sync.central.verdicts.effects import load_case
from sync.protocol.signing import Credentials
from tests.bench.laptops import Identity, returning
from tests.central.conftest import fresh
from tests.central.parts import Pen, open_case
from tests.server_process import serving

LAPTOPS, NOTES = 60, 10


def test_all_that_come_at_once_are_answered_and_nothing_is_lost_or_doubled(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    data, url = fresh("postgresql", request, tmp_path)
    central = Central(data, url)
    cases = tuple(open_case(central).id for _ in range(12))
    pens = [Pen(central, "worker1") for _ in range(LAPTOPS)]
    with serving(data, "--connections", "2", database_url=url) as port:

        def identity(pen: Pen, number: int) -> Identity:
            own = tuple(cases[(number + n) % len(cases)] for n in range(4))
            return Identity(Credentials(pen.device, pen.token, pen.signing_key), port, own)

        told = returning([identity(pen, n) for n, pen in enumerate(pens)], NOTES)
    assert sum(one.faults for one in told) == 0
    assert sum(one.busy for one in told) >= LAPTOPS - 2 * ROOM - 2
    assert _stored(central) == {pen.device: NOTES for pen in pens}
    assert sum(_notes(central, case) for case in cases) == LAPTOPS * NOTES
    assert central.verify_audit().ok
    central.close()


def _notes(central: Central, case: UUID) -> int:
    with central.database.read() as connection:
        found = load_case(connection, central.agency, case)
    assert found is not None
    assert found.version == 1 + len(found.notes)
    return len(found.notes)


def _stored(central: Central) -> Counter[int]:
    """Accepted commands of each laptop."""
    table = schema.command
    with central.database.read() as connection:
        query = select(table.c.device).where(table.c.verdict == "accepted", table.c.device > 0)
        return Counter(connection.execute(query).scalars())


def test_who_finds_no_room_is_spread_over_the_time_that_is_needed() -> None:
    admission = Admission(1, Random(1))
    waits = []

    def come(already: int) -> None:
        if already == ROOM:
            for _ in range(2_000):
                with pytest.raises(BusyError) as busy, admission.admitted():
                    pytest.fail("there was no room")
                waits.append(busy.value.retry_after)
            return
        with admission.admitted():
            come(already + 1)

    come(0)
    assert waits[0] in (1, 2)
    assert min(waits) == 1
    assert max(waits) == LONGEST_SECONDS
    assert len(set(waits[1_000:])) > LONGEST_SECONDS // 2
    with admission.admitted():
        pass
