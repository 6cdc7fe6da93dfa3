"""On 256 kbit/s up, 1 Mbit/s down, 800 ms there and back, with loss: slower, and nothing else."""

from __future__ import annotations

from tests.end_to_end.fleet import Office
from tests.end_to_end.link import RURAL, Drip, DropAnswer, Link, Portal


def test_i1_i7_a_day_on_the_rural_line(office: Office) -> None:
    with Link(office.server.port) as link:
        laptop = office.laptop("worker1", url=link.url, synced=False)
        link.line = RURAL
        first = laptop.sync()
        assert (first["online"], first["digest_ok"], first["round_trips"]) == (True, True, 1)
        case, other = laptop.undecided(2)
        laptop.deny(case)
        laptop.note(other, "typed by candle light")
        link.will(DropAnswer())
        assert laptop.sync()["online"] is False
        report = laptop.sync()
        assert (report["accepted"], report["pending"], report["digest_ok"]) == (2, 0, True)
    office.same(laptop, case)
    office.same(laptop, other)


def test_i7_an_answer_that_drips_is_waited_for(office: Office) -> None:
    with Link(office.server.port) as link:
        laptop = office.laptop("worker1", url=link.url)
        case = laptop.undecided(1)[0]
        laptop.note(case, "slow, but it moves")
        link.will(Drip(size=8, pause=0.02))
        report = laptop.sync()
        assert (report["online"], report["accepted"], report["pending"]) == (True, 1, 0)
    office.same(laptop, case)


def test_i1_i10_an_old_answer_from_a_cache_is_no_network(office: Office) -> None:
    """Also from a cache that never gives anything else: one request, nothing lost, no loop."""
    with Link(office.server.port) as link:
        laptop = office.laptop("worker1", url=link.url)
        case = laptop.undecided(1)[0]
        laptop.sync()
        first, idle = link.answers[-2:]
        laptop.note(case, "not in any cache")
        for old in (first, idle):
            link.always, asked = Portal(old), link.requests
            report = laptop.sync()
            assert (report["online"], report["pending"], link.requests - asked) == (False, 1, 1)
        link.always = None
        report = laptop.sync()
        assert (report["online"], report["digest_ok"], report["pending"]) == (True, True, 0)
    office.same(laptop, case)
