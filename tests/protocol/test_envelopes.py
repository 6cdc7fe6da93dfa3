"""Envelopes and digests: bytes that are kept as they came, whatever program reads them (I15)."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from random import Random
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.casework.commands import BODIES, AddNote, Command, Expects
from sync.casework.values import encode, uuid7
from sync.protocol.digests import EMPTY, member, shifted
from sync.protocol.envelope import EnvelopeError, body_of, chain, decode_envelope, encode_envelope, to_command

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
COMMAND = Command(
    id=UUID(int=5),
    device=7,
    seq=3,
    case=UUID(int=9),
    body=AddNote(text="called"),
    base=4,
    epoch=2,
    expects=Expects(replaces=UUID(int=1), facts=b"12345678"),
    as_of=AT,
    policy="nm/1",
)
DATA = encode_envelope(COMMAND, AT, -1200)


def test_a_command_survives_its_envelope() -> None:
    assert to_command(decode_envelope(DATA), 7) == COMMAND
    assert len(DATA) < 130


def test_fields_of_a_later_program_are_left_aside_and_those_of_an_earlier_are_filled() -> None:
    plain = msgspec.msgpack.decode(DATA)
    assert to_command(decode_envelope(encode([*plain, "new", {"x": 1}])), 7) == COMMAND
    early = decode_envelope(encode(plain[:8]))
    assert (early.id, early.seq, early.as_of, early.policy) == (COMMAND.id, 3, None, "")


def test_a_kind_that_is_not_known_is_not_understood_and_a_known_one_of_another_shape_is_malformed() -> None:
    plain = msgspec.msgpack.decode(DATA)
    for tag in ("note.2", "future.9", "", "note", "note.1.1"):
        assert to_command(decode_envelope(encode([*plain[:2], tag, *plain[3:]])), 7) is None
    for body in (
        {},
        {"type": "note.1"},
        {"type": "note.1", "text": 1},
        {"type": "deny.1", "text": "x"},
        5,
        None,
    ):
        with pytest.raises(EnvelopeError):
            body_of(decode_envelope(encode([*plain[:7], body, *plain[8:]])))
    assert all(tag.rsplit(".", 1)[1].isdigit() for tag in BODIES.known)


@given(st.binary(max_size=80) | st.integers(0, len(DATA) - 1).map(lambda cut: DATA[:cut]))
def test_bytes_that_are_no_envelope_are_told_as_such(data: bytes) -> None:
    with contextlib.suppress(EnvelopeError):
        to_command(decode_envelope(data), 7)


def test_any_changed_byte_is_another_history() -> None:
    chance = Random(5)
    end = chain(chain(bytes(16), DATA), DATA)
    for at in range(len(DATA)):
        damaged = bytearray(DATA)
        damaged[at] ^= chance.randrange(1, 256)
        assert chain(chain(bytes(16), bytes(damaged)), DATA) != end
        with contextlib.suppress(EnvelopeError):
            to_command(decode_envelope(bytes(damaged)), 7)


members = st.lists(
    st.tuples(st.sampled_from(["case", "party"]), st.text(max_size=4), st.integers(0, 99)), max_size=9
)


@given(members, st.randoms())
def test_a_digest_depends_on_the_members_and_not_on_their_order(
    held: list[tuple[str, str, int]], random: Random
) -> None:
    digest = EMPTY
    for one in held:
        digest = shifted(digest, added=member(*one))
    random.shuffle(held)
    again = EMPTY
    for one in held:
        again = shifted(again, added=member(*one))
    assert again == digest
    for one in held:
        again = shifted(again, removed=member(*one))
    assert again == EMPTY
    assert member("case", "x", 1) != member("case", "x", 2)


def test_identifiers_are_uuid_7_in_the_order_of_their_time() -> None:
    made = [uuid7(ms, bytes([255 - ms % 256]) * 10) for ms in range(1_790_000_000_000, 1_790_000_000_300)]
    assert made == sorted(made)
    assert {one.version for one in made} == {7}
    assert {one.variant for one in made} == {"specified in RFC 4122"}
