"""The window and a command line over one profile folder."""

import fcntl
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from erap_desktop.vault import turn
from erap_desktop.vault.errors import TooSoon, VaultBusy, WrongPassphrase
from erap_desktop.vault.keys import Keys
from erap_desktop.vault.vault import LOCK_NAME, Vault
from tests.desktop.vault.parts import CHEAP, OTHER, PASSPHRASE, WRONG, Clock, finder

GUESS = """
import sys
from pathlib import Path
from erap_desktop.vault.errors import VaultError
from erap_desktop.vault.vault import Vault
vault = Vault(Path(sys.argv[1]), keychain=lambda name: None, clock=lambda: 1_800_000_000.0)
sys.stdin.readline()
try:
    vault.unlock("not this one at all")
except VaultError as told:
    print(type(told).__name__)
"""


def test_guesses_of_several_processes_are_all_counted_and_none_jumps_the_pause(folder: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", GUESS, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(Path.cwd())},
        )
        for _ in range(5)
    ]
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    told = sorted(process.communicate(timeout=30)[0].strip() for process in running)
    assert told == ["TooSoon", "TooSoon", "WrongPassphrase", "WrongPassphrase", "WrongPassphrase"]
    vault = Vault(folder, cost=CHEAP, clock=Clock(), keychain=finder(None))
    assert vault.state().attempts_left == 7


def test_threads_take_turns_as_well(folder: Path, keys: Keys) -> None:
    told: list[type[Exception]] = []

    def guess() -> None:
        try:
            Vault(folder, cost=CHEAP, clock=Clock(), keychain=finder(None)).unlock(WRONG)
        except (WrongPassphrase, TooSoon) as failure:
            told.append(type(failure))

    threads = [threading.Thread(target=guess) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(kind.__name__ for kind in told) == ["TooSoon"] * 3 + ["WrongPassphrase"] * 3


def test_two_changes_at_once_leave_one_of_the_two_passphrases(folder: Path, keys: Keys) -> None:
    def change(to: str) -> None:
        try:
            Vault(folder, cost=CHEAP, keychain=finder(None)).change_passphrase(PASSPHRASE, to)
            changed.append(to)
        except WrongPassphrase:
            return

    changed: list[str] = []
    threads = [threading.Thread(target=change, args=(to,)) for to in (OTHER, "third pass phrase")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(changed) == 1
    assert Vault(folder, cost=CHEAP, keychain=finder(None)).unlock(changed[0]) == keys


def test_whoever_holds_it_for_too_long_is_not_waited_for_forever(folder: Path) -> None:
    waited: list[float] = []
    vault = Vault(folder, cost=CHEAP, keychain=finder(None), pause=waited.append)
    with (folder / LOCK_NAME).open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(VaultBusy, match="Another ERAP Desktop"):
            vault.unlock(PASSPHRASE)
    assert sum(waited) == pytest.approx(turn.PATIENCE)


def test_it_goes_on_as_soon_as_the_other_is_done(folder: Path, keys: Keys) -> None:
    with (folder / LOCK_NAME).open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        vault = Vault(folder, cost=CHEAP, keychain=finder(None), pause=lambda _: held.close())
        assert vault.unlock(PASSPHRASE) == keys


def test_where_there_are_no_locks_nobody_is_locked_out(folder: Path, keys: Keys) -> None:
    (folder / LOCK_NAME).unlink()
    (folder / LOCK_NAME).mkdir()
    assert Vault(folder, cost=CHEAP, keychain=finder(None)).unlock(PASSPHRASE) == keys
