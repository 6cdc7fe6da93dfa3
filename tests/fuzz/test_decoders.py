"""Every decoder of what comes from elsewhere: its own error or a value within its limits, nothing else."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.casework.values import encode, pack, unpack
from sync.central import exchange
from sync.protocol import columns
from sync.protocol.compression import InflationError
from sync.protocol.dictionary import NEWEST, UnknownDictionaryError
from sync.protocol.envelope import EnvelopeError, chain, decode_envelope, to_command
from sync.protocol.frames import MAGIC, FrameReader, FrameWriter, NotOurFrameError
from sync.protocol.messages import Cursor, Entries, ExchangeRequest, Frame, Held, Put, Refusal, object_id
from sync.protocol.patches import PatchError, diff, merge
from sync.protocol.requests import pack_request, unpack_request
from sync.protocol.sealing import SealError, new_keypair, open_sealed, seal
from sync.protocol.signing import Credentials, SignatureError, authorization, new_signing_key, parse
from sync.protocol.versions import CURRENT, MAX_COMMANDS, MAX_FRAME_BYTES, MAX_REQUEST_BYTES
from tests.fuzz.damage import damaged
from tests.protocol.test_envelopes import DATA as ENVELOPE
from tests.protocol.test_frames import FRAMES
from tests.replica.parts import make_case

EXAMPLES = settings(max_examples=400)
CASES = [make_case(f"case {n}", note="the landlord called " * 20) for n in range(40)]
MANY = Entries(
    "user",
    Cursor(),
    Cursor(40),
    tuple(Put("case", case.id.bytes, case.version, msgspec.Raw(pack(case))) for case in CASES),
)
REQUEST = ExchangeRequest(
    CURRENT,
    {"user": Cursor(9), "device": Cursor(0, 4, ("2026-11-25", "case", str(UUID(int=7))))},
    last_seq=3,
    first=3,
    chain=bytes(16),
    push=(ENVELOPE, ENVELOPE * 3),
    want=(UUID(int=5),),
    repair={"user": (Held("case", bytes(16), 3),)},
    sent_at=datetime(2026, 11, 25, tzinfo=UTC),
)


def answer(frames: list[Frame], version: int = 0) -> bytes:
    writer = FrameWriter(version=version)
    return b"".join(map(writer.write, frames))


ANSWERS = [answer(FRAMES), answer(FRAMES, NEWEST), answer([MANY, *FRAMES]), answer([Refusal("busy")])]
REQUESTS = [encode(REQUEST), pack_request(encode(REQUEST), 0), pack_request(encode(REQUEST), NEWEST)]


def well_formed(frame: Frame) -> bool:
    """What the engine takes for granted of a frame."""
    entries = frame.entries if isinstance(frame, Entries) else ()
    return all(isinstance(object_id(one.kind, one.id), str) for one in entries)


@EXAMPLES
@given(damaged(ANSWERS), st.integers(1, 5000))
def test_answers_in_any_pieces(data: bytes, piece: int) -> None:
    reader = FrameReader()
    with suppress(NotOurFrameError):
        for at in range(0, len(data), piece):
            for frame in reader.feed(data[at : at + piece]):
                assert well_formed(frame)


def bodies(whole: bytes) -> list[bytes]:
    """The content of each frame of an answer."""
    found, at = [], len(MAGIC)
    while at < len(whole):
        (length,) = struct.unpack_from(">I", whole, at)
        found.append(whole[at + 8 : at + 8 + length])
        at += 8 + length
    return found


@EXAMPLES
@given(damaged([body for whole in ANSWERS for body in bodies(whole)]))
def test_frames_whose_checksum_fits_whatever_is_in_them(body: bytes) -> None:
    """What a hostile server would send: the checksum is right, the content is anything."""
    frame = MAGIC + struct.pack(">II", len(body), zlib.crc32(body)) + body
    with suppress(NotOurFrameError):
        for one in FrameReader().feed(frame):
            assert well_formed(one)


@EXAMPLES
@given(damaged([columns.pack(encode(MANY)), columns.pack(encode(REQUEST))]))
def test_columns(data: bytes) -> None:
    with suppress(columns.ColumnsError):
        assert len(columns.unpack(data, MAX_FRAME_BYTES)) <= MAX_FRAME_BYTES


@EXAMPLES
@given(damaged(REQUESTS))
def test_requests(data: bytes) -> None:
    asked = exchange.decode_request(data)
    assert isinstance(asked, ExchangeRequest | Refusal)
    if isinstance(asked, ExchangeRequest):
        assert len(asked.push) <= MAX_COMMANDS
    with suppress(InflationError, UnknownDictionaryError):
        assert len(unpack_request(data)) <= max(MAX_REQUEST_BYTES, len(data))


@EXAMPLES
@given(damaged([ENVELOPE]))
def test_envelopes_and_their_place_in_a_history(data: bytes) -> None:
    assert len(chain(bytes(16), data)) == 16
    with suppress(EnvelopeError):
        to_command(decode_envelope(data), 7)


BEFORE, AFTER = pack(CASES[0]), pack(CASES[1])


@EXAMPLES
@given(damaged([diff(BEFORE, AFTER), diff(AFTER, BEFORE)]))
def test_patches(patch: bytes) -> None:
    with suppress(PatchError):
        assert unpack(merge(BEFORE, patch)) is not None


PRIVATE, PUBLIC = new_keypair()
BOUND = b"7|3"
SEALED = [seal(PUBLIC, ENVELOPE, BOUND), seal(PUBLIC, b"", BOUND)]


@EXAMPLES
@given(damaged(SEALED))
def test_sealed_copies(data: bytes) -> None:
    """Either it is one of those that were sealed, or it says that it is damaged."""
    with suppress(SealError):
        assert open_sealed(PRIVATE, data, BOUND) in (ENVELOPE, b"")


HEADER = authorization(
    Credentials(7, "token", new_signing_key()[0]), "POST", "/v1/exchange", b"", 1_790_000_000, 4
)


@EXAMPLES
@given(damaged([HEADER.encode()]) | st.text(max_size=60).map(str.encode))
def test_the_header_that_signs_a_request(data: bytes) -> None:
    with suppress(SignatureError):
        parse(data.decode("latin-1"))
