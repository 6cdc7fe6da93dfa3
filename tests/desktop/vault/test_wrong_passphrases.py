"""Ten wrong passphrases in a row, and what must not count as one."""

from pathlib import Path

import pytest

from erap_desktop.vault import checked
from erap_desktop.vault.attempts import DELAYS, LIMIT, NAME
from erap_desktop.vault.errors import PassphraseDestroyed, TooSoon, WrongPassphrase
from erap_desktop.vault.keys import Keys
from erap_desktop.vault.vault import Vault
from tests.desktop.vault.parts import CHEAP, OTHER, PASSPHRASE, WRONG, Clock, FullDisk, finder

pytestmark = pytest.mark.usefixtures("remember_derivations")


def fail(vault: Vault, clock: Clock, times: int) -> list[tuple[int, int]]:
    """Wrong passphrases, each after the pause the one before asked for: (attempts left, delay) of each."""
    told = []
    for _ in range(times):
        with pytest.raises(WrongPassphrase) as caught:
            vault.unlock(WRONG)
        told.append((caught.value.attempts_left, caught.value.delay))
        clock.pass_(caught.value.delay)
    return told


def test_each_wrong_one_says_how_many_are_left_and_pauses_grow_from_the_third(
    vault: Vault, clock: Clock
) -> None:
    told = fail(vault, clock, LIMIT - 1)
    assert [left for left, _ in told] == [9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert [delay for _, delay in told] == [0, 0, 1, 2, 4, 8, 15, 30, 60]


def test_during_the_pause_even_the_right_one_is_not_looked_at_and_nothing_counts(
    vault: Vault, clock: Clock, keys: Keys
) -> None:
    fail(vault, clock, 4)
    clock.pass_(-DELAYS[4])  # as if no time had passed since the fourth
    for passphrase in (WRONG, PASSPHRASE, WRONG):
        with pytest.raises(TooSoon, match="passphrase") as caught:
            vault.unlock(passphrase)
        assert caught.value.delay == DELAYS[4]
    assert vault.state().attempts_left == LIMIT - 4
    assert vault.state().wait == DELAYS[4]
    clock.pass_(DELAYS[4])
    assert vault.unlock(PASSPHRASE) == keys


def test_the_right_one_starts_the_count_anew(vault: Vault, clock: Clock) -> None:
    fail(vault, clock, 9)
    vault.unlock(PASSPHRASE)
    assert vault.state().attempts_left == LIMIT
    assert fail(vault, clock, 1) == [(9, 0)]


def test_the_tenth_destroys_the_passphrase_slot_and_nothing_else(
    vault: Vault, clock: Clock, folder: Path, keys: Keys, recovery_private: bytes
) -> None:
    fail(vault, clock, 9)
    with pytest.raises(PassphraseDestroyed, match="recovery key"):
        vault.unlock(WRONG)
    with pytest.raises(PassphraseDestroyed, match="passphrase"):
        vault.unlock(PASSPHRASE)
    assert not vault.state().passphrase_opens
    assert vault.recover(recovery_private, OTHER) == keys
    assert vault.unlock(OTHER) == keys


def test_the_destroyed_slot_is_in_no_file_any_more(vault: Vault, clock: Clock, folder: Path) -> None:
    fail(vault, clock, 9)
    with pytest.raises(PassphraseDestroyed):
        vault.unlock(WRONG)
    (folder / "vault.json").write_bytes(b"damaged, so that the copy is used")
    with pytest.raises(PassphraseDestroyed):
        vault.unlock(PASSPHRASE)


def test_the_count_survives_a_restart(vault: Vault, clock: Clock, folder: Path) -> None:
    fail(vault, clock, 5)
    again = Vault(folder, cost=CHEAP, clock=clock, keychain=finder(None))
    assert again.state().attempts_left == 5
    assert fail(again, clock, 1) == [(4, DELAYS[6])]


def test_changing_the_passphrase_counts_wrong_ones_as_unlocking_does(vault: Vault, clock: Clock) -> None:
    fail(vault, clock, 2)
    with pytest.raises(WrongPassphrase) as caught:
        vault.change_passphrase(WRONG, OTHER)
    assert caught.value.attempts_left == 7


def test_a_clock_set_back_starts_the_pause_anew_but_never_longer(
    vault: Vault, clock: Clock, keys: Keys
) -> None:
    fail(vault, clock, 5)
    clock.pass_(-365 * 86400)
    assert vault.state().wait == DELAYS[5]
    with pytest.raises(TooSoon) as caught:
        vault.unlock(PASSPHRASE)
    assert caught.value.delay == DELAYS[5]
    clock.pass_(DELAYS[5])
    assert vault.unlock(PASSPHRASE) == keys


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b'{"sha256":"","body":{}}', b"[" * 60000])
def test_a_damaged_counter_neither_locks_out_nor_destroys(
    vault: Vault, folder: Path, keys: Keys, content: bytes
) -> None:
    (folder / NAME).write_bytes(content)
    assert vault.unlock(PASSPHRASE) == keys


