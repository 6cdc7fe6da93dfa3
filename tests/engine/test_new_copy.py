"""I7, I16: repair has an end; a new copy is filled beside the old while people go on reading and saving."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from erap_desktop.services import work
from sync.central.service import Central
from sync.engine.agreement import REPAIRS_A_DAY
from sync.engine.ports import NoConnectionError
from sync.protocol.frames import FrameReader, FrameWriter
from sync.protocol.messages import Change, Entries, Frame, Head, Put
from sync.replica.beside import NAME
from tests.engine.world import Crash, CrashPlan, LaptopUnderTest, make_server


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    server = make_server(tmp_path_factory.mktemp("server") / "server")
    yield server
    server.close()


@pytest.fixture
def laptop(central: Central, tmp_path: Path) -> Iterator[LaptopUnderTest]:
    one = LaptopUnderTest(central, tmp_path / "laptop", "worker1")
    one.sync()
    yield one
    one.session.close()


def altered(change: Callable[[Frame], Frame]) -> Callable[[Iterator[bytes]], Iterator[bytes]]:
    """A server that says something else than it should."""

    def answer(whole: Iterator[bytes]) -> Iterator[bytes]:
        reader, writer = FrameReader(), FrameWriter()
        for data in whole:
            for frame in reader.feed(data):
                yield writer.write(change(frame))

    return answer


def lie(frame: Frame) -> Frame:
    """Every digest is wrong."""
    if not isinstance(frame, Head):
        return frame
    heads = {name: replace(at, digest=bytes(16)) for name, at in frame.heads.items()}
    return replace(frame, heads=heads)


def test_i16_a_server_that_lies_for_ever_is_asked_a_few_times_and_then_the_laptop_says_so(
    central: Central, laptop: LaptopUnderTest
) -> None:
    now = datetime(2026, 11, 25, 9, tzinfo=UTC)
    laptop.session.clock = lambda: now
    laptop.transport.breaks = altered(lie)
    cases = laptop.session.replica.rows()
    first = laptop.sync()
    assert (first.digest_ok, first.stopped, first.repairs) == (False, True, REPAIRS_A_DAY + 1)
    for _ in range(5):
        again = laptop.sync()
        assert (again.round_trips, again.repairs, again.stopped) == (1, 0, True)
    for _ in range(3):
        now += timedelta(days=1)
        tomorrow = laptop.sync()
        assert (tomorrow.repairs, tomorrow.stopped) == (REPAIRS_A_DAY, True), "one new copy, not one a day"
    assert laptop.session.replica.rows() == cases

    work.note(laptop.session, laptop.cases("in_review")[0], "goes out all the same")
    assert laptop.sync().accepted == 1
    assert laptop.session.outbox.pending_count() == 0

    laptop.transport.breaks = None
    healed = laptop.sync()
    assert (healed.digest_ok, healed.stopped) == (True, False)
    laptop.transport.breaks = altered(lie)
    now += timedelta(days=1)
    assert laptop.sync().repairs == REPAIRS_A_DAY + 1, "they agreed meanwhile: a new copy may help again"


def misfit(frame: Frame) -> Frame:
    """Every digest is wrong, and instead of each case comes a change that fits no version of it."""
    if not isinstance(frame, Entries):
        return lie(frame)
    changed = tuple(
        Change(one.kind, one.id, one.version + 7, (msgspec.Raw(b"\x80"),))
        if isinstance(one, Put) and one.kind == "case"
        else one
        for one in frame.entries
    )
    return replace(frame, entries=changed)


def test_i16_a_server_whose_cases_never_fit_takes_nothing_away(
    central: Central, laptop: LaptopUnderTest
) -> None:
    cases = laptop.session.replica.rows()
    laptop.transport.breaks = altered(misfit)
    laptop.session.replica.start_beside()  # also one that was begun for another reason
    for _ in range(3):
        report = laptop.sync(by_hand=True)
        assert report.stopped
        assert report.round_trips <= REPAIRS_A_DAY + 2
    assert laptop.session.replica.rows() == cases, "no copy with holes is ever read"
    laptop.transport.breaks = None
    laptop.session.clock = lambda: datetime(2030, 1, 1, tzinfo=UTC)
    assert laptop.sync().digest_ok
    assert not laptop.session.replica.filling()
    assert {row.id for row in laptop.session.replica.rows()} == {row.id for row in cases}


def cut_at(percent: int) -> Callable[[Iterator[bytes]], Iterator[bytes]]:
    """The line breaks after a part of the answer."""

    def cut(answer: Iterator[bytes]) -> Iterator[bytes]:
        whole = b"".join(answer)
        yield whole[: len(whole) * percent // 100]
        raise NoConnectionError("cut")

    return cut


def test_i7_a_new_copy_is_resumed_and_people_read_and_save_meanwhile(
    central: Central, laptop: LaptopUnderTest
) -> None:
    rows = laptop.session.replica.rows()
    case = laptop.cases("in_review")[0]
    assert laptop.session.replica.start_beside()
    received = 0
    for percent in (0, 30, 60, 90):
        laptop.transport.breaks = cut_at(percent)
        work.note(laptop.session, case, f"while it comes, {percent}")
        assert not laptop.sync().online
        assert {row.id for row in laptop.session.replica.rows()} == {row.id for row in rows}
        assert laptop.session.replica.filling()
        laptop.restart()
        held = sum(len(laptop.session.replica.held(feed)) for feed in ("device", "shared", "user"))
        assert held >= received, "what had come is kept"
        received = held
    assert received > 0
    pending = laptop.session.outbox.pending(case)
    assert len(pending) == 4, "shown on top of the old copy until the new one contains them"
    laptop.transport.breaks = None
    report = laptop.sync()
    assert (report.online, report.digest_ok, laptop.session.outbox.pending_count()) == (True, True, 0)
    assert laptop.session.outbox.pending(case) == ()
    assert not (laptop.folder / NAME).exists()
    found = laptop.session.replica.case(case)
    assert found is not None
    assert {note.text for note in found.notes.values()} >= {"while it comes, 0", "while it comes, 90"}


def test_i7_a_crash_at_any_point_of_a_new_copy_is_survived(central: Central, laptop: LaptopUnderTest) -> None:
    case = laptop.cases("in_review")[0]
    assert laptop.session.replica.start_beside()
    work.note(laptop.session, case, "kept")
    counting = CrashPlan()
    laptop.sync(counting)
    for at in range(0, counting.passed, 3):
        laptop.session.replica.start_beside()
        work.note(laptop.session, case, f"kept at {at}")
        with pytest.raises(Crash):
            laptop.sync(CrashPlan(at))
        laptop.restart()
        assert laptop.session.replica.case(case) is not None
        report = laptop.sync()
        assert (report.online, report.digest_ok) == (True, True), counting.names[at]
        assert not laptop.session.replica.filling(), counting.names[at]
        assert laptop.session.outbox.pending() == (), counting.names[at]
