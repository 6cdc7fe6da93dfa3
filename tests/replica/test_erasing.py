"""Erasing what was deleted: when it can not be done at once it stays due, and the next start does it."""

from pathlib import Path

import pytest

from sync.replica.errors import BusyError, DiskFullError
from sync.replica.replica import Replica
from sync.replica.store import Store
from tests.replica.parts import DEVICE, REPLICA_KEY, decrypted_pages, frame, leave, make_case, put


@pytest.mark.parametrize("error", [DiskFullError, BusyError])
def test_what_could_not_be_erased_is_erased_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[DiskFullError] | type[BusyError]
) -> None:
    path = tmp_path / "replica.db"
    replica = Replica(path, REPLICA_KEY, device=DEVICE)
    case = make_case("a", note="canary " * 900)
    replica.apply(frame(0, 1, put(case), put(make_case("b"))))
    replica.apply(frame(1, 2, leave(case)))

    def refuses(store: Store) -> bool:
        raise error(path)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "rewrite", refuses)
        replica.purge((case.id,))
        assert replica.case(case.id) is None
        replica.close()
        before = path.stat().st_size
        again = Replica(path, REPLICA_KEY, device=DEVICE)
        assert not again.tidy()
        again.close()
    Replica(path, REPLICA_KEY, device=DEVICE).close()
    assert path.stat().st_size < before
    assert not any(b"canary" in page for page in decrypted_pages(path, REPLICA_KEY))


def test_a_start_with_nothing_due_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "replica.db"
    Replica(path, REPLICA_KEY, device=DEVICE).close()
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    Replica(path, REPLICA_KEY, device=DEVICE).close()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
