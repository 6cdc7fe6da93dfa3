"""An enrolled outbox and an empty replica, each in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.replica.outbox import Outbox
from sync.replica.replica import Replica
from tests.replica.parts import DEVICE, OUTBOX_KEY, REPLICA_KEY, identity


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    outbox = Outbox(tmp_path / "outbox.db", OUTBOX_KEY)
    outbox.set_identity(identity())
    yield outbox
    outbox.close()


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    replica = Replica(tmp_path / "replica.db", REPLICA_KEY, device=DEVICE)
    yield replica
    replica.close()
