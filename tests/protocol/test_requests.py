"""Bodies of requests: plain or compressed, with any dictionary that both ends have; bombs are noticed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.msgpack import Decoder

from sync.casework.values import encode
from sync.protocol.dictionary import HASHES, NEWEST, UnknownDictionaryError, common, dictionary
from sync.protocol.messages import AuditHead, Cursor, ExchangeRequest
from sync.protocol.requests import InflationError, brief, pack_request, unpack_request
from sync.protocol.versions import MAX_REQUEST_BYTES

ROOT = Path(__file__).resolve().parents[2]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.binary(max_size=300) | st.just(b"the same command " * 9), max_size=20))
def test_a_request_comes_back_to_the_byte_and_never_longer(commands: list[bytes]) -> None:
    message = encode([1, {"user": [7]}, commands])
    for version in (0, *HASHES):
        body = pack_request(message, version)
        assert unpack_request(body) == message
        assert len(body) <= len(message)


def test_what_does_not_compress_travels_plain() -> None:
    message = encode([1, Random(1).randbytes(400)])
    assert pack_request(message, NEWEST) == message


def test_an_idle_request_stays_as_it_is() -> None:
    message = encode([1, {"user": [745, None, None], "shared": [6, None, None]}, 0, 0, bytes(16)])
    assert pack_request(message, NEWEST) == message


@pytest.mark.parametrize("body", [b"\x00", b"\x02abc", b"\x7f", b"\x01", b"\x01not zstd", b"\x11not zstd"])
def test_what_is_no_request_is_refused(body: bytes) -> None:
    if len(body) == 1 and body[0] & 0x0F == 1:
        assert unpack_request(body) == b""
    else:
        with pytest.raises(InflationError):
            unpack_request(body)


def test_a_bomb_is_noticed_before_it_has_grown() -> None:
    bomb = b"\x01" + zstandard.ZstdCompressor(level=1).compress(bytes(100 * MAX_REQUEST_BYTES))
    assert len(bomb) < 4096
    with pytest.raises(InflationError):
        unpack_request(bomb)


def test_a_later_programs_dictionary_is_named() -> None:
    with pytest.raises(UnknownDictionaryError):
        unpack_request(b"\x71" + zstandard.ZstdCompressor().compress(b"x" * 200))


def test_two_programs_use_the_lower_of_their_newest_dictionaries() -> None:
    assert [common(other) for other in (-1, 0, NEWEST, NEWEST + 3)] == [0, 0, NEWEST, NEWEST]


@pytest.mark.parametrize("version", HASHES)
def test_every_dictionary_that_was_ever_named_is_here(version: int) -> None:
    assert dictionary(version)


def test_a_dictionary_made_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        command = [sys.executable, "resources/dictionary/train.py", str(NEWEST), str(folder)]
        made.append(
            subprocess.Popen(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed})
        )
    assert [one.wait(60) for one in made] == [0, 0]
    one, other = tmp_path.glob("*/*.zdict")
    assert one.name == other.name
    assert one.read_bytes() == other.read_bytes()


def test_i14_what_says_nothing_at_the_end_is_left_out_and_means_the_same() -> None:
    decoder = Decoder(ExchangeRequest)
    for request in (
        ExchangeRequest(1, {}),
        ExchangeRequest(1, {"user": Cursor(4)}, last_seq=3, chain=bytes(16), epoch=7),
        ExchangeRequest(1, {}, epoch=7, witness=AuditHead(3, b"root")),
    ):
        assert decoder.decode(brief(request)) == request
        assert len(brief(request)) <= len(encode(request))
    assert len(brief(ExchangeRequest(1, {}))) == 3
