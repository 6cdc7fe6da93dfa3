"""The power goes, or the disk fails, between any two steps of a write."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from erap_desktop.vault.attempts import NAME
from erap_desktop.vault.disk import Disk
from erap_desktop.vault.errors import (
    NoVault,
    PassphraseDestroyed,
    VaultError,
    VaultNotConfirmed,
    VaultNotSaved,
    WrongPassphrase,
)
from erap_desktop.vault.keys import Keys
from erap_desktop.vault.vault import Vault
from tests.desktop.vault.parts import (
    CHEAP,
    OTHER,
    PASSPHRASE,
    WRONG,
    Clock,
    CountingDisk,
    CrashingDisk,
    FailingDisk,
    FullDisk,
    PowerCut,
    finder,
)

pytestmark = pytest.mark.usefixtures("remember_derivations")

Act = Callable[[Vault], object]


def vault_on(folder: Path, disk: Disk | None = None, clock: Clock | None = None) -> Vault:
    return Vault(folder, cost=CHEAP, clock=clock or Clock(), keychain=finder(None), disk=disk)


def steps_of(folder: Path, act: Act, count_reads: bool = False) -> range:
    """The steps that the disk is asked for, counted from 1."""
    disk = CountingDisk(count_reads=count_reads)
    act(vault_on(folder, disk))
    return range(1, disk.steps + 1)


def change(vault: Vault) -> None:
    vault.change_passphrase(PASSPHRASE, OTHER)


def opens(folder: Path, passphrase: str, keys: Keys) -> bool:
    """Whether it opens after a restart; what opens, opens the right keys."""
    try:
        assert vault_on(folder).unlock(passphrase) == keys
    except WrongPassphrase:
        return False
    return True


def test_a_change_is_made_of_the_steps_that_make_it_durable(folder: Path) -> None:
    told: list[str] = []

    class ListeningDisk(CountingDisk):
        def step(self, name: str) -> None:
            told.append(name)

    change(vault_on(folder, ListeningDisk()))
    order = [name for name in told if name not in ("read", "remove")]
    once = ["create", "write", "write", "sync", "replace", "sync_folder"]
    assert [name for name in order if name != "write"] == [name for name in once if name != "write"] * 2


@pytest.mark.parametrize("renames_last", [True, False])
def test_power_cut_while_changing_the_passphrase_one_of_the_two_opens(
    copy: Callable[[str], Path], keys: Keys, renames_last: bool
) -> None:
    outcomes = []
    for at in steps_of(copy("counted"), change):
        folder = copy(f"cut at {at}")
        with pytest.raises(PowerCut):
            change(vault_on(folder, CrashingDisk(at, renames_last)))
        new = opens(folder, OTHER, keys)
        assert new != opens(folder, PASSPHRASE, keys)
        outcomes.append(new)
        assert not list(folder.glob("vault.json*.tmp")), "the next unlock clears up"
        assert (folder / "vault.json").read_bytes() == (folder / "vault.json.previous").read_bytes()
    assert outcomes == sorted(outcomes), "once the new one opens, it goes on opening"
    assert {*outcomes} == {False, True}


@pytest.mark.parametrize("renames_last", [True, False])
def test_power_cut_while_the_vault_is_made_leaves_none_or_a_whole_one(
    tmp_path: Path, recovery_public: bytes, renames_last: bool
) -> None:
    def make(vault: Vault) -> Keys:
        return vault.create(PASSPHRASE, recovery_public)

    whole = 0
    for at in steps_of(tmp_path / "counted", make):
        folder = tmp_path / f"cut at {at}"
        with pytest.raises(PowerCut):
            make(vault_on(folder, CrashingDisk(at, renames_last)))
        try:
            vault_on(folder).unlock(PASSPHRASE)
            whole += 1
        except NoVault:
            make(vault_on(folder))
    assert whole > 0


@pytest.mark.parametrize("renames_last", [True, False])
def test_power_cut_while_the_slot_is_destroyed(
    copy: Callable[[str], Path], keys: Keys, recovery_private: bytes, renames_last: bool
) -> None:
    clock = Clock()
    nine = copy("nine")
    for _ in range(9):
        with pytest.raises(WrongPassphrase) as caught:
            vault_on(nine, clock=clock).unlock(WRONG)
        clock.pass_(caught.value.delay)

    def tenth(vault: Vault) -> None:
        with pytest.raises(PassphraseDestroyed):
            vault.unlock(WRONG)

    kept = {file.name: file.read_bytes() for file in nine.iterdir()}

    def nine_wrong(name: str) -> Path:
        folder = copy(name)
        for file, content in kept.items():
            (folder / file).write_bytes(content)
        return folder

    counting = CountingDisk()
    tenth(vault_on(nine_wrong("counted"), counting, clock))
    destroyed = []
    for at in range(1, counting.steps + 1):
        folder = nine_wrong(f"cut at {at}")
        with pytest.raises(PowerCut):
            vault_on(folder, CrashingDisk(at, renames_last), clock).unlock(WRONG)
        later = Clock(clock.now + 3600)
        try:
            assert vault_on(folder, clock=later).unlock(PASSPHRASE) == keys
            destroyed.append(False)
        except PassphraseDestroyed:
            destroyed.append(True)
            (folder / "vault.json").write_bytes(b"damaged, so that the copy is used")
            (folder / NAME).unlink(missing_ok=True)
            with pytest.raises(PassphraseDestroyed):
                vault_on(folder, clock=later).unlock(PASSPHRASE)
    assert destroyed == sorted(destroyed)
    assert {*destroyed} == {False, True}
    assert vault_on(folder).recover(recovery_private, OTHER) == keys


def change_on(folder: Path, disk: Disk) -> tuple[VaultError | None, set[str]]:
    """What a change on that disk ended with: the error, and the keys of the notices."""
    vault = vault_on(folder, disk)
    try:
        change(vault)
    except VaultError as failure:
        return failure, set()
    return None, {notice.key for notice in vault.notices}


def test_a_disk_that_fills_up_while_changing_is_told_truly(copy: Callable[[str], Path], keys: Keys) -> None:
    for at in steps_of(copy("counted"), change):
        folder = copy(f"full at {at}")
        told, _ = change_on(folder, FullDisk(at))
        new = opens(folder, OTHER, keys)
        assert new != opens(folder, PASSPHRASE, keys)
        assert isinstance(told, VaultNotConfirmed) or new == (told is None)


def test_a_disk_that_fails_once_while_changing_is_told_truly_and_the_copy_made_up_for(
    copy: Callable[[str], Path], keys: Keys
) -> None:
    noticed = set()
    for at in steps_of(copy("counted"), change, count_reads=True):
        folder = copy(f"fault at {at}")
        told, notices = change_on(folder, FailingDisk(at, errno.EIO))
        noticed |= notices
        new = opens(folder, OTHER, keys)
        assert new != opens(folder, PASSPHRASE, keys)
        assert isinstance(told, VaultNotConfirmed) or new == (told is None)
        assert (folder / "vault.json").read_bytes() == (folder / "vault.json.previous").read_bytes()
    assert noticed == {"notice.previous_used", "notice.previous_stale"}


@pytest.mark.parametrize("fails", [FullDisk, lambda at: FailingDisk(at, errno.EIO)], ids=["full", "once"])
def test_a_disk_that_fails_while_the_vault_is_made_leaves_none_behind(
    tmp_path: Path, recovery_public: bytes, fails: Callable[[int], Disk]
) -> None:
    def make(vault: Vault) -> Keys:
        return vault.create(PASSPHRASE, recovery_public)

    for at in steps_of(tmp_path / "counted", make):
        folder = tmp_path / f"fault at {at}"
        vault = vault_on(folder, fails(at))
        try:
            keys = make(vault)
            assert vault_on(folder).unlock(PASSPHRASE) == keys
        except VaultError:
            assert not vault.is_unlocked
            make(vault_on(folder))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_disk_that_fails_while_unlocking_does_not_keep_the_right_passphrase_out(
    copy: Callable[[str], Path], keys: Keys, number: int
) -> None:
    def unlock(vault: Vault) -> None:
        vault.unlock(PASSPHRASE)

    for at in steps_of(copy("counted"), unlock, count_reads=True):
        assert vault_on(copy(f"fault at {at}"), FailingDisk(at, number)).unlock(PASSPHRASE) == keys


def test_a_change_that_failed_says_what_is_safe_and_what_to_do(folder: Path) -> None:
    disk = FullDisk()
    with pytest.raises(VaultNotSaved) as caught:
        change(vault_on(folder, disk))
    assert caught.value.what == "The keys could not be saved: disk trouble."
    assert "still opens" in caught.value.safe
    assert "Free some disk space" in caught.value.next
