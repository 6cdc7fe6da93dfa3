"""A disk that is full at any point of a save: saved whole, or a typed error and nothing of it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.replica.parts import python

# Fills a small disk to every level in turn and saves at each; prints how often it was told "full".
AT_EVERY_LEVEL = """
import os, sys
from pathlib import Path
from sync.replica.errors import DiskError
from sync.replica.outbox import Outbox
from tests.replica.parts import OUTBOX_KEY, SERVER_PUBLIC, identity, name_id, save_note
profile, most = Path(sys.argv[1]), int(sys.argv[2])
filler = profile / "filler"
outbox = Outbox(profile / "outbox.db", OUTBOX_KEY)
outbox.set_identity(identity())
outbox.close()
saved, full = [], 0
for level in range(0, most, 2048):
    outbox = Outbox(profile / "outbox.db", OUTBOX_KEY)
    free = os.statvfs(profile)
    taken = max(0, free.f_bavail * free.f_frsize - level)
    with filler.open("wb") as file:
        file.write(bytes(taken))
    for n in range(3):
        name = f"{level} {n}"
        try:
            save_note(outbox, name, "x" * 900)
            saved.append(name)
        except DiskError as error:
            assert type(error).__name__ == "DiskFullError", error
            assert "everything before it is safe" in str(error)
            full += 1
    filler.unlink()
    outbox.close()
outbox = Outbox(profile / "outbox.db", OUTBOX_KEY)
assert [item.id for item in outbox.items()] == [name_id(name) for name in saved]
copies = sorted(int(path.name.split("-")[1].split(".")[0]) for path in outbox.sealed.folder.iterdir())
assert copies == list(range(1, len(saved) + 1)), copies
assert [one.seq for one in outbox.unanswered(10_000, 1 << 30)] == copies
outbox.check()
print(len(saved), full)
"""

# The same for frames: applied whole, cursor and rows together, or not at all.
FRAMES_AT_EVERY_LEVEL = """
import os, sys
from pathlib import Path
from sync.protocol.messages import Cursor
from sync.replica.errors import DiskError
from sync.replica.replica import Replica
from tests.replica.parts import REPLICA_KEY, frame, make_case, put
profile, most = Path(sys.argv[1]), int(sys.argv[2])
filler = profile / "filler"
applied, full = 0, 0
Replica(profile / "replica.db", REPLICA_KEY, device=7).close()
for level in range(0, most, 4096):
    replica = Replica(profile / "replica.db", REPLICA_KEY, device=7)
    free = os.statvfs(profile)
    with filler.open("wb") as file:
        file.write(bytes(max(0, free.f_bavail * free.f_frsize - level)))
    try:
        replica.apply(frame(applied, applied + 1, put(make_case(f"c{applied}", note="x" * 3000))))
        applied += 1
    except DiskError as error:
        assert type(error).__name__ == "DiskFullError", error
        full += 1
    filler.unlink()
    replica.close()
replica = Replica(profile / "replica.db", REPLICA_KEY, device=7)
assert replica.cursors() == ({"user": Cursor(applied)} if applied else {})
assert len(replica.rows()) == replica.case_count() == applied
assert replica.recount("user")
replica.check()
print(applied, full)
"""

# The same with a limit on the size of a file, which needs no file system of its own.
BEYOND_A_LIMIT = """
import resource, sys
from pathlib import Path
from sync.replica.errors import DiskError
from sync.replica.outbox import Outbox
from tests.replica.parts import OUTBOX_KEY, identity, name_id, save_note
path = Path(sys.argv[1]) / "outbox.db"
outbox = Outbox(path, OUTBOX_KEY)
outbox.set_identity(identity())
saved, refused = [], 0
for n in range(400):
    limit = 120_000 + 20_000 * (n // 4)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        save_note(outbox, str(n), "x" * 900)
        saved.append(str(n))
    except DiskError as error:
        assert "everything before it is safe" in str(error)
        refused += 1
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
outbox.close()
outbox = Outbox(path, OUTBOX_KEY)
assert [item.id for item in outbox.items()] == [name_id(name) for name in saved]
assert len(list(outbox.sealed.folder.iterdir())) == len(saved)
outbox.check()
print(len(saved), refused)
"""


def own_file_system(folder: Path, size: str) -> list[str]:
    """The words before a command that let it run with a small file system of its own at `folder`."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("no unshare here, so no small file system to fill")
    mount = f'mount -t tmpfs -o size={size} tmpfs "{folder}" && exec "$@"'
    words = [unshare, "--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh"]
    tried = subprocess.run([*words, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"nobody may mount a small file system here: {tried.stderr.strip()}")
    return words


def counts(code: str, *arguments: object, prefix: list[str]) -> tuple[int, int]:
    process = python(code, *arguments, prefix=prefix)
    said, errors = process.communicate(timeout=100)
    assert process.returncode == 0, errors
    first, second = said.split()
    return int(first), int(second)


def test_a_full_disk_saves_whole_or_not_at_all(tmp_path: Path) -> None:
    prefix = own_file_system(tmp_path, "1m")
    saved, full = counts(AT_EVERY_LEVEL, tmp_path, 100 * 1024, prefix=prefix)
    assert saved > 10
    assert full > 10


def test_a_full_disk_applies_a_frame_whole_or_not_at_all(tmp_path: Path) -> None:
    prefix = own_file_system(tmp_path, "1m")
    applied, full = counts(FRAMES_AT_EVERY_LEVEL, tmp_path, 160 * 1024, prefix=prefix)
    assert applied > 5
    assert full > 5


def test_a_file_that_may_not_grow_saves_whole_or_not_at_all(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="limits on files are POSIX's")
    saved, refused = counts(BEYOND_A_LIMIT, tmp_path, prefix=[])
    assert saved > 50
    assert refused > 10