def test_a_counter_raised_by_hand_is_not_believed(vault: Vault, clock: Clock, folder: Path) -> None:
    fail(vault, clock, 1)
    file = folder / NAME
    assert b'"failures":1' in file.read_bytes()
    file.write_bytes(file.read_bytes().replace(b'"failures":1', b'"failures":9'))
    assert vault.state().attempts_left == LIMIT


def test_the_counter_of_another_slot_does_not_count(vault: Vault, clock: Clock, folder: Path) -> None:
    fail(vault, clock, 2)
    kept = (folder / NAME).read_bytes()
    vault.change_passphrase(PASSPHRASE, OTHER)
    (folder / NAME).write_bytes(kept)
    assert vault.state().attempts_left == LIMIT


class TestNoSpace:
    """Nothing can be written: the person with the right passphrase does not notice."""

    @pytest.fixture
    def full(self, folder: Path, clock: Clock) -> Vault:
        return Vault(folder, cost=CHEAP, clock=clock, keychain=finder(None), disk=FullDisk())

    def test_the_right_passphrase_opens(self, full: Vault, keys: Keys) -> None:
        assert full.unlock(PASSPHRASE) == keys

    def test_wrong_ones_are_remembered_while_the_program_runs(
        self, full: Vault, clock: Clock, keys: Keys
    ) -> None:
        assert fail(full, clock, 4) == [(9, 0), (8, 0), (7, 1), (6, 2)]
        assert full.unlock(PASSPHRASE) == keys

    def test_the_slot_outlives_the_tenth_as_it_cannot_be_taken_out(
        self, full: Vault, clock: Clock, keys: Keys
    ) -> None:
        assert fail(full, clock, 12)[-3:] == [(0, 60), (0, 60), (0, 60)]
        assert full.unlock(PASSPHRASE) == keys

    def test_a_clock_set_back_locks_nobody_out(
        self, vault: Vault, full: Vault, clock: Clock, keys: Keys
    ) -> None:
        fail(vault, clock, 5)
        clock.pass_(-3600)
        assert full.unlock(PASSPHRASE) == keys


def test_a_destruction_that_could_not_be_written_is_made_up_for(
    vault: Vault, clock: Clock, folder: Path
) -> None:
    fail(vault, clock, 9)
    kept = {name: (folder / name).read_bytes() for name in ("vault.json", "vault.json.previous")}
    counter = (folder / NAME).read_bytes()
    with pytest.raises(PassphraseDestroyed):
        vault.unlock(WRONG)
    for name, content in kept.items():  # as after a power cut between counting and destroying
        (folder / name).write_bytes(content)
    ten = checked.unwrap(counter).replace(b'"failures":9', b'"failures":10')
    (folder / NAME).write_bytes(checked.wrap(ten))
    clock.pass_(3600)
    with pytest.raises(PassphraseDestroyed):
        vault.unlock(PASSPHRASE)
