"""Bytes of vault.json that are not what was written: by accident, or on purpose."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from erap_desktop.vault import checked, slots, vaultfile
from erap_desktop.vault.derive import CEILING, FLOOR, wrapping_key
from erap_desktop.vault.errors import (
    VaultDamaged,
    VaultError,
    VaultNewer,
    VaultTampered,
    VaultUnreadable,
    WrongPassphrase,
)
from erap_desktop.vault.keys import Keys
from erap_desktop.vault.passphrase import as_bytes
from erap_desktop.vault.vault import Vault
from tests.desktop.vault.parts import CHEAP, OTHER, PASSPHRASE, Clock, finder

pytestmark = pytest.mark.usefixtures("remember_derivations")

NUMBERS = count()
SHARED_FOLDER = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def open_(folder: Path) -> Vault:
    return Vault(folder, cost=CHEAP, clock=Clock(), keychain=finder(None))


def original(folder: Path) -> bytes:
    return (folder / "vault.json").read_bytes()


# --- accidents ------------------------------------------------------------------------------------------


def test_every_single_changed_byte_is_noticed_before_a_passphrase_is_tried(folder: Path) -> None:
    data = original(folder)
    whole = vaultfile.decode(data)
    for place in range(len(data)):
        for mask in (0x01, 0x08, 0x20, 0x80):
            changed = bytearray(data)
            changed[place] ^= mask
            try:
                assert vaultfile.decode(bytes(changed)) == whole  # white space at the end
            except checked.NotWhole:
                continue


def test_every_cut_is_noticed(folder: Path) -> None:
    data = original(folder)
    for length in range(len(data) - 1):
        with pytest.raises(checked.NotWhole):
            vaultfile.decode(data[:length])


@SHARED_FOLDER
@given(place=st.integers(0, 100_000), value=st.integers(0, 255))
def test_with_its_copy_a_changed_byte_costs_nobody_anything(
    copy: Callable[[str], Path], keys: Keys, place: int, value: int
) -> None:
    folder = copy(f"profile{next(NUMBERS)}")
    data = bytearray(original(folder))
    data[place % len(data)] = value
    (folder / "vault.json").write_bytes(bytes(data))
    assert open_(folder).unlock(PASSPHRASE) == keys


@SHARED_FOLDER
@given(damage=st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 255)), min_size=1, max_size=3))
def test_without_a_copy_it_opens_the_right_keys_or_says_why_not(
    copy: Callable[[str], Path], keys: Keys, damage: list[tuple[int, int]]
) -> None:
    folder = copy(f"profile{next(NUMBERS)}")
    (folder / "vault.json.previous").unlink()
    data = bytearray(original(folder))
    for place, value in damage:
        data[place % len(data)] = value
    (folder / "vault.json").write_bytes(bytes(data))
    try:
        assert open_(folder).unlock(PASSPHRASE) == keys
    except VaultDamaged:
        return


@SHARED_FOLDER
@given(
    content=st.binary(max_size=200) | st.sampled_from([b"null", b"[]", b"[" * 50_000, b"{}", b"9" * 70_000])
)
def test_anything_else_in_its_place_is_damage(folder: Path, content: bytes) -> None:
    for name in ("vault.json", "vault.json.previous"):
        (folder / name).write_bytes(content)
    with pytest.raises(VaultDamaged):
        open_(folder).unlock(PASSPHRASE)


def test_nesting_deeper_than_a_parser_goes_is_damage() -> None:
    with pytest.raises(checked.NotWhole):
        vaultfile.decode(b'{"sha256":"","body":' + b"[" * 50_000)


def test_the_copy_is_used_with_a_notice_and_mends_the_file(folder: Path, keys: Keys) -> None:
    data = original(folder)
    (folder / "vault.json").write_bytes(data[:500])
    vault = open_(folder)
    assert vault.unlock(PASSPHRASE) == keys
    assert [notice.key for notice in vault.notices] == ["notice.previous_used"]
    assert "copy was used" in str(vault.notices[0])
    assert original(folder) == data
    vault.unlock(PASSPHRASE)
    assert vault.notices == ()


@pytest.mark.parametrize("name", ["vault.json", "vault.json.previous"])
def test_either_file_may_be_missing_and_is_made_anew(folder: Path, keys: Keys, name: str) -> None:
    data = original(folder)
    (folder / name).unlink()
    assert open_(folder).unlock(PASSPHRASE) == keys
    assert (folder / name).read_bytes() == data


def test_a_damaged_copy_is_made_anew(folder: Path, keys: Keys) -> None:
    (folder / "vault.json.previous").write_bytes(b"rust")
    assert open_(folder).unlock(PASSPHRASE) == keys
    assert (folder / "vault.json.previous").read_bytes() == original(folder)


def test_damage_is_not_counted_as_a_wrong_passphrase(folder: Path) -> None:
    data = original(folder)
    for name in ("vault.json", "vault.json.previous"):
        (folder / name).write_bytes(data[:-10])
    for _ in range(12):
        with pytest.raises(VaultDamaged):
            open_(folder).unlock(PASSPHRASE)
    (folder / "vault.json").write_bytes(data)
    assert open_(folder).state().attempts_left == 10


def test_what_the_system_will_not_let_be_read_is_said_in_its_words(folder: Path) -> None:
    for name in ("vault.json", "vault.json.previous"):
        (folder / name).unlink()
        (folder / name).mkdir()
    with pytest.raises(VaultUnreadable, match="irectory"):
        open_(folder).unlock(PASSPHRASE)


# --- purpose: the checksum is made anew -------------------------------------------------------------------


def put_both(folder: Path, body: bytes) -> None:
    for name in ("vault.json", "vault.json.previous"):
        (folder / name).write_bytes(checked.wrap(body))


def test_no_changed_byte_yields_other_keys_even_with_a_right_checksum(
    folder: Path, keys: Keys, recovery_private: bytes
) -> None:
    raw = checked.unwrap(original(folder))
    whole = vaultfile.decode(original(folder))
    assert whole.passphrase is not None
    key = wrapping_key(as_bytes(PASSPHRASE), whole.passphrase.salt, whole.passphrase.cost, None)
    opened = 0
    for place in range(len(raw)):
        for mask in (0x01, 0x02):
            changed = bytearray(raw)
            changed[place] ^= mask
            try:
                body = vaultfile.decode(checked.wrap(bytes(changed)))
                assert body.passphrase is not None
                got = slots.unwrap(body.passphrase, body.vault_id, key)
                if got is not None:
                    opened += 1
                    assert got == keys
                    assert (body.passphrase, body.vault_id) == (whole.passphrase, whole.vault_id)
                assert slots.open_recovery_slot(body.recovery, body.vault_id, recovery_private) == keys
            except (checked.NotWhole, VaultError):
                continue
    assert 0 < opened < len(raw)  # a change in one slot leaves the other alone


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("memory_kib", FLOOR.memory_kib - 1),
        ("memory_kib", 8),
        ("memory_kib", CEILING.memory_kib + 1),
        ("memory_kib", 2**40),
        ("memory_kib", -1),
        ("passes", 1),
        ("passes", 10_000),
        ("lanes", 0),
        ("lanes", 10_000),
    ],
)
def test_a_cost_tampered_out_of_bounds_is_refused_and_not_counted(
    folder: Path, keys: Keys, recovery_private: bytes, part: str, value: int
) -> None:
    body = vaultfile.decode(original(folder))
    assert body.passphrase is not None
    cost = msgspec.structs.replace(body.passphrase.cost, **{part: value})
    slot = msgspec.structs.replace(body.passphrase, cost=cost)
    put_both(folder, msgspec.json.encode(msgspec.structs.replace(body, passphrase=slot)))
    vault = open_(folder)
    with pytest.raises(VaultTampered, match=part):
        vault.unlock(PASSPHRASE)
    assert vault.state().attempts_left == 10
    assert vault.recover(recovery_private, OTHER) == keys


def test_a_cost_tampered_within_bounds_opens_nothing(folder: Path) -> None:
    body = vaultfile.decode(original(folder))
    assert body.passphrase is not None
    slot = msgspec.structs.replace(body.passphrase, cost=msgspec.structs.replace(CHEAP, passes=3))
    put_both(folder, msgspec.json.encode(msgspec.structs.replace(body, passphrase=slot)))
    with pytest.raises(WrongPassphrase):
        open_(folder).unlock(PASSPHRASE)


def test_a_slot_of_another_vault_does_not_fit(
    folder: Path, tmp_path: Path, recovery_public: bytes, recovery_private: bytes
) -> None:
    other = tmp_path / "other"
    Vault(other, cost=CHEAP, keychain=finder(None)).create(PASSPHRASE, recovery_public)
    here, there = vaultfile.decode(original(folder)), vaultfile.decode(original(other))
    mixed = msgspec.structs.replace(here, passphrase=there.passphrase, recovery=there.recovery)
    put_both(folder, msgspec.json.encode(mixed))
    with pytest.raises(WrongPassphrase):
        open_(folder).unlock(PASSPHRASE)
    with pytest.raises(VaultTampered):
        open_(folder).recover(recovery_private, OTHER)


def test_a_file_of_a_newer_version_is_refused_and_not_touched(folder: Path) -> None:
    raw = checked.unwrap(original(folder)).replace(b'"version":1', b'"version":2,"news":[]', 1)
    (folder / "vault.json").write_bytes(checked.wrap(raw))
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(VaultNewer, match="Update"):
        open_(folder).unlock(PASSPHRASE)
    with pytest.raises(VaultNewer):
        open_(folder).change_passphrase(PASSPHRASE, OTHER)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


@pytest.mark.parametrize("version", [0, -1])
def test_a_version_that_never_was_is_damage(folder: Path, version: int) -> None:
    raw = checked.unwrap(original(folder)).replace(b'"version":1', f'"version":{version}'.encode(), 1)
    put_both(folder, raw)
    with pytest.raises(VaultDamaged):
        open_(folder).unlock(PASSPHRASE)
