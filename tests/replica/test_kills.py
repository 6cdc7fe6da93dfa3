"""A kill at any moment: each command is there whole or not at all, and there if it was reported saved."""

from pathlib import Path

import pytest

from sync.replica.outbox import Outbox
from tests.replica.parts import DEVICE, OUTBOX_KEY, identity, name_id, python
from tests.replica.test_saving import assert_whole

# Starts one saving process after the other and kills each at some moment; prints what they reported saved.
# They are forked, so that a kill costs no start of an interpreter.
NURSERY = """
import os, random, signal, sys, time
from pathlib import Path
from sync.replica.outbox import Outbox
from tests.replica.parts import DEVICE, OUTBOX_KEY, save_note
path, kills, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
for kill in range(kills):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        outbox = Outbox(path, OUTBOX_KEY)
        os.write(writer, b"ready\\n")
        for n in range(100_000):
            name = f"{kill} {n}"
            save_note(outbox, name)
            os.write(writer, name.encode() + b"\\n")
    os.close(writer)
    with os.fdopen(reader) as said:
        assert said.readline() == "ready\\n"
        names = [said.readline() for _ in range(chance.randrange(4))]
        time.sleep(chance.uniform(0.0, 0.006))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        print("".join(names) + said.read(), end="")
"""
KILLS = 60
SEED = 20261124


def test_sixty_kills_lose_nothing_that_was_reported_saved(tmp_path: Path) -> None:
    pytest.importorskip("fcntl", reason="needs fork")
    path = tmp_path / "outbox.db"
    outbox = Outbox(path, OUTBOX_KEY)
    outbox.set_identity(identity())
    outbox.close()
    said, errors = (nursery := python(NURSERY, path, KILLS, SEED)).communicate(timeout=100)
    assert nursery.returncode == 0, errors
    reported = [name_id(name) for name in said.splitlines()]
    copied = {copy.name for copy in (tmp_path / "sealed").iterdir()}  # before the next start settles them
    outbox = Outbox(path, OUTBOX_KEY)
    numbers = {item.id: item.seq for item in outbox.items()}
    ids = assert_whole(outbox)
    outbox.close()
    assert {f"{DEVICE}-{numbers[id_]}.sealed" for id_ in reported} <= copied, (
        "each existed twice when it was said"
    )
    assert len(reported) >= KILLS
    assert set(reported) <= set(ids)
    assert len(ids) <= len(reported) + KILLS  # at most one more each: under way when it was killed
