"""The cost of one guess."""

import msgspec
import pytest

from erap_desktop.vault import derive
from erap_desktop.vault.derive import CEILING, FLOOR, STANDARD, Cost, check_cost, wrapping_key
from erap_desktop.vault.errors import NotEnoughMemory, VaultTampered
from tests.desktop.vault.parts import CHEAP

SALT = bytes(range(16))


def test_the_standard_is_the_second_recommendation_of_rfc_9106() -> None:
    assert Cost(memory_kib=65536, passes=3, lanes=4) == STANDARD


def test_the_floor_is_owasps() -> None:
    assert (FLOOR.memory_kib, FLOOR.passes) == (19456, 2)


@pytest.mark.parametrize("part", ["memory_kib", "passes", "lanes"])
def test_the_bounds_themselves_are_within_and_one_beyond_is_not(part: str) -> None:
    for bound, beyond in ((FLOOR, -1), (CEILING, +1)):
        check_cost(bound)
        with pytest.raises(VaultTampered, match=part):
            check_cost(msgspec.structs.replace(bound, **{part: getattr(bound, part) + beyond}))


def test_every_input_makes_another_key() -> None:
    secret = bytes(32)
    derived = [
        wrapping_key(b"one", SALT, CHEAP, None),
        wrapping_key(b"two", SALT, CHEAP, None),
        wrapping_key(b"one", bytes(16), CHEAP, None),
        wrapping_key(b"one", SALT, msgspec.structs.replace(CHEAP, passes=3), None),
        wrapping_key(b"one", SALT, msgspec.structs.replace(CHEAP, memory_kib=20 * 1024), None),
        wrapping_key(b"one", SALT, CHEAP, secret),
        wrapping_key(b"one", SALT, CHEAP, bytes(31) + b"\x01"),
    ]
    assert len(set(derived)) == len(derived)
    assert {len(key) for key in derived} == {32}


def test_a_key_stays_what_it_is_in_later_versions() -> None:
    """Written down once: a change of this value would lock every laptop out."""
    key = wrapping_key(b"four green apples", SALT, CHEAP, bytes(32))
    assert key.hex() == "9478c1540955459efd25800259795a8c372cd0e5f068e74e88ae1fc31b825618"


def test_too_little_memory_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(derive, "hash_secret_raw", fail)
    with pytest.raises(NotEnoughMemory, match="64 MiB"):
        wrapping_key(b"one", SALT, STANDARD, None)
