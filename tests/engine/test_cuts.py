"""I7: a first sync that is cut at any byte leaves whole frames, and goes on from the last of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from sync.central.service import Central
from sync.engine.ports import NoConnectionError
from tests.engine.world import LaptopUnderTest, make_server


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    server = make_server(tmp_path_factory.mktemp("server") / "server", cases=60, caseworkers=1)
    yield server
    server.close()


@pytest.fixture
def laptop(central: Central, tmp_path: Path) -> Iterator[LaptopUnderTest]:
    one = LaptopUnderTest(central, tmp_path / "laptop", "worker1")
    yield one
    one.session.close()


def test_at_every_byte_of_a_first_sync_whole_frames_are_on_the_disk_and_nothing_else(
    laptop: LaptopUnderTest,
) -> None:
    """Each byte is a place where the line may break; what is committed changes at the ends of frames alone,
    and from each of these states another process goes on.
    """
    replica = laptop.session.replica
    states: list[LaptopUnderTest] = []
    borders: list[int] = []

    def byte_by_byte(answer: Iterator[bytes]) -> Iterator[bytes]:
        place, seen = 0, replica.data_version()
        for frame in answer:
            for at in range(len(frame)):
                yield frame[at : at + 1]
                place += 1
                now = replica.data_version()
                if now != seen:
                    borders.append(place)
                    folder = laptop.folder.with_name(f"cut at {place}")
                    shutil.copytree(laptop.folder, folder)
                    states.append(laptop.another_process(folder))
                    assert at == len(frame) - 1, "only a whole frame changes anything"
                seen = now

    laptop.transport.breaks = byte_by_byte
    assert laptop.sync().digest_ok
    rows = replica.rows()
    assert len(borders) >= 4
    usable = []
    for state in states:
        usable.append(len(state.session.replica.rows()))
        report = state.sync()
        assert (report.online, report.digest_ok, report.round_trips) == (True, True, 1)
        assert state.session.replica.rows() == rows
        state.session.close()
    assert usable == sorted(usable), "what had come is there"
    assert 0 < usable[1] < len(rows)


@pytest.mark.parametrize("seed", range(3))
def test_two_programs_cut_again_and_again_get_everything(laptop: LaptopUnderTest, seed: int) -> None:
    """Two programs of one profile in turn, cut anywhere: each goes on where the other was cut."""
    random = Random(seed)
    second = laptop.another_process()

    def cut(answer: Iterator[bytes]) -> Iterator[bytes]:
        left = random.randrange(4_000, 45_000)
        for data in answer:
            yield data[:left]
            left -= len(data)
            if left <= 0:
                raise NoConnectionError("cut")

    laptop.transport.breaks = second.transport.breaks = cut
    for _ in range(60):
        report = random.choice([laptop, second]).sync()
        if report.online:
            break
    assert (report.online, report.digest_ok) == (True, True)
    laptop.transport.breaks = second.transport.breaks = None
    for one in (laptop, second):
        idle = one.sync()
        assert (idle.round_trips, idle.changed, idle.digest_ok) == (1, False, True)
    assert second.session.replica.rows() == laptop.session.replica.rows()
    assert len(laptop.session.replica.rows()) > 40
    second.session.close()
